//go:build unix

package e2e

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
)

// harbour writes a small library of invented stories that name each other, and
// returns its folder.
func harbour(t *testing.T) string {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "harbour")
	// Long enough to scroll; two stories with the same witnesses would be copies.
	long := func(n int, testimony string) string {
		var b strings.Builder
		for i := range n {
			fmt.Fprintf(&b, testimony+"\n\n", i+1)
		}
		return b.String()
	}
	for name, text := range map[string]string{
		"ferry.txt": "Ferry runs aground off Karsk\n\nFerry runs aground off Karsk\nMon Jun 2, 2014 06:12:00\n\n" +
			"The morning ferry from Ostrel ran aground on the Teal Bank off Karsk in fog. All 212 passengers were taken off by noon.\n\n" + long(20, "Witness %d told the inquiry what the ferry had looked like from the quay at Karsk, and how the fog bell of Ostrel had sounded twice.") +
			"BA/BA\n\n" + `string(99) "[{"id":"7","pic":"/2014/06/03/a.jpg","title":"Pilot had no second radar"} ,{"id":"8","pic":"/2014/05/01/b.jpg","title":"Harbour lights to be counted by hand"} ]"` + "\n",
		"radar.md": "---\ntitle: Pilot had no second radar\ndate: 2014-06-03\nsource: Vasska Post\n---\n\n" +
			"The pilot of the ferry told the harbour master of Karsk that the second radar had been dead since April.\n\n" + long(18, "Page %d of the log, which the pilot read aloud, names a spare part, the day it was asked for and the clerk who had never heard of it.") +
			"## Related\n\n- [Inquiry opens in Ostrel](https://ostrel.example/inquiry)\n",
		"inquiry.html": "<!doctype html><html><head><title>Inquiry opens in Ostrel</title><link rel=canonical href=https://ostrel.example/inquiry>" +
			"<meta property=article:published_time content=2014-06-05></head><body><article><h1>Inquiry opens in Ostrel</h1>" +
			"<p>The harbour inquiry opened in Ostrel on Thursday with the pilot, the harbour master and a box of wet papers.</p>" +
			"<p>It will hear forty witnesses in three weeks, its chair said, and will not sit on Fridays because the court room is let to a choir.</p>" +
			"<p>The ferry is still on the Teal Bank, where a tug visits it twice a day and the people of Karsk once.</p></article></body></html>",
		"library.txt": "Library bill passes by one vote\n\nThe parliament of Vasska passed the library bill on Tuesday by one vote after a night of amendments, most of them about chairs.\n",
	} {
		if err := os.MkdirAll(dir, 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(dir, name), []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func TestAReaderWalksFromStoryToStoryAndBack(t *testing.T) {
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
	term.press("j", "j", "j", "j", "j", "j")
	time.Sleep(200 * time.Millisecond)
	left := term.screen()
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
	term.see("jump to that related headline")
	term.press("esc")
	term.miss("jump to that related headline")
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

func TestResizingShowsEveryLayout(t *testing.T) {
	term := open(t, t.TempDir(), 160, 45, harbour(t))
	term.see("4 stories")
	term.press("j", "enter")
	term.see("had been dead since April")
	term.see("RELATED")
	for _, size := range [][2]int{{110, 32}, {60, 20}, {40, 10}, {9, 3}, {1, 1}, {2, 40}, {300, 2}} {
		term.resize(size[0], size[1])
		time.Sleep(50 * time.Millisecond)
	}
	term.resize(160, 45)
	term.see("RELATED")
	term.see("had been dead since April")
	term.press("ctrl+c")
	term.exit()
	term.wantWhole()
}

var (
	age   = regexp.MustCompile(`\d+ years ago`)
	shelf = regexp.MustCompile(`/\S*/harbour`)
)

func TestScreens(t *testing.T) {
	for _, size := range [][2]int{{160, 45}, {110, 32}, {60, 20}} {
		for name, keys := range map[string][]string{
			"list":    nil,
			"story":   {"j", "enter"},
			"related": {"j", "enter", "r"},
			"trail":   {"j", "enter", "1", "H"},
			"cuts":    {"j", "j", "enter", "x"},
			"help":    {"?"},
		} {
			t.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], name), func(t *testing.T) {
				term := open(t, t.TempDir(), size[0], size[1], harbour(t))
				term.see("4 stories")
				term.see("Library bill passes")
				for _, k := range keys {
					term.press(k)
					time.Sleep(150 * time.Millisecond)
				}
				screen := term.settled()
				screen = age.ReplaceAllString(screen, "NN years ago")
				golden.RequireEqual(t, shelf.ReplaceAllString(screen, "harbour"))
			})
		}
	}
}

// settled waits until the screen has not changed for a while: longer than the
// list rests before it marks threads.
func (term *terminal) settled() string {
	last, since := term.screen(), time.Now()
	for deadline := time.Now().Add(patience); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		if now := term.screen(); now != last {
			last, since = now, time.Now()
		} else if time.Since(since) > time.Second {
			break
		}
	}
	return last
}

func TestTheTerminalIsWholeAfterEverySignal(t *testing.T) {
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
	home, dir := t.TempDir(), harbour(t)
	term := open(t, home, 60, 20, dir)
	term.see("4 stories")
	term.press("j", "s", "enter")
	term.see("had been dead since April")
	term.press("space", "space")
	time.Sleep(300 * time.Millisecond)
	left := term.settled()
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
