package page

import (
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// segments splits a title at the signs that part a headline from the names
// of section and site.
func segments(t string) []string {
	var parts []string
	from := 0
	for i, w := 0, ""; i < len(t); i += len(w) + 1 {
		w, _, _ = strings.Cut(t[i:], " ")
		switch w {
		case "|", "-", "–", "—", "»", "›", "«", "::", "·", "•", "/", "~", "ǀ", ":", ">", ">>", "‹", "—\u200b", "*", "||", "¦":
			if p := strings.TrimSpace(t[from:i]); p != "" {
				parts = append(parts, p)
			}
			from = min(len(t), i+len(w)+1)
		}
	}
	if p := strings.TrimSpace(t[from:]); p != "" {
		parts = append(parts, p)
	}
	return parts
}

// trimSite takes the names of site and section off the ends of a title.
func (f *facts) trimSite(t string) string {
	t = fold(t)
	parts := segments(t)
	if len(parts) < 2 {
		return t
	}
	first, last := 0, len(parts)-1
	for last > first && f.isSite(parts[last]) {
		last--
	}
	for first < last && f.isSite(parts[first]) {
		first++
	}
	if last == len(parts)-1 && last > 0 {
		// No name that is known to be the site's: what stands last is short
		// and after a sign that headlines do without.
		tail := parts[last]
		at := strings.LastIndex(t, tail)
		sign := fold(t[max(0, at-5):at])
		small := len(strings.Fields(tail)) <= 4 && len(tail) < len(t)-len(tail)-3
		if small && len(strings.Fields(parts[0])) >= 2 && !strings.HasSuffix(sign, ":") && !strings.HasSuffix(sign, "/") &&
			(!strings.HasSuffix(sign, "–") && !strings.HasSuffix(sign, "—") || len(parts) > 2 || titleCase(tail)) {
			last--
		}
	}
	start := strings.Index(t, parts[first])
	end := strings.LastIndex(t, parts[last]) + len(parts[last])
	if start < 0 || end <= start {
		return t
	}
	return t[start:end]
}

// titleCase reports whether every word begins with a capital, as names do.
func titleCase(s string) bool {
	for w := range strings.FieldsSeq(s) {
		if first, _ := utf8.DecodeRuneInString(w); unicode.IsLower(first) {
			return false
		}
	}
	return true
}

// isSite reports whether a text is the name of the site and nothing more.
func (f *facts) isSite(s string) bool {
	t := articles.Letters(s)
	if t == "" {
		return false
	}
	for _, name := range f.siteNames() {
		n := articles.Letters(name)
		if n == "" {
			continue
		}
		if t == n || len(n) > 4 && len(t) > 4 && (strings.HasPrefix(t, n) && len(t) < 2*len(n) || strings.HasPrefix(n, t) && len(n) < 2*len(t)+4) {
			return true
		}
	}
	return false
}

// siteNames are the names the page gives its site, and its host's.
func (f *facts) siteNames() []string {
	if f.sites != nil {
		return f.sites
	}
	f.sites = []string{}
	for _, k := range []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher", "twitter:app:name:iphone"} {
		if v := f.first(k); v != "" {
			f.sites = append(f.sites, v)
		}
	}
	for _, o := range f.ld {
		f.sites = append(f.sites, o.names("publisher")...)
	}
	for _, a := range []string{f.first("link:canonical"), f.first("og:url"), f.base} {
		u, err := url.Parse(a)
		if err != nil || u.Hostname() == "" {
			continue
		}
		host := strings.TrimPrefix(u.Hostname(), "www.")
		f.sites = append(f.sites, host)
		labels := strings.Split(host, ".")
		if len(labels) >= 2 && len(labels[len(labels)-2]) > 3 {
			f.sites = append(f.sites, labels[len(labels)-2])
		} else if len(labels) >= 3 {
			f.sites = append(f.sites, labels[len(labels)-3])
		}
		break
	}
	return f.sites
}
