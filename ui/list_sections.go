package ui

import (
	"strings"
	"time"
	"unicode"

	"golang.org/x/text/unicode/norm"

	"broadsheet/articles"
)

// section is what the headings over a list divide it by. It follows from the
// order: a list is never sorted by one thing and headed by another.
type section uint8

const (
	unsectioned section = iota
	byDay
	bySource
	byLetter
	byThread
)

// sections is what the headings of a view tell.
func (v View) sections() section {
	switch v.Sort {
	case SortNewest, SortOldest:
		return byDay
	case SortSource:
		return bySource
	case SortTitle:
		return byLetter
	case SortThread:
		return byThread
	case SortAuto:
		if v.Query == "" {
			return byDay
		}
	}
	return unsectioned
}

// key is the same for two headlines under one heading.
func (s section) key(it Item) string {
	switch s {
	case byDay:
		if day := it.Published.Day(); day != "" {
			return day
		}
		return it.Published.String()
	case bySource:
		return strings.ToLower(it.Source)
	case byLetter:
		return initial(it.Title)
	case byThread:
		return it.Thread
	}
	return ""
}

// heading names the section that a headline stands in.
func (s section) heading(it Item, now time.Time) string {
	switch s {
	case byDay:
		return dayHeading(it.Published, now)
	case bySource:
		if it.Source == "" {
			return "WITHOUT A SOURCE"
		}
		return strings.ToUpper(it.Source)
	case byLetter:
		return initial(it.Title)
	case byThread:
		if it.Thread == "" {
			return "OTHER STORIES"
		}
		return strings.ToUpper(it.Thread)
	}
	return ""
}

// key is what tells the headings of two items apart.
func (l *list) key(i int) string {
	if i -= l.win.From; i >= 0 && i < len(l.keys) {
		return l.keys[i]
	}
	return ""
}

// dayHeading names a day as a newspaper would.
func dayHeading(d articles.Date, now time.Time) string {
	if d.IsZero() {
		return "UNDATED"
	}
	t := d.Time()
	switch d.Precision() {
	case articles.Year:
		return t.Format("2006")
	case articles.Month:
		return strings.ToUpper(t.Format("January 2006"))
	}
	switch d.Day() {
	case now.Format("2006-01-02"):
		return "TODAY"
	case now.AddDate(0, 0, -1).Format("2006-01-02"):
		return "YESTERDAY"
	}
	if t.Year() == now.Year() {
		return strings.ToUpper(t.Format("Monday 2 January"))
	}
	return strings.ToUpper(t.Format("Monday 2 January 2006"))
}

// initial is the letter that a title is sorted under: without its accent, and
// one sign for all digits.
func initial(title string) string {
	for _, r := range title {
		switch {
		case unicode.IsDigit(r):
			return "0–9"
		case unicode.Is(unicode.Han, r): // each would have a heading of its own
			return "漢字"
		case unicode.IsLetter(r):
			bare := norm.NFKD.String(string(unicode.ToUpper(r)))
			return string([]rune(bare)[:1])
		}
	}
	return "#"
}
