package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"
)

func TestTheTitleCountsWhatTheListShows(t *testing.T) {
	for _, c := range []struct {
		win  Window
		want string
	}{
		{Window{}, ""},
		{Window{All: 1, AllUnread: 1}, "1 story, 1 unread"},
		{Window{All: 4212, AllUnread: 87}, "4,212 stories, 87 unread"},
		{Window{All: 42, Folded: 2, AllUnread: 42}, "42 stories and 2 copies, 42 unread"},
		{Window{All: 42, Folded: 1}, "42 stories and 1 copy"},
		{Window{All: 42, AllUnread: -1}, "42 stories"}, // not known yet
	} {
		var m Model
		m.list.loaded, m.list.win = true, c.win
		if got, _ := m.counts(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.win, got, c.want)
		}
	}
}

func TestANarrowTitleKeepsTheCountOfUnread(t *testing.T) {
	s := newStage(t, newFakeShelf(), 100, 20)
	s.m.list.win.All, s.m.list.win.Folded, s.m.list.win.AllUnread = 4212, 31, 87
	for width, want := range map[int]string{
		100: " BROADSHEET  Ostrel archive · 4,212 stories and 31 copies, 87 unread",
		60:  " BROADSHEET  Ostrel archive · 4,212 stories, 87 unread",
		48:  " BROADSHEET · 4,212 stories, 87 unread",
	} {
		if got := strings.TrimRight(ansi.Strip(s.m.drawTitle(width)), " "); got != want {
			t.Errorf("%d cells: %q, want %q", width, got, want)
		}
	}
}
