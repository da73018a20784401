package dates

// calendar reads a year as the calendar it belongs to.
func calendar(y, m, d int, persian bool) (parts, bool) {
	switch {
	case persian:
		return jalali(y, m, d)
	case y >= 2400:
		y -= 543 // the Buddhist era
	}
	return ymd(y, m, d)
}

// cjk reads the rest of 2014年6月6日 and 2014년 6월 6일.
func (c *cursor) cjk(y int) (parts, bool) {
	c.space()
	if !c.any("年년") {
		return parts{}, false
	}
	return c.cjkMonthDay(y)
}

func (c *cursor) cjkMonthDay(y int) (parts, bool) {
	if y < 1500 || y > 2199 {
		return parts{}, false
	}
	c.space()
	at := *c
	m := c.figure(12)
	if m == 0 {
		*c = at
		return parts{}, false
	}
	c.space()
	if !c.any("月월") {
		return parts{}, false
	}
	at = *c
	c.space()
	d := c.figure(31)
	c.space()
	if d == 0 || !c.any("日일号號") {
		*c = at
		return parts{year: y, month: m}, true
	}
	p, ok := ymd(y, m, d)
	at = *c
	if c.any("（(") { // the day of the week
		for range 3 {
			if r, n := c.peek(); n > 0 && r != ')' && r != '）' {
				c.i += n
			}
		}
		if !c.any(")）") {
			*c = at
		}
	}
	return p, ok
}

// opensEra reports whether r may begin a date of East Asia that has no figure
// in front.
func opensEra(r rune) bool {
	switch r {
	case '令', '平', '昭', '大', '民', '一', '二':
		return true
	}
	return false
}

// era reads 平成26年6月6日, 民國103年6月6日, 二〇一四年六月六日.
func (c *cursor) era(Hint) (parts, bool) {
	for _, e := range [...]struct {
		name string
		from int // the year before the first of the era
	}{{"令和", 2018}, {"平成", 1988}, {"昭和", 1925}, {"大正", 1911}, {"民國", 1911}, {"民国", 1911}} {
		if !c.lit(e.name) {
			continue
		}
		y := 1
		if !c.lit("元") {
			if y = c.figure(130); y == 0 {
				return parts{}, false
			}
		}
		if !c.lit("年") {
			return parts{}, false
		}
		return c.cjkMonthDay(e.from + y)
	}
	y := 0
	for range 4 {
		r, n := c.peek()
		d := kanji(r)
		if n == 0 || d < 0 || d > 9 {
			return parts{}, false
		}
		y = y*10 + d
		c.i += n
	}
	return c.cjk(y)
}

// figure reads a number up to limit in figures of any script or in Chinese
// characters.
func (c *cursor) figure(limit int) int {
	if v, n := c.number(3); n > 0 {
		if v > limit {
			return 0
		}
		return v
	}
	total, unit, any := 0, 0, false
	for {
		r, n := c.peek()
		d := kanji(r)
		if n == 0 || d < 0 {
			break
		}
		any = true
		c.i += n
		if d == 10 {
			total, unit = total+10*max(unit, 1), 0
		} else {
			unit = unit*10 + d
		}
		if total+unit > limit {
			return 0
		}
	}
	if !any {
		return 0
	}
	return total + unit
}

func kanji(r rune) int {
	switch r {
	case '〇', '零', '○':
		return 0
	case '一':
		return 1
	case '二':
		return 2
	case '三':
		return 3
	case '四':
		return 4
	case '五':
		return 5
	case '六':
		return 6
	case '七':
		return 7
	case '八':
		return 8
	case '九':
		return 9
	case '十':
		return 10
	}
	return -1
}

// persianMonth is the number of a month of the Persian solar year.
func persianMonth(w string) int {
	switch w {
	case "فروردين":
		return 1
	case "ارديبهشت":
		return 2
	case "خرداد":
		return 3
	case "تير":
		return 4
	case "مرداد":
		return 5
	case "شهريور":
		return 6
	case "مهر":
		return 7
	case "ابان":
		return 8
	case "اذر":
		return 9
	case "دي":
		return 10
	case "بهمن":
		return 11
	case "اسفند":
		return 12
	}
	return 0
}

// jalali turns a day of the Persian solar year into ours, by the 2820-year
// cycle, which holds for every year a newspaper can bear.
func jalali(y, m, d int) (parts, bool) {
	if y < 1200 || y > 1500 || m < 1 || m > 12 || d < 1 || d > 31 || m > 6 && d > 30 {
		return parts{}, false
	}
	epbase := y - 474
	epyear := 474 + epbase%2820
	days := d + (m-1)*31
	if m > 7 {
		days -= m - 7
	}
	julian := days + (epyear*682-110)/2816 + (epyear-1)*365 + epbase/2820*1029983 + 1948320
	return gregorian(julian)
}

// gregorian is the date of a Julian day number.
func gregorian(jd int) (parts, bool) {
	a := jd + 32044
	b := (4*a + 3) / 146097
	c := a - 146097*b/4
	d := (4*c + 3) / 1461
	e := c - 1461*d/4
	m := (5*e + 2) / 153
	return ymd(100*b+d-4800+m/10, m+3-12*(m/10), e-(153*m+2)/5+1)
}
