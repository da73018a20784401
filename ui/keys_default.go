package ui

import (
	"fmt"
	"slices"
	"strings"
)

// DefaultKeys is the key map of the design.
func DefaultKeys() KeyMap {
	return KeyMap{slices.Concat(moveKeys(), relatedKeys(), storyKeys(), programKeys())}
}

func moveKeys() []Binding {
	return []Binding{
		{Down, []string{"j", "down"}, "one row or line down", "down", everywhere},
		{Up, []string{"k", "up"}, "one row or line up", "up", everywhere},
		{PageDown, []string{"space", "pgdown", "ctrl+f"}, "a page down", "page", everywhere},
		{PageUp, []string{"b", "pgup", "ctrl+b"}, "a page up", "page up", everywhere},
		{HalfDown, []string{"ctrl+d"}, "half a page down", "", everywhere},
		{HalfUp, []string{"ctrl+u"}, "half a page up", "", everywhere},
		{Top, []string{"g", "home"}, "to the top", "top", everywhere},
		{Bottom, []string{"G", "end"}, "to the end", "end", everywhere},
		{Open, []string{"enter", "l", "right"}, "open what is chosen", "open", everywhere},
		{Level, []string{"esc", "h", "left", "q"}, "up a level; q at the top quits", "up", everywhere},
		{NextPane, []string{"tab"}, "to the next pane", "pane", panes},
		{NextStory, []string{"J"}, "the next story of the list", "next story", panes},
		{PrevStory, []string{"K"}, "the story before it in the list", "previous story", panes},
		{NextHit, []string{"n"}, "the next match, or else unread story", "next unread", panes},
		{PrevHit, []string{"N"}, "the match, or else unread story, before", "", panes},
		{Search, []string{"/"}, "search live; in a story or a sheet, find", "search", everywhere},
	}
}

func relatedKeys() []Binding {
	digits := []string{"1", "2", "3", "4", "5", "6", "7", "8", "9"}
	return []Binding{
		{Jump, digits, "jump to that headline", "jump", told},
		{Related, []string{"r"}, "into the related headlines", "related", InStory | InList},
		{Why, []string{"v"}, "why each headline is related", "why", told},
		{LinkedFrom, []string{"B"}, "the stories that name this one", "", told},
		{Copies, []string{"D"}, "copies of this text, and what differs", "copies", panes},
		{ThreadNext, []string{"="}, "the next story of the thread", "next in thread", told},
		{ThreadPrev, []string{"-"}, "the story before it in the thread", "", told},
		{ThreadHead, []string{"^"}, "the first story of the thread", "", told},
		{Timeline, []string{"T"}, "the thread as a timeline", "timeline", told},
		{Back, []string{"backspace", "[", "alt+left"}, "back on the trail, to the very line", "back", panes},
		{Forward, []string{"]", "alt+right"}, "forward on the trail", "forward", panes},
		{Trail, []string{"H"}, "the trail: where you have been", "trail", panes},
	}
}

func storyKeys() []Binding {
	return []Binding{
		{Cuts, []string{"x"}, "the story with what cleaning cut", "cuts", told},
		{Pictures, []string{"i"}, "the pictures saved with the story", "pictures", told},
		{Zoom, []string{"z"}, "the story alone on the screen", "zoom", told},
		{Star, []string{"s"}, "star, or take the star away", "star", panes},
		{Read, []string{"m"}, "mark read, or unread again", "read", panes},
		{Tag, []string{"t"}, "tags of the story", "", panes},
		{Paragraph, []string{"p"}, "choose a paragraph to mark, note, copy", "paragraph", told},
		{Note, []string{"a"}, "a note on the story or paragraph", "note", panes},
		{Notes, []string{"A"}, "all notes and marked paragraphs", "all notes", panes},
		{Undo, []string{"U"}, "undo the last mark", "", panes},
		{Original, []string{"o"}, "open the original; shows its address", "original", panes},
		{CopyLink, []string{"y"}, "copy the address or paragraph", "copy", panes},
		{Pipe, []string{"|"}, "pipe story or paragraph to a command", "", told},
		{Editor, []string{"e"}, "open the file in your editor", "", panes},
	}
}

func programKeys() []Binding {
	return []Binding{
		{Filter, []string{"F"}, "filter by source, unread, starred", "filter", panes},
		{Order, []string{"S"}, "sort by another order", "sort", InList},
		{UnreadOnly, []string{"u"}, "only unread stories, or all again", "unread", panes},
		{Rescan, []string{"R"}, "look for new and changed files", "rescan", panes},
		{Doctor, []string{"!"}, "the library; files that could not be read", "", panes},
		{Mouse, []string{"M"}, "mouse on or off (off: text is selected)", "", panes},
		{Palette, []string{":"}, "every command by name", "", panes},
		{Help, []string{"?", "f1"}, "all keys", "all keys", everywhere},
		{Redraw, []string{"ctrl+l"}, "draw the screen anew", "", everywhere},
		{Suspend, []string{"ctrl+z"}, "to the shell for a while (fg returns)", "", everywhere},
		{Quit, []string{"Q", "ctrl+c"}, "quit now", "quit", everywhere},
	}
}

// Presets names the key maps there are.
func Presets() []string { return []string{"default", "newsboat", "less", "emacs"} }

// Preset returns a key map by its name.
func Preset(name string) (KeyMap, error) {
	k := DefaultKeys()
	switch name {
	case "", "default":
		return k, nil
	case "newsboat":
		return k.With(map[Action][]string{
			PageDown: {"space", "pgdown", "ctrl+f"}, NextHit: {"n", "ctrl+n"},
			PrevHit: {"p", "N", "ctrl+p"}, Rescan: {"r", "R"}, Related: {"L"},
			Read: {"A", "m"}, Editor: {"E", "e"}, UnreadOnly: {"u", "ctrl+t"},
			Original: {"o", "O"}, Order: {"S", "ctrl+s"}, Paragraph: {"P"}, Notes: {"ctrl+a"},
		})
	case "less":
		return k.With(map[Action][]string{
			Down: {"j", "down", "ctrl+n", "ctrl+e"}, Up: {"k", "up", "ctrl+p", "y"},
			PageDown: {"space", "f", "pgdown", "ctrl+f", "ctrl+v"},
			HalfDown: {"d", "ctrl+d"}, HalfUp: {"u", "ctrl+u"},
			Top: {"g", "<", "home"}, Bottom: {"G", ">", "end"},
			UnreadOnly: {"*"}, CopyLink: {"c"}, Help: {"h", "?", "f1"},
			Level: {"esc", "left", "q"},
		})
	case "emacs":
		return k.With(map[Action][]string{
			Down: {"ctrl+n", "down", "j"}, Up: {"ctrl+p", "up", "k"},
			PageDown: {"ctrl+v", "space", "pgdown"}, PageUp: {"alt+v", "pgup", "b"},
			Top: {"alt+<", "home", "g"}, Bottom: {"alt+>", "end", "G"},
			Search: {"ctrl+s", "/"}, Level: {"ctrl+g", "esc", "q", "left"},
			Open: {"enter", "right"}, Palette: {"alt+x", ":"},
			Back: {"backspace", "[", "alt+left", "l"}, Undo: {"ctrl+_", "U"},
		})
	}
	return k, fmt.Errorf("%w: no preset is named %q (there are: %s)", ErrKeys, name, strings.Join(Presets(), ", "))
}
