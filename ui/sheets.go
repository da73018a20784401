package ui

import (
	"fmt"
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
)

// showHelp makes the help of the key map, so that it is never behind it.
func (m *Model) showHelp(press) tea.Cmd {
	if m.sheet != nil && m.sheet.help { // pressed again, it goes
		m.sheet = nil
		return nil
	}
	s := &sheet{help: true, title: "KEYS", about: "a count may stand before a movement in the list: 5j"}
	groups := []struct {
		from Action
		name string
	}{
		{Down, "MOVE"}, {Jump, "RELATED STORIES AND THE TRAIL"},
		{Cuts, "THE STORY"}, {Filter, "THE LIBRARY AND THE PROGRAM"},
	}
	here := m.place()
	if m.sheet != nil {
		here = m.focus
	}
	for _, b := range m.keys.bindings {
		for _, g := range groups {
			if g.from == b.Action {
				if len(s.rows) > 0 {
					s.rows = append(s.rows, sheetRow{heading: true})
				}
				s.rows = append(s.rows, sheetRow{heading: true, text: g.name})
			}
		}
		if len(b.Keys) == 0 {
			continue
		}
		s.rows = append(s.rows, sheetRow{
			lead: b.Names(), text: b.Help, more: whereShort(b.Where), quiet: b.Where&here == 0,
		})
	}
	s.rows = append(s.rows, sheetRow{heading: true}, sheetRow{heading: true, text: "GOOD TO KNOW"})
	for _, line := range []string{
		"A story counts as read when it was open for two seconds, or at its end.",
		"The place in a story is kept, also from one start to the next.",
		"A related headline that the library does not hold opens a search for its words.",
		"Nothing in your folders is ever written, moved or deleted.",
	} {
		s.rows = append(s.rows, sheetRow{text: line})
	}
	m.show(s, 0)
	return nil
}

func whereShort(p Place) string {
	switch p {
	case everywhere, panes:
		return ""
	case InList:
		return "list"
	case told, InStory:
		return "story"
	}
	return ""
}

// showTrail shows every stop, each under the one it was reached from.
func (m *Model) showTrail(press) tea.Cmd {
	keep := m.keepPlace()
	all := m.trail.branches()
	s := &sheet{
		title: "TRAIL", about: countOf(len(all), "story", "stories"),
		none: "No story was read yet. Each story you open from another one is a step on the trail; back and forward move on it.",
		act: func(m *Model, row int) tea.Cmd {
			m.sheet = nil
			keep := m.keepPlace()
			stop, ok := m.trail.to(all[row].index)
			if !ok {
				return keep
			}
			return batch(keep, m.open(stop.id, stop.title, walked))
		},
	}
	here := 0
	for i, b := range all {
		row := sheetRow{text: strings.Repeat("  ", min(b.depth, 12)) + orUntitled(b.title)}
		if b.here {
			row.mark, row.more, here = m.th.Marks.Unread, "here", i
		}
		s.rows = append(s.rows, row)
	}
	m.show(s, here)
	return keep
}

func orUntitled(title string) string {
	if title == "" {
		return "Without a title"
	}
	return title
}

// showTimeline shows the thread of the story.
func (m *Model) showTimeline(press) tea.Cmd {
	thread := m.story.thread
	if len(thread) < 2 {
		m.say("this story is in no thread")
		return nil
	}
	s := &sheet{
		title: "TIMELINE", about: fmt.Sprintf("%d stories of one event", len(thread)),
		act: func(m *Model, row int) tea.Cmd {
			m.sheet = nil
			return m.open(thread[row].ID, thread[row].Title, onward)
		},
	}
	for _, h := range thread {
		row := sheetRow{
			lead: whenOf(h.Published, true, m.now()), text: titleOf(h), more: h.Source,
			quiet: h.Marks.Read,
		}
		if h.ID == m.story.id {
			row.mark = m.th.Marks.Unread
		}
		s.rows = append(s.rows, row)
	}
	m.show(s, max(m.threadAt(), 0))
	return nil
}

// problemsLoadedMsg brings the files that could not be read.
type problemsLoadedMsg struct {
	problems []Problem
	err      error
}

// showProblems asks for the files that could not be read.
func (m *Model) showProblems(press) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		p, err := shelf.Problems(ctx)
		return problemsLoadedMsg{p, err}
	}
}

func (d problemsLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("the problems could not be listed", d.err)
		return nil
	}
	s := &sheet{
		title: "FILES THAT COULD NOT BE READ", about: countOf(len(d.problems), "file", "files"),
		none: "None: every file was read.",
		act: func(m *Model, row int) tea.Cmd {
			m.say(safe.Line(d.problems[row].Path))
			return nil
		},
	}
	for _, p := range d.problems {
		s.rows = append(s.rows, sheetRow{text: m.shortPath(safe.Line(p.Path)), more: safe.Line(p.Reason)})
	}
	m.show(s, 0)
	return nil
}

