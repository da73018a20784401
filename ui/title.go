package ui

import (
	"strings"

	"broadsheet/articles/safe"
)

// drawTitle draws the first line: the name of the paper, the library and its
// counts; and at its end the trail, or how the list is narrowed.
func (m *Model) drawTitle(width int) string {
	name := m.th.Masthead.Render("BROADSHEET")
	left := " " + name
	if m.opt.Name != "" {
		left += "  " + safe.Line(m.opt.Name)
	}
	if counts := m.counts(); counts != "" {
		left += m.th.Meta.Render(" " + m.th.Marks.Dot + " " + counts)
	}
	where := m.drawWhere(width - cells(left) - 4)
	if width < middleFrom && m.focus != InList && len(m.trail.path()) > 1 {
		left = " " + name // a narrow story needs the line for its trail
		where = m.drawWhere(width - cells(left) - 4)
	}
	return ends(left, where, width-1)
}

func (m *Model) counts() string {
	w := m.list.win
	if !m.list.loaded || w.All == 0 {
		return ""
	}
	s := thousands(w.All) + " stories"
	if w.All == 1 {
		s = "1 story"
	}
	if w.Folded > 0 {
		s += " and " + countOf(w.Folded, "copy", "copies")
	}
	if w.AllUnread > 0 {
		s += ", " + thousands(w.AllUnread) + " unread"
	}
	return s
}

// drawWhere says where the reader is: on the trail, or in which part of the
// library.
func (m *Model) drawWhere(room int) string {
	if room < 8 {
		return ""
	}
	if m.focus == InList || m.trail.at < 0 {
		return m.th.TrailHere.Render(fit(m.viewName(), room))
	}
	path := m.trail.path()
	if len(path) < 2 {
		return ""
	}
	sep := " " + m.th.Marks.Trail + " "
	label := m.th.Section.Render("trail") + "  "
	here := m.th.TrailHere.Render("here")
	room -= cells("trail  here")
	var parts string
	most := max(min(room/2, 34), 8)
	for i := len(path) - 2; i >= 0; i-- {
		name := fit(orUntitled(path[i].title), most)
		if w := cells(name) + cells(sep); w <= room {
			room -= w
			parts = m.th.Trail.Render(name+sep) + parts
			continue
		}
		if room >= 4 {
			parts = m.th.Trail.Render(m.th.Marks.Ellipsis+sep) + parts
		}
		break
	}
	return label + parts + here
}

// viewName says how the list is narrowed.
func (m *Model) viewName() string {
	v := m.list.view
	var parts []string
	if v.Query != "" && m.prompt == nil {
		parts = append(parts, "“"+v.Query+"”")
	}
	if v.Source != "" {
		parts = append(parts, safe.Line(v.Source))
	}
	if v.Month != "" {
		parts = append(parts, monthName(v.Month))
	}
	if v.Tag != "" {
		parts = append(parts, "#"+safe.Line(v.Tag))
	}
	if v.Language != "" {
		parts = append(parts, languageName(v.Language))
	}
	if v.Unread {
		parts = append(parts, "unread")
	}
	if v.Starred {
		parts = append(parts, "starred")
	}
	if len(parts) > 0 && m.list.loaded && !m.list.pending {
		parts = append(parts, countOf(m.list.total(), "story", "stories"))
	}
	if v.Copies {
		parts = append(parts, "every copy")
	}
	if v.Sort != SortAuto {
		parts = append(parts, "by "+m.sortName(v.Sort))
	}
	return strings.Join(parts, " "+m.th.Marks.Dot+" ")
}
