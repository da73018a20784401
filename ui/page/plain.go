package page

import "strings"

// isPlain reports that a block is one paragraph in which no sign means
// anything to Markdown, so that it may be set without reading it as such.
// Nine blocks of ten in news are, and reading and drawing them takes far
// longer than setting them. The outcome is the same: a test compares.
func isPlain(s string) bool {
	if strings.ContainsAny(s, "\\`*_[]<>&~|@\t\r\v\f\x00") || strings.Contains(s, "://") ||
		strings.Contains(s, "www.") || strings.Contains(s, "  \n") {
		return false
	}
	for s != "" {
		text, rest, _ := strings.Cut(s, "\n")
		if !plainLine(text) {
			return false
		}
		s = rest
	}
	return true
}

// plainLine reports that the start of a line makes it no heading, quote,
// list, rule, table or code.
func plainLine(s string) bool {
	trimmed := strings.TrimLeft(s, " ")
	if len(s)-len(trimmed) > 3 {
		return false
	}
	if trimmed == "" {
		return true
	}
	switch trimmed[0] {
	case '#', '-', '+', '=', ':', ' ':
		return false
	}
	return itemOf(trimmed) == 0
}
