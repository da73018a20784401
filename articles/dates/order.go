package dates

import (
	"strings"
	"time"

	"broadsheet/articles"
)

// numeric reads 06/06/2014, 6.6.2014, 31-12-14, and decides which figure is
// the day.
func (c *cursor) numeric(h Hint) (parts, bool) {
	a, n := c.number(2)
	if n == 0 || c.moreDigits() {
		return parts{}, false
	}
	sep, size := c.peek()
	if size == 0 || !strings.ContainsRune("/.-‐–", sep) {
		return parts{}, false
	}
	c.i += size
	spaced := sep == '.' && c.space()
	b, n := c.number(2)
	if n == 0 || c.moreDigits() || !c.lit(string(sep)) {
		return parts{}, false
	}
	if c.space() != spaced {
		return parts{}, false
	}
	y, n := c.number(4)
	if n != 4 && (n != 2 || c.moreDigits() || sep == '.' && spaced) {
		return parts{}, false
	}
	if n == 2 {
		if sep == '.' && b > 12 {
			return parts{}, false // 11.30.45 is a time, or a number in three parts
		}
		// 1.2.14 is as often a number of a section, and 11.30.15 a time.
		if at := *c; at.any(".:") && at.moreDigits() {
			return parts{}, false
		}
		y = century(y)
	}
	if y >= 2400 && y < 2700 {
		y -= 543 // the Buddhist era
	}
	if y < 1700 || y > 2199 {
		return parts{}, false
	}
	return order(y, a, b, sep, h)
}

// order decides between day-month and month-day.
func order(y, a, b int, sep rune, h Hint) (parts, bool) {
	dm, okDM := ymd(y, b, a)
	md, okMD := ymd(y, a, b)
	switch {
	case !okDM && !okMD:
		return parts{}, false
	case !okMD || okDM && a == b:
		return dm, true
	case !okDM:
		return md, true
	case sep == '.':
		return dm, true
	}
	switch lang, region, _ := strings.Cut(h.Language, "-"); {
	case region == "US" || region == "PH":
		return md, true
	case lang != "" && lang != "en" || region != "" && region != "CA":
		return dm, true
	}
	if near := h.Near; near.Precision() >= articles.Month {
		nearDM, nearMD := isNear(dm, near), isNear(md, near)
		if nearDM != nearMD {
			if nearDM {
				return dm, true
			}
			return md, true
		}
	}
	return parts{}, false
}

// isNear reports whether a reading of a date lies within three weeks of
// another date of the same story.
func isNear(p parts, d articles.Date) bool {
	gap := p.date().Time().Sub(d.Time())
	return gap.Abs() < 21*24*time.Hour
}

// compact reads a date without separators, only where it is the whole text:
// 20140606, 20140606T114406Z, 20140606114406.
func compact(s string) (articles.Date, bool) {
	run := digitsAt(s, 0)
	if run != 8 && run != 12 && run != 14 {
		return articles.Date{}, false
	}
	p, ok := ymd(atoi(s[:4]), atoi(s[4:6]), atoi(s[6:8]))
	if !ok || p.year < 1700 || p.year > 2199 {
		return articles.Date{}, false
	}
	clockPart, rest := s[8:run], s[run:]
	if run == 8 && strings.HasPrefix(rest, "T") {
		n := digitsAt(rest, 1)
		clockPart, rest = rest[1:1+n], rest[1+n:]
	}
	switch len(clockPart) {
	case 0:
		return p.date(), rest == ""
	case 6:
		p.clock.seconds, p.clock.second = true, atoi(clockPart[4:])
	case 4:
	default:
		return articles.Date{}, false
	}
	p.clock.ok, p.clock.hour, p.clock.minute = true, atoi(clockPart[:2]), atoi(clockPart[2:4])
	c := cursor{s: rest}
	p.clock.offset, p.clock.zoned = c.zone()
	return p.date(), p.clock.valid() && c.i == len(rest)
}
