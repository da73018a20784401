package text

// prints is a set of words that may say yes to a word it does not hold: a
// quick no before a table is asked.
type prints [64]uint64

// printOf is a number of twelve bits made of a word's length, its ends and its
// middle.
func printOf(w string) (slot, bit uint) {
	h := uint(w[0])*31 + uint(w[len(w)-1])*7 + uint(w[len(w)/2]) + uint(len(w))*131
	return h >> 6 & 63, h & 63
}

func (p *prints) add(w string) {
	slot, bit := printOf(w)
	p[slot] |= 1 << bit
}

func (p *prints) may(w string) bool {
	slot, bit := printOf(w)
	return p[slot]>>bit&1 != 0
}
