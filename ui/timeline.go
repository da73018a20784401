package ui

import (
	"fmt"
	"math"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// showTimeline shows the thread of the story along an axis of days.
func (m *Model) showTimeline(press) tea.Cmd {
	thread := m.story.thread
	if len(thread) < 2 {
		m.say("this story is in no thread")
		return nil
	}
	rows, stories := m.timeline(thread, m.body())
	s := &sheet{
		title: "TIMELINE", about: timelineAbout(thread), rows: rows,
		build: func(size rect, _ *theme.Theme) (rows []sheetRow) {
			rows, stories = m.timeline(thread, size)
			return rows
		},
		act: func(m *Model, row int) tea.Cmd {
			m.sheet = nil
			h := thread[stories[row]]
			return m.open(h.ID, h.Title, onward)
		},
	}
	here := 0
	for row, i := range stories {
		if i >= 0 && thread[i].ID == m.story.id {
			here = row
		}
	}
	m.show(s, here)
	return nil
}

// timelineAbout says how much a thread holds.
func timelineAbout(thread []articles.Headline) string {
	outlets := map[string]bool{}
	for _, h := range thread {
		if h.Source != "" {
			outlets[h.Source] = true
		}
	}
	days := 1
	for _, d := range daysBetween(thread) {
		days += d
	}
	about := fmt.Sprintf("%s of one event, %s", countOf(len(thread), "story", "stories"), countOf(days, "day", "days"))
	if len(outlets) == 0 { // that none is known is no news
		return about
	}
	return about + ", " + countOf(len(outlets), "outlet", "outlets")
}

// timeline makes the rows: each story with its day and its mark on the axis,
// and between two the axis, as long as the days between them are many.
// stories tells which story each row is, -1 for the axis alone.
func (m *Model) timeline(thread []articles.Headline, body rect) (rows []sheetRow, stories []int) {
	between := daysBetween(thread)
	each := 1
	if body.w < besides && body.h >= tall {
		each = 2
	}
	gaps := scaled(between, body.h-sheetHead-each*len(thread))
	column := 0
	for i, h := range thread {
		var before articles.Date
		if i > 0 {
			before = thread[i-1].Published
		}
		rows = append(rows, m.timelineRow(h, before, body.w))
		stories = append(stories, i)
		column = max(column, cells(rows[len(rows)-1].lead))
		axis := m.th.Marks.Bar
		if i == len(gaps) {
			axis = blank(cells(axis))
		}
		if each == 2 {
			rows = append(rows, sheetRow{heading: true, quiet: true, text: axis + " " + h.Source})
			stories = append(stories, -1)
		}
		if i == len(gaps) {
			break
		}
		for n := range gaps[i] {
			label := ""
			if n == gaps[i]/2 && between[i] > 2 {
				label = "  " + countOf(between[i], "day", "days")
			}
			rows = append(rows, sheetRow{heading: true, quiet: true, text: m.th.Marks.Bar + label})
			stories = append(stories, -1)
		}
	}
	column = min(column, min(body.w, sheetMost)/3)
	for i := range rows {
		if stories[i] < 0 { // under the marks of the stories, behind their days
			rows[i].text = blank(column+2) + rows[i].text
		}
	}
	return rows, stories
}

func (m *Model) timelineRow(h articles.Headline, before articles.Date, width int) sheetRow {
	row := sheetRow{
		lead: m.dayAndHour(h.Published, before, width), more: h.Source, quiet: h.Marks.Read,
		text: axisMark(h, m.th) + " " + titleOf(h),
	}
	if c := copiesOf(h, m.th); c != "" {
		row.text += " " + c
	}
	if width < besides {
		row.more = "" // it stands under the title
	}
	if h.ID == m.story.id {
		row.mark, row.quiet = m.th.Marks.Trail, false
		row.more = strings.TrimPrefix(row.more+" "+m.th.Marks.Dot+" here", " "+m.th.Marks.Dot+" ")
	}
	if width < roomy {
		row.more = "" // the title is worth more
	}
	return row
}

// How wide a screen must be for the hours, and for the outlets beside the
// titles; and how high for the outlets under them.
const (
	roomy   = 54
	besides = 90
	tall    = 12
)

func axisMark(h articles.Headline, th *theme.Theme) string {
	if h.Marks.Read {
		return th.Marks.Read
	}
	return th.Marks.Unread
}

// dayAndHour names the day of a story, where it is not that of the one
// before, and the hour, where there is room.
func (m *Model) dayAndHour(d, before articles.Date, width int) string {
	day := whenOf(d, true, m.now())
	switch {
	case day == "":
		return "undated"
	case day == whenOf(before, true, m.now()):
		day = ""
	}
	hour := whenOf(d, false, m.now())
	if width < roomy || hour == "" {
		return day
	}
	return fmt.Sprintf("%-11s %s", day, hour)
}

// daysBetween counts the days from each story of a thread to the next; 0
// where a day is not known.
func daysBetween(thread []articles.Headline) []int {
	out := make([]int, max(len(thread)-1, 0))
	for i := range out {
		a, b := thread[i].Published, thread[i+1].Published
		if a.Precision() >= articles.Day && b.Precision() >= articles.Day {
			out[i] = max(dayNumber(b)-dayNumber(a), 0)
		}
	}
	return out
}

// dayNumber counts days, as the calendar of the date does.
func dayNumber(d articles.Date) int {
	year, month, day := d.Time().Date()
	return int(time.Date(year, month, day, 0, 0, 0, 0, time.UTC).Unix() / int64(24*time.Hour/time.Second))
}

// scaled gives every gap rows by its days: one a day where all have room,
// else fewer by one measure for all. Two days and more keep a row at least.
func scaled(days []int, room int) []int {
	total := 0
	for _, d := range days {
		total += d
	}
	measure := 1.0
	if total > room {
		measure = max(float64(room), 0) / float64(total)
	}
	out := make([]int, len(days))
	for i, d := range days {
		out[i] = int(math.Round(float64(d) * measure))
		if d > 1 {
			out[i] = max(out[i], 1)
		}
	}
	return out
}
