// Package address tells which addresses lead to the same page, and which of
// those in the prose of a story lead to something that another story may lead
// to as well: a report, a ruling, a record. It fetches nothing.
package address

import (
	"net/url"
	"strings"
)

// Canonical brings addresses that lead to the same page to one form: scheme,
// "www.", a mobile host, the fragment, what only counts visitors and a slash
// at the end are left out. It is for comparing, not for opening.
func Canonical(raw string) string {
	raw = strings.TrimSpace(raw)
	if raw == "" {
		return ""
	}
	if len(raw) > len("www.") && strings.EqualFold(raw[:len("www.")], "www.") {
		raw = "//" + raw
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

// Brief is a canonical address as a line of a screen has room for it: without
// what is asked of the page, and cut short in its midst.
func Brief(page string) string {
	const most, tail = 48, 20 // letters
	page, _, _ = strings.Cut(page, "?")
	if plain, err := url.PathUnescape(page); err == nil {
		page = plain
	}
	letters := []rune(page)
	if len(letters) <= most {
		return page
	}
	return string(letters[:most-tail-1]) + "…" + string(letters[len(letters)-tail:])
}
