package page

import (
	"net/url"
	"strconv"
	"strings"

	"broadsheet/articles/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxNest is how deep lists and quotes are shown within one another.
const maxNest = 8

// place is where a block stands among lists and quotes.
type place struct {
	item  *html.Node // the innermost list item
	list  *html.Node // the list it stands in
	table *html.Node
	depth int // of lists
	quote int // of quotes
	width int // of the signs of the items around
	mark  string
}

func placeOf(b *block) place {
	var p place
	for e := b.el; e != nil; e = e.Parent {
		switch e.DataAtom {
		case atom.Li:
			if p.item == nil {
				p.item, p.list = e, e.Parent
			} else if p.depth < maxNest {
				p.width += 2
				if e.Parent != nil && e.Parent.DataAtom == atom.Ol {
					p.width++
				}
			}
			p.depth++
		case atom.Blockquote:
			p.quote++
		case atom.Table:
			if p.table == nil && b.row {
				p.table = e
			}
		}
	}
	p.depth, p.quote = min(p.depth, maxNest), min(p.quote, maxNest)
	return p
}

// itemMark is the sign before a list's item. Items are counted from the one
// written last, so that a long list is walked once.
func (w *writer) itemMark(li *html.Node) string {
	list := li.Parent
	if list == nil || list.DataAtom != atom.Ol {
		return "- "
	}
	n, from := 1, list.FirstChild
	if v, err := strconv.Atoi(attr(list, "start")); err == nil && v >= 0 && v < 1e6 {
		n = v
	}
	if w.lastAt.list == list && w.lastAt.item != nil {
		n, from = w.count, w.lastAt.item
	}
	for c := from; c != nil && c != li; c = c.NextSibling {
		if c.DataAtom == atom.Li {
			n++
		}
	}
	w.count = n
	return strconv.Itoa(n) + ". "
}

// writer makes Body and Text of the blocks that are kept.
type writer struct {
	base   *url.URL
	body   strings.Builder
	text   strings.Builder
	lines  []int
	last   *block
	lastAt place
	count  int // the number of the last item of a numbered list
}

// write makes Body and Text of what is kept, and tells the block that each
// paragraph of Text began with.
func (r *reading) write(k keeping) (body, plain string, lines []int) {
	base, _ := url.Parse(r.f.base)
	w := writer{base: base}
	shown := r.pictures(k.keep)
	for i := range r.s.blocks {
		for _, p := range shown[i] {
			w.picture(p)
		}
		if k.keep[i] {
			w.write(&r.s.blocks[i])
		}
	}
	return w.body.String(), w.text.String(), w.lines
}

func (w *writer) write(b *block) {
	p := placeOf(b)
	if p.item != nil {
		p.mark = w.itemMark(p.item)
	}
	w.gap(b, p)
	md := w.markdown(b, p)
	quote := strings.Repeat("> ", p.quote)
	indent, first := "", ""
	if p.item != nil {
		indent = strings.Repeat(" ", p.width)
		if w.last != nil && w.lastAt.item == p.item && !b.joined {
			first = indent + strings.Repeat(" ", len(p.mark))
		} else if !b.joined {
			first = indent + p.mark
		}
		indent += strings.Repeat(" ", len(p.mark))
	}
	for i, l := range strings.Split(md, "\n") {
		if i > 0 {
			w.body.WriteByte('\n')
		}
		w.body.WriteString(quote)
		if i == 0 && !b.joined {
			w.body.WriteString(first)
		} else {
			w.body.WriteString(indent)
		}
		w.body.WriteString(l)
	}
	w.last, w.lastAt = b, p
}

// picture writes a picture as a paragraph of Body; it is no part of Text.
func (w *writer) picture(md string) {
	if w.body.Len() > 0 {
		w.body.WriteString("\n\n")
	}
	w.body.WriteString(md)
	w.last, w.lastAt = &block{n: -1}, place{}
}

// gap writes what parts a block from the one before, in Body and in Text.
func (w *writer) gap(b *block, p place) {
	plain := b.text
	if b.row {
		plain = rowText(b)
	}
	if plain != "" {
		switch {
		case w.text.Len() == 0:
			w.lines = append(w.lines, b.n)
		case w.last != nil && (b.joined && w.last.n == b.n-1 || p.table != nil && p.table == w.lastAt.table):
			w.text.WriteByte('\n')
		default:
			w.text.WriteString("\n\n")
			w.lines = append(w.lines, b.n)
		}
		w.text.WriteString(tightLines(plain))
	}
	if w.last == nil {
		return
	}
	quote := strings.TrimRight(strings.Repeat("> ", min(p.quote, w.lastAt.quote)), " ")
	switch {
	case b.joined && w.last.n == b.n-1:
		w.body.WriteString("\\\n")
	case p.table != nil && p.table == w.lastAt.table:
		w.body.WriteByte('\n')
	case p.item != nil && w.lastAt.item != nil && p.item != w.lastAt.item && p.quote == w.lastAt.quote && near(p, w.lastAt):
		w.body.WriteByte('\n')
	default:
		w.body.WriteString("\n" + quote + "\n")
	}
}

// near reports whether two list items stand in one list or one within the
// other.
func near(a, b place) bool {
	if a.list == b.list {
		return true
	}
	for e := a.list; e != nil; e = e.Parent {
		if e == b.list {
			return true
		}
	}
	for e := b.list; e != nil; e = e.Parent {
		if e == a.list {
			return true
		}
	}
	return false
}

func (w *writer) markdown(b *block, p place) string {
	switch {
	case b.pre:
		fence := strings.Repeat("`", max(3, longestRun(b.text, '`')+1))
		return fence + "\n" + b.text + "\n" + fence
	case b.row:
		return w.rowMarkdown(b, p)
	case b.level > 0:
		return strings.Repeat("#", max(2, b.level)) + " " + b.markdown(w.base)
	}
	return b.markdown(w.base)
}

// rowMarkdown writes a table's row; the first of a table is its header.
func (w *writer) rowMarkdown(b *block, p place) string {
	row := "| " + b.markdown(w.base) + " |"
	if p.table == nil || w.lastAt.table == p.table {
		return row
	}
	cells := 1
	for _, x := range b.pieces {
		if x.mark == 'c' {
			cells++
		}
	}
	return row + "\n|" + strings.Repeat(" --- |", cells)
}

// rowText writes a row as plain text, its cells apart.
func rowText(b *block) string {
	var out []string
	var cell strings.Builder
	for _, p := range b.pieces {
		switch p.mark {
		case 'c':
			out = append(out, strings.TrimSpace(cell.String()))
			cell.Reset()
		case 0:
			cell.WriteString(p.text)
		}
	}
	out = append(out, strings.TrimSpace(cell.String()))
	return strings.TrimSpace(strings.Join(out, "  "))
}

// tightLines closes blank lines, which would end a paragraph.
func tightLines(s string) string {
	if !strings.Contains(s, "\n") {
		return s
	}
	var kept []string
	for l := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(l) != "" {
			kept = append(kept, strings.TrimRight(l, " \t\r"))
		}
	}
	return strings.Join(kept, "\n")
}

// kindOf tells the cutter what a block is.
func kindOf(b *block, h hint) text.Kind {
	switch {
	case b.level > 0:
		return text.Heading
	case b.pre:
		return text.Pre
	case h&tagCaption != 0:
		return text.Caption
	case h&tagList != 0:
		return text.List
	case h&tagQuote != 0:
		return text.Quote
	}
	return text.Para
}
