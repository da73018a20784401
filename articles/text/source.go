package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// findSource looks for the outlet where the headline did not carry its name:
// behind the headline where the page says it again, then in the line that says
// who holds the rights, where the page bears that name elsewhere too or it is
// plainly that of an outlet.
func (d *draft) findSource() string {
	if s := d.sourceBehindTitle(); s != "" {
		return s
	}
	for i := len(d.units) - 1; i >= 0 && i >= len(d.units)-40; i-- {
		u := &d.units[i]
		if !u.cut || u.class != articles.ClassCopyright || i <= d.last && !d.page || u.shape.words > 60 {
			continue
		}
		name := holder(u.Text)
		if name == "" {
			continue
		}
		if outletWord(name) || d.bears(name, i) {
			return name
		}
	}
	return ""
}

// sourceBehindTitle is what a repetition of the headline has behind a bar or
// a dash.
func (d *draft) sourceBehindTitle() string {
	if len(d.titleWords) < 16 {
		return ""
	}
	for i := range d.units {
		u := &d.units[i]
		if !u.cut || u.class != articles.ClassDupTitle && u.class != articles.ClassNav || !strings.HasPrefix(u.words, d.titleWords) || u.words == d.titleWords {
			continue
		}
		for _, sep := range [...]string{" | ", " – ", " — ", " - ", " :: ", " « ", " » ", " • "} {
			at := strings.LastIndex(u.Text, sep)
			if at <= 0 {
				continue
			}
			tail := strings.TrimSpace(u.Text[at+len(sep):])
			if wordsOf(u.Text[:at]) == d.titleWords && len(strings.Fields(tail)) <= 6 && hasLetter(tail) && siteName(tail) && !strings.Contains(tail, ":") {
				return tail
			}
		}
	}
	return ""
}

// holder is the name in a line of rights: "© 2014 Vasska Post. All rights
// reserved." It is "" where the line names nobody, or more than a name.
func holder(s string) string {
	at, n := -1, 0
	for _, mark := range [...]string{"©", "(c)", "(C)", "copyright", "Copyright", "COPYRIGHT"} {
		if i := strings.Index(s, mark); i >= 0 && i+len(mark) > at+n {
			at, n = i, len(mark)
		}
	}
	if at < 0 || at > 60 {
		return ""
	}
	rest := behindYears(s[at+n:])
	for _, small := range [...]string{"by ", "By ", "the year ", "by: "} {
		rest = strings.TrimPrefix(rest, small)
	}
	end := len(rest)
	for i, r := range rest {
		if r == '|' || r == '·' || r == '•' || r == ';' || r == ',' || r == '(' || r == '[' || r == '/' || unicode.IsDigit(r) && i > 0 && rest[i-1] == ' ' ||
			r == '.' && i+1 < len(rest) && rest[i+1] == ' ' || strings.HasPrefix(rest[i:], " - ") || strings.HasPrefix(rest[i:], " – ") {
			end = i
			break
		}
	}
	name := strings.Trim(rest[:end], " .-–—:")
	for _, legal := range [...]string{" Inc", " LLC", " Ltd", " Limited", " GmbH", " AG", " Corp", " Oyj", " Oy", " AB", " plc", " PLC", " S.A", " SA", " Sp. z o.o", " e.V", " SE"} {
		name = strings.TrimSuffix(name, legal)
	}
	if f := len(strings.Fields(name)); f == 0 || f > 5 || utf8.RuneCountInString(name) < 3 || len(name) > 60 || !siteName(name) {
		return ""
	}
	if c := cueOf(wordsOf(name), name, false); c.strength >= 8 {
		return "" // "All rights reserved", and what stands where a name should
	}
	return name
}

// behindYears skips years and marks: what is left begins with a word, as
// "5min.example" is one.
func behindYears(s string) string {
	for {
		s = strings.TrimLeftFunc(s, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		n := 0
		for n < len(s) && s[n]-'0' < 10 {
			n++
		}
		if n == 0 || n < len(s) && strings.IndexByte(" -,.|;:", s[n]) < 0 && s[n] < utf8.RuneSelf {
			return s
		}
		s = s[n:]
	}
}

// bears reports whether another line near the head or the foot of the page is
// a name, or begins or ends in it.
func (d *draft) bears(name string, but int) bool {
	want := wordsOf(name)
	if want == "" {
		return false
	}
	for i := range d.units {
		u := &d.units[i]
		if i == but || u.words == "" || u.shape.words > 14 || i >= d.first && i < d.tail {
			continue
		}
		if u.words == want || strings.HasPrefix(u.words, want) || strings.HasSuffix(u.words, " "+want) {
			return true
		}
	}
	return false
}
