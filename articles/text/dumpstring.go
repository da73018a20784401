package text

import (
	"strconv"
	"strings"
	"unicode/utf16"
	"unicode/utf8"
)

// quote tells which quote opens a string here, or "".
func (p *parser) quote() string {
	for _, q := range [...]string{"\"", "'", "\\\"", "&quot;", "&#34;", "&#39;", "“", "”"} {
		if strings.HasPrefix(p.s[p.i:], q) {
			return q
		}
	}
	return ""
}

// str reads a quoted string. A quote that no sign of more data follows is
// part of the text; a line's end is the end of what was saved.
func (p *parser) str() (string, bool) {
	q := p.quote()
	p.i += len(q)
	from := p.i
	for p.i < len(p.s) {
		switch c := p.s[p.i]; {
		case c == '\n':
			text := unquote(p.s[from:p.i])
			p.good = p.i
			p.stopped = true
			return text, false
		case c == '\\' && q != "\\\"":
			p.i += min(2, len(p.s)-p.i)
			continue
		case p.endsString(q) && p.closes(p.i+len(q)):
			text := unquote(p.s[from:p.i])
			p.i += len(q)
			return text, true
		}
		p.i++
	}
	p.good = p.i
	p.stopped = true
	return unquote(p.s[from:p.i]), false
}

// endsString reports whether the quote that opened a string stands here, or
// its fellow where a program for people made the quotes.
func (p *parser) endsString(q string) bool {
	if q == "“" || q == "”" {
		return strings.HasPrefix(p.s[p.i:], "”") || strings.HasPrefix(p.s[p.i:], "“")
	}
	return strings.HasPrefix(p.s[p.i:], q)
}

// closes reports whether what follows a quote is what follows a string: a
// comma only where another value or a key follows it, for titles hold quotes
// and commas too.
func (p *parser) closes(i int) bool {
	i = skipSpace(p.s, i)
	if i >= len(p.s) || strings.IndexByte(":]})=;[", p.s[i]) >= 0 {
		return true
	}
	if p.s[i] != ',' {
		return false
	}
	i = skipSpace(p.s, i+1)
	end := i
	for end < len(p.s) && isIdent(p.s[end]) {
		end++
	}
	switch word := p.s[i:end]; strings.ToLower(word) {
	case "null", "none", "true", "false", "nan", "undefined", "nil", "array", "object", "string", "int", "float", "bool", "ordereddict", "dict", "list", "u", "b", "r", "":
		return true
	default:
		after := skipSpace(p.s, end)
		return word[0]-'0' < 10 || after < len(p.s) && strings.IndexByte(":=(,]})", p.s[after]) >= 0
	}
}

func skipSpace(s string, i int) int {
	for i < len(s) && strings.IndexByte(" \t\r\n", s[i]) >= 0 {
		i++
	}
	return i
}

// unquote reads the escapes of JSON, PHP and Python strings.
func unquote(s string) string {
	if !strings.Contains(s, "\\") {
		return s
	}
	var b strings.Builder
	for i := 0; i < len(s); i++ {
		if s[i] != '\\' || i+1 >= len(s) {
			b.WriteByte(s[i])
			continue
		}
		i++
		switch s[i] {
		case 'n', 'r', 't':
			b.WriteByte(' ')
		case 'u', 'x':
			i += writeEscape(&b, s[i:]) - 1
		case '\\':
			// Escaped twice: \\u2019 is what \u2019 was.
			if i+1 < len(s) && (s[i+1] == 'u' || s[i+1] == '/' || s[i+1] == '"') {
				i--
				continue
			}
			b.WriteByte('\\')
		default:
			b.WriteByte(s[i])
		}
	}
	return b.String()
}

// writeBytes writes xe2\x80\x93, a character of several bytes, as Python shows
// the bytes of a text.
func writeBytes(b *strings.Builder, s string) int {
	var char []byte
	n := 0
	for len(char) < utf8.UTFMax && len(s) >= n+3 && s[n] == 'x' {
		v, err := strconv.ParseUint(s[n+1:n+3], 16, 8)
		if err != nil || v < utf8.RuneSelf {
			return 0
		}
		char = append(char, byte(v))
		n += 3
		if utf8.Valid(char) {
			b.Write(char)
			return n
		}
		if n >= len(s) || s[n] != '\\' {
			return 0
		}
		n++
	}
	return 0
}

// writeEscape writes what u2019 or xe9 stands for and returns its length.
func writeEscape(b *strings.Builder, s string) int {
	size := 5
	if s[0] == 'x' {
		if n := writeBytes(b, s); n > 0 {
			return n
		}
		size = 3
	}
	if len(s) < size {
		return len(s)
	}
	v, err := strconv.ParseUint(s[1:size], 16, 32)
	if err != nil {
		b.WriteByte(s[0])
		return 1
	}
	r := rune(v)
	if utf16.IsSurrogate(r) {
		if len(s) >= 11 && s[5] == '\\' && s[6] == 'u' {
			if low, err := strconv.ParseUint(s[7:11], 16, 32); err == nil {
				if r = utf16.DecodeRune(r, rune(low)); r != utf8.RuneError {
					b.WriteRune(r)
					return 11
				}
			}
		}
		r = utf8.RuneError
	}
	b.WriteRune(r)
	return size
}
