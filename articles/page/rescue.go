package page

import (
	"strings"

	"broadsheet/articles"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// little is how many words of prose make a page that shows no story.
const little = 50

// open splits the page into blocks. Where what it shows holds next to no
// prose, the story is looked for where pages keep it for their scripts: in
// what they hide, in a frame within the page, in noscript, in the scripts'
// own data.
func (r *reading) open() []block {
	blocks := split(r.doc, shown)
	words := proseWords(blocks)
	if words >= little && !r.thin(words) {
		return blocks
	}
	better := func(b []block) bool {
		n := proseWords(b)
		if n > 2*words+little {
			blocks, words = b, n
			return true
		}
		return false
	}
	better(split(r.doc, shownAndHidden))
	if r.whole {
		return orHidden(blocks, r.doc)
	}
	for _, doc := range r.inner() {
		if b := split(doc, shown); better(b) {
			r.root = doc
		}
	}
	better(split(r.doc, shownAndNoscript))
	if f := r.f.body; articles.CountWords(f) > 2*words+little {
		r.fromData(&blocks, &words, r.f.bodyHTML)
	} else if words < little {
		r.fromData(&blocks, &words, stateStory(r.doc))
	}
	return orHidden(blocks, r.doc)
}

// thin reports whether the page shows far less than its metadata says the
// story holds.
func (r *reading) thin(words int) bool {
	return !r.whole && articles.CountWords(r.f.body) > 3*words+little
}

// fromData reads the story from HTML that stood in a script.
func (r *reading) fromData(blocks *[]block, words *int, src string) {
	if src == "" {
		return
	}
	doc, _ := parse(src)
	b := split(doc, shown)
	if n := proseWords(b); n > *words {
		*blocks, *words = b, n
		r.root, r.whole = doc, true
		r.warn("the story was read from the page's data, not from what it shows")
	}
}

// orHidden is blocks, or all that the page holds where they are none.
func orHidden(blocks []block, doc *html.Node) []block {
	for i := range blocks {
		if blocks[i].text != "" {
			return blocks
		}
	}
	if all := split(doc, shownAndHidden); len(all) > 0 {
		return all
	}
	return split(doc, shownAndNoscript)
}

// proseWords counts the words of blocks that read as prose.
func proseWords(blocks []block) int {
	n := 0
	for i := range blocks {
		if prose(&blocks[i]) {
			n += blocks[i].words
		}
	}
	return n
}

// inner are the pages within the page: frames saved as a frame's own source.
func (r *reading) inner() []*html.Node {
	var docs []*html.Node
	descend(r.doc, func(n *html.Node) (bool, bool) {
		if n.DataAtom == atom.Iframe || n.DataAtom == atom.Frame {
			if src := attr(n, "srcdoc"); len(src) > 200 && len(docs) < 10 && len(src) < maxMarkup {
				if doc, err := html.Parse(strings.NewReader(src)); err == nil {
					docs = append(docs, doc)
				}
			}
		}
		return true, false
	})
	return docs
}
