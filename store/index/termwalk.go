package index

import (
	"bytes"
	"slices"
)

// termWalk walks over the terms of all segments side by side.
type termWalk struct {
	x      *Index
	at, to []uint32 // by segment: the next term, and the end
	names  [][]byte // of the next terms
	same   []int
}

func newTermWalk(x *Index, from, to []uint32) *termWalk {
	w := &termWalk{x: x, at: slices.Clone(from), to: to, names: make([][]byte, len(x.segs))}
	for i := range w.names {
		w.load(i)
	}
	return w
}

func (w *termWalk) load(i int) {
	if w.at[i] < w.to[i] {
		w.names[i] = w.x.segs[i].name(w.at[i])
	}
}

// next is the first of the next terms, and which segments hold it; they then
// stand behind it.
func (w *termWalk) next() (name []byte, same []int) {
	same = w.same[:0]
	for i, n := range w.names {
		if w.at[i] >= w.to[i] {
			continue
		}
		c := -1
		if len(same) > 0 {
			c = bytes.Compare(n, name)
		}
		if c < 0 {
			name, same = n, append(same[:0], i)
		} else if c == 0 {
			same = append(same, i)
		}
	}
	for _, i := range same {
		w.at[i]++
		w.load(i)
	}
	w.same = same
	return name, same
}

// of is the number, in one of the segments that hold it, of the term that next
// came to last.
func (w *termWalk) of(seg int) uint32 { return w.at[seg] - 1 }
