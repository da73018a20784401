package record

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"

	"broadsheet/articles/field"
)

// The caps of one value: how deep it may nest, and how many values it may
// hold, for "[[],[],..." costs more memory than its bytes.
const (
	maxDepth  = 128
	maxValues = 2 << 20
)

// parse reads one JSON value, leniently. What it gives back are the values of
// package field.
func parse(src string) (any, error) {
	p := parser{s: src}
	v := p.value(0)
	if p.err == nil {
		if p.space(); p.i < len(p.s) {
			p.fail("something follows the record")
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	return v, nil
}

type parser struct {
	s   string
	i   int
	n   int
	err error
}

// fail records the first mistake, with its place in the record.
func (p *parser) fail(what string) any {
	if p.err == nil {
		p.err = fmt.Errorf("%w: %s at byte %d", ErrSyntax, what, p.i+1)
	}
	p.i = len(p.s)
	return nil
}

func (p *parser) space() {
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\n' || p.s[p.i] == '\t' || p.s[p.i] == '\r') {
		p.i++
	}
}

func (p *parser) value(depth int) any {
	p.space()
	p.n++
	switch {
	case p.i >= len(p.s):
		return p.fail("it ends too soon")
	case depth > maxDepth:
		return p.fail("nested too deep")
	case p.n > maxValues:
		return p.fail("too many values")
	}
	switch c := p.s[p.i]; c {
	case '{':
		return p.object(depth)
	case '[', '(':
		return p.list(depth, c)
	case '"', '\'':
		return p.text(c)
	}
	return p.bare(depth)
}

func (p *parser) object(depth int) any {
	o := field.Object{}
	p.i++
	for {
		p.space()
		if p.i >= len(p.s) {
			return p.fail("an object is not closed")
		}
		switch c := p.s[p.i]; c {
		case '}':
			p.i++
			return o
		case ',':
			p.i++
			continue
		case '"', '\'':
			name := p.text(c)
			if p.space(); p.i >= len(p.s) || p.s[p.i] != ':' {
				return p.fail("a colon is missing")
			}
			p.i++
			o = append(o, field.Member{Name: name, Value: p.value(depth + 1)})
		default:
			name := p.word()
			if p.space(); name == "" || p.i >= len(p.s) || p.s[p.i] != ':' {
				return p.fail("a name is missing")
			}
			p.i++
			o = append(o, field.Member{Name: name, Value: p.value(depth + 1)})
		}
		if p.err != nil {
			return nil
		}
		if p.space(); p.i < len(p.s) && p.s[p.i] != ',' && p.s[p.i] != '}' {
			return p.fail("a comma is missing")
		}
	}
}

func (p *parser) list(depth int, open byte) any {
	shut := byte(']')
	if open == '(' {
		shut = ')'
	}
	list := []any{}
	p.i++
	for {
		p.space()
		if p.i >= len(p.s) {
			return p.fail("a list is not closed")
		}
		switch p.s[p.i] {
		case shut:
			p.i++
			return list
		case ',':
			p.i++
			continue
		}
		list = append(list, p.value(depth+1))
		if p.err != nil {
			return nil
		}
		if p.space(); p.i < len(p.s) && p.s[p.i] != ',' && p.s[p.i] != shut {
			return p.fail("a comma is missing")
		}
	}
}

// word reads what JSON allows without quotes, and what JavaScript and Python
// do.
func (p *parser) word() string {
	from := p.i
	for p.i < len(p.s) {
		c := p.s[p.i]
		if c >= utf8.RuneSelf || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || strings.IndexByte("+-._$", c) >= 0 {
			p.i++
			continue
		}
		break
	}
	return p.s[from:p.i]
}

func (p *parser) bare(depth int) any {
	at := p.i
	switch w := p.word(); w {
	case "true", "True":
		return true
	case "false", "False":
		return false
	case "null", "None", "NaN", "nan", "Infinity", "-Infinity", "undefined", "NaT":
		return nil
	default:
		if _, err := strconv.ParseFloat(w, 64); err == nil || w != "" && strings.HasSuffix(err.Error(), "value out of range") {
			return field.Number(w)
		}
		// A call such as datetime.datetime(2014, 6, 6), ObjectId('...').
		if p.i < len(p.s) && p.s[p.i] == '(' && w != "" {
			return p.call(w, depth)
		}
		if p.i < len(p.s) && p.s[p.i] == '=' && w != "" { // tzinfo=tzutc(), in a call
			p.i++
			p.value(depth + 1)
			return nil
		}
		p.i = at
		return p.fail("no value")
	}
}

// call reads what Python and the Mongo shell print of values that JSON has no
// form for.
func (p *parser) call(name string, depth int) any {
	args, _ := p.list(depth+1, '(').([]any)
	if strings.HasSuffix(name, "datetime") || strings.HasSuffix(name, "date") {
		var b strings.Builder
		for i, sep := range []string{"", "-", "-", "T", ":", ":"} {
			if i >= len(args) {
				break
			}
			n, err := strconv.Atoi(field.String(args[i]))
			if err != nil {
				break
			}
			fmt.Fprintf(&b, "%s%02d", sep, n)
			if i == 3 && len(args) == 4 {
				b.WriteString(":00")
			}
		}
		return b.String()
	}
	if len(args) > 0 {
		return args[0]
	}
	return nil
}

// text reads a string; a raw line break in it is kept.
func (p *parser) text(quote byte) string {
	p.i++
	from := p.i
	for p.i < len(p.s) && p.s[p.i] != quote && p.s[p.i] != '\\' {
		p.i++
	}
	if p.i < len(p.s) && p.s[p.i] == quote {
		p.i++
		return p.s[from : p.i-1]
	}
	var b strings.Builder
	b.WriteString(p.s[from:p.i])
	for p.i < len(p.s) {
		c := p.s[p.i]
		p.i++
		switch c {
		case quote:
			return b.String()
		case '\\':
			p.escape(&b)
		default:
			b.WriteByte(c)
		}
	}
	p.fail("a string is not closed")
	return ""
}

func (p *parser) escape(b *strings.Builder) {
	if p.i >= len(p.s) {
		return
	}
	c := p.s[p.i]
	p.i++
	switch c {
	case 'n':
		b.WriteByte('\n')
	case 't':
		b.WriteByte('\t')
	case 'r':
		b.WriteByte('\r')
	case 'b', 'f':
		b.WriteByte(' ')
	case 'u':
		r := p.hex(4)
		if utf16.IsSurrogate(r) && strings.HasPrefix(p.s[p.i:], `\u`) {
			back := p.i
			p.i += 2
			if pair := utf16.DecodeRune(r, p.hex(4)); pair != utf8.RuneError {
				r = pair
			} else {
				p.i = back
			}
		}
		b.WriteRune(r)
	case 'x': // Python
		b.WriteRune(p.hex(2))
	case '\n': // a line continued
	default:
		b.WriteByte(c)
	}
}

func (p *parser) hex(n int) rune {
	if p.i+n > len(p.s) {
		return utf8.RuneError
	}
	v, err := strconv.ParseUint(p.s[p.i:p.i+n], 16, 32)
	if err != nil {
		return utf8.RuneError
	}
	p.i += n
	return rune(v)
}
