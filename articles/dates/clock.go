package dates

// clock is a time of day.
type clock struct {
	ok                   bool
	hour, minute, second int
	seconds              bool // the seconds are given
	zoned                bool
	offset               int // seconds east of UTC
}

func (t clock) valid() bool {
	return t.hour >= 0 && t.hour < 24 && t.minute < 60 && t.second < 61
}

// clockBehind reads the time of day behind a date, over what may join the two.
func (c *cursor) clockBehind(p *parts) {
	at := *c
	for range 6 {
		if c.moreDigits() {
			if t, ok := c.clock(); ok {
				p.clock = t
				return
			}
			break
		}
		r, n := c.peek()
		switch {
		case n == 0 || c.i-at.i > 40:
			*c = at
			return
		case isWord(r):
			// "T11:44:06" joins without a space.
			if w := c.word(); w != "t" && !isJoin(w) && !isWeekday(w) {
				*c = at
				return
			}
		case r == '午' || r == '오' || r == '上' || r == '下':
			if t, ok := c.clock(); ok {
				p.clock = t
				return
			}
			c.i += n
		default:
			if !c.joiners() {
				*c = at
				return
			}
		}
	}
	*c = at
}

// joiners reads white space and the marks that stand between a date and a
// time.
func (c *cursor) joiners() bool {
	from := c.i
	for c.space() || c.any(",|-–—@•·/(:;.°_[日") {
		if c.i-from > 12 {
			break
		}
	}
	return c.i > from
}

// clock reads 11:44, 11:44:06, 11.44, 11h44, 9 pm, 7:09 p.m. EST, 午後3時30分.
func (c *cursor) clock() (clock, bool) {
	var t clock
	half := c.halfBefore()
	hour, n := c.number(2)
	if n == 0 {
		return t, false
	}
	t.hour = hour
	if !c.minutes(&t) {
		return t, false
	}
	if half == 0 {
		half = c.halfBehind()
	}
	switch {
	case half != 0 && (t.hour > 12 && half == am):
		return t, false
	case half == pm && t.hour < 12:
		t.hour += 12
	case half == am && t.hour == 12:
		t.hour = 0
	case half == 0 && t.minute < 0:
		return t, false // a bare number
	}
	t.minute = max(t.minute, 0)
	if t.hour == 24 && t.minute == 0 && t.second == 0 {
		t.hour = 0
	}
	t.ok = t.valid()
	if t.ok {
		c.unit()
		t.offset, t.zoned = c.zone()
	}
	return t, t.ok
}

// unit reads the word that says the figures were a time: 11.44 Uhr, 07:46hrs.
func (c *cursor) unit() {
	at := *c
	c.space()
	switch c.word() {
	case "uhr", "hrs", "hs", "h", "น":
		return
	}
	*c = at
}

// minutes reads what stands behind the hour. A minute of -1 says there was
// none, which only an am or pm excuses.
func (c *cursor) minutes(t *clock) bool {
	at := *c
	t.minute = -1
	switch {
	case c.any(":：h時时시點点"):
	case c.any("."):
	default:
		return !c.moreDigits()
	}
	sep := c.s[at.i]
	if sep >= 0x80 {
		c.space()
	}
	m, n := c.number(2)
	if n != 2 && (sep < 0x80 || n == 0) || c.moreDigits() {
		if n == 0 && (sep == 'h' || sep >= 0x80) {
			t.minute = 0 // 11h
			return !c.moreDigits()
		}
		*c = at
		return sep == '.'
	}
	t.minute = m
	if c.any("分분") {
		at = *c
		c.space()
		if s, n := c.number(2); n > 0 && c.any("秒초") {
			t.second, t.seconds = s, true
			return true
		}
		*c = at
		return true
	}
	at = *c
	if c.any(":") || sep == '.' && c.any(".") {
		if s, n := c.number(2); n == 2 && !c.moreDigits() {
			t.second, t.seconds = s, true
			c.fraction()
			return true
		}
	}
	*c = at
	return true
}

