package field

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// A value is nil, a bool, a string, a Number, a []any of values, or an
// Object.

// Number is a number as it was written.
type Number string

// Object is an object with its members in the order they were written.
type Object []Member

// Member is one field of an Object.
type Member struct {
	Name  string
	Value any
}

// Get returns the value of the first member that has one of the names, names
// being compared folded.
func (o Object) Get(names ...string) any {
	for _, want := range names {
		for _, m := range o {
			if m.Name == want || Fold(m.Name) == want {
				return m.Value
			}
		}
	}
	return nil
}

// String is a value as one string: of an object that wraps a value, the
// value; of a list, its strings as paragraphs.
func String(v any) string {
	return text(v, 0)
}

func text(v any, depth int) string {
	if depth > 4 {
		return ""
	}
	switch v := v.(type) {
	case string:
		return v
	case Number:
		return string(v)
	case []any:
		var parts []string
		for _, e := range v {
			if s := strings.TrimSpace(text(e, depth+1)); s != "" {
				parts = append(parts, s)
			}
		}
		return strings.Join(parts, "\n\n")
	case Object:
		for _, name := range []string{"rendered", "main", "value", "text", "content", "name", "#text", "original", "$oid", "en", "default", "url", "href", "html"} {
			if s := text(v.Get(name), depth+1); s != "" {
				return s
			}
		}
	}
	return ""
}

// Line is a value as one line without tags and entities; what stands for
// nothing ("null", "N/A") is nothing.
func Line(v any) string {
	if list, ok := v.([]any); ok && len(list) > 0 {
		v = list[0]
	}
	s := String(v)
	if strings.IndexByte(s, '&') >= 0 {
		s = html.UnescapeString(s)
	}
	s = strings.Join(strings.Fields(s), " ")
	if blank(s) {
		return ""
	}
	return s
}

// blank reports the ways in which exports write that they have no value.
func blank(s string) bool {
	switch strings.ToLower(s) {
	case "", "null", "none", "nan", "n/a", "na", "undefined", "nil", "-", "--", "[]", "{}", "unknown", "no title found":
		return true
	}
	return false
}

// Strings is a value as a list of names: a list as it is, a string split at
// what separates names in a list of tags.
func Strings(v any) []string {
	var out []string
	add := func(s string) {
		s = strings.Trim(strings.Join(strings.Fields(html.UnescapeString(s)), " "), `"'`)
		s = strings.TrimPrefix(unwiki(s), "#")
		if !blank(s) && len(s) < 200 && !contains(out, s) {
			out = append(out, s)
		}
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if o, ok := e.(Object); ok {
				add(firstLine(o, "name", "label", "title", "slug", "term", "value", "rendered", "webtitle"))
				continue
			}
			add(Line(e))
		}
	case Object:
		if s := firstLine(v, "name", "label", "title", "rendered", "value"); s != "" {
			add(s)
			break
		}
		for _, m := range v { // {"1": "tag", "2": "tag"} or {"tag": {...}}
			if s := Line(m.Value); s != "" {
				add(s)
			} else if m.Value != nil {
				add(m.Name)
			}
		}
	case string:
		if list, ok := dumped(v); ok {
			return Strings(list)
		}
		sep := ","
		for _, s := range []string{"|", ";"} {
			if strings.Contains(v, s) {
				sep = s
				break
			}
		}
		for s := range strings.SplitSeq(v, sep) {
			add(s)
		}
	case Number:
		add(string(v))
	}
	return out
}

func firstLine(o Object, names ...string) string {
	for _, n := range names {
		if s := Line(o.Get(n)); s != "" {
			return s
		}
	}
	return ""
}

// dumped reads a list that a CSV writer or a template printed into a string:
// ['A', "B"].
func dumped(s string) ([]any, bool) {
	s = strings.TrimSpace(s)
	if len(s) < 2 || s[0] != '[' && s[0] != '{' && s[0] != '(' {
		return nil, false
	}
	var list []any
	for i := 1; i < len(s); {
		q := s[i]
		if q != '"' && q != '\'' {
			i++
			continue
		}
		var b strings.Builder
		i++
		for i < len(s) && s[i] != q {
			if s[i] == '\\' && i+1 < len(s) {
				i++
			}
			b.WriteByte(s[i])
			i++
		}
		i++
		list = append(list, b.String())
	}
	return list, len(list) > 0 || strings.TrimSpace(s[1:len(s)-1]) == ""
}

// unwiki takes the brackets off [[Page|as shown]].
func unwiki(s string) string {
	if !strings.HasPrefix(s, "[[") || !strings.HasSuffix(s, "]]") {
		return s
	}
	s = s[2 : len(s)-2]
	if _, shown, ok := strings.Cut(s, "|"); ok {
		return strings.TrimSpace(shown)
	}
	return strings.TrimSpace(s)
}

func contains(list []string, s string) bool {
	for _, have := range list {
		if strings.EqualFold(have, s) {
			return true
		}
	}
	return false
}

// isAddress reports an address rather than a name.
func isAddress(s string) bool {
	return strings.Contains(s, "://") || strings.HasPrefix(s, "//") || strings.HasPrefix(s, "www.")
}

// isFrontDoor reports an address that names a site and no page of it.
func isFrontDoor(s string) bool {
	if !isAddress(s) {
		return false
	}
	_, page := site(s)
	return strings.Trim(page, "/#") == ""
}

// site parts an address into the site's name and what follows it.
func site(address string) (host, page string) {
	if _, rest, ok := strings.Cut(address, "//"); ok {
		address = rest
	}
	end := strings.IndexAny(address, "/?#")
	if end < 0 {
		end = len(address)
	}
	return strings.TrimPrefix(strings.ToLower(address[:end]), "www."), address[end:]
}

// wordy reports letters enough for a headline.
func wordy(s string) bool {
	letters := 0
	for _, r := range s {
		if unicode.IsLetter(r) {
			letters++
		}
	}
	return letters > 3 && utf8.ValidString(s)
}
