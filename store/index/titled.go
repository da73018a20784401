package index

import (
	"cmp"
	"context"
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
	defer x.ease()
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	words := x.wanted(title)
	full, read, all := 0, 0, float32(0)
	for i, w := range words {
		all += w.weight
		if read += w.df; i <= len(words)/2 || read <= titledPostings {
			full++ // rarer ones come first
		}
	}
	m := x.similarity()
	defer m.release()
	top := best{n: n}
	for seg, s := range x.segs {
		rest := m.openTitles(seg, words, full)
		for m.from = 0; int(m.from) < s.nDocs; m.from += uint32(len(m.sums)) {
			for i := range m.pullers {
				if p := &m.pullers[i]; i < rest {
					p.pull(&m.gathering)
				} else {
					p.lookUp(&m.gathering)
				}
			}
			m.drain(func(doc uint32, sum float32) {
				if sum >= titledShare*all && !s.isDead(doc) {
					top.add(found{Hit: Hit{s.key(doc), float64(sum)}, day: s.day(doc), tie: s.tie(doc)})
				}
			})
		}
	}
	var keys []uint32
	for _, hit := range top.sorted() {
		keys = append(keys, hit.Key)
	}
	return keys, nil
}

// openTitles opens the lists of the words that a segment holds, and tells where
// those begin that are not among the first so many.
func (m *similarity) openTitles(seg int, words []wanted, full int) (rest int) {
	m.pullers = m.pullers[:0]
	for i, w := range words {
		for _, at := range w.at {
			if int(at.seg) != seg {
				continue
			}
			p := m.puller(at)
			for code := range p.worth {
				p.worth[code] = 0
				if code>>6 != 0 {
					p.worth[code] = w.weight
				}
			}
			if i < full {
				rest++
			}
		}
	}
	return rest
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
