package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// authors reads who wrote the story: JSON-LD, then meta, then microdata and
// links to an author's page, then what the page prints by the headline.
func (r *reading) authors() []string {
	f := &r.f
	names := f.statedAuthors(false)
	if len(names) == 1 && handle(names[0]) || len(names) == 0 {
		// A name to log in with is worth less than one in print.
		if printed := f.people(r.printedAuthors(), false); len(printed) > 0 {
			return printed
		}
	}
	if len(names) == 0 {
		return f.statedAuthors(true) // a site may sign by its own name
	}
	return names
}

// handle reports a name that is a user's and not a person's.
func handle(s string) bool {
	return !strings.Contains(s, " ") && s == strings.ToLower(s)
}

// statedAuthors are those of JSON-LD, then of meta elements.
func (f *facts) statedAuthors(sites bool) []string {
	var names []string
	for _, o := range f.ld {
		if o.isSite() {
			continue
		}
		for _, k := range []string{"author", "creator"} {
			if names = f.people(o.names(k), sites); len(names) > 0 {
				return names
			}
			if n := f.persons[o.ref(k)]; n != "" {
				if names = f.people([]string{n}, sites); len(names) > 0 {
					return names
				}
			}
		}
	}
	for n := range 3 {
		k := string(rune('1' + n))
		if label := f.first("twitter:label" + k); label != "" && byLabel(label) {
			if names = f.people([]string{f.first("twitter:data" + k)}, sites); len(names) > 0 {
				return names
			}
		}
	}
	for _, k := range []string{"author", "article:author", "dc.creator", "dcterms.creator", "dc.creator.personalname", "parsely-author", "sailthru.author", "byl", "og:article:author", "article:author_name", "citation_author", "creator", "article.author"} {
		if names = f.people(f.meta[k], sites); len(names) > 0 {
			return names
		}
	}
	return nil
}

// byLabel reports whether the label of a card's field says that the field is
// who wrote the story.
func byLabel(s string) bool {
	switch strings.ToLower(s) {
	case "written by", "verfasst von", "geschrieben von", "écrit par", "escrito por", "scritto da", "geschreven door", "autor", "author", "by", "napisane przez", "yazan", "автор", "skrevet af", "skrevet av", "skriven av", "от", "publié par":
		return true
	}
	return false
}

// printedAuthors looks for the names a page prints for the eye: elements that
// say they are the author's, nearest the headline first.
func (r *reading) printedAuthors() []string {
	type found struct {
		name string
		rank int
	}
	var best found
	best.rank = 99
	consider := func(name string, rank int) {
		if rank < best.rank && len(r.f.people([]string{name}, false)) > 0 {
			best = found{name, rank}
		}
	}
	way := r.wayToStory()
	descend(r.doc, func(n *html.Node) (bool, bool) {
		if n.Type != html.ElementNode {
			return true, false
		}
		if silent(n) {
			return n.DataAtom == atom.Head, false
		}
		if !way[n] && hintsOf(n)&(hintComment|hintRelated|tagNav|hintPopular) != 0 {
			return false, false
		}
		if rank := authorRank(n); rank > 0 && !way[n] {
			if inner := innermostName(n); inner != "" {
				consider(inner, rank)
			}
		}
		return true, false
	})
	if best.rank < 99 {
		return []string{best.name}
	}
	return r.linedAuthors()
}

// wayToStory are the elements that hold the story's first prose: what their
// names say of them does not hold for all that is in them.
func (r *reading) wayToStory() map[*html.Node]bool {
	way := make(map[*html.Node]bool)
	if i := r.firstProse(); i < len(r.s.blocks) {
		for e := r.s.blocks[i].el; e != nil; e = e.Parent {
			way[e] = true
		}
	}
	return way
}

// authorRank is how surely an element holds the author's name, 1 the surest,
// 0 not at all.
func authorRank(n *html.Node) int {
	prop, rel, class := attr(n, "itemprop"), attr(n, "rel"), strings.ToLower(attr(n, "class")+" "+attr(n, "id"))
	switch {
	case strings.Contains(prop, "author"):
		return 1
	case strings.Contains(rel, "author"):
		return 2
	case class == " ":
		return 0
	}
	rank := 0
	eachWord(class, func(w string) {
		switch w {
		case "author", "byline", "authors", "autor", "auteur", "autore", "fn", "writer", "verfasser", "redakteur", "authorname", "bylines", "redactor":
			rank = 3
		case "byname", "vcard", "contributor":
			rank = max(rank, 4)
		}
	})
	if rank == 0 && n.DataAtom == atom.A && authorPage(attr(n, "href")) {
		return 5
	}
	if rank == 3 && (strings.Contains(class, "bio") || strings.Contains(class, "box") || strings.Contains(class, "desc") || strings.Contains(class, "info") || strings.Contains(class, "avatar") || strings.Contains(class, "image")) {
		rank = 6
	}
	return rank
}

// authorPage reports whether an address is that of an author's page.
func authorPage(href string) bool {
	for _, part := range []string{"/author/", "/authors/", "/autor/", "/autoren/", "/autores/", "/auteur/", "/auteurs/", "/autore/", "/people/", "/staff/", "/contributor/", "/contributors/", "/journalist/", "/byline/", "/by/", "/redaktion/", "/creator/", "/profile/", "/newsteam/", "/reporter/", "/person/"} {
		if _, name, ok := strings.Cut(href, part); ok && len(name) > 2 {
			return true
		}
	}
	return false
}

