//go:build unix

package e2e

import (
	"slices"
	"strings"
	"syscall"
	"testing"
)

func TestAReaderWalksFromStoryToStoryAndBack(t *testing.T) {
	t.Parallel()
	term := open(t, t.TempDir(), 110, 32, harbour(t))
	term.see("4 stories")
	term.see("Inquiry opens in Ostrel")

	// The list narrows while the search is typed, and opens what is left.
	term.press("/", "aground")
	term.miss("Library bill passes")
	term.press("enter", "enter")
	term.see("Teal Bank")
	term.see("named by the publisher")

	// Down some lines, a jump by number, and another one.
	top := strings.Split(storyPane(term.screen()), "\n")
	term.press("j", "j", "j", "j", "j", "j")
	left := term.until("the story six lines on", func(s string) bool {
		now := strings.Split(storyPane(s), "\n")
		return slices.Equal(now[1:6], top[7:12])
	})
	term.press("1")
	term.see("had been dead since April")
	term.press("1")
	term.see("court room")

	// Back twice: the very line.
	term.press("backspace")
	term.see("had been dead since April")
	term.press("[")
	back := term.until("the line that was left", func(s string) bool { return storyPane(s) == storyPane(left) })
	if !strings.Contains(back, "named by the publisher") {
		t.Errorf("the related headlines are gone:\n%s", back)
	}
	term.press("]")
	term.see("had been dead since April")
	term.press("[")

	// A headline that the library lacks becomes a search for its words.
	term.until("the story again", func(s string) bool { return storyPane(s) == storyPane(left) })
	term.press("2")
	term.see("Harbour lights to be counted by hand")
	term.see("no ")
	term.press("esc")

	// Help, and away.
	term.press("?")
	term.see("into the related headlines")
	term.press("esc")
	term.miss("into the related headlines")
	term.press("Q")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
	term.wantWhole()
}

// storyPane is the part of a middle screen right of the list's border.
func storyPane(screen string) string {
	var rows []string
	for _, row := range strings.Split(screen, "\n") {
		if _, right, ok := strings.Cut(row, "│"); ok {
			rows = append(rows, right)
		}
	}
	return strings.Join(rows, "\n")
}

func TestTheTerminalIsWholeAfterEverySignal(t *testing.T) {
	t.Parallel()
	for _, signal := range []syscall.Signal{syscall.SIGTERM, syscall.SIGHUP, syscall.SIGINT, syscall.SIGQUIT} {
		t.Run(signal.String(), func(t *testing.T) {
			term := open(t, t.TempDir(), 80, 24, harbour(t))
			term.see("4 stories")
			if err := term.cmd.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			term.exit()
			term.wantWhole()
		})
	}
}

func TestAnEmptyFolderExplainsItself(t *testing.T) {
	t.Parallel()
	term := open(t, t.TempDir(), 80, 24, t.TempDir())
	screen := term.see("no stories here")
	if !strings.Contains(screen, "press R to look again") {
		t.Errorf("it does not say what to do:\n%s", screen)
	}
	term.press("q")
	if code := term.exit(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

func TestMarksAndPlaceOutliveTheProgram(t *testing.T) {
	t.Parallel()
	home, dir := t.TempDir(), harbour(t)
	term := open(t, home, 60, 20, dir)
	term.see("4 stories")
	term.press("j", "s", "enter")
	term.see("had been dead since April")
	for range 2 {
		was := term.screen()
		term.press("space")
		term.until("another page", func(s string) bool { return s != was })
	}
	left := term.settle()
	term.press("Q")
	term.exit()

	term = open(t, home, 60, 20, dir)
	term.see("★")
	term.press("j", "enter")
	term.until("the place that was left", func(s string) bool {
		rows, was := strings.Split(s, "\n"), strings.Split(left, "\n")
		return len(rows) > 5 && len(was) > 5 && rows[5] == was[5]
	})
}
