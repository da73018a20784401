package page

import (
	"strings"

	"broadsheet/articles"
)

// pieceCap is the size at which a block without a blank line is set in parts,
// so that no block, however long, holds up the first screen.
const pieceCap = 8 << 10

type pieceKind uint8

const (
	markdownPiece pieceKind = iota
	codePiece
	textPiece // plain text, whatever it looks like
	cutPiece
	orphansPiece // a heading over cuts of which no place is known
)

// piece is a block of the body: one step of setting the page.
type piece struct {
	kind     pieceKind
	text     string
	from, to float32 // where it stands in the body, 0 to 1
	more     bool    // it goes on from the piece before
	cut      articles.Cut
}

// source hands out the blocks of a body one by one. It finds them as it goes:
// a block ends at a blank line, except in fenced code, and in lists whose
// items are spaced. What a block is, goldmark decides.
type source struct {
	body string
	pos  int
	more bool // the piece before was cut at the cap

	fence string // the fence that is open, where one is

	ready []piece // used instead of body, where the page shows the cuts
	whole bool    // ready is all there is
}

func (s *source) next() (piece, bool) {
	if s.whole {
		if len(s.ready) == 0 {
			return piece{}, false
		}
		c := s.ready[0]
		s.ready = s.ready[1:]
		return c, true
	}
	from, more := s.pos, s.more
	kind, text, ok := s.block()
	if !ok {
		return piece{}, false
	}
	total := float32(max(1, len(s.body)))
	return piece{
		kind: kind, text: text, more: more,
		from: float32(from) / total, to: float32(s.pos) / total,
	}, true
}

// line is the line at byte at, without its end, and where the next begins.
func (s *source) line(at int) (text string, next int) {
	if i := strings.IndexByte(s.body[at:], '\n'); i >= 0 {
		return s.body[at : at+i], at + i + 1
	}
	return s.body[at:], len(s.body)
}

// block takes the next block.
func (s *source) block() (pieceKind, string, bool) {
	if s.fence != "" {
		return codePiece, s.code(), true
	}
	for s.pos < len(s.body) {
		text, next := s.line(s.pos)
		if !blank(text) {
			break
		}
		s.pos, s.more = next, false
	}
	if s.pos >= len(s.body) {
		return 0, "", false
	}
	text, next := s.line(s.pos)
	if f := fenceOf(text); f != "" {
		s.fence, s.pos = f, next
		return codePiece, s.code(), true
	}
	if strings.HasPrefix(strings.TrimLeft(text, " "), "<!--") {
		s.comment()
		return markdownPiece, "", true
	}
	return markdownPiece, s.paragraph(), true
}

// code takes the lines of fenced code up to its closing fence.
func (s *source) code() string {
	s.more = false
	start := s.pos
	for s.pos < len(s.body) {
		text, next := s.line(s.pos)
		trimmed := strings.TrimSpace(text)
		if strings.HasPrefix(trimmed, s.fence) && strings.Trim(trimmed, s.fence[:1]) == "" {
			code := s.body[start:s.pos]
			s.fence, s.pos = "", next
			return code
		}
		if s.pos-start > pieceCap {
			s.more = true
			return s.body[start:s.pos]
		}
		s.pos = s.within(start, next)
	}
	s.fence = ""
	return s.body[start:]
}

// within holds a step to the cap, for lines longer than it: it stops after
// the last space before the cap, or at a letter.
func (s *source) within(start, next int) int {
	end := start + 2*pieceCap
	if next <= end {
		return next
	}
	if i := strings.LastIndexByte(s.body[start+pieceCap:end], ' '); i >= 0 {
		return start + pieceCap + i + 1
	}
	for end < next && s.body[end]&0xc0 == 0x80 {
		end++
	}
	return end
}

// comment passes over an HTML comment, which may hold blank lines.
func (s *source) comment() {
	s.more = false
	if i := strings.Index(s.body[s.pos:], "-->"); i >= 0 {
		_, s.pos = s.line(s.pos + i)
		return
	}
	_, s.pos = s.line(s.pos)
}

// paragraph takes lines up to a blank one, or more where a list goes on.
func (s *source) paragraph() string {
	start := s.pos
	text, next := s.line(s.pos)
	list := itemOf(text) != 0
	s.more, s.pos = false, s.within(start, next)
	if s.pos < next {
		s.more = true
		return s.body[start:s.pos]
	}
	for s.pos < len(s.body) {
		text, next = s.line(s.pos)
		switch {
		case blank(text):
			if !list || !s.goesOn(next) {
				return s.body[start:s.pos]
			}
		case !list && (fenceOf(text) != "" || strings.HasPrefix(text, "#")):
			return s.body[start:s.pos]
		case s.pos-start > pieceCap && (!list || itemOf(text) != 0):
			s.more = true
			return s.body[start:s.pos]
		}
		s.pos = s.within(start, next)
		if s.pos < next {
			s.more = true
			return s.body[start:s.pos]
		}
	}
	return s.body[start:]
}

// goesOn reports whether a list goes on after blank lines: with another item
// or with something indented.
func (s *source) goesOn(at int) bool {
	for at < len(s.body) {
		text, next := s.line(at)
		if !blank(text) {
			return itemOf(text) != 0 || strings.HasPrefix(text, "  ") || text[0] == '\t'
		}
		at = next
	}
	return false
}

func blank(s string) bool { return strings.Trim(s, " \t\r") == "" }

// fenceOf is the fence that a line opens, or "".
func fenceOf(s string) string {
	trimmed := strings.TrimLeft(s, " ")
	if len(s)-len(trimmed) > 3 || len(trimmed) < 3 {
		return ""
	}
	c := trimmed[0]
	if c != '`' && c != '~' {
		return ""
	}
	n := 0
	for n < len(trimmed) && trimmed[n] == c {
		n++
	}
	if n < 3 || c == '`' && strings.Contains(trimmed[n:], "`") {
		return ""
	}
	return trimmed[:n]
}

// itemOf is the mark of the list item that a line begins, or 0: its bullet,
// or the sign after its number.
func itemOf(s string) byte {
	s = strings.TrimLeft(s, " ")
	digits := 0
	for digits < len(s) && digits < 10 && s[digits] >= '0' && s[digits] <= '9' {
		digits++
	}
	s = s[digits:]
	if s == "" || len(s) > 1 && s[1] != ' ' && s[1] != '\t' {
		return 0
	}
	switch c := s[0]; {
	case digits > 0 && (c == '.' || c == ')'), digits == 0 && (c == '-' || c == '*' || c == '+'):
		return c
	}
	return 0
}
