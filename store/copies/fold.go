package copies

import (
	"container/heap"
	"math/bits"
	"slices"
)

// Folding puts texts under leaders. The texts are numbered in the order in
// which they would lead, the longest first.
//
// A text joins the first leader that it is itself a copy of, never a copy of a
// copy: two shorts cut from different halves of one long story stand under
// that story, and a digest that quotes two stories does not make them one. So
// the answer depends on the texts and their order alone, and Changed comes to
// the same one as Whole.
type Folding struct {
	Marks  []Mark
	Leader []int32 // of each text: its own number where it leads, or Nobody
}

// mostLeaders is how many leaders are looked at that have one and the same
// shingle, the first ones. Only notices that are all but the same have more.
const mostLeaders = 64

// Nobody is the leader of a text that was not folded yet.
const Nobody int32 = -1

// Whole folds all texts anew.
func (f *Folding) Whole() {
	t := newTable(len(f.Marks))
	met := make([]int32, len(f.Marks)) // of each leader: by whom it was met last, plus one
	found := make([]uint8, len(f.Marks))
	for i, m := range f.Marks {
		f.Leader[i] = int32(i)
		if len(m) == 0 {
			continue
		}
		first := int32(i)
		for n := range min(probed, m.kept()) {
			v := m.value(n)
			for at := t.heads[t.slot(v)]; at > 0; at = t.entries[at-1].next {
				e := &t.entries[at-1]
				if e.value != v || e.leader >= first {
					continue
				}
				if met[e.leader] != int32(i)+1 {
					met[e.leader], found[e.leader] = int32(i)+1, 0
				}
				if found[e.leader]++; found[e.leader] == leastProbed && Same(m, f.Marks[e.leader]) {
					first = e.leader
				}
			}
		}
		if f.Leader[i] = first; first == int32(i) {
			t.add(m, first)
		}
	}
}

// table finds the leaders that have a value.
type table struct {
	heads   []uint32 // by slot: the entry put in last, plus one
	entries []entry
	shift   int
}

type entry struct {
	value  uint32
	leader int32
	next   uint32
	nth    uint8 // of the leaders with this value
}

func newTable(texts int) *table {
	size := max(bits.Len(uint(texts*kept/4)), 8)
	return &table{heads: make([]uint32, 1<<size), shift: 64 - size}
}

func (t *table) slot(v uint32) uint64 { return uint64(v) * 0x9e3779b97f4a7c15 >> t.shift }

func (t *table) add(m Mark, leader int32) {
	for n := range m.kept() {
		v := m.value(n)
		slot := t.slot(v)
		nth := uint8(0)
		for at := t.heads[slot]; at > 0; at = t.entries[at-1].next {
			if e := &t.entries[at-1]; e.value == v {
				nth = e.nth + 1
				break
			}
		}
		if nth == mostLeaders {
			continue
		}
		t.entries = append(t.entries, entry{v, leader, t.heads[slot], nth})
		t.heads[slot] = uint32(len(t.entries))
	}
}

// mostChanged is how many texts are folded one by one rather than all anew.
const mostChanged = 100

// Changed folds some texts, and those that it makes a difference to; all
// others have their leaders already.
func (f *Folding) Changed(texts []int) {
	q := queue(slices.Clone(texts))
	heap.Init(&q)
	for last := -1; len(q) > 0; {
		if len(q) > mostChanged {
			f.Whole()
			return
		}
		i := heap.Pop(&q).(int)
		if i == last {
			continue
		}
		last = i
		led := f.Leader[i] == int32(i)
		f.Leader[i] = f.first(i)
		if leads := f.Leader[i] == int32(i); leads != led {
			f.after(i, &q)
		}
	}
}

// first is the first leader that a text is a copy of, or itself.
func (f *Folding) first(i int) int32 {
	m := f.Marks[i]
	if len(m) == 0 {
		return int32(i)
	}
	var met [probed]int // leaders that have each value
	for j, o := range f.Marks[:i] {
		if f.Leader[j] != int32(j) || len(o) == 0 {
			continue
		}
		found := 0
		for have := m.probe(o); have != 0; have &= have - 1 {
			if n := bits.TrailingZeros8(have); met[n] < mostLeaders {
				met[n]++
				found++
			}
		}
		if found >= leastProbed && Same(m, o) {
			return int32(j)
		}
	}
	return int32(i)
}

// after puts the texts in the queue that text i may lead, or keep from being
// compared with another.
func (f *Folding) after(i int, q *queue) {
	m := f.Marks[i]
	if len(m) == 0 {
		return
	}
	for j := i + 1; j < len(f.Marks); j++ {
		if o := f.Marks[j]; len(o) > 0 && o.probe(m) != 0 {
			heap.Push(q, j)
		}
	}
}

// queue gives the smallest number first.
type queue []int

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i] < q[j] }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(int)) }
func (q *queue) Pop() any {
	old := *q
	x := old[len(old)-1]
	*q = old[:len(old)-1]
	return x
}
