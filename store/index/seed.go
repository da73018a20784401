package index

import (
	"bytes"
	"cmp"
	"math"
	"slices"
)

// How long stories are held back while candidates are looked for.
const (
	seedLength = 50 // words of a story that weigh nothing
	seedPower  = 0.4
)

// reach is how far Similar looks. Candidates come from the heaviest terms of
// the story, as many as their lists stay within a number of postings; only
// they are compared in full.
type reach struct {
	terms      int
	postings   int // in all, or share of the library
	share      int // one part in so many of its stories
	candidates int // or three fourths more than what is asked for
}

// usual is the reach that is as good as any. Measured on the labelled stories
// hidden among 20,000 and 37,554 others, nDCG@5 and MAP of 20 neighbours:
//
//	                                          20,000        37,554
//	every story compared in full            .9799 .9521   .9798 .9513
//	64 terms, 40,000 postings, 100 stories  .9799 .9520   .9798 .9511
//	as it is                                .9800 .9518   .9798 .9499
//	5,000 postings, 100 stories             .9799 .9518   .9798 .9498
//	2,500 postings, 100 stories             .9800 .9504   .9798 .9481
//	1,200 postings, 100 stories             .9796 .9484   .9785 .9422
//
// The last line is about what a share of one in 32 leaves of a million.
func usual() reach { return reach{terms: 32, postings: 10000, share: 32, candidates: 36} }

// strong is a term of the story with how much it tells.
type strong struct {
	asked    int
	strength float32
}

// seed finds the stories worth comparing: those that share the heaviest terms.
func (m *similarity) seed(q candidate, n int) {
	m.strong = m.strong[:0]
	for i := range m.asked {
		a := &m.asked[i]
		m.strong = append(m.strong, strong{i, a.weight * (a.all*a.gain + a.lead + a.title)})
	}
	slices.SortFunc(m.strong, func(a, b strong) int {
		if c := cmp.Compare(b.strength, a.strength); c != 0 {
			return c
		}
		return bytes.Compare(m.name(&m.asked[a.asked]), m.name(&m.asked[b.asked]))
	})
	budget := max(m.x.reach.postings, m.x.rank.n/m.x.reach.share)
	picked := m.strong[:0]
	for _, one := range m.strong {
		df := m.stories(&m.asked[one.asked])
		if len(picked) > 0 && df > budget {
			continue
		}
		budget -= df
		if picked = append(picked, one); len(picked) == m.x.reach.terms {
			break
		}
	}
	m.choose(q, picked, max(m.x.reach.candidates, n+3*n/4))
}

// stories counts the stories that hold a term.
func (m *similarity) stories(a *asked) int {
	df := 0
	for _, p := range a.at {
		df += int(m.x.segs[p.seg].df(p.term))
	}
	return df
}

// choose makes candidates of the n stories that gather most from the picked
// terms, for their length and day.
func (m *similarity) choose(q candidate, picked []strong, n int) {
	c := chooser{m: m, q: q, best: best{n: n, heap: m.top[:0]}, floor: math.SmallestNonzeroFloat32}
	for seg, s := range m.x.segs {
		c.seg = seg
		m.open(seg, picked)
		for m.from = 0; int(m.from) < s.nDocs; m.from += uint32(len(m.sums)) {
			for i := range m.pullers {
				m.pullers[i].pull(&m.gathering)
			}
			m.drain(c.weigh)
		}
	}
	m.top = c.heap
	for _, f := range c.heap {
		m.x.ease()
		m.cands = append(m.cands, m.read(f.seg, f.doc))
	}
}

// open opens the lists of those of the picked terms that a segment holds.
func (m *similarity) open(seg int, picked []strong) {
	m.pullers = m.pullers[:0]
	for _, one := range picked {
		a := &m.asked[one.asked]
		for _, at := range a.at {
			if int(at.seg) != seg {
				continue
			}
			p := m.puller(at)
			all, lead, title := a.weight*a.all*a.gain, a.weight*a.lead, a.weight*a.title
			for code, part := range parts {
				p.worth[code] = all*part.all + lead*part.lead + title*part.title
			}
		}
	}
}

// puller makes one for a list, in the room of one that was used before.
func (m *similarity) puller(at place) *puller {
	if len(m.pullers) == cap(m.pullers) {
		m.pullers = append(m.pullers, puller{})
	} else {
		m.pullers = m.pullers[:len(m.pullers)+1]
	}
	p := &m.pullers[len(m.pullers)-1]
	p.cursor.open(m.x.segs[at.seg], at.term)
	return p
}

// chooser keeps the best of what it is shown.
type chooser struct {
	best
	m     *similarity
	q     candidate
	seg   int
	floor float32 // what is below it is not among the best; at first, what shares nothing
}

// weigh weighs what a story gathered, for its length and day.
func (c *chooser) weigh(doc uint32, sum float32) {
	near := &c.m.x.near
	sum *= near.lengths[near.steps[c.seg][doc]]
	if sum < c.floor { // the day can only take away
		return
	}
	s, day := c.m.x.segs[c.seg], near.dates[c.seg][doc]
	score := float64(sum) * near.apart(c.q.day, day)
	if score < float64(c.floor) || s.isDead(doc) || c.seg == c.q.seg && doc == c.q.doc {
		return
	}
	c.add(found{Hit: Hit{s.key(doc), score}, day: day, tie: s.tie(doc), seg: c.seg, doc: doc})
	if full := c.best.floor(); full > 0 {
		c.floor = math.Nextafter32(float32(full), 0) // never above it
	}
}
