package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// How surely an element holds the author's name; less is surer.
const (
	rankLinked = 2 // itemprop or rel says so
	rankLine   = 7 // the words of the line say so
	rankNone   = 99
)

// printedAuthors looks for the names a page prints for the eye: the elements
// that most surely say they are the author's, the first of the page, and what
// stands beside it as surely.
func (r *reading) printedAuthors(sites bool) (names []string, rank int) {
	rank = rankNone
	var at *html.Node
	way := r.wayToStory()
	r.eachPrinted(way, hintComment|hintRelated|tagNav|hintPopular, func(n *html.Node, _ hint) {
		if k := authorRank(n); k > 0 && k < rank && !way[n] {
			if found := r.f.people(innermostNames(n), sites); nameList(found) {
				names, rank, at = found, k, n
			}
		}
	})
	if len(names) == 1 {
		if all := r.beside(at, rank, way, sites); len(all) > 1 {
			names = all
		}
	}
	return names, rank
}

// nameList reports whether names may be those of a story's writers: a list
// of single words is one of topics.
func nameList(names []string) bool {
	full := 0
	for _, n := range names {
		if strings.Contains(n, " ") {
			full++
		}
	}
	return len(names) > 0 && (len(names) < 3 || 2*full >= len(names))
}

// beside are the names in the line of an author's element, when others of
// its rank share the line.
func (r *reading) beside(n *html.Node, rank int, way map[*html.Node]bool, sites bool) []string {
	line := n
	for up := 0; up < 3 && line.Parent != nil && !way[line.Parent] && shortText(line.Parent) != ""; up++ {
		line = line.Parent
	}
	var given []string
	descend(line, func(e *html.Node) (bool, bool) {
		if e.Type == html.ElementNode && authorRank(e) == rank {
			given = append(given, innermostNames(e)...)
			return false, false
		}
		return true, false
	})
	return r.f.people(given, sites)
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

// eachPrinted calls f with every element that may say something of the story
// outside its text: with those of the head, and with those the page shows but
// for what stands in a place of another purpose. What is on the way to the story
// is in no such place, whatever it is named.
func (r *reading) eachPrinted(way map[*html.Node]bool, other hint, f func(*html.Node, hint)) {
	descend(r.doc, func(n *html.Node) (bool, bool) {
		if n.Type != html.ElementNode {
			return true, false
		}
		if silent(n) {
			return n.DataAtom == atom.Head, false
		}
		h := hintsOf(n)
		if !way[n] && h&other != 0 {
			return false, false
		}
		f(n, h)
		return true, false
	})
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

// innermostNames are the names within an author's element: those of the
// element within it that says it is the name, else all of its text.
func innermostNames(n *html.Node) []string {
	if c := attr(n, "content"); c != "" {
		return []string{fold(c)}
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
			return []string{fold(c)}
		}
		if t := apart(in); t != "" {
			return []string{t}
		}
	}
	return []string{apart(n)}
}

func nameClass(e *html.Node) bool {
	c := strings.ToLower(attr(e, "class"))
	return c == "fn" || strings.Contains(c, "author-name") || strings.Contains(c, "author__name") || strings.Contains(c, "authorname") || strings.Contains(c, "byline-name") || strings.Contains(c, "url fn")
}

// apart is the text of an element, a line for each part that the eye sees
// apart: what stands in its own block, and what begins where another element
// ends with no space between.
func apart(n *html.Node) string {
	var lines []string
	for _, b := range split(n, shown) {
		var line strings.Builder
		var last *html.Node
		for _, p := range b.pieces {
			if p.mark != 0 {
				continue
			}
			if last != nil && p.node.Parent != last && !strings.HasPrefix(p.text, " ") && !strings.HasSuffix(line.String(), " ") &&
				wordEnds(line.String(), p.text) {
				line.WriteByte('\n')
			}
			line.WriteString(p.text)
			last = p.node.Parent
		}
		if t := strings.TrimSpace(line.String()); t != "" {
			lines = append(lines, t)
		}
	}
	return strings.Join(lines, "\n")
}

// wordEnds reports whether a and b, set side by side, would run two words
// into one.
func wordEnds(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return (unicode.IsLower(x) || x == '.') && unicode.IsUpper(y)
}
