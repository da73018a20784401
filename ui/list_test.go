package ui

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

func TestTheListAsksForWindowsOnly(t *testing.T) {
	shelf := many(20_000)
	s := newStage(t, shelf, 90, 40)
	s.do("G").shows("part 19999")
	s.do("g").shows("part 0")
	for range 400 {
		s.do("j")
	}
	s.shows("part 400")
	if shelf.widest > 600 {
		t.Errorf("asked for %d headlines at once", shelf.widest)
	}
	n := 0
	for _, a := range shelf.asked {
		if a == "Headlines" {
			n++
		}
	}
	if n > 20 {
		t.Errorf("asked %d times", n)
	}
}

func TestACountMovesSoFar(t *testing.T) {
	s := newStage(t, many(500), 80, 24)
	s.do("2", "5", "j")
	if s.m.list.cursor != 25 {
		t.Errorf("25j went to %d", s.m.list.cursor)
	}
	s.do("1", "0", "k", "3", "0", "0", "G")
	if s.m.list.cursor != 299 {
		t.Errorf("300G went to %d", s.m.list.cursor)
	}
	s.do("5").shows("5  300/500")
}

// TestTheCursorIsAlwaysShown walks lists of every height and looks for the
// cursor on the screen.
func TestTheCursorIsAlwaysShown(t *testing.T) {
	for height := 1; height < 40; height++ {
		for _, width := range []int{30, 110} {
			s := newStage(t, many(300), width, height)
			for _, key := range []string{"j", "j", "space", "j", "G", "k", "ctrl+u", "b", "g", "space", "ctrl+d", "J", "K", "G"} {
				s.do(key)
				l := &s.m.list
				if n := l.cursor - l.top; n < 0 || n >= l.shown(s.m.lay.list.h) {
					t.Fatalf("%dx%d after %s: cursor %d, top %d, %d shown", width, height, key, l.cursor, l.top, l.shown(s.m.lay.list.h))
				}
			}
		}
	}
}

func TestANewStoryDoesNotMoveTheCursorFromItsOwn(t *testing.T) {
	shelf := newFakeShelf()
	s := newStage(t, shelf, 80, 24).do("j", "j", "j")
	was := s.m.chosenID()
	fresh := shelf.items[0]
	fresh.ID, fresh.Title = "new.txt", "Harbour office denies it all"
	shelf.items = append([]Item{fresh}, shelf.items...)
	s.send(libraryChangedMsg{})
	if got := s.m.chosenID(); got != was || s.m.list.cursor != 4 {
		t.Errorf("the cursor is on %s at %d, it was on %s", got, s.m.list.cursor, was)
	}
	s.do("g").shows("Harbour office denies it all")
}

// TestTheLinesUnderTheEyesStandStill lets stories come and go above what is on
// the screen, as a scan and a watched folder do.
func TestTheLinesUnderTheEyesStandStill(t *testing.T) {
	for name, keys := range map[string][]string{
		"near the top":           {"j", "j"},
		"after some screens":     {"space", "space", "j", "j"},
		"at the end":             {"G"},
		"with the cursor on top": {"space", "space", "k"},
		"in a search":            {"/", "type:harbour", "enter", "space", "j"},
		"by outlet":              {":", "type:sort-source", "enter", "space", "space", "j"},
	} {
		t.Run(name, func(t *testing.T) {
			shelf := many(600)
			s := newStage(t, shelf, 80, 24).do(keys...)
			fresh := func(n int) Item {
				it := shelf.items[0]
				it.ID, it.Title = articles.ID(fmt.Sprintf("new/%d.txt", n)), fmt.Sprintf("Harbour bell %d rings", n)
				return it
			}
			was, id := s.listLines(), s.m.chosenID()
			for n := range 3 {
				shelf.items = append([]Item{fresh(n)}, shelf.items...)
				s.send(libraryChangedMsg{})
				if got := s.listLines(); got != was || s.m.chosenID() != id {
					t.Fatalf("after %d new stories the list is\n%s\nit was\n%s", n+1, got, was)
				}
			}
			shelf.items = shelf.items[2:]
			s.send(libraryChangedMsg{})
			if got := s.listLines(); got != was {
				t.Errorf("after two stories went the list is\n%s\nit was\n%s", got, was)
			}
		})
	}
}

// listLines are the lines of the list, on a screen where it stands alone.
func (s *stage) listLines() string {
	lines := strings.Split(s.screen(), "\n")
	return strings.Join(lines[s.m.lay.list.y:s.m.lay.list.y+s.m.lay.list.h], "\n")
}

func TestALateAnswerIsDropped(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	old := headlinesLoadedMsg{load: s.m.list.load, win: Window{Total: 1, All: 1, Items: []Item{{
		Headline: articles.Headline{ID: "old", Title: "An answer to an older question"}}}}}
	s.do("/", "type:karsk")
	s.send(old)
	s.hides("An answer to an older question")
	story := storyLoadedMsg{load: s.m.story.load, article: articles.Article{Title: "The story before"}}
	s.do("enter", "enter")
	s.send(story)
	s.hides("The story before")
}

