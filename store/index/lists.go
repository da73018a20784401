package index

import (
	"cmp"
	"slices"
	"sync"
)

// lists gathers the forward lists of all stories while terms come by.
type lists struct {
	all         []feature
	start, next []uint32

	lengths []uint8  // by rank: of the term, up to longTerm
	rankOf  []uint32 // by number
	place   []uint8  // by rank: of the term in the list at hand, counted from 1
	counts  []uint32 // by worth
	keys    []uint32
	pair    []pair
}

// reset makes room for the lists of the stories of a builder.
func (l *lists) reset(b *Builder) {
	l.start = l.start[:0]
	sum := uint32(0)
	for _, d := range b.docs {
		l.start = append(l.start, sum)
		sum += d.to - d.from
	}
	l.next = append(l.next[:0], l.start...)
	l.all = slices.Grow(l.all[:0], int(sum))[:sum]
}

// add puts a term on the list of a story that holds it.
func (l *lists) add(rank uint32, h *holding) {
	at := &l.next[h.id]
	l.all[*at] = feature{rank, h.code(), h.isName()}
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

// of is the list of a story, of at most maxFeatures; of two terms that stand as
// often the longer says more, and of two that say as much the first is kept.
// What is left out depends on the story alone, never on what else is in the
// segment.
func (l *lists) of(doc int) []feature {
	list := l.all[l.start[doc]:l.next[doc]]
	if len(list) <= maxFeatures {
		return list
	}
	worth := worths()
	if l.counts == nil {
		l.counts = make([]uint32, len(worth)*len(worth[0])*len(worth[0][0]))
	}
	least := len(l.counts)
	for i := range list {
		w := worth.of(&list[i], l.lengths)
		l.counts[w]++
		least = min(least, int(w))
	}
	// Of the worth that parts what stays from what does not, some may stay.
	part, over := least, len(list)-maxFeatures
	for over > int(l.counts[part]) {
		over -= int(l.counts[part])
		part++
	}
	stay := int(l.counts[part]) - over
	n := 0
	for i := range list {
		w := int(worth.of(&list[i], l.lengths))
		l.counts[w] = 0
		switch {
		case w < part || w == part && stay == 0:
			continue
		case w == part:
			stay--
		}
		list[n] = list[i]
		n++
	}
	return list[:n]
}

func (t *worthOf) of(f *feature, lengths []uint8) uint16 {
	name := 0
	if f.name {
		name = 1
	}
	return t[name][lengths[f.rank]][f.code]
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
