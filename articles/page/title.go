package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// decideTitle chooses the headline.
func (f *facts) decideTitle(doc *html.Node, o Options) string {
	if o.Title != "" {
		return o.Title
	}
	var h1 []string
	descend(doc, func(n *html.Node) (bool, bool) {
		if n.Type == html.ElementNode && n.DataAtom == atom.H1 {
			if t := fold(content(n)); t != "" {
				h1 = append(h1, t)
			}
			return false, false
		}
		return n.DataAtom != atom.Script && n.DataAtom != atom.Style, false
	})
	for _, o := range f.ld {
		if t := fold(o.text("headline")); t != "" {
			return html.UnescapeString(t)
		}
	}
	if t := f.first("og:title", "twitter:title", "dc.title", "headline"); t != "" {
		return trimSite(t, f.first("og:site_name"))
	}
	if len(h1) == 1 {
		return h1[0]
	}
	return trimSite(f.headTag, f.first("og:site_name"))
}

// trimSite takes the site's name off the end of a title.
func trimSite(t, site string) string {
	if site != "" {
		for _, sep := range []string{" | ", " - ", " – ", " — ", " : ", " · ", " » "} {
			if rest, ok := strings.CutSuffix(t, sep+site); ok && rest != "" {
				return rest
			}
		}
	}
	return t
}
