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
