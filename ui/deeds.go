package ui

import (
	"fmt"
	"math"
	"strconv"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// press is a key with the count typed before it, 0 without one.
type press struct {
	key   string
	count int
}

// times is how often to do a thing.
func (p press) times() int { return max(p.count, 1) }

// deed does an action.
type deed func(m *Model, p press) tea.Cmd

// deeds says what each action does. An action may be bound to keys and stand
// in the palette only if it is here.
func deeds() map[Action]deed {
	return map[Action]deed{
		Down:       func(m *Model, p press) tea.Cmd { return m.by(p.times()) },
		Up:         func(m *Model, p press) tea.Cmd { return m.by(-p.times()) },
		PageDown:   func(m *Model, p press) tea.Cmd { return m.pages(p.times(), 1) },
		PageUp:     func(m *Model, p press) tea.Cmd { return m.pages(-p.times(), 1) },
		HalfDown:   func(m *Model, p press) tea.Cmd { return m.pages(p.times(), 2) },
		HalfUp:     func(m *Model, p press) tea.Cmd { return m.pages(-p.times(), 2) },
		Top:        (*Model).toTop,
		Bottom:     (*Model).toBottom,
		Open:       (*Model).enter,
		Level:      (*Model).level,
		NextPane:   (*Model).nextPane,
		Jump:       (*Model).jump,
		Related:    (*Model).toLeads,
		Why:        (*Model).why,
		LinkedFrom: func(m *Model, _ press) tea.Cmd { return m.onlyKind(articles.LinkedFrom) },
		Copies:     (*Model).showCopies,
		ThreadNext: func(m *Model, p press) tea.Cmd { return m.inThread(p.times()) },
		ThreadPrev: func(m *Model, p press) tea.Cmd { return m.inThread(-p.times()) },
		ThreadHead: (*Model).threadHead,
		Timeline:   (*Model).showTimeline,
		Back:       (*Model).back,
		Forward:    (*Model).forward,
		Trail:      (*Model).showTrail,
		NextStory:  func(m *Model, p press) tea.Cmd { return m.neighbour(p.times()) },
		PrevStory:  func(m *Model, p press) tea.Cmd { return m.neighbour(-p.times()) },
		NextHit:    func(m *Model, p press) tea.Cmd { return m.nextHit(1) },
		PrevHit:    func(m *Model, p press) tea.Cmd { return m.nextHit(-1) },
		Search:     (*Model).search,
		Filter:     (*Model).showFilter,
		Order:      (*Model).sort,
		UnreadOnly: (*Model).unreadOnly,
		Cuts:       (*Model).toggleCuts,
		Pictures:   (*Model).showPictures,
		Zoom:       (*Model).toggleZoom,
		Star:       (*Model).star,
		Read:       (*Model).read,
		Tag:        (*Model).tag,
		Note:       (*Model).note,
		Paragraph:  (*Model).choose,
		Notes:      (*Model).showNotes,
		Undo:       (*Model).undo,
		Original:   (*Model).original,
		CopyLink:   (*Model).copyLink,
		Pipe:       (*Model).pipe,
		Editor:     (*Model).edit,
		Rescan:     (*Model).rescan,
		Doctor:     (*Model).showDoctor,
		Mouse:      (*Model).toggleMouse,
		Palette:    (*Model).showPalette,
		Help:       (*Model).showHelp,
		Redraw:     func(*Model, press) tea.Cmd { return tea.ClearScreen },
		Suspend:    (*Model).suspend,
		Quit:       func(m *Model, _ press) tea.Cmd { return m.quit() },
	}
}

// place is where the keys go.
func (m *Model) place() Place {
	if m.sheet != nil {
		return InSheet
	}
	return m.focus
}

// press handles a key.
func (m *Model) press(k tea.KeyPressMsg) tea.Cmd {
	m.notice.clear()
	m.list.threads.giveUp()
	m.opening = false
	if m.prompt != nil {
		return m.typed(k)
	}
	key, in := k.String(), m.place()
	if in&(InList|InSheet) != 0 && m.counted(key) {
		return nil
	}
	p := press{key, m.count}
	m.count = 0
	b, ok := m.keys.Find(key, in)
	switch {
	case ok && b.Action == Top && m.last == Top && p.count == 0:
		return nil // gg, as in vi: 5gg has gone to the fifth with its first g
	case ok:
		m.last = b.Action
		return m.deeds[b.Action](m, p)
	case b.Action == Jump && in == InList:
		return nil // a lone 0: no count begins with it
	case b.Action != "":
		m.say(fmt.Sprintf("%s (%s) works in %s", keyName(key), b.Help, b.Where.names()))
	default:
		m.say(fmt.Sprintf("%s does nothing; %s shows the keys", keyName(key), m.keyFor(Help)))
	}
	return nil
}

// counted takes the digits of a count.
func (m *Model) counted(key string) bool {
	n, err := strconv.Atoi(key)
	if err != nil || len(key) != 1 || n == 0 && m.count == 0 {
		return false
	}
	const most = 1_000_000
	m.count = min(m.count*10+n, most)
	return true
}

// names says in words where a key works.
func (p Place) names() string {
	switch {
	case p&InStory != 0 && p&InList != 0:
		return "the list and in a story"
	case p&InStory != 0:
		return "a story: open one first"
	case p&InList != 0:
		return "the list"
	}
	return "another place"
}

// keyFor is the key of an action as the screen names it.
func (m *Model) keyFor(a Action) string {
	b, _ := m.keys.Of(a)
	if n := b.Name(); n != "" {
		return n
	}
	return "(no key)"
}

// by moves by rows or lines.
func (m *Model) by(n int) tea.Cmd {
	switch m.place() {
	case InSheet:
		m.sheet.move(m.sheet.cursor+n, m.body())
	case InList:
		m.list.move(m.list.cursor+n, m.lay.list.h)
	case InLeads:
		m.leads.cursor = clamp(m.leads.cursor+n, 0, len(m.shownLeads())-1)
	case InStory:
		if m.pointing() {
			return m.point(m.story.chosen.index + n)
		}
		return m.scroll(n)
	}
	return nil
}

// scroll moves in the story; at its ends it says what there is to do.
func (m *Model) scroll(n int) tea.Cmd {
	if m.story.scroll(n, m.lay.story.h) {
		return m.moved()
	}
	if n > 0 && m.story.atEnd(m.lay.story.h) {
		m.say(m.atTheEnd())
		return m.markRead()
	}
	return nil
}

func (m *Model) atTheEnd() string {
	next := fmt.Sprintf("%s next story", m.keyFor(NextStory))
	if len(m.story.leads) > 0 {
		next = fmt.Sprintf("%s jump to a related story, %s", m.keyFor(Jump), next)
	}
	return fmt.Sprintf("end of story: %s, %s back", next, m.keyFor(Back))
}

// pages moves by n parts of the height of a pane. One line stays in sight.
func (m *Model) pages(n, parts int) tea.Cmd {
	switch m.place() {
	case InSheet:
		return m.by(n * max(m.bodyHeight()-2, 1) / parts)
	case InList:
		shown := m.list.shown(m.lay.list.h)
		return m.by(n * max(shown/parts, 1))
	case InLeads:
		return m.by(n * max(m.lay.leads.h/4/parts, 1))
	}
	lines := n * max(m.lay.story.h-1, 1) / parts
	if m.pointing() {
		return m.pointBy(lines)
	}
	return m.scroll(lines)
}

func (m *Model) toTop(p press) tea.Cmd {
	switch m.place() {
	case InSheet:
		m.sheet.move(max(p.count-1, 0), m.body())
	case InList:
		m.list.move(max(p.count-1, 0), m.lay.list.h)
	case InLeads:
		m.leads.cursor = 0
	case InStory:
		if m.pointing() {
			return m.point(0)
		}
		if m.story.scroll(-m.story.top, m.lay.story.h) {
			return m.moved()
		}
	}
	return nil
}

func (m *Model) toBottom(p press) tea.Cmd {
	last := -1 // what move clamps to the last row
	if p.count > 0 {
		last = p.count - 1
	}
	pick := func(n int) int {
		if last < 0 {
			return n - 1
		}
		return last
	}
	switch m.place() {
	case InSheet:
		m.sheet.move(pick(m.sheet.size()), m.body())
	case InList:
		m.list.move(pick(m.list.total()), m.lay.list.h)
	case InLeads:
		m.leads.cursor = max(len(m.shownLeads())-1, 0)
	case InStory:
		if m.pointing() {
			return m.point(math.MaxInt)
		}
		return m.storyEnd()
	}
	return nil
}

// storyEnd goes to the last line. The rest of a long story may still be on
// its way from the command that lays it out.
func (m *Model) storyEnd() tea.Cmd {
	if !m.story.ready() {
		return nil
	}
	if !m.story.page.Done() {
		m.story.toEnd = true
		m.say("laying out the rest of a long story …")
		return nil
	}
	if m.story.scroll(m.story.page.Len(), m.lay.story.h) {
		return m.moved()
	}
	return nil
}
