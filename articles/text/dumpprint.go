package text

import "strings"

// printR reads what print_r writes:
//
//	Array
//	(
//	    [id] => 7
//	    [title] => Salt road to reopen
//	)
//
// on many lines or on one. Its strings have no quotes: one ends where its
// line does, or where the next key or the closing bracket stands.
func (p *parser) printR(depth int) {
	p.word()
	for p.i < len(p.s) && p.s[p.i] == ' ' {
		p.i++
	}
	if w := p.word(); w != "" { // stdClass Object
		p.good = p.i
	}
	p.space()
	if depth > maxDumpDepth || !p.lit("(") {
		p.stopped = true
		return
	}
	p.good = p.i
	p.begin()
	defer p.finish()
	for !p.stopped {
		p.space()
		if p.lit(")") {
			p.good = p.i
			if depth == 0 && p.pairs == 0 {
				p.typed++ // Array ( ), by itself
			}
			return
		}
		if p.i >= len(p.s) || p.s[p.i] != '[' || p.pairs > maxDumpPairs {
			p.stopped = true
			return
		}
		p.printPair(depth)
	}
}

func (p *parser) printPair(depth int) {
	end := strings.IndexByte(p.s[p.i:min(len(p.s), p.i+200)], ']')
	if end < 0 {
		p.stopped = true
		return
	}
	key, _, _ := strings.Cut(p.s[p.i+1:p.i+end], ":")
	arrow := strings.TrimLeft(p.s[p.i+end+1:min(len(p.s), p.i+end+8)], " \t")
	if !strings.HasPrefix(arrow, "=>") {
		p.stopped = true
		return
	}
	p.i += end + 1 + strings.Index(p.s[p.i+end+1:], "=>") + 2
	for p.i < len(p.s) && (p.s[p.i] == ' ' || p.s[p.i] == '\t') {
		p.i++
	}
	if nested(p.s[p.i:]) {
		p.set(key, "")
		p.printR(depth + 1)
		return
	}
	from := p.i
	p.i += printEnd(p.s[p.i:])
	p.set(key, strings.TrimSpace(p.s[from:p.i]))
}

// nested reports whether a value is an array or an object of its own.
func nested(s string) bool {
	line, rest, _ := strings.Cut(s[:min(len(s), 200)], "\n")
	line = strings.TrimSpace(line)
	if head, _, one := strings.Cut(line, "("); one {
		rest, line = "(", strings.TrimSpace(head)
	}
	return (line == "Array" || strings.HasSuffix(line, " Object")) && strings.HasPrefix(strings.TrimLeft(rest, " \t\r\n"), "(")
}

// printEnd measures an unquoted value.
func printEnd(s string) int {
	end := strings.IndexByte(s, '\n')
	if end < 0 {
		end = len(s)
	}
	line := s[:end]
	for i := range len(line) {
		switch {
		case line[i] == '[' && i > 0 && line[i-1] == ' ':
			if k := strings.IndexByte(line[i:], ']'); k > 0 && strings.HasPrefix(strings.TrimLeft(line[i+k+1:], " "), "=>") {
				return i
			}
		case line[i] == ')' && i > 0 && line[i-1] == ' ':
			after := strings.TrimLeft(line[i+1:], " )")
			if after == "" || after[0] == '[' {
				return i
			}
		}
	}
	return end
}