// fraction reads .123 behind seconds and drops it.
func (c *cursor) fraction() {
	at := *c
	if c.any(".,") {
		if _, n := c.number(9); n > 0 {
			return
		}
	}
	*c = at
}

const (
	am = 1
	pm = 2
)

func (c *cursor) halfBefore() int {
	for _, w := range [...]struct {
		s    string
		half int
	}{{"午前", am}, {"午後", pm}, {"上午", am}, {"下午", pm}, {"오전", am}, {"오후", pm}} {
		if c.lit(w.s) {
			c.space()
			return w.half
		}
	}
	return 0
}

func (c *cursor) halfBehind() int {
	at := *c
	c.space()
	switch w := c.word(); w {
	case "am", "amest", "amedt":
		return am
	case "pm", "μμ", "م", "مساء":
		return pm
	case "πμ", "ص", "صباحا":
		return am
	case "a", "p", "π", "μ":
		if c.lit(".") {
			c.space()
			if next := c.word(); next == "m" || next == "μ" {
				c.lit(".")
				if w == "a" || w == "π" {
					return am
				}
				return pm
			}
		}
	}
	*c = at
	return 0
}

// zone reads Z, GMT, EST, +0330, GMT+1. Names that stand for several zones
// are left unread, and with them the zone unknown.
func (c *cursor) zone() (offset int, ok bool) {
	at := *c
	c.space()
	c.any("([")
	if off, ok := c.signed(); ok {
		return off, true
	}
	from := c.i
	w := c.word()
	if c.i-from > 6 {
		*c = at
		return 0, false
	}
	offset, ok = zoneNamed(w)
	if !ok {
		*c = at
		return 0, false
	}
	if offset == 0 {
		if off, ok := c.signed(); ok {
			offset = off
		}
	}
	c.any(")]")
	return offset, true
}

// signed reads +03:30, +0330, -8.
func (c *cursor) signed() (int, bool) {
	at := *c
	sign := 1
	switch {
	case c.lit("+"):
	case c.lit("-"), c.lit("−"):
		sign = -1
	default:
		return 0, false
	}
	h, n := c.number(2)
	m := 0
	if n == 2 {
		c.lit(":")
		m, n = c.number(2)
	}
	if n == 1 && m != 0 || h > 14 || m > 59 || c.moreDigits() {
		*c = at
		return 0, false
	}
	if n == 0 && c.s[c.i-1] == ':' || c.i-at.i == 1 {
		*c = at
		return 0, false
	}
	// "-8" alone may be anything; two figures and more are a zone.
	if c.i-at.i < 5 && (at.i == 0 || c.s[at.i-1] == ' ') {
		*c = at
		return 0, false
	}
	return sign * (h*3600 + m*60), true
}

func zoneNamed(w string) (offset int, ok bool) {
	const hour = 3600
	switch w {
	case "z", "gmt", "utc", "ut":
		return 0, true
	case "est":
		return -5 * hour, true
	case "edt":
		return -4 * hour, true
	case "cst":
		return -6 * hour, true
	case "cdt":
		return -5 * hour, true
	case "mst":
		return -7 * hour, true
	case "mdt":
		return -6 * hour, true
	case "pst":
		return -8 * hour, true
	case "pdt":
		return -7 * hour, true
	case "bst", "cet", "wat", "mez":
		return hour, true
	case "cest", "mesz", "eet", "sast", "cat":
		return 2 * hour, true
	case "eest", "msk", "мск", "eat":
		return 3 * hour, true
	case "jst", "kst":
		return 9 * hour, true
	case "hkt", "sgt", "awst":
		return 8 * hour, true
	case "aest":
		return 10 * hour, true
	case "aedt":
		return 11 * hour, true
	case "nzst":
		return 12 * hour, true
	case "nzdt":
		return 13 * hour, true
	}
	return 0, false
}
