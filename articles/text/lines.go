package text

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

// line is a line of the source, made readable: entities decoded, invisible
// and control characters gone, odd spaces made plain.
type line struct {
	n      int    // its number, from 1
	gap    int    // how many blank lines stand before it
	indent int    // how many spaces it began with
	text   string // what it says; never blank
	hyphen bool   // it ended in a soft hyphen: its last word goes on
}

// splitLines makes the lines of src that are not blank. blanks counts the
// blank lines before the first.
func splitLines(src string) []line {
	lines := make([]line, 0, min(1+strings.Count(src, "\n"), 64+len(src)/400))
	gap := 0
	for n := 1; ; n++ {
		raw, rest, more := strings.Cut(src, "\n")
		src = rest
		text, indent := readable(raw)
		if text == "" {
			gap++
		} else {
			lines = append(lines, line{n: n, gap: gap, indent: indent, text: text, hyphen: strings.HasSuffix(strings.TrimRight(raw, " \t\r"), "\u00ad")})
			gap = 0
		}
		if !more {
			return lines
		}
	}
}

// readable is one line of the source as a reader should see it, and the width
// of its indent.
func readable(raw string) (text string, indent int) {
	for indent < len(raw) && (raw[indent] == ' ' || raw[indent] == '\t') {
		indent++
	}
	body := raw[indent:]
	n := plain(body)
	if n == len(body) {
		return strings.TrimRight(body, " "), indent
	}
	if strings.Contains(body[n:], "&") {
		body, n = unescape(body), 0
	}
	if !readableAsIs(body, n) {
		body = visible(body)
	}
	return strings.TrimSpace(body), indent
}

// readableAsIs reports whether a line holds nothing that visible would change.
// So many bytes of it are plain.
func readableAsIs(s string, i int) bool {
	space := i > 0 && s[i-1] == ' '
	for i < len(s) {
		if n := plain(s[i:]); n > 0 {
			i += n
			space = s[i-1] == ' '
			continue
		}
		if c := s[i]; c < utf8.RuneSelf {
			if c < ' ' || c == 0x7f || c == ' ' && space {
				return false
			}
			space = c == ' '
			i++
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if isSpace(r) || isInvisible(r) {
			return false
		}
		space = false
		i += n
	}
	return true
}

// plain is how many bytes s begins with that need no repair, which most lines
// do not anywhere: signs of ASCII but for that of entities, and blanks of one
// space between them.
func plain(s string) int {
	space := true
	i := 0
	for ; i+8 <= len(s); i += 8 {
		w := ascii.Eight(s[i:])
		spaces := ascii.Where(w, ' ')
		if ascii.Below(w, ' ') || ascii.Above(w, '~') || ascii.Is(w, '&') || spaces&(spaces<<8) != 0 || space && byte(w) == ' ' {
			break
		}
		space = w>>56 == ' '
	}
	for ; i < len(s); i++ {
		c := s[i]
		if c < ' ' || c > '~' || c == '&' || c == ' ' && space {
			break
		}
		space = c == ' '
	}
	return i
}

// unescape decodes entities, twice where a text went through two programs.
func unescape(s string) string {
	for range 2 {
		if !strings.Contains(s, "&") || !strings.Contains(s, ";") {
			return s
		}
		next := html.UnescapeString(s)
		if next == s {
			return s
		}
		s = next
	}
	return s
}

// visible drops what cannot be seen and folds every run of spaces into one.
func visible(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	space := false
	for i := 0; i < len(s); {
		r, n := rune(s[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(s[i:])
		}
		switch {
		case isSpace(r):
			space = true
		case isInvisible(r):
		default:
			if space && b.Len() > 0 {
				b.WriteByte(' ')
			}
			space = false
			b.WriteRune(r)
		}
		i += n
	}
	return b.String()
}

func isSpace(r rune) bool {
	switch r {
	case ' ', '\t', '\n', '\v', '\f', '\r', 0x85, 0xa0, 0x1680, 0x2028, 0x2029, 0x202f, 0x205f, 0x3000:
		return true
	}
	return r >= 0x2000 && r <= 0x200a
}

// isInvisible reports controls, soft hyphens, marks of width zero, direction
// marks and tags. The joiners stay: Persian and emoji need them.
func isInvisible(r rune) bool {
	switch {
	case r < 0xa0:
		return r < ' ' || r >= 0x7f
	case r == 0xad, r == 0x200b, r == 0x200e, r == 0x200f, r == 0x2060, r == 0xfeff, r == 0x061c, r == 0xfffc:
		return true
	case r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x206f, r >= 0xfff9 && r <= 0xfffb:
		return true
	case r >= 0xe0000 && r <= 0xe007f:
		return true
	}
	return false
}

// hasLetter reports whether s says anything: a letter or a digit.
func hasLetter(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }) >= 0
}
