package ui

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/charmbracelet/x/ansi"
)

// fit cuts a line to a width in cells, by grapheme clusters, and says by an
// ellipsis that it did.
func fit(s string, width int) string {
	switch {
	case width <= 0:
		return ""
	case len(s) <= width && isASCII(s): // no escape and no wide character
		return s
	}
	return ansi.Truncate(s, width, "…")
}

func isASCII(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] > '~' {
			return false
		}
	}
	return true
}

// cells is the width of a line on the screen.
func cells(s string) int {
	if isASCII(s) {
		return len(s)
	}
	return ansi.StringWidth(s)
}

// pad makes a line exactly as wide as a pane.
func pad(s string, width int) string {
	switch w := cells(s); {
	case w > width:
		return pad(fit(s, width), width)
	case w < width:
		return s + blank(width-w)
	}
	return s
}

// blanks is long enough for most panes; blank cuts it.
const blanks = "                                                                                                                                "

func blank(n int) string {
	if n <= 0 {
		return ""
	}
	if n <= len(blanks) {
		return blanks[:n]
	}
	return strings.Repeat(" ", n)
}

// ends puts one text at each end of a line. The right one goes first when
// there is no room for both: it is the more specific of the two.
func ends(left, right string, width int) string {
	r := cells(right)
	if r == 0 {
		return fit(left, width)
	}
	if r+2 > width {
		return fit(left, width)
	}
	left = fit(left, width-r-1)
	return left + blank(width-r-cells(left)) + right
}

// thousands writes a number as people read it: 4,212.
func thousands(n int) string {
	s := strconv.Itoa(n)
	for i := len(s) - 3; i > 0 && s[i-1] != '-'; i -= 3 {
		s = s[:i] + "," + s[i:]
	}
	return s
}

// ltr closes words that run from right to left with a mark of no width, so
// that a terminal that orders them does not draw the hour or the count that
// follows into them.
func ltr(s string) string {
	const mark = "\u200e"
	if isASCII(s) || !strings.ContainsFunc(s, rightToLeft) {
		return s
	}
	return s + mark
}

func rightToLeft(r rune) bool {
	return unicode.In(r, unicode.Hebrew, unicode.Arabic, unicode.Syriac, unicode.Thaana, unicode.Nko)
}
