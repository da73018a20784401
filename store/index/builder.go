package index

import (
	"bytes"
	"cmp"
	"encoding/binary"
	"slices"
	"strings"

	"broadsheet/store/index/term"
)

// Limits of one segment in the making. A story longer than maxWords is indexed
// up to there: no news story is, and a dump must not cost the others.
const (
	maxWords  = 1 << 18
	maxTokens = 1 << 28
)

// gapToken stands between two fields, so that no phrase runs across.
const gapToken = ^uint32(0)

// Builder gathers stories for one segment. It keeps their terms as numbers and
// not their text. It is used by one goroutine; two may fill two.
type Builder struct {
	table []slot // open addressing over terms
	terms []newTerm
	bytes []byte

	stream []uint32 // of every story in turn: term number, and whether a name
	docs   []newDoc
	scan   term.Scanner
	name   []byte

	distinct uint32 // terms of the story being added

	places, ends []uint32 // room for scatter
	lists        lists
}

// slot holds the hash of a term beside its number plus one, so that a look at
// the wrong one ends here.
type slot struct{ hash, n uint32 }

type newTerm struct {
	start, end uint32 // in bytes
	count      uint32 // in the stream
	last       uint32 // the story that held it last, counted from 1
}

type newDoc struct {
	key        uint32
	day        int32
	tie        uint64
	start, end uint32 // in the stream
	title      uint32 // terms of the title
	lead       uint32 // where the lead ends, from start
	words      uint32
	distinct   uint32 // terms
}

// NewBuilder makes an empty builder.
func NewBuilder() *Builder {
	return &Builder{table: make([]slot, 1<<14)}
}

// manyTokens is more than most segments have: the room for one that has more
// is not worth keeping.
const manyTokens = 1 << 23

// Reset makes the builder empty, whether or not it was written.
func (b *Builder) Reset() {
	if len(b.stream) > manyTokens {
		*b = *NewBuilder()
		return
	}
	clear(b.table)
	b.terms, b.bytes, b.stream, b.docs = b.terms[:0], b.bytes[:0], b.stream[:0], b.docs[:0]
}

// Len tells how many stories were added.
func (b *Builder) Len() int { return len(b.docs) }

// Full reports that the segment should be written before more is added.
func (b *Builder) Full() bool { return len(b.stream) > maxTokens }

// Add takes a story in. Of two with one key the later holds.
func (b *Builder) Add(d Doc) {
	b.distinct = 0
	row := newDoc{key: d.Key, day: d.Day, tie: tieOf(d), start: uint32(len(b.stream))}
	row.title = b.text(d.Title, 0)
	b.stream = append(b.stream, gapToken)
	body := b.text(d.Text, leadWords)
	row.lead = row.title + 1 + min(body, leadWords)
	row.words = row.title + body
	b.field(1, d.Source)
	for _, a := range d.Authors {
		b.field(2, a)
	}
	for _, t := range d.Tags {
		b.field(3, t)
	}
	b.field(4, d.Language)
	b.field(5, d.Section)
	row.end, row.distinct = uint32(len(b.stream)), b.distinct
	b.docs = append(b.docs, row)
}

// tieOf orders stories of equal score the same whatever their order of arrival.
func tieOf(d Doc) uint64 {
	h := uint64(14695981039346656037)
	for _, s := range []string{d.ID, d.Title} {
		for i := range len(s) {
			h = (h ^ uint64(s[i])) * 1099511628211
		}
	}
	return h
}

// text adds the words of the title (lead 0) or the body, and counts them. A
// capital says "name" only inside a sentence.
func (b *Builder) text(s string, lead uint32) uint32 {
	n, last := uint32(0), 0
	for b.scan.Reset(s); b.scan.Next() && n < maxWords; n++ {
		token := b.number(b.scan.Term()) << 1
		if b.scan.Upper && lead > 0 && n > 0 && inSentence(s[min(last, b.scan.Start):b.scan.Start]) {
			token |= 1
		}
		b.stream = append(b.stream, token)
		last = b.scan.End
	}
	return n
}

// inSentence reports whether what stands between two words leaves them in one
// sentence, outside quotes that would begin another.
func inSentence(between string) bool {
	return len(between) == 1 && between[0] != '\n' || !strings.ContainsAny(between, ".!?:\n\"“„«")
}

