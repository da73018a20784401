package index

import "math/bits"

// The places of a term in a story are written as gaps in a Rice code, whose
// parameter both sides know from the length of the story and the count. Gaps
// too long for it are escaped.
const (
	riceEscape = 20
	countRice  = 4 // the parameter for counts
)

type bitWriter struct {
	buf  []byte
	acc  uint64
	have uint
}

func (w *bitWriter) put(v uint64, n uint) {
	w.acc |= v << w.have
	w.have += n
	for w.have >= 8 {
		w.buf = append(w.buf, byte(w.acc))
		w.acc >>= 8
		w.have -= 8
	}
}

// spots writes the places of a posting; the count itself only where the code
// does not tell it.
func (w *bitWriter) spots(p *posting) {
	n := len(p.spots)
	if n >= maxTF {
		w.rice(uint64(n-maxTF), countRice)
	}
	k := riceOf(int(p.words), n)
	last := -1
	for _, s := range p.spots {
		w.rice(uint64(int(s)-last-1), k)
		last = int(s)
	}
}

func (w *bitWriter) rice(v uint64, k uint) {
	if q := uint(v >> k); q < riceEscape {
		w.put(1<<q-1, q+1)
		w.put(v&(1<<k-1), k)
		return
	}
	w.put(1<<riceEscape-1, riceEscape)
	w.put(v, 32)
}

// flush pads to a byte, so that a block begins on one.
func (w *bitWriter) flush() []byte {
	if w.have > 0 {
		w.buf = append(w.buf, byte(w.acc))
		w.acc, w.have = 0, 0
	}
	return w.buf
}

type bitReader struct {
	buf  []byte
	acc  uint64
	have uint
}

// fill makes at least 56 bits ready, or all that are left; past the end it
// reads zeros, so that damage ends in wrong places and never in a fault.
func (r *bitReader) fill() {
	for r.have <= 56 {
		if len(r.buf) == 0 {
			r.have = 64
			return
		}
		r.acc |= uint64(r.buf[0]) << r.have
		r.buf = r.buf[1:]
		r.have += 8
	}
}

func (r *bitReader) get(n uint) uint64 {
	if r.have < n {
		r.fill()
	}
	v := r.acc & (1<<n - 1)
	r.acc >>= n
	r.have -= n
	return v
}

// spots appends the places of a posting of that code in a story of so many
// words.
func (r *bitReader) spots(dst []uint32, code uint8, words uint32) []uint32 {
	n := int(code & maxTF)
	if n == maxTF {
		n = maxTF + int(min(r.rice(countRice), 2*maxWords))
	}
	k := riceOf(int(words), n)
	last := uint32(0)
	for range n {
		last += uint32(r.rice(k))
		dst = append(dst, last)
		last++
	}
	return dst
}

func (r *bitReader) rice(k uint) uint64 {
	if r.have < 32 {
		r.fill()
	}
	if q := uint(bits.TrailingZeros64(^r.acc)); q < riceEscape {
		r.get(q + 1)
		return uint64(q)<<k | r.get(k)
	}
	r.get(riceEscape)
	return r.get(32)
}
