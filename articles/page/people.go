package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"broadsheet/articles"
)

// bys are the words before an author's name.
var bys = []string{"view all posts by", "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "beiträge von", "voir tous les articles de", "ver todas las entradas de", "erstellt von", "veröffentlicht von", "artikel von", "rezept von", "text und interview", "und interview", "interview", "pressemitteilung von", "redaktion", "responsable", "责任编辑", "编辑", "作者", "記者", "by", "von", "vom", "par", "por", "di", "door", "av", "af", "text", "text:", "autor", "autor:", "author:", "author", "written by", "words by", "story by", "posted by", "published by", "geschrieben von", "redaktion:", "texto:", "autora:", "autore:", "auteur:", "de", "a cura di", "publié par", "verfasst von", "ein artikel von", "ein beitrag von", "eine kolumne von", "ein gastbeitrag von", "interview:", "interview von", "reported by", "report by", "escrito por", "scritto da", "napisał", "yazan:", "автор:", "foto:"}

// afterBy is what follows the words that say whose a text is, where it looks
// like a name's beginning.
func afterBy(s string) string {
	low := strings.ToLower(s)
	if len(low) != len(s) {
		return ""
	}
	for _, by := range []string{"written by ", "posted by ", "words by ", "story by ", "reported by ", "published by ", "by ", "by: ", "von ", "von: ", "par ", "por ", "por: ",
		"ein interview von ", "interview von ", "eine kolumne von ", "ein gastbeitrag von ", "ein beitrag von ", "ein kommentar von ", "kommentar von ", "text und fotos: ",
		"text: ", "text von ", "words: ", "autor: ", "autorin: ", "author: ", "redaktion: ", "redakteur: ", "redakteurin: ", "geschrieben von ", "verfasst von ", "erstellt von ", "publié par ", "escrito por ", "a cura di ", "door ", "autore: ", "auteur: ", "автор: "} {
		if strings.HasPrefix(low, by) {
			rest := strings.TrimSpace(s[len(by):])
			if r := []rune(rest); len(r) > 2 && unicode.IsUpper(r[0]) {
				return rest
			}
		}
	}
	return ""
}

// people cleans what is given as authors' names and leaves out what is no
// name: addresses, the site itself, whole sentences.
func (f *facts) people(given []string, sites bool) []string {
	var out []string
	for _, g := range given {
		if strings.Contains(g, "://") {
			continue
		}
		for line := range strings.SplitSeq(g, "\n") {
			if f.isSite(line) && !sites {
				continue // a site's name may be two words with "and" between
			}
			for _, n := range splitNames(line) {
				n = cleanName(n)
				if n != "" && !noName(n) && (sites || !f.isSite(n)) && !slices.ContainsFunc(out, func(o string) bool { return articles.Letters(o) == articles.Letters(n) }) {
					out = append(out, n)
				}
			}
			if len(out) > 0 && strings.Contains(g, "\n") {
				break // the lines under a name are its owner's office and address
			}
		}
	}
	if len(out) > 12 {
		out = out[:12]
	}
	return out
}

// splitNames splits a list of names written as one string.
func splitNames(s string) []string {
	s = html.UnescapeString(fold(s))
	s = strings.TrimSpace(s)
	s = afterLabel(s)
	for _, sep := range []string{" and ", " And ", " AND ", " und ", " & ", " et ", " y ", " e ", " en ", " og ", " och ", " i ", ";", " | ", " / ", "/", " – ", " — ", " • ", " · ", " - "} {
		s = strings.ReplaceAll(s, sep, "\x00")
	}
	var out []string
	for p := range strings.SplitSeq(s, "\x00") {
		parts := strings.Split(p, ",")
		// "Olt, Mira" is one name with its parts turned.
		if len(parts) == 2 && len(strings.Fields(parts[0])) == 1 && len(strings.Fields(parts[1])) == 1 {
			out = append(out, strings.TrimSpace(parts[1])+" "+strings.TrimSpace(parts[0]))
			continue
		}
		for i, p := range parts {
			if i > 0 && degree(p) && len(out) > 0 {
				out[len(out)-1] += ", " + strings.TrimSpace(p)
				continue
			}
			out = append(out, p)
		}
	}
	return out
}

// degree reports whether what stands after a name's comma belongs to it.
func degree(s string) bool {
	switch strings.TrimSpace(s) {
	case "PhD", "Ph.D.", "MD", "M.D.", "Jr.", "Jr", "Sr.", "MA", "MSc", "MPH", "RN", "Esq.", "MBA", "II", "III":
		return true
	}
	return false
}

// afterLabel drops "By", "Von", "Author:" before names.
func afterLabel(s string) string {
	for range 2 {
		low := strings.ToLower(s)
		cut := false
		for _, by := range bys {
			if strings.HasPrefix(low, by) && len(s) > len(by) && (s[len(by)] == ' ' || s[len(by)] == ':' || strings.HasPrefix(s[len(by):], "：")) && len(low) == len(s) {
				s = strings.TrimLeft(s[len(by):], " :：")
				cut = true
				break
			}
		}
		if !cut {
			break
		}
	}
	return s
}

func cleanName(s string) string {
	s = strings.TrimSpace(s)
	for _, tail := range []string{" am ", " on ", " le ", " el "} {
		if i := strings.Index(s, tail); i > 2 {
			s = s[:i]
		}
	}
	if i := strings.Index(s, " @"); i > 2 {
		s = s[:i]
	}
	if i := strings.IndexAny(s, "(["); i > 2 {
		s = s[:i]
	}
	stop := strings.HasSuffix(s, ".")
	s = strings.Trim(s, " \t.,:;|-–—*@•·\"'“”")
	if i := strings.LastIndexByte(s, ' '); stop && (len(s)-i <= 3 || strings.HasSuffix(s, "Ph.D")) {
		s += "." // it ends an initial
	}
	return fold(s)
}

// noName reports what cannot be a writer's name.
func noName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 6 || len(s) < 2 || len(s) > 60 {
		return true
	}
	if strings.Contains(s, "://") || strings.ContainsAny(s, "<>=#@?!{}→…") {
		return true
	}
	digits, lets, small := 0, 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			digits++
		} else if unicode.IsLetter(r) {
			lets++
		}
	}
	if lets < 2 || digits > 0 && len(words) > 1 || digits > 4 {
		return true
	}
	for _, w := range words {
		if r := []rune(w)[0]; unicode.IsLower(r) && !particle(w) {
			small++
		}
	}
	if small > 0 && len(words) > 1 {
		return true // a phrase
	}
	return notName(strings.ToLower(s))
}

