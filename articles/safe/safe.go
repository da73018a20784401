// Package safe is the one gate between hostile text and a terminal. Whatever
// an article says, after the gate it holds no control character, no escape
// sequence, nothing that reorders, hides or smuggles text, and no Markdown
// that takes a renderer more than its size deserves. The package knows
// nothing of files, formats or screens: it turns strings into strings.
//
// # How it decides
//
// The gate looks at one rune at a time and never at a "sequence". A filter
// that removes sequences must recognise every dialect of every terminal, and
// what it leaves behind may be a new one: take the inner sequence out of
// ESC ESC[m [31m and the outer one stands there whole. So ESC and the C1
// introducers become a visible ␛, and what followed them stays as the
// harmless text it then is. The other controls vanish. Nothing that vanishes
// can join its neighbours into something forbidden, since what is forbidden
// is always a single rune; that is also why the gate is idempotent.
//
// What writing needs stays: ZWJ and ZWNJ, combining marks, the implicit
// directional marks, one variation selector after a sign that has variants.
// Each of them is also a way to attack (a letter with a thousand marks, an
// alphabet in invisible selectors), so each is counted and capped.
//
// Markdown is held to more: Markdown tells how. Rendered is the same gate for
// what a renderer made, where colours are wanted.
package safe

import (
	"strings"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

// Text makes s safe to show and keeps its lines. It returns s itself, without
// allocating, where nothing is to be done.
func Text(s string) string {
	at, g := 0, gate{}
	for {
		at += ascii.Printable(s[at:])
		if at == len(s) {
			return s
		}
		if s[at] != '\n' && s[at] < utf8.RuneSelf {
			break
		}
		r, n := utf8.DecodeRuneInString(s[at:])
		if at > 0 && s[at-1] < utf8.RuneSelf {
			g.keep(rune(s[at-1]))
		}
		if r == utf8.RuneError && n == 1 || g.pass(r) != r {
			break
		}
		g.keep(r)
		at += n
	}
	var b strings.Builder
	b.Grow(len(s) + 16)
	g = gate{}
	g.write(&b, s)
	return b.String()
}

// lineCap is how many runes a Line may have. Longer "titles" are a failure to
// find the title, and lists should not pay for it.
const lineCap = 2000

// Line makes s safe to show on one line: as Text, with every run of blanks
// and line ends one space and none at its ends. What is longer than any
// headline could be is cut, with an ellipsis to say so.
func Line(s string) string {
	s = Text(s)
	if !isFolded(s) {
		s = strings.Join(strings.FieldsFunc(s, func(r rune) bool {
			return r == ' ' || r == '\n'
		}), " ")
	}
	if len(s) <= lineCap {
		return s
	}
	count := 0
	for i := range s {
		count++
		if count == lineCap && utf8.RuneCountInString(s[i:]) > 1 {
			return strings.TrimRight(s[:i], " ") + "…"
		}
	}
	return s
}

// isFolded reports whether s has no blank but single spaces inside.
func isFolded(s string) bool {
	if strings.HasPrefix(s, " ") || strings.HasSuffix(s, " ") {
		return false
	}
	return !strings.Contains(s, "\n") && !strings.Contains(s, "  ")
}
