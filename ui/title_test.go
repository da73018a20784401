package ui

import "testing"

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
		if got := m.counts(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.win, got, c.want)
		}
	}
}
