package field

import (
	"strings"
)

// Names reads a value as the names of authors.
func Names(v any) []string {
	var out []string
	add := func(s string) {
		for _, n := range splitNames(s) {
			if n != "" && !contains(out, n) && len(out) < 32 {
				out = append(out, n)
			}
		}
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if o, ok := e.(Object); ok {
				add(person(o))
			} else {
				add(Line(e))
			}
		}
	case Object:
		add(person(v))
	case string:
		if list, ok := dumped(v); ok {
			return Names(list)
		}
		add(Line(v))
	}
	return out
}

func person(o Object) string {
	if n := firstLine(o, "name", "displayname", "fullname", "original", "webtitle", "title", "rendered", "byline"); n != "" {
		return n
	}
	return strings.TrimSpace(firstLine(o, "firstname", "givenname") + " " + firstLine(o, "lastname", "familyname"))
}

// splitNames takes a byline apart: "By A and B", "A, B; C", "a@b.c (A)".
func splitNames(s string) []string {
	s = unwiki(strings.TrimSpace(s))
	for _, p := range []string{"By ", "by ", "BY ", "Par ", "Von ", "Por ", "Di ", "Written by "} {
		s = strings.TrimPrefix(s, p)
	}
	if isAddress(s) || len(s) > 300 || blank(s) {
		return nil
	}
	if i := strings.IndexByte(s, '('); i > 0 && strings.Contains(s[:i], "@") {
		s = strings.Trim(s[i:], "() ")
	}
	if i := strings.IndexAny(s, "<("); i > 0 && strings.Contains(s[i:], "@") {
		s = strings.TrimSpace(s[:i])
	}
	for _, sep := range []string{" and ", " AND ", " & ", ";", "|", " et ", " und ", " y "} {
		s = strings.ReplaceAll(s, sep, "\x00")
	}
	var out []string
	for part := range strings.SplitSeq(s, "\x00") {
		out = append(out, splitCommas(part)...)
	}
	return out
}

// splitCommas splits "Ada Orr, Bo Lind" but not "Orr, Ada", and takes off
// what a writer is and for whom: "Ada Orr, Ostrel Courier staff writer".
func splitCommas(s string) []string {
	parts := strings.Split(s, ",")
	names := make([]string, 0, len(parts))
	for i, p := range parts {
		p = strings.TrimSpace(p)
		n := len(strings.Fields(p))
		if i > 0 && (n > 1 || len(parts) > 2) && office(p) {
			continue
		}
		if n > 4 || len(parts) == 2 && n < 2 {
			return []string{strings.Trim(strings.TrimSpace(s), ", ")}
		}
		if p != "" {
			names = append(names, p)
		}
	}
	return names
}

// office reports words that say what a writer is or for whom, not who.
func office(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		switch strings.Trim(w, ".") {
		case "writer", "correspondent", "editor", "reporter", "reporters", "staff", "columnist", "contributor",
			"bureau", "agency", "press", "news", "times", "tribune", "post", "courier", "wire", "daily", "journal",
			"herald", "association", "reuters", "magazine", "newspaper", "guardian", "chief", "analyst":
			return true
		}
	}
	return false
}
