package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/ui/page"
)

// trailTitle is what stands over the map.
const trailTitle = "TRAIL"

// showTrail draws the walks as a map: every stop, and where it led.
func (m *Model) showTrail(press) tea.Cmd {
	keep := m.keepPlace()
	all := m.trail.branches(m.lanes())
	s := &sheet{
		title: trailTitle, about: countOf(len(all), "story", "stories") + "; enter goes back to one",
		none: "No story was read yet. Each story you open from another one is a step on the trail; back and forward move on it.",
	}
	if len(all) == 0 {
		s.about = ""
	}
	var stops []int
	here, day := 0, ""
	for _, b := range all {
		if b.parent < 0 {
			if now := m.dayOf(b.stop); now != day || day == "" {
				day = now
				if len(s.rows) > 0 {
					s.rows, stops = append(s.rows, sheetRow{heading: true}), append(stops, -1)
				}
				s.rows, stops = append(s.rows, sheetRow{heading: true, text: day}), append(stops, -1)
			}
		}
		if b.here {
			here = len(s.rows)
		}
		s.rows, stops = append(s.rows, m.trailRow(b)), append(stops, b.index)
	}
	s.act = func(m *Model, row int) tea.Cmd {
		m.sheet = nil
		keep := m.keepPlace()
		stop, ok := m.trail.to(stops[row])
		if !ok {
			return keep
		}
		return batch(keep, m.open(stop.id, stop.title, walked))
	}
	m.show(s, here)
	return keep
}

// lanes are the signs of the map, as far as the terminal has them.
func (m *Model) lanes() lanes {
	if m.th.Marks.Bar == "│" {
		return lanes{"│ ", "├─"}
	}
	return lanes{"| ", "+-"}
}

func (m *Model) trailRow(b branch) sheetRow {
	mark := m.th.Marks.Read
	if b.onPath {
		mark = m.th.Marks.Unread
	}
	row := sheetRow{text: b.lanes + mark + " " + orUntitled(b.title), quiet: !b.onPath}
	if b.here {
		row.mark, row.more = m.th.Marks.Trail, "here"
	}
	return row
}

// dayOf names the day on which a walk began.
func (m *Model) dayOf(s stop) string {
	if s.when.IsZero() {
		return "EARLIER"
	}
	return strings.ToUpper(page.Age(articles.NewDate(s.when, articles.Day, false), m.now()))
}
