package ui

import (
	"context"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// The headlines on the screen that are of an event with several stories are
// marked once the screen rests: what belongs together is a search for each,
// and no key shall wait for it. The next key gives it up; what was found until
// then is kept.
const threadsAfter = 500 * time.Millisecond

// threadMarks is what is known of the threads of the stories in the list.
type threadMarks struct {
	sizes   map[articles.ID]int // of the thread of each, 0 where it stands alone
	library int                 // number of the library's state that they are of

	n      int                // number of the latest wait
	top    articles.ID        // the first on the screen when it was begun
	cancel context.CancelFunc // of the search under way, else nil
}

type threadsDueMsg struct{ n int }

// threadsToldMsg brings the sizes of threads.
type threadsToldMsg struct {
	n, library int
	sizes      map[articles.ID]int
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
	t := &m.list.threads
	if d.n != t.n {
		return nil
	}
	ids := m.list.unthreaded(m.list.shown(m.lay.list.h))
	if len(ids) == 0 {
		return nil
	}
	var ctx context.Context
	ctx, t.cancel = context.WithCancel(m.ctx)
	library, shelf := t.library, m.shelf
	return func() tea.Msg {
		return threadsToldMsg{d.n, library, threadSizes(ctx, shelf, ids)}
	}
}

// unthreaded is the stories on the screen whose threads are not known.
func (l *list) unthreaded(shown int) (ids []articles.ID) {
	for i := l.top; i < l.top+shown; i++ {
		if it, ok := l.item(i); ok {
			if _, known := l.threads.sizes[it.ID]; !known {
				ids = append(ids, it.ID)
			}
		}
	}
	return ids
}

// threadSizes tells how many stories the threads of some have, as far as it
// comes. A thread is asked for once, whichever of its stories are among them.
func threadSizes(ctx context.Context, shelf Teller, ids []articles.ID) map[articles.ID]int {
	sizes := map[articles.ID]int{}
	for _, id := range ids {
		if _, known := sizes[id]; known {
			continue
		}
		thread, err := shelf.Thread(ctx, id)
		if err != nil {
			break // given up, or a list without these marks, which is whole
		}
		sizes[id] = 0
		for _, h := range thread {
			sizes[h.ID] = len(thread)
		}
	}
	return sizes
}

func (d threadsToldMsg) arrive(m *Model) tea.Cmd {
	t := &m.list.threads
	if d.n == t.n {
		t.cancel = nil
	}
	if d.library != t.library {
		return nil
	}
	if t.sizes == nil {
		t.sizes = map[articles.ID]int{}
	}
	for id, n := range d.sizes {
		t.sizes[id] = n
	}
	return nil
}

// giveUp ends the search under way; it goes on when the list rests again.
func (t *threadMarks) giveUp() {
	if t.cancel != nil {
		t.cancel()
		t.cancel, t.top = nil, ""
		t.n++
	}
}

// forgetThreads is called when the library changed.
func (l *list) forgetThreads() {
	l.threads.giveUp()
	l.threads = threadMarks{n: l.threads.n + 1, library: l.threads.library + 1}
}
