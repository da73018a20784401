package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// byline reads a line that says who wrote the story. sure is false where
// only the shape of a name speaks for it, so that the place must too.
func byline(s string) (names []string, rest string, sure bool) {
	s = strings.Trim(s, " ^<=|-–—•·_*")
	body, marked := afterBy(s)
	if len(s) > 260 {
		return nil, "", false
	}
	names, rest = namesIn(body)
	if len(names) == 0 {
		return nil, "", false
	}
	if marked && names[0] == body[:min(len(names[0]), len(body))] && opensSentence(names, rest) {
		return names, rest, false
	}
	if marked {
		if strings.HasPrefix(rest, "@") { // an address lost the space before it
			last := names[len(names)-1]
			names[len(names)-1] = last[:max(strings.LastIndexByte(last, ' '), 0)]
		}
		return names, rest, names[len(names)-1] != ""
	}
	if !isName(names[0]) || !parted(body, names[0]) {
		return names, rest, false
	}
	return names, rest, rest != "" && (roleIn(rest) || clockFirst(rest) || agency(rest))
}

// opensSentence reports a sentence or a headline that opens as a byline does: "Von
// Sprachregeln und Moden". One word that is no agency's name is followed by a
// word that no byline has.
func opensSentence(names []string, rest string) bool {
	if strings.ContainsAny(names[0], " .@-") || agency(names[0]) {
		return false
	}
	first, more, _ := strings.Cut(rest, " ")
	return more != "" && startsLower(first) && !roleIn(rest) && !strings.ContainsAny(rest, "|·•")
}

