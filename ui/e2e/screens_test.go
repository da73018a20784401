//go:build unix

package e2e

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"testing"
	"time"

	"github.com/charmbracelet/x/exp/golden"
)

// A step presses a key and waits for what it brings.
type step struct{ key, sees string }

// TestScreens compares whole screens with those kept beside it; -update keeps
// new ones.
func TestScreens(t *testing.T) {
	opened := []step{{"j", "2/4"}, {"enter", "dead since April"}}
	for _, size := range [][2]int{{160, 45}, {110, 32}, {60, 20}} {
		for name, steps := range map[string][]step{
			"list":    nil,
			"story":   opened,
			"related": append(opened[:2:2], step{"r", "enter jump"}),
			"trail":   append(opened[:2:2], step{"1", "court room"}, step{"H", "TRAIL"}),
			"cuts":    {{"j", "2/4"}, {"j", "3/4"}, {"enter", "The morning ferry"}, {"x", "shown in place"}},
			"help":    {{"?", "MOVE"}},
		} {
			t.Run(fmt.Sprintf("%dx%d/%s", size[0], size[1], name), func(t *testing.T) {
				t.Parallel()
				term := open(t, t.TempDir(), size[0], size[1], harbour(t))
				term.see("4 stories")
				term.see("Library bill passes")
				for _, s := range steps {
					term.press(s.key)
					term.see(s.sees)
				}
				term.wantKept()
			})
		}
	}
}

var (
	age   = regexp.MustCompile(`\d+ years ago`)
	shelf = regexp.MustCompile(`/\S*/harbour`)
)

// wantKept waits for the screen that is kept for this test. What comes late,
// such as the marks of threads, needs no more patience than the machine does.
func (term *terminal) wantKept() {
	term.t.Helper()
	timeless := func() string {
		return shelf.ReplaceAllString(age.ReplaceAllString(term.screen(), "NN years ago"), "harbour")
	}
	kept, err := os.ReadFile(filepath.Join("testdata", term.t.Name()+".golden"))
	if err != nil || flag.Lookup("update").Value.String() == "true" {
		term.settle()
		kept = []byte(timeless())
	}
	for deadline := time.Now().Add(patience); timeless() != string(kept) && time.Now().Before(deadline); {
		time.Sleep(10 * time.Millisecond)
	}
	golden.RequireEqual(term.t, timeless())
}

// settle waits until the screen has not changed for a while: longer than the
// list rests before it marks threads.
func (term *terminal) settle() string {
	last, since := term.screen(), time.Now()
	for time.Since(since) < 2*time.Second {
		time.Sleep(20 * time.Millisecond)
		if now := term.screen(); now != last {
			last, since = now, time.Now()
		}
	}
	return last
}

func TestResizingShowsEveryLayout(t *testing.T) {
	t.Parallel()
	term := open(t, t.TempDir(), 160, 45, harbour(t))
	term.see("4 stories")
	term.press("j", "enter")
	const list, story, related = "Library bill passes", "dead since April", "RELATED"
	for _, size := range []struct {
		columns, rows int
		sees          []string
		misses        string
	}{
		{110, 32, []string{list, story, related}, ""},
		{60, 20, []string{story}, list},
		{40, 10, []string{"Pilot had no second radar"}, list},
		{9, 3, []string{"Pilot had"}, story}, {1, 1, nil, story}, {2, 40, nil, story}, {300, 2, nil, list},
		{160, 45, []string{list, story, related}, ""},
	} {
		term.resize(size.columns, size.rows)
		for _, words := range size.sees {
			term.see(words)
		}
		if size.misses != "" {
			term.miss(size.misses)
		}
	}
	term.press("ctrl+c")
	term.exit()
	term.wantWhole()
}
