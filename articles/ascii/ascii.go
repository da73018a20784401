// Package ascii looks at text eight bytes at a time. Most bytes of most texts
// are plain ASCII that nothing has to be done about; this package is for
// getting past them. It knows nothing of runes.
package ascii

import "math/bits"

const (
	ones = 0x0101010101010101
	high = 0x8080808080808080

	// All marks all of eight bytes.
	All = high
	// Small makes the letters among eight bytes small, and no letter of
	// anything else.
	Small = ones * 0x20
)

// Eight is the first eight bytes of s, which must have them.
func Eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// Lead is the ASCII that the first eight bytes of s begin with, and how many
// bytes that is; the others are 0.
func Lead(s string) (w uint64, n int) {
	if len(s) < 8 {
		for n < len(s) && s[n] < 0x80 {
			w |= uint64(s[n]) << (8 * n)
			n++
		}
		return w, n
	}
	w = Eight(s)
	if w&high == 0 {
		return w, 8
	}
	n = First(w & high)
	return w & (1<<(8*n) - 1), n
}

// Beyond reports whether one of eight bytes is beyond ASCII.
func Beyond(w uint64) bool { return w&high != 0 }

// Below reports whether one of eight bytes is below c, which is ASCII.
func Below(w uint64, c byte) bool { return (w-ones*uint64(c))&^w&high != 0 }

// Above reports whether one of eight bytes is above c, which is ASCII.
func Above(w uint64, c byte) bool { return (w+ones*uint64(127-c)|w)&high != 0 }

// Is reports whether one of eight bytes is c.
func Is(w uint64, c byte) bool { return Below(w^ones*uint64(c), 1) }

// Where marks, of eight bytes, those that are c: each by its highest bit.
func Where(w uint64, c byte) uint64 {
	w ^= ones * uint64(c)
	return ^((w&^high + ^uint64(high)) | w | ^uint64(high))
}

// Letters marks, of eight bytes, those that are letters of ASCII.
func Letters(w uint64) uint64 {
	small := (w | ones*0x20) &^ high
	return (small + ones*(128-'a')) &^ (small + ones*(127-'z')) &^ w & high
}

// First is the place of the first marked byte of eight, or 8.
func First(marks uint64) int { return bits.TrailingZeros64(marks) >> 3 }

// Run is how many bytes of ASCII s begins with.
func Run(s string) int {
	i := 0
	for i+8 <= len(s) && !Beyond(Eight(s[i:])) {
		i += 8
	}
	for i < len(s) && s[i] < 0x80 {
		i++
	}
	return i
}

// Printable is how many bytes s begins with that are signs of ASCII, or blanks.
func Printable(s string) int {
	i := 0
	for i+8 <= len(s) {
		if w := Eight(s[i:]); Below(w, ' ') || Above(w, '~') {
			break
		}
		i += 8
	}
	for i < len(s) && s[i] >= ' ' && s[i] <= '~' {
		i++
	}
	return i
}
