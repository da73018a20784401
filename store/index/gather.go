package index

import "math/bits"

// stretchDocs is how many stories are gone through at a time. What they gather
// then stays in the processor's cache, however large the library is.
const stretchDocs = 1 << 16

// gathering is what the stories of a stretch of a segment gather from lists.
type gathering struct {
	from uint32 // the first of the stretch
	sums []float32
	met  []uint64 // bits: those that some list holds
}

func newGathering(segs []*segment) gathering {
	size := 0
	for _, s := range segs {
		size = max(size, min(s.nDocs, stretchDocs))
	}
	return gathering{sums: make([]float32, size), met: make([]uint64, size/64+1)}
}

// drain shows every story that was met, with what it gathered, and forgets it.
func (g *gathering) drain(visit func(doc uint32, sum float32)) {
	for at, word := range g.met {
		if word == 0 {
			continue
		}
		for g.met[at] = 0; word != 0; word &= word - 1 {
			i := at<<6 | bits.TrailingZeros64(word)
			sum := g.sums[i]
			g.sums[i] = 0
			visit(g.from+uint32(i), sum)
		}
	}
}

// puller walks the list of a term, stretch after stretch.
type puller struct {
	cursor cursor
	worth  [256]float32 // of the term, by code
}

// pull adds what the term is worth to every story of the stretch that holds it.
func (p *puller) pull(g *gathering) {
	c, to := &p.cursor, g.from+uint32(len(g.sums))
	for c.i < c.n {
		docs, codes := c.docs[c.i:c.n], c.codes[c.i:c.n]
		for k, doc := range docs {
			if doc >= to {
				c.i += k
				return
			}
			at := doc - g.from
			g.sums[at] += p.worth[codes[k]]
			g.met[at>>6] |= 1 << (at & 63)
		}
		if c.i = c.n; c.at+1 < c.blocks() {
			c.load(c.at + 1)
		}
	}
}

// lookUp adds it only to those that were met.
func (p *puller) lookUp(g *gathering) {
	c := &p.cursor
	for at, word := range g.met {
		for ; word != 0; word &= word - 1 {
			i := at<<6 | bits.TrailingZeros64(word)
			doc := g.from + uint32(i)
			if c.seek(doc); c.doc() == doc {
				g.sums[i] += p.worth[c.code()]
			}
		}
	}
}
