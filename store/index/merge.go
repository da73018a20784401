package index

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Merge makes one segment at dst of the segments at paths, oldest first, as
// Open would see them: without the dead and without what a later one has again.
func Merge(dst string, paths []string, dead Dead) (Info, error) {
	x, err := Open(paths, dead)
	if err != nil {
		return Info{}, fmt.Errorf("merging into %s: %w", dst, err)
	}
	defer x.Close()
	w, err := create(dst)
	if err != nil {
		return Info{}, err
	}
	defer w.abandon()
	m := newMerger(x, w)
	if err := m.terms(); err != nil {
		return Info{}, fmt.Errorf("merging into %s: %w", dst, err)
	}
	w.endPostings()
	if err := m.forwards(); err != nil {
		return Info{}, fmt.Errorf("merging into %s: %w", dst, err)
	}
	return w.finish()
}

// merger holds where everything goes.
type merger struct {
	x     *Index
	w     *writer
	docs  [][]uint32 // by segment and story: the new number, or end
	ranks [][]uint32 // by segment and term: the new number
	from  []origin   // by new number

	inOrder bool // the segments follow one another
	list    []posting
	spots   []uint32
	cursor  cursor
	one     posting // that living shows
}

type origin struct {
	key uint32
	seg int
	doc uint32
}

func newMerger(x *Index, w *writer) *merger {
	m := &merger{x: x, w: w}
	// Who holds what is settled, so the segments may stand in the order of
	// their keys: then most lists follow one another as they are.
	slices.SortStableFunc(x.segs, func(a, b *segment) int { return cmp.Compare(a.firstKey(), b.firstKey()) })
	for i, s := range x.segs {
		m.docs = append(m.docs, make([]uint32, s.nDocs))
		m.ranks = append(m.ranks, make([]uint32, s.nTerms))
		for doc := range uint32(s.nDocs) {
			m.docs[i][doc] = end
			if !s.isDead(doc) {
				m.from = append(m.from, origin{s.key(doc), i, doc})
			}
		}
	}
	slices.SortFunc(m.from, func(a, b origin) int { return cmp.Compare(a.key, b.key) })
	m.inOrder = slices.IsSortedFunc(m.from, func(a, b origin) int { return cmp.Compare(a.seg, b.seg) })
	for n, o := range m.from {
		m.docs[o.seg][o.doc] = uint32(n)
		w.doc(x.segs[o.seg].doc(o.doc))
	}
	return m
}

// terms merges the lists of every term.
func (m *merger) terms() error {
	rank := uint32(0)
	at := make([]uint32, len(m.x.segs))
	for {
		name, same := m.x.lowest(at)
		if len(same) == 0 {
			return nil
		}
		for _, i := range same {
			m.ranks[i][at[i]] = rank
		}
		err := m.term(name, same, at)
		for _, i := range same {
			at[i]++
		}
		if err == errEmpty {
			continue
		}
		if err != nil {
			return err
		}
		rank++
	}
}

// lowest finds the first of the terms that the segments stand on, and which of
// them stand on it.
func (x *Index) lowest(at []uint32) (name []byte, same []int) {
	for i, s := range x.segs {
		if int(at[i]) >= s.nTerms {
			continue
		}
		n, c := s.name(at[i]), -1
		if len(same) > 0 {
			c = bytes.Compare(n, name)
		}
		if c < 0 {
			name, same = n, append(same[:0], i)
		} else if c == 0 {
			same = append(same, i)
		}
	}
	return name, same
}

// errEmpty says that nobody alive holds the term.
var errEmpty = errors.New("an empty list")

// term merges the lists of one term: one after the other where that is in
// order, else through memory.
func (m *merger) term(name []byte, same []int, at []uint32) error {
	if m.inOrder {
		begun := false
		for _, i := range same {
			m.living(i, at[i], func(p *posting) {
				if !begun {
					m.w.beginTerm(name)
					begun = true
				}
				m.w.posting(p)
			})
		}
		if !begun {
			return errEmpty
		}
		return m.w.endTerm()
	}
	m.list, m.spots = m.list[:0], m.spots[:0]
	for _, i := range same {
		m.living(i, at[i], func(p *posting) {
			from := len(m.spots)
			m.spots = append(m.spots, p.spots...)
			p.spots = m.spots[from:len(m.spots):len(m.spots)]
			m.list = append(m.list, *p)
		})
	}
	if len(m.list) == 0 {
		return errEmpty
	}
	slices.SortFunc(m.list, func(a, b posting) int { return cmp.Compare(a.doc, b.doc) })
	return m.w.term(name, m.list)
}

// living shows the postings of one list whose stories live, renumbered.
func (m *merger) living(seg int, t uint32, visit func(*posting)) {
	s, c := m.x.segs[seg], &m.cursor
	for c.open(s, t); c.doc() != end; c.next() {
		if doc := m.docs[seg][c.doc()]; doc != end {
			m.one = posting{doc: doc, words: s.length(c.doc()), title: s.title(c.doc()), code: c.code(), spots: c.places()}
			visit(&m.one)
		}
	}
}

// forwards rewrites the forward lists by the new numbers. Both numberings are
// in the order of the terms, so that lists stay sorted.
func (m *merger) forwards() error {
	var features []feature
	var pairs []pair
	for _, o := range m.from {
		features, pairs = m.x.segs[o.seg].list(o.doc, features[:0], pairs[:0])
		for i := range features {
			f := &features[i]
			f.rank = m.ranks[o.seg][f.rank]
			if f.name {
				m.w.addCapital(f.rank)
			}
		}
		if err := m.w.forward(features, pairs); err != nil {
			return err
		}
	}
	return nil
}
