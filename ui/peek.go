package ui

import (
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// peek is the first lines of the related story under the cursor.
type peek struct {
	n    int // number of the latest wait
	id   articles.ID
	text string
}

// peekAfter is how long the cursor rests before the first lines come.
const peekAfter = 120 * time.Millisecond

// peekLetters is more than the lines of a peek hold.
const peekLetters = 600

type peekDueMsg struct {
	n  int
	id articles.ID
}

// peekLoadedMsg brings the first lines of a story.
type peekLoadedMsg struct {
	id   articles.ID
	text string
}

// catchUpPeek waits for the cursor to rest on a related headline.
func (m *Model) catchUpPeek() tea.Cmd {
	if m.focus != InLeads || m.lay.leads.empty() || m.lay.strip >= 0 {
		return nil
	}
	all := m.shownLeads()
	if m.leads.cursor >= len(all) {
		return nil
	}
	id := all[m.leads.cursor].Headline.ID
	if id == m.leads.peek.id {
		return nil
	}
	m.leads.peek = peek{n: m.leads.peek.n + 1, id: id}
	if id == "" {
		return nil
	}
	return m.after(peekAfter, peekDueMsg{m.leads.peek.n, id})
}

func (d peekDueMsg) arrive(m *Model) tea.Cmd {
	if d.n != m.leads.peek.n || m.focus != InLeads {
		return nil
	}
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		a, _, err := shelf.Story(ctx, d.id)
		if err != nil {
			return nil // opening it will say why
		}
		text := a.Text
		if len(text) > 4*peekLetters {
			text = text[:4*peekLetters]
		}
		letters := []rune(safe.Line(text))
		return peekLoadedMsg{d.id, string(letters[:min(len(letters), peekLetters)])}
	}
}

func (d peekLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.id == m.leads.peek.id {
		m.leads.peek.text = d.text
	}
	return nil
}
