package index

import (
	"math"
	"sort"
)

// end is the story after the last of every list.
const end = math.MaxUint32

// cursor walks the list of one term, a block at a time, and skips blocks that
// cannot hold what is looked for.
type cursor struct {
	s     *segment
	df    int
	heads []byte // of every block, or nil where there is one
	data  []byte
	spots []byte

	block     // the one that is decoded
	at, i int // which of the list it is, and the posting in it

	reader  bitReader // of the places of this block
	readTo  int       // the posting it stands before
	sizes   sizes
	scratch []uint32
}

// open starts a list. The cursor stands on its first story.
func (c *cursor) open(s *segment, n uint32) {
	c.begin(s, n)
	c.load(0)
}

// openFrom starts a list at the first story from target on.
func (c *cursor) openFrom(s *segment, n, target uint32) {
	c.begin(s, n)
	block := 0
	if c.heads != nil {
		block = sort.Search(c.blocks(), func(k int) bool { return c.lastOf(k) >= target })
	}
	c.load(block)
	for c.i < c.n && c.docs[c.i] < target {
		c.i++
	}
}

// begin finds a list without reading it.
func (c *cursor) begin(s *segment, n uint32) {
	t := s.term(n)
	c.s, c.df = s, int(min(t.df, uint32(s.nDocs))) // the block is written over
	c.heads, c.data, c.spots = t.split()
	s.step()
}

// split parts a list into the heads of its blocks, the blocks and the places.
func (t termInfo) split() (heads, data, spots []byte) {
	b := t.list
	if t.df > blockSize {
		size := (uint64(t.df) + blockSize - 1) / blockSize * headerRow
		if size > uint64(len(b)) {
			return nil, nil, nil
		}
		heads, b = b[:size], b[size:]
		n := uint64(le.Uint32(heads[size-headerRow+4:]))
		if n > uint64(len(b)) {
			return nil, nil, nil
		}
		return heads, b[:n], b[n:]
	}
	n, b := uvarint(b)
	if n > uint64(len(b)) {
		return nil, nil, nil
	}
	return nil, b[:n], b[n:]
}

func (c *cursor) blocks() int {
	if c.heads == nil {
		return 1
	}
	return len(c.heads) / headerRow
}

// lastOf is the last story of a block; of a single block it is unknown.
func (c *cursor) lastOf(block int) uint32 {
	if c.heads == nil {
		return end - 1
	}
	return le.Uint32(c.heads[block*headerRow:])
}

// bound tells the most a block can weigh and the shortest story it may hold.
func (c *cursor) bound(block int) (most int, least float64) {
	if c.heads == nil {
		return maxWeight, 0
	}
	return int(c.heads[block*headerRow+12]), shortest(c.heads[block*headerRow+13])
}

// load decodes a block and stands on its first story, or at the end.
func (c *cursor) load(block int) {
	c.at, c.i, c.n, c.readTo = block, 0, 0, -1
	if block >= c.blocks() {
		return
	}
	from, to, last := 0, len(c.data), uint32(math.MaxUint32)
	count := c.df - block*blockSize
	if c.heads != nil {
		to = int(le.Uint32(c.heads[block*headerRow+4:]))
		if block > 0 {
			from = int(le.Uint32(c.heads[block*headerRow-headerRow+4:]))
			last = le.Uint32(c.heads[block*headerRow-headerRow:])
		}
		if from > to || to > len(c.data) {
			return
		}
	}
	c.s.step()
	c.read(c.data[from:to], min(count, blockSize), last, c.s.nDocs)
}

// doc is the story the cursor stands on.
func (c *cursor) doc() uint32 {
	if c.i < c.n {
		return c.docs[c.i]
	}
	return end
}

func (c *cursor) code() uint8 { return c.codes[c.i] }

func (c *cursor) next() {
	if c.i++; c.i >= c.n && c.at+1 < c.blocks() {
		c.load(c.at + 1)
	}
}

// seek moves to the first story from target on; it never moves back.
func (c *cursor) seek(target uint32) {
	if c.i >= c.n || c.docs[c.i] >= target {
		return
	}
	if c.docs[c.n-1] < target {
		if c.heads == nil {
			c.i = c.n
			return
		}
		rest := c.blocks() - c.at - 1
		skip := 0
		if rest > 0 && c.lastOf(c.at+1) < target {
			skip = sort.Search(rest, func(k int) bool { return c.lastOf(c.at+1+k) >= target })
		}
		c.load(c.at + 1 + skip)
		if c.n == 0 {
			return
		}
	}
	for c.i < c.n && c.docs[c.i] < target {
		c.i++
	}
}

// places lists where in the story the term stands; good until the next call.
func (c *cursor) places() []uint32 {
	if c.readTo < 0 {
		c.reader, c.readTo, c.sizes = c.placesReader(), 0, c.s.sizes()
	}
	for ; c.readTo < c.i; c.readTo++ {
		c.reader.pass(c.codes[c.readTo], c.sizes.of(c.docs[c.readTo]))
	}
	if c.readTo == c.i {
		c.scratch = c.reader.spots(c.scratch[:0], c.codes[c.i], c.sizes.of(c.docs[c.i]))
		c.readTo++
	}
	return c.scratch
}

// placesReader reads the places of this block from its first posting on.
func (c *cursor) placesReader() bitReader {
	c.s.step()
	from := 0
	if c.at > 0 {
		from = int(le.Uint32(c.heads[c.at*headerRow-headerRow+8:]))
	}
	return bitReader{buf: c.spots[min(from, len(c.spots)):]}
}

// each shows every block of a list to visit, reading by c.
func (s *segment) each(c *cursor, n uint32, visit func(*block)) {
	c.open(s, n)
	for k := range c.blocks() {
		if k > 0 {
			c.load(k)
		}
		visit(&c.block)
	}
}

// mark sets the bits of every story of a list, and in title of those that hold
// the term there.
func (s *segment) mark(c *cursor, n uint32, all, title []uint64) {
	s.each(c, n, func(b *block) {
		for i, doc := range b.docs[:b.n] {
			all[doc>>6] |= 1 << (doc & 63)
			if b.codes[i]>>6 != 0 {
				title[doc>>6] |= 1 << (doc & 63)
			}
		}
	})
}
