package dates

// monthFirst reads June 6, 2014, Jun 6 11:44:06 EDT 2014, June 2014.
func (c *cursor) monthFirst(h Hint) (parts, bool) {
	at := *c
	m := c.named(c.word(), at, h)
	if m == 0 {
		return parts{}, false
	}
	c.any(".")
	c.any(",")
	if !c.space() && !c.any("-/") && !c.moreDigits() {
		return parts{}, false
	}
	c.any("-/|")
	c.space()
	behind := *c
	d, n := c.number(4)
	if n == 4 || n == 3 {
		if d < 1500 || d > 2199 || c.moreDigits() {
			return parts{}, false
		}
		return parts{year: d, month: m}, true
	}
	if n == 0 {
		*c = behind
		if w := c.word(); w != "de" && w != "del" && w != "of" {
			return parts{}, false
		}
		c.space()
		y, ok := c.year()
		return parts{year: y, month: m}, ok && y >= 1500 && y < 2200
	}
	c.ordinal()
	gap := *c
	c.any(".")
	c.betweenNameAndYear()
	y, ok := c.year()
	if !ok {
		*c = gap
		return c.clockThenYear(m, d)
	}
	return calendar(y, m, d, false)
}

// clockThenYear reads what ctime and the like write: 11:44:06 EDT 2014.
func (c *cursor) clockThenYear(m, d int) (parts, bool) {
	c.any(",")
	if !c.space() {
		return parts{}, false
	}
	t, ok := c.clock()
	if !ok {
		return parts{}, false
	}
	c.any(",")
	c.space()
	y, n := c.number(4)
	if n != 4 || c.moreDigits() {
		return parts{}, false
	}
	p, ok := ymd(y, m, d)
	p.clock = t
	return p, ok
}

// vietnamese reads ngày 6 tháng 6 năm 2014 from its second word on.
func (c *cursor) vietnamese(Hint) (parts, bool) {
	step := func(w string, max int) int {
		if c.word() != w || !c.space() {
			return 0
		}
		v, _ := c.number(max)
		c.any(",")
		c.space()
		return v
	}
	d := step("ngay", 2)
	if d == 0 {
		return parts{}, false
	}
	m := step("thang", 2)
	if m == 0 {
		return parts{}, false
	}
	return ymd(step("nam", 4), m, d)
}
