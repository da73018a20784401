package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// piece is one run of a block's text: a text node, a break, or a picture.
type piece struct {
	node *html.Node
	text string // white space folded, or as it stands under pre
	mark byte   // 0 text, 'b' line break, 'c' next cell, 'i' picture
}

// block is one line of a page as the eye sees it: the text between two
// things that begin a new line. Readings judge blocks.
type block struct {
	n       int        // its place in the page, from 1
	el      *html.Node // the element that made it a block
	pieces  []piece
	text    string
	level   int  // of a heading
	pre     bool // white space counts
	row     bool // a row of a data table
	trimmed bool // text is less than the pieces: the line cleaner took some
	joined  bool // follows a single line break: one paragraph with the block before
	glued   bool // follows the block before with no element boundary between

	chars int // letters and digits
	link  int // of them, in links
	jump  int // of them, in links to another place of the page
	words int
}

func (b *block) picture() bool { return b.text == "" }

// density is the share of a block's text that is the text of links.
func (b *block) density() float64 {
	if b.chars == 0 {
		return 0
	}
	return float64(b.link) / float64(b.chars)
}

// maxBlocks is how many lines of a page are read.
const maxBlocks = 20000

// splitter walks a page and makes its blocks.
type splitter struct {
	blocks []block
	cur    block
	buf    []byte // text of the block that is open
	el     *html.Node
	breaks int // line breaks since the last text
	space  bool
	links  int // open links
	jumps  int // of them, to another place of the page
	pre    int
	row    int
	show   show
}

// show says which elements are split into blocks.
type show uint8

const (
	shown            show = iota // what the page shows
	shownAndHidden               // what it says is hidden, too
	shownAndNoscript             // and what it keeps for browsers without scripts
)

// split makes the blocks of what stands under root. The tree is at most as
// deep as the parser allows, so the walk may recurse.
func split(root *html.Node, what show) []block {
	s := splitter{show: what, el: root}
	s.walk(root)
	s.flush()
	return s.blocks
}

func (s *splitter) walk(n *html.Node) {
	switch n.Type {
	case html.TextNode:
		s.add(n)
		return
	case html.DocumentNode:
		s.children(n)
		return
	case html.ElementNode:
	default:
		return
	}
	if n.DataAtom == atom.Img || n.Data == "amp-img" {
		s.cur.pieces = append(s.cur.pieces, piece{node: n, mark: 'i'})
		return
	}
	if s.skips(n) {
		return
	}
	if sign := s.noteSign(n); sign != "" {
		s.add(&html.Node{Type: html.TextNode, Data: sign, Parent: n})
		return
	}
	switch n.DataAtom {
	case atom.Br:
		s.lineBreak(n)
		return
	case atom.Hr:
		s.flush()
		return
	case atom.Button:
		if !inProse(n) {
			return
		}
	case atom.Tr:
		if dataRow(n) {
			s.tableRow(n)
			return
		}
	}
	switch {
	case n.DataAtom == atom.A && attr(n, "href") != "":
		s.link(n)
	case inline(n):
		s.children(n)
	default:
		s.line(n)
	}
}

// link walks an element whose letters count as those of a link.
func (s *splitter) link(n *html.Node) {
	jump := 0
	if strings.HasPrefix(attr(n, "href"), "#") {
		jump = 1
	}
	s.links++
	s.jumps += jump
	s.children(n)
	s.links--
	s.jumps -= jump
}

// line walks an element that begins a line of its own, and ends it.
func (s *splitter) line(n *html.Node) {
	s.flush()
	outer := s.el
	s.el = n
	pre := 0
	if n.DataAtom == atom.Pre || n.DataAtom == atom.Listing || n.DataAtom == atom.Xmp {
		pre = 1
	}
	s.pre += pre
	s.children(n)
	s.flush()
	s.pre -= pre
	s.el = outer
}

// skips reports whether nothing of an element is split into blocks.
func (s *splitter) skips(n *html.Node) bool {
	if n.DataAtom == atom.Noscript {
		return s.show != shownAndNoscript
	}
	return silent(n) || s.show == shown && hidden(n) || signLink(n)
}

func (s *splitter) children(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		s.walk(c)
	}
}

// inProse reports whether a button is a word of a sentence.
func inProse(n *html.Node) bool {
	p := n.Parent
	for p != nil && inline(p) {
		p = p.Parent
	}
	return p != nil && p.DataAtom == atom.P
}

// add takes a text node into the block that is open.
func (s *splitter) add(n *html.Node) {
	t := n.Data
	if s.pre > 0 && s.row == 0 {
		if len(s.buf) == 0 && strings.TrimSpace(t) == "" {
			return
		}
		s.count(t)
		s.cur.pieces = append(s.cur.pieces, piece{node: n, text: t})
		s.buf = append(s.buf, t...)
		return
	}
	if s.breaks > 0 && strings.TrimSpace(t) != "" {
		n := s.breaks
		if s.row == 0 {
			s.flush()
			s.cur.joined = n == 1 && len(s.blocks) > 0
			s.cur.glued = len(s.blocks) > 0
		}
		s.breaks = 0
	}
	lead, rest := s.foldInto(t)
	if rest == "" {
		if lead {
			s.space = true
		}
		return
	}
	if (lead || s.space) && len(s.buf) > 0 {
		rest = " " + rest
	}
	s.space = false
	if last := len(rest) - 1; rest[last] == ' ' {
		rest = rest[:last]
		s.space = true
	}
	s.count(rest)
	s.cur.pieces = append(s.cur.pieces, piece{node: n, text: rest})
	s.buf = append(s.buf, rest...)
}

// foldInto folds the white space of a text; a trailing space is kept, a
// leading one told.
func (s *splitter) foldInto(t string) (lead bool, rest string) {
	if t == "" {
		return false, ""
	}
	r, _ := utf8.DecodeRuneInString(t)
	lead = unicode.IsSpace(r)
	last, _ := utf8.DecodeLastRuneInString(t)
	rest = fold(t)
	if rest != "" && unicode.IsSpace(last) {
		rest += " "
	}
	return lead, rest
}

func (s *splitter) count(t string) {
	n := 0
	for _, r := range t {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	s.cur.chars += n
	if s.links > 0 {
		s.cur.link += n
	}
	if s.jumps > 0 {
		s.cur.jump += n
	}
}

func (s *splitter) lineBreak(n *html.Node) {
	switch {
	case s.row > 0:
		s.space = true
	case s.pre > 0:
		s.cur.pieces = append(s.cur.pieces, piece{node: n, text: "\n"})
		s.buf = append(s.buf, '\n')
	default:
		s.breaks++
	}
}

// flush ends the block that is open.
func (s *splitter) flush() {
	b := s.cur
	b.text = string(s.buf)
	s.cur, s.buf = block{}, s.buf[:0]
	s.breaks, s.space = 0, false
	if len(b.pieces) == 0 || len(s.blocks) >= maxBlocks {
		return
	}
	b.pre = s.pre > 0
	if b.pre {
		b.text = strings.Trim(b.text, "\n")
		if strings.TrimSpace(b.text) == "" {
			b.text = ""
		}
	}
	b.el = s.el
	b.n = len(s.blocks) + 1
	for e := b.el; e != nil; e = e.Parent {
		if l := heading(e); l > 0 {
			b.level = l
			break
		}
	}
	b.words = articles.CountWords(b.text)
	s.blocks = append(s.blocks, b)
}
