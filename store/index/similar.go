package index

import (
	"cmp"
	"context"
	"slices"
)

// rounds of feedback: the nearest stories speak for what the story is about,
// first the very nearest, then a few more among what these brought up.
func rounds() [2]struct {
	n    int
	gain float64
} {
	return [2]struct {
		n    int
		gain float64
	}{{2, 1.5}, {5, 1}}
}

// candidate is a story compared in full.
type candidate struct {
	seg      int
	doc      uint32
	day      int32
	tie      uint64
	key      uint32
	features []feature
	pairs    []pair
	norm     float64
	score    float64
	alone    float64 // the score before the nearest spoke for the story
}

// asked is a term of the story that is asked about, or of the feedback.
type asked struct {
	part           // weight in every part, norm of its story divided out
	weight float32 // of the term in the library, name or not
	gain   float32 // what it gains as a name
	at     []place // where it stands
	home   place   // one of them
	kind   kind
	reason uint8 // code in the story that is asked about; 0 where it is none, or says nothing to a reader
}

// similarity is one call of Similar at work. Calls reuse them.
type similarity struct {
	gathering
	x         *Index
	slots     [][]uint16 // by segment and term: which of asked, plus one
	asked     []asked
	alone     []place // of terms that stand in one segment
	pairs     pairs
	lists     []feature // what candidates point into
	pairLists []pair
	strong    []strong
	top       []found
	cands     []candidate
	order     []*candidate // best first
	pullers   []puller
}

// Similar lists the stories most like the one of that key, best first. It is
// the same for the same stories, however they came into segments.
func (x *Index) Similar(ctx context.Context, key uint32, n int) ([]Neighbour, error) {
	return x.similar(ctx, key, n, (*similarity).explained)
}

// Nearest is Similar without what it takes to say why.
func (x *Index) Nearest(ctx context.Context, key uint32, n int) ([]Neighbour, error) {
	return x.similar(ctx, key, n, (*similarity).neighbours)
}

func (x *Index) similar(ctx context.Context, key uint32, n int, tell func(*similarity, int) []Neighbour) ([]Neighbour, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	defer x.ease()
	x.near.once.Do(x.weigh)
	seg, doc, err := x.find(key)
	if err != nil {
		return nil, err
	}
	m := x.similarity()
	defer m.release()
	q := m.ask(seg, doc)
	m.seed(q, n)
	x.ease() // what comes now reads other parts
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.compare(q)
	for i := range m.cands {
		m.cands[i].alone = m.cands[i].score
	}
	for _, r := range rounds() {
		m.feed(r.n, r.gain)
		m.compare(q)
	}
	return tell(m, n), nil
}

func (x *Index) similarity() *similarity {
	if m, ok := x.near.pool.Get().(*similarity); ok {
		return m
	}
	m := &similarity{x: x, gathering: newGathering(x.segs)}
	for _, s := range x.segs {
		m.slots = append(m.slots, make([]uint16, s.nTerms))
	}
	return m
}

// release makes everything zero again, and keeps it for the next call.
func (m *similarity) release() {
	for i := range m.asked {
		for _, p := range m.asked[i].at {
			m.slots[p.seg][p.term] = 0
		}
	}
	m.pairs.clear()
	m.asked, m.alone, m.lists, m.pairLists, m.cands = m.asked[:0], m.alone[:0], m.lists[:0], m.pairLists[:0], m.cands[:0]
	m.x.near.pool.Put(m)
}

// name is a term as the index writes it.
func (m *similarity) name(a *asked) []byte { return m.x.segs[a.home.seg].name(a.home.term) }

// compare scores every candidate in full against what is asked, and sorts.
func (m *similarity) compare(q candidate) {
	norm := m.norm()
	m.order = m.order[:0]
	for i := range m.cands {
		c := &m.cands[i]
		m.order = append(m.order, c)
		if norm > 0 && c.norm > 0 {
			c.score = min(1, m.dot(c)/(c.norm*norm)) * m.x.near.apart(q.day, c.day)
		}
	}
	slices.SortFunc(m.order, func(a, b *candidate) int {
		return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.tie, b.tie), cmp.Compare(a.key, b.key))
	})
}

// feed adds the n nearest stories to what is asked.
func (m *similarity) feed(n int, gain float64) {
	n = min(n, len(m.order))
	for _, c := range m.order[:n] {
		m.join(*c, gain/float64(n))
	}
}
