package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// wireline is what opens the first paragraph of a message: where, often when,
// and in brackets which agency. "KARSK, June 6, 2014 (Gulf Press) - The ..."
type wireline struct {
	agency string
	date   articles.Date
}

// readDateline reads the dateline that a paragraph opens with.
func readDateline(s, language string) (w wireline, ok bool) {
	head := s[:min(len(s), 120)]
	end := dashAt(head)
	if end < 0 {
		return w, false
	}
	where := strings.TrimRight(head[:end], " ")
	if open := strings.LastIndexByte(where, '('); open >= 0 && strings.HasSuffix(where, ")") {
		w.agency = agencyName(where[open+1 : len(where)-1])
		where = strings.TrimRight(where[:open], " ,")
	}
	place, at, found := where, len(where), false
	if date, start, _, dated := dates.Find(where, dates.Hint{Language: language}); dated && date.Precision() >= articles.Day {
		w.date, at, found = date, start, true
	}
	place = strings.TrimRight(place[:at], " ,")
	return w, isPlace(place) && (found || w.agency != "")
}

// dashAt is where the dash stands that ends a dateline.
func dashAt(s string) int {
	best := -1
	if !mayHoldDash(s) {
		return best
	}
	for _, dash := range [...]string{" - ", " – ", " — ", " _ ", " -- ", " — "} {
		if i := strings.Index(s, dash); i > 0 && (best < 0 || i < best) {
			best = i
		}
	}
	return best
}

// mayHoldDash is a quick no: behind no blank stands the first byte of a dash.
func mayHoldDash(s string) bool {
	for i := 1; i < len(s); i++ {
		if c := s[i]; (c == '-' || c == '_' || c >= utf8.RuneSelf) && s[i-1] == ' ' {
			return true
		}
	}
	return false
}

// isPlace reports whether words may be those of a place, or none: capitals but
// for the small words between them, and the day without its year.
func isPlace(s string) bool {
	if len(s) > 60 {
		return false
	}
	for i, word := range strings.Fields(s) {
		r, _ := utf8.DecodeRuneInString(word)
		if i == 0 && !unicode.IsUpper(r) || !unicode.IsUpper(r) && !unicode.IsDigit(r) && utf8.RuneCountInString(word) > 3 && unicode.IsLower(r) {
			return false
		}
	}
	return s != ""
}

// agencyName is what stands in the brackets of a dateline where it can be the
// name of an agency: a few words that begin with capitals. States ("Md."),
// versions ("Update 2") and kinds ("Opinion") are none.
func agencyName(s string) string {
	s, _, _ = strings.Cut(s, ", ") // the desk behind the name
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 5 || len(s) > 40 || strings.HasSuffix(s, ".") || strings.ContainsAny(s, "0123456789:;?!") {
		return ""
	}
	if agency(s) {
		return s
	}
	switch strings.ToLower(words[0]) {
	case "update", "updates", "updated", "adds", "corrects", "corrected", "correction", "opinion", "commentary", "comment", "analysis", "satire", "video", "photos", "live", "exclusive", "sponsored":
		return ""
	}
	if letters := strings.IndexFunc(s, unicode.IsLower); letters < 0 && utf8.RuneCountInString(s) < 3 {
		return "" // DC, TX
	}
	for _, word := range words {
		if r, n := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && n < len(word) && len(word) > 3 {
			return ""
		}
	}
	if r, _ := utf8.DecodeRuneInString(s); !unicode.IsUpper(r) {
		return ""
	}
	return s
}

// WithoutDateline is a paragraph without the dateline that it opens with.
func WithoutDateline(s string) string {
	if _, ok := readDateline(s, ""); !ok {
		return s
	}
	_, rest, _ := strings.Cut(s[dashAt(s):][1:], " ")
	return strings.TrimSpace(rest)
}

// datelineOf is the dateline of the first paragraph that stays.
func (d *draft) datelineOf() (wireline, bool) {
	for i := range d.units {
		if u := &d.units[i]; !u.cut && !u.title && !u.dek {
			return readDateline(u.Text, d.out.Language)
		}
	}
	return wireline{}, false
}

// openSlug cuts the slug over a headline, the word under which desks keep a
// message: "BC-KARSK-BOATS".
func (d *draft) openSlug() {
	if d.page || len(d.units) < 3 || !isSlug(d.units[0].Text) || !d.titleLike(1) {
		return
	}
	d.units[0].drop(articles.ClassWireHeader)
}

// isSlug reports a line of one word, capitals with hyphens between.
func isSlug(s string) bool {
	word, rest, _ := strings.Cut(s, " ")
	if len(word) < 6 || len(word) > 60 || strings.Count(word, "-") < 1 || strings.Trim(rest, "()0123456789") != "" && !versionLine(strings.Trim(rest, "()")) {
		return false
	}
	for _, part := range strings.Split(word, "-") {
		if part == "" || strings.ToUpper(part) != part || part[0] > unicode.MaxASCII {
			return false
		}
	}
	return strings.HasPrefix(word, "BC-") || strings.Count(word, "-") >= 2 && digitsIn(word) <= 2
}

// readStamp reads the date with its time that a page set above the text and
// that lost the line break behind it: "Friday, 6 June 2014 - 12:33 The trams".
func (d *draft) readStamp() {
	if d.page || d.first >= len(d.units) {
		return
	}
	u := &d.units[d.first]
	if u.cut || u.title || u.dek || !u.prose() {
		return
	}
	at, start, end, ok := dates.Find(u.Text[:min(len(u.Text), 80)], dates.Hint{Language: d.out.Language})
	if !ok || start > 0 || at.Precision() < articles.Minute {
		return
	}
	rest := strings.TrimLeft(u.Text[end:], " ")
	if r, _ := utf8.DecodeRuneInString(rest); end == len(u.Text) || u.Text[end] != ' ' || !unicode.IsUpper(r) {
		return // "At 12:33 on 6 June 2014 the trams" goes on
	}
	d.publish(at, "")
	u.parts = append(u.parts, part{0, len(u.Text) - len(rest), articles.ClassDate})
}

// stampLine reports a line that says no more than when the text was published
// or changed, without the year that would make it a date: "Updated Dec. 25 at
// 3:53 pm".
func stampLine(u *unit) bool {
	if u.shape.words > 9 || u.digits < 3 {
		return false
	}
	first, rest, _ := strings.Cut(strings.TrimPrefix(u.words, "last "), " ")
	switch first {
	case "updated", "published", "posted", "modified", "aktualisiert", "veröffentlicht", "publié", "actualizado", "publicado", "aggiornato", "pubblicato":
		at := strings.IndexByte(u.Text, ':')
		return at > 0 && at+2 < len(u.Text) && u.Text[at-1]-'0' < 10 && u.Text[at+1]-'0' < 6 && !strings.Contains(" "+rest, " the ")
	}
	return false
}
