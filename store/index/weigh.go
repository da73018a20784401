package index

import (
	"math"
	"math/bits"
	"slices"
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
	dates   [][]int32     // and its day: rows are far apart in memory
	twins   twins
	pool    sync.Pool // of *similarity
}

// heft is what a term says of the stories that hold it.
type heft struct {
	weight float32 // 0 says nothing
	twins  uint32  // its group plus one, 0 where it stands in one segment alone
	kind   kind
}

// twins tells which terms of several segments are the same, so that no call
// has to look for them.
type twins struct {
	starts []uint32 // of the groups in places, and the end
	places []place
}

type place struct {
	seg  uint32
	term uint32
}

// put makes a group of the places of a term.
func (w *twins) put(same []place) (group uint32) {
	group = uint32(len(w.starts))
	w.places = append(w.places, same...)
	w.starts = append(w.starts, uint32(len(w.places)))
	return group
}

// of lists where a term stands.
func (w *twins) of(group uint32) []place { return w.places[w.starts[group-1]:w.starts[group]] }

// weigh weighs every term. The first call of Similar waits for it, so it does
// little for each of the terms of the largest segment, which most often holds
// nearly all there are.
func (x *Index) weigh() {
	n := &x.near
	n.measure()
	largest := 0
	for i, s := range x.segs {
		if s.nTerms > x.segs[largest].nTerms {
			largest = i
		}
		n.weights = append(n.weights, make([]heft, s.nTerms))
		steps, dates := make([]uint8, s.nDocs), make([]int32, s.nDocs)
		for doc := range steps {
			steps[doc], dates[doc] = lengthStep(s.length(uint32(doc))), s.day(uint32(doc))
		}
		n.steps, n.dates = append(n.steps, steps), append(n.dates, dates)
	}
	weigher := weigher{n: x.rank.n, known: make([]float32, 1<<12)}
	if len(x.segs) > 1 {
		x.weighSmaller(largest, weigher)
	}
	if len(x.segs) > 0 {
		x.weighLargest(largest, weigher)
	}
}

// weighSmaller weighs the terms of all segments but the largest, and looks up
// which of them stand in that too.
func (x *Index) weighSmaller(largest int, weigher weigher) {
	n, big := &x.near, x.segs[largest]
	n.twins.starts = []uint32{0}
	t := uint32(0)
	from, to := make([]uint32, len(x.segs)), make([]uint32, len(x.segs))
	for i, s := range x.segs {
		if i != largest {
			to[i] = uint32(s.nTerms)
		}
	}
	for w := newWalk(x.segs, from, to); w.next(); {
		name := w.name()
		if t = big.seek(t, name); int(t) < big.nTerms && string(big.name(t)) == string(name) {
			at := slices.IndexFunc(w.same, func(p place) bool { return int(p.seg) > largest })
			if at < 0 {
				at = len(w.same)
			}
			w.same = slices.Insert(w.same, at, place{uint32(largest), t})
		}
		df, capitals := uint32(0), uint32(0)
		for _, p := range w.same {
			df += x.segs[p.seg].df(p.term)
			capitals += x.segs[p.seg].capitals(p.term)
		}
		h := heft{weight: weigher.weight(df), kind: kindOf(number(name), capitals, df)}
		if len(w.same) > 1 {
			h.twins = n.twins.put(w.same)
		}
		for _, p := range w.same {
			n.weights[p.seg][p.term] = h
		}
	}
}

// weighLargest weighs the terms that stand in the largest segment alone. Those
// that begin with a digit lie side by side.
func (x *Index) weighLargest(largest int, weigher weigher) {
	n, s := &x.near, x.segs[largest]
	from, to := s.between("0", ":")
	weights := n.weights[largest]
	for t := range uint32(s.nTerms) {
		if weights[t].twins != 0 {
			continue
		}
		df := s.df(t)
		weights[t] = heft{weight: weigher.weight(df), kind: kindOf(from <= t && t < to && number(s.name(t)), s.capitals(t), df)}
	}
}

// weigher remembers what terms weigh, by the stories that hold them.
type weigher struct {
	n     int
	known []float32
}

func (w weigher) weight(df uint32) float32 {
	if df >= uint32(len(w.known)) {
		return float32(rareWeight(w.n, int(df)))
	}
	if w.known[df] == 0 {
		w.known[df] = float32(rareWeight(w.n, int(df)))
	}
	return w.known[df]
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
