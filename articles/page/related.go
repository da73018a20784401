package page

import (
	"cmp"
	"net/url"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxRelated is how many headlines a story names at most.
const maxRelated = 40

// related gathers the headlines the page names beside its story: lists and
// boxes that say they are related, and links in the prose to stories of the
// same site. What is most read or latest is not related.
func (r *reading) related(k keeping, self string) []articles.Link {
	base, _ := url.Parse(r.f.base)
	home := hostOf(self)
	var list []articles.Link
	seen := map[string]bool{key(self): true}
	add := func(l articles.Link) {
		id := key(l.URL)
		if l.URL == "" {
			id = articles.Letters(l.Title)
		}
		if l.Title == "" || seen[id] || len(list) >= maxRelated || !leadsToStory(l.Title, l.URL) {
			return
		}
		seen[id] = true
		if d, ok := dates.FromURL(l.URL); ok && l.Published.IsZero() {
			l.Published = d
		}
		list = append(list, l)
	}
	under := false // a heading that says what follows is related
	for i := range r.s.blocks {
		b := &r.s.blocks[i]
		switch {
		case b.density() < .3 && b.words <= 8 && b.words > 0 && relatedHeading(b.text):
			under = true
			continue
		case b.level > 0 && b.density() < .5, k.keep[i] && r.s.good[i]:
			under = false
		}
		a := linkOf(b)
		if a == nil || r.isOther(i) {
			continue
		}
		marked := (r.s.near[i]|r.s.far[i])&hintRelated != 0 || under
		told := r.s.verdict[i] == articles.ClassRelated || r.s.verdict[i] == articles.ClassReadMore
		if k.keep[i] || !told && !(marked && b.density() > .6) {
			continue
		}
		if title := headlineOf(a); headlineLike(title) {
			add(articles.Link{Title: title, URL: original(address(attr(a, "href"), base)), Image: r.imageBy(a, base)})
		}
	}
	for i := range r.s.blocks {
		if k.keep[i] {
			for _, a := range linksIn(&r.s.blocks[i]) {
				u := original(address(attr(a, "href"), base))
				if home != "" && sameSite(hostOf(u), home) && storyAddress(u) && len(strings.Fields(content(a))) > 1 {
					add(articles.Link{Title: cmp.Or(fold(attr(a, "title")), fold(content(a))), URL: u})
				}
			}
		}
	}
	for _, l := range k.said.Related {
		add(l)
	}
	return list
}

// isOther reports what stands in a list of another kind.
func (r *reading) isOther(i int) bool {
	h := r.s.near[i] | r.s.far[i]
	return h&(hintPopular|hintComment|hintShare|tagNav|tagFooter) != 0 && r.s.near[i]&hintRelated == 0
}

// relatedHeading reports a heading over related headlines.
func relatedHeading(s string) bool {
	s = strings.ToLower(s)
	for _, w := range []string{"related", "also in this", "read also", "read next", "read more", "also read", "more on", "more from this", "see also", "you may also", "you might", "recommended",
		"lesen sie", "lies auch", "mehr zum", "mehr zu ", "das könnte", "zum thema", "weiterlesen", "lire aussi", "à lire", "sur le même", "lea también", "lee también", "relacionad", "puede interesar",
		"leggi anche", "correlat", "leia também", "leia mais", "lees ook", "lees meer", "meer over", "läs också", "läs mer", "les også", "læs også", "czytaj także", "czytaj też", "zobacz też", "lue myös",
		"関連", "あわせて読みたい", "相关", "相關", "관련", "читайте также", "по теме", "читайте ещё", "ilgili haber", "διαβάστε"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// linkOf is the link that most of a block is.
func linkOf(b *block) *html.Node {
	var best *html.Node
	for _, a := range linksIn(b) {
		if best == nil || len(content(a)) > len(content(best)) {
			best = a
		}
	}
	return best
}

// linksIn are the links of a block, each once.
func linksIn(b *block) []*html.Node {
	if b.link == 0 {
		return nil
	}
	var out []*html.Node
	for _, p := range b.pieces {
		for e := p.node.Parent; e != nil; e = e.Parent {
			if e.DataAtom == atom.A && attr(e, "href") != "" {
				if len(out) == 0 || out[len(out)-1] != e {
					out = append(out, e)
				}
				break
			}
			if e == b.el.Parent {
				break
			}
		}
	}
	return out
}

// imageBy is the picture beside a link: within it, or in the small item it
// heads.
func (r *reading) imageBy(a *html.Node, base *url.URL) string {
	for e, up := a, 0; e != nil && up < 4; e, up = e.Parent, up+1 {
		if shortText(e) == "" {
			break // too large to be one item
		}
		if img := find(e, func(n *html.Node) bool { return n.DataAtom == atom.Img }); img != nil {
			return imageAddress(img, base)
		}
		if e.DataAtom == atom.Li || e.DataAtom == atom.Article || e.DataAtom == atom.P {
			break
		}
	}
	return ""
}

// imageAddress is where a picture is; pages that load pictures late keep the
// address apart.
func imageAddress(img *html.Node, base *url.URL) string {
	for _, k := range []string{"data-src", "data-original", "data-lazy-src", "src"} {
		if v := strings.TrimSpace(attr(img, k)); v != "" && !strings.HasPrefix(v, "data:") {
			return address(v, base)
		}
	}
	for _, k := range []string{"srcset", "data-srcset"} {
		if v, _, _ := strings.Cut(strings.TrimSpace(attr(img, k)), " "); v != "" && !strings.HasPrefix(v, "data:") {
			return address(strings.TrimSuffix(v, ","), base)
		}
	}
	return ""
}

// key folds an address so that two ways of writing it compare equal.
func key(u string) string {
	u = strings.TrimPrefix(strings.TrimPrefix(u, "https://"), "http://")
	u = strings.TrimPrefix(u, "www.")
	u, _, _ = strings.Cut(u, "#")
	u, _, _ = strings.Cut(u, "?utm_")
	return strings.TrimSuffix(u, "/")
}

func hostOf(u string) string {
	p, err := url.Parse(u)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(p.Hostname(), "www.")
}

// sameSite reports whether two hosts are of one site.
func sameSite(a, b string) bool {
	return a != "" && (a == b || strings.HasSuffix(a, "."+b) || strings.HasSuffix(b, "."+a))
}
