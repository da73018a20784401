package dates

import "strings"

// year reads four figures, or two behind an apostrophe, a hyphen or a point
// that stand for this century or the last. Figures glued behind the four belong to
// something else: a day or a time that lost its space.
func (c *cursor) year() (int, bool) {
	at := *c
	y, n := c.number(4)
	switch {
	case n == 4 && y >= 1300 && y < 2700:
		return y, true
	case n == 2 && !c.moreDigits() && at.i > 0 && strings.IndexByte("-'/.", c.s[at.i-1]) >= 0:
		return century(y), true
	}
	*c = at
	return 0, false
}

// yearBeforeClock reads the two figures that RFC 822 gives a year, which are
// one only where the time follows: 24 Nov 14 20:25:00 GMT.
func (c *cursor) yearBeforeClock() (int, bool) {
	c.space()
	y, n := c.number(2)
	if n != 2 || c.moreDigits() {
		return 0, false
	}
	behind := *c
	if !c.space() {
		return 0, false
	}
	_, ok := c.clock()
	*c = behind
	return century(y), ok
}

func century(y int) int {
	if y < 70 {
		return 2000 + y
	}
	return 1900 + y
}
