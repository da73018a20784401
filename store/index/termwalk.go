package index

import (
	"encoding/binary"
	"math"
	"slices"
)

// walk goes through the terms of several segments in their common order. It
// compares them by their first bytes as long as these differ.
type walk struct {
	segs   []*segment
	at, to []uint32 // by segment: the term it stands on, and the end
	heads  []uint64 // of the terms that the segments stand on; all ones at the end
	same   []place  // where the term is that the walk stands on
}

// newWalk walks in every segment from a term up to but not including another.
func newWalk(segs []*segment, from, to []uint32) *walk {
	w := &walk{segs: segs, at: slices.Clone(from), to: to, heads: make([]uint64, len(segs))}
	for i := range segs {
		w.load(i)
	}
	return w
}

func (w *walk) load(i int) {
	w.heads[i] = math.MaxUint64
	if w.at[i] < w.to[i] {
		w.heads[i] = min(headOf(w.segs[i].name(w.at[i])), math.MaxUint64-1)
	}
}

// headOf is the first bytes of a term as a number that sorts as they do.
func headOf(name []byte) uint64 {
	if len(name) >= 8 {
		return binary.BigEndian.Uint64(name)
	}
	var b [8]byte
	copy(b[:], name)
	return binary.BigEndian.Uint64(b[:])
}

// name is the term that the walk stands on.
func (w *walk) name() []byte { return w.segs[w.same[0].seg].name(w.same[0].term) }

// next stands on the next term.
func (w *walk) next() bool {
	for _, p := range w.same {
		w.at[p.seg]++
		w.load(int(p.seg))
	}
	w.same = w.same[:0]
	least := uint64(math.MaxUint64)
	for i, head := range w.heads {
		switch {
		case head > least || head == math.MaxUint64:
			continue
		case head < least:
			w.same, least = w.same[:0], head
		default: // the rest of them decides
			name, other := w.segs[i].name(w.at[i]), w.name()
			if string(name) > string(other) {
				continue
			}
			if string(name) < string(other) {
				w.same = w.same[:0]
			}
		}
		w.same = append(w.same, place{uint32(i), w.at[i]})
	}
	return len(w.same) > 0
}
