package ui

import (
	"context"
	"errors"
	"fmt"
	"sync"
	"time"

	tea "charm.land/bubbletea/v2"
)

// scan is the library being brought up to date.
type scan struct {
	running  bool
	number   int
	state    Progress
	progress *latest
	ended    bool // one scan has ended: what is not there is not there
	again    bool // asked for once more while one runs
	asked    bool // the reader asked for it
}

// latest holds the newest progress. Whoever reports never waits, and whoever
// reads gets the newest only.
type latest struct {
	mu    sync.Mutex
	value Progress
	news  chan struct{}
}

func newLatest() *latest { return &latest{news: make(chan struct{}, 1)} }

func (l *latest) put(p Progress) {
	l.mu.Lock()
	l.value = p
	l.mu.Unlock()
	select {
	case l.news <- struct{}{}:
	default:
	}
}

func (l *latest) get() Progress {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.value
}

type scanMovedMsg struct {
	number int
	state  Progress
}

type scanEndedMsg struct {
	number int
	err    error
}

type libraryChangedMsg struct{}

// startScan brings the library up to date, unless that is under way.
func (m *Model) startScan() tea.Cmd {
	if m.scan.running {
		m.scan.again = true
		return nil
	}
	m.scan.running, m.scan.again = true, false
	m.scan.number++
	m.scan.state, m.scan.progress = Progress{}, newLatest()
	n, ctx, shelf, progress := m.scan.number, m.ctx, m.shelf, m.scan.progress
	return batch(func() tea.Msg {
		return scanEndedMsg{n, shelf.Scan(ctx, progress.put)}
	}, m.waitForProgress(n))
}

// progressEvery is how often progress is drawn at most.
const progressEvery = 100 * time.Millisecond

func (m *Model) waitForProgress(n int) tea.Cmd {
	ctx, progress := m.ctx, m.scan.progress
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case <-progress.news:
			return scanMovedMsg{n, progress.get()}
		}
	}
}

type progressDueMsg struct{ n int }

func (d progressDueMsg) arrive(m *Model) tea.Cmd {
	if d.n != m.scan.number || !m.scan.running {
		return nil
	}
	return m.waitForProgress(d.n)
}

func (d scanMovedMsg) arrive(m *Model) tea.Cmd {
	if d.number != m.scan.number || !m.scan.running {
		return nil
	}
	m.scan.state = d.state
	return m.after(progressEvery, progressDueMsg{d.number})
}

func (d scanEndedMsg) arrive(m *Model) tea.Cmd {
	if d.number != m.scan.number {
		return nil
	}
	m.scan.running, m.scan.ended = false, true
	m.scan.state = m.scan.progress.get()
	m.scan.progress.put(m.scan.state) // wakes the one that waits, so that it ends
	switch {
	case errors.Is(d.err, context.Canceled):
	case d.err != nil:
		m.fail("the folder could not be read whole", d.err)
	case m.scan.state.Failed > 0:
		m.warn(fmt.Sprintf("%s could not be read: %s says why",
			countOf(m.scan.state.Failed, "file", "files"), m.keyFor(Doctor)))
	case m.scan.asked:
		m.say("up to date: " + countOf(m.list.win.All, "story", "stories"))
	}
	m.scan.asked = false
	cmds := []tea.Cmd{m.refresh(), m.storyAgain()}
	if m.scan.again {
		cmds = append(cmds, m.startScan())
	}
	return batch(cmds...)
}

// storyAgain asks anew for what may have come with a scan: a story that could
// not be read, or what the one on the screen leads to.
func (m *Model) storyAgain() tea.Cmd {
	s := &m.story
	switch {
	case s.id == "" || s.loading:
		return nil
	case s.err != nil:
		title, preview := s.title, s.preview
		cmd := s.ask(m.ctx, m.shelf, s.id)
		s.title, s.preview = title, preview
		return batch(cmd, s.askAround(m.ctx, m.shelf))
	}
	s.around = 0
	return s.askAround(m.ctx, m.shelf)
}

// rescan looks for new and changed files because the reader asked.
func (m *Model) rescan(press) tea.Cmd {
	m.scan.asked = true
	m.say("looking for new and changed files")
	return m.startScan()
}

// waitForChange waits until headlines may have changed.
func (m *Model) waitForChange() tea.Cmd {
	ctx, changes := m.ctx, m.shelf.Changes()
	if changes == nil {
		return nil
	}
	return func() tea.Msg {
		select {
		case <-ctx.Done():
			return nil
		case _, ok := <-changes:
			if !ok {
				return nil
			}
			return libraryChangedMsg{}
		}
	}
}

// changeEvery is how often the list is asked for anew at most while a scan
// runs, and changeSoon the same while there is room on the screen for more.
const (
	changeEvery = 250 * time.Millisecond
	changeSoon  = 20 * time.Millisecond
)

type changeDueMsg struct{}

func (changeDueMsg) arrive(m *Model) tea.Cmd { return m.waitForChange() }

func (libraryChangedMsg) arrive(m *Model) tea.Cmd {
	m.list.forgetThreads()
	every := changeEvery
	if m.list.win.All < m.lay.list.h {
		every = changeSoon
	}
	return batch(m.refresh(), m.after(every, changeDueMsg{}))
}

// refresh asks for the list anew and keeps the cursor on its story. A cursor
// that was never moved stays at the top, where the newest come in.
func (m *Model) refresh() tea.Cmd {
	id, at := m.list.anchor()
	if m.list.cursor == 0 {
		id = ""
	}
	return m.list.askAround(m.ctx, m.shelf, id, at, max(m.lay.list.h, 20))
}
