package copies

import (
	"cmp"
	"container/heap"
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
	// Same compares two texts.
	Same func(i, j int) (bool, error)

	heads []uint32 // by band and key: the leader put in last, plus one
	next  []uint32 // by leader and band: the one before it, plus one
}

// Nobody is the leader of a text that was not folded yet.
const Nobody int32 = -1

// mostCompared is how many leaders a text is compared with, those first that
// agree most. Only notices that are all but the same have more.
const mostCompared = 64

// Whole folds all texts anew.
func (f *Folding) Whole() error {
	f.heads = make([]uint32, bands<<16)
	f.next = make([]uint32, bands*len(f.Marks))
	defer func() { f.heads, f.next = nil, nil }()
	seen := make([]int32, len(f.Marks)) // by whom a leader was met last, plus one
	for i := range f.Marks {
		m := &f.Marks[i]
		f.Leader[i] = int32(i)
		if m.Shingles == 0 {
			continue
		}
		var met []candidate
		for b := range bands {
			for at := f.heads[b<<16|int(m.band(b))]; at > 0; at = f.next[int(at-1)*bands+b] {
				j := int32(at - 1)
				if seen[j] == int32(i)+1 {
					continue
				}
				seen[j] = int32(i) + 1
				if agreeing, ok := m.near(&f.Marks[j]); ok {
					met = append(met, candidate{j, agreeing})
				}
			}
		}
		leader, err := f.first(i, met)
		if err != nil {
			return err
		}
		if f.Leader[i] = leader; leader == int32(i) {
			f.lead(i)
		}
	}
	return nil
}

// lead puts a leader where later texts look.
func (f *Folding) lead(i int) {
	m := &f.Marks[i]
	for b := range bands {
		head := &f.heads[b<<16|int(m.band(b))]
		f.next[i*bands+b] = *head
		*head = uint32(i) + 1
	}
}

// Changed folds some texts, and those that it makes a difference to; all
// others have their leaders already.
func (f *Folding) Changed(texts []int) error {
	q := queue(slices.Clone(texts))
	heap.Init(&q)
	for last := -1; len(q) > 0; {
		i := heap.Pop(&q).(int)
		if i == last {
			continue
		}
		last = i
		led := f.Leader[i] == int32(i)
		var met []candidate
		if f.Marks[i].Shingles > 0 {
			met = f.before(i)
		}
		leader, err := f.first(i, met)
		if err != nil {
			return err
		}
		f.Leader[i] = leader
		if leads := leader == int32(i); leads != led && f.Marks[i].Shingles > 0 {
			f.after(i, &q)
		}
	}
	return nil
}

// before lists the leaders that a text may be a copy of.
func (f *Folding) before(i int) (met []candidate) {
	m := &f.Marks[i]
	for j := range i {
		if f.Leader[j] != int32(j) {
			continue
		}
		if agreeing, ok := m.near(&f.Marks[j]); ok {
			met = append(met, candidate{int32(j), agreeing})
		}
	}
	return met
}

// after puts the texts in the queue that text i may lead.
func (f *Folding) after(i int, q *queue) {
	m := &f.Marks[i]
	for j := i + 1; j < len(f.Marks); j++ {
		if _, ok := m.near(&f.Marks[j]); ok {
			heap.Push(q, j)
		}
	}
}

// candidate is a leader that a text may be a copy of.
type candidate struct {
	text     int32
	agreeing int
}

// first is the first leader that a text is a copy of, or itself.
func (f *Folding) first(i int, met []candidate) (int32, error) {
	if len(met) > mostCompared {
		slices.SortFunc(met, func(a, b candidate) int {
			return cmp.Or(cmp.Compare(b.agreeing, a.agreeing), cmp.Compare(a.text, b.text))
		})
		met = met[:mostCompared]
	}
	slices.SortFunc(met, func(a, b candidate) int { return cmp.Compare(a.text, b.text) })
	for _, c := range met {
		same, err := f.Same(i, int(c.text))
		if err != nil {
			return 0, err
		}
		if same {
			return c.text, nil
		}
	}
	return int32(i), nil
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
