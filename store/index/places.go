package index

import "math/bits"

// The places of a term in a story are written by the stretch of the story that
// they lie in, as far as the code of the posting tells it: the title, the lead or
// the rest. So a place costs little more than it takes to tell it from the others
// of its stretch. The rest goes on past the words, to the fields.

// stretch tells where the places of a posting lie.
func stretch(code uint8, of docSize) (from, size int) {
	words, title := int(of.words), int(of.title)
	tf, lead, inTitle := int(code&maxTF), int(code>>4&maxLead), int(code>>6)
	leadEnd := title + 1 + min(leadWords, words-title)
	switch {
	case inTitle == tf && tf <= maxTitle:
		return 0, title
	case lead == tf && tf <= maxLead:
		return 0, leadEnd
	case lead == 0:
		return leadEnd, max(0, words+1-leadEnd)
	}
	return 0, words + 1
}

// spots writes the places of a posting, in order; their number only where the
// code does not tell it.
func (w *bitWriter) spots(at []uint32, code uint8, of docSize) {
	if n := len(at); n >= maxTF {
		w.rice(uint64(n-maxTF), countRice)
	}
	next, size := stretch(code, of)
	k := riceOf(size, len(at))
	for _, spot := range at {
		w.rice(uint64(int(spot)-next), k)
		next = int(spot) + 1
	}
}

// spots appends the places of a posting of that code. What is damaged gives
// wrong places, and not more of them than a story may have.
func (r *bitReader) spots(dst []uint32, code uint8, of docSize) []uint32 {
	n := int(code & maxTF)
	if n == maxTF {
		n = maxTF + int(min(r.rice(countRice), 2*maxWords))
	}
	next, size := stretch(code, of)
	k := riceOf(size, n)
	at := uint32(next)
	buf, bit := r.buf, r.at // the loop is hot: it decodes phrases
	for range n {
		if i := bit >> 3; i+8 <= uint(len(buf)) {
			v := le.Uint64(buf[i:]) >> (bit & 7)
			if q := uint(bits.TrailingZeros64(^v)); q < riceEscape {
				bit += q + 1 + k
				at += uint32(q<<k) + uint32(v>>(q+1))&(1<<k-1)
				dst = append(dst, at)
				at++
				continue
			}
		}
		r.at = bit
		at += uint32(r.rice(k))
		dst = append(dst, at)
		at++
		if bit = r.at; r.done() {
			break
		}
	}
	r.at = bit
	return dst
}

// pass moves past the places of a posting of that code.
func (r *bitReader) pass(code uint8, of docSize) {
	n := int(code & maxTF)
	if n == maxTF {
		n = maxTF + int(min(r.rice(countRice), 2*maxWords))
	}
	_, size := stretch(code, of)
	k := riceOf(size, n)
	buf, bit := r.buf, r.at // as hot as the loop of spots
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
	n := int(code & maxTF)
	if n == maxTF {
		more := min(r.rice(countRice), 2*maxWords)
		w.rice(more, countRice)
		n += int(more)
	}
	_, size := stretch(code, of)
	k := riceOf(size, n)
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
