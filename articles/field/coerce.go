package field

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// Date reads a value as a date: a string in any way dates are written, or a
// number of seconds, milliseconds or more since 1970.
func Date(v any, lang string) (articles.Date, bool) {
	switch v := v.(type) {
	case Object:
		return Date(firstAny(v, "$date", "iso", "datetime", "date", "value", "numberlong", "published", "rendered"), lang)
	case []any:
		if len(v) > 0 {
			return Date(v[0], lang)
		}
	case Number:
		return number(string(v))
	case string:
		s := strings.TrimSpace(v)
		if d, ok := number(s); ok {
			return d, true
		}
		if d, ok := ISO(s); ok {
			return midnight(d), true
		}
		h := dates.Hint{Language: lang}
		if d, ok := dates.Parse(s, h); ok {
			return d, true
		}
		if len(s) < 120 {
			d, _, _, ok := dates.Find(s, h)
			return d, ok
		}
	}
	return articles.Date{}, false
}

// midnight is the day of a moment that a program made of one: midnight to the
// second, in no zone or in that of programs.
func midnight(d articles.Date) articles.Date {
	t := d.Wall()
	if d.Precision() < articles.Second || t.Hour()+t.Minute()+t.Second() != 0 {
		return d
	}
	if _, off := d.Time().Zone(); d.Zoned() && off != 0 {
		return d
	}
	return articles.NewDate(t, articles.Day, false)
}

func firstAny(o Object, names ...string) any {
	for _, n := range names {
		if v := o.Get(n); v != nil {
			return v
		}
	}
	return nil
}

// number reads 20140606, 20140606114406 and moments since 1970. It inspects
// the size alone, so a year is not taken for a moment.
func number(s string) (articles.Date, bool) {
	whole, _, _ := strings.Cut(s, ".")
	for i := 0; i < len(whole); i++ {
		if whole[i] < '0' || whole[i] > '9' {
			return articles.Date{}, false
		}
	}
	compact := func(layout string, p articles.Precision) (articles.Date, bool) {
		t, err := time.Parse(layout, whole)
		if err != nil || t.Year() < 1800 || t.Year() > 2100 {
			return articles.Date{}, false
		}
		return articles.NewDate(t, p, false), true
	}
	switch len(whole) {
	case 4:
		if y, _ := strconv.Atoi(whole); y >= 1800 && y <= 2100 {
			return compact("2006", articles.Year)
		}
	case 8:
		return compact("20060102", articles.Day)
	case 14:
		return compact("20060102150405", articles.Second)
	}
	n, err := strconv.ParseInt(whole, 10, 64)
	if err != nil {
		return articles.Date{}, false
	}
	for _, unit := range []int64{1, 1e3, 1e6, 1e9} {
		if sec := n / unit; sec >= 1e8 && sec < 4e9 {
			if sec%86_400 == 0 {
				// A program made a moment of a day.
				return articles.NewDate(time.Unix(sec, 0).UTC(), articles.Day, false), true
			}
			return articles.NewDate(time.Unix(sec, 0).UTC(), articles.Second, true), true
		}
	}
	return articles.Date{}, false
}

// ISO reads the forms of ISO 8601 that programs write: a blank for the T, a
// fraction of a second, an offset without colon, "UTC".
func ISO(s string) (articles.Date, bool) {
	if len(s) < 10 || s[4] != '-' {
		d, err := articles.ParseDate(s)
		return d, err == nil && len(s) == 7
	}
	if d, err := articles.ParseDate(s); err == nil {
		return d, true
	}
	if len(s) < 16 || s[10] != 'T' && s[10] != ' ' {
		return articles.Date{}, false
	}
	day, clock := s[:10], strings.TrimSpace(s[11:])
	zone := ""
	if i := strings.IndexAny(clock, "Zz+-U "); i >= 0 {
		zone = strings.TrimSpace(clock[i:])
		clock = strings.TrimSpace(clock[:i])
	}
	if i := strings.IndexAny(clock, ".,"); i >= 0 {
		clock = clock[:i]
	}
	switch strings.ToUpper(zone) {
	case "Z", "UTC", "GMT":
		zone = "Z"
	default:
		if len(zone) == 5 && zone[3] != ':' {
			zone = zone[:3] + ":" + zone[3:]
		} else if len(zone) == 3 {
			zone += ":00"
		}
	}
	d, err := articles.ParseDate(day + "T" + clock + zone)
	return d, err == nil
}

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
