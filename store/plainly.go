package store

import (
	"strings"

	"broadsheet/store/index/term"
)

// plainly brings words that a reader would call the same to one form.
func plainly(s string) string { return strings.Join(term.Of(s), " ") }