// shortPath leaves out the folder the reader gave.
func (m *Model) shortPath(path string) string {
	if len(m.opt.Roots) == 1 {
		if rest, ok := strings.CutPrefix(path, strings.TrimRight(m.opt.Roots[0], "/")+"/"); ok {
			return rest
		}
	}
	return path
}

// sourcesLoadedMsg brings the outlets of the library.
type sourcesLoadedMsg struct {
	sources []Source
	err     error
}

// showSources asks for the outlets, to filter by.
func (m *Model) showSources(press) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		s, err := shelf.Sources(ctx)
		return sourcesLoadedMsg{s, err}
	}
}

func (d sourcesLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("the sources could not be listed", d.err)
		return nil
	}
	v := m.list.view
	views := []View{{Sort: v.Sort}, {Sort: v.Sort, Unread: true}, {Sort: v.Sort, Starred: true}}
	rows := []sheetRow{
		{text: "All stories", more: thousands(m.list.win.All)},
		{text: "Unread stories", more: unreadOf(m.list.win)},
		{text: "Starred stories"},
		{heading: true}, {heading: true, text: "SOURCES"},
	}
	views = append(views, View{}, View{})
	for _, src := range d.sources {
		if src.Name == "" {
			continue // stories that name none: there is nothing to filter by
		}
		views = append(views, View{Sort: v.Sort, Source: src.Name, Unread: v.Unread})
		more := thousands(src.Total)
		if src.Unread > 0 {
			more = fmt.Sprintf("%s unread of %s", thousands(src.Unread), more)
		}
		rows = append(rows, sheetRow{text: safe.Line(src.Name), more: more})
	}
	here := 0
	for i := range rows {
		if !rows[i].heading && views[i].Source == v.Source && views[i].Unread == v.Unread && views[i].Starred == v.Starred {
			rows[i].mark, here = m.th.Marks.Unread, i
		}
	}
	m.show(&sheet{title: "FILTER", about: "enter shows only these", rows: rows, act: func(m *Model, row int) tea.Cmd {
		m.sheet = nil
		return m.browse(views[row])
	}}, here)
	return nil
}

// unreadOf is the number of unread stories, once it is known.
func unreadOf(w Window) string {
	if w.AllUnread < 0 {
		return ""
	}
	return thousands(w.AllUnread)
}

// browse shows another view from its top.
func (m *Model) browse(v View) tea.Cmd {
	keep := m.keepPlace()
	m.focus, m.zoom, m.before = InList, false, nil
	m.list.view = v
	return batch(keep, m.reload())
}

// thousands writes a number as people read it: 4,212.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// showPalette lists every command by name, narrowed by what is typed.
func (m *Model) showPalette(press) tea.Cmd {
	var all []Binding
	for _, b := range m.keys.bindings {
		if b.Action != Jump && b.Action != Palette && b.Where&m.focus != 0 {
			all = append(all, b)
		}
	}
	found := all
	s := &sheet{title: "COMMANDS", about: "enter does it", none: "No command has these letters."}
	fill := func(text string) {
		found = found[:0:0]
		s.rows = s.rows[:0]
		for _, b := range ranked(all, text) {
			found = append(found, b)
			s.rows = append(s.rows, sheetRow{lead: string(b.Action), text: b.Help, more: b.Names()})
		}
		s.cursor, s.top = 0, 0
	}
	do := func(m *Model, row int) tea.Cmd {
		m.sheet, m.prompt = nil, nil
		if row < 0 || row >= len(found) {
			return nil
		}
		return m.deeds[found[row].Action](m, press{})
	}
	s.act = do
	fill("")
	m.show(s, 0)
	m.prompt = &prompt{
		label: ":", help: "a command by any of its letters",
		changed:   func(_ *Model, text string) tea.Cmd { fill(text); return nil },
		done:      func(m *Model, _ string) tea.Cmd { return do(m, s.cursor) },
		cancelled: func(m *Model) tea.Cmd { m.sheet = nil; return nil },
		moved: func(m *Model, by int) tea.Cmd {
			s.move(s.cursor+by, m.bodyHeight())
			return nil
		},
	}
	return nil
}

// ranked is the bindings whose name or help has the letters of text in their
// order, those that begin with it first.
func ranked(all []Binding, text string) []Binding {
	text = strings.ToLower(strings.TrimSpace(text))
	var tiers [4][]Binding
	for _, b := range all {
		name, help := string(b.Action), strings.ToLower(b.Help)
		switch {
		case strings.HasPrefix(name, text):
			tiers[0] = append(tiers[0], b)
		case strings.Contains(name, text):
			tiers[1] = append(tiers[1], b)
		case strings.Contains(help, text):
			tiers[2] = append(tiers[2], b)
		case inOrder(name, text):
			tiers[3] = append(tiers[3], b)
		}
	}
	var out []Binding
	for _, t := range tiers {
		out = append(out, t...)
	}
	return out
}

func inOrder(s, letters string) bool {
	for _, r := range letters {
		i := strings.IndexRune(s, r)
		if i < 0 {
			return false
		}
		s = s[i+len(string(r)):]
	}
	return true
}
