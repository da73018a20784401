package index

import "math/bits"

// A symbol is the place of a feature's code in frequent, and in its lowest bit
// whether the feature is a name. Symbols are written in a prefix code (Huffman,
// 1952): most features are words that stand in their story once.
const (
	symbols    = 2 * len(frequent)
	symbolBits = 9 // of the longest
)

// symbolSizes tells how many bits each takes. It is fitted to a hundred thousand
// stories of many outlets and some thousand of one, as each by itself would
// have it within a twentieth.
var symbolSizes = [symbols]uint8{
	2, 3, 2, 4, 4, 5, 4, 6, 7, 8, 6, 9, 6, 7, 6, 8,
	9, 9, 8, 9, 8, 9, 9, 9, 8, 8, 8, 9, 9, 9, 6, 6,
}

// symbolCodes are the bits of every symbol, the first one lowest, in the order
// of their sizes.
var symbolCodes = func() (codes [symbols]uint16) {
	next := uint16(0)
	for size := uint8(1); size <= symbolBits; size++ {
		next <<= 1
		for s, own := range symbolSizes {
			if own == size {
				codes[s] = bits.Reverse16(next) >> (16 - size)
				next++
			}
		}
	}
	return codes
}()

// symbolOf finds the symbol that bits begin with.
var symbolOf = func() (t [1 << symbolBits]uint8) {
	for s, code := range symbolCodes {
		for rest := uint16(0); rest < 1<<(symbolBits-symbolSizes[s]); rest++ {
			t[code|rest<<symbolSizes[s]] = uint8(s)
		}
	}
	return t
}()

// feature writes a feature without its term.
func (w *bitWriter) feature(f feature) {
	s := nibble[f.code] << 1
	if f.name {
		s |= 1
	}
	w.put(uint64(symbolCodes[s]), uint(symbolSizes[s]))
	if s>>1 == rareCode {
		w.put(uint64(f.code), 8)
	}
}

// feature reads one, and how far its term is from the one before, which stands
// before it with that parameter.
func (r *bitReader) feature(k uint) (f feature, gap uint64) {
	v := r.peek()
	if q := uint(bits.TrailingZeros64(^v)); q < riceEscape && q+k < 57-symbolBits {
		gap = uint64(q)<<k | v>>(q+1)&(1<<k-1)
		v >>= q + 1 + k
		r.at += q + 1 + k
	} else {
		gap = r.rice(k)
		v = r.peek()
	}
	s := symbolOf[v&(1<<symbolBits-1)]
	r.at += uint(symbolSizes[s])
	if f.name = s&1 != 0; s>>1 != rareCode {
		f.code = frequent[s>>1]
	} else {
		f.code = uint8(r.get(8))
	}
	return f, gap
}
