package ui

import (
	"fmt"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
)

// facetsLoadedMsg brings how the stories divide, and the saved searches.
type facetsLoadedMsg struct {
	facets   Facets
	searches []SavedSearch
	err      error
}

// showFilter asks how the stories of the view divide.
func (m *Model) showFilter(press) tea.Cmd {
	ctx, shelf, v := m.ctx, m.shelf, m.list.view
	return func() tea.Msg {
		f, err := shelf.Facets(ctx, v)
		if err != nil {
			return facetsLoadedMsg{err: err}
		}
		saved, err := shelf.Searches(ctx)
		return facetsLoadedMsg{f, saved, err}
	}
}

func (d facetsLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("the filters could not be listed", d.err)
		return nil
	}
	c := choices{now: m.list.view, here: m.th.Marks.Unread}
	c.stories(m.list.win, d.facets)
	c.saved(d.searches)
	c.part("SOURCES", d.facets.Sources, func(v *View) *string { return &v.Source }, safe.Line)
	c.part("MONTHS", d.facets.Months, func(v *View) *string { return &v.Month }, monthName)
	c.part("TAGS", d.facets.Tags, func(v *View) *string { return &v.Tag }, func(tag string) string { return "#" + safe.Line(tag) })
	if len(d.facets.Languages) > 1 {
		c.part("LANGUAGES", d.facets.Languages, func(v *View) *string { return &v.Language }, languageName)
	}
	m.show(&sheet{
		title: "FILTER", about: "one of each part; chosen again it is taken away", rows: c.rows,
		act: func(m *Model, row int) tea.Cmd {
			m.sheet = nil
			return m.browse(c.views[row])
		},
	}, 0)
	return nil
}

// choices are the rows of the filter sheet, each with the view it leads to.
type choices struct {
	now   View
	here  string // the mark of what narrows the list already
	rows  []sheetRow
	views []View
}

func (c *choices) add(row sheetRow, v View, on bool) {
	if on {
		row.mark = c.here
	}
	c.rows, c.views = append(c.rows, row), append(c.views, v)
}

func (c *choices) heading(text string) {
	c.add(sheetRow{heading: true}, View{}, false)
	c.add(sheetRow{heading: true, text: text}, View{}, false)
}

// stories are the choices that every library has.
func (c *choices) stories(w Window, f Facets) {
	all := View{Sort: c.now.Sort}
	c.add(sheetRow{text: "All stories", more: thousands(w.All)}, all, c.now == all)
	v := c.now
	v.Unread = !v.Unread
	c.add(sheetRow{text: "Unread", more: thousands(f.Unread)}, v, c.now.Unread)
	v = c.now
	v.Starred = !v.Starred
	c.add(sheetRow{text: "Starred", more: thousands(f.Starred)}, v, c.now.Starred)
}

// saved are the searches that the reader gave names to.
func (c *choices) saved(searches []SavedSearch) {
	if len(searches) == 0 {
		return
	}
	c.heading("SAVED SEARCHES")
	for _, s := range searches {
		v := View{Query: s.Query, Sort: c.now.Sort}
		c.add(sheetRow{text: "@" + safe.Line(s.Name), more: safe.Line(s.Query)}, v, c.now.Query == s.Query)
	}
}

// part is the choices of one part of the stories. Of a part that is chosen
// already the choice takes it away.
func (c *choices) part(title string, facets []Facet, of func(*View) *string, name func(string) string) {
	first := true
	for _, f := range facets {
		if f.Name == "" {
			continue // stories that name none: there is nothing to filter by
		}
		if first {
			c.heading(title)
			first = false
		}
		v := c.now
		on := *of(&v) == f.Name
		*of(&v) = f.Name
		if on {
			*of(&v) = ""
		}
		more := thousands(f.Total)
		if f.Unread > 0 {
			more = fmt.Sprintf("%s unread of %s", thousands(f.Unread), more)
		}
		c.add(sheetRow{text: name(f.Name), more: more}, v, on)
	}
}

// monthName writes "2014-06" as "June 2014", and a year as it is.
func monthName(month string) string {
	t, err := time.Parse("2006-01", month)
	if err != nil {
		return safe.Line(month)
	}
	return t.Format("January 2006")
}

// languageName writes the commonest codes as words.
func languageName(code string) string {
	switch code {
	case "ar":
		return "Arabic"
	case "de":
		return "German"
	case "en":
		return "English"
	case "es":
		return "Spanish"
	case "fr":
		return "French"
	case "he":
		return "Hebrew"
	case "it":
		return "Italian"
	case "ja":
		return "Japanese"
	case "ko":
		return "Korean"
	case "nl":
		return "Dutch"
	case "pl":
		return "Polish"
	case "pt":
		return "Portuguese"
	case "ru":
		return "Russian"
	case "zh":
		return "Chinese"
	}
	return safe.Line(code)
}

// browse shows another view from its top.
func (m *Model) browse(v View) tea.Cmd {
	keep := m.keepPlace()
	m.focus, m.zoom, m.before = InList, false, nil
	m.list.view = v
	return batch(keep, m.reload())
}

// asQuery says a view in the query language, so that it can be kept by name.
func (v View) asQuery() string {
	parts := []string{v.Query}
	if strings.Contains(v.Query, " OR ") && v != (View{Query: v.Query}) {
		parts[0] = "(" + v.Query + ")"
	}
	add := func(field, value string) {
		if value != "" {
			parts = append(parts, field+":"+quoteTerm(value))
		}
	}
	if v.Unread {
		add("is", "unread")
	}
	if v.Starred {
		add("is", "starred")
	}
	add("source", v.Source)
	add("on", v.Month)
	add("tag", v.Tag)
	add("lang", v.Language)
	return strings.TrimSpace(strings.Join(parts, " "))
}

// quoteTerm quotes what is not one plain word.
func quoteTerm(s string) string {
	if !strings.ContainsAny(s, ` "()`) {
		return s
	}
	return `"` + strings.ReplaceAll(s, `"`, "") + `"`
}
