package ui

import (
	"os/exec"
	"slices"
	"testing"

	"broadsheet/articles"
)

// keyRow is what a reader expects of one action.
type keyRow struct {
	action Action
	before []string // what was pressed until then, by the default keys
	shows  string   // what stands on the screen afterwards
	holds  func(s *stage) bool
}

// keyTable is the table of the keys, as the design promises them.
func keyTable() []keyRow { return slices.Concat(moveRows(), walkRows(), deedRows()) }

func in(p Place) func(*stage) bool { return func(s *stage) bool { return s.m.place() == p } }

func reading(id articles.ID) func(*stage) bool {
	return func(s *stage) bool { return s.m.focus == InStory && s.m.story.id == id }
}

func moveRows() []keyRow {
	at := func(n int) func(*stage) bool { return func(s *stage) bool { return s.m.list.cursor == n } }
	deeper := func(s *stage) bool { return s.m.story.top > 0 }
	atTop := func(s *stage) bool { return s.m.story.top == 0 }
	return []keyRow{
		{action: Down, holds: at(1)},
		{action: Down, before: []string{"3"}, holds: at(3)},
		{action: Up, before: []string{"G"}, holds: at(7)},
		{action: Down, before: []string{"enter"}, holds: deeper},
		{action: PageDown, before: []string{"enter"}, holds: deeper},
		{action: PageUp, before: []string{"enter", "space"}, holds: atTop},
		{action: HalfDown, before: []string{"enter"}, holds: deeper},
		{action: HalfUp, before: []string{"enter", "ctrl+d"}, holds: atTop},
		{action: Top, before: []string{"G"}, holds: at(0)},
		{action: Bottom, holds: at(8)},
		{action: Bottom, before: []string{"enter"}, shows: "100 %"},
		{action: Open, holds: reading("inquiry.txt")},
		{action: Open, before: []string{"enter"}, holds: in(InLeads)},
		{action: Level, before: []string{"enter"}, holds: in(InList)},
		{action: Level, before: []string{"?"}, holds: in(InList)},
		{action: NextPane, before: []string{"enter"}, holds: in(InLeads)},
		{action: NextStory, before: []string{"enter"}, holds: reading("trams.txt")},
		{action: PrevStory, before: []string{"j", "enter"}, holds: reading("inquiry.txt")},
		{action: NextHit, holds: at(2)},
		{action: PrevHit, before: []string{"G"}, holds: at(6)},
		{action: NextHit, before: []string{"enter", "/", "type:witness", "enter"}, shows: "2 of 12"},
		{action: Search, shows: "words, \"a phrase\", -not"},
		{action: Search, before: []string{"?"}, shows: "words that the rows shall have"},
	}
}

func walkRows() []keyRow {
	return []keyRow{
		{action: Jump, before: []string{"enter"}, holds: reading("aground.txt")},
		{action: Related, before: []string{"enter"}, holds: in(InLeads)},
		{action: Why, before: []string{"enter"}, holds: func(s *stage) bool { return s.m.leads.whys }},
		{action: LinkedFrom, before: []string{"enter"}, shows: "STORIES THAT NAME THIS ONE"},
		{action: Copies, before: []string{"enter"}, shows: "2 stories of one text"},
		{action: ThreadNext, before: []string{"enter", "-"}, holds: reading("inquiry.txt")},
		{action: ThreadPrev, before: []string{"enter"}, holds: reading("opens.txt")},
		{action: ThreadHead, before: []string{"enter"}, holds: reading("aground.txt")},
		{action: Timeline, before: []string{"enter"}, shows: "TIMELINE"},
		{action: Back, before: []string{"enter", "1"}, holds: reading("inquiry.txt")},
		{action: Forward, before: []string{"enter", "1", "["}, holds: reading("aground.txt")},
		{action: Trail, before: []string{"enter", "1"}, shows: "TRAIL"},
		{action: Cuts, before: []string{"enter"}, shows: "2 cuts, shown in place"},
		{action: Zoom, before: []string{"size:160x45", "enter"}, holds: func(s *stage) bool { return s.m.lay.list.empty() }},
	}
}

func deedRows() []keyRow {
	return []keyRow{
		{action: Star, shows: "★"},
		{action: Read, shows: "read: Harbour inquiry"},
		{action: Tag, shows: "words with blanks between"},
		{action: Paragraph, before: []string{"enter"}, holds: func(s *stage) bool { return s.m.pointing() }},
		{action: Note, shows: "note"},
		{action: Notes, shows: "NOTES"},
		{action: Pictures, before: []string{"enter"}, shows: "no picture was saved with this story"},
		{action: Undo, before: []string{"s"}, shows: "undone: mark on Harbour inquiry"},
		{action: Original, before: []string{"enter"}, shows: "https://courier.example/inquiry.txt"},
		{action: CopyLink, before: []string{"enter"}, shows: "copied https://courier.example/inquiry.txt"},
		{action: Pipe, before: []string{"enter"}, shows: "a command; it gets the text"},
		{action: Editor, shows: "the editor could not be started"},
		{action: Filter, shows: "FILTER"},
		{action: Order, shows: "sorted by thread"},
		{action: UnreadOnly, shows: "only unread stories"},
		{action: Rescan, shows: "up to date: 9 stories"},
		{action: Doctor, shows: "DOCTOR"},
		{action: Mouse, shows: "the mouse scrolls and opens"},
		{action: Palette, shows: "COMMANDS"},
		{action: Help, shows: "MOVE"},
		{action: Redraw, holds: func(s *stage) bool { return !s.quit }},
		{action: Suspend, holds: func(s *stage) bool { return s.m.suspended }},
		{action: Quit, holds: func(s *stage) bool { return s.quit }},
	}
}

// TestEveryKeyDoesWhatTheTableSays presses every key of every action, of the
// default map and of every preset.
func TestEveryKeyDoesWhatTheTableSays(t *testing.T) {
	tested := map[Action]bool{}
	for _, preset := range Presets() {
		keys, err := Preset(preset)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range keyTable() {
			tested[row.action] = true
			b, _ := keys.Of(row.action)
			for i, key := range b.Keys {
				if row.action == Jump && i > 0 {
					break // the others jump elsewhere
				}
				if usual, _ := DefaultKeys().Of(row.action); preset != "default" && slices.Contains(usual.Keys, key) {
					continue // pressed already
				}
				s := newStage(t, withCopies(), 80, 24, func(o *Options) {
					o.Pipe = func(string) (*exec.Cmd, error) { return nil, errNoStory }
					o.Editor = func(articles.ID) (*exec.Cmd, error) { return nil, errNoStory }
				})
				s.do(row.before...)
				s.m.keys = keys
				s.do(key)
				if row.holds != nil && !row.holds(s) {
					t.Errorf("%s: %s (%s) after %v does not do it:\n%s", preset, key, row.action, row.before, s.screen())
				}
				if row.shows != "" {
					s.shows(row.shows)
				}
				if t.Failed() {
					t.Fatalf("%s: %s (%s) after %v", preset, key, row.action, row.before)
				}
			}
		}
	}
	for _, b := range DefaultKeys().bindings {
		if !tested[b.Action] {
			t.Errorf("the table lacks %s", b.Action)
		}
	}
}
