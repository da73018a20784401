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
	from int // the story that leads there, by its load
	id   articles.ID
	text string
	meet meeting // where the two stories share their terms
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
	n    int
	text string
	meet meeting
}

// catchUpPeek waits for the cursor to rest on a related headline.
func (m *Model) catchUpPeek() tea.Cmd {
	if m.focus != InLeads || m.lay.leads.empty() || m.leadsLook().brief {
		return nil
	}
	all := m.shownLeads()
	if m.leads.cursor >= len(all) {
		return nil
	}
	id := all[m.leads.cursor].Headline.ID
	if id == m.leads.peek.id && m.leads.peek.from == m.story.load {
		return nil
	}
	m.leads.peek = peek{n: m.leads.peek.n + 1, id: id, from: m.story.load}
	if id == "" {
		return nil
	}
	return m.after(peekAfter, peekDueMsg{m.leads.peek.n, id})
}

func (d peekDueMsg) arrive(m *Model) tea.Cmd {
	all := m.shownLeads()
	if d.n != m.leads.peek.n || m.focus != InLeads || m.leads.cursor >= len(all) {
		return nil
	}
	ctx, shelf, here := m.ctx, m.shelf, m.story.article.Text
	terms := sharedTerms(all[m.leads.cursor].Lead)
	return func() tea.Msg {
		a, _, err := shelf.Story(ctx, d.id)
		if err != nil {
			return nil // opening it will say why
		}
		both := meet(terms, here, a.Text)
		text := a.Text
		if len(text) > 4*peekLetters {
			text = text[:4*peekLetters]
		}
		letters := []rune(safe.Line(text))
		return peekLoadedMsg{d.n, string(letters[:min(len(letters), peekLetters)]), both}
	}
}

func (d peekLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.n == m.leads.peek.n {
		m.leads.peek.text, m.leads.peek.meet = d.text, d.meet
	}
	return nil
}

// sharedTerms are the terms that two stories share, where that is why one
// leads to the other.
func sharedTerms(l articles.Lead) []string {
	if l.Kind != articles.Similar {
		return nil
	}
	return l.Why
}
