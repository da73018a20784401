package page

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// maxCell is how much text a cell of a data table holds at most; a cell with
// more is part of a page laid out by tables.
const maxCell = 250

// dataRow reports whether a table's row is data and not a piece of layout:
// two cells or more, each short and with no structure of its own.
func dataRow(tr *html.Node) bool {
	cells := 0
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			return false
		}
		if !plainCell(c) {
			return false
		}
		cells++
	}
	return cells > 1
}

func plainCell(cell *html.Node) bool {
	size, blocks, ok := 0, 0, true
	descend(cell, func(n *html.Node) (bool, bool) {
		switch {
		case n.Type == html.TextNode:
			size += len(n.Data)
		case n.Type != html.ElementNode || n == cell:
		case silent(n):
			return false, false
		case !inline(n):
			blocks++
			if n.DataAtom != atom.P && n.DataAtom != atom.Div {
				ok = false
			}
		}
		if size > maxCell || blocks > 1 {
			ok = false
		}
		return true, !ok
	})
	return ok
}

// tableRow makes one block of a row.
func (s *splitter) tableRow(tr *html.Node) {
	s.flush()
	outer := s.el
	s.el = tr
	s.row++
	first := true
	for c := tr.FirstChild; c != nil; c = c.NextSibling {
		if c.Type != html.ElementNode {
			continue
		}
		if !first {
			s.cur.pieces = append(s.cur.pieces, piece{node: c, mark: 'c'})
			if len(s.buf) > 0 {
				s.buf = append(s.buf, ' ')
				s.space = false
			}
		}
		first = false
		s.cell(c)
	}
	s.cur.row = true
	if len(s.buf) == 0 {
		s.cur.pieces = nil
	}
	s.row--
	s.flush()
	s.el = outer
}

// cell takes the text of a cell; nothing in it begins a new line.
func (s *splitter) cell(n *html.Node) {
	for c := n.FirstChild; c != nil; c = c.NextSibling {
		switch {
		case c.Type == html.TextNode:
			s.add(c)
		case c.Type != html.ElementNode:
		case c.DataAtom == atom.Img:
		case s.skips(c):
		case c.DataAtom == atom.Br:
			s.space = true
		case s.noteSign(c) != "":
			s.add(&html.Node{Type: html.TextNode, Data: s.noteSign(c), Parent: c})
		case c.DataAtom == atom.A && attr(c, "href") != "":
			s.links++
			s.cell(c)
			s.links--
		default:
			s.cell(c)
		}
	}
}
