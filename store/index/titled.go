package index

import (
	"cmp"
	"context"
	"math/bits"
	"slices"

	"broadsheet/store/index/term"
)

const (
	titledPostings = 2000 // read in full, of the rarest words
	titledShare    = 0.25 // of the weight of all words, that a title must hold
)

// wanted is a word of a title that is looked for.
type wanted struct {
	name   string
	at     []place
	df     int
	weight float32
}

// Titled lists the n stories whose titles share most with a title: the words
// weigh by how rare they are. It is for who compares titles and needs
// candidates, and counts nothing, so that the common words need not be read
// through: a title like another holds at least one of the rarer half of its
// words, and is only looked up for the rest.
func (x *Index) Titled(ctx context.Context, title string, n int) ([]uint32, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	words := x.wanted(title)
	m := x.similarity()
	defer m.release()
	read, all := 0, float32(0)
	for i, w := range words {
		if err := ctx.Err(); err != nil {
			m.forget()
			return nil, err
		}
		all += w.weight
		if i > len(words)/2 && read+w.df > titledPostings {
			m.lookUp(w)
			continue
		}
		read += w.df
		m.gather(w)
	}
	top := best{n: n, heap: m.top[:0]}
	for seg, met := range m.met {
		s, acc := x.segs[seg], m.acc[seg]
		for at, word := range met {
			for ; word != 0; word &= word - 1 {
				doc := uint32(at<<6 | bits.TrailingZeros64(word))
				if sum := acc[doc]; sum >= titledShare*all && !s.isDead(doc) {
					top.add(found{Hit: Hit{s.key(doc), float64(sum)}, day: s.day(doc), tie: s.tie(doc)})
				}
			}
		}
	}
	m.forget()
	m.top = top.heap[:0]
	keys := make([]uint32, 0, len(top.heap))
	for _, hit := range top.sorted() {
		keys = append(keys, hit.Key)
	}
	return keys, nil
}

// wanted looks the words of a title up, the rarest first.
func (x *Index) wanted(title string) []wanted {
	var words []wanted
	for _, name := range term.Of(title) {
		if slices.ContainsFunc(words, func(w wanted) bool { return w.name == name }) {
			continue
		}
		w := wanted{name: name}
		for i, s := range x.segs {
			if t, ok := s.lookup([]byte(name)); ok {
				w.at = append(w.at, place{uint32(i), t})
				w.df += int(s.df(t))
			}
		}
		if w.df > 0 {
			w.weight = float32(1 + idf(x.rank.n, w.df)) // in a library of a few stories every word is common
			words = append(words, w)
		}
	}
	slices.SortFunc(words, func(a, b wanted) int {
		return cmp.Or(cmp.Compare(a.df, b.df), cmp.Compare(a.name, b.name))
	})
	return words
}

// gather adds the weight of a word to every story with it in its title.
func (m *similarity) gather(w wanted) {
	for _, p := range w.at {
		met, acc := m.met[p.seg], m.acc[p.seg]
		m.x.segs[p.seg].each(&m.cursor, p.term, func(b *block) {
			for i, doc := range b.docs[:b.n] {
				if b.codes[i]>>6 != 0 {
					acc[doc] += w.weight
					met[doc>>6] |= 1 << (doc & 63)
				}
			}
		})
	}
}

// lookUp adds it to those that gathered something before.
func (m *similarity) lookUp(w wanted) {
	for _, p := range w.at {
		acc, c := m.acc[p.seg], &m.cursor
		c.open(m.x.segs[p.seg], p.term)
		for at, word := range m.met[p.seg] {
			for ; word != 0; word &= word - 1 {
				doc := uint32(at<<6 | bits.TrailingZeros64(word))
				if c.seek(doc); c.doc() == doc && c.code()>>6 != 0 {
					acc[doc] += w.weight
				}
			}
		}
	}
}

// forget makes what was gathered zero again.
func (m *similarity) forget() {
	for seg, met := range m.met {
		acc := m.acc[seg]
		for at, word := range met {
			met[at] = 0
			for ; word != 0; word &= word - 1 {
				acc[at<<6|bits.TrailingZeros64(word)] = 0
			}
		}
	}
}
