package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// prepare puts into a tree what a browser's scripts would have put there, and
// takes out what only machines set: text that was streamed in after the page,
// formulas as their source, the numbers of code's lines.
func prepare(doc *html.Node) {
	var drop []*html.Node
	streamed := make(map[string]*html.Node)
	holes := make(map[string]*html.Node)
	descend(doc, func(n *html.Node) (bool, bool) {
		if n.Type == html.TextNode && strings.Contains(n.Data, "\u00ad") {
			n.Data = strings.ReplaceAll(n.Data, "\u00ad", "") // written as an entity
		}
		if n.Type != html.ElementNode {
			return true, false
		}
		id := attr(n, "id")
		if rest, ok := strings.CutPrefix(id, "B:"); ok && n.DataAtom == atom.Template {
			holes[rest] = n
		} else if rest, ok := strings.CutPrefix(id, "S:"); ok && hasAttr(n, "hidden") {
			streamed[rest] = n
		}
		switch {
		case n.DataAtom == atom.Math:
			setFormula(n, formula(n))
			return false, false
		case n.DataAtom == atom.Img && texPicture(n):
			n.DataAtom, n.Data = atom.Span, "span"
			setFormula(n, fold(attr(n, "alt")))
			return false, false
		case dataFormula(n) != "":
			setFormula(n, fold(dataFormula(n)))
			return false, false
		case n.DataAtom == atom.Script:
			if strings.HasPrefix(attr(n, "type"), "math/") {
				if tex := fold(content(n)); tex != "" {
					n.Data, n.DataAtom, n.Attr = "span", atom.Span, nil
					setFormula(n, tex)
				}
			}
			return false, false
		}
		if lineNumber(n) {
			drop = append(drop, n)
			return false, false
		}
		return true, false
	})
	for _, n := range drop {
		if n.Parent != nil {
			n.Parent.RemoveChild(n)
		}
	}
	for id, hole := range holes {
		if from := streamed[id]; from != nil && hole.Parent != nil && !under(hole, from) {
			for c := from.FirstChild; c != nil; c = from.FirstChild {
				from.RemoveChild(c)
				hole.Parent.InsertBefore(c, hole)
			}
		}
	}
}

// under reports whether n stands within root.
func under(n, root *html.Node) bool {
	for ; n != nil; n = n.Parent {
		if n == root {
			return true
		}
	}
	return false
}

// maxFormula is how long the source of a formula may be.
const maxFormula = 4000

// formula is the source of a formula, where the page carries it.
func formula(math *html.Node) string {
	note := find(math, func(n *html.Node) bool {
		return n.Data == "annotation" && strings.Contains(attr(n, "encoding"), "tex")
	})
	tex := attr(math, "alttext")
	if note != nil {
		tex = content(note)
	}
	if tex = fold(tex); tex == "" {
		tex = attr(math, "data-latex")
	}
	if len(tex) > maxFormula {
		return ""
	}
	return tex
}

// texPicture reports a picture of a formula whose alt is its source.
func texPicture(n *html.Node) bool {
	alt := attr(n, "alt")
	if alt == "" || len(alt) > maxFormula {
		return false
	}
	return strings.Contains(attr(n, "class"), "latex") || strings.Contains(attr(n, "class"), "tex") && strings.Contains(alt, "\\") ||
		strings.Contains(attr(n, "src"), "latex")
}

// dataFormula is the source of a formula that an element carries beside what
// it shows.
func dataFormula(n *html.Node) string {
	for _, k := range []string{"data-math", "data-latex", "data-tex"} {
		if v := attr(n, k); v != "" && len(v) <= maxFormula {
			return v
		}
	}
	return ""
}

// setFormula makes a formula's source the text of its element, and the
// element one that is shown.
func setFormula(n *html.Node, tex string) {
	if tex == "" {
		return
	}
	for c := n.FirstChild; c != nil; c = n.FirstChild {
		n.RemoveChild(c)
	}
	n.AppendChild(&html.Node{Type: html.TextNode, Data: "$" + tex + "$"})
	for p, up := n.Parent, 0; p != nil && up < 3 && p.Type == html.ElementNode && inline(p); p, up = p.Parent, up+1 {
		if hidden(p) && strings.Contains(attr(p, "class"), "math") {
			p.Attr = nil
		}
	}
}

// lineNumber reports the numbers that stand beside lines of code.
func lineNumber(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Span, atom.Td, atom.A, atom.Div, atom.Pre, atom.Code, atom.Em:
	default:
		return false
	}
	if c := attr(n, "class"); c != "" {
		for w := range strings.FieldsSeq(c) {
			switch w {
			case "lineno", "linenos", "line-number", "line-numbers-rows", "linenumber", "lnt", "ln", "gutter", "hljs-ln-numbers",
				"blob-num", "react-syntax-highlighter-line-number", "rouge-gutter", "line-numbers", "code-line-number":
				return digitsOnly(n)
			}
		}
	}
	if s := attr(n, "style"); strings.Contains(s, "user-select:none") || strings.Contains(s, "user-select: none") {
		return digitsOnly(n)
	}
	return false
}

// digitsOnly reports whether an element holds numbers and nothing else.
func digitsOnly(n *html.Node) bool {
	t := content(n)
	if len(t) > 20000 {
		return false
	}
	for _, r := range t {
		if (r < '0' || r > '9') && r != ' ' && r != '\n' && r != '\r' && r != '\t' && r != '.' {
			return false
		}
	}
	return true
}

// signLink reports a link that is a sign to jump by and no word: back from a
// note, to a heading's own place.
func signLink(n *html.Node) bool {
	if n.DataAtom != atom.A || !strings.Contains(attr(n, "href"), "#") {
		return false
	}
	switch strings.TrimSpace(content(n)) {
	case "¶", "#", "§", "🔗", "↩", "↩︎", "↑", "^", "⏎", "↵", "🔝", "Permalink", "top", "[top]":
		return true
	}
	return false
}

// noteSign is what a reference to a note prints, in brackets so that it does
// not run into the word before; "" where an element is no such reference: it
// must lead to a place in the page, or stand after the end of a sentence.
func (s *splitter) noteSign(n *html.Node) string {
	if n.DataAtom != atom.Sup {
		return ""
	}
	t := strings.Trim(fold(content(n)), "[]() ")
	if t == "" || len(t) > 4 {
		return ""
	}
	a := find(n, func(e *html.Node) bool { return e.DataAtom == atom.A && strings.Contains(attr(e, "href"), "#") })
	if a == nil && (!digitsOnly(n) || s.space || !endsSentence(string(s.buf[max(0, len(s.buf)-8):]))) {
		return ""
	}
	return "[" + t + "]"
}
