package index

import (
	"bytes"
	"cmp"
	"fmt"
	"slices"
	"sort"
	"sync"
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
	docs  [][]uint32  // by segment and story: the new number, or end
	sizes [][]docSize // by segment and story
	ranks [][]uint32  // by segment and term: the new number
	from  []origin    // by new number

	inOrder bool      // the segments follow one another
	spare   sync.Pool // of *run that were written
	written int       // bytes of lists since the segments rested
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
		m.sizes = append(m.sizes, make([]docSize, s.nDocs))
		m.ranks = append(m.ranks, make([]uint32, s.nTerms))
		for doc := range uint32(s.nDocs) {
			m.sizes[i][doc] = docSize{s.length(doc), s.title(doc)}
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

// terms merges the lists of every term, some thousands of terms at a time.
func (m *merger) terms() error {
	bounds := m.bounds()
	return inTurn(len(bounds)-1, func(i int) *run {
		return m.merge(bounds[i], bounds[i+1])
	}, func(i int, r *run) error {
		for seg, ranks := range m.ranks { // now it is known how many terms come before
			for t := bounds[i][seg]; t < bounds[i+1][seg]; t++ {
				ranks[t] += uint32(len(m.w.hashes))
			}
		}
		err := m.w.run(r)
		m.passed(len(r.lists))
		r.reset()
		m.spare.Put(r)
		return err
	})
}

// restEvery is how many bytes of lists are written before the memory is given
// back in which theirs were read: nobody comes back to them.
const restEvery = 16 << 20

// passed says that so many bytes of lists were written.
func (m *merger) passed(n int) {
	if m.written += n; m.written >= restEvery {
		m.x.Rest()
		m.written = 0
	}
}

// mergeSize is how many bytes of lists are merged at a time, about.
const mergeSize = 1 << 20

// bounds parts the terms of all segments at the same names: by part and
// segment, the first term.
func (m *merger) bounds() [][]uint32 {
	all := [][]uint32{make([]uint32, len(m.x.segs))}
	last := make([]uint32, len(m.x.segs))
	size := 0
	var big *segment // to part the others by
	for i, s := range m.x.segs {
		last[i] = uint32(s.nTerms)
		size += len(s.sec[secPostings])
		if big == nil || s.nTerms > big.nTerms {
			big = s
		}
	}
	parts := size/mergeSize + 1
	for n := 1; n < parts; n++ {
		name := big.name(big.termAt(uint64(n) * uint64(len(big.sec[secPostings])) / uint64(parts)))
		bound := make([]uint32, len(m.x.segs))
		for i, s := range m.x.segs {
			bound[i] = uint32(sort.Search(s.nTerms, func(t int) bool { return bytes.Compare(s.name(uint32(t)), name) >= 0 }))
		}
		all = append(all, bound)
	}
	return append(all, last)
}

// termAt is the term whose list lies at that place in the section of lists.
func (s *segment) termAt(at uint64) uint32 {
	return uint32(sort.Search(max(s.nTerms-1, 0), func(t int) bool {
		return le.Uint64(s.sec[secTerms][(t+1)*termRow+8:]) > at
	}))
}

// merge merges the lists of the terms between two bounds.
func (m *merger) merge(from, to []uint32) *run {
	r, ok := m.spare.Get().(*run)
	if !ok {
		r = &run{lists: make([]byte, 0, mergeSize+mergeSize/4)}
	}
	l := lister{m: m, run: r}
	rank := uint32(0)
	for walk := newWalk(m.x.segs, from, to); walk.next(); {
		for _, p := range walk.same {
			m.ranks[p.seg][p.term] = rank
		}
		if l.term(walk.name(), walk.same) {
			rank++
		}
	}
	return l.run
}

// lister merges lists into a run.
type lister struct {
	m      *merger
	run    *run
	list   []holding
	places spill
	bits   bitWriter
	cursor cursor
}

// term merges the lists of one term: one after the other where that is in
// order, else through memory. It reports whether anybody alive holds the term.
func (l *lister) term(name []byte, same []place) bool {
	l.run.begin(name)
	if l.m.inOrder {
		for _, p := range same {
			l.follow(p)
		}
	} else {
		l.list, l.places = l.list[:0], l.places[:0]
		for _, p := range same {
			l.gather(p)
		}
		slices.SortFunc(l.list, func(a, b holding) int { return cmp.Compare(a.id, b.id) })
		for i := range l.list {
			h := &l.list[i]
			from := l.m.from[h.id]
			l.run.holding(h, l.m.sizes[from.seg][from.doc].words, l.places)
		}
	}
	if l.run.df == 0 {
		l.run.drop()
		return false
	}
	l.run.end()
	return true
}

// follow writes the living of one list behind what the term has by now. Their
// places are copied as they are.
func (l *lister) follow(p place) {
	docs, sizes := l.m.docs[p.seg], l.m.sizes[p.seg]
	l.m.x.segs[p.seg].each(&l.cursor, p.term, func(b *block) {
		r := l.cursor.placesReader()
		for i, old := range b.docs[:b.n] {
			code, size := b.codes[i], sizes[old]
			if doc := docs[old]; doc != end {
				l.run.spots.copySpots(&r, code, size)
				l.run.story(doc, code, size.words)
			} else {
				l.skip(&r, code, size)
			}
		}
	})
}

// gather reads the living of one list, renumbered.
func (l *lister) gather(p place) {
	docs, sizes := l.m.docs[p.seg], l.m.sizes[p.seg]
	l.m.x.segs[p.seg].each(&l.cursor, p.term, func(b *block) {
		r := l.cursor.placesReader()
		for i, old := range b.docs[:b.n] {
			code, size := b.codes[i], sizes[old]
			if doc := docs[old]; doc != end {
				l.bits.copySpots(&r, code, size)
				h := l.places.keep(code, &l.bits)
				h.id = doc
				l.list = append(l.list, h)
			} else {
				l.skip(&r, code, size)
			}
		}
	})
}

// skip reads past the places of a story that left.
func (l *lister) skip(r *bitReader, code uint8, size docSize) {
	l.bits.copySpots(r, code, size)
	l.bits = bitWriter{buf: l.bits.buf[:0]}
}

// forwardSize is how many forward lists are rewritten at a time; most of them
// have fewer than forwardBytes.
const (
	forwardSize  = 512
	forwardBytes = 512
)

// forwardRun is some forward lists that follow one another.
type forwardRun struct {
	b      []byte
	starts []int
	names  []uint32 // terms that a story writes as a name, once for each
}

// forwards rewrites the forward lists by the new numbers.
func (m *merger) forwards() error {
	return inTurn((len(m.from)+forwardSize-1)/forwardSize, func(i int) *forwardRun {
		return m.rewrite(m.from[i*forwardSize : min((i+1)*forwardSize, len(m.from))])
	}, func(_ int, r *forwardRun) error {
		for _, rank := range r.names {
			m.w.addCapital(rank)
		}
		m.passed(len(r.b))
		return m.w.forwards(r.b, r.starts)
	})
}

// rewrite makes the forward lists of some stories. Both numberings are in the
// order of the terms, so that lists stay sorted.
func (m *merger) rewrite(stories []origin) *forwardRun {
	r := &forwardRun{b: make([]byte, 0, forwardSize*forwardBytes)}
	var features []feature
	var pairs []pair
	for _, o := range stories {
		features, pairs = m.x.segs[o.seg].list(o.doc, features[:0], pairs[:0])
		for i := range features {
			f := &features[i]
			f.rank = m.ranks[o.seg][f.rank]
			if f.name {
				r.names = append(r.names, f.rank)
			}
		}
		r.starts = append(r.starts, len(r.b))
		r.b = appendForward(r.b, features, pairs, len(m.w.hashes))
	}
	return r
}