// field adds the words of a field under its mark.
func (b *Builder) field(mark byte, s string) {
	if s == "" {
		return
	}
	b.stream = append(b.stream, gapToken)
	for b.scan.Reset(s); b.scan.Next(); {
		b.name = append(append(b.name[:0], mark), b.scan.Term()...)
		b.stream = append(b.stream, b.number(b.name)<<1)
	}
}

// number finds the number of a term, or gives it the next.
func (b *Builder) number(t []byte) uint32 {
	h := hashTerm(t)
	mask := uint32(len(b.table) - 1)
	for i := h & mask; ; i = (i + 1) & mask {
		s := b.table[i]
		if s.n == 0 {
			return b.insert(i, h, t)
		}
		if s.hash != h {
			continue
		}
		if e := &b.terms[s.n-1]; string(b.bytes[e.start:e.end]) == string(t) {
			e.count++
			if now := uint32(len(b.docs)) + 1; e.last != now {
				e.last = now
				b.distinct++
			}
			return s.n - 1
		}
	}
}

func (b *Builder) insert(at, h uint32, t []byte) uint32 {
	start := uint32(len(b.bytes))
	b.bytes = append(b.bytes, t...)
	b.terms = append(b.terms, newTerm{start, uint32(len(b.bytes)), 1, uint32(len(b.docs)) + 1})
	b.distinct++
	n := uint32(len(b.terms))
	b.table[at] = slot{h, n}
	if int(n)*4 > len(b.table)*3 {
		b.grow()
	}
	return n - 1
}

func (b *Builder) grow() {
	old := b.table
	b.table = make([]slot, 2*len(old))
	mask := uint32(len(b.table) - 1)
	for _, s := range old {
		if s.n == 0 {
			continue
		}
		i := s.hash & mask
		for b.table[i].n != 0 {
			i = (i + 1) & mask
		}
		b.table[i] = s
	}
}

// order puts the stories by key, without those that were added again, and the
// stream with them.
func (b *Builder) order() {
	sorted := slices.IsSortedFunc(b.docs, func(x, y newDoc) int {
		if x.key == y.key {
			return 1
		}
		return cmp.Compare(x.key, y.key)
	})
	if sorted {
		return
	}
	slices.SortStableFunc(b.docs, func(x, y newDoc) int { return cmp.Compare(x.key, y.key) })
	stream := make([]uint32, 0, len(b.stream))
	docs := b.docs[:0]
	for i, d := range b.docs {
		if i+1 < len(b.docs) && b.docs[i+1].key == d.key {
			for _, t := range b.stream[d.start:d.end] {
				if t != gapToken {
					b.terms[t>>1].count--
				}
			}
			continue
		}
		from := uint32(len(stream))
		stream = append(stream, b.stream[d.start:d.end]...)
		d.start, d.end = from, uint32(len(stream))
		docs = append(docs, d)
	}
	b.docs, b.stream = docs, stream
}

// ranked lists the numbers of the terms in the order of their bytes, without
// those that no story holds any more.
func (b *Builder) ranked() []uint32 {
	type ranking struct {
		head uint64
		n    uint32
	}
	rows := make([]ranking, 0, len(b.terms))
	for n, t := range b.terms {
		if t.count == 0 {
			continue
		}
		var head [8]byte
		copy(head[:], b.bytes[t.start:t.end])
		rows = append(rows, ranking{binary.BigEndian.Uint64(head[:]), uint32(n)})
	}
	slices.SortFunc(rows, func(x, y ranking) int {
		if c := cmp.Compare(x.head, y.head); c != 0 {
			return c
		}
		s, t := b.terms[x.n], b.terms[y.n]
		return bytes.Compare(b.bytes[s.start:s.end], b.bytes[t.start:t.end])
	})
	out := make([]uint32, len(rows))
	for i, r := range rows {
		out[i] = r.n
	}
	return out
}

// scatter lists, term after term by number, the places of the stream where it
// stands, each with the mark of a name in its lowest bit; at tells where the
// list of a term ends.
func (b *Builder) scatter() (places []uint32, at []uint32) {
	b.ends = slices.Grow(b.ends[:0], len(b.terms))[:len(b.terms)]
	at = b.ends
	sum := uint32(0)
	for n, t := range b.terms {
		at[n] = sum
		sum += t.count
	}
	b.places = slices.Grow(b.places[:0], int(sum))[:sum]
	places = b.places
	for i, t := range b.stream {
		if t == gapToken {
			continue
		}
		n := t >> 1
		places[at[n]] = uint32(i)<<1 | t&1
		at[n]++
	}
	return places, at
}
