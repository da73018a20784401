package ui

import (
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"
)

// TestEnterTypedBeforeTheAnswerOpensWhatIsFound types a search and enter
// faster than the library answers.
func TestEnterTypedBeforeTheAnswerOpensWhatIsFound(t *testing.T) {
	for name, c := range map[string]struct {
		query string
		keys  []string
		opens string
	}{
		"the first that is found":            {"depot", []string{"enter", "enter"}, "Depot fire: nobody was hurt"},
		"by the last enter of several":       {"depot", []string{"enter", "enter", "j", "k", "enter"}, "Depot fire: nobody was hurt"},
		"nothing, where nothing is":          {"zzz", []string{"enter", "enter"}, ""},
		"nothing, where another key came":    {"depot", []string{"enter", "enter", "j"}, ""},
		"nothing, where the search was left": {"depot", []string{"enter", "enter", "esc"}, ""},
	} {
		t.Run(strings.ReplaceAll(name, " ", "_"), func(t *testing.T) {
			s := newStage(t, newFakeShelf(), 60, 20).do("/")
			_, late := s.m.Update(tea.PasteMsg{Content: c.query})
			s.do(c.keys...)
			if s.m.focus != InList {
				t.Fatalf("a story was opened before the answer:\n%s", s.screen())
			}
			s.run(late)
			if opened := s.m.focus == InStory; opened != (c.opens != "") || !strings.Contains(s.screen(), c.opens) {
				t.Errorf("a story is open: %v\n%s", opened, s.screen())
			}
			if s.m.opening {
				t.Error("a story may still open when nobody awaits it")
			}
		})
	}
}
