package index

import (
	"cmp"
	"slices"
	"sync"
)

// lists gathers the forward lists of all stories while terms come by. It writes
// them over the rows of their stories, which by then are sorted elsewhere.
type lists struct {
	held []holding // a feature tells its term, by rank, instead of its story
	next []uint32  // by story: where its next feature goes

	lengths []uint8  // by rank: of the term, up to longTerm
	rankOf  []uint32 // by number
	place   []uint8  // by rank: of the term in the list at hand, counted from 1
	counts  []uint32 // by worth
	list    []feature
	keys    []uint32
	pair    []pair
}

// reset begins the lists of the stories of a builder.
func (l *lists) reset(b *Builder) {
	l.held, l.next = b.held, l.next[:0]
	for _, d := range b.docs {
		l.next = append(l.next, d.from)
	}
}

// add puts a term on the list of a story that holds it.
func (l *lists) add(rank uint32, h *holding) {
	at := &l.next[h.id]
	l.held[*at] = holding{id: rank, meta: h.meta}
	*at++
}

// number takes in the terms in their order, each by its number.
func (l *lists) number(b *Builder, ranked []uint32) {
	l.rankOf = slices.Grow(l.rankOf[:0], len(b.words.terms))[:len(b.words.terms)]
	l.lengths = l.lengths[:0]
	for rank, n := range ranked {
		l.rankOf[n] = uint32(rank)
		l.lengths = append(l.lengths, uint8(min(len(b.words.name(n)), longTerm)))
	}
	l.place = slices.Grow(l.place[:0], len(ranked))[:len(ranked)]
	clear(l.place)
}

// longTerm is the length from which on terms say no more by being longer.
const longTerm = 12

// worthOf is what a feature may say of a story, by whether it is a name, the
// length of the term and the code: the more, the greater, equal only where they
// say as much.
type worthOf [2][longTerm + 1][256]uint16

var worths = sync.OnceValue(func() *worthOf {
	type kind struct {
		value        uint32
		name, length int
		code         int
	}
	var all []kind
	for name := range 2 {
		for length := range longTerm + 1 {
			for code := range 256 {
				p := &parts[code]
				v := p.all
				if name > 0 {
					v *= nameGain
				}
				v += p.lead + p.title + .01*float32(length)
				all = append(all, kind{uint32(v * (1 << 20)), name, length, code})
			}
		}
	}
	slices.SortFunc(all, func(a, b kind) int { return cmp.Compare(a.value, b.value) })
	t, worth := new(worthOf), uint16(0)
	for i, k := range all {
		if i > 0 && k.value > all[i-1].value {
			worth++
		}
		t[k.name][k.length][k.code] = worth
	}
	return t
})

// of is the list of a story whose rows begin there, of at most maxFeatures; it
// is good until the next. Of two terms that stand as often the longer says more,
// and of two that say as much the first is kept. What is left out depends on the
// story alone, never on what else is in the segment.
func (l *lists) of(doc int, from uint32) []feature {
	rows := l.held[from:l.next[doc]]
	l.list = l.list[:0]
	if len(rows) <= maxFeatures {
		for i := range rows {
			l.list = append(l.list, rows[i].feature())
		}
		return l.list
	}
	worth := worths()
	if l.counts == nil {
		l.counts = make([]uint32, len(worth)*len(worth[0])*len(worth[0][0]))
	}
	least := len(l.counts)
	for i := range rows {
		w := worth.of(&rows[i], l.lengths)
		l.counts[w]++
		least = min(least, int(w))
	}
	// Of the worth that parts what stays from what does not, some may stay.
	part, over := least, len(rows)-maxFeatures
	for over > int(l.counts[part]) {
		over -= int(l.counts[part])
		part++
	}
	stay := int(l.counts[part]) - over
	for i := range rows {
		w := int(worth.of(&rows[i], l.lengths))
		l.counts[w] = 0
		if w < part || w == part && stay == 0 {
			continue
		}
		if w == part {
			stay--
		}
		l.list = append(l.list, rows[i].feature())
	}
	return l.list
}

func (h *holding) feature() feature { return feature{h.id, h.code(), h.isName()} }

func (t *worthOf) of(h *holding, lengths []uint8) uint16 {
	return t[h.meta>>heldNameBit&1][lengths[h.id]][h.code()]
}

// pairs lists those of a story's title and lead, each once, in order; they are
// good until the next.
func (l *lists) pairs(lead []uint32, list []feature) []pair {
	for i, f := range list {
		l.place[f.rank] = uint8(i + 1)
	}
	l.keys = l.keys[:0]
	last := uint8(0)
	for _, n := range lead {
		at := uint8(0)
		if n != gapToken {
			at = l.place[l.rankOf[n]]
		}
		if at > 0 && last > 0 {
			l.keys = append(l.keys, uint32(last)<<8|uint32(at))
		}
		last = at
	}
	for _, f := range list {
		l.place[f.rank] = 0
	}
	slices.Sort(l.keys)
	l.pair = l.pair[:0]
	for i, k := range l.keys {
		if i == 0 || k != l.keys[i-1] {
			l.pair = append(l.pair, pair{k>>8 - 1, k&255 - 1})
		}
	}
	return l.pair
}
