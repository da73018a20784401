//go:build unix

package e2e

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestTheFrontPageAnswersToItsKeys presses the keys of the list in a terminal.
func TestTheFrontPageAnswersToItsKeys(t *testing.T) {
	t.Parallel()
	term := open(t, t.TempDir(), 110, 32, harbour(t))
	term.see("4 stories")
	term.see("Library bill passes")

	// Sections by every order.
	term.press("S")
	term.see("FERRY RUNS AGROUND")
	term.see("OTHER STORIES")
	term.press("S")
	term.see("WITHOUT A SOURCE")
	term.press("S")
	term.see("by title")
	term.press("S", "S")
	term.see("THURSDAY 5 JUNE 2014")

	// Filters add up, the sheet is narrowed by typing, esc shows all again.
	term.press("F")
	term.see("SOURCES")
	term.press("/", "vasska")
	term.miss("All stories")
	term.press("enter", "enter")
	term.see("Vasska Post · 1 story")
	term.press("esc")
	term.see("Library bill passes")
	term.press("u")
	term.see("only unread stories")
	term.press("u")

	// A search is kept by name, and found again by it.
	term.press("/", "harbour", "enter", ":", "save-search", "enter", "quay", "enter")
	term.see("kept as @quay")
	term.press("esc", "F")
	term.see("@quay")
	term.press("esc")

	// What it is like, every command, and reasons where there is nothing.
	term.press("!")
	term.see("every file was read")
	term.press("esc", "D")
	term.see("no other story has this text")
	term.press("x")
	term.see("works in a story")
	term.press("%")
	term.see("% does nothing; ? shows the keys")
	term.press(":", "thm-salm")
	term.see("theme-salmon")
	term.press("enter", "2", "j")
	term.see("3/4")
	term.press("1", "g")
	term.see("1/4")

	// The mouse, off until it is asked for: a click opens, the wheel goes on.
	term.press("M")
	term.see("the mouse scrolls and opens")
	term.press("\x1b[<0;8;4M")
	term.see("forty witnesses")
	term.press("\x1b[<65;8;4M", "M")
	term.see("the mouse is the terminal's")
	term.press("ctrl+c")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	term.wantWhole()
}

// TestTheConfigurationIsTheReaders starts the program with keys, colours and
// marks of the reader's own.
func TestTheConfigurationIsTheReaders(t *testing.T) {
	t.Parallel()
	home := t.TempDir()
	write := func(text string) {
		t.Helper()
		path := filepath.Join(home, "config", "broadsheet", "config.toml")
		if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write(`
theme = "quay"
background = "dark"
ascii = true
colour = "blue"
[keys]
preset = "less"
bind.star = ["ctrl+s"]
[palettes.quay.dark]
accent = "#01fe02"
`)
	dir := harbour(t)
	term := open(t, home, 100, 24, dir)
	term.see("4 stories")
	term.see("Library bill passes")
	term.press("d", "ctrl+s") // half a page down, and the star
	term.see("starred: ")
	term.see("! ")
	if raw := term.written(); !strings.Contains(raw, "38;2;1;254;2") {
		t.Error("the accent of the palette is not on the screen")
	}
	if screen := term.screen(); strings.ContainsFunc(screen, func(r rune) bool { return r > '~' }) {
		t.Errorf("there are signs that are not ASCII:\n%s", screen)
	}
	term.press("Q")
	term.exit()

	write("[keys.bind]\nstar = [\"j\"]\n")
	term = open(t, home, 100, 24, dir)
	term.see(`"j" is both down and star`)
	if code := term.exit(); code != 2 {
		t.Errorf("exit code %d, want 2", code)
	}
}
