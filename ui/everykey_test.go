package ui

import (
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestEveryKeyHasAnEffectOrAReason presses every key of the map in every
// place: the screen changes, or a command begins, or the status line says why
// not.
func TestEveryKeyHasAnEffectOrAReason(t *testing.T) {
	places := map[string][]string{
		"the list":        {"j", "j"},
		"a filtered list": {"u"},
		"a story":         {"j", "enter", "K", "j", "j"},
		"a lone story":    {"G", "enter"},
		"its end":         {"enter", "G"},
		"its relatives":   {"enter", "r", "j"},
		"help":            {"?"},
		"the trail":       {"enter", "1", "H"},
	}
	for name, steps := range places {
		for i, b := range DefaultKeys().bindings {
			key, size := b.Keys[i%len(b.Keys)], []string{"size:160x45", "size:70x20"}[i%2]
			s := newStage(t, newFakeShelf(), 80, 24).do(size).do(steps...).do("wait")
			s.m.notice.clear()
			was, quit := s.screen(), s.quit
			began := s.press(key)
			if s.screen() == was && s.m.notice.text == "" && s.quit == quit && !began && !atAnEnd(b.Action) {
				t.Errorf("%s (%s) in %s at %s does nothing and says nothing", key, b.Action, name, size)
			}
		}
	}
}

// press plays a key and tells whether a command of Bubble Tea's began.
func (s *stage) press(key string) (began bool) {
	_, cmd := s.m.Update(keyPress(key))
	if cmd == nil {
		return false
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case fact:
		s.send(msg)
	default:
		s.run(func() tea.Msg { return msg })
		return true
	}
	return false
}

// atAnEnd are the movements that may find nothing further that way.
func atAnEnd(a Action) bool {
	switch a {
	case Down, Up, PageDown, PageUp, HalfDown, HalfUp, Top, Bottom:
		return true
	}
	return false
}
