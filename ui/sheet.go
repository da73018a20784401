package ui

import (
	tea "charm.land/bubbletea/v2"

	"broadsheet/ui/theme"
)

// sheet is a list that takes the body of the screen for a while: help, the
// trail, a timeline, problems, sources, the palette.
type sheet struct {
	title string
	about string // a line under the title
	none  string // what stands where there are no rows
	help  bool   // it is the help
	rows  []sheetRow
	// act is called with the index of the row chosen; nil where rows cannot
	// be chosen.
	act    func(m *Model, row int) tea.Cmd
	cursor int
	top    int
}

// sheetRow is one line of a sheet.
type sheetRow struct {
	lead    string // at the left, in a column of its own
	text    string
	more    string // at the right end
	heading bool   // cannot be chosen
	mark    string // before the lead: where the reader is
	quiet   bool   // stands back
}

// sheetHead is how many lines stand over the rows: the title, and a blank.
const sheetHead = 2

// sheetMost is how wide its lines are: the eye has to find from one end to
// the other.
const sheetMost = 110

// move puts the cursor on a row and keeps it in sight. Headings are passed
// over.
func (s *sheet) move(to, height int) {
	if s.act == nil { // nothing to choose: the sheet scrolls
		s.cursor = clamp(to, 0, max(len(s.rows)-height+sheetHead, 0))
		s.top = s.cursor
		return
	}
	step := 1
	if to < s.cursor {
		step = -1
	}
	to = clamp(to, 0, len(s.rows)-1)
	for i := to; i >= 0 && i < len(s.rows); i += step {
		if !s.rows[i].heading {
			s.cursor = i
			break
		}
	}
	s.settle(height)
}

// settle moves top by the least that shows the cursor, and the heading over
// the first row with it.
func (s *sheet) settle(height int) {
	room := max(height-sheetHead, 1)
	if s.act == nil {
		s.top = clamp(s.top, 0, max(len(s.rows)-room, 0))
		s.cursor = s.top
		return
	}
	s.top = clamp(s.top, max(s.cursor-room+1, 0), max(s.cursor, 0))
	s.top = min(s.top, max(len(s.rows)-room, 0))
	if s.top == 1 && s.rows[0].heading && s.cursor < room {
		s.top = 0
	}
}

// draw draws the sheet, every line exactly as wide as the body.
func (s *sheet) draw(size rect, th *theme.Theme) []string {
	s.settle(size.h)
	out := make([]string, 0, size.h)
	put := func(l string) {
		if len(out) < size.h {
			out = append(out, pad(l, size.w))
		}
	}
	width := min(size.w, sheetMost)
	if size.h > sheetHead {
		put(ends(" "+th.Section.Render(s.title), th.Meta.Render(fit(s.about, max(width-cells(s.title)-6, 0))), width-1))
		put("")
	}
	if len(s.rows) == 0 {
		for _, l := range wrapAtMost(s.none, width-4, 8) {
			put("  " + th.Placeholder.Render(l))
		}
	}
	column := s.column(width)
	for i := s.top; i < len(s.rows) && len(out) < size.h; i++ {
		put(s.drawRow(s.rows[i], i == s.cursor && s.act != nil, column, width, th))
	}
	for len(out) < size.h {
		out = append(out, blank(size.w))
	}
	return out
}

// column is how wide the leads stand, at most a third of the sheet.
func (s *sheet) column(width int) int {
	most := 0
	for _, r := range s.rows {
		if !r.heading {
			most = max(most, cells(r.lead))
		}
	}
	return min(most, width/3)
}

func (s *sheet) drawRow(r sheetRow, cursor bool, column, width int, th *theme.Theme) string {
	if r.heading && r.quiet {
		return "   " + th.Address.Render(fit(r.text, width-3))
	}
	if r.heading {
		return " " + th.Section.Render(fit(r.text, width-1))
	}
	mark := r.mark
	if mark == "" {
		mark = " "
	}
	lead := ""
	if column > 0 {
		lead = pad(fit(r.lead, column), column) + "  "
	}
	room := width - cells(lead) - 4
	text := ends(r.text, r.more, room)
	if cursor {
		line := mark + " " + lead + text
		return th.Scroll.Inherit(th.Cursor).Render(th.Marks.Quote) + th.Cursor.Render(pad(line, width-1))
	}
	style := th.HeadlineRead
	if r.quiet {
		style = th.Meta
	}
	return " " + th.Unread.Render(mark) + " " + th.Key.Render(lead) + style.Render(text)
}

// pick does what the chosen row is for.
func (m *Model) pick() tea.Cmd {
	s := m.sheet
	if s.act == nil {
		m.sheet = nil
		return nil
	}
	if s.cursor < 0 || s.cursor >= len(s.rows) || s.rows[s.cursor].heading {
		return nil
	}
	return s.act(m, s.cursor)
}

// show puts a sheet on the screen with its cursor on a row.
func (m *Model) show(s *sheet, row int) {
	m.sheet = s
	s.cursor = -1
	s.move(row, m.bodyHeight())
}

// bodyHeight is the height of the body, which a sheet takes whole.
func (m *Model) bodyHeight() int { return m.body().h }

func (m *Model) body() rect {
	l := m.lay
	top := 0
	if l.title >= 0 {
		top = l.title + 1
	}
	if l.rule >= 0 {
		top = l.rule + 1
	}
	bottom := l.height
	if l.status >= 0 {
		bottom = l.status
	}
	if l.foot >= 0 {
		bottom = l.foot
	}
	return rect{0, top, l.width, bottom - top}
}
