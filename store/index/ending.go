package index

import "slices"

const (
	firstRun = 128     // stories that are worked out at first
	fullRun  = 1 << 14 // and at most, so that their places stay few
)

// endingMatch matches the stories where words stand side by side and the last
// of them goes on from a prefix. It works out a run of stories at a time and
// reads the list of every continuation once for it: a letter has thousands, of
// which one story after another would have to ask each.
type endingMatch struct {
	s       *segment
	rank    ranker
	idf     float64 // of the last word
	inTitle bool
	scored  bool

	head *phraseMatch // the words before the last
	last bitset       // where the last may go on
	note func(from uint32, met []bool)

	from, to uint32    // the run that is worked out
	size     uint32    // of the next
	spots    []uint32  // where the words stand, story by story
	starts   []uint32  // where in spots each story of the run begins
	held     []uint32  // for each the next story that has spots, itself or a later one
	ahead    []uint32  // for every continuation, behind what its list was read
	base     []float64 // score of the words
	heaviest []uint8   // the most that a continuation after them weighs
	met      []bool    // the story matches
	c        cursor
	at       uint32
}

func (m *endingMatch) doc() uint32 { return m.at }
func (m *endingMatch) cost() int   { return m.head.cost() }

func (m *endingMatch) seek(target uint32) {
	if m.at < target {
		m.settle(target)
	}
}

// settle moves to the first match from target on.
func (m *endingMatch) settle(target uint32) {
	for n := uint32(m.s.nDocs); target < n; target = m.to {
		if target >= m.to {
			m.work(target)
		}
		for doc := target; doc < m.to; doc++ {
			if m.met[doc-m.from] {
				m.at = doc
				return
			}
		}
	}
	m.at = end
}

func (m *endingMatch) score() float64 {
	if !m.scored {
		return 0
	}
	i := m.at - m.from
	return m.base[i] + m.rank.score(m.idf, int(m.heaviest[i]), float64(m.s.length(m.at)))
}

// work works out the run from a story on. Runs grow, whether all stories are
// asked for or few, so that there are never many.
func (m *endingMatch) work(from uint32) {
	m.size = min(max(2*m.size, firstRun), fullRun)
	m.from, m.to = from, min(from+m.size, uint32(m.s.nDocs))
	n := int(m.to - m.from)
	m.starts, m.spots = slices.Grow(m.starts[:0], n+1)[:n+1], m.spots[:0]
	m.base, m.heaviest = slices.Grow(m.base[:0], n)[:n], slices.Grow(m.heaviest[:0], n)[:n]
	m.met = slices.Grow(m.met[:0], n)[:n]
	clear(m.heaviest)
	clear(m.met)
	defer func() { m.note(m.from, m.met) }()
	for i := range n {
		m.starts[i] = uint32(len(m.spots))
		doc := from + uint32(i)
		if m.last.all[doc>>6]>>(doc&63)&1 != 0 && m.head.holds(doc) {
			m.spots = append(m.spots, m.head.spots...)
			m.base[i] = m.head.score()
		}
	}
	if m.starts[n] = uint32(len(m.spots)); len(m.spots) == 0 {
		return
	}
	m.held = slices.Grow(m.held[:0], n)[:n]
	next := uint32(end)
	for i := n - 1; i >= 0; i-- {
		if m.starts[i] < m.starts[i+1] {
			next = from + uint32(i)
		}
		m.held[i] = next
	}
	if m.ahead == nil {
		m.ahead = make([]uint32, m.last.to-m.last.from)
	}
	for t := m.last.from; t < m.last.to; t++ {
		if ahead := &m.ahead[t-m.last.from]; *ahead < m.to {
			m.goOn(t)
			*ahead = m.c.doc()
		}
	}
}

// goOn looks where in the run a continuation follows the words.
func (m *endingMatch) goOn(t uint32) {
	c := &m.c
	for c.openFrom(m.s, t, m.held[0]); c.doc() < m.to; c.next() {
		i := c.doc() - m.from
		if next := m.held[i]; next != c.doc() {
			if c.seek(min(next, m.to)); c.doc() >= m.to {
				return
			}
			if i = c.doc() - m.from; m.held[i] != c.doc() {
				continue
			}
		}
		place, ok := following(c.places(), m.spots[m.starts[i]:m.starts[i+1]])
		if !ok {
			continue
		}
		m.heaviest[i] = max(m.heaviest[i], uint8(weight(c.code())))
		if !m.inTitle || place < m.s.title(c.doc()) {
			m.met[i] = true
		}
	}
}

// following is the first of places that is right after a spot.
func following(places, spots []uint32) (uint32, bool) {
	for _, p := range places {
		for len(spots) > 0 && spots[0]+1 < p {
			spots = spots[1:]
		}
		if len(spots) == 0 {
			break
		}
		if spots[0]+1 == p {
			return p, true
		}
	}
	return 0, false
}
