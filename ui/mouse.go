package ui

import (
	tea "charm.land/bubbletea/v2"
)

// wheelLines is how far one notch of the wheel goes.
const wheelLines = 3

// toggleMouse gives the mouse to the program, or back to the terminal, whose
// own selection then works.
func (m *Model) toggleMouse(press) tea.Cmd {
	m.mouse = !m.mouse
	if m.mouse {
		m.say("the mouse scrolls and opens; " + m.keyFor(Mouse) + " gives it back to the terminal")
	} else {
		m.say("the mouse is the terminal's: select text as elsewhere")
	}
	return nil
}

// wheeled scrolls the pane under the mouse.
func (m *Model) wheeled(at tea.Mouse) tea.Cmd {
	n := wheelLines
	switch at.Button {
	case tea.MouseWheelUp:
		n = -n
	case tea.MouseWheelDown:
	default:
		return nil
	}
	m.notice.clear()
	m.list.threads.giveUp()
	m.last = ""
	switch {
	case m.sheet != nil:
		m.sheet.move(m.sheet.cursor+n, m.body())
	case m.lay.list.holds(at.X, at.Y):
		m.list.move(m.list.cursor+n/wheelLines, m.lay.list.h)
	case m.lay.story.holds(at.X, at.Y):
		if m.story.scroll(n, m.lay.story.h) && !m.story.preview {
			return m.moved()
		}
	case m.lay.leads.holds(at.X, at.Y):
		m.leads.cursor = clamp(m.leads.cursor+n/wheelLines, 0, len(m.shownLeads())-1)
	}
	return nil
}

// clicked chooses what is under the mouse; a second click opens it.
func (m *Model) clicked(at tea.Mouse) tea.Cmd {
	if at.Button != tea.MouseLeft || m.prompt != nil {
		return nil
	}
	m.notice.clear()
	m.list.threads.giveUp()
	m.last = ""
	switch {
	case m.sheet != nil:
		row := at.Y - m.body().y - sheetHead + m.sheet.top
		if row < 0 || row >= m.sheet.size() || m.sheet.row(row).heading {
			return nil
		}
		m.sheet.cursor = row
		return m.pick()
	case m.lay.list.holds(at.X, at.Y):
		return m.clickedList(at.Y - m.lay.list.y)
	case m.lay.leads.holds(at.X, at.Y):
		return m.clickedLead(at.Y - m.lay.leads.y)
	case m.lay.story.holds(at.X, at.Y):
		if m.focus != InStory && m.story.ready() {
			return m.open(m.story.id, m.story.title, m.wayIn())
		}
		return m.clickedPage(m.story.top + at.Y - m.lay.story.y)
	}
	return nil
}

// wayIn is how a click into the story pane comes to it: from the list, or
// back into the story the trail stands at.
func (m *Model) wayIn() way {
	if s, ok := m.trail.here(); ok && s.id == m.story.id {
		return walked
	}
	return fromList
}

// clickedList opens the headline on a line of the pane.
func (m *Model) clickedList(y int) tea.Cmd {
	h := m.lay.list.h
	line := 0
	if m.list.headed(h) {
		line++
	}
	for i := m.list.top; i < m.list.total() && line <= y; i++ {
		if i > m.list.top {
			line += m.list.headHeight(i, h)
		}
		height := m.list.itemHeight(i, h)
		if y >= line && y < line+height {
			m.list.move(i, h)
			m.focus = InList
			return m.enter(press{})
		}
		line += height
	}
	return nil
}

// clickedLead follows the related headline on a line of the pane.
func (m *Model) clickedLead(y int) tea.Cmd {
	all, o := m.shownLeads(), m.leadsLook()
	line := 1 // under the heading
	for i := m.leads.top; i < len(all); i++ {
		height := len(m.leads.drawLead(all[i], i == m.leads.cursor && o.focused, o))
		if y >= line && y < line+height {
			m.leads.cursor = i
			return m.follow(all[i].Lead)
		}
		line += height
		if !o.brief {
			line++
		}
	}
	return nil
}

// clickedPage follows a related headline that stands on the page itself.
func (m *Model) clickedPage(line int) tea.Cmd {
	if !m.story.ready() || !m.story.page.Done() {
		return nil
	}
	for i := len(m.story.leads) - 1; i >= 0; i-- {
		at := m.story.page.RelatedLine(i)
		if at >= 0 && line >= at && line < at+3 {
			return m.follow(m.story.leads[i])
		}
	}
	return nil
}