// particle reports the small words that stand within names.
func particle(w string) bool {
	switch w {
	case "von", "van", "de", "der", "den", "del", "della", "di", "da", "dos", "du", "la", "le", "el", "al", "bin", "ibn", "zu", "zur", "ter", "ten", "af", "av", "d'", "y", "e", "v.", "s.", "y.", "dem", "vom", "het", "op", "ap", "und", "for", "of", "the", "für":
		return true
	}
	return strings.Contains(w, ".") || strings.Contains(w, "'") || strings.Contains(w, "’") || strings.Contains(w, "-")
}

// notName reports the words that stand where a name is due.
func notName(low string) bool {
	switch low {
	case "admin", "administrator", "author", "authors", "by", "editor", "staff", "webmaster", "posted", "geschrieben", "autorin", "unknown",
		"none", "null", "publisher", "super user", "anonymous", "anónimo", "keine kommentare", "redactie", "undefined", "root", "user", "autor", "view all posts", "more posts", "profile", "website", "about", "facebook", "twitter", "email", "e-mail",
		"share", "follow", "guest", "view profile", "no author", "home", "von", "por", "par", "di", "vom", "written", "autoreninfo", "mehr", "more", "wordpressadmin",
		"artikel", "rezept", "text", "foto", "über den autor", "about the author", "publiziert am", "veröffentlicht am", "geschrieben am", "posted on", "published", "written by", "kontakt", "impressum", "instagram", "linkedin", "youtube", "rss", "xing", "deutschland", "germany":
		return true
	}
	return false
}
