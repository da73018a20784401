package field

import (
	"strings"

	"broadsheet/articles"
)

// What crawlers write into the fields of a record is what they found on a
// page: a headline with the outlet's name behind it, an outlet with its motto,
// a byline with the buttons beside it.

// withoutOutlet takes the name of the outlet off the end of a headline, where
// the record names the outlet or its address does.
func withoutOutlet(title, outlet, url string) string {
	for _, lost := range [...]string{" -", " –", " —", " |"} {
		title = strings.TrimSpace(strings.TrimSuffix(title, lost))
	}
	at, size := -1, 0
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " * ", " ⋆ ", " :: ", " « ", " » ", " • ", " · "} {
		if i := strings.LastIndex(title, sep); i > at {
			at, size = i, len(sep)
		}
	}
	if at <= 0 || len(strings.Fields(title[:at])) < 2 {
		return title
	}
	tail := articles.Letters(title[at+size:])
	host, _ := site(url)
	name, _, _ := strings.Cut(host, ".")
	if tail == "" || tail != articles.Letters(outlet) && tail != articles.Letters(host) && tail != articles.Letters(name) {
		return title
	}
	return strings.TrimSpace(title[:at])
}

// withoutMotto takes off what an outlet says of itself behind its name:
// "Ostrel Courier | The news you came for".
func withoutMotto(s string) string {
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " :: "} {
		if name, motto, ok := strings.Cut(s, sep); ok && len(articles.Letters(name)) >= 3 && len(strings.Fields(motto)) >= 3 {
			return strings.TrimSpace(name)
		}
	}
	return s
}

// signed reports a name that somebody may have signed with: no button that
// stands beside a byline, no office, no sentence.
func signed(name string) bool {
	f := strings.Fields(strings.ToLower(name))
	if len(f) > 6 {
		return false
	}
	low := strings.Join(f, " ")
	for _, button := range [...]string{"view all", "all posts", "posts by", "your name", "enter your", "comments", "subscribe", "follow", "read more", "facebook", "twitter", "email"} {
		if strings.Contains(low, button) {
			return false
		}
	}
	switch {
	case len(f) > 0 && (f[0] == "about" || f[0] == "more" && len(f) > 1):
		return false
	case len(f) >= 3:
		switch f[len(f)-1] {
		case "reporter", "producer", "editor", "writer", "correspondent", "columnist", "contributor":
			return false
		}
	}
	return true
}

// signatures are the names in a byline that are names; where none is, all.
func signatures(names []string, outlet string) []string {
	var kept []string
	for _, n := range names {
		if signed(n) && !strings.EqualFold(n, outlet) {
			kept = append(kept, n)
		}
	}
	if len(kept) == 0 && len(names) > 0 && signed(names[0]) {
		return names[:1]
	}
	return kept
}
