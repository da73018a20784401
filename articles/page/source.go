package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// shownSource is the page that a page shows the source of, "" where it shows
// none: browsers save the view of a source as a page of its own, a table row
// for each line or one preformatted text.
func shownSource(doc *html.Node) string {
	body := find(doc, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	if body == nil {
		return ""
	}
	first := ""
	descend(body, func(n *html.Node) (bool, bool) {
		if n.Type == html.TextNode {
			first += strings.TrimSpace(firstBytes(n.Data, 200))
		}
		return !silent(n), len(first) > 20
	})
	first = strings.ToLower(first)
	if !strings.HasPrefix(first, "<!doctype html") && !strings.HasPrefix(first, "<html") {
		return ""
	}
	var b strings.Builder
	descend(body, func(n *html.Node) (bool, bool) {
		if n.DataAtom == atom.Pre || n.DataAtom == atom.Td && strings.Contains(attr(n, "class"), "line-content") {
			b.WriteString(content(n))
			b.WriteByte('\n')
			return false, false
		}
		return true, false
	})
	return b.String()
}
