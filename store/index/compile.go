package index

import (
	"math/bits"
	"unicode/utf8"

	"broadsheet/store/index/term"
	"broadsheet/store/query"
)

// leaf is a word or phrase of a query, made ready: its terms, and what they
// say in this library.
type leaf struct {
	node   *query.Node
	words  [][]byte
	prefix bool // the last word may go on
	idf    []float64
	sets   []bitset // of every segment, for a prefix
	trace  *trace   // of a phrase that ends in one
}

// bitset holds the stories where some continuation of a prefix stands.
type bitset struct {
	all, title []uint64
	from, to   uint32 // the terms it was made of
}

func newBitset(nDocs int) bitset {
	size := nDocs/64 + 1
	both := make([]uint64, 2*size)
	return bitset{all: both[:size], title: both[size:]}
}

// take adds the stories of another set.
func (b bitset) take(o bitset) {
	for i := range o.all {
		b.all[i] |= o.all[i]
		b.title[i] |= o.title[i]
	}
}

// prepare makes the leaves of a query ready, by their node.
func (x *Index) prepare(q *query.Query) map[*query.Node]*leaf {
	leaves := map[*query.Node]*leaf{}
	var visit func(n *query.Node)
	visit = func(n *query.Node) {
		if n == nil {
			return
		}
		if n.Op == query.Word || n.Op == query.Phrase {
			leaves[n] = x.leaf(n)
		}
		for _, k := range n.Kids {
			visit(k)
		}
	}
	if q != nil {
		visit(q.Root)
	}
	return leaves
}

func (x *Index) leaf(n *query.Node) *leaf {
	l := &leaf{node: n, prefix: n.Prefix}
	for _, w := range term.Of(n.Text) {
		if mark := fieldPrefix(n.Field); mark > 0 {
			w = string(rune(mark)) + w
		}
		l.words = append(l.words, []byte(w))
	}
	if len(l.words) == 0 {
		return l
	}
	last := l.words[len(l.words)-1]
	if r, size := utf8.DecodeRune(last); size == len(last) && term.Unspaced(r) {
		l.prefix = true // a lone letter is indexed as the start of a pair
	}
	for i, w := range l.words {
		df := 0
		if l.prefix && i == len(l.words)-1 {
			df = x.spread(l, string(w))
		} else {
			for _, s := range x.segs {
				if t, ok := s.lookup(w); ok {
					df += int(s.df(t))
				}
			}
		}
		l.idf = append(l.idf, idf(x.rank.n, min(df, x.rank.n)))
	}
	if l.prefix && len(l.words) > 1 {
		x.typed.follow(l)
	}
	return l
}

// spread finds the stories of every continuation of a prefix, and counts them.
func (x *Index) spread(l *leaf, prefix string) (df int) {
	var c cursor
	for _, s := range x.segs {
		set := newBitset(s.nDocs)
		set.from, set.to = s.expand(prefix)
		if !s.start(prefix, set) {
			for t := set.from; t < set.to; t++ {
				s.mark(&c, t, set.all, set.title)
			}
		}
		l.sets = append(l.sets, set)
		for _, w := range set.all {
			df += bits.OnesCount64(w)
		}
	}
	return df
}

// compiler makes the matcher of one segment.
type compiler struct {
	x      *Index
	at     int // which segment
	s      *segment
	o      SearchOptions
	leaves map[*query.Node]*leaf
}

func (c *compiler) node(n *query.Node) matcher {
	if n == nil {
		return &every{n: uint32(c.s.nDocs)}
	}
	switch n.Op {
	case query.And:
		return c.and(n)
	case query.Or:
		m := &any{}
		for _, k := range n.Kids {
			m.kids = append(m.kids, c.node(k))
		}
		m.settle()
		return m
	case query.Not:
		return newAll([]matcher{&every{n: uint32(c.s.nDocs)}}, []matcher{c.node(n.Kids[0])}, nil)
	case query.Is, query.Dates:
		return newAll([]matcher{&every{n: uint32(c.s.nDocs)}}, nil, []func(uint32) bool{c.check(n)})
	}
	return c.words(c.leaves[n])
}

// and sorts its conditions into those that lead to stories, those that must
// not, and those that only look at a story already found.
func (c *compiler) and(n *query.Node) matcher {
	var kids, nots []matcher
	var checks []func(uint32) bool
	for _, k := range n.Kids {
		switch k.Op {
		case query.Not:
			nots = append(nots, c.node(k.Kids[0]))
		case query.Is, query.Dates:
			checks = append(checks, c.check(k))
		default:
			kids = append(kids, c.node(k))
		}
	}
	if len(kids) == 0 {
		kids = append(kids, &every{n: uint32(c.s.nDocs)})
	}
	return newAll(kids, nots, checks)
}

func (c *compiler) check(n *query.Node) func(uint32) bool {
	if n.Op == query.Dates {
		return func(doc uint32) bool {
			day := c.s.day(doc)
			return day != NoDay && day >= n.From && day < n.To
		}
	}
	switch n.Text {
	case "dated":
		return func(doc uint32) bool { return c.s.day(doc) != NoDay }
	case "undated":
		return func(doc uint32) bool { return c.s.day(doc) == NoDay }
	}
	return func(doc uint32) bool { return c.o.marked(c.s.key(doc), n.Text) }
}

func (c *compiler) words(l *leaf) matcher {
	m := c.bare(l)
	if l.node.Field != query.Tag || c.o.Marked == nil {
		return m
	}
	value := l.node.Text
	own := newAll([]matcher{&every{n: uint32(c.s.nDocs)}}, nil, []func(uint32) bool{
		func(doc uint32) bool { return c.o.Marked(c.s.key(doc), "tag", value) },
	})
	both := &any{kids: []matcher{m, own}}
	both.settle()
	return both
}

func (c *compiler) bare(l *leaf) matcher {
	inTitle, scored := l.node.Field == query.Title, fieldPrefix(l.node.Field) == 0
	if len(l.words) == 0 {
		return &none{}
	}
	if len(l.words) > 1 {
		return c.phrase(l, inTitle, scored)
	}
	var exact *wordMatch
	if t, ok := c.s.lookup(l.words[0]); ok {
		exact = &wordMatch{term: t, rank: c.x.rank, idf: l.idf[0], inTitle: inTitle, scored: scored}
		exact.c.open(c.s, t)
		exact.settle()
	}
	if l.prefix {
		set := l.sets[c.at]
		m := &prefixMatch{s: c.s, rank: c.x.rank, idf: l.idf[0], set: set, bits: set.all, scored: scored, exact: exact}
		if inTitle {
			m.bits = set.title
		}
		m.seek(0)
		return m
	}
	if exact == nil {
		return &none{}
	}
	return exact
}

func (c *compiler) phrase(l *leaf, inTitle, scored bool) matcher {
	m := &phraseMatch{s: c.s, rank: c.x.rank, idf: l.idf, inTitle: inTitle, scored: scored}
	words := l.words
	if l.prefix {
		words = words[:len(words)-1]
		m.inTitle, m.every = false, true
	}
	for _, w := range words {
		t, ok := c.s.lookup(w)
		if !ok {
			return &none{}
		}
		k := &cursor{}
		k.open(c.s, t)
		m.words = append(m.words, k)
	}
	m.start()
	if !l.prefix {
		return m
	}
	ending := &endingMatch{
		s: c.s, rank: c.x.rank, idf: l.idf[len(words)], inTitle: inTitle, scored: scored,
		head: m, last: l.sets[c.at], note: func(from uint32, met []bool) { l.trace.met(c.at, from, met) },
	}
	ending.settle(0)
	return ending
}
