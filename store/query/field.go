package query

import (
	"slices"
	"strings"
	"time"
)

// fieldName takes `name:` where letters stand before a colon and the colon is
// not that of an address or a time.
func (p *parser) fieldName() (string, bool) {
	i := p.at
	for i < len(p.s) && (p.s[i]|0x20 >= 'a' && p.s[i]|0x20 <= 'z') {
		i++
	}
	if i == p.at || i >= len(p.s) || p.s[i] != ':' || strings.HasPrefix(p.s[i:], "://") {
		return "", false
	}
	name := strings.ToLower(p.s[p.at:i])
	if _, words := fieldOf(name); !words && !slices.Contains(Fields(), name) {
		if i+1 >= len(p.s) || p.s[i+1] == ' ' {
			return "", false // "Analysis: why ..." as in a headline
		}
	}
	p.at = i + 1
	return name, true
}

func (p *parser) field(name string, start int) *Node {
	f, words := fieldOf(name)
	if !words && !slices.Contains(Fields(), name) {
		p.fail(start, len(name), "there is no field %q; there are %s", name, strings.Join(Fields(), ", "))
		return nil
	}
	if p.at >= len(p.s) || p.s[p.at] == ' ' || p.s[p.at] == ')' {
		if !p.live {
			p.fail(start, p.at-start, "%s: needs something after it", name)
		}
		return nil
	}
	if words {
		if p.s[p.at] == '"' {
			return p.phrase(f, start)
		}
		return p.word(f, start)
	}
	value := p.value()
	if name == "is" {
		return p.is(value, start)
	}
	return p.dates(name, value, start)
}

// value reads the plain value of is: and of the dates.
func (p *parser) value() string {
	from := p.at
	for p.at < len(p.s) && p.s[p.at] != ' ' && p.s[p.at] != '\t' && p.s[p.at] != '(' && p.s[p.at] != ')' {
		p.at++
	}
	return strings.Trim(p.s[from:p.at], `"`)
}

func (p *parser) is(value string, start int) *Node {
	v := strings.ToLower(value)
	if slices.Contains(Marks(), v) {
		return &Node{Op: Is, Text: v, Pos: start, Len: p.at - start}
	}
	begun := func(m string) bool { return strings.HasPrefix(m, v) }
	if !p.live || p.at < len(p.s) || !slices.ContainsFunc(Marks(), begun) {
		p.fail(start, p.at-start, "is: knows %s", strings.Join(Marks(), ", "))
	}
	return nil
}

func (p *parser) dates(name, value string, start int) *Node {
	from, to, ok := days(value)
	if !ok {
		if !p.live || p.at < len(p.s) || !startOfDate(value) {
			p.fail(start, p.at-start, "%s: needs a date such as 2014, 2014-06 or 2014-06-06", name)
		}
		return nil
	}
	n := &Node{Op: Dates, From: firstDay, To: lastDay, Pos: start, Len: p.at - start}
	switch name {
	case "after":
		n.From = from
	case "before":
		n.To = from
	default:
		n.From, n.To = from, to
	}
	return n
}

// firstDay and lastDay stand for no limit. They leave room for a caller's own
// "no day" below them.
const (
	firstDay int32 = -1 << 30
	lastDay  int32 = 1 << 30
)

// days tells the first day of what the value names, and the day after it.
func days(value string) (from, to int32, ok bool) {
	for _, l := range []struct {
		layout  string
		y, m, d int
	}{{"2006", 1, 0, 0}, {"2006-1", 0, 1, 0}, {"2006-1-2", 0, 0, 1}} {
		if t, err := time.Parse(l.layout, value); err == nil {
			return dayOf(t), dayOf(t.AddDate(l.y, l.m, l.d)), true
		}
	}
	return 0, 0, false
}

func dayOf(t time.Time) int32 { return int32(t.Unix()/86400) - before1970(t) }

// before1970 corrects the division, which rounds towards zero.
func before1970(t time.Time) int32 {
	if t.Unix() < 0 && t.Unix()%86400 != 0 {
		return 1
	}
	return 0
}

// startOfDate reports whether more typing may make a date of the value.
func startOfDate(value string) bool {
	const shape = "dddd-dd-dd"
	if len(value) > len(shape) {
		return false
	}
	for i := range len(value) {
		if shape[i] == 'd' && (value[i] < '0' || value[i] > '9') || shape[i] == '-' && value[i] != '-' {
			return false
		}
	}
	return true
}
