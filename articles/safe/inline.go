package safe

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"
)

// references replaces the numeric character references in s that decode to
// what the gate does not let through. A renderer decodes them after the gate
// has looked. Each leaves a rune behind, so that its neighbours cannot join
// into another.
func references(s string) string {
	at := strings.Index(s, "&")
	if at < 0 {
		return s
	}
	var b strings.Builder
	done := 0
	for at < len(s) {
		r, n := reference(s[at:])
		if shown := referred(r); n > 0 && shown != "" {
			end := at
			if odd(s[:at]) {
				end-- // the backslash would be left without its sign
			}
			b.WriteString(s[done:max(done, end)])
			b.WriteString(shown)
			done = at + n
		}
		at += max(n, 1)
		next := strings.IndexByte(s[at:], '&')
		if next < 0 {
			break
		}
		at += next
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

// odd reports whether s ends in a backslash that is not itself escaped.
func odd(s string) bool {
	return (len(s)-len(strings.TrimRight(s, `\`)))%2 == 1
}

// reference reads a numeric reference at the head of s, and its length.
func reference(s string) (rune, int) {
	for _, name := range []string{"&Tab;", "&NewLine;"} {
		if strings.HasPrefix(s, name) {
			return '\t', len(name)
		}
	}
	if len(s) < 4 || s[1] != '#' {
		return 0, 0
	}
	base, i := 10, 2
	if s[2] == 'x' || s[2] == 'X' {
		base, i = 16, 3
	}
	v, first := 0, i
	for ; i < len(s); i++ {
		d := digit(s[i])
		if d >= base {
			break
		}
		v = min(v*base+d, 1<<24)
	}
	if i == first || i == len(s) || s[i] != ';' {
		return 0, 0
	}
	return rune(v), i + 1
}

func digit(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'f':
		return int(c|0x20-'a') + 10
	}
	return 99
}

// referred says what to show for a reference to r, or "" where the reference
// may stay. References to C1 mean windows-1252, as browsers have it.
func referred(r rune) string {
	if r >= 0x80 && r < 0xa0 {
		if w := charmap.Windows1252.DecodeByte(byte(r)); w >= 0xa0 && w != utf8.RuneError {
			return string(w)
		}
	}
	if r == '\n' || r == '\t' || r == '\r' {
		return " "
	}
	g := gate{last: 'x'}
	switch p := g.pass(r); {
	case r > 0x10ffff:
		return "\ufffd"
	case p == r:
		return ""
	case p == shownEscape:
		return string(shownEscape)
	}
	return "\ufffd"
}

// tokens shortens the runs of ASCII in s that are too long to be words or
// addresses. It looks at one place in maxToken and back from there to the
// blank that ends the search, so it reads a hundredth of most texts.
func tokens(s string) string {
	var b strings.Builder
	done := 0
	for at := 0; at+maxToken < len(s); {
		end := at + maxToken
		for end > at && isVisible(s[end-1]) {
			end--
		}
		if end > at {
			at = end
			continue
		}
		for end = at + maxToken; end < len(s) && isVisible(s[end]); {
			end++
		}
		if end-at > maxToken {
			b.WriteString(s[done : at+shownToken])
			b.WriteString("…")
			done = end
		}
		at = end
	}
	if done == 0 {
		return s
	}
	b.WriteString(s[done:])
	return b.String()
}

func isVisible(c byte) bool { return c > ' ' && c <= '~' }

// destinations escapes link addresses in angle brackets, [a](<b c>), that go
// on for too long; a renderer repeats them on every line they cover.
func destinations(line string) string {
	if len(line) <= maxToken || !strings.Contains(line, "<") {
		return line
	}
	var b strings.Builder
	rest, kept := line, ""
	for {
		at := strings.IndexByte(rest, '<')
		if at < 0 {
			break
		}
		kept += rest[:at]
		end := strings.IndexByte(rest[at:], '>')
		escaped := odd(kept)
		if (end < 0 || end > maxToken) && !escaped {
			kept += `\`
		}
		b.WriteString(kept)
		kept = "<"
		rest = rest[at+1:]
	}
	b.WriteString(kept)
	b.WriteString(rest)
	return b.String()
}

// definable reports whether the reference definitions of s may be expanded
// at every place that could use them: one address of 4 KB and a thousand
// uses of three bytes make megabytes.
func definable(s string) bool {
	if !strings.Contains(s, "]:") {
		return true
	}
	longest, size := 0, 0
	for line := range strings.Lines(s) {
		rest := line[prefixOf(strings.TrimRight(line, "\n")).end:]
		switch {
		case isDefinition(rest):
			size = len(line)
		case rest == "" || rest == "\n":
			size = 0
		case size > 0:
			size += len(line)
		}
		longest = max(longest, size)
	}
	return strings.Count(s, "[")*(longest+longest*longest/64) <= maxExpanded
}

// isDefinition reports whether a reference definition, [a]: b, may begin with
// s; its label may go on in the next line.
func isDefinition(s string) bool {
	return strings.HasPrefix(s, "[") && (strings.Contains(s, "]:") ||
		strings.Count(s, "]") == strings.Count(s, `\]`))
}
