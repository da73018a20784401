package page

import (
	"cmp"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// facts are what the page says of its story outside the story's text.
type facts struct {
	title    string // as decided
	headTag  string // <title>
	meta     map[string][]string
	ld       []ldObject
	kinds    map[string]bool   // the types named in JSON-LD
	persons  map[string]string // names by id, in JSON-LD
	body     string            // the story's text, where metadata carries it
	bodyHTML string            // the same, as HTML
	base     string
	saved    string   // where the program that saved the page says it is from
	sites    []string // names of the site; see siteNames
	language string
}

// metaKey is what a meta element is about, by the first attribute that says.
func metaKey(n *html.Node) string {
	for _, k := range []string{"property", "name", "itemprop", "http-equiv"} {
		if v := attr(n, k); v != "" {
			return strings.ToLower(strings.TrimSpace(v))
		}
	}
	return ""
}

// gather reads the facts of a page.
func gather(doc *html.Node, o Options) facts {
	f := facts{meta: make(map[string][]string), persons: make(map[string]string), kinds: make(map[string]bool), base: o.URL}
	descend(doc, func(n *html.Node) (bool, bool) {
		if n.Type == html.CommentNode && f.saved == "" {
			f.saved = savedFrom(n.Data)
		}
		return n.Type != html.ElementNode || f.take(n), false
	})
	for _, o := range f.ld {
		if src := o.text("articleBody"); len(src) > 200 {
			if b := plainOf(src); len(b) > len(f.body) {
				f.body, f.bodyHTML = b, asHTML(src)
			}
		}
	}
	if f.base == "" {
		f.base = cmp.Or(f.saved, f.first("link:canonical"), f.first("og:url"))
	}
	f.title = o.Title
	if f.title == "" {
		f.title = f.metaTitle()
	}
	return f
}

// take reads what an element says, and reports whether what it holds may say
// more.
func (f *facts) take(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Html:
		f.language = cmp.Or(attr(n, "lang"), attr(n, "xml:lang"))
	case atom.Meta:
		f.takeMeta(n)
	case atom.Link:
		rel := strings.ToLower(attr(n, "rel"))
		if h := strings.TrimSpace(attr(n, "href")); h != "" && (rel == "canonical" || rel == "amphtml" || rel == "shortlink") {
			f.meta["link:"+rel] = append(f.meta["link:"+rel], h)
		}
	case atom.Base:
		f.base = cmp.Or(attr(n, "href"), f.base)
	case atom.Title:
		if f.headTag == "" && n.Namespace == "" {
			f.headTag = fold(content(n))
		}
		return false
	case atom.Script:
		if strings.Contains(attr(n, "type"), "ld+json") {
			f.ld = append(f.ld, readLD(content(n), f.persons, f.kinds)...)
		}
		return false
	case atom.Style, atom.Svg:
		return false
	}
	return true
}

func (f *facts) takeMeta(n *html.Node) {
	k, v := metaKey(n), fold(attr(n, "content"))
	if k == "author" && attr(n, "name") == "" && attr(n, "property") == "" {
		return // of anything the page describes
	}
	if k == "" || v == "" || len(f.meta[k]) >= 50 {
		return
	}
	for _, one := range strings.Fields(k) {
		f.meta[one] = append(f.meta[one], v)
	}
}

// first is the first value of the first of the keys that has one.
func (f *facts) first(keys ...string) string {
	for _, k := range keys {
		for _, v := range f.meta[k] {
			if v != "" {
				return v
			}
		}
	}
	return ""
}

// savedFrom reads the address that browsers and savers leave in a comment:
// "saved from url=(0021)http://...", "Page saved with SingleFile url: ...",
// "Mirrored from ... by HTTrack".
func savedFrom(c string) string {
	if len(c) > 2000 {
		return ""
	}
	for _, mark := range []string{"saved from url=(", "url: ", "Mirrored from ", "Page saved from "} {
		_, rest, ok := strings.Cut(c, mark)
		if !ok {
			continue
		}
		if mark == "saved from url=(" {
			_, rest, _ = strings.Cut(rest, ")")
		}
		u, _, _ := strings.Cut(strings.TrimSpace(rest), " ")
		u, _, _ = strings.Cut(u, "\n")
		if strings.HasPrefix(u, "http") {
			return u
		}
		if mark == "Mirrored from " && strings.Contains(u, ".") {
			return "http://" + u
		}
	}
	return ""
}

// asHTML makes paragraphs of a text that has lines, and leaves HTML alone.
func asHTML(s string) string {
	if strings.Contains(s, "</") || strings.Contains(s, "<p") || strings.Contains(s, "<br") {
		return s
	}
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) != "" {
			b.WriteString("<p>" + html.EscapeString(line) + "</p>")
		}
	}
	return b.String()
}

// plainOf makes text of a field that may hold HTML.
func plainOf(s string) string {
	if !strings.ContainsAny(s, "<&") {
		return s
	}
	if doc, err := html.Parse(strings.NewReader(s)); err == nil {
		var b strings.Builder
		for _, k := range split(doc, shown) {
			b.WriteString(k.text)
			b.WriteByte('\n')
		}
		return b.String()
	}
	return s
}
