package articles

import (
	"strings"
	"unicode"
)

// Letters is the letters and figures of a text in lower case, and nothing
// else, so that two ways of writing it compare equal.
func Letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
}
