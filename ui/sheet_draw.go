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
	if s.size() == 0 {
		none := s.none
		if s.narrowed != "" && len(s.rows) > 0 {
			none = "No row has these words."
		}
		for _, l := range wrapAtMost(none, width-4, 8) {
			put("  " + th.Placeholder.Render(l))
		}
	}
	column := s.column(width)
	for i := s.top; i < s.size() && len(out) < size.h; i++ {
		put(s.drawRow(s.row(i), i == s.cursor && s.act != nil, column, width, th))
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
	if column > 0 {
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
