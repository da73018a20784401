package feed

import (
	"net/url"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// markup is the content of an element that may hold text, escaped HTML, or
// HTML without any escaping.
func markup(n *tree.Node) string {
	if n == nil {
		return ""
	}
	if !n.Elements() {
		return n.Text()
	}
	if n.Attr("type") == "xhtml" {
		if div := n.Child("div"); div != nil {
			return div.Raw()
		}
	}
	// Bare markup; CDATA within it stays a mark that HTML would drop.
	raw := n.Raw()
	if strings.Contains(raw, "<![CDATA[") {
		raw = strings.ReplaceAll(strings.ReplaceAll(raw, "<![CDATA[", ""), "]]>", "")
	}
	return raw
}

// skipped reports what blog exports keep among their stories and is none.
func skipped(n *tree.Node) bool {
	switch n.Child("post_type").Line() {
	case "attachment", "nav_menu_item", "revision", "custom_css":
		return true
	}
	return false
}

// source is the outlet an entry names, else the feed.
func (c channel) source(n *tree.Node) string {
	s := n.Child("source")
	if t := s.Child("title"); t != nil {
		return entry.Line(t.Text())
	}
	if t := entry.Line(s.Text()); t != "" && !s.Elements() && !strings.Contains(t, "://") {
		return t
	}
	return c.title
}

func linkOf(n *tree.Node) string {
	best, rank := "", 0
	for _, l := range n.Children("link", "origlink") {
		href, r := l.Attr("href"), 1
		switch rel := l.Attr("rel"); {
		case l.Name == "origlink":
			href, r = l.Line(), 5
		case href == "":
			href, r = l.Line(), 4
		case rel == "alternate" || rel == "":
			r = 3
			if t := l.Attr("type"); t == "" || strings.Contains(t, "html") {
				r = 4
			}
		case rel == "related" || rel == "self" || rel == "enclosure" || rel == "replies" || rel == "edit":
			continue
		}
		if href != "" && r > rank {
			best, rank = href, r
		}
	}
	return best
}

// resolve makes an address whole against that of its feed.
func resolve(base, ref string) string {
	if ref == "" || strings.Contains(ref, "://") {
		return ref
	}
	b, err := url.Parse(base)
	if err != nil || b.Host == "" {
		return ref
	}
	r, err := b.Parse(ref)
	if err != nil {
		return ref
	}
	return r.String()
}

func people(n *tree.Node) []string {
	var names []string
	for _, k := range n.Children("creator", "author", "contributor") {
		s := k.Child("name").Line()
		if s == "" && !k.Elements() {
			s = entry.Line(k.Text())
		}
		if k.Name == "contributor" && len(names) > 0 {
			continue
		}
		for _, name := range field.Names(s) {
			if !strings.Contains(name, "@") && !has(names, name) {
				names = append(names, name)
			}
		}
	}
	return names
}

// categories are the tags, and the section where the entry sets one apart.
func categories(n *tree.Node) (tags []string, section string) {
	for _, k := range n.Children("category", "subject", "keywords", "section") {
		for _, t := range field.Strings(firstOf(k.Attr("label"), k.Attr("term"), k.Text())) {
			if k.Name == "section" || section == "" && k.Attr("domain") == "section" {
				section = t
				continue
			}
			if !has(tags, t) && len(tags) < 64 {
				tags = append(tags, t)
			}
		}
	}
	return tags, section
}

func imageOf(n *tree.Node) string {
	for _, k := range n.All("thumbnail", "content", "enclosure", "image", "link") {
		switch {
		case k.Name == "thumbnail" || k.Name == "image":
			if u := firstOf(k.Attr("url"), k.Attr("href"), k.Child("url").Line()); u != "" {
				return u
			}
		case k.Name == "content" && k.Attr("url") != "" && (k.Attr("medium") == "image" || strings.HasPrefix(k.Attr("type"), "image/")),
			k.Name == "enclosure" && strings.HasPrefix(k.Attr("type"), "image/"):
			return k.Attr("url")
		case k.Name == "link" && k.Attr("rel") == "enclosure" && strings.HasPrefix(k.Attr("type"), "image/"):
			return k.Attr("href")
		}
	}
	return ""
}

// related are the links that an entry calls related and gives a title.
func related(n *tree.Node) []articles.Link {
	var out []articles.Link
	for _, l := range n.Children("link") {
		if l.Attr("rel") == "related" && l.Attr("title") != "" {
			out = append(out, articles.Link{Title: entry.Line(l.Attr("title")), URL: l.Attr("href")})
		}
	}
	return out
}

func has(list []string, s string) bool {
	for _, h := range list {
		if strings.EqualFold(h, s) {
			return true
		}
	}
	return false
}

func firstOf(ss ...string) string {
	for _, s := range ss {
		if s = strings.TrimSpace(s); s != "" {
			return s
		}
	}
	return ""
}
