package ui

import (
	"strings"

	"broadsheet/articles/safe"
)

// drawTitle draws the first line: the name of the paper, the library and its
// counts; and at its end the trail, or how the list is narrowed.
func (m *Model) drawTitle(width int) string {
	left := m.drawLibrary(width - 1)
	where := m.drawWhere(width - cells(left) - 4)
	if width < middleFrom && m.focus != InList && len(m.trail.path()) > 1 {
		left = m.drawMasthead() // a narrow story needs the line for its trail
		where = m.drawWhere(width - cells(left) - 4)
	}
	return ends(left, where, width-1)
}

func (m *Model) drawMasthead() string {
	return " " + m.th.Masthead.Render("BROADSHEET")
}

// drawLibrary says which library it is and what stands in it. Where the room
// is short it goes without the copies first, then without the library's name:
// what the reader looks for here is how many stories he has not read.
func (m *Model) drawLibrary(room int) string {
	masthead, name := m.drawMasthead(), ""
	if m.opt.Name != "" {
		name = "  " + safe.Line(m.opt.Name)
	}
	long, short := m.counts()
	if long == "" {
		return masthead + name
	}
	dot := " " + m.th.Marks.Dot + " "
	for _, tail := range []struct{ name, counts string }{{name, long}, {name, short}} {
		if line := masthead + tail.name + m.th.Meta.Render(dot+tail.counts); cells(line) <= room {
			return line
		}
	}
	return masthead + m.th.Meta.Render(dot+short)
}

// counts says how many stories the library has and how many are unread: once
// with the copies behind them, and once without.
func (m *Model) counts() (long, short string) {
	w := m.list.win
	if !m.list.loaded || w.All == 0 {
		return "", ""
	}
	stories, unread := thousands(w.All)+" stories", ""
	if w.All == 1 {
		stories = "1 story"
	}
	if w.AllUnread > 0 {
		unread = ", " + thousands(w.AllUnread) + " unread"
	}
	short = stories + unread
	if w.Folded == 0 {
		return short, short
	}
	return stories + " and " + countOf(w.Folded, "copy", "copies") + unread, short
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
