package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// enter opens what is chosen.
func (m *Model) enter(press) tea.Cmd {
	switch m.place() {
	case InSheet:
		return m.pick()
	case InList:
		it, ok := m.list.chosen()
		switch {
		case m.list.stale(): // typed faster than was searched: what is found opens
			m.opening = true
			m.say(m.nothingHere())
			return nil
		case !ok:
			m.say(m.nothingHere())
			return nil
		}
		return m.open(it.ID, it.Title, fromList)
	case InLeads:
		all := m.shownLeads()
		if m.leads.cursor >= len(all) {
			m.say("no related story is chosen")
			return nil
		}
		return m.follow(all[m.leads.cursor].Lead)
	}
	if m.pointing() {
		return m.markParagraph()
	}
	return m.toLeads(press{})
}

func (m *Model) nothingHere() string {
	switch {
	case !m.list.loaded || m.list.pending:
		return "still looking"
	case m.hasStories():
		return "this headline could not be read: " + m.keyFor(Rescan) + " looks again"
	case m.list.view.Filtered():
		return fmt.Sprintf("nothing to open: no story matches, %s shows all again", m.keyFor(Level))
	}
	return "nothing to open: the library has no stories"
}

// level goes up one level.
func (m *Model) level(p press) tea.Cmd {
	switch {
	case m.sheet != nil && m.sheet.narrowed != "":
		m.sheet.narrow("", m.body())
	case m.sheet != nil:
		m.sheet = m.sheet.under
	case m.pointing():
		m.story.chosen = chosen{}
	case m.focus == InLeads && m.leads.filter != "":
		m.leads.filter = ""
	case m.focus == InLeads:
		m.focus, m.leads.whys = InStory, false
	case m.focus == InStory:
		return m.toList()
	case len(m.before) > 0:
		return m.popView()
	case m.list.view.Filtered():
		m.list.view = View{Sort: m.list.view.Sort}
		return m.reloadAt(m.chosenID())
	case p.key == "q":
		return m.quit()
	default:
		m.say("this is the top: q quits")
	}
	return nil
}

// toList gives the keys to the list; the story stays beside it.
func (m *Model) toList() tea.Cmd {
	keep := m.keepPlace()
	m.focus, m.zoom = InList, false
	m.idle = m.chosenID() // what was read stays until the cursor moves
	return keep
}

func (m *Model) chosenID() articles.ID {
	it, _ := m.list.chosen()
	return it.ID
}

// popView returns to the list as it was before a search of its own, and to
// the story that the search began in.
func (m *Model) popView() tea.Cmd {
	v := m.before[len(m.before)-1]
	m.before = m.before[:len(m.before)-1]
	m.list.view, m.list.cursor, m.list.top = v.view, v.cursor, v.top
	m.idle = ""
	load := m.askHere()
	if s, ok := m.trail.here(); ok && v.focus != InList {
		return batch(load, m.open(s.id, s.title, walked))
	}
	return load
}

// reloadAt asks for the view with the cursor on a story, if it is in it.
func (m *Model) reloadAt(id articles.ID) tea.Cmd {
	m.list.cursor, m.list.top = 0, 0
	return m.list.askAround(m.ctx, m.shelf, id, 0, max(m.lay.list.h, 20))
}

// nextPane gives the keys to the next pane on the screen.
func (m *Model) nextPane(press) tea.Cmd {
	switch m.focus {
	case InList:
		return m.enter(press{})
	case InStory:
		if len(m.story.leads) > 0 {
			return m.toLeads(press{})
		}
	}
	return m.toList()
}

// jump goes to the related headline with the number of the key.
func (m *Model) jump(p press) tea.Cmd {
	b, _ := m.keys.Of(Jump)
	n := 0
	for i, key := range b.Keys {
		if key == p.key {
			n = i + 1
		}
	}
	switch {
	case m.story.loading || !m.story.led && m.story.err == nil:
		m.say("the related stories are still being looked up")
	case n < 1 || n > len(m.story.leads):
		m.say(fmt.Sprintf("there is no %d here: %s", n, countOf(len(m.story.leads), "related story", "related stories")))
	default:
		m.leads.cursor = n - 1
		return m.follow(m.story.leads[n-1])
	}
	return nil
}

// toLeads gives the keys to the related headlines.
func (m *Model) toLeads(press) tea.Cmd {
	var cmd tea.Cmd
	if m.focus == InList {
		cmd = m.enter(press{})
		if m.focus == InList {
			return cmd
		}
	}
	if m.story.led && len(m.story.leads) == 0 {
		m.say("nothing in the library is near this story")
		return cmd
	}
	m.focus, m.leads.filter = InLeads, ""
	return cmd
}

