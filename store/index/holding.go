package index

import "slices"

// holding says how a story holds a term: how often and where, and whether it
// writes it as a name.
type holding struct {
	id   uint32 // the number of the term; later the story
	meta uint32 // the code, whether a name, how many bits the places take
	bits uint32 // the places as they will be written, or where they were spilt
}

const (
	heldNameBit = 8
	heldName    = 1 << heldNameBit
	heldShift   = 9
	heldSpilt   = 63 // in place of a number of bits
)

func (h *holding) code() uint8  { return uint8(h.meta) }
func (h *holding) isName() bool { return h.meta&heldName != 0 }

// spill holds the places that take too many bits for a row: how many, then
// they themselves.
type spill []byte

// keep makes a row of places as w has them, which begins anew.
func (s *spill) keep(code uint8, w *bitWriter) holding {
	if len(w.buf) == 0 {
		h := holding{meta: uint32(code) | uint32(w.have)<<heldShift, bits: uint32(w.acc)}
		w.acc, w.have = 0, 0
		return h
	}
	h := holding{meta: uint32(code) | heldSpilt<<heldShift, bits: uint32(len(*s))}
	*s = le.AppendUint32(*s, uint32(len(w.buf)*8)+uint32(w.have))
	*s = append(*s, w.flush()...)
	w.buf = w.buf[:0]
	return h
}

// holding writes the places of a row.
func (w *bitWriter) holding(h *holding, s spill) {
	if n := uint(h.meta >> heldShift); n != heldSpilt {
		w.put(uint64(h.bits), n)
		return
	}
	n := uint(le.Uint32(s[h.bits:]))
	r := bitReader{buf: s[h.bits+4:]}
	for ; n > 32; n -= 32 {
		w.put(r.get(32), 32)
	}
	w.put(r.get(n), n)
}

// gapToken stands between two fields, so that no phrase runs across.
const gapToken = ^uint32(0)

// newStory gathers the terms of one story.
type newStory struct {
	terms  []met
	tokens []uint32 // which of terms, one after the other

	ends, spots []uint32 // room for sorted
	bits        bitWriter
}

// met is a term of a story.
type met struct {
	n     uint32 // its number
	count uint32
	name  bool
}

func (s *newStory) reset() { s.terms, s.tokens = s.terms[:0], s.tokens[:0] }

func (s *newStory) gap() { s.tokens = append(s.tokens, gapToken) }

// meet takes in the next term. What its row says of its place may be left from
// another story; it is right if the term that is there is this one (Briggs and
// Torczon, "An efficient representation for sparse sets", 1993).
func (s *newStory) meet(e *entry) *met {
	if int(e.at) >= len(s.terms) || s.terms[e.at].n != e.n-1 {
		e.at = uint32(len(s.terms))
		s.terms = append(s.terms, met{n: e.n - 1})
	}
	s.tokens = append(s.tokens, e.at)
	t := &s.terms[e.at]
	t.count++
	return t
}

// lead appends the numbers of the first terms.
func (s *newStory) lead(dst []uint32, size int) []uint32 {
	for _, t := range s.tokens[:min(size, len(s.tokens))] {
		if t != gapToken {
			t = s.terms[t].n
		}
		dst = append(dst, t)
	}
	return dst
}

// sorted lists the places of the story term after term; ends tells where those
// of each end.
func (s *newStory) sorted() (spots, ends []uint32) {
	s.ends = s.ends[:0]
	sum := uint32(0)
	for i := range s.terms {
		s.ends = append(s.ends, sum)
		sum += s.terms[i].count
	}
	s.spots = slices.Grow(s.spots[:0], int(sum))[:sum]
	spots, ends = s.spots, s.ends
	for at, t := range s.tokens {
		if t != gapToken {
			spots[ends[t]] = uint32(at)
			ends[t]++
		}
	}
	return spots, ends
}

// hold makes the rows of the story that was gathered.
func (b *Builder) hold(of docSize) {
	s := &b.story
	spots, ends := s.sorted()
	lead := of.title + 1 + min(leadWords, of.words-of.title)
	for i := range s.terms {
		t := &s.terms[i]
		at := spots[ends[i]-t.count : ends[i]]
		n, inTitle := 0, 0
		for n < min(len(at), maxLead) && at[n] < lead {
			if at[n] < of.title {
				inTitle++
			}
			n++
		}
		code := codeOf(len(at), n, inTitle)
		s.bits.spots(at, code, of)
		h := b.places.keep(code, &s.bits)
		if h.id = t.n; t.name {
			h.meta |= heldName
		}
		b.held = append(b.held, h)
	}
}
