package ui

import (
	"errors"
	"image/color"
	"testing"

	tea "charm.land/bubbletea/v2"
)

func TestTheAnswerOfTheTerminalIsKeptWhereItIsNews(t *testing.T) {
	var kept []bool
	keep := func(o *Options) {
		o.FixedTheme = false
		o.Background = func(dark bool) error {
			kept = append(kept, dark)
			return errors.New("the disk is full") // the next start asks again
		}
	}
	s := newStage(t, newFakeShelf(), 80, 24, keep)
	light, dark := tea.BackgroundColorMsg{Color: color.White}, tea.BackgroundColorMsg{Color: color.Black}
	s.send(dark) // as it was begun
	if len(kept) != 0 || !s.m.th.Dark {
		t.Errorf("the same answer was kept: %v", kept)
	}
	s.send(light)
	if len(kept) != 1 || kept[0] || s.m.th.Dark {
		t.Errorf("a light background: kept %v, the theme is dark: %v", kept, s.m.th.Dark)
	}
	s.send(light)
	s.send(dark)
	if len(kept) != 2 || !kept[1] {
		t.Errorf("kept %v", kept)
	}
	if s.m.notice.text != "" {
		t.Errorf("it says %q", s.m.notice.text)
	}
}

func TestAThemeThatStaysTheSameKeepsWhatWasDrawn(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	was := s.m.th
	s.send(tea.BackgroundColorMsg{Color: color.Black})
	if s.m.th != was {
		t.Error("everything is drawn anew for nothing")
	}
}
