package page

import (
	"strings"

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
