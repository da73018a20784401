package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// withoutSite cuts the name of the site off a headline: "Trams return –
// COURIER". It returns the byte at which the name's separator begins, or
// len(title).
func (d *draft) withoutSite(title string) int {
	if bare := strings.TrimRight(title, " -–—|•~⋆"); len(bare) < len(title) {
		return len(bare)
	}
	if !mayNameSite(title) {
		return len(title)
	}
	for _, sep := range [...]string{" | ", " – ", " — ", " - ", " :: ", " « ", " » ", " • ", " ⋆ "} {
		at := strings.LastIndex(title, sep)
		if at <= 0 {
			continue
		}
		head, tail := title[:at], title[at+len(sep):]
		nh, nt := len(strings.Fields(head)), len(strings.Fields(tail))
		if nt == 0 || nt > 5 || nh < 3 && !dense(head) || nt*2 > nh+1 && !dense(head) {
			continue
		}
		switch {
		case d.opts.Source != "" && strings.EqualFold(tail, d.opts.Source), d.lineIs(head):
		case sep == " | ", sep == " :: ", sep == " « ", sep == " » ", sep == " ⋆ ":
			if !siteName(tail) {
				continue
			}
		case sep == " – " && nt <= 3 && nh >= 6 && plainName(tail) && strings.Count(title, sep) == 1:
		case siteName(tail) && (strings.Contains(tail, ".") || shapeOf(tail).shouted() || outletWord(tail)):
		default:
			continue
		}
		return at
	}
	return len(title)
}

// mayNameSite is a quick no: nothing in a title is of what outlets set before
// their names.
func mayNameSite(title string) bool {
	for i := range len(title) {
		if c := title[i]; c == '|' || c == '-' || c == ':' || c >= utf8.RuneSelf {
			return true
		}
	}
	return false
}

func dense(s string) bool { return shapeOf(s).dense }

// lineIs reports whether another line of the text is exactly s.
func (d *draft) lineIs(s string) bool {
	w := wordsOf(s)
	for i := range d.units {
		if d.units[i].words == w && w != "" {
			return true
		}
	}
	return false
}

// plainName reports whether s is a few words that can only be a name: each
// with a capital, none a small word, none that a headline would end on.
func plainName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		low := strings.ToLower(w)
		if !unicode.IsUpper(r) || strings.ContainsAny(w, "…!?.,:") || strings.HasSuffix(low, "ed") || strings.HasSuffix(low, "ing") || low == "to" || low == "the" {
			return false
		}
	}
	return siteName(s)
}

// siteName reports whether s could name an outlet: every word of it with a
// capital or a point.
func siteName(s string) bool {
	for w := range strings.FieldsSeq(s) {
		r, _ := utf8.DecodeRuneInString(w)
		switch strings.ToLower(w) {
		case "the", "of", "and", "&", "de", "la", "le", "du", "der", "die", "das", "-":
			continue
		case "video", "watch", "report", "photos", "poll", "study", "exclusive", "live", "analysis", "opinion", "review", "updated", "update", "sources", "pics", "finally", "again", "why", "survey", "report:", "here":
			return false
		}
		if unicode.IsLower(r) && !strings.Contains(w, ".") {
			return false
		}
	}
	return true
}

// outletWord reports a word that names of outlets hold.
func outletWord(s string) bool {
	for w := range strings.FieldsSeq(strings.ToLower(s)) {
		switch w {
		case "news", "times", "post", "daily", "journal", "tribune", "herald", "guardian", "telegraph", "courier", "wire", "gazette", "press", "magazine", "today",
			"observer", "review", "report", "chronicle", "star", "sun", "mirror", "express", "mail", "tv", "radio", "zeitung", "monde", "figaro", "repubblica", "país", "mundo",
			"globo", "spiegel", "bild", "standard", "independent", "economist", "reuters", "politico", "online", "network", "blog", "insider", "beast", "hill", "atlantic", "nation":
			return true
		}
	}
	return false
}
