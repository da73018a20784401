package safe

import "strings"

// Rendered is the gate for what a renderer made of safe text: colours (SGR,
// ESC [ ... m) pass, everything else is held to what Text lets through. The
// hyperlinks that a renderer wraps around its links (OSC 8) are left out
// whole when they are well formed; they hide where a link leads, and the
// reader sees and opens links by other means. Any other escape is shown.
func Rendered(s string) string {
	if !strings.ContainsRune(s, 0x1b) {
		return Text(s)
	}
	var b strings.Builder
	b.Grow(len(s))
	var g gate
	for {
		plain, rest, found := strings.Cut(s, "\x1b")
		g.write(&b, plain)
		if !found {
			return b.String()
		}
		switch n, m := colour(rest), hyperlink(rest); {
		case n > 0:
			b.WriteByte(0x1b)
			b.WriteString(rest[:n])
			rest = rest[n:]
		case m > 0:
			rest = rest[m:]
		default:
			g.put(&b, shownEscape)
		}
		s = rest
	}
}

// colour returns the length of the rest of an SGR sequence that s begins
// with, or 0.
func colour(s string) int {
	const longest = 64
	if !strings.HasPrefix(s, "[") {
		return 0
	}
	for i := 1; i < len(s) && i < longest; i++ {
		switch c := s[i]; {
		case c == 'm':
			return i + 1
		case c >= '0' && c <= '9' || c == ';' || c == ':':
		default:
			return 0
		}
	}
	return 0
}

// hyperlink returns the length of the rest of an OSC 8 sequence that s begins
// with, or 0. Nothing in it may itself be a control.
func hyperlink(s string) int {
	if !strings.HasPrefix(s, "]8;") {
		return 0
	}
	end := strings.IndexFunc(s, func(r rune) bool {
		return r < ' ' || r >= 0x7f && r < 0xa0
	})
	switch {
	case end < 0 || end > addressCap+256:
		return 0
	case s[end] == '\a':
		return end + 1
	case strings.HasPrefix(s[end:], "\x1b\\"):
		return end + 2
	}
	return 0
}