func TestHeadingsNameTheDayAsPeopleDo(t *testing.T) {
	for date, want := range map[string]string{
		"2014-06-07T01:00": "TODAY", "2014-06-06": "YESTERDAY", "2014-06-05": "THURSDAY 5 JUNE",
		"2013-06-05": "WEDNESDAY 5 JUNE 2013", "2014-05": "MAY 2014", "2012": "2012", "": "UNDATED",
	} {
		d := articles.Date{}
		if date != "" {
			d = mustDate(date)
		}
		if got := dayHeading(d, fakeNow()); got != want {
			t.Errorf("%q stands under %q, want %q", date, got, want)
		}
	}
}

func TestAFilterNarrowsAndTheTitleSaysHow(t *testing.T) {
	s := newStage(t, newFakeShelf(), 110, 32)
	s.do("u").shows("unread", "7 stories").hides("Night trams")
	s.do("u").shows("Night trams")
	s.do("F", "j", "j", "j", "enter").shows("Ostrel Courier · 3 stories").hides("Depot fire")
	s.do("esc").shows("Depot fire")
	s.do("S").shows("sorted by thread")
	s.do("S").shows("by source")
	s.do("S").shows("by title")
	s.do("S").shows("by date, the oldest first")
	s.do("S").shows("by date, the newest first")
}

func TestEmptyLibrariesSayWhatToDo(t *testing.T) {
	empty := newFakeShelf()
	empty.items = nil
	s := newStage(t, empty, 80, 24, func(o *Options) { o.Roots = []string{"~/archive"} })
	s.shows("There are no stories here.", "Looked in ~/archive.", "press R to look again", "R look again", "Q quit").hides("star", "sort")
	s.do("enter").shows("nothing to open")
	for _, key := range []string{"j", "k", "G", "g", "space", "s", "m", "r", "n", "J", "y", "o", "z", "x", "[", "]", "H", "T", "F", "enter"} {
		s.do(key)
	}
}

func TestAScanShowsItsProgressAndItsFailures(t *testing.T) {
	shelf := newFakeShelf()
	shelf.progress = []Progress{{Doing: "reading", Done: 312, Total: 4212, Failed: 2}}
	s := newStage(t, shelf, 110, 32)
	s.m.scan.running, s.m.scan.number = true, 1
	s.send(scanMovedMsg{1, shelf.progress[0]})
	s.shows("reading 312 of 4,212")
	s.m.scan.running = false
	s.do("R").shows("2 files could not be read: ! says why")
	shelf.problems = []Problem{{"archive/broken.json", "line 3: no closing bracket"}}
	s.do("!").shows("archive/broken.json", "line 3: no closing bracket")
	shelf.fail["Scan"] = fmt.Errorf("reading archive: permission denied")
	s.do("esc", "R").shows("the folder could not be read whole: reading archive: permission denied")
}

func TestAPassageShowsWhatMatched(t *testing.T) {
	text := "Long before that the keeper had walked out along the mole, as he did in fog, to listen for the bell of Karsk."
	hit := strings.Index(text, "bell")
	for width := 20; width < 130; width++ {
		it := Snippet{Text: text, Hits: [][2]int{{hit, hit + 4}}}
		got := ansi.Strip(drawSnippet(it, width, theme.New(theme.Options{})))
		if !strings.Contains(got, "bell") || ansi.StringWidth(got) > width {
			t.Errorf("at %d: %q", width, got)
		}
	}
}

func TestReadingThroughTheUnreadSkipsNone(t *testing.T) {
	shelf := many(600)
	s := newStage(t, shelf, 80, 24).do("u", "enter", "wait")
	var seen []articles.ID
	for range 380 {
		seen = append(seen, s.m.story.id)
		s.do("wait", "J")
		if len(seen)%50 == 0 {
			s.send(libraryChangedMsg{})
		}
	}
	want := []articles.ID{}
	for i := range 600 {
		if i%3 != 1 {
			want = append(want, shelf.items[i].ID)
		}
	}
	for i, id := range seen {
		if id != want[i] {
			t.Fatalf("story %d is %s, want %s", i, id, want[i])
		}
	}
}

func TestAListThatCannotBeReadIsNotAskedForWithoutEnd(t *testing.T) {
	shelf := many(2000)
	s := newStage(t, shelf, 80, 24)
	shelf.fail["Headlines"] = errors.New("the disk is gone")
	s.do("G").shows("the list could not be read: the disk is gone")
	s.do("k", "k", "enter").shows("this headline could not be read: R looks again")
	if asked := count(shelf.asked, "Headlines"); asked > 12 {
		t.Errorf("asked %d times", asked)
	}
	delete(shelf.fail, "Headlines")
	s.do("g").shows("part 0")
}

func TestAnHourAfterAnArabicOutletStaysBehindIt(t *testing.T) {
	shelf := newFakeShelf()
	shelf.items[0].Source = "صدى المرسى"
	shelf.items[0].Title = "مرسى النوارس"
	for _, size := range []string{"80x24", "40x10"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, shelf, number(w), number(h)).shows("صدى المرسى\u200e · 08:20")
		if s.shows("مرسى النوارس"); size == "80x24" {
			s.do("F").shows("صدى المرسى\u200e")
		}
	}
	if got := ltr("Ostrel Courier · čaj"); got != "Ostrel Courier · čaj" {
		t.Errorf("%q got a mark it does not need", got)
	}
	if cells("صدى\u200e 1") != cells("صدى 1") {
		t.Error("the mark takes a cell")
	}
}
