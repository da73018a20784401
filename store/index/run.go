package index

import (
	"encoding/binary"
	"math"
)

// run is some terms that follow one another, with their lists, before it is
// known where in a segment they will stand.
type run struct {
	lists, strings []byte
	terms          []byte // their rows, which count from the start of the run
	hashes         []uint32

	// Of the list being written: heads of its blocks, the blocks, the places.
	heads, blocks []byte
	spots         bitWriter
	df, capitals  uint32
	last          int
	block         openBlock
}

// openBlock is the block of a list that is not full yet.
type openBlock struct {
	n     int
	gaps  [blockSize]uint32
	codes [blockSize]uint8
	most  int
	least uint32
}

// reset empties a run and keeps its room.
func (r *run) reset() {
	r.lists, r.strings, r.terms, r.hashes = r.lists[:0], r.strings[:0], r.terms[:0], r.hashes[:0]
}

// begin starts a list.
func (r *run) begin(name []byte) {
	r.terms = le.AppendUint32(r.terms, uint32(len(r.strings)))
	r.terms = le.AppendUint32(r.terms, 0) // end fills these in
	r.terms = le.AppendUint64(r.terms, uint64(len(r.lists)))
	r.terms = le.AppendUint32(r.terms, 0)
	r.strings = append(r.strings, name...)
	r.hashes = append(r.hashes, hashTerm(name))
	r.heads, r.blocks, r.spots = r.heads[:0], r.blocks[:0], bitWriter{buf: r.spots.buf[:0]}
	r.df, r.capitals, r.last = 0, 0, -1
	r.block.n, r.block.most, r.block.least = 0, 0, math.MaxUint32
}

// holding adds one story of so many words to the list, in the order of stories.
func (r *run) holding(h *holding, words uint32, s spill) {
	r.spots.holding(h, s)
	if h.isName() {
		r.capitals++
	}
	r.story(h.id, h.code(), words)
}

// story adds a story whose places are written.
func (r *run) story(doc uint32, code uint8, words uint32) {
	b := &r.block
	b.gaps[b.n], b.codes[b.n] = uint32(int(doc)-r.last-1), code
	r.last = int(doc)
	b.most, b.least = max(b.most, weight(code)), min(b.least, words)
	r.df++
	if b.n++; b.n == blockSize {
		r.endBlock()
	}
}

func (r *run) endBlock() {
	b := &r.block
	r.blocks = appendBlock(r.blocks, b.gaps[:b.n], b.codes[:b.n])
	r.heads = le.AppendUint32(r.heads, uint32(r.last))
	r.heads = le.AppendUint32(r.heads, uint32(len(r.blocks)))
	r.heads = le.AppendUint32(r.heads, uint32(len(r.spots.flush())))
	r.heads = append(r.heads, uint8(b.most), lengthCode(int(b.least)))
	b.n, b.most, b.least = 0, 0, math.MaxUint32
}

// end writes the list out: heads of its blocks, if more than one, the blocks,
// and the places after them.
func (r *run) end() {
	if r.block.n > 0 {
		r.endBlock()
	}
	row := r.terms[len(r.terms)-termRow:]
	le.PutUint32(row[4:], r.df)
	le.PutUint32(row[16:], r.capitals)
	if len(r.heads) > headerRow {
		r.lists = append(r.lists, r.heads...)
	} else {
		r.lists = binary.AppendUvarint(r.lists, uint64(len(r.blocks)))
	}
	r.lists = append(r.lists, r.blocks...)
	r.lists = append(r.lists, r.spots.buf...)
}

// drop takes back a list that nothing was added to.
func (r *run) drop() {
	row := len(r.terms) - termRow
	r.strings = r.strings[:le.Uint32(r.terms[row:])]
	r.terms, r.hashes = r.terms[:row], r.hashes[:len(r.hashes)-1]
}
