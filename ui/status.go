package ui

import (
	"fmt"
	"strings"

	"charm.land/lipgloss/v2"

	"broadsheet/articles/safe"
)

// notice is what the status line says for a moment instead of the keys.
type notice struct {
	text string
	tone tone
}

type tone uint8

const (
	toneSay tone = iota
	toneWarn
	toneFail
)

func (n *notice) clear() { *n = notice{} }

// say tells the reader something, until the next key.
func (m *Model) say(text string) { m.notice = notice{safe.Line(text), toneSay} }

func (m *Model) warn(text string) { m.notice = notice{safe.Line(text), toneWarn} }

// fail says what did not work and why.
func (m *Model) fail(what string, err error) {
	m.notice = notice{safe.Line(what + ": " + err.Error()), toneFail}
}

// drawStatus draws the last line: a notice, or what the keys do here; and at
// its end how far things are.
func (m *Model) drawStatus(width int) string {
	right := m.drawGauge()
	left := ""
	room := width - cells(right) - 3
	switch {
	case m.prompt != nil && m.prompt.trouble != nil && m.lay.foot >= 0:
		return fit(m.drawTrouble(width), width)
	case m.notice.text != "":
		left = m.toneStyle().Render(fit(m.notice.text, max(room, width/2)))
	case m.prompt != nil:
		left = m.drawHints(m.promptHints(), room)
	default:
		left = m.drawHints(m.hints(), room)
	}
	return ends(" "+left, right, width-1)
}

func (m *Model) toneStyle() lipgloss.Style {
	switch m.notice.tone {
	case toneWarn:
		return m.th.Warn
	case toneFail:
		return m.th.Error
	}
	return m.th.Notice
}

// drawGauge is the count typed, the scan under way, and the place.
func (m *Model) drawGauge() string {
	var parts []string
	if m.count > 0 {
		parts = append(parts, m.th.Key.Render(fmt.Sprint(m.count)))
	}
	if m.scan.running {
		parts = append(parts, m.th.Progress.Render(scanText(m.scan.state)))
	}
	if at := m.position(); at != "" {
		parts = append(parts, at) // plain: it is sent anew at every step
	}
	return strings.Join(parts, "  ")
}

func scanText(p Progress) string {
	doing := p.Doing
	if doing == "" {
		doing = "looking"
	}
	if p.Total > 0 {
		return fmt.Sprintf("%s %s of %s", doing, thousands(p.Done), thousands(p.Total))
	}
	if p.Done > 0 {
		return fmt.Sprintf("%s %s", doing, thousands(p.Done))
	}
	return doing + " …"
}

// position is where the reader is: which row of the list, or how far into the
// story.
func (m *Model) position() string {
	switch {
	case m.sheet != nil:
		return ""
	case m.focus == InList && m.hasStories():
		return fmt.Sprintf("%s/%s", thousands(m.list.cursor+1), thousands(m.list.total()))
	case m.focus != InList && m.story.ready():
		if at := m.story.find.tally(); at != "" && m.prompt == nil {
			return at
		}
		return fmt.Sprintf("%d %%", int(m.story.progress(m.lay.story.h)*100+0.5))
	}
	return ""
}

// hint is a key and what it does here.
type hint struct{ key, does string }

// drawHints draws as many as fit; the last always does if any can, as it is
// the way to all the others.
func (m *Model) drawHints(all []hint, room int) string {
	if len(all) == 0 {
		return ""
	}
	width := func(h hint) int { return cells(h.key) + 1 + cells(h.does) }
	last := all[len(all)-1]
	room -= width(last)
	var b strings.Builder
	put := func(h hint) {
		if b.Len() > 0 {
			b.WriteString("   ")
		}
		b.WriteString(m.th.Key.Render(h.key) + " " + m.th.KeyDesc.Render(h.does))
	}
	for _, h := range all[:len(all)-1] {
		if room -= width(h) + 3; room < 0 {
			break
		}
		put(h)
	}
	if width(last) <= m.width {
		put(last)
	}
	return b.String()
}

