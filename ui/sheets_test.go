package ui

import (
	"fmt"
	"strings"
	"testing"
)

// On the widest screens the help stands in two columns, and nothing in it is
// cut where they begin.
func TestTheHelpIsNotCut(t *testing.T) {
	for _, width := range []int{80, 139, 140, 160, 240} {
		t.Run(fmt.Sprint(width), func(t *testing.T) {
			s := newStage(t, newFakeShelf(), width, 100)
			s.do("?")
			if got := s.screen(); strings.Contains(got, "…") {
				t.Errorf("cut:\n%s", got)
			}
			beside := strings.Contains(lineWith(s.screen(), "MOVE"), "THE STORY")
			if wide := width >= wideFrom; beside != wide {
				t.Errorf("the story's keys beside those that move: %v", beside)
			}
		})
	}
}

func lineWith(screen, text string) string {
	for l := range strings.Lines(screen) {
		if strings.Contains(l, text) {
			return l
		}
	}
	return ""
}

// Two columns show twice the rows, and scroll to the very last.
func TestTheHelpScrollsToItsEnd(t *testing.T) {
	for _, width := range []int{60, 160} {
		s := newStage(t, newFakeShelf(), width, 20).do("?", "G")
		s.shows("Nothing in your folders").do("j").shows("Nothing in your folders").do("g").shows("one row or line down")
	}
	if s := newStage(t, newFakeShelf(), 160, 24).do("?"); strings.Contains(s.screen(), "GOOD TO KNOW") {
		t.Error("all of it fits: the test shows nothing")
	}
}
