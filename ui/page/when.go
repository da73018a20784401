package page

import (
	"fmt"
	"time"

	"broadsheet/articles"
)

// When writes a date in words, as far as it is known and no further:
// "Fri 6 Jun 2014, 11:44", "Jun 2014", "2014". A zone that the story gives is
// shown. An unknown date is "".
func When(d articles.Date) string {
	t := d.Time()
	switch d.Precision() {
	case articles.Year:
		return t.Format("2006")
	case articles.Month:
		return t.Format("Jan 2006")
	case articles.Day:
		return t.Format("Mon 2 Jan 2006")
	case articles.Minute, articles.Second:
		return t.Format("Mon 2 Jan 2006, 15:04") + zone(d)
	}
	return ""
}

func zone(d articles.Date) string {
	if !d.Zoned() {
		return ""
	}
	if _, offset := d.Time().Zone(); offset == 0 {
		return " UTC"
	}
	return d.Time().Format(" -07:00")
}

// Day writes the day of a date without its hour: "6 Jun 2014".
func Day(d articles.Date) string {
	if d.Precision() < articles.Day {
		return When(d)
	}
	return d.Time().Format("2 Jan 2006")
}

// Age says how long before now a date lies, as people do: "today",
// "yesterday", "3 days ago", "12 years ago". It says no more than the date's
// precision allows. An unknown date is "".
func Age(d articles.Date, now time.Time) string {
	t := d.Time()
	if d.Zoned() {
		t = t.In(now.Location())
	}
	years := now.Year() - t.Year()
	months := years*12 + int(now.Month()) - int(t.Month())
	switch d.Precision() {
	case articles.Unknown:
		return ""
	case articles.Year:
		return nearby("year", years)
	case articles.Month:
		if months > -24 && months < 24 {
			return nearby("month", months)
		}
		return nearby("year", years)
	}
	days := dayNumber(now) - dayNumber(t)
	switch n := max(days, -days); {
	case n < 14:
		return daysAgo(days)
	case n < 60:
		return counted(days/7, "week")
	}
	// Whole months and years, as a birthday counts them.
	if days > 0 && now.Day() < t.Day() {
		months--
	} else if days < 0 && now.Day() > t.Day() {
		months++
	}
	if max(months, -months) < 24 {
		return counted(months, "month")
	}
	return counted(months/12, "year")
}

// dayNumber counts the days of the calendar that t stands on.
func dayNumber(t time.Time) int {
	y, m, d := t.Date()
	return int(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix() / 86400)
}

func daysAgo(days int) string {
	switch days {
	case 0:
		return "today"
	case 1:
		return "yesterday"
	case -1:
		return "tomorrow"
	}
	return counted(days, "day")
}

// nearby names the unit that now is in, the one before and the one after.
func nearby(unit string, n int) string {
	switch n {
	case 0:
		return "this " + unit
	case 1:
		return "last " + unit
	case -1:
		return "next " + unit
	}
	return counted(n, unit)
}

func counted(n int, unit string) string {
	size := max(n, -n)
	if size != 1 {
		unit += "s"
	}
	if n < 0 {
		return fmt.Sprintf("in %d %s", size, unit)
	}
	return fmt.Sprintf("%d %s ago", size, unit)
}

// Apart says how far a story lies from the one it is shown beside:
// "3 days before", "the same day", "1 day after".
func Apart(days int) string {
	size := max(days, -days)
	unit := "days"
	switch {
	case days == 0:
		return "the same day"
	case size >= 730:
		size, unit = size/365, "years"
	case size == 1:
		unit = "day"
	}
	if days < 0 {
		return fmt.Sprintf("%d %s before", size, unit)
	}
	return fmt.Sprintf("%d %s after", size, unit)
}

// Reading says how long a story of so many words takes to read, at 230 a
// minute: "4 min", "2 h 10 min". No words take no time: "".
func Reading(words int) string {
	minutes := (words + 115) / 230
	switch {
	case words <= 0:
		return ""
	case minutes < 1:
		return "1 min"
	case minutes < 60:
		return fmt.Sprintf("%d min", minutes)
	case minutes%60 == 0:
		return fmt.Sprintf("%d h", minutes/60)
	}
	return fmt.Sprintf("%d h %d min", minutes/60, minutes%60)
}

// FormatName is what a reader calls the family of a file: "scrape",
// "web page".
func FormatName(f articles.Format) string {
	switch f {
	case articles.FormatText:
		return "scrape"
	case articles.FormatMarkdown:
		return "clipping"
	case articles.FormatHTML:
		return "web page"
	case articles.FormatJSON, articles.FormatJSONL, articles.FormatCSV:
		return "record"
	}
	return string(f)
}
