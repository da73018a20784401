package text

import (
	"math/bits"
	"strings"

	"broadsheet/articles/ascii"
)

// A print is the first eight bytes of a word: its own where it has no more,
// and filled up with zeros where it has fewer.
type print uint64

func printOf(w string) (p print) {
	for i := range min(len(w), 8) {
		p |= print(w[i]) << (8 * i)
	}
	return p
}

// with is the print of two words.
func (p print) with(next print) print { return p*31 ^ print(bits.RotateLeft64(uint64(next), 7)) }

// wordAt measures the word that stands in words at a place, up to the space
// behind it, or to the end.
func measureWord(words string) (p print, size int) {
	if len(words) < 8 {
		if size = strings.IndexByte(words, ' '); size < 0 {
			size = len(words)
		}
		return printOf(words[:size]), size
	}
	w := ascii.Eight(words)
	if spaces := ascii.Where(w, ' '); spaces != 0 {
		w &= spaces&-spaces>>7 - 1
		return print(w), ascii.First(spaces)
	}
	if size = strings.IndexByte(words[8:], ' '); size < 0 {
		return print(w), len(words)
	}
	return print(w), size + 8
}

// slot is a number of so many bits made of a print.
func (p print) slot(size int) uint64 { return uint64(p) * 0x9e3779b97f4a7c15 >> (64 - size) }

// prints is a set of words that may say yes to a word it does not hold: a
// quick no before a table is asked.
type prints [1 << (printBits - 6)]uint64

const printBits = 15

func (s *prints) add(p print) {
	at := p.slot(printBits)
	s[at>>6] |= 1 << (at & 63)
}

func (s *prints) may(p print) bool {
	at := p.slot(printBits)
	return s[at>>6]>>(at&63)&1 != 0
}
