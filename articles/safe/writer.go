package safe

import (
	"io"
	"strings"
	"unicode/utf8"
)

// Writer returns a writer that passes what is written to it through Rendered
// on its way to w. It is for what a program prints for people: names of files
// go past the gate of Article, and error messages quote them. What ends in
// the middle of a rune or of an escape is held until it goes on; nothing else
// is held, so there is nothing to flush but the ruins of a last escape.
func Writer(w io.Writer) io.Writer { return &writer{to: w} }

type writer struct {
	to   io.Writer
	held []byte
}

func (w *writer) Write(p []byte) (int, error) {
	all := append(w.held, p...)
	n := len(all) - unfinished(all)
	out := Rendered(string(all[:n]))
	w.held = append([]byte(nil), all[n:]...)
	if _, err := io.WriteString(w.to, out); err != nil {
		return 0, err
	}
	return len(p), nil
}

// unfinished counts the bytes at the end of p that may be the beginning of
// something that passes only when it is whole.
func unfinished(p []byte) int {
	const longest = addressCap + 512 // a hyperlink
	tail := string(p[max(0, len(p)-longest):])
	for {
		i := strings.IndexByte(tail, 0x1b)
		if i < 0 {
			break
		}
		rest := tail[i+1:]
		n := max(colour(rest), hyperlink(rest))
		if n == 0 && mayGoOn(rest) {
			return len(rest) + 1
		}
		tail = rest[n:]
	}
	if len(p) > 0 && p[len(p)-1] == '\r' {
		return 1
	}
	for n := 1; n < utf8.UTFMax && n <= len(p); n++ {
		if c := p[len(p)-n]; utf8.RuneStart(c) {
			if !utf8.FullRune(p[len(p)-n:]) {
				return n
			}
			break
		}
	}
	return 0
}

// mayGoOn reports whether more bytes could make of s, which follows an
// escape, a colour or a hyperlink.
func mayGoOn(s string) bool {
	if s == "" {
		return true
	}
	if s[0] == '[' {
		return len(s) < 64 && strings.Trim(s[1:], "0123456789;:") == ""
	}
	if len(s) < 3 {
		return strings.HasPrefix("]8;", s)
	}
	s = strings.TrimSuffix(s, "\x1b") // of its end, ESC and a backslash
	return strings.HasPrefix(s, "]8;") && strings.IndexFunc(s, func(r rune) bool { return r < ' ' || r == 0x7f }) < 0
}
