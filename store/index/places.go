package index

import "math/bits"

// The places of a term in a story are written in up to three stretches: those
// in the title, those in the lead, and the rest. How many lie in each the code of
// the posting tells, so that a place costs little more than it takes to tell it
// from the others of its stretch. The last stretch goes on past the words, to
// the fields.

// layout tells where the stretches of a story lie and how many places of a
// term are in each. Where that is not known, all are in the last one.
type layout struct {
	title, lead, end uint32 // where each stretch ends
	inTitle, inLead  int    // of these the first are in the title
}

// layoutOf is that of n places by the code of their posting.
func layoutOf(code uint8, n int, of docSize) layout {
	l := layout{title: of.title, end: max(of.words, of.title) + 1} // less only in a damaged file
	inLead, inTitle := int(code>>4&maxLead), int(code>>6)
	if inLead < maxLead || n <= maxLead {
		l.lead = of.title + 1 + min(leadWords, l.end-1-of.title)
		l.inLead = min(inLead, n)
		l.inTitle = min(inTitle, l.inLead)
	}
	return l
}

// once reports whether a term stands in a story once, as most do.
func once(code uint8) bool { return code&maxTF == 1 }

// stretch is where the only place of such a term lies.
func stretch(code uint8, of docSize) (from, size uint32) {
	end := max(of.words, of.title) + 1
	if code>>6 != 0 {
		return 0, of.title
	}
	lead := of.title + 1 + min(leadWords, end-1-of.title)
	if code>>4 != 0 {
		return of.title + 1, lead - of.title - 1
	}
	return lead, end - lead
}

// beyondRice is the parameter for places past the words of a story, which are
// those of its fields.
const beyondRice = 3

// spots writes the places of a posting, in order; their number only where the
// code does not tell it.
func (w *bitWriter) spots(at []uint32, code uint8, of docSize) {
	if once(code) {
		from, size := stretch(code, of)
		w.one(at[0]-from, size)
		return
	}
	if n := len(at); n >= maxTF {
		w.rice(uint64(n-maxTF), countRice)
	}
	l := layoutOf(code, len(at), of)
	if l.inLead > 0 {
		w.some(at[:l.inTitle], 0, l.title)
		w.some(at[l.inTitle:l.inLead], l.title+1, l.lead)
	}
	w.some(at[l.inLead:], l.lead, l.end)
}

// some writes the places of one stretch.
func (w *bitWriter) some(at []uint32, from, to uint32) {
	switch len(at) {
	case 0:
	case 1:
		w.one(at[0]-from, to-from)
	default:
		k := riceOf(int(to-from), len(at))
		for _, spot := range at {
			w.rice(uint64(spot-from), k)
			from = spot + 1
		}
	}
}

// one writes a place in a stretch of that size, or past it.
func (w *bitWriter) one(v, size uint32) {
	if v < size {
		w.below(v, size+1)
		return
	}
	w.below(size, size+1)
	w.rice(uint64(v-size), beyondRice)
}

// count reads how many places a posting of that code has.
func (r *bitReader) count(code uint8) int {
	n := int(code & maxTF)
	if n == maxTF {
		n += int(min(r.rice(countRice), 2*maxWords))
	}
	return n
}

// spots appends the places of a posting of that code. What is damaged gives
// wrong places, and not more of them than a story may have.
func (r *bitReader) spots(dst []uint32, code uint8, of docSize) []uint32 {
	if once(code) {
		from, size := stretch(code, of)
		return append(dst, from+r.one(size))
	}
	n := r.count(code)
	l := layoutOf(code, n, of)
	if l.inLead > 0 {
		dst = r.some(dst, l.inTitle, 0, l.title)
		dst = r.some(dst, l.inLead-l.inTitle, l.title+1, l.lead)
	}
	return r.some(dst, n-l.inLead, l.lead, l.end)
}

// one reads a place in a stretch of that size, or past it.
func (r *bitReader) one(size uint32) uint32 {
	v := r.below(size + 1)
	if v == size {
		v += uint32(r.rice(beyondRice))
	}
	return v
}

// some appends n places of one stretch.
func (r *bitReader) some(dst []uint32, n int, from, to uint32) []uint32 {
	if n < 2 {
		if n == 1 {
			dst = append(dst, from+r.one(to-from))
		}
		return dst
	}
	k := riceOf(int(to-from), n)
	buf, bit := r.buf, r.at // the loop is hot: it decodes phrases
	for range n {
		if i := bit >> 3; i+8 <= uint(len(buf)) {
			v := le.Uint64(buf[i:]) >> (bit & 7)
			if q := uint(bits.TrailingZeros64(^v)); q < riceEscape {
				bit += q + 1 + k
				from += uint32(q<<k) + uint32(v>>(q+1))&(1<<k-1)
				dst = append(dst, from)
				from++
				continue
			}
		}
		r.at = bit
		from += uint32(r.rice(k))
		dst = append(dst, from)
		from++
		if bit = r.at; r.done() {
			break
		}
	}
	r.at = bit
	return dst
}

// pass moves past the places of a posting of that code.
func (r *bitReader) pass(code uint8, of docSize) {
	if once(code) {
		_, size := stretch(code, of)
		r.one(size)
		return
	}
	n := r.count(code)
	l := layoutOf(code, n, of)
	if l.inLead > 0 {
		r.passSome(l.inTitle, l.title)
		r.passSome(l.inLead-l.inTitle, l.lead-l.title-1)
	}
	r.passSome(n-l.inLead, l.end-l.lead)
}

// passSome moves past n places of a stretch of that size.
func (r *bitReader) passSome(n int, size uint32) {
	if n < 2 {
		if n == 1 {
			r.one(size)
		}
		return
	}
	k := riceOf(int(size), n)
	buf, bit := r.buf, r.at // as hot as the loop of some
	for range n {
		if i := bit >> 3; i+8 <= uint(len(buf)) {
			if q := uint(bits.TrailingZeros64(^(le.Uint64(buf[i:]) >> (bit & 7)))); q < riceEscape {
				bit += q + 1 + k
				continue
			}
		}
		r.at = bit
		r.rice(k)
		if bit = r.at; r.done() {
			break
		}
	}
	r.at = bit
}

// copySpots writes the places of a posting of that code as they are written
// here: what they are does not depend on the number of the story.
func (w *bitWriter) copySpots(r *bitReader, code uint8, of docSize) {
	if once(code) {
		_, size := stretch(code, of)
		w.copySome(r, 1, size)
		return
	}
	n := int(code & maxTF)
	if n == maxTF {
		n = r.count(code)
		w.rice(uint64(n-maxTF), countRice)
	}
	l := layoutOf(code, n, of)
	if l.inLead > 0 {
		w.copySome(r, l.inTitle, l.title)
		w.copySome(r, l.inLead-l.inTitle, l.lead-l.title-1)
	}
	w.copySome(r, n-l.inLead, l.end-l.lead)
}

// copySome copies n places of a stretch of that size.
func (w *bitWriter) copySome(r *bitReader, n int, size uint32) {
	if n < 2 {
		if n == 1 {
			w.one(r.one(size), size)
		}
		return
	}
	k := riceOf(int(size), n)
	for range n {
		v := r.peek()
		width := uint(bits.TrailingZeros64(^v)) + 1 + k
		if width > riceEscape+k {
			width = riceEscape + 32
		}
		if r.at += width; width > 32 {
			w.put(v&(1<<32-1), 32)
			v, width = v>>32, width-32
		}
		if w.put(v&(1<<width-1), width); r.done() {
			break
		}
	}
}
