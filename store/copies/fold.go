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
	// Same compares two texts whose marks may be those of copies.
	Same func(i, j int) (bool, error)
}

// Nobody is the leader of a text that was not folded yet.
const Nobody int32 = -1

// Whole folds all texts anew.
func (f *Folding) Whole() error {
	t := newTable(len(f.Marks))
	met := map[int32]uint32{} // of each leader: which values it has, in bits
	for i, m := range f.Marks {
		f.Leader[i] = int32(i)
		if len(m) == 0 {
			continue
		}
		clear(met)
		common := uint32(0)
		for n := range m.kept() {
			leaders := t.of(m.value(n))
			if len(leaders) == furniture {
				common |= 1 << n
				continue
			}
			for _, j := range leaders {
				met[j] |= 1 << n
			}
		}
		leader, err := f.first(i, met, common)
		if err != nil {
			return err
		}
		if f.Leader[i] = leader; leader == int32(i) {
			t.add(m, leader)
		}
	}
	return nil
}

// first is the first leader that a text is a copy of, or itself. Met tells
// which values of the text the leaders have.
func (f *Folding) first(i int, met map[int32]uint32, common uint32) (int32, error) {
	var may []int32
	for j, have := range met {
		if bits.OnesCount32(have&^common) >= leastShared && copied(f.Marks[i], f.Marks[j], common) {
			may = append(may, j)
		}
	}
	slices.Sort(may)
	for _, j := range may {
		if same, err := f.Same(i, int(j)); same || err != nil {
			return j, err
		}
	}
	return int32(i), nil
}

// table finds the leaders that have a value, as many as make it furniture.
type table struct {
	heads   []uint32 // by slot: the entry put in last, plus one
	entries []entry
	shift   int
	found   [furniture]int32
}

type entry struct {
	value  uint32
	leader int32
	next   uint32
}

func newTable(texts int) *table {
	size := max(bits.Len(uint(texts*kept/2)), 8)
	return &table{heads: make([]uint32, 1<<size), shift: 64 - size}
}

func (t *table) slot(v uint32) uint64 { return uint64(v) * 0x9e3779b97f4a7c15 >> t.shift }

// of lists the leaders that have a value; the list is good until the next.
func (t *table) of(v uint32) []int32 {
	found := t.found[:0]
	for at := t.heads[t.slot(v)]; at > 0 && len(found) < furniture; at = t.entries[at-1].next {
		if e := &t.entries[at-1]; e.value == v {
			found = append(found, e.leader)
		}
	}
	return found
}

func (t *table) add(m Mark, leader int32) {
	for n := range m.kept() {
		v := m.value(n)
		if len(t.of(v)) < furniture {
			slot := t.slot(v)
			t.entries = append(t.entries, entry{v, leader, t.heads[slot]})
			t.heads[slot] = uint32(len(t.entries))
		}
	}
}

// mostChanged is how many texts are folded one by one rather than all anew.
const mostChanged = 100

// Changed folds some texts, and those that it makes a difference to; all
// others have their leaders already.
func (f *Folding) Changed(texts []int) error {
	q := queue(slices.Clone(texts))
	heap.Init(&q)
	for last := -1; len(q) > 0; {
		if len(q) > mostChanged {
			return f.Whole()
		}
		i := heap.Pop(&q).(int)
		if i == last {
			continue
		}
		last = i
		led := f.Leader[i] == int32(i)
		f.Leader[i] = int32(i)
		if m := f.Marks[i]; len(m) > 0 {
			met, common := f.before(i)
			leader, err := f.first(i, met, common)
			if err != nil {
				return err
			}
			f.Leader[i] = leader
		}
		if leads := f.Leader[i] == int32(i); leads != led {
			f.after(i, &q)
		}
	}
	return nil
}

// before looks for leaders as the table does, at every text before this one.
func (f *Folding) before(i int) (met map[int32]uint32, common uint32) {
	m := f.Marks[i]
	met = map[int32]uint32{}
	var times [kept]int
	for j, o := range f.Marks[:i] {
		if f.Leader[j] != int32(j) || len(o) == 0 {
			continue
		}
		have := m.shared(o)
		for left := have; left != 0; left &= left - 1 {
			n := bits.TrailingZeros32(left)
			if times[n]++; times[n] == furniture {
				common |= 1 << n
			}
		}
		if have != 0 {
			met[int32(j)] = have
		}
	}
	return met, common
}

// after puts the texts in the queue to which it makes a difference whether
// text i leads: those that share a shingle.
func (f *Folding) after(i int, q *queue) {
	m := f.Marks[i]
	if len(m) == 0 {
		return
	}
	for j := i + 1; j < len(f.Marks); j++ {
		if o := f.Marks[j]; len(o) > 0 && m.shared(o) != 0 {
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
