package index

import (
	"encoding/binary"
	"math"
	"math/bits"
	"sync"
)

// nearness is what Similar needs of the whole library, made when it is first
// asked.
type nearness struct {
	once    sync.Once
	weights [][]heft      // by segment and term
	days    [1024]float64 // the factor of so many days
	lengths [256]float32  // the factor of so long a story, by step
	steps   [][]uint8     // by segment and story: its length
	twins   twins
	pool    sync.Pool // of *similarity
}

// heft is what a term says of the stories that hold it.
type heft struct {
	weight float32 // 0 says nothing
	kind   kind
}

// twins tells which terms of several segments are the same, so that no call
// has to look for them.
type twins struct {
	group  [][]uint32 // by segment and term: its group plus one, 0 where it stands alone; nil where all do
	starts []uint32   // of the groups in places, and the end
	places []place
}

type place struct {
	seg  uint32
	term uint32
}

// put notes that a term stands in several segments.
func (w *twins) put(same []place) {
	for _, p := range same {
		w.group[p.seg][p.term] = uint32(len(w.starts))
	}
	w.places = append(w.places, same...)
	w.starts = append(w.starts, uint32(len(w.places)))
}

// of lists where else the term of a segment stands, itself among them; nothing
// where it stands alone.
func (w *twins) of(seg int, t uint32) []place {
	if w.group == nil || w.group[seg][t] == 0 {
		return nil
	}
	g := w.group[seg][t]
	return w.places[w.starts[g-1]:w.starts[g]]
}

// weigh walks the sorted terms of all segments side by side. The first call of
// Similar waits for it, so it looks at the bytes of a term as seldom as it can.
func (x *Index) weigh() {
	n := &x.near
	n.measure()
	for _, s := range x.segs {
		n.weights = append(n.weights, make([]heft, s.nTerms))
		steps := make([]uint8, s.nDocs)
		for doc := range steps {
			steps[doc] = lengthStep(s.length(uint32(doc)))
		}
		n.steps = append(n.steps, steps)
		if len(x.segs) > 1 {
			n.twins.group = append(n.twins.group, make([]uint32, s.nTerms))
		}
	}
	n.twins.starts = []uint32{0}
	known := make([]float32, 1<<12)
	weight := func(df uint32) float32 {
		if df >= uint32(len(known)) {
			return float32(rareWeight(x.rank.n, int(df)))
		}
		if known[df] == 0 {
			known[df] = float32(rareWeight(x.rank.n, int(df)))
		}
		return known[df]
	}
	for w := newWalk(x.segs); w.next(); {
		df, capitals := uint32(0), uint32(0)
		for _, p := range w.same {
			df += x.segs[p.seg].df(p.term)
			capitals += x.segs[p.seg].capitals(p.term)
		}
		h := heft{weight(df), kindOf(w.head, float64(capitals) > nameShare*float64(df))}
		for _, p := range w.same {
			n.weights[p.seg][p.term] = h
		}
		if len(w.same) > 1 {
			n.twins.put(w.same)
		}
	}
}

// walk goes through the terms of several segments in their common order.
type walk struct {
	segs  []*segment
	at    []uint32
	heads []uint64 // of the terms that the segments stand on; all ones at the end
	head  uint64   // of the term that it stands on
	same  []place  // where that is
}

func newWalk(segs []*segment) *walk {
	w := &walk{segs: segs, at: make([]uint32, len(segs)), heads: make([]uint64, len(segs))}
	for i := range segs {
		w.load(i)
	}
	return w
}

func (w *walk) load(i int) {
	w.heads[i] = math.MaxUint64
	if s := w.segs[i]; int(w.at[i]) < s.nTerms {
		w.heads[i] = min(headOf(s.name(w.at[i])), math.MaxUint64-1)
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

// next stands on the next term.
func (w *walk) next() bool {
	for _, p := range w.same {
		w.at[p.seg]++
		w.load(int(p.seg))
	}
	w.same, w.head = w.same[:0], math.MaxUint64
	for i, head := range w.heads {
		switch {
		case head > w.head || head == math.MaxUint64:
			continue
		case head < w.head:
			w.same, w.head = w.same[:0], head
		default: // the rest of them decides
			name, other := w.segs[i].name(w.at[i]), w.segs[w.same[0].seg].name(w.same[0].term)
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

// measure fills the tables of days and lengths.
func (n *nearness) measure() {
	for d := range n.days {
		n.days[d] = nearFloor + nearSoon*math.Exp(-float64(d)/7) + nearLate*math.Exp(-float64(d)/180)
	}
	for step := range n.lengths {
		n.lengths[step] = float32(1 / math.Pow(1+float64(stepLength(step))/seedLength, seedPower))
	}
}

// lengthStep folds a length into a step, an eighth at most above the last one.
func lengthStep(words uint32) uint8 {
	shift := max(0, bits.Len32(words)-4)
	return uint8(shift*8) + uint8(words>>shift)
}

// stepLength is the least length of a step.
func stepLength(step int) uint64 {
	if step < 16 {
		return uint64(step)
	}
	shift := step/8 - 1
	return uint64(step-8*shift) << shift
}

// apart is the factor of two days.
func (n *nearness) apart(a, b int32) float64 {
	if a == NoDay || b == NoDay {
		return nearUnknown
	}
	if d := max(a, b) - min(a, b); d >= 0 && int(d) < len(n.days) {
		return n.days[d]
	}
	return nearFloor
}
