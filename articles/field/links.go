package field

import (
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// Links reads a value as headlines.
func Links(v any, lang string) []articles.Link {
	var out []articles.Link
	add := func(v any) {
		if l, ok := link(v, lang); ok && len(out) < 200 {
			out = append(out, l)
		}
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			add(e)
		}
	case Object:
		if v.Get("title", "headline", "url", "name") != nil {
			add(v)
			break
		}
		for _, m := range v { // {"id": {...}} or {"articles": [...]}
			if list, ok := m.Value.([]any); ok {
				out = append(out, Links(list, lang)...)
				continue
			}
			add(m.Value)
		}
	case string:
		if list, ok := dumped(v); ok && !strings.Contains(v, "{") {
			return Links(list, lang)
		}
		for line := range strings.SplitSeq(v, "\n") {
			add(line)
		}
	}
	return out
}

func link(v any, lang string) (articles.Link, bool) {
	switch v := v.(type) {
	case string:
		s := unwiki(Line(v))
		if t, u, ok := markdownLink(s); ok {
			return articles.Link{Title: t, URL: u}, t != ""
		}
		if isAddress(s) {
			return articles.Link{Title: slugTitle(s), URL: s}, slugTitle(s) != ""
		}
		return articles.Link{Title: s}, wordy(s)
	case Object:
		s := Gather(v)
		l := articles.Link{
			Title: s.line(Title, nil), URL: s.url(), ID: s.line(ID, nil),
			Image: s.image(), Published: s.date(Published, lang),
		}
		if l.Title == "" {
			l.Title = firstLine(v, "text", "anchor", "value")
		}
		if l.Title == "" {
			l.Title = slugTitle(l.URL)
		}
		if l.Published.IsZero() {
			l.Published = pathDate(l.Image, l.URL)
		}
		if l.ID == l.URL {
			l.ID = ""
		}
		return l, l.Title != ""
	}
	return articles.Link{}, false
}

func pathDate(paths ...string) articles.Date {
	for _, p := range paths {
		if d, ok := dates.FromURL(p); ok {
			return d
		}
	}
	return articles.Date{}
}

// markdownLink reads [title](url) or "title (url)".
func markdownLink(s string) (title, url string, ok bool) {
	s = strings.TrimPrefix(s, "- ")
	i := strings.LastIndexByte(s, '(')
	if i <= 0 || !strings.HasSuffix(s, ")") || !isAddress(s[i+1:]) {
		return "", "", false
	}
	return strings.Trim(strings.TrimSpace(s[:i]), "[] "), s[i+1 : len(s)-1], true
}

// slugTitle makes a headline of the last wordy part of an address.
func slugTitle(url string) string {
	url, _, _ = strings.Cut(url, "?")
	url, _, _ = strings.Cut(url, "#")
	parts := strings.Split(strings.TrimSuffix(url, "/"), "/")
	if len(parts) < 4 {
		return ""
	}
	s := parts[len(parts)-1]
	if i := strings.LastIndexByte(s, '.'); i > 0 {
		s = s[:i]
	}
	words := strings.FieldsFunc(s, func(r rune) bool { return r == '-' || r == '_' || r == '+' })
	kept := words[:0]
	for _, w := range words {
		if _, err := strconv.Atoi(w); err != nil || len(w) < 5 {
			kept = append(kept, w)
		}
	}
	if len(kept) < 3 {
		return ""
	}
	s = strings.Join(kept, " ")
	first, n := utf8.DecodeRuneInString(s)
	return string(unicode.ToUpper(first)) + s[n:]
}