// innermostName is the name within an author's element: that of the element
// within it that says it is the name, else all of its text.
func innermostName(n *html.Node) string {
	if c := attr(n, "content"); c != "" {
		return fold(c)
	}
	in := find(n, func(e *html.Node) bool {
		if e == n {
			return false
		}
		p := attr(e, "itemprop")
		return p == "name" || strings.Contains(attr(e, "rel"), "author") || nameClass(e)
	})
	if in != nil {
		if c := attr(in, "content"); c != "" {
			return fold(c)
		}
		if t := visible(in); t != "" {
			return t
		}
	}
	return visible(n)
}

func nameClass(e *html.Node) bool {
	c := strings.ToLower(attr(e, "class"))
	return c == "fn" || strings.Contains(c, "author-name") || strings.Contains(c, "author__name") || strings.Contains(c, "authorname") || strings.Contains(c, "byline-name") || strings.Contains(c, "url fn")
}

// visible is the text of an element as one line.
func visible(n *html.Node) string {
	blocks := split(n, shown)
	var parts []string
	for i := range blocks {
		if blocks[i].text != "" {
			parts = append(parts, blocks[i].text)
		}
	}
	return strings.Join(parts, "\n")
}

// linedAuthors reads "By Mira Olt" from the lines around the head of the
// story.
func (r *reading) linedAuthors() []string {
	prose, last := r.firstProse(), r.lastProse()
	try := func(i int) string {
		b := &r.s.blocks[i]
		if b.words > 12 || b.words < 2 {
			return ""
		}
		name := afterBy(b.text)
		if name == "" || len(r.f.people([]string{name}, false)) == 0 {
			return ""
		}
		return name
	}
	for i := max(0, prose-12); i < min(len(r.s.blocks), prose+2); i++ {
		if name := try(i); name != "" {
			return []string{name}
		}
	}
	for i := max(prose+2, last-2); i < min(len(r.s.blocks), last+6); i++ {
		if name := try(i); name != "" {
			return []string{name}
		}
	}
	return nil
}

// lastProse is the last block of the story that is prose.
func (r *reading) lastProse() int {
	for i := len(r.s.blocks) - 1; i >= 0; i-- {
		if r.chance[i] > .5 && r.s.good[i] {
			return i
		}
	}
	return 0
}

// bys are the words before an author's name.
var bys = []string{"view all posts by", "zeige alle beiträge von", "alle beiträge von", "alle artikel von", "beiträge von", "voir tous les articles de", "ver todas las entradas de", "erstellt von", "veröffentlicht von", "artikel von", "rezept von", "text und interview", "und interview", "interview", "pressemitteilung von", "redaktion", "responsable", "责任编辑", "编辑", "作者", "記者", "by", "von", "vom", "par", "por", "di", "door", "av", "af", "text", "text:", "autor", "autor:", "author:", "author", "written by", "words by", "story by", "posted by", "published by", "geschrieben von", "redaktion:", "texto:", "autora:", "autore:", "auteur:", "de", "a cura di", "publié par", "verfasst von", "ein artikel von", "ein beitrag von", "eine kolumne von", "ein gastbeitrag von", "interview:", "interview von", "reported by", "report by", "escrito por", "scritto da", "napisał", "yazan:", "автор:", "foto:"}

func afterBy(s string) string {
	low := strings.ToLower(s)
	for _, by := range []string{"written by ", "posted by ", "words by ", "story by ", "reported by ", "published by ", "by ", "by: ", "von ", "par ", "por ", "text: ", "text von ", "words: ", "autor: ", "autorin: ", "author: ", "geschrieben von ", "verfasst von ", "publié par ", "escrito por ", "a cura di ", "door ", "autore: ", "auteur: ", "автор: "} {
		if strings.HasPrefix(low, by) && len(low) == len(s) {
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
			for _, n := range splitNames(line) {
				n = cleanName(n)
				if n != "" && !noName(n) && (sites || !f.isSite(n)) && !slices.ContainsFunc(out, func(o string) bool { return lettersOf(o) == lettersOf(n) }) {
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
	for _, sep := range []string{" and ", " und ", " & ", " et ", " y ", " e ", " en ", " og ", " och ", " i ", ";", " | ", " / ", "/", " – ", " — ", " • ", " · ", " - "} {
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
	if lets < 2 || digits > 0 && len(words) > 2 || digits > 4 {
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
	case "admin", "administrator", "author", "authors", "by", "editor", "staff", "webmaster", "posted", "geschrieben", "autorin", "unknown", "anonymous",
		"none", "null", "undefined", "root", "user", "autor", "view all posts", "more posts", "profile", "website", "about", "facebook", "twitter", "email", "e-mail",
		"share", "follow", "guest", "view profile", "no author", "home", "von", "por", "par", "di", "vom", "written", "autoreninfo", "mehr", "more", "wordpressadmin",
		"artikel", "rezept", "text", "foto", "über den autor", "about the author", "publiziert am", "veröffentlicht am", "geschrieben am", "posted on", "published", "written by", "kontakt", "impressum", "instagram", "linkedin", "youtube", "rss", "xing", "deutschland", "germany":
		return true
	}
	return false
}
