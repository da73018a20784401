//go:build unix

package e2e

import "testing"

// TestTheTableOfKeysHoldsInATerminal walks through a small library by the keys
// of the table, in a narrow terminal, where only one pane is on the screen and
// what a key did cannot be mistaken. The keys of the front page, of marks and of
// pictures have tests of their own beside this one.
func TestTheTableOfKeysHoldsInATerminal(t *testing.T) {
	t.Parallel()
	const pilot, ferry, bottom = "dead since April", "212 passengers", "100 %"
	term := open(t, t.TempDir(), 80, 24, harbour(t))
	term.see("4 stories")
	term.see("Library bill passes")
	for _, step := range []struct{ key, sees, misses string }{
		// The list.
		{"j", "2/4", ""}, {"k", "1/4", ""}, {"down", "2/4", ""}, {"up", "1/4", ""},
		{"G", "4/4", ""}, {"g", "1/4", ""}, {"space", "4/4", ""}, {"b", "1/4", ""},
		{"ctrl+d", "3/4", ""}, {"ctrl+u", "1/4", ""}, {"n", "2/4", ""}, {"N", "1/4", ""}, {"n", "2/4", ""},
		// A story, by two keys and back by four.
		{"l", pilot, ""}, {"h", "2/4", pilot}, {"enter", pilot, ""}, {"esc", "2/4", pilot},
		{"right", pilot, ""}, {"left", "2/4", pilot}, {"enter", pilot, ""}, {"q", "2/4", pilot}, {"enter", pilot, ""},
		// Its pages.
		{"space", "", "Vasska Post · Tue"}, {"b", "Vasska Post · Tue", ""},
		{"ctrl+d", "", "Vasska Post · Tue"}, {"ctrl+u", "Vasska Post · Tue", ""},
		{"G", bottom, ""}, {"g", pilot, bottom},
		// Its neighbours in the list, what names it, what it leads to and why.
		{"J", ferry, ""}, {"K", pilot, ferry},
		{"B", "STORIES THAT NAME THIS ONE", ""}, {"esc", "RELATED", ""}, {"esc", pilot, ""},
		{"r", "enter jump", ""}, {"esc", pilot, "enter jump"}, {"v", "RELATED", ""}, {"esc", pilot, "enter jump"},
		{"tab", "enter jump", ""}, {"esc", pilot, "enter jump"},
		// Its thread.
		{"T", "TIMELINE", ""}, {"esc", pilot, ""},
		{"-", ferry, ""}, {"=", pilot, ferry}, {"^", ferry, pilot},
		// The trail.
		{"backspace", pilot, ""}, {"]", ferry, ""}, {"[", pilot, ""}, {"alt+right", ferry, ""}, {"alt+left", pilot, ""},
		{"H", "TRAIL", ""}, {"esc", pilot, ""},
		// What was cut, and what can be done.
		{"J", ferry, ""}, {"x", "cuts, shown in place", ""}, {"x", ferry, ""},
		{"s", "★", ""}, {"U", "undone", "★"}, {"m", "read: Ferry runs aground", ""},
		{"t", "words with blanks between", ""}, {"esc", ferry, ""},
		{"|", "a command; it gets the text", ""}, {"esc", ferry, ""},
		{"R", "up to date", ""}, {"?", "MOVE", ""}, {"esc", ferry, ""},
		{"D", "no other story has this text", ""}, {"i", "no picture was saved", ""},
	} {
		t.Log(step.key) // says how far it came where it fails
		term.press(step.key)
		if step.sees != "" {
			term.see(step.sees)
		}
		if step.misses != "" {
			term.miss(step.misses)
		}
	}
	term.press("Q")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	term.wantWhole()
}
