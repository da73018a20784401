package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// The headlines on the screen that are of one event are marked once the
// screen rests: what belongs together is a search for each, which a held key
// must not pay for.
const threadsAfter = 400 * time.Millisecond

// threadMargin is how many headlines around the screen are looked at too, so
// that an event is not cut in two by its edge.
const threadMargin = 12

// threadMarks is what is known of the threads of the stories in the list.
type threadMarks struct {
	sizes map[articles.ID]int // stories of its event around each, 0 for none
	n     int                 // number of the latest wait
	top   articles.ID         // the first on the screen when it was begun
}

type threadsDueMsg struct{ n int }

// threadsToldMsg brings which of some stories are of one event.
type threadsToldMsg struct {
	n      int
	ids    []articles.ID
	groups [][]articles.ID
}

// catchUpThreads waits for the list to rest on headlines whose threads are
// not known.
func (m *Model) catchUpThreads() tea.Cmd {
	first, ok := m.list.item(m.list.top)
	if !ok || m.lay.list.empty() || m.list.view.sections() == byThread || first.ID == m.list.threads.top {
		return nil
	}
	t := &m.list.threads
	t.n, t.top = t.n+1, first.ID
	return m.after(threadsAfter, threadsDueMsg{t.n})
}

func (d threadsDueMsg) arrive(m *Model) tea.Cmd {
	if d.n != m.list.threads.n {
		return nil
	}
	ids, wanting := m.list.around(m.list.shown(m.lay.list.h))
	if !wanting {
		return nil
	}
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		groups, err := shelf.Threads(ctx, ids)
		if err != nil {
			return nil // a list without these marks is whole
		}
		return threadsToldMsg{d.n, ids, groups}
	}
}

// around is the stories on the screen and some beyond it, and whether any on
// it is not known yet.
func (l *list) around(shown int) (ids []articles.ID, wanting bool) {
	for i := l.top - threadMargin; i < l.top+shown+threadMargin; i++ {
		it, ok := l.item(i)
		if !ok {
			continue
		}
		ids = append(ids, it.ID)
		if _, known := l.threads.sizes[it.ID]; !known && i >= l.top && i < l.top+shown {
			wanting = true
		}
	}
	return ids, wanting
}

func (d threadsToldMsg) arrive(m *Model) tea.Cmd {
	if d.n != m.list.threads.n {
		return nil
	}
	t := &m.list.threads
	if t.sizes == nil {
		t.sizes = map[articles.ID]int{}
	}
	for _, id := range d.ids {
		t.sizes[id] = 0
	}
	for _, group := range d.groups {
		for _, id := range group {
			t.sizes[id] = len(group)
		}
	}
	return nil
}

// forgetThreads is called when the library changed.
func (l *list) forgetThreads() { l.threads = threadMarks{n: l.threads.n + 1} }
