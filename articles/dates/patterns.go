package dates

import (
	"strings"
	"time"
	"unicode/utf8"

	"broadsheet/articles"
)

// parts are what a pattern read. A day of 0 is not known, nor is a month of 0.
type parts struct {
	year, month, day int
	clock            clock
}

// date builds the domain value, with the precision of what is known.
func (p parts) date() articles.Date {
	if p.year == 0 {
		return articles.Date{}
	}
	precision, m, d := articles.Day, p.month, p.day
	switch {
	case m == 0:
		precision, m, d = articles.Year, 1, 1
	case d == 0:
		precision, d = articles.Month, 1
	case p.clock.ok && p.clock.seconds:
		precision = articles.Second
	case p.clock.ok:
		precision = articles.Minute
	}
	loc := time.UTC
	if p.clock.zoned && p.clock.offset != 0 {
		loc = time.FixedZone("", p.clock.offset)
	}
	t := time.Date(p.year, time.Month(m), d, p.clock.hour, p.clock.minute, p.clock.second, 0, loc)
	return articles.NewDate(t, precision, p.clock.zoned)
}

// ymd checks that there is such a day.
func ymd(y, m, d int) (parts, bool) {
	if y < 1500 || y > 2199 || m < 1 || m > 12 || d < 1 || d > 31 {
		return parts{}, false
	}
	t := time.Date(y, time.Month(m), d, 0, 0, 0, 0, time.UTC)
	return parts{year: y, month: m, day: d}, t.Day() == d
}

// date reads a date that starts here, and the time of day behind it.
func (c *cursor) date(h Hint) (parts, bool) {
	start := *c
	r, _ := c.peek()
	first := 3 // of the patterns that begin with a word
	if isDigit(r) {
		first = 0
	} else if !c.beforeFigure() {
		return parts{}, false
	}
	for i := range 3 {
		*c = start
		if p, ok := c.pattern(first+i, h); ok {
			if !p.clock.ok && p.day > 0 {
				c.clockBehind(&p)
			}
			return p, true
		}
	}
	*c = start
	return parts{}, false
}

// pattern reads a date by one of the patterns: three that begin with a figure,
// three that begin with a word.
func (c *cursor) pattern(i int, h Hint) (parts, bool) {
	switch i {
	case 0:
		return c.yearFirst(h)
	case 1:
		return c.dayFirst(h)
	case 2:
		return c.numeric(h)
	case 3:
		return c.monthFirst(h)
	case 4:
		return c.era(h)
	}
	return c.vietnamese(h)
}

// beforeFigure is a quick no for words of plain letters, of which most stand
// before others: behind that which opens a date stands a figure, or an "of"
// before one.
func (c *cursor) beforeFigure() bool {
	i := c.i
	for i < len(c.s) && c.s[i]|0x20 >= 'a' && c.s[i]|0x20 <= 'z' {
		i++
	}
	for i < len(c.s) && (c.s[i] <= ' ' || c.s[i] == '.' || c.s[i] == ',' || c.s[i] == '-' || c.s[i] == '/' || c.s[i] == '|') {
		i++
	}
	if i == len(c.s) {
		return false
	}
	next := c.s[i]
	return next-'0' < 10 || next >= utf8.RuneSelf || next|0x20 == 'd' || next|0x20 == 'o'
}

// yearFirst reads 2014-06-06, 2014/6/6, 2014.06.06, 2014 június 6,
// 2014年6月6日, 2014년 6월 6일.
func (c *cursor) yearFirst(h Hint) (parts, bool) {
	y, n := c.number(4)
	if n != 4 || c.moreDigits() {
		return parts{}, false
	}
	at := *c
	if p, ok := c.cjk(y); ok {
		return p, true
	}
	*c = at
	if sep, size := c.peek(); size > 0 && strings.ContainsRune("-/._‐–", sep) {
		c.i += size
		if p, ok := c.monthDay(y, string(sep)); ok {
			return p, true
		}
	}
	*c = at
	return c.yearThenName(y, h)
}

