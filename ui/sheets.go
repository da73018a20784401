package ui

import (
	tea "charm.land/bubbletea/v2"

	"broadsheet/ui/theme"
)

// showHelp makes the help of the key map, so that it is never behind it.
func (m *Model) showHelp(press) tea.Cmd {
	if m.sheet != nil && m.sheet.help { // pressed again, it goes
		m.sheet = nil
		return nil
	}
	here := m.place()
	if m.sheet != nil {
		here = m.focus
	}
	s := &sheet{help: true, title: "KEYS", about: "a number before a movement repeats it: 5j"}
	s.build = func(size rect, th *theme.Theme) []sheetRow {
		return append(m.helpKeys(here), m.helpNotes(s.columnWidth(size.w), th)...)
	}
	m.show(s, 0)
	return nil
}

// helpKeys are the rows of the key map, those that work here standing out.
func (m *Model) helpKeys(here Place) []sheetRow {
	groups := []struct {
		from Action
		name string
	}{
		{Down, "MOVE"}, {Jump, "RELATED STORIES AND THE TRAIL"},
		{Cuts, "THE STORY"}, {Filter, "THE LIBRARY AND THE PROGRAM"},
	}
	var rows []sheetRow
	for _, b := range m.keys.bindings {
		for _, g := range groups {
			if g.from == b.Action {
				if len(rows) > 0 {
					rows = append(rows, sheetRow{heading: true})
				}
				rows = append(rows, sheetRow{heading: true, text: g.name})
			}
		}
		if len(b.Keys) == 0 {
			continue
		}
		rows = append(rows, sheetRow{
			lead: b.Names(), text: b.Help, more: whereShort(b.Where), quiet: b.Where&here == 0,
		})
	}
	return rows
}

// helpNotes are what no key says, wrapped to the width of a column.
func (m *Model) helpNotes(width int, th *theme.Theme) []sheetRow {
	rows := []sheetRow{{heading: true}, {heading: true, text: "GOOD TO KNOW"}}
	for _, note := range []string{
		"A story counts as read when it was open for two seconds, or at its end.",
		"The place in a story is kept, also from one start to the next.",
		"A related headline that the library does not hold opens a search for its words.",
		th.Marks.Copies + "3 on a headline: three stories of one text, folded into it. " + m.keyFor(Copies) + " lists them.",
		th.Marks.Thread + "4 on a headline: it is of an event with four stories. " + m.keyFor(Order) + " sorts by thread.",
		"Nothing in your folders is ever written, moved or deleted.",
	} {
		for i, line := range wrapAtMost(note, width-6, 4) {
			if i > 0 {
				line = "  " + line
			}
			rows = append(rows, sheetRow{text: line, whole: true})
		}
	}
	return rows
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
