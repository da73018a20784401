package term

import "math/bits"

// wordLen is how many bytes are read at a time.
const wordLen = 8

// wordAt reads the eight bytes of a text from i on, the first one lowest.
func wordAt(s string, i int) uint64 {
	s = s[i : i+wordLen]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// letters tells how many letters of ASCII eight bytes begin with, and what
// these are in lower case, with zeros after them. The bytes are looked at side
// by side, each in its highest bit (Lamport, "Multiple byte processing with
// full-word instructions", 1975).
func letters(raw uint64) (word uint64, n int) {
	const ones, tops = 0x0101010101010101, 0x8080808080808080
	word = raw | 0x20*ones
	low := word &^ tops
	// From 'a' on adding this reaches the highest bit, and past 'z' that.
	letter := (low + (0x80-'a')*ones) &^ (low + (0x80-'z'-1)*ones) &^ raw & tops
	n = bits.TrailingZeros64(^letter&tops) >> 3
	return word & (1<<(8*n) - 1), n
}
