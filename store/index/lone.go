package index

import "math/bits"

// lone is a condition that is a whole query. Its stories are counted without
// being looked at, and of those that cannot be among the best few are.
type lone interface {
	matcher
	count() int                    // its stories, the dead among them
	holder() func(doc uint32) bool // asks whether they hold one; ascending
	skim(p *sweep, hidden keySet)  // shows the best to p.offer
}

// loneOf is the condition of a query as one that stands alone, or nil.
func loneOf(m matcher) lone {
	switch m := m.(type) {
	case *wordMatch:
		if m.scored && !m.inTitle {
			return m
		}
	case *prefixMatch:
		if m.scored {
			return m
		}
	}
	return nil
}

// slack is what a bound is raised by: it is computed in another order than the
// score.
const slack = 1 + 1e-9

// meetLone counts the stories of a lone condition, and puts those aside that
// have copies.
func (p *sweep) meetLone() {
	p.total = p.lone.count()
	if p.s.deadDocs > 0 {
		holds := p.lone.holder()
		for doc := range each(p.s.dead) {
			if holds(doc) {
				p.total--
			}
		}
	}
	if p.copies == nil {
		return
	}
	holds := p.lone.holder()
	for key := range each(p.copies) {
		if doc, ok := p.s.find(key); ok && holds(doc) {
			p.aside = append(p.aside, found{Hit: Hit{Key: key}})
		}
	}
}

// each lists the numbers of the bits that are set.
func each(set []uint64) func(yield func(uint32) bool) {
	return func(yield func(uint32) bool) {
		for at, word := range set {
			for ; word != 0; word &= word - 1 {
				if !yield(uint32(at<<6 | bits.TrailingZeros64(word))) {
					return
				}
			}
		}
	}
}

// offer ranks a story that nothing says may be left out.
func (p *sweep) offer(doc uint32, score float64, hidden keySet) {
	if !p.s.isDead(doc) && (hidden == nil || !hidden.has(p.s.key(doc))) {
		p.x.rate(p.s, doc, score, &p.top)
	}
}

// reaches reports whether a score that is at most so much can be among the
// best.
func (p *sweep) reaches(score float64) bool {
	return score*(1+freshGain)*slack >= p.top.floor()
}

func (m *wordMatch) count() int { return m.c.df }

func (m *wordMatch) holder() func(doc uint32) bool {
	c := &cursor{}
	c.open(m.c.s, m.term)
	return func(doc uint32) bool {
		c.seek(doc)
		return c.doc() == doc
	}
}

// skim leaves out blocks whose bound does not reach the worst hit kept.
func (m *wordMatch) skim(p *sweep, hidden keySet) {
	for block := range m.c.blocks() {
		most, least := m.c.bound(block)
		if !p.reaches(m.rank.score(m.idf, most, least)) {
			continue
		}
		if block > 0 {
			m.c.load(block)
		}
		for i := range m.c.n {
			doc := m.c.docs[i]
			p.offer(doc, m.rank.score(m.idf, weight(m.c.codes[i]), float64(p.s.length(doc))), hidden)
		}
	}
}

func (m *prefixMatch) count() (n int) {
	for _, word := range m.bits {
		n += bits.OnesCount64(word)
	}
	return n
}

func (m *prefixMatch) holder() func(doc uint32) bool {
	return func(doc uint32) bool { return m.bits[doc>>6]>>(doc&63)&1 != 0 }
}

// skim shows the stories first that hold the prefix in their title. Most often
// the others cannot be among the best any more, but for those that hold the
// word itself.
func (m *prefixMatch) skim(p *sweep, hidden keySet) {
	var again wordMatch
	if m.exact != nil {
		again = *m.exact // what was passed is asked of once more
	}
	show := func(set func(word int) uint64) {
		for at := range m.bits {
			for word := set(at); word != 0; word &= word - 1 {
				m.at = uint32(at<<6 | bits.TrailingZeros64(word))
				p.offer(m.at, m.score(), hidden)
			}
		}
	}
	show(func(at int) uint64 { return m.bits[at] & m.set.title[at] })
	if m.exact != nil {
		*m.exact = again
	}
	if p.reaches(m.rank.score(m.idf, 1, 0)) {
		show(func(at int) uint64 { return m.bits[at] &^ m.set.title[at] })
	} else if m.exact != nil && !m.exact.inTitle {
		m.skimExact(p, hidden)
	}
}

// skimExact shows of the stories that hold the word itself those that do not
// hold the prefix in their title.
func (m *prefixMatch) skimExact(p *sweep, hidden keySet) {
	c := &m.exact.c
	for block := range c.blocks() {
		most, least := c.bound(block)
		if !p.reaches(m.rank.score(m.idf, 1, least) + m.rank.score(m.exact.idf, most, least)) {
			continue
		}
		c.load(block)
		for i := range c.n {
			if doc := c.docs[i]; m.set.title[doc>>6]>>(doc&63)&1 == 0 {
				words := float64(p.s.length(doc))
				p.offer(doc, m.rank.score(m.idf, 1, words)+m.rank.score(m.exact.idf, weight(c.codes[i]), words), hidden)
			}
		}
	}
}
