package text

import (
	"strconv"
	"strings"
)

// serialized reads what PHP's serialize writes:
//
//	a:1:{i:0;a:2:{s:2:"id";s:1:"7";s:5:"title";s:5:"Trams";}}
//
// Keys and values stand one after the other, each closed by a semicolon.
func (p *parser) serialized(depth int) (string, bool) {
	if p.i+1 >= len(p.s) || depth > maxDumpDepth || p.pairs > maxDumpPairs {
		return p.stop()
	}
	kind := p.s[p.i]
	if kind == 'N' && p.lit("N;") {
		return "", true
	}
	if p.s[p.i+1] != ':' || strings.IndexByte("aOsibd", kind) < 0 {
		return p.stop()
	}
	p.i += 2
	switch kind {
	case 'i', 'b', 'd':
		from := p.i
		end := strings.IndexByte(p.s[p.i:min(len(p.s), p.i+40)], ';')
		if end < 0 {
			return p.stop()
		}
		p.i += end + 1
		return p.s[from : p.i-1], true
	case 's':
		return p.serialText()
	case 'O': // O:5:"Story":2:{
		if _, ok := p.serialText(); !ok || !p.lit(":") {
			return p.stop()
		}
	}
	p.number()
	if !p.lit(":{") {
		return p.stop()
	}
	p.begin()
	defer p.finish()
	for !p.lit("}") {
		key, ok := p.serialized(depth + 1)
		if !ok {
			return "", false
		}
		value, ok := p.serialized(depth + 1)
		if ok || value != "" {
			p.set(key, value)
		}
		if !ok {
			return "", false
		}
	}
	p.good = p.i
	return "", true
}

// serialText reads 5:"Trams"; with or without the semicolon. The count is of
// bytes, and wrong wherever the text changed its encoding on the way.
func (p *parser) serialText() (string, bool) {
	count := p.number()
	if !p.lit(":\"") {
		return p.stop()
	}
	from := p.i
	if end := from + count; count >= 0 && end >= from && end < len(p.s) && p.s[end] == '"' {
		p.i = end + 1
	} else {
		line := p.s[from:]
		if at := strings.IndexByte(line, '\n'); at >= 0 {
			line = line[:at]
		}
		at := strings.Index(line, "\";")
		if at < 0 {
			p.i, p.good = from+len(line), from+len(line)
			p.stopped = true
			return line, false
		}
		p.i = from + at + 1
	}
	text := p.s[from : p.i-1]
	p.lit(";")
	return text, true
}

// number reads digits, and is -1 where there are none.
func (p *parser) number() int {
	from := p.i
	for p.i < len(p.s) && p.s[p.i]-'0' < 10 {
		p.i++
	}
	n, err := strconv.Atoi(p.s[from:p.i])
	if err != nil {
		return -1
	}
	return n
}

// opensSerial reports whether a:2:{ stands before the bracket at the given
// place, and where it begins.
func opensSerial(src string, floor, at int) (int, bool) {
	head := src[max(floor, at-24):at]
	i := strings.LastIndex(head, "a:")
	if o := strings.LastIndex(head, "O:"); i < 0 {
		i = o
	}
	if i < 0 || !strings.HasSuffix(head, ":") || i > 0 && isIdent(head[i-1]) {
		return 0, false
	}
	return at - len(head) + i, true
}
