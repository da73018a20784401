package text

import (
	"strings"
	"unicode/utf8"
)

// Escape writes plain text so that Markdown reads it as that text and
// nothing else.
func Escape(s string) string {
	if plainMarkdown(s) {
		return s
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	for i, line := range strings.Split(s, "\n") {
		if i > 0 {
			b.WriteString("\\\n") // a hard break: the lines are the author's
		}
		escapeLine(&b, strings.Trim(line, " \t"))
	}
	return b.String()
}

// plainMarkdown is a quick yes: nothing in s means anything to Markdown.
func plainMarkdown(s string) bool {
	if s == "" {
		return true
	}
	if c := s[0] | 0x20; (c < 'a' || c > 'z') && s[0] < utf8.RuneSelf && s[0] != '"' && s[0] != '\'' {
		return false // it may open a block
	}
	i := 0
	for ; i+8 <= len(s); i += 8 {
		p := s[i : i+8]
		if means[p[0]]|means[p[1]]|means[p[2]]|means[p[3]]|means[p[4]]|means[p[5]]|means[p[6]]|means[p[7]] != 0 {
			return false
		}
	}
	for ; i < len(s); i++ {
		if means[s[i]] != 0 {
			return false
		}
	}
	return true
}

// means has 1 for every byte that may mean something to Markdown wherever it
// stands.
var means = [256]uint8{
	'\t': 1, '\n': 1, '&': 1, '*': 1, '<': 1, '[': 1, '\\': 1, ']': 1, '_': 1, '`': 1, '|': 1, '~': 1,
}

func escapeLine(b *strings.Builder, s string) {
	i := escapeMarker(b, s)
	from := i
	for i < len(s) {
		at := strings.IndexAny(s[i:], "\\`*[]<~|_&")
		if at < 0 {
			break
		}
		i += at
		if special(s, i) {
			b.WriteString(s[from:i])
			b.WriteByte('\\')
			from = i
		}
		i++
	}
	b.WriteString(s[from:])
}

// escapeMarker writes what opens a block at the start of a line, escaped, and
// returns how much of s it wrote.
func escapeMarker(b *strings.Builder, s string) int {
	if s == "" {
		return 0
	}
	switch s[0] {
	case '#', '>', '=', ':':
		b.WriteByte('\\')
		b.WriteByte(s[0])
		return 1
	case '-', '+':
		if len(s) == 1 || s[1] == ' ' || s[1] == '\t' || s[1] == s[0] {
			b.WriteByte('\\')
			b.WriteByte(s[0])
			return 1
		}
	}
	n := 0
	for n < len(s) && n < 10 && s[n] >= '0' && s[n] <= '9' {
		n++
	}
	if n > 0 && n < len(s) && (s[n] == '.' || s[n] == ')') && (n+1 == len(s) || s[n+1] == ' ' || s[n+1] == '\t') {
		b.WriteString(s[:n])
		b.WriteByte('\\')
		b.WriteByte(s[n])
		return n + 1
	}
	return 0
}

// special reports whether the byte at i would mean something to Markdown.
func special(s string, i int) bool {
	switch s[i] {
	case '\\', '`', '*', '[', ']', '<', '~', '|':
		return true
	case '_':
		return !wordAt(s, i-1) || !wordAt(s, i+1)
	case '&':
		return i+1 < len(s) && (s[i+1] == '#' || wordAt(s, i+1))
	}
	return false
}

func wordAt(s string, i int) bool {
	if i < 0 || i >= len(s) {
		return false
	}
	c := s[i]
	return c >= utf8.RuneSelf || c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z'
}
