package index

import (
	"math/bits"
	"slices"
)

// matcher walks the stories of one segment that fulfil a condition, ascending.
// It stands on its first from the start.
type matcher interface {
	doc() uint32        // where it stands; end after the last
	seek(target uint32) // to the first from target on; never back
	score() float64     // of the story it stands on
	cost() int          // about how many stories it has
}

// none matches nothing.
type none struct{}

func (none) doc() uint32    { return end }
func (none) seek(uint32)    {}
func (none) score() float64 { return 0 }
func (none) cost() int      { return 0 }

// every matches all stories.
type every struct{ at, n uint32 }

func (m *every) doc() uint32 {
	if m.at < m.n {
		return m.at
	}
	return end
}
func (m *every) seek(target uint32) { m.at = max(m.at, target) }
func (m *every) score() float64     { return 0 }
func (m *every) cost() int          { return int(m.n) }

// wordMatch matches the stories that hold a term.
type wordMatch struct {
	c       cursor
	term    uint32
	rank    ranker
	idf     float64
	inTitle bool
	scored  bool
}

// settle moves on to a story whose title holds the term, where that is asked.
func (m *wordMatch) settle() {
	for m.inTitle && m.c.doc() != end && m.c.code()>>6 == 0 {
		m.c.next()
	}
}

func (m *wordMatch) doc() uint32 { return m.c.doc() }
func (m *wordMatch) seek(target uint32) {
	m.c.seek(target)
	m.settle()
}
func (m *wordMatch) cost() int { return m.c.df }
func (m *wordMatch) score() float64 {
	if !m.scored {
		return 0
	}
	return m.rank.score(m.idf, weight(m.c.code()), float64(m.c.s.length(m.c.doc())))
}

// prefixMatch matches the stories that hold a word beginning so. It weighs the
// title against the rest and no more; the word itself, where it is one, counts
// as any word does.
type prefixMatch struct {
	s      *segment
	rank   ranker
	idf    float64
	set    bitset
	bits   []uint64
	scored bool
	exact  *wordMatch
	at     uint32
}

func (m *prefixMatch) doc() uint32 { return m.at }
func (m *prefixMatch) seek(target uint32) {
	if m.at == end {
		return
	}
	w := int(target >> 6)
	if w >= len(m.bits) {
		m.at = end
		return
	}
	word := m.bits[w] >> (target & 63) << (target & 63)
	for word == 0 {
		if w++; w >= len(m.bits) {
			m.at = end
			return
		}
		word = m.bits[w]
	}
	m.at = uint32(w<<6 + bits.TrailingZeros64(word))
}
func (m *prefixMatch) cost() int { return m.s.nDocs }
func (m *prefixMatch) score() float64 {
	if !m.scored {
		return 0
	}
	weight := 1
	if m.set.title[m.at>>6]>>(m.at&63)&1 != 0 {
		weight = prefixTitle
	}
	s := m.rank.score(m.idf, weight, float64(m.s.length(m.at)))
	if m.exact != nil {
		if m.exact.seek(m.at); m.exact.doc() == m.at {
			s += m.exact.score()
		}
	}
	return s
}

// all matches the stories that every kid matches, no nots match, and every
// check holds of.
type all struct {
	kids   []matcher // as the query has them: scores are added in that order
	lead   []matcher // the same, the rarest first
	nots   []matcher
	checks []func(uint32) bool
	at     uint32
}

func newAll(kids, nots []matcher, checks []func(uint32) bool) *all {
	m := &all{kids: kids, nots: nots, checks: checks, lead: slices.Clone(kids)}
	slices.SortStableFunc(m.lead, func(a, b matcher) int { return a.cost() - b.cost() })
	m.settle()
	return m
}

func (m *all) doc() uint32 { return m.at }
func (m *all) cost() int   { return m.lead[0].cost() }
func (m *all) seek(target uint32) {
	if m.at >= target {
		return
	}
	m.lead[0].seek(target)
	m.settle()
}

func (m *all) settle() {
	first := m.lead[0]
next:
	for {
		m.at = first.doc()
		if m.at == end {
			return
		}
		for _, k := range m.lead[1:] {
			k.seek(m.at)
			if d := k.doc(); d != m.at {
				if d == end {
					m.at = end
					return
				}
				first.seek(d)
				continue next
			}
		}
		if m.allowed() {
			return
		}
		first.seek(m.at + 1)
	}
}

func (m *all) allowed() bool {
	for _, check := range m.checks {
		if !check(m.at) {
			return false
		}
	}
	for _, k := range m.nots {
		if k.seek(m.at); k.doc() == m.at {
			return false
		}
	}
	return true
}

func (m *all) score() float64 {
	sum := 0.
	for _, k := range m.kids {
		sum += k.score()
	}
	return sum
}

// any matches the stories that some kid matches.
type any struct {
	kids []matcher
	at   uint32
}

func (m *any) settle() {
	m.at = end
	for _, k := range m.kids {
		m.at = min(m.at, k.doc())
	}
}

func (m *any) doc() uint32 { return m.at }
func (m *any) seek(target uint32) {
	if m.at >= target {
		return
	}
	for _, k := range m.kids {
		if k.doc() < target {
			k.seek(target)
		}
	}
	m.settle()
}

func (m *any) score() float64 {
	sum := 0.
	for _, k := range m.kids {
		if k.doc() == m.at {
			sum += k.score()
		}
	}
	return sum
}

func (m *any) cost() int {
	sum := 0
	for _, k := range m.kids {
		sum += k.cost()
	}
	return sum
}
