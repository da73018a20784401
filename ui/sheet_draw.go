package ui

import (
	"strings"

	"broadsheet/ui/theme"
)

// draw draws the sheet, every line exactly as wide as the body.
func (s *sheet) draw(size rect, th *theme.Theme) []string {
	if s.gallery != nil && s.size() > 0 {
		return s.gallery.draw(s, size, th)
	}
	s.settle(size)
	out := make([]string, 0, size.h)
	put := func(l string) {
		if len(out) < size.h {
			out = append(out, pad(l, size.w))
		}
	}
	column := s.columnWidth(size.w)
	width := column * s.columns(size.w)
	if size.h > sheetHead {
		put(ends(" "+th.Section.Render(s.title), th.Meta.Render(fit(s.about, max(width-cells(s.title)-6, 0))), width-1))
		put("")
	}
	if s.size() == 0 {
		none := s.none
		if s.narrowed != "" && len(s.rows) > 0 {
			none = "No row has these words."
		}
		for _, l := range wrapAtMost(none, width-4, 8) {
			put("  " + th.Placeholder.Render(l))
		}
	}
	for _, l := range s.drawRows(column, size, th) {
		put(l)
	}
	for len(out) < size.h {
		out = append(out, blank(size.w))
	}
	return out
}

// drawRows draws the rows from the top one. Two columns are read down the left
// one, then down the right; rows that all fit part at a heading, so that a
// section stands whole.
func (s *sheet) drawRows(width int, body rect, th *theme.Theme) []string {
	last := min(s.size(), s.top+s.room(body))
	part, gap := last, 0
	if s.columns(body.w) == 2 {
		part, gap = s.part(last, s.room(body)/2), 2
	}
	draw := func(from, to int) (lines []string) {
		column := s.column(0, s.size(), width)
		if part < last { // each its own
			column = s.column(from, to, width)
		}
		for i := from; i < to; i++ {
			lines = append(lines, s.drawRow(s.row(i), i == s.cursor && s.act != nil, column, width-gap, th))
		}
		return lines
	}
	left, right := draw(s.top, part), draw(part, last)
	for i, l := range right {
		if i == len(left) {
			left = append(left, "")
		}
		left[i] = pad(left[i], width) + l
	}
	return left
}

// part is where the right column begins, of rows up to last: at the heading
// that leaves the columns most alike, where both hold what they then get.
func (s *sheet) part(last, height int) int {
	best, apart := min(s.top+height, last), height+1
	if last < s.size() || s.top > 0 {
		return best
	}
	for i := s.top + 1; i < last; i++ {
		left, right := i-s.top, last-i
		if !s.row(i).heading || s.row(i).text == "" || left > height || right > height {
			continue
		}
		if d := max(left-right, right-left); d < apart {
			best, apart = i, d
		}
	}
	return best
}

// column is how wide the leads of the rows from one to another stand, at most
// a third of the sheet.
func (s *sheet) column(from, to, width int) int {
	most := 0
	for i := from; i < to; i++ {
		if r := s.row(i); !r.heading {
			most = max(most, cells(r.lead))
		}
	}
	return min(most, width/3)
}

func (s *sheet) drawRow(r sheetRow, cursor bool, column, width int, th *theme.Theme) string {
	if r.drawn != "" {
		return r.drawn
	}
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
	if column > 0 && !r.whole {
		lead = pad(fit(r.lead, column), column) + "  "
	}
	room := width - cells(lead) - 4
	more := fit(r.more, max(room-cells(r.text)-2, room/2)) // half is the text's, whatever it is
	text := ends(ltr(r.text), more, room)
	if cursor {
		line := mark + " " + lead + text
		return th.Scroll.Inherit(th.Cursor).Render(th.Marks.Quote) + th.Cursor.Render(pad(line, width-1))
	}
	style := th.HeadlineRead
	if r.quiet {
		style = th.Meta
	}
	return " " + th.Unread.Render(mark) + " " + drawTyped(lead, r, th) + style.Render(text)
}

// drawTyped draws the lead of a row as it was fitted, and what was typed of it
// in the accent.
func drawTyped(lead string, r sheetRow, th *theme.Theme) string {
	ink := th.Key
	if r.quiet {
		ink = th.Meta
	}
	var b strings.Builder
	at := 0
	for _, h := range r.hits {
		if h[0] < at || h[1] > len(lead) || lead[:h[1]] != r.lead[:h[1]] {
			break // behind what was cut off
		}
		b.WriteString(ink.Render(lead[at:h[0]]) + th.Number.Render(lead[h[0]:h[1]]))
		at = h[1]
	}
	return b.String() + ink.Render(lead[at:])
}
