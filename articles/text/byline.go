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
	f := folded(s[:min(len(s), 80)])
	if mayOpenByline(f) {
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
		"by:", "by ", "posted by", "written by", "published by", "reported by", "story by", "words by", "words:", "text by", "article by",
		"author:", "authors:", "posted by:", "written by:", "special report by", "guest post by", "analysis by", "reporting by",
		"ein artikel von ", "ein beitrag von ", "ein interview von ", "durch ", "par ", "publié par", "écrit par", "rédigé par", "propos recueillis par", "auteur :", "auteur:", "von ", "autor:", "text:", "por ", "por:",
		"escrito por", "publicado por", "autor: ", "periodista digital:", "redacción:", "redação:", "di ", "a cura di", "scritto da", "autore:",
		"door ", "geschreven door", "auteur:", "av ", "af ", "tekst:", "skrevet av", "kirjoittaja:", "autor ", "autorka:", "oprac.", "opr.",
		"автор:", "автор ", "текст:", "yazar:", "haber:", "yazan:", "بقلم:", "بقلم ", "كتب:", "كتب ", "كتبت ", "حوار:", "حوار :", "إعداد:", "تقرير:",
		"penulis:", "oleh ", "oleh:", "text a foto:", "autor článku:", "szerző:", "írta:", "του ", "της ", "από ", "מאת:", "מאת ", "लेखक:", "द्वारा",
		"記者 ", "記者:", "文/", "文:", "作者:", "作者：", "記者：", "โดย ", "โดย:",
	}
}

// mayOpenByline is a quick no: the first word of a line is no first word of
// bylineWords. Lines of other scripts are all looked at.
func mayOpenByline(folded string) bool {
	if folded == "" || folded[0] >= utf8.RuneSelf {
		return folded != ""
	}
	end := strings.IndexAny(folded, " :/")
	if end < 0 {
		end = len(folded)
	}
	switch folded[:end] {
	case "by", "posted", "written", "published", "reported", "story", "words", "text", "article", "author", "authors", "special", "guest", "analysis", "reporting",
		"ein", "durch", "par", "publié", "rédigé", "propos", "auteur", "von", "autor", "autorka", "por", "escrito", "publicado", "periodista", "redacción", "redação",
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

// namesIn reads names up to what cannot belong to one, and returns what
// stands behind them.
func namesIn(s string) (names []string, rest string) {
	for len(names) < 8 {
		name, after := oneName(s)
		if name == "" {
			break
		}
		names = append(names, name)
		s = after
		trimmed := strings.TrimLeft(s, " ")
		joined := false
		for _, j := range [...]string{",", "&", "/", ";", "and ", "AND ", "und ", "et ", "y ", "e ", "i ", "en ", "og ", "och ", "и ", "ve ", "with "} {
			if r, ok := strings.CutPrefix(trimmed, j); ok {
				s, joined = strings.TrimLeft(r, " "), true
				break
			}
		}
		if !joined {
			break
		}
		s = strings.TrimPrefix(s, "and ")
	}
	return names, strings.TrimSpace(strings.TrimLeft(s, " ,|/•·-–—="))
}

// oneName reads one name: up to six words, each with a capital or a particle
// of names, or one word that names an agency.
func oneName(s string) (name, after string) {
	words, big, i := 0, 0, 0
	end := 0
	for words < 6 && i < len(s) {
		j := i
		for j < len(s) && s[j] == ' ' {
			j++
		}
		if words > 0 && j == i {
			break
		}
		k := j
		for k < len(s) {
			r, n := utf8.DecodeRuneInString(s[k:])
			if !unicode.IsLetter(r) && !unicode.IsMark(r) && r != '.' && r != '\'' && r != '’' && r != '-' && r != '‑' {
				break
			}
			k += n
		}
		w := s[j:k]
		if w == "" || w == "." || w == "-" {
			break
		}
		switch {
		case isParticle(w):
		case nameWord(w):
			big++
			end = k
		default:
			k = j
		}
		if k == j {
			break
		}
		words++
		i = k
		if stopWord(w) {
			break
		}
	}
	if big == 0 {
		return "", s
	}
	name = once(strings.TrimRight(strings.TrimSpace(s[:end]), ".,-"))
	if big == 1 && !agency(name) && utf8.RuneCountInString(name) < 4 {
		return "", s
	}
	return name, s[end:]
}

// once is a name that stands twice, once.
func once(name string) string {
	f := strings.Fields(name)
	if n := len(f) / 2; n > 0 && len(f)%2 == 0 && strings.Join(f[:n], " ") == strings.Join(f[n:], " ") {
		return strings.Join(f[:n], " ")
	}
	return name
}

// stopWord reports a word that ends in a full stop and is no initial.
func stopWord(w string) bool {
	return strings.HasSuffix(w, ".") && utf8.RuneCountInString(w) > 4
}

func nameWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(r) {
		return false
	}
	if unicode.IsUpper(r) || !unicode.IsLower(r) {
		return !notName(strings.ToLower(w))
	}
	// deCasparis, dos Santos, and agencies that write themselves small
	return agency(w) || n < len(w) && (strings.IndexFunc(w[n:], unicode.IsUpper) == 0 || strings.IndexFunc(w[n:], unicode.IsUpper) == 1)
}

func notName(w string) bool {
	switch w {
	case "published", "posted", "updated", "last", "on", "at", "in", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "pm", "am", "follow", "special", "breakingnews",
		"dear", "by", "with", "to", "and", "after", "who", "is", "a", "an", "my", "your", "how", "why", "what", "when", "this", "new", "news", "breaking", "watch", "staff", "contributing", "senior", "chief", "correspondent", "writer", "reporter", "editor", "for", "share", "comments", "read", "view", "photo", "photos":
		return true
	}
	return false
}

func isParticle(w string) bool {
	switch w {
	case "de", "van", "von", "der", "den", "da", "dos", "do", "la", "le", "du", "di", "del", "della", "al", "el", "bin", "ibn", "ter", "ten", "of", "the", "af", "av", "zu", "y", "st.", "mc":
		return true
	}
	return false
}

func agency(w string) bool {
	switch strings.ToLower(strings.Trim(w, ".()")) {
	case "dpa", "ap", "afp", "efe", "reuters", "upi", "ansa", "apa", "sda", "ats", "pap", "tass", "ians", "ani", "pti", "ots", "epd", "kna", "lusa", "belga", "anp", "staff", "admin", "redazione", "redaktion", "redaction", "redacción", "редакция", "correspondents":
		return true
	}
	return false
}

// people are the names of a byline without that of the agency, where somebody
// signed beside it.
func people(names []string) []string {
	persons := make([]string, 0, len(names))
	for _, n := range names {
		if !outletCode(n) {
			persons = append(persons, n)
		}
	}
	if len(persons) == 0 {
		return names
	}
	return persons
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

// isName reports whether a line is a person's name and nothing else: two to
// four words with capitals.
func isName(s string) bool {
	if len(s) > 60 {
		return false
	}
	name, rest := oneName(strings.Trim(s, " -–—|"))
	if strings.Trim(rest, " -–—|.,") != "" {
		return false
	}
	n := len(strings.Fields(name))
	if strings.HasPrefix(strings.ToLower(name), "the ") || n > 3 && strings.ToUpper(name) == name {
		return false
	}
	return n >= 2 && n <= 4 && unicode.IsUpper([]rune(name)[0])
}
