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

// Builder gathers stories for one segment. It keeps of each what its lists will
// say of it, and not its text. It is used by one goroutine; two may fill two.
type Builder struct {
	words  vocabulary
	docs   []newDoc
	held   []holding // of every story in turn, as its terms come
	places spill     // of held
	leads  []uint32  // of every story in turn: the terms of title and lead, by number
	tokens int

	scan  term.Scanner
	name  []byte
	story newStory // the one being added

	rows  []holding // room for scatter
	ends  []uint32
	lists lists
}

type newDoc struct {
	key              uint32
	day              int32
	tie              uint64
	from, to         uint32 // in held
	leadFrom, leadTo uint32 // in leads
	title            uint32 // terms of the title
	words            uint32
}

// NewBuilder makes an empty builder.
func NewBuilder() *Builder { return &Builder{words: newVocabulary()} }

// manyTokens is more than most segments have: the room for one that has more
// is not worth keeping.
const manyTokens = 1 << 23

// Reset makes the builder empty, whether or not it was written.
func (b *Builder) Reset() {
	if b.tokens > manyTokens {
		*b = *NewBuilder()
		return
	}
	b.words.reset()
	b.docs, b.held, b.leads, b.places, b.tokens = b.docs[:0], b.held[:0], b.leads[:0], b.places[:0], 0
}

// Len tells how many stories were added.
func (b *Builder) Len() int { return len(b.docs) }

// Full reports that the segment should be written before more is added.
func (b *Builder) Full() bool { return b.tokens > maxTokens }

// Add takes a story in. Of two with one key the later holds.
func (b *Builder) Add(d Doc) {
	b.story.reset()
	title := b.text(d.Title, false)
	b.story.gap()
	body := b.text(d.Text, true)
	row := newDoc{key: d.Key, day: d.Day, tie: tieOf(d), title: title, words: title + body}
	b.field(1, d.Source)
	for _, a := range d.Authors {
		b.field(2, a)
	}
	for _, t := range d.Tags {
		b.field(3, t)
	}
	b.field(4, d.Language)
	b.field(5, d.Section)

	row.from, row.leadFrom = uint32(len(b.held)), uint32(len(b.leads))
	b.hold(docSize{row.words, title})
	b.leads = b.story.lead(b.leads, int(title)+1+pairWords)
	row.to, row.leadTo = uint32(len(b.held)), uint32(len(b.leads))
	b.docs = append(b.docs, row)
	b.tokens += len(b.story.tokens)
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

// text adds the words of the title or the body, and counts them. A capital
// says "name" only inside a sentence of the body.
func (b *Builder) text(s string, body bool) uint32 {
	n, last := uint32(0), 0
	for b.scan.Reset(s); b.scan.Next() && n < maxWords; n++ {
		t := b.story.meet(b.entry())
		if b.scan.Upper && body && n > 0 && inSentence(s[min(last, b.scan.Start):b.scan.Start]) {
			t.name = true
		}
		last = b.scan.End
	}
	return n
}

// entry is the row of the term that was scanned.
func (b *Builder) entry() *entry {
	if word, ok := b.scan.Short(); ok {
		return b.words.ofShort(word)
	}
	return b.words.ofLong(b.scan.Term())
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
	b.story.gap()
	for b.scan.Reset(s); b.scan.Next(); {
		if b.name = append(append(b.name[:0], mark), b.scan.Term()...); len(b.name) <= 8 {
			word, _ := b.scan.Short()
			b.story.meet(b.words.ofShort(word<<8 | uint64(mark)))
		} else {
			b.story.meet(b.words.ofLong(b.name))
		}
	}
}

// order puts the stories by key, without those that were added again.
func (b *Builder) order() {
	if slices.IsSortedFunc(b.docs, func(x, y newDoc) int {
		if x.key == y.key {
			return 1
		}
		return cmp.Compare(x.key, y.key)
	}) {
		return
	}
	slices.SortStableFunc(b.docs, func(x, y newDoc) int { return cmp.Compare(x.key, y.key) })
	docs := b.docs[:0]
	for i, d := range b.docs {
		if i+1 == len(b.docs) || b.docs[i+1].key != d.key {
			docs = append(docs, d)
		}
	}
	b.docs = docs
}

// scatter sorts what was held by term: the rows of each, by number, in the
// order of the stories, which they then tell; ends tells where those of a term
// end.
func (b *Builder) scatter() (rows []holding, ends []uint32) {
	b.ends = slices.Grow(b.ends[:0], len(b.words.terms))[:len(b.words.terms)]
	ends = b.ends
	clear(ends)
	for _, d := range b.docs {
		for _, h := range b.held[d.from:d.to] {
			ends[h.id]++
		}
	}
	sum := uint32(0)
	for n, count := range ends {
		ends[n] = sum
		sum += count
	}
	b.rows = slices.Grow(b.rows[:0], int(sum))[:sum]
	for doc, d := range b.docs {
		for _, h := range b.held[d.from:d.to] {
			at := &ends[h.id]
			h.id = uint32(doc)
			b.rows[*at] = h
			*at++
		}
	}
	return b.rows, ends
}

// ranked lists the numbers of the terms in the order of their bytes, without
// those that no story holds any more; ends is what scatter tells.
func (b *Builder) ranked(ends []uint32) []uint32 {
	type ranking struct {
		head uint64
		n    uint32
	}
	rows := make([]ranking, 0, len(ends))
	from := uint32(0)
	for n, to := range ends {
		if to > from {
			var head [8]byte
			copy(head[:], b.words.name(uint32(n)))
			rows = append(rows, ranking{binary.BigEndian.Uint64(head[:]), uint32(n)})
		}
		from = to
	}
	slices.SortFunc(rows, func(x, y ranking) int {
		if c := cmp.Compare(x.head, y.head); c != 0 {
			return c
		}
		return bytes.Compare(b.words.name(x.n), b.words.name(y.n))
	})
	out := make([]uint32, len(rows))
	for i, r := range rows {
		out[i] = r.n
	}
	return out
}
