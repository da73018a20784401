package index

import "slices"

// phraseMatch matches the stories where words stand side by side.
type phraseMatch struct {
	s       *segment
	rank    ranker
	idf     []float64
	inTitle bool
	scored  bool

	words []*cursor // in the order of the phrase
	rare  *cursor
	at    uint32

	every bool     // every place is wanted, not only whether there is one
	spots []uint32 // of the last word, in this story
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
		if m.sideBySide() {
			return
		}
		m.rare.seek(m.at + 1)
	}
}

// holds reports whether a story is a match, which it then stands on. It is for
// who asks of some stories, ascending, and has no use for the others.
func (m *phraseMatch) holds(doc uint32) bool {
	if m.rare.seek(doc); m.rare.doc() != doc {
		return false
	}
	for _, c := range m.words {
		if c.seek(doc); c.doc() != doc {
			return false
		}
	}
	m.at = doc
	return m.sideBySide()
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
		once := i == len(m.words)-1 && !m.every && !m.inTitle
		if m.follow(places, m.spots[:0], once); len(m.spots) == 0 {
			return false
		}
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

func (m *phraseMatch) score() float64 {
	if !m.scored {
		return 0
	}
	words, sum := float64(m.s.length(m.at)), 0.
	for i, c := range m.words {
		sum += m.rank.score(m.idf[i], weight(c.code()), words)
	}
	return sum
}
