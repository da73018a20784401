package index

import "math/bits"

// Gaps are written in a Rice code, whose parameter both sides know. Numbers too
// long for it are escaped.
const (
	riceEscape = 20
	countRice  = 4 // the parameter for counts
)

// riceOf picks the parameter for the gaps between n places in so many.
func riceOf(size, n int) uint {
	return uint(max(0, bits.Len32(uint32(size)/uint32(n+1))-1))
}

type bitWriter struct {
	buf  []byte
	acc  uint64
	have uint
}

// put writes the n lowest bits of v, at most 32; the others are zero.
func (w *bitWriter) put(v uint64, n uint) {
	w.acc |= v << (w.have & 63)
	if w.have += n; w.have >= 32 {
		w.buf = le.AppendUint32(w.buf, uint32(w.acc))
		w.acc >>= 32
		w.have -= 32
	}
}

func (w *bitWriter) rice(v uint64, k uint) {
	q := uint(v >> k)
	switch {
	case q+1+k <= 32 && q < riceEscape:
		w.put(1<<q-1|v&(1<<k-1)<<(q+1), q+1+k)
	case q < riceEscape:
		w.put(1<<q-1, q+1)
		w.put(v&(1<<k-1), k)
	default:
		w.put(1<<riceEscape-1, riceEscape)
		w.put(v, 32)
	}
}

// flush pads to a byte, so that what follows begins on one.
func (w *bitWriter) flush() []byte {
	for ; w.have > 0; w.have -= min(w.have, 8) {
		w.buf = append(w.buf, byte(w.acc))
		w.acc >>= 8
	}
	return w.buf
}

// bitReader reads what a bitWriter wrote. Past the end it reads zeros, so that
// damage ends in wrong numbers and never in a fault.
type bitReader struct {
	buf []byte
	at  uint // in bits
}

// peek shows the next 57 bits, the next one lowest.
func (r *bitReader) peek() uint64 {
	i := r.at >> 3
	if i+8 <= uint(len(r.buf)) {
		return le.Uint64(r.buf[i:]) >> (r.at & 7)
	}
	var v uint64
	for k := uint(0); i+k < uint(len(r.buf)); k++ {
		v |= uint64(r.buf[i+k]) << (8 * k)
	}
	return v >> (r.at & 7)
}

func (r *bitReader) get(n uint) uint64 {
	v := r.peek() & (1<<n - 1)
	r.at += n
	return v
}

func (r *bitReader) rice(k uint) uint64 {
	v := r.peek()
	if q := uint(bits.TrailingZeros64(^v)); q < riceEscape {
		r.at += q + 1 + k
		return uint64(q)<<k | v>>(q+1)&(1<<k-1)
	}
	r.at += riceEscape
	return r.get(32)
}

// done reports whether all that was written has been read.
func (r *bitReader) done() bool { return r.at >= uint(len(r.buf))*8 }

// stretch tells where in a story of so many words, so many of them its title,
// the places of a term lie, going by its code.
func stretch(code uint8, words, title int) (from, size int) {
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
func (w *bitWriter) spots(p *posting) {
	n := len(p.spots)
	if n >= maxTF {
		w.rice(uint64(n-maxTF), countRice)
	}
	next, size := stretch(p.code, int(p.words), int(p.title))
	k := riceOf(size, n)
	for _, s := range p.spots {
		w.rice(uint64(int(s)-next), k)
		next = int(s) + 1
	}
}

// copySpots writes the places of a posting of that code as they are written
// here: what they are does not depend on the number of the story.
func (w *bitWriter) copySpots(r *bitReader, code uint8, words, title int) {
	n := int(code & maxTF)
	if n == maxTF {
		more := min(r.rice(countRice), 2*maxWords)
		w.rice(more, countRice)
		n += int(more)
	}
	_, size := stretch(code, words, title)
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

// spots appends the places of a posting of that code.
func (r *bitReader) spots(dst []uint32, code uint8, words, title int) []uint32 {
	n := int(code & maxTF)
	if n == maxTF {
		n = maxTF + int(min(r.rice(countRice), 2*maxWords))
	}
	next, size := stretch(code, words, title)
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
func (r *bitReader) pass(code uint8, words, title int) {
	n := int(code & maxTF)
	if n == maxTF {
		n = maxTF + int(min(r.rice(countRice), 2*maxWords))
	}
	_, size := stretch(code, words, title)
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
