package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// keepPlace remembers where the reader is, on the trail and in the marks,
// before something else takes the screen.
func (m *Model) keepPlace() tea.Cmd {
	if m.story.id == "" || m.story.preview || !m.story.ready() {
		return nil
	}
	p := m.story.here()
	p.lead = m.leads.cursor
	if s, ok := m.trail.here(); ok && s.id == m.story.id {
		m.trail.leave(p)
	}
	return m.savePlace()
}

// saveAfter is how long a story stands still before the place is saved.
const saveAfter = 1500 * time.Millisecond

type saveDueMsg struct{ n int }

// moved is called when the reader moved in a story.
func (m *Model) moved() tea.Cmd {
	var cmd tea.Cmd
	if m.story.atEnd(m.lay.story.h) {
		cmd = m.markRead()
	}
	m.saving++
	return batch(cmd, m.after(saveAfter, saveDueMsg{m.saving}))
}

func (d saveDueMsg) arrive(m *Model) tea.Cmd {
	if d.n != m.saving {
		return nil
	}
	return batch(m.keepPlace(), m.saveTrail())
}

// savePlace writes how far the reader is, where that changed.
func (m *Model) savePlace() tea.Cmd {
	if m.story.preview || !m.story.ready() || !m.story.page.Done() {
		return nil
	}
	at := m.story.fraction(m.lay.story.h)
	if was := m.story.marks.Position; at-was < 0.005 && was-at < 0.005 {
		return nil
	}
	return m.mark(m.story.id, Change{Position: new(at)})
}

// readDueMsg says that a story has been open for a while.
type readDueMsg struct{ load int }

func (d readDueMsg) arrive(m *Model) tea.Cmd {
	if d.load != m.story.load || m.story.preview || m.focus == InList {
		return nil
	}
	return batch(m.markRead(), m.saveTrail())
}

func (m *Model) markRead() tea.Cmd {
	if m.story.preview || m.story.loading || m.story.err != nil || m.story.marks.Read {
		return nil
	}
	return m.mark(m.story.id, Change{Read: new(true)})
}

// mark changes marks on the screen at once and on the shelf in a command.
func (m *Model) mark(id articles.ID, c Change) tea.Cmd {
	if k, ok := m.marksOf(id); ok {
		m.setMarks(id, changed(k, c))
	}
	return m.marks.add(m.ctx, m.shelf, &job{id: id, change: c})
}

// marksOf finds the marks of a story that is on the screen.
func (m *Model) marksOf(id articles.ID) (articles.Marks, bool) {
	if m.story.id == id && !m.story.loading {
		return m.story.marks, true
	}
	for _, it := range m.list.win.Items {
		if it.ID == id {
			return it.Marks, true
		}
	}
	for _, l := range m.story.leads {
		if l.Headline.ID == id {
			return l.Headline.Marks, true
		}
	}
	return articles.Marks{}, false
}

func (m *Model) setMarks(id articles.ID, k articles.Marks) {
	k = gateMarks(k)
	m.list.marked(id, k)
	m.story.marked(id, k)
}

// arrive takes the marks as the shelf has them now.
func (d markedMsg) arrive(m *Model) tea.Cmd {
	switch {
	case d.err != nil && d.trail:
		m.fail("the trail could not be kept", d.err)
	case d.err != nil:
		m.fail("the mark could not be saved", d.err)
	case d.undo && d.undid == "":
		m.say("nothing to undo")
	case d.undo:
		m.say("undone: " + d.undid)
	}
	// An answer for a story with newer changes waiting is behind the screen.
	if d.err == nil && d.id != "" && !m.marks.hasFor(d.id) {
		m.setMarks(d.id, d.marks)
	}
	return m.marks.next(m.ctx, m.shelf)
}

func (w *marker) hasFor(id articles.ID) bool {
	for _, j := range w.waiting {
		if j.id == id {
			return true
		}
	}
	return false
}
