package text

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

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
	name = once(unglued(strings.TrimRight(strings.TrimSpace(s[:end]), ".,-")))
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

// unglued is a name without the role that lost the space before it with the
// markup: "Runa TellStaff".
func unglued(name string) string {
	for _, role := range [...]string{"Staff", "Senior", "Special", "Contributing", "Reporter", "Correspondent", "Editor", "Contributor", "Follow", "Published", "Updated"} {
		if before, _, ok := strings.Cut(name, role); ok && before != "" {
			if r, _ := utf8.DecodeLastRuneInString(before); unicode.IsLower(r) {
				return before
			}
		}
	}
	return name
}

func nameWord(w string) bool {
	r, n := utf8.DecodeRuneInString(w)
	if !unicode.IsLetter(r) {
		return false
	}
	if unicode.IsUpper(r) || !unicode.IsLower(r) {
		return !notName(w)
	}
	// deCasparis, dos Santos, and agencies that write themselves small
	return agency(w) || n < len(w) && (strings.IndexFunc(w[n:], unicode.IsUpper) == 0 || strings.IndexFunc(w[n:], unicode.IsUpper) == 1)
}

// notName reports a word that begins with a capital at times, and is no name.
func notName(w string) bool {
	var room [lowRoom]byte
	if low, ok := lowered(&room, w); ok {
		return isNotName(string(low))
	}
	return isNotName(strings.ToLower(w))
}

func isNotName(w string) bool {
	switch w {
	case "published", "posted", "updated", "last", "on", "at", "in", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"january", "february", "march", "april", "june", "july", "august", "september", "october", "november", "december",
		"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "pm", "am", "follow", "special", "breakingnews",
		"foto", "fotos", "bild", "symbolbild", "quelle", "stand", "uhr", "lesezeit", "kategorie", "kategorien", "kommentar", "kommentare", "veröffentlicht", "aktualisiert", "actualizado", "publicado", "publié", "twitter", "facebook", "instagram", "pdf",
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

// agency reports a word by which an agency, or nobody, signs.
func agency(w string) bool {
	var room [lowRoom]byte
	w = strings.Trim(w, ".()")
	if low, ok := lowered(&room, w); ok {
		return isAgency(string(low))
	}
	return isAgency(strings.ToLower(w))
}

func isAgency(w string) bool {
	switch w {
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
