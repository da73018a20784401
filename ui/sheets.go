package ui

import (
	"fmt"
	"strings"

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
