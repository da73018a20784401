// Package dates reads dates as news writes them, in the languages news is
// written in: "Fri Jun 6, 2014 11:44:06", "6 juin 2014", "2014年6月6日". It
// knows nothing of the files they stand in.
//
// It keeps the precision and the zone a text gives and invents neither. Where
// day and month could be either, the hint decides; where the hint does not,
// there is no date: a wrong one is worse than none.
package dates

import (
	"strings"

	"broadsheet/articles"
)

// Hint is what is known of a text before a date in it is read.
type Hint struct {
	Language string        // BCP 47; decides day-month order where the text does not
	Near     articles.Date // another date of the same story or its source
}

// Parse reads a string that is a date and nothing else, but for a weekday,
// brackets and stops around it.
func Parse(s string, h Hint) (articles.Date, bool) {
	if len(s) > 200 {
		return articles.Date{}, false
	}
	if d, ok := compact(strings.TrimSpace(s)); ok {
		return d, true
	}
	d, start, end, ok := Find(s, h)
	if !ok || !onlyJoins(s[:start]) || !onlyJoins(s[end:]) {
		return articles.Date{}, false
	}
	return d, true
}

// Find reads the first date inside a line and tells where it stands, in
// bytes. The place takes in the weekday and the time where they stand beside
// the date.
func Find(s string, h Hint) (d articles.Date, start, end int, ok bool) {
	if !mayHoldDate(s) {
		return articles.Date{}, 0, 0, false
	}
	var before clock // a time of day read on the way, in case a date follows it
	beforeAt, beforeEnd, weekday := -1, -1, -1
	c := cursor{s: s}
	for c.i < len(s) {
		r, n := c.peek()
		if !isDigit(r) && !isWord(r) && !opensEra(r) {
			c.i += n
			continue
		}
		p := c.i
		if got, ok := c.date(h); ok {
			start, end = p, c.i
			if beforeAt >= 0 && !got.clock.ok && onlyJoins(s[beforeEnd:start]) {
				got.clock, start = before, beforeAt
			} else if weekday >= 0 && onlyJoins(s[weekdayEnd(s, weekday):start]) {
				start = weekday
			}
			return got.date(), start, end, true
		}
		c.i = p
		if isDigit(r) {
			if t, ok := c.clock(); ok {
				before, beforeAt, beforeEnd = t, p, c.i
				continue
			}
			c.i = p
			c.skipDigits()
			continue
		}
		if opensEra(r) {
			c.i += n
			continue
		}
		if isWeekday(c.word()) {
			weekday = p
		}
	}
	return articles.Date{}, 0, 0, false
}

// mayHoldDate is a quick no: a date holds three digits, or the digits of
// another script, or the character for year.
func mayHoldDate(s string) bool {
	digits := 0
	for i := range len(s) {
		if s[i]-'0' < 10 {
			if digits++; digits == 3 {
				return true
			}
		}
		if s[i] >= 0x80 {
			return strings.IndexFunc(s, func(r rune) bool { return isDigit(r) || r == '年' }) >= 0
		}
	}
	return false
}

func weekdayEnd(s string, at int) int {
	c := cursor{s: s, i: at}
	c.word()
	return c.i
}

// onlyJoins reports whether s holds only what may stand between the parts of
// one date.
func onlyJoins(s string) bool {
	if len(s) > 40 {
		return false
	}
	c := cursor{s: s}
	for c.i < len(s) {
		r, n := c.peek()
		if isDigit(r) {
			return false
		}
		if !isWord(r) {
			c.i += n
			continue
		}
		if w := c.word(); !isJoin(w) && !isWeekday(w) {
			return false
		}
	}
	return true
}

// FromURL reads the date that many outlets put in the path of an address:
// /2014/06/06/, /2014-06-06-title, /20140606/.
func FromURL(url string) (articles.Date, bool) {
	if _, rest, ok := strings.Cut(url, "://"); ok {
		url = rest
	}
	for i := 0; i < len(url) && i < 2000; i++ {
		if url[i]-'0' >= 10 || i > 0 && url[i-1]-'0' < 10 {
			continue
		}
		c := cursor{s: url, i: i}
		if d, ok := c.urlDate(); ok {
			return d, true
		}
	}
	return articles.Date{}, false
}

func (c *cursor) urlDate() (articles.Date, bool) {
	run := digitsAt(c.s, c.i)
	switch {
	case run == 8:
		d, ok := ymd(atoi(c.s[c.i:c.i+4]), atoi(c.s[c.i+4:c.i+6]), atoi(c.s[c.i+6:c.i+8]))
		return d.date(), ok && d.year >= 1980 && d.year <= 2100
	case run != 4 || c.i+4 >= len(c.s):
		return articles.Date{}, false
	}
	y := atoi(c.s[c.i : c.i+4])
	sep := c.s[c.i+4]
	if y < 1980 || y > 2100 || sep != '/' && sep != '-' && sep != '_' {
		return articles.Date{}, false
	}
	c.i += 5
	m := 0
	if n := digitsAt(c.s, c.i); n == 1 || n == 2 {
		m = atoi(c.s[c.i : c.i+n])
		c.i += n
	} else if n == 0 {
		m = month(c.word(), "")
	}
	if m < 1 || m > 12 {
		return articles.Date{}, false
	}
	if c.i < len(c.s) && c.s[c.i] == sep {
		if n := digitsAt(c.s, c.i+1); n == 1 || n == 2 {
			d, ok := ymd(y, m, atoi(c.s[c.i+1:c.i+1+n]))
			return d.date(), ok
		}
	}
	if sep != '/' || c.i < len(c.s) && c.s[c.i] != '/' {
		return articles.Date{}, false
	}
	return parts{year: y, month: m}.date(), true
}
