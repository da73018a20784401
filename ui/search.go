package ui

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
)

// search begins a live search of the library, a find in the story, or leaves
// only some rows of a sheet.
func (m *Model) search(press) tea.Cmd {
	switch {
	case m.sheet != nil:
		return m.narrowSheet()
	case m.focus != InList:
		return m.beginFind()
	}
	was := view{m.list.view, m.list.cursor, m.list.top, m.focus}
	restore := func(m *Model) tea.Cmd {
		m.list.view, m.list.cursor, m.list.top, m.idle = was.view, was.cursor, was.top, ""
		return m.askHere()
	}
	m.prompt = &prompt{
		label: "/", entry: newEntry(was.view.Query),
		help: "words, \"a phrase\", -not, OR, harb*, title: source: tag: is:unread after:2014-06",
		changed: func(m *Model, text string) tea.Cmd {
			m.list.view.Query, m.list.view.Live = text, text != ""
			return m.reload()
		},
		done: func(m *Model, text string) tea.Cmd {
			if text != was.view.Query && m.list.view.Query == was.view.Query {
				return restore(m)
			}
			return nil // what the live search found stays
		},
		cancelled: restore,
		moved: func(m *Model, by int) tea.Cmd {
			m.list.move(m.list.cursor+by, m.lay.list.h)
			return nil
		},
	}
	return nil
}

// arrive takes a window of the list.
func (d headlinesLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.load != m.list.load {
		return nil
	}
	m.list.pending = false
	switch {
	case errors.Is(d.err, context.Canceled):
		return nil
	case d.err != nil:
		m.list.loaded = true
		m.fail("the list could not be read", d.err)
		return nil
	case d.win.Problem != nil: // what was found before stays on the screen
		p := *d.win.Problem
		p.Message = safe.Line(p.Message)
		if m.prompt != nil {
			m.prompt.trouble = &p
		} else {
			m.warn("the search was not understood: " + p.Message)
		}
		return nil
	}
	if m.prompt != nil {
		m.prompt.trouble = nil
	}
	m.list.cursor += d.shift // the reader may have moved since it was asked
	m.list.top += d.shift
	m.list.at = d.win.From
	m.list.hold(d.win)
	m.list.settle(m.lay.list.h)
	m.list.fill(m.lay.list.h)
	cmd := m.openChosen()
	m.opening = false // nothing is there to open
	return cmd
}

func gateItem(it Item) Item {
	it.Headline, it.Thread = gateHeadline(it.Headline), safe.Line(it.Thread)
	if it.Snippet != nil {
		p := gateSnippet(*it.Snippet)
		it.Snippet = &p
	}
	return it
}

// tally says beside the line being typed how much it found.
func (m *Model) tally() string {
	if m.focus == InStory {
		return m.story.find.tally()
	}
	if m.sheet != nil || m.list.view.Query == "" || m.prompt.trouble != nil {
		return ""
	}
	return fmt.Sprintf("%s of %s", thousands(m.list.win.Total), thousands(m.list.win.All))
}

// orders are the orders there are for the list, the usual one first.
func (m *Model) orders() []Sort {
	all := []Sort{SortNewest, SortThread, SortSource, SortTitle, SortOldest}
	if m.list.view.Query != "" {
		return append([]Sort{SortBest}, all...)
	}
	return all
}

// sort shows the list by the next order.
func (m *Model) sort(press) tea.Cmd {
	all := m.orders()
	at := max(slices.Index(all, m.list.view.Sort), 0) // SortAuto is the first of them
	return m.sortBy(all[(at+1)%len(all)])
}

// sortBy shows the list by an order, from its top.
func (m *Model) sortBy(s Sort) tea.Cmd {
	m.list.view.Sort = s
	m.say("sorted by " + m.sortName(s))
	if m.focus == InList {
		return m.reload()
	}
	return m.browse(m.list.view)
}

// sortName says what an order goes by, and that it takes in only part of a
// large library.
func (m *Model) sortName(s Sort) string {
	switch s {
	case SortNewest:
		return "date, the newest first"
	case SortOldest:
		return "date, the oldest first"
	case SortBest:
		return "match, the best first"
	case SortThread:
		if m.list.win.All > woven {
			return "thread, the newest " + strconv.Itoa(woven) + " stories"
		}
	}
	return string(s)
}

// unreadOnly leaves the read stories out, or shows them again.
func (m *Model) unreadOnly(press) tea.Cmd {
	v := m.list.view
	v.Unread = !v.Unread
	id := m.chosenID()
	m.list.view = v
	if m.focus != InList {
		m.focus = InList
	}
	if v.Unread {
		m.say("only unread stories")
	} else {
		m.say("all stories")
	}
	m.idle = ""
	return m.reloadAt(id)
}