// outletCode reports the short name of an agency and nothing else, as it
// stands behind the name of who writes for it: "Runa Tell, TW".
func outletCode(s string) bool {
	if agency(s) {
		return true
	}
	for i := range len(s) {
		if s[i] < 'A' || s[i] > 'Z' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 5
}

// clockFirst reports a time of day right behind a name.
func clockFirst(s string) bool {
	n := 0
	for n < len(s) && s[n]-'0' < 10 {
		n++
	}
	return (n == 1 || n == 2) && n+2 < len(s) && s[n] == ':' && s[n+1]-'0' < 6
}

// parted reports whether a mark, a figure or a wide gap parts the name that
// opens a line from what follows.
func parted(s, name string) bool {
	rest, ok := strings.CutPrefix(s, name)
	if !ok {
		return true // several names
	}
	rest = strings.TrimLeft(rest, " ")
	return rest != "" && (strings.IndexByte(",|/-(0123456789", rest[0]) >= 0 || strings.HasPrefix(rest, "•") || strings.HasPrefix(rest, "–") || strings.HasPrefix(rest, "—") || strings.HasPrefix(rest, "·"))
}

// afterBy cuts the word that opens a byline, in the languages news is written
// in, off a line.
func afterBy(s string) (string, bool) {
	if head := s[:min(len(s), 80)]; mayOpenByline(head) {
		f := folded(head)
		for _, w := range bylineWords() {
			if !strings.HasPrefix(f, w) {
				continue
			}
			if cut := prefixLen(s, w); cut > 0 {
				return strings.TrimLeft(s[cut:], " :\t"), true
			}
		}
	}
	// "ByAlex Bozarjian": the space was lost with the markup.
	for _, w := range [...]string{"By", "BY", "Von", "Par"} {
		if rest, ok := strings.CutPrefix(s, w); ok && rest != "" {
			if r, _ := utf8.DecodeRuneInString(rest); unicode.IsUpper(r) && startsLower(rest[utf8.RuneLen(r):]) && w != "BY" {
				return rest, true
			}
		}
	}
	return s, false
}

// bylineWords are the words that open bylines, folded.
func bylineWords() []string {
	return []string{
		"by:", "by ", "this post was written by ", "this article was written by ", "this story was written by ", "posted by", "written by", "published by", "reported by", "story by", "words by", "words:", "text by", "article by",
		"author:", "authors:", "posted by:", "written by:", "special report by", "guest post by", "analysis by", "reporting by",
		"ein artikel von ", "ein beitrag von ", "ein interview von ", "ein kommentar von ", "eine analyse von ", "gastbeitrag von ", "beitrag von ",
		"artikel von ", "veröffentlicht von ", "eingestellt von ", "von:", "autorin:", "autoren:", "autoren ", "geschrieben von ", "verfasst von", "erstellt von", "redaktion:", "interview:", "durch ", "par ", "publié par", "écrit par", "rédigé par", "propos recueillis par", "auteur :", "auteur:", "von ", "autor:", "text:", "por ", "por:",
		"escrito por", "publicado por", "autor: ", "periodista digital:", "redacción:", "redação:", "di ", "a cura di", "scritto da", "autore:",
		"door ", "geschreven door", "auteur:", "av ", "af ", "tekst:", "skrevet av", "kirjoittaja:", "autor ", "autorka:", "oprac.", "opr.",
		"автор:", "автор ", "текст:", "yazar:", "haber:", "yazan:", "بقلم:", "بقلم ", "كتب:", "كتب ", "كتبت ", "حوار:", "حوار :", "إعداد:", "تقرير:",
		"penulis:", "oleh ", "oleh:", "text a foto:", "autor článku:", "szerző:", "írta:", "του ", "της ", "από ", "מאת:", "מאת ", "लेखक:", "द्वारा",
		"記者 ", "記者:", "文/", "文:", "作者:", "作者：", "記者：", "โดย ", "โดย:",
	}
}

// mayOpenByline is a quick no: the first word of a line is no first word of
// bylineWords. Lines of other scripts are all looked at.
func mayOpenByline(s string) bool {
	end := 0
	for end < len(s) && s[end] != ' ' && s[end] != ':' && s[end] != '/' {
		end++
	}
	var room [lowRoom]byte
	if low, ok := lowered(&room, s[:end]); ok {
		return firstOfByline(string(low))
	}
	f := folded(s[:end])
	return f[0] >= utf8.RuneSelf || firstOfByline(f)
}

func firstOfByline(w string) bool {
	switch w {
	case "by", "this", "posted", "written", "published", "reported", "story", "words", "text", "article", "author", "authors", "special", "guest", "analysis", "reporting",
		"ein", "eine", "artikel", "veröffentlicht", "eingestellt", "gastbeitrag", "beitrag", "autorin", "autoren", "geschrieben", "verfasst", "erstellt", "redaktion", "interview", "durch", "par", "publié", "rédigé", "propos", "auteur", "von", "autor", "autorka", "por", "escrito", "publicado", "periodista", "redacción", "redação",
		"di", "a", "scritto", "autore", "door", "geschreven", "av", "af", "tekst", "skrevet", "kirjoittaja", "oprac.", "opr.", "yazar", "haber", "yazan",
		"penulis", "oleh", "szerző":
		return true
	}
	return false
}

func startsLower(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsLower(r)
}

// prefixLen is the length in s of what folds to w.
func prefixLen(s, w string) int {
	n := utf8.RuneCountInString(w)
	for i := range s {
		if n == 0 {
			return i
		}
		n--
	}
	return len(s)
}

// roleIn reports whether what follows a name is what follows the name in a
// byline: a post, a time, a count.
func roleIn(s string) bool {
	f := wordsOf(s[:min(len(s), 120)])
	n := 0
	for w := range strings.SplitSeq(f, " ") {
		if n++; n > 4 {
			break
		}
		switch w {
		case "writer", "reporter", "correspondent", "editor", "contributor", "columnist", "journalist", "ago", "staff", "redakteur", "redakteurin", "journaliste", "rédacteur", "redactor", "redattore", "redaktor", "редактор", "корреспондент", "updated", "published", "posted":
			return true
		}
	}
	return false
}
