package safe

import (
	"net/url"
	"strings"
)

// URL reports whether s is an address that may be handed to a program that
// opens addresses, and returns it as it should be shown and handed over. Only
// web and mail addresses pass: what a file:, javascript: or unknown scheme
// does depends on the machine, and an article must not choose it.
func URL(s string) (string, bool) {
	if s == "" || len(s) > addressCap || Text(s) != s || strings.ContainsAny(s, " \n\"'`<>\\^{|}") {
		return "", false
	}
	u, err := url.Parse(s)
	if err != nil {
		return "", false
	}
	switch strings.ToLower(u.Scheme) {
	case "http", "https":
		return s, u.Hostname() != "" && u.User == nil
	case "mailto":
		return s, u.Opaque != "" && !strings.HasPrefix(u.Opaque, "-")
	}
	return "", false
}