// monthDay reads the rest of a date written in figures with the year first.
func (c *cursor) monthDay(y int, sep string) (parts, bool) {
	gap := c.space()
	m, n := c.number(2)
	if n == 0 || c.moreDigits() || gap && sep != "." {
		return parts{}, false
	}
	if !c.lit(sep) {
		return parts{}, false
	}
	c.space()
	d, n := c.number(2)
	if n == 0 || c.moreDigits() {
		return parts{}, false
	}
	p, ok := ymd(y, m, d)
	if !ok && y >= 2400 && y < 2700 {
		p, ok = ymd(y-543, m, d) // the Buddhist era
	}
	if !ok && y >= 1300 && y < 1450 {
		p, ok = jalali(y, m, d)
	}
	if ok && c.lit("T") && !c.moreDigits() {
		c.i-- // a T of the next word
	}
	return p, ok
}

func (c *cursor) yearThenName(y int, h Hint) (parts, bool) {
	c.any(".,")
	if !c.space() && !c.any("-/") {
		return parts{}, false
	}
	w := c.word()
	if w == "m" && c.lit(".") { // Lithuanian: 2014 m. birželio 6 d.
		c.space()
		w = c.word()
	}
	m := month(w, h.Language)
	if m == 0 {
		return parts{}, false
	}
	c.any(".")
	if !c.space() && !c.any("-/") {
		return parts{}, false
	}
	d, n := c.number(2)
	if n == 0 || c.moreDigits() {
		return parts{}, false
	}
	p, ok := ymd(y, m, d)
	c.any(".")
	return p, ok
}

// dayFirst reads 6 June 2014, 6. Juni 2014, 1er juin 2014, 6 de junio de
// 2014, 06-Jun-2014, 6 June 2014 with the year left at four figures.
func (c *cursor) dayFirst(h Hint) (parts, bool) {
	d, n := c.number(2)
	if n == 0 || c.moreDigits() || d < 1 || d > 31 {
		return parts{}, false
	}
	c.ordinal()
	m, persian := c.monthName(h)
	if m == 0 {
		return parts{}, false
	}
	at := *c
	c.any(".")
	c.any(",")
	c.betweenNameAndYear()
	y, ok := c.year()
	if !ok {
		*c = at
		y, ok = c.yearBeforeClock()
	}
	if !ok {
		*c = at
		// 6 Jun 11:44:06 2014
		return c.clockThenYear(m, d)
	}
	return calendar(y, m, d, persian)
}

// ordinal reads what makes a day an ordinal: 1st, 1er, 1.º, 6., 6η.
func (c *cursor) ordinal() {
	at := *c
	switch c.word() {
	case "st", "nd", "rd", "th", "er", "e", "re", "η":
		return
	}
	*c = at
	c.any(".")
	c.any("ºª°")
}

// monthName reads a month's name with what joins it to the day before it, and
// tells whether it is a month of the Persian year.
func (c *cursor) monthName(h Hint) (m int, persian bool) {
	for range 3 {
		c.any(".,")
		c.space()
		if c.any("-/–‐") {
			c.space()
		}
		c.any("'’")
		at := *c
		w := c.word()
		if w == "" {
			return 0, false
		}
		if m := c.named(w, at, h); m > 0 {
			return m, false
		}
		if m := persianMonth(w); m > 0 {
			return m, true
		}
		switch w {
		case "de", "of", "d", "del", "di", "the", "da", "den", "من":
		default:
			if !isWeekday(w) { // 31 Thursday Oct 2019
				return 0, false
			}
		}
	}
	return 0, false
}

// named is the month the word w stands for, where need be with the word
// behind it: kanun al-awwal, or the points within a Thai abbreviation.
func (c *cursor) named(w string, at cursor, h Hint) int {
	if m := month(w, h.Language); m > 0 {
		return m
	}
	after := *c
	switch w {
	case "كانون", "تشرين":
		c.space()
		m := map2(w, c.word())
		if m == 0 {
			*c = after
		}
		return m
	}
	if r, _ := utf8.DecodeRuneInString(c.s[at.i:]); r >= 0xe00 && r < 0xe80 && c.lit(".") {
		if m := month(w+c.word(), ""); m > 0 {
			c.lit(".")
			return m
		}
	}
	*c = after
	return 0
}

func map2(w, next string) int {
	switch w + " " + next {
	case "كانون الثاني":
		return 1
	case "تشرين الاول":
		return 10
	case "تشرين الثاني":
		return 11
	case "كانون الاول":
		return 12
	}
	return 0
}

func (c *cursor) betweenNameAndYear() {
	for range 2 {
		c.space()
		c.any("-/,–'’‐")
		c.space()
		at := *c
		switch c.word() {
		case "de", "del", "of", "في", "พศ":
		default:
			*c = at
			return
		}
	}
}
