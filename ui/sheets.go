package ui

import (
	tea "charm.land/bubbletea/v2"
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
		m.th.Marks.Copies + "3 on a headline: three stories of one text, folded into it. " + m.keyFor(Copies) + " lists them.",
		m.th.Marks.Thread + "4 on a headline: it is of an event with four stories. " + m.keyFor(Order) + " sorts by thread.",
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

func orUntitled(title string) string {
	if title == "" {
		return "Without a title"
	}
	return title
}
