package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"
)

// drawTime is how long the screen may take to be drawn: some frames.
const drawTime = 25 * time.Millisecond

// drawnMsg says that the first headlines have been drawn.
type drawnMsg struct{}

// catchUpDrawn waits for the first headlines to be drawn. The time runs from
// when they are in hand and not from when they were asked for: a machine that
// has other work takes long over both.
func (m *Model) catchUpDrawn() tea.Cmd {
	if m.drawn || !m.list.loaded || m.opt.Drawn == nil {
		return nil
	}
	m.drawn = true
	return m.after(drawTime, drawnMsg{})
}

func (drawnMsg) arrive(m *Model) tea.Cmd {
	return func() tea.Msg {
		m.opt.Drawn()
		return nil
	}
}
