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

// phraseMatch matches the stories where words stand side by side.
type phraseMatch struct {
	s       *segment
	rank    ranker
	idf     []float64
	inTitle bool
	scored  bool

	words []*cursor // in the order of the phrase
	last  *bitset   // where its last word may go on
	ends  []*cursor // of every continuation, opened when first needed
	rare  *cursor
	at    uint32

	spots, here []uint32
	heaviest    int // weight of the last word's continuation in this story
}

func (m *phraseMatch) start() {
	for _, c := range m.words {
		if m.rare == nil || c.df < m.rare.df {
			m.rare = c
		}
	}
	m.settle()
}

func (m *phraseMatch) doc() uint32 { return m.at }
func (m *phraseMatch) cost() int   { return m.rare.df }
func (m *phraseMatch) seek(target uint32) {
	if m.at >= target {
		return
	}
	m.rare.seek(target)
	m.settle()
}

func (m *phraseMatch) settle() {
next:
	for {
		m.at = m.rare.doc()
		if m.at == end {
			return
		}
		for _, c := range m.words {
			c.seek(m.at)
			if d := c.doc(); d != m.at {
				if d == end {
					m.at = end
					return
				}
				m.rare.seek(d)
				continue next
			}
		}
		if (m.last == nil || m.last.all[m.at>>6]>>(m.at&63)&1 != 0) && m.sideBySide() {
			return
		}
		m.rare.seek(m.at + 1)
	}
}

// sideBySide follows the places of the words through the story.
func (m *phraseMatch) sideBySide() bool {
	m.spots = m.spots[:0]
	for i, c := range m.words {
		places := c.places()
		if i == 0 {
			m.spots = append(m.spots, places...)
			continue
		}
		once := i == len(m.words)-1 && m.last == nil && !m.inTitle
		if m.follow(places, m.spots[:0], once); len(m.spots) == 0 {
			return false
		}
	}
	if m.last != nil {
		m.goOn()
	}
	if m.inTitle {
		title := m.s.title(m.at)
		m.spots = slices.DeleteFunc(m.spots, func(p uint32) bool { return p >= title })
	}
	return len(m.spots) > 0
}

// follow keeps of places those right after a spot, in dst as the new spots;
// where it is enough to know that there is one, only the first.
func (m *phraseMatch) follow(places, dst []uint32, once bool) {
	k := 0
	spots := m.spots
	for _, p := range places {
		for k < len(spots) && spots[k]+1 < p {
			k++
		}
		if k == len(spots) {
			break
		}
		if spots[k]+1 == p {
			if dst = append(dst, p); once {
				break
			}
			k++
		}
	}
	m.spots = dst
}

// goOn looks for any continuation of the last word after the spots.
func (m *phraseMatch) goOn() {
	if m.ends == nil {
		for t := m.last.from; t < m.last.to; t++ {
			c := &cursor{}
			c.open(m.s, t)
			m.ends = append(m.ends, c)
		}
	}
	m.here, m.heaviest = m.here[:0], 0
	before := slices.Clone(m.spots)
	for _, c := range m.ends {
		if c.seek(m.at); c.doc() != m.at {
			continue
		}
		m.spots = before
		m.follow(c.places(), nil, false)
		if len(m.spots) > 0 {
			m.here = append(m.here, m.spots...)
			m.heaviest = max(m.heaviest, weight(c.code()))
		}
	}
	slices.Sort(m.here)
	m.spots = append(m.spots[:0:0], m.here...)
}

func (m *phraseMatch) score() float64 {
	if !m.scored {
		return 0
	}
	words, sum := float64(m.s.length(m.at)), 0.
	for i, c := range m.words {
		sum += m.rank.score(m.idf[i], weight(c.code()), words)
	}
	if m.last != nil {
		sum += m.rank.score(m.idf[len(m.words)], m.heaviest, words)
	}
	return sum
}
