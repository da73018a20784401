package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func typeKeys(e *entry, keys ...string) {
	for _, k := range keys {
		e.key(keyPress(k).Key())
	}
}

func TestALineIsEditedByLetters(t *testing.T) {
	for name, c := range map[string]struct {
		start string
		keys  []string
		want  string
		at    int
	}{
		"letters go to the end":              {"har", []string{"b", "o"}, "harbo", 5},
		"backspace takes the last":           {"harb", []string{"backspace"}, "har", 3},
		"at the start nothing goes":          {"ab", []string{"home", "backspace"}, "ab", 0},
		"delete takes the next":              {"ab", []string{"home", "delete"}, "b", 0},
		"ctrl-w takes a word":                {"night trams ", []string{"ctrl+w"}, "night ", 6},
		"ctrl-u takes all before":            {"night trams", []string{"left", "ctrl+u"}, "s", 0},
		"ctrl-k takes all after":             {"night", []string{"home", "right", "ctrl+k"}, "n", 1},
		"a letter goes where the cursor is":  {"ac", []string{"left", "b"}, "abc", 2},
		"an accent joins its letter":         {"cafe", []string{"\u0301"}, "cafe\u0301", 4},
		"one backspace takes both":           {"cafe\u0301", []string{"backspace"}, "caf", 3},
		"and a family goes whole":            {"a👩‍👩‍👧", []string{"backspace"}, "a", 1},
		"a blank is kept while one types on": {"night", []string{"space", "t"}, "night t", 7},
		"alt-left goes back a word":          {"night trams", []string{"alt+left"}, "night trams", 6},
		"an unknown key does nothing":        {"a", []string{"f1"}, "a", 1},
	} {
		e := newEntry(c.start)
		if strings.HasSuffix(c.start, " ") {
			e.insert(" ")
		}
		typeKeys(&e, c.keys...)
		if e.String() != c.want || e.at != c.at {
			t.Errorf("%s: got %q at %d, want %q at %d", name, e.String(), e.at, c.want, c.at)
		}
	}
}

func TestWhatIsPastedIsOneSafeLine(t *testing.T) {
	e := newEntry("")
	e.insert("one\ntwo\x1b[31m\tthree")
	if s := e.String(); strings.ContainsAny(s, "\n\x1b\t") || !strings.Contains(s, "one two") {
		t.Errorf("got %q", s)
	}
	e.insert(strings.Repeat("x", 5000))
	if len(e.text) > maxEntry {
		t.Errorf("%d letters", len(e.text))
	}
}

func FuzzEntryWindowHoldsItsCursor(f *testing.F) {
	f.Add("harbour 漢字 inquiry", 5, 3)
	f.Fuzz(func(t *testing.T, text string, width, back int) {
		width, back = width%200, back%50
		e := newEntry(text)
		for range back {
			e.key(keyPress("left").Key())
		}
		shown, column, _ := e.window(width)
		if width <= 0 {
			return
		}
		if w := ansi.StringWidth(shown); w > width || column < 0 || column >= width {
			t.Errorf("%q in %d: shown %d wide, cursor at %d", text, width, w, column)
		}
	})
}
