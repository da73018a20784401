package page

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// inline reports whether an element stands within a line of text. An element
// nobody knows does, as browsers have it.
func inline(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body,
		atom.Caption, atom.Center, atom.Dd, atom.Details, atom.Dialog, atom.Dir, atom.Div,
		atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.Frameset, atom.H1, atom.H2, atom.H3,
		atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Html, atom.Legend, atom.Li, atom.Listing, atom.Main, atom.Menu,
		atom.Nav, atom.Ol, atom.Optgroup, atom.Option, atom.P, atom.Plaintext,
		atom.Pre, atom.Section, atom.Select, atom.Summary, atom.Table,
		atom.Tbody, atom.Td, atom.Template, atom.Tfoot, atom.Th, atom.Thead,
		atom.Tr, atom.Ul, atom.Xmp, atom.Iframe:
		return false
	case 0:
		return n.Data != "search"
	}
	return true
}

// silent reports whether nothing inside an element is text for the eye.
func silent(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Head, atom.Script, atom.Style, atom.Noscript, atom.Svg,
		atom.Iframe, atom.Object, atom.Embed, atom.Applet, atom.Audio,
		atom.Video, atom.Canvas, atom.Map, atom.Select, atom.Option,
		atom.Textarea, atom.Input, atom.Datalist, atom.Noframes,
		atom.Frame, atom.Dialog, atom.Meter, atom.Progress, atom.Param,
		atom.Rp:
		return true
	case atom.Template:
		// A shadow root stands in the open in pages saved with one.
		return attr(n, "shadowrootmode") == "" && attr(n, "shadowroot") == ""
	case 0:
		switch n.Data {
		case "amp-ad", "amp-sidebar", "amp-analytics", "amp-consent",
			"amp-state", "amp-user-notification", "annotation",
			"annotation-xml", "mjx-assistive-mml":
			return true
		}
	}
	return n.Namespace == "svg"
}

// hidden reports whether the page itself says that an element is not shown.
func hidden(n *html.Node) bool {
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "hidden":
			if a.Val != "until-found" {
				return true
			}
		case "aria-hidden":
			if strings.EqualFold(a.Val, "true") {
				return true
			}
		case "style":
			if hiddenStyle(a.Val) {
				return true
			}
		}
	}
	return false
}

func hiddenStyle(s string) bool {
	for decl := range strings.SplitSeq(s, ";") {
		k, v, ok := strings.Cut(decl, ":")
		if !ok {
			continue
		}
		k = strings.TrimSpace(k)
		v = strings.TrimSpace(v)
		v = strings.TrimSpace(strings.TrimSuffix(v, "!important"))
		if strings.EqualFold(k, "display") && strings.EqualFold(v, "none") ||
			strings.EqualFold(k, "visibility") && strings.EqualFold(v, "hidden") {
			return true
		}
	}
	return false
}

// attr is the value of an attribute, or "".
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// heading is the level of a heading, or 0.
func heading(n *html.Node) int {
	switch n.DataAtom {
	case atom.H1:
		return 1
	case atom.H2:
		return 2
	case atom.H3:
		return 3
	case atom.H4:
		return 4
	case atom.H5:
		return 5
	case atom.H6:
		return 6
	}
	return 0
}

// descend calls f on every node under root in document order until f says
// that the search is over; it goes under a node only if f says so.
func descend(root *html.Node, f func(n *html.Node) (under, over bool)) {
	n := root
	for {
		under, over := f(n)
		if over {
			return
		}
		if under && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for n != root && n.NextSibling == nil {
			n = n.Parent
		}
		if n == root {
			return
		}
		n = n.NextSibling
	}
}

// find is the first element under root for which f holds.
func find(root *html.Node, f func(n *html.Node) bool) *html.Node {
	var found *html.Node
	descend(root, func(n *html.Node) (bool, bool) {
		if n.Type == html.ElementNode && f(n) {
			found = n
		}
		return true, found != nil
	})
	return found
}

// content is all text under a node, as it stands.
func content(root *html.Node) string {
	if root.FirstChild == nil {
		return ""
	}
	if c := root.FirstChild; c.NextSibling == nil && c.Type == html.TextNode {
		return c.Data
	}
	var b strings.Builder
	descend(root, func(n *html.Node) (bool, bool) {
		if n.Type == html.TextNode {
			b.WriteString(n.Data)
		}
		return true, false
	})
	return b.String()
}

// fold makes one line of a string: white space runs become one space.
func fold(s string) string {
	if isFolded(s) {
		return s
	}
	return strings.Join(strings.Fields(s), " ")
}

// isFolded is a quick yes: ASCII without a blank but single spaces inside.
func isFolded(s string) bool {
	space := true
	for i := range len(s) {
		c := s[i]
		if c < ' ' || c >= utf8.RuneSelf || c == ' ' && space {
			return false
		}
		space = c == ' '
	}
	return !space || s == ""
}
