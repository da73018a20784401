package store

import (
	"net/url"
	"strings"

	"broadsheet/store/index/term"
)

// canonical brings addresses that lead to the same page to one form: scheme,
// "www.", a mobile host, the fragment, what only counts visitors and a slash
// at the end are left out. It is for comparing, not for opening.
func canonical(raw string) string {
	raw = strings.TrimSpace(raw)
	if raw == "" {
		return ""
	}
	u, err := url.Parse(raw)
	if err != nil || u.Opaque != "" {
		return strings.ToLower(raw)
	}
	host := strings.ToLower(u.Hostname())
	for _, lead := range []string{"www.", "m.", "amp."} {
		if rest, ok := strings.CutPrefix(host, lead); ok && strings.Contains(rest, ".") {
			host = rest
		}
	}
	q := u.Query()
	for name := range q {
		if counts(name) {
			q.Del(name)
		}
	}
	path := strings.TrimSuffix(strings.TrimSuffix(u.EscapedPath(), "/"), "/amp")
	if tail := q.Encode(); tail != "" {
		path += "?" + tail
	}
	return host + path
}

// counts reports whether a parameter tells only where the visitor came from.
func counts(name string) bool {
	name = strings.ToLower(name)
	switch name {
	case "fbclid", "gclid", "mc_cid", "mc_eid", "ref", "cmpid", "ocid", "smid", "share", "at_medium", "at_campaign":
		return true
	}
	return strings.HasPrefix(name, "utm_")
}

// plainly brings words that a reader would call the same to one form.
func plainly(s string) string { return strings.Join(term.Of(s), " ") }
