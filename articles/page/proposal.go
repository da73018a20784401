package page

import (
	"net/url"
	"strconv"
	"unicode"

	"codeberg.org/readeck/go-readability/v2"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// mark is the key under which a text node of the copy carries the number of
// its block. Text nodes have no attributes of their own, and the first
// reading carries ours along wherever it moves them.
const mark = "block"

// The caps on what the first reading is asked of: its time grows faster than
// the page's blocks, and it needs a copy of all their texts.
const (
	maxFirst      = 6000
	maxFirstTexts = 60_000
)

// propose asks the first reading, readability, and returns for each block
// the share of its letters that readability keeps.
func propose(root *html.Node, blocks []block, title string) []float64 {
	votes := make([]float64, len(blocks))
	texts := 0
	for i := range blocks {
		texts += len(blocks[i].pieces)
	}
	if len(blocks) > maxFirst || texts > maxFirstTexts {
		return votes
	}
	number := make(map[*html.Node]int, texts)
	for i := range blocks {
		for _, p := range blocks[i].pieces {
			if p.mark == 0 {
				number[p.node] = blocks[i].n
			}
		}
	}
	doc := &html.Node{Type: html.DocumentNode}
	top := element(atom.Html)
	doc.AppendChild(top)
	head := element(atom.Head)
	top.AppendChild(head)
	t := element(atom.Title)
	t.AppendChild(&html.Node{Type: html.TextNode, Data: title})
	head.AppendChild(t)
	body := root
	if body.DataAtom != atom.Body {
		body = find(root, func(n *html.Node) bool { return n.DataAtom == atom.Body })
	}
	if body == nil {
		return votes
	}
	top.AppendChild(likeness(body, number))
	for n, kept := range keptLetters(doc) {
		if b := &blocks[n-1]; b.chars > 0 {
			votes[n-1] = min(1, float64(kept)/float64(b.chars))
		}
	}
	return votes
}

// keptLetters counts, by block, the letters readability keeps. It may fail
// on a page in ways its authors did not foresee; then it keeps nothing.
func keptLetters(doc *html.Node) (kept map[int]int) {
	defer func() {
		if recover() != nil {
			kept = nil
		}
	}()
	p := readability.NewParser()
	p.DisableJSONLD = true
	p.KeepClasses = true
	got, err := p.ParseAndMutate(doc, &url.URL{})
	if err != nil || got.Node == nil {
		return nil
	}
	kept = make(map[int]int)
	descend(got.Node, func(n *html.Node) (bool, bool) {
		if n.Type == html.TextNode && len(n.Attr) > 0 && n.Attr[0].Key == mark {
			if k, err := strconv.Atoi(n.Attr[0].Val); err == nil {
				kept[k] += letters(n.Data)
			}
		}
		return true, false
	})
	return kept
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// likeness copies what a reading needs of a tree: no scripts, nothing hidden,
// and every text with the number of its block.
func likeness(n *html.Node, number map[*html.Node]int) *html.Node {
	c := &html.Node{Type: n.Type, DataAtom: n.DataAtom, Data: n.Data, Namespace: n.Namespace}
	if n.Type == html.TextNode {
		if k := number[n]; k > 0 {
			c.Attr = []html.Attribute{{Key: mark, Val: strconv.Itoa(k)}}
		}
		return c
	}
	for _, a := range n.Attr {
		switch a.Key {
		case "id", "class", "role", "href", "itemprop", "rel", "src", "data-src", "type":
			c.Attr = append(c.Attr, a)
		}
	}
	for k := n.FirstChild; k != nil; k = k.NextSibling {
		switch {
		case k.Type == html.TextNode:
			c.AppendChild(likeness(k, number))
		case k.Type == html.ElementNode && (!silent(k) || k.DataAtom == atom.Video):
			c.AppendChild(likeness(k, number))
		}
	}
	return c
}
