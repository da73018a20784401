package ui

import (
	"fmt"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// clickOn clicks the first place where the screen shows a text.
func (s *stage) clickOn(text string) *stage {
	s.t.Helper()
	for y, line := range strings.Split(s.screen(), "\n") {
		if i := strings.Index(line, text); i >= 0 {
			return s.do(fmt.Sprintf("click:%d,%d", cells(line[:i]), y))
		}
	}
	s.t.Fatalf("the screen lacks %q:\n%s", text, s.screen())
	return s
}

func TestAClickOpensWhatIsUnderIt(t *testing.T) {
	for _, size := range []string{"160x45", "110x32", "80x24"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, newFakeShelf(), number(w), number(h))
		s.clickOn("Depot fire")
		if s.m.story.id != "depot.txt" || s.m.focus != InStory {
			t.Errorf("%s: opened %q", size, s.m.story.id)
		}
		s.do("esc", "g").clickOn("Vasska Post · 21:40")
		if s.m.story.id != "depot.txt" {
			t.Errorf("%s: its second line opened %q", size, s.m.story.id)
		}
	}
}

func TestAClickFollowsARelative(t *testing.T) {
	for _, size := range []string{"160x45", "110x32"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, newFakeShelf(), number(w), number(h)).do("enter")
		s.clickOn("4 Inquiry opens")
		if s.m.story.id != "opens.txt" {
			t.Errorf("%s: followed to %q", size, s.m.story.id)
		}
	}
	s := newStage(t, newFakeShelf(), 80, 24).do("enter", "G").clickOn("What the log says")
	if s.m.story.id != "log.txt" {
		t.Errorf("on the page: followed to %q", s.m.story.id)
	}
}

func TestAClickUnderFirstLinesAndReasonsFindsItsHeadline(t *testing.T) {
	for _, size := range []string{"160x45", "110x40", "80x40"} {
		w, h, _ := strings.Cut(size, "x")
		for _, steps := range [][]string{{"enter", "r", "wait"}, {"enter", "v", "wait"}} {
			s := newStage(t, newFakeShelf(), number(w), number(h)).do(steps...)
			s.clickOn("What the log says")
			if s.m.story.id != "log.txt" {
				t.Errorf("%s, %v: followed to %q", size, steps, s.m.story.id)
			}
		}
	}
}

func TestAClickOpensUnderEverySection(t *testing.T) {
	for _, order := range []Sort{SortThread, SortSource, SortTitle, SortOldest} {
		s := newStage(t, newFakeShelf(), 80, 50).do(":", "type:sort-"+string(order), "enter")
		if s.clickOn("Library bill passes"); s.m.story.id != "library.txt" {
			t.Errorf("by %s: opened %q", order, s.m.story.id)
		}
	}
}

func TestAClickOnANarrowedSheetChoosesWhatIsShown(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("F", "/", "type:post", "enter").clickOn("Vasska Post")
	if got := s.m.list.view; got != (View{Source: "Vasska Post"}) {
		t.Errorf("chose %+v", got)
	}
}

func TestAClickIntoAPreviewOpensIt(t *testing.T) {
	s := newStage(t, newFakeShelf(), 160, 45).do("j", "wait").clickOn("The pilot of the ferry")
	if s.m.focus != InStory || s.m.story.preview || s.m.story.id != "trams.txt" {
		t.Errorf("focus %d, story %q, preview %v", s.m.focus, s.m.story.id, s.m.story.preview)
	}
	if stop, _ := s.m.trail.here(); stop.id != "trams.txt" {
		t.Errorf("the trail is at %q", stop.id)
	}
}

func TestAClickChoosesOnASheet(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("F").clickOn("Vasska Post")
	if s.m.list.view.Source != "Vasska Post" {
		t.Errorf("chose %+v", s.m.list.view)
	}
	s.do("F").clickOn("SOURCES")
	if s.m.sheet == nil {
		t.Error("a heading was chosen")
	}
}

func TestTheWheelMovesThePaneUnderIt(t *testing.T) {
	s := newStage(t, newFakeShelf(), 160, 30).do("enter")
	s.do("wheel:80,10,down")
	if s.m.story.top != wheelLines {
		t.Errorf("the story is at line %d", s.m.story.top)
	}
	s.do("wheel:80,10,up", "wheel:80,10,up")
	if s.m.story.top != 0 {
		t.Errorf("the story is at line %d", s.m.story.top)
	}
	s.do("wheel:5,10,down")
	if s.m.list.cursor != 1 || s.m.focus != InStory {
		t.Errorf("the list is at %d", s.m.list.cursor)
	}
	s.do("wheel:150,10,down")
	if s.m.leads.cursor != 1 {
		t.Errorf("the relatives are at %d", s.m.leads.cursor)
	}
	s.do("?", "wheel:5,10,down")
	if s.m.sheet.top == 0 {
		t.Error("the help did not move")
	}
}

func TestTheMouseIsOffUntilAskedFor(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	if s.m.View().MouseMode != tea.MouseModeNone {
		t.Error("the mouse is on")
	}
	s.do("M").shows("the mouse scrolls and opens")
	if s.m.View().MouseMode != tea.MouseModeCellMotion {
		t.Error("the mouse is off")
	}
	s.do("M").shows("the mouse is the terminal's")
}

// TestClicksAnywhereAreLegal clicks every cell of small screens.
func TestClicksAnywhereAreLegal(t *testing.T) {
	for _, steps := range [][]string{nil, {"enter"}, {"enter", "r"}, {"?"}, {"/"}} {
		s := newStage(t, newFakeShelf(), 145, 12).do(steps...)
		for y := -1; y <= 13; y++ {
			for x := -1; x <= 146; x += 7 {
				s.send(tea.MouseClickMsg{X: x, Y: y, Button: tea.MouseLeft})
				s.send(tea.MouseWheelMsg{X: x, Y: y, Button: tea.MouseWheelDown})
			}
		}
	}
}
