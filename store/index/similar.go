package index

import (
	"bytes"
	"cmp"
	"context"
	"math"
	"slices"
)

// How far Similar looks. Candidates come from the heaviest terms of the story,
// as many as their lists stay within the budget; only they are compared in
// full.
const (
	seedTerms  = 64
	seedBudget = 40000 // postings; more where the library is large
	candidates = 100   // or twice what is asked for
	seedLength = 50    // words of a story that weigh nothing
	seedPower  = 0.4   // and how much longer ones are held back
	feedback   = 2     // the nearest stories, which speak for what the story is about
	feedGain   = 1.5   // and how loud
)

// rounds of feedback: the nearest stories speak for what the story is about,
// first the very nearest, then a few more among what these brought up.
func rounds() []struct {
	n    int
	gain float64
} {
	return []struct {
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
}

// asked is a term of the story that is asked about, or of the feedback.
type asked struct {
	part           // weight in every part, norm of its story divided out
	weight float32 // of the term in the library, name or not
	gain   float32 // what it gains as a name
	at     []place // where it stands
	home   place   // one of them
	kind   kind
	code   uint8 // in the story that is asked about, or 0
}

// similarity is one call of Similar at work. Calls reuse them.
type similarity struct {
	x         *Index
	slots     [][]uint16  // by segment and term: which of asked, plus one
	acc       [][]float32 // by segment and story
	asked     []asked
	alone     []place            // of terms that stand in one segment
	pairs     map[uint32]float32 // by the slots of both words
	own       map[uint32]bool    // pairs of the story that is asked about
	lists     []feature          // what candidates point into
	pairLists []pair
	cands     []candidate
	order     []*candidate // best first
	cursor    cursor
}

// Similar lists the stories most like the one of that key, best first. It is
// the same for the same stories, however they came into segments.
func (x *Index) Similar(ctx context.Context, key uint32, n int) ([]Neighbour, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	x.near.once.Do(x.weigh)
	seg, doc, err := x.find(key)
	if err != nil {
		return nil, err
	}
	m := x.similarity()
	defer m.release()
	q := m.ask(seg, doc)
	m.seed(q, max(candidates, 2*n))
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	m.compare(q)
	for _, r := range rounds() {
		m.feed(r.n, r.gain)
		m.compare(q)
	}
	return m.neighbours(n), nil
}

func (x *Index) similarity() *similarity {
	if m, ok := x.near.pool.Get().(*similarity); ok {
		return m
	}
	m := &similarity{x: x, pairs: map[uint32]float32{}, own: map[uint32]bool{}}
	for _, s := range x.segs {
		m.slots = append(m.slots, make([]uint16, s.nTerms))
		m.acc = append(m.acc, make([]float32, s.nDocs))
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
	for _, a := range m.acc {
		clear(a)
	}
	clear(m.pairs)
	clear(m.own)
	m.asked, m.alone, m.lists, m.pairLists, m.cands = m.asked[:0], m.alone[:0], m.lists[:0], m.pairLists[:0], m.cands[:0]
	m.x.near.pool.Put(m)
}

// seed finds the stories worth comparing: those that share the heaviest terms.
func (m *similarity) seed(q candidate, n int) {
	order := make([]int, len(m.asked))
	for i := range order {
		order[i] = i
	}
	strength := func(i int) float32 {
		a := &m.asked[i]
		return a.weight * (a.all*a.gain + a.lead + a.title)
	}
	slices.SortFunc(order, func(i, k int) int {
		if c := cmp.Compare(strength(k), strength(i)); c != 0 {
			return c
		}
		return bytes.Compare(m.name(&m.asked[i]), m.name(&m.asked[k]))
	})
	budget := max(seedBudget, m.x.rank.n/4)
	used := 0
	for _, i := range order {
		df := m.stories(&m.asked[i])
		if used > 0 && df > budget {
			continue
		}
		budget -= df
		m.spread(&m.asked[i])
		if used++; used == seedTerms {
			break
		}
	}
	m.choose(q, n)
}

// name is a term as the index writes it.
func (m *similarity) name(a *asked) []byte { return m.x.segs[a.home.seg].name(a.home.term) }

// stories counts the stories that hold a term.
func (m *similarity) stories(a *asked) int {
	df := 0
	for _, p := range a.at {
		df += int(m.x.segs[p.seg].df(p.term))
	}
	return df
}

// spread adds what a term is worth to every story that holds it.
func (m *similarity) spread(a *asked) {
	var worth [256]float32
	for code := range worth {
		p := parts[code]
		worth[code] = a.weight * (a.all*a.gain*p.all + a.lead*p.lead + a.title*p.title)
	}
	for _, p := range a.at {
		m.x.segs[p.seg].add(&m.cursor, p.term, &worth, m.acc[p.seg])
	}
}

// choose makes candidates of the n stories that gathered most, for their
// length and day.
func (m *similarity) choose(q candidate, n int) {
	top := best{n: n}
	near := &m.x.near
	floor := float32(math.SmallestNonzeroFloat32) // so that nothing shared is nothing
	for seg, acc := range m.acc {
		s, lengths, dates := m.x.segs[seg], near.lengths[seg][:len(acc)], near.dates[seg][:len(acc)]
		for doc, sum := range acc {
			if sum *= lengths[doc]; sum < floor {
				continue
			}
			at := uint32(doc)
			day := dates[doc]
			score := float64(sum) * near.apart(q.day, day)
			if score < float64(floor) || s.isDead(at) || seg == q.seg && at == q.doc {
				continue
			}
			top.add(found{Hit: Hit{s.key(at), score}, day: day, tie: s.tie(at), seg: seg, doc: at})
			if full := top.floor(); full > 0 {
				floor = math.Nextafter32(float32(full), 0) // never above it
			}
		}
	}
	for _, f := range top.heap {
		m.cands = append(m.cands, m.read(f.seg, f.doc))
	}
}

// compare scores every candidate in full against what is asked, and sorts.
func (m *similarity) compare(q candidate) {
	norm := m.norm()
	for i := range m.cands {
		c := &m.cands[i]
		if norm == 0 || c.norm == 0 {
			continue
		}
		c.score = min(1, m.dot(c)/(c.norm*norm)) * m.x.near.apart(q.day, c.day)
	}
	m.order = m.order[:0]
	for i := range m.cands {
		m.order = append(m.order, &m.cands[i])
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
