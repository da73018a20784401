package ui

import (
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// way is how the reader came to a story.
type way uint8

const (
	fromList way = iota // begins a walk on the trail
	onward              // one step on
	walked              // back or forward: the trail has moved already
)

// readAfter is how long a story is open before it counts as read. Reaching
// its end counts at once.
const readAfter = 2 * time.Second

// open shows a story and puts the keys in it.
func (m *Model) open(id articles.ID, title string, how way) tea.Cmd {
	keep := m.keepPlace()
	switch how {
	case fromList:
		m.trail.start(id, title, m.now())
		m.listed = id
	case onward:
		m.trail.step(id, title, m.now())
	}
	m.focus, m.leads.filter = InStory, ""
	var cmd tea.Cmd
	if m.story.id != id || m.story.err != nil {
		cmd = m.story.ask(m.ctx, m.shelf, id)
		m.story.title, m.story.cuts, m.leads.cursor = title, false, 0
	} else {
		cmd = m.resume()
	}
	m.story.preview = false
	cmd = batch(cmd, m.story.askAround(m.ctx, m.shelf))
	if how == fromList && m.list.view.Query != "" {
		m.findWords(m.list.view.Query)
		cmd = batch(cmd, m.lookUp(true))
	}
	if how == walked {
		if s, ok := m.trail.here(); ok && s.place.set {
			m.goTo(s.place)
		}
	}
	return batch(keep, cmd, m.after(readAfter, readDueMsg{m.story.load}))
}

// goTo moves to a place in the story, now or when its page is there.
func (m *Model) goTo(p place) {
	m.leads.cursor = p.lead
	if !m.story.ready() {
		m.story.goal = p
		return
	}
	m.story.top, m.story.pin = m.story.page.Line(p.anchor), p
	m.story.keepIn(m.lay.story.h)
}

// resume goes to where the reader left off, in a story opened from a preview,
// and lays out the rest of it.
func (m *Model) resume() tea.Cmd {
	var cmd tea.Cmd
	if m.story.ready() {
		cmd = grow(m.story.page)
	}
	if p := m.story.marks.Position; m.story.preview && p > 0 && p < 0.98 && m.story.top == 0 {
		if m.story.ready() && m.story.page.Done() {
			m.story.scroll(m.story.page.AtFraction(p), m.lay.story.h)
		} else {
			m.story.goalAt, m.story.asked = p, setting{}
		}
	}
	return cmd
}

func (d storyLoadedMsg) arrive(m *Model) tea.Cmd {
	s := &m.story
	if d.load != s.load {
		return nil
	}
	s.loading, s.err = false, d.err
	var around tea.Cmd
	if !s.preview || s.rested {
		around = s.askAround(m.ctx, m.shelf)
	}
	if d.err != nil {
		return around
	}
	s.article, s.marks = d.article, gateMarks(d.marks)
	s.pictures = strings.Contains(d.article.Body, "![")
	if title := safe.Line(d.article.Title); title != "" {
		s.title = title
	}
	if !s.preview {
		if at, ok := m.trail.here(); ok && at.id == s.id {
			m.trail.name(s.title)
		}
		if p := d.marks.Position; !s.goal.set && p > 0.005 && p < 0.98 {
			s.goalAt = p
		}
	}
	return around // catchUp lays it out
}

func (d leadsLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.load != m.story.load {
		return nil
	}
	m.story.leads, m.story.led = gateLeads(d.leads), true
	if d.err != nil {
		m.fail("the related stories could not be looked up", d.err)
	}
	if m.story.ready() {
		m.story.page.SetLeads(m.story.leads)
	}
	return m.story.askThread(m.ctx, m.shelf)
}

func (d threadLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.load == m.story.load && d.err == nil {
		m.story.thread = slices.Clone(d.thread)
		for i, h := range m.story.thread {
			m.story.thread[i] = gateHeadline(h)
		}
	}
	return nil
}

func (d pageBuiltMsg) arrive(m *Model) tea.Cmd {
	if d.setting != m.story.asked || d.setting.load != m.story.load {
		return nil
	}
	if m.story.led {
		d.page.SetLeads(m.story.leads)
	}
	m.story.arrive(d.page, d.setting, m.lay.story.h)
	if one, ok := m.paragraph(); ok {
		_ = m.showParagraph(one) // the place was saved when it was chosen
	}
	if m.story.preview {
		return nil // its first screen is all that is seen
	}
	return batch(m.lookUp(true), grow(d.page))
}

func (d pageGrownMsg) arrive(m *Model) tea.Cmd {
	if d.page != m.story.page {
		return nil
	}
	if m.story.toEnd {
		m.story.toEnd = false
		m.notice.clear()
		return m.storyEnd()
	}
	return nil
}

// follow goes to a related headline. One that the library does not hold
// becomes a search for its words.
func (m *Model) follow(l articles.Lead) tea.Cmd {
	if !l.Absent() {
		return m.open(l.Headline.ID, l.Headline.Title, onward)
	}
	words := SearchWords(l.Headline.Title)
	if words == "" {
		m.say("the library does not hold this one, and its headline has no words to search for")
		return nil
	}
	keep := m.keepPlace()
	m.pushView()
	m.focus, m.zoom = InList, false
	m.list.view = View{Query: words}
	m.say(fmt.Sprintf("not in the library: “%s”. These share its words; [ goes back", l.Headline.Title))
	return batch(keep, m.reload())
}

// SearchWords makes a query of a headline that the library does not hold: its
// longer words, any of them. The shorter ones stand in every story.
func SearchWords(title string) string {
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	})
	longest := 0
	for _, w := range words {
		longest = max(longest, len([]rune(w)))
	}
	var out []string
	for _, w := range words {
		n := len([]rune(w))
		if (n >= 4 || n == longest) && len(out) < 12 {
			out = append(out, w)
		}
	}
	return strings.Join(out, " OR ")
}

// pushView remembers the list before it shows something else.
func (m *Model) pushView() {
	const most = 50
	m.before = append(m.before, view{m.list.view, m.list.cursor, m.list.top, m.focus})
	if len(m.before) > most {
		m.before = m.before[1:]
	}
}

// reload asks for the view from its top.
func (m *Model) reload() tea.Cmd {
	m.list.cursor, m.list.top = 0, 0
	m.idle = ""
	return m.askHere()
}

// askHere asks for the headlines from the top of the pane on.
func (m *Model) askHere() tea.Cmd {
	from, n := m.list.around(m.list.top, max(m.lay.list.h, 20))
	return m.list.ask(m.ctx, m.shelf, from, n)
}