// why shows every reason of the related headlines, or the first of them.
func (m *Model) why(press) tea.Cmd {
	if m.story.led && len(m.story.leads) == 0 {
		m.say("nothing in the library is near this story")
		return nil
	}
	m.leads.whys = !m.leads.whys
	if m.leads.whys && m.focus == InStory && len(m.story.leads) > 0 {
		m.focus = InLeads
	}
	return nil
}

// onlyKind shows the related headlines of one kind.
func (m *Model) onlyKind(k articles.Kind) tea.Cmd {
	if m.leads.filter == k {
		m.leads.filter = ""
		return nil
	}
	for _, l := range m.story.leads {
		if l.Kind == k {
			m.focus, m.leads.filter, m.leads.cursor = InLeads, k, 0
			return nil
		}
	}
	p := leads{filter: k}
	m.say(p.none())
	return nil
}

// inThread goes on or back in the thread of the story.
func (m *Model) inThread(by int) tea.Cmd {
	at := m.threadAt()
	to := at + by
	switch {
	case at < 0:
		m.say("this story is in no thread")
	case to >= len(m.story.thread):
		m.say("this is the latest story of the thread")
	case to < 0:
		m.say("this is the first story of the thread")
	default:
		h := m.story.thread[to]
		return m.open(h.ID, h.Title, onward)
	}
	return nil
}

func (m *Model) threadAt() int {
	for i, h := range m.story.thread {
		if h.ID == m.story.id {
			return i
		}
	}
	return -1
}

func (m *Model) threadHead(press) tea.Cmd {
	if at := m.threadAt(); at >= 0 {
		if at == 0 {
			m.say("this is the first story of the thread")
			return nil
		}
		return m.inThread(-at)
	}
	m.say("this story is in no thread")
	return nil
}

// back goes to where the reader came from, to the very line.
func (m *Model) back(press) tea.Cmd {
	if m.focus == InList {
		if s, ok := m.trail.here(); ok { // the story last read
			if len(m.before) > 0 && m.before[len(m.before)-1].focus != InList {
				return m.popView()
			}
			return m.open(s.id, s.title, walked)
		}
		m.say("no story was read yet")
		return nil
	}
	keep := m.keepPlace()
	s, ok := m.trail.back()
	if !ok {
		return batch(keep, m.toList())
	}
	return batch(keep, m.open(s.id, s.title, walked))
}

// forward goes on where the reader had gone before.
func (m *Model) forward(press) tea.Cmd {
	keep := m.keepPlace()
	s, ok := m.trail.forward()
	if !ok {
		m.say("the trail ends here")
		return keep
	}
	return batch(keep, m.open(s.id, s.title, walked))
}

// neighbour opens the story of the list that many places on. The list keeps
// its own place, so that a walk along related stories does not lose it.
func (m *Model) neighbour(by int) tea.Cmd {
	if by > 0 && m.focus != InList && m.listed != "" && m.chosenID() != m.listed {
		by-- // the story last opened left the list; the next took its place
	}
	to := m.list.cursor + by
	switch {
	case to >= m.list.total():
		m.say("this is the last story of the list")
		return nil
	case to < 0:
		m.say("this is the first story of the list")
		return nil
	}
	m.list.move(to, m.lay.list.h)
	m.opening = m.focus != InList
	return m.openChosen()
}

// openChosen opens the story under the cursor that was asked for, now or
// when its headline is there.
func (m *Model) openChosen() tea.Cmd {
	it, ok := m.list.chosen()
	if !m.opening || !ok {
		return nil
	}
	m.opening, m.idle, m.listed = false, it.ID, it.ID
	if m.focus == InList {
		return m.open(it.ID, it.Title, fromList)
	}
	cmd := m.open(it.ID, it.Title, onward)
	m.findWords(m.list.view.Query)
	return batch(cmd, m.lookUp(true))
}

// nextHit goes to the next match of a search in the story; elsewhere to the
// next unread story.
func (m *Model) nextHit(step int) tea.Cmd {
	if m.focus == InStory && m.story.find.query != "" {
		return m.findNext(step)
	}
	load, view, from := m.list.load, m.list.view, m.list.cursor
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		i, err := shelf.NextUnread(ctx, view, from, step)
		return unreadFoundMsg{load, step, i, err}
	}
}

// unreadFoundMsg tells where the next unread story stands.
type unreadFoundMsg struct {
	load, step, index int
	err               error
}

func (d unreadFoundMsg) arrive(m *Model) tea.Cmd {
	switch {
	case d.err != nil:
		m.fail("the next unread story was not found", d.err)
	case d.load != m.list.load:
	case d.index < 0 && d.step > 0:
		m.say("no unread story further down")
	case d.index < 0:
		m.say("no unread story further up")
	default:
		return m.neighbour(d.index - m.list.cursor)
	}
	return nil
}

func countOf(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	if n == 0 {
		return "no " + many
	}
	return thousands(n) + " " + many
}
