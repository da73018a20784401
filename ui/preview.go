package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// A preview is the story under the cursor, shown beside the list. It is not
// opened: it does not count as read and is no step on the trail. It comes
// only where there is a pane for it, and only once the cursor rests, so that
// a held key loads nothing; what it leads to comes when it rests for longer.
const (
	previewAfter = 150 * time.Millisecond
	aroundAfter  = 250 * time.Millisecond
)

// previewDueMsg says that the cursor has rested.
type previewDueMsg struct{ n int }

// aroundDueMsg says that it has rested for longer.
type aroundDueMsg struct{ load int }

// catchUpPreview waits for the cursor to rest where a story can be shown
// beside the list.
func (m *Model) catchUpPreview() tea.Cmd {
	it, ok := m.list.chosen()
	if !ok || m.focus != InList || m.lay.story.empty() || it.ID == m.idle {
		return nil
	}
	m.idle = it.ID
	m.preview++
	n := m.preview
	if m.story.id == "" { // nothing stands there yet
		return previewDueMsg{n}.arrive(m)
	}
	return m.after(previewAfter, previewDueMsg{n})
}

func (d previewDueMsg) arrive(m *Model) tea.Cmd {
	it, ok := m.list.chosen()
	if d.n != m.preview || !ok || m.focus != InList || it.ID == m.story.id {
		return nil
	}
	keep := m.keepPlace()
	cmd := m.story.ask(m.ctx, m.shelf, it.ID)
	m.story.title, m.story.preview, m.story.cuts = it.Title, true, false
	return batch(keep, cmd, m.after(aroundAfter, aroundDueMsg{m.story.load}))
}

func (d aroundDueMsg) arrive(m *Model) tea.Cmd {
	if d.load != m.story.load {
		return nil
	}
	m.story.rested = true
	return m.story.askAround(m.ctx, m.shelf)
}
