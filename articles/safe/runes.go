package safe

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/ascii"
)

const (
	maxMarks = 8 // combining marks on one letter; real scripts need five
	maxJoins = 9 // ZWJ and ZWNJ in one cluster; the longest emoji has three

	shownEscape = '␛'
	gone        = rune(-1)
	fourSpaces  = rune(-2)
)

// gate carries what the next rune is judged by: the last rune that passed,
// and how many marks and joiners have gathered. It is fed with output only,
// so that a second pass sees what the first one saw.
type gate struct {
	last  rune
	marks int
	joins int
}

// write appends to b what of s passes.
func (g *gate) write(b *strings.Builder, s string) {
	for i := 0; i < len(s); {
		if n := ascii.Printable(s[i:]); n > 0 {
			b.WriteString(s[i : i+n])
			i += n
			g.keep(rune(s[i-1]))
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		i += n
		if r == '\r' && strings.HasPrefix(s[i:], "\n") {
			continue
		}
		g.put(b, r)
	}
}

// put appends to b what of r passes.
func (g *gate) put(b *strings.Builder, r rune) {
	switch r = g.pass(r); r {
	case gone:
	case fourSpaces:
		b.WriteString("    ")
		g.keep(' ')
	default:
		b.WriteRune(r)
		g.keep(r)
	}
}

// keep notes that r has passed.
func (g *gate) keep(r rune) {
	switch {
	case r < 0x300 || isLetter(r) && g.last != zwj:
		g.marks, g.joins = 0, 0
	case r == zwnj || r == zwj:
		g.joins++
	case isMark(r):
		g.marks++
	case isSelector(r):
	case g.last == zwj:
		g.marks = 0 // the cluster goes on: its joiners still count
	default:
		g.marks, g.joins = 0, 0
	}
	g.last = r
}

const (
	zwsp = 0x200b
	zwnj = 0x200c
	zwj  = 0x200d
)

// pass says what becomes of r: itself, another rune, gone or fourSpaces.
func (g *gate) pass(r rune) rune {
	switch {
	case r >= ' ' && r < 0x7f || r == '\n':
		return r
	case r < 0xa0:
		return control(r)
	case r < 0x300:
		if r == 0xad { // a soft hyphen is a hint to a typesetter
			return gone
		}
		return r
	case isLetter(r):
		return r
	case r == 0x2028 || r == 0x2029:
		return '\n'
	case r == zwsp:
		if g.last >= 0x0e00 && g.last < 0x1800 && !isFormat(g.last) {
			return r // between Thai, Lao, Burmese, Khmer words it is the space
		}
		return gone
	case r == zwnj || r == zwj:
		if g.joins >= maxJoins {
			return gone
		}
		return r
	case isSelector(r):
		if !g.selectable(r) {
			return gone
		}
		return r
	case isFormat(r):
		return gone
	case isMark(r) && g.marks >= maxMarks:
		return gone
	}
	return r
}

// control says what becomes of C0, DEL and C1. Line ends stay line ends.
func control(r rune) rune {
	switch r {
	case '\t':
		return fourSpaces
	case '\r', '\v', '\f', 0x85:
		return '\n'
	case 0x1b, 0x90, 0x98, 0x9b, 0x9d, 0x9e, 0x9f:
		return shownEscape
	}
	return gone
}

// selectable reports whether a variation selector may follow what passed
// last: one, and only after a sign that has variants. A selector after every
// letter is an invisible alphabet.
func (g *gate) selectable(r rune) bool {
	switch {
	case isSelector(g.last) || isMark(g.last):
		return false
	case r >= 0xe0100:
		return unicode.Is(unicode.Han, g.last)
	case r >= 0xfe0e:
		return g.last >= 0x2000 || strings.ContainsRune("#*0123456789©®", g.last)
	default:
		return g.last >= 0x1000
	}
}

func isSelector(r rune) bool {
	return r >= 0xfe00 && r <= 0xfe0f || r >= 0xe0100 && r <= 0xe01ef
}

// isLetter reports what most runes are, at little cost: letters, and signs
// with no part in what the gate looks for.
func isLetter(r rune) bool {
	switch {
	case r < 0x3001:
		return r < 0x300 || r >= 0x370 && r < 0x483 || r >= 0x620 && r < 0x64b ||
			r >= 0x1e00 && r < 0x2000 || r >= 0x2010 && r < 0x2028
	case r < 0x3400:
		return r < 0x302a || r >= 0x3041 && r < 0x3099 || r >= 0x309b && r < 0x3131
	}
	return r < 0xa000 || r >= 0xac00 && r < 0xd7a4
}

// isMark reports whether r is drawn with the letter before it: a mark, or the
// colour of an emoji's skin.
func isMark(r rune) bool {
	return r >= 0x300 && unicode.Is(unicode.M, r) && !isSelector(r) ||
		r >= 0x1f3fb && r <= 0x1f3ff
}

// isFormat reports whether r is neither writing nor needed by writing: it
// reorders, annotates, tags, or fills a place with nothing.
func isFormat(r rune) bool {
	switch {
	case r < 0x34f:
		return false
	case r >= 0xd800 && r <= 0xdfff, // surrogates
		r >= 0x202a && r <= 0x202e, // embeddings and overrides
		r >= 0x2060 && r <= 0x206f, // isolates, invisible operators
		r >= 0xfdd0 && r <= 0xfdef, // not characters
		r&0xfffe == 0xfffe,         // nor these
		r >= 0xfff0 && r <= 0xfffc, // interlinear annotation, object
		r >= 0x1bca0 && r <= 0x1bca3,
		r >= 0x1d173 && r <= 0x1d17a,
		r >= 0xe0000 && r <= 0xe0fff: // tags, and what was kept for more
		return true
	}
	switch r {
	case 0x34f, 0x180e, 0x2065, 0x3164, 0xfeff, 0xffa0:
		return true
	}
	return false
}
