package safe

import "strings"

// prefix is what stands before the words of a Markdown line: indentation and
// the markers of quotes, lists and definitions.
type prefix struct {
	end     int // where the words begin
	markers int
	depth   int // how deep the line may be nested at most
}

// prefixOf reads the prefix of a line. It does not know in which blocks the
// line stands, so it counts what the prefix can mean at most: a marker is one
// level, two columns of indentation are one level.
func prefixOf(line string) prefix {
	var p prefix
	if isRule(line) {
		return p
	}
	columns := 0 // blanks but the one that belongs to each marker
	for at := 0; ; {
		gap := blanks(line[at:])
		columns += max(0, gap-min(p.markers, 1))
		at += gap
		n := marker(line[at:])
		p.end = at
		if n == 0 {
			return p
		}
		p.markers++
		p.depth = p.markers + columns/2
		at += n
	}
}

// cut makes plain text of the markers of line beyond the depth allowed.
func (p prefix) cut(line string, allowed int) string {
	var b strings.Builder
	markers, wide, at := 0, 0, 0
	for {
		n := blanks(line[at:])
		gap := min(n, min(markers, 1)) // the blank that belongs to the marker
		keep := min(n-gap, max(0, 2*(allowed-markers)-wide))
		b.WriteString(line[at : at+gap+keep])
		wide += keep
		at += n
		n = marker(line[at:])
		if n == 0 {
			break
		}
		if markers++; markers+wide/2 > allowed {
			b.WriteString(line[at : at+n-1])
			b.WriteByte('\\')
			at += n - 1
			break
		}
		b.WriteString(line[at : at+n])
		at += n
	}
	b.WriteString(line[at:])
	return b.String()
}

// flatten takes from the prefix of line the indentation that makes code.
func (p prefix) flatten(line string) string {
	head := line[:p.end]
	for strings.Contains(head, codeIndent) {
		head = strings.ReplaceAll(head, codeIndent, "   ")
	}
	return head + line[p.end:]
}

// indented reports whether the prefix may begin or go on with indented code.
func (p prefix) indented(line string) bool {
	return strings.Contains(line[:p.end], codeIndent)
}

const codeIndent = "    "

func blanks(s string) int {
	return len(s) - len(strings.TrimLeft(s, " "))
}

// marker returns the length of the quote, list or definition marker that s
// begins with, or 0.
func marker(s string) int {
	if s == "" {
		return 0
	}
	n := 1
	switch c := s[0]; {
	case c == '>':
		return 1
	case c == '-' || c == '+' || c == '*' || c == ':':
	case c >= '0' && c <= '9':
		for n < len(s) && n < 9 && s[n] >= '0' && s[n] <= '9' {
			n++
		}
		if n == len(s) || s[n] != '.' && s[n] != ')' {
			return 0
		}
		n++
	default:
		return 0
	}
	if n < len(s) && s[n] != ' ' {
		return 0
	}
	return n
}

// isRule reports whether the line is a thematic break: * * *.
func isRule(line string) bool {
	s := strings.TrimLeft(line, " ")
	if s == "" || s[0] != '*' && s[0] != '-' && s[0] != '_' {
		return false
	}
	signs := 0
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case s[0]:
			signs++
		case ' ':
		default:
			return false
		}
	}
	return signs >= 3
}
