package term

import "broadsheet/articles/ascii"

// wordLen is how many bytes are read at a time.
const wordLen = 8

// letters tells how many letters of ASCII eight bytes begin with, and what
// these are in lower case, with zeros after them.
func letters(raw uint64) (word uint64, n int) {
	n = ascii.First(^ascii.Letters(raw) & ascii.All)
	return (raw | ascii.Small) & (1<<(8*n) - 1), n
}
