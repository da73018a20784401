package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
)

// View draws the screen: every line at most as wide as it, as many as it has.
func (m *Model) View() tea.View {
	v := tea.NewView(m.draw())
	v.AltScreen = true
	v.WindowTitle = "Broadsheet"
	if m.opt.Name != "" {
		v.WindowTitle += " · " + safe.Line(m.opt.Name)
	}
	if m.mouse {
		v.MouseMode = tea.MouseModeCellMotion
	}
	if m.prompt != nil && m.width > 0 && m.height > 0 {
		_, column := m.drawPrompt(m.width)
		v.Cursor = tea.NewCursor(min(column, m.width-1), m.promptRow())
		v.Cursor.Blink = false
		v.Cursor.Shape = tea.CursorBar
	}
	return v
}

// promptRow is where a line is typed: over the status line, so that what is
// wrong with it can stand under it, or in its place where there is no room.
func (m *Model) promptRow() int {
	switch {
	case m.lay.foot >= 0:
		return m.lay.foot
	case m.lay.status >= 0:
		return m.lay.status
	}
	return m.height - 1
}

func (m *Model) draw() string {
	if m.width <= 0 || m.height <= 0 {
		return ""
	}
	rows := make([]string, m.height)
	if m.lay.title >= 0 {
		rows[m.lay.title] = m.drawTitle(m.width)
	}
	if m.lay.rule >= 0 {
		rows[m.lay.rule] = m.drawRule(true)
	}
	if m.lay.foot >= 0 {
		rows[m.lay.foot] = m.drawRule(false)
	}
	if m.lay.status >= 0 {
		rows[m.lay.status] = m.drawStatus(m.width)
	}
	m.drawBody(rows)
	if m.prompt != nil {
		rows[m.promptRow()], _ = m.drawPrompt(m.width)
	}
	screen := strings.Join(rows, "\n")
	if m.look.ASCII {
		return asciiSigns(screen)
	}
	return screen
}

// asciiSigns writes the signs of print in ASCII, cell for cell, for a terminal
// that has no others.
func asciiSigns(s string) string {
	return strings.NewReplacer(
		"…", "~", "·", "-", "−", "-", "–", "-", "—", "-", "“", `"`, "”", `"`, "„", `"`,
		"\u00a0", " ", "‘", "'", "’", "'", "•", "*", "¶", "|", "↑", "^", "↓", "v", "←", "<", "→", ">",
	).Replace(s)
}

// drawRule draws a line across the screen, tied to those between the panes.
func (m *Model) drawRule(top bool) string {
	mark := m.th.Marks.Rule
	line := []string{strings.Repeat(mark, m.width)}
	if m.sheet == nil && mark == "─" {
		knot := "┴"
		if top {
			knot = "┬"
		}
		line, mark = nil, knot
		at := 0
		for _, x := range m.lay.split {
			line = append(line, strings.Repeat("─", max(x-at, 0)), mark)
			at = x + 1
		}
		line = append(line, strings.Repeat("─", max(m.width-at, 0)))
	}
	return m.th.Border.Render(strings.Join(line, ""))
}

// drawBody sets the panes side by side.
func (m *Model) drawBody(rows []string) {
	body := m.body()
	if m.sheet != nil {
		stand(rows, body, m.sheet.draw(body, m.th))
		return
	}
	bar := m.th.Border.Render(m.th.Marks.Bar)
	if l := m.lay.list; !l.empty() {
		stand(rows, l, m.drawList())
		if len(m.lay.split) > 0 {
			stand(rows, rect{l.w, l.y, 1, l.h}, m.bars(bar, l))
		}
	}
	if s := m.lay.story; !s.empty() {
		stand(rows, s, m.drawStory())
	}
	if m.lay.strip >= 0 {
		rows[m.lay.strip] += m.th.Border.Render(strings.Repeat(m.th.Marks.Rule, m.lay.leads.w))
		stand(rows, m.lay.leads, m.leads.draw(m.shownLeads(), &m.story, m.leadsLook()))
		return
	}
	if l := m.lay.leads; !l.empty() {
		if len(m.lay.split) > 1 {
			stand(rows, rect{l.x - 1, l.y, 1, l.h}, repeat(bar, l.h))
		}
		stand(rows, l, m.leads.draw(m.shownLeads(), &m.story, m.leadsLook()))
	}
}

// stand appends the lines of a pane to the rows it stands on; panes come from
// left to right, each line as wide as its pane.
func stand(rows []string, at rect, lines []string) {
	for i, l := range lines {
		if y := at.y + i; i < at.h && y >= 0 && y < len(rows) {
			rows[y] += l
		}
	}
}

// bars is the line beside the list, tied to the one over a strip.
func (m *Model) bars(bar string, l rect) []string {
	out := repeat(bar, l.h)
	if i := m.lay.strip - l.y; i >= 0 && i < len(out) && m.th.Marks.Bar == "│" {
		out[i] = m.th.Border.Render("├")
	}
	return out
}

func repeat(s string, n int) []string {
	out := make([]string, max(n, 0))
	for i := range out {
		out[i] = s
	}
	return out
}

func (m *Model) drawList() []string {
	if m.list.total() == 0 {
		return m.drawEmpty(m.lay.list)
	}
	look := listLook{
		th: m.th, size: m.lay.list, focused: m.focus == InList && m.sheet == nil, now: m.now(),
	}
	if !m.story.preview {
		look.open = m.story.id
	}
	return m.list.draw(look)
}

// drawStory draws the lines of the page that are in the pane.
func (m *Model) drawStory() []string {
	size, s := m.lay.story, &m.story
	out := make([]string, 0, size.h)
	switch {
	case s.err != nil:
		out = m.drawLost(size)
	case s.page != nil:
		lines := s.page.Lines(s.top, s.top+size.h)
		if f := &s.find; f.holds(s.page) && len(f.matches) > 0 {
			lines = s.page.Marked(s.top, s.top+size.h, f.matches, f.at)
		}
		if one, ok := m.paragraph(); ok {
			lines = s.page.Pointed(lines, s.top, one.From, one.To)
		}
		for _, l := range lines {
			out = append(out, pad(l, size.w))
		}
	}
	for len(out) < size.h {
		out = append(out, blank(size.w))
	}
	return out[:max(size.h, 0)]
}

// drawLost says why a story is not there and what to do.
func (m *Model) drawLost(size rect) []string {
	var out []string
	put := func(text string, style func(...string) string) {
		for _, l := range wrapAtMost(text, min(size.w-4, 70), 6) {
			out = append(out, pad("  "+style(l), size.w))
		}
		out = append(out, blank(size.w))
	}
	out = append(out, blank(size.w))
	put(orUntitled(m.story.title), m.th.Title.Render)
	put("This story cannot be read now: "+m.story.err.Error()+".", m.th.Error.Render)
	put("Its file may have moved or changed. "+m.keyFor(Rescan)+" looks again, "+m.keyFor(Back)+" goes back.", m.th.Meta.Render)
	return out[:min(len(out), max(size.h, 0))]
}