// hints says what the keys do next, the most useful first.
func (m *Model) hints() []hint {
	var out []hint
	add := func(a Action, does string) {
		if b, ok := m.keys.Of(a); ok && len(b.Keys) > 0 {
			if does == "" {
				does = b.Short
			}
			out = append(out, hint{b.Name(), does})
		}
	}
	switch at := m.place(); {
	case at == InSheet:
		m.sheetHints(add)
		return out
	case at == InList:
		m.listHints(add)
	case at == InLeads:
		add(Open, "jump")
		add(Why, "why")
		add(Level, "to the story")
		add(Back, "")
	case m.pointing():
		m.paragraphHints(add)
	default:
		m.storyHints(add)
	}
	add(Help, "")
	return out
}

func (m *Model) sheetHints(add func(Action, string)) {
	s := m.sheet
	switch {
	case s.gallery != nil:
		add(Down, "next")
		add(Up, "the one before")
		add(Level, "close")
		return
	case s.enter != nil:
		add(Open, s.does)
	case s.act != nil:
		add(Open, "choose")
	}
	add(Down, "down")
	if s.enter == nil {
		add(Search, "find")
	}
	switch {
	case s.narrowed != "":
		add(Level, "all rows")
	case s.under != nil:
		add(Level, "back")
	default:
		add(Level, "close")
	}
}

func (m *Model) listHints(add func(Action, string)) {
	if m.hasStories() {
		add(Open, "")
	}
	if m.list.view.Filtered() || len(m.before) > 0 {
		add(Level, "all stories")
	}
	if m.list.loaded && m.list.win.All == 0 { // nothing that the others could be done to
		add(Rescan, "look again")
		add(Doctor, "how it is")
		add(Notes, "")
		add(Quit, "")
		return
	}
	add(Search, "")
	if m.list.win.Unread != 0 { // some, or not known yet
		add(NextHit, "next unread")
	}
	if it, ok := m.list.chosen(); ok && it.Copies > 0 {
		add(Copies, "")
	}
	add(Star, "")
	add(UnreadOnly, "")
	add(Filter, "")
	add(Order, "")
	if _, ok := m.trail.here(); ok {
		add(Back, "back to the story")
	}
}

func (m *Model) storyHints(add func(Action, string)) {
	if m.story.err != nil {
		add(Back, "")
		add(Rescan, "")
		return
	}
	if len(m.story.leads) > 0 {
		add(Jump, "")
	}
	if len(m.trail.path()) > 1 {
		add(Back, "")
	} else {
		add(Level, "to the list")
	}
	if m.trail.at >= 0 && m.trail.stops[m.trail.at].next >= 0 {
		add(Forward, "")
	}
	if at := m.threadAt(); at >= 0 && at+1 < len(m.story.thread) {
		add(ThreadNext, "")
	}
	if n := len(m.story.article.Cuts); n > 0 && !m.story.cuts {
		add(Cuts, fmt.Sprintf("cuts (%d)", n))
	} else if m.story.cuts {
		add(Cuts, "hide the cuts")
	}
	if m.story.pictures {
		add(Pictures, "")
	}
	if m.story.find.query != "" {
		add(NextHit, "next match")
	} else {
		add(Search, "find")
	}
	add(NextStory, "")
	if len(m.story.leads) > 0 {
		add(Why, "")
	}
}

func (m *Model) paragraphHints(add func(Action, string)) {
	one, _ := m.paragraph()
	mark := "mark it"
	if one.Passage(m.story.marks.Passages) >= 0 {
		mark = "take the mark away"
	}
	add(Open, mark)
	add(Note, "")
	add(CopyLink, "")
	add(Down, "")
	add(Up, "")
	add(Notes, "")
	add(Level, "done")
}

func (m *Model) promptHints() []hint {
	out := []hint{{"enter", "done"}}
	if m.prompt.moved != nil {
		out = append(out, hint{"↓ ↑", "move"})
	}
	return append(out, hint{"esc", "give up"})
}
