package index

import (
	"cmp"
	"fmt"
	"slices"
)

// Write makes a segment of the stories at path: whole, or not at all.
func Write(path string, docs []Doc) (Info, error) {
	b := NewBuilder()
	for _, d := range docs {
		if b.Full() {
			return Info{}, fmt.Errorf("writing %s: %d stories are too much for one segment", path, len(docs))
		}
		b.Add(d)
	}
	return b.Write(path)
}

// Write makes a segment of what was added. The builder is then spent.
func (b *Builder) Write(path string) (Info, error) {
	b.order()
	ranked := b.ranked()
	places, ends := b.scatter()
	w, err := create(path)
	if err != nil {
		return Info{}, err
	}
	defer w.abandon()

	for _, d := range b.docs {
		w.doc(docInfo{key: d.key, day: d.day, tie: d.tie, words: d.words, title: d.title})
	}
	e := encoder{b: b, hint: b.hints()}
	lists, leave := newLists(b), newLeaver()
	for rank, n := range ranked {
		t := b.terms[n]
		list := e.list(places[ends[n]-t.count : ends[n]])
		name := b.bytes[t.start:t.end]
		if !leave.out(name) {
			lists.add(uint32(rank), list)
		}
		if err := w.term(name, list); err != nil {
			return Info{}, err
		}
	}
	rankOf := make([]uint32, len(b.terms))
	for rank, n := range ranked {
		rankOf[n] = uint32(rank)
	}
	w.endPostings()
	for i, d := range b.docs {
		list := lists.of(i)
		if err := w.forward(list, b.pairs(d, list, rankOf)); err != nil {
			return Info{}, err
		}
	}
	return w.finish()
}

// posting is one story of a term's list.
type posting struct {
	doc   uint32
	words uint32 // in the story
	code  uint8
	name  bool     // the story writes the term as a name
	spots []uint32 // places in the story
}

// encoder turns the places of a term into postings.
type encoder struct {
	b        *Builder
	hint     []uint32 // the story at every 128th place of the stream
	postings []posting
	spots    []uint32
}

const hintShift = 7

func (b *Builder) hints() []uint32 {
	out := make([]uint32, len(b.stream)>>hintShift+1)
	doc := uint32(0)
	for i := range out {
		for int(doc)+1 < len(b.docs) && b.docs[doc].end <= uint32(i)<<hintShift {
			doc++
		}
		out[i] = doc
	}
	return out
}

// list makes the postings of a term; they are good until the next call.
func (e *encoder) list(places []uint32) []posting {
	e.postings = e.postings[:0]
	e.spots = slices.Grow(e.spots[:0], len(places))
	for i := 0; i < len(places); {
		at := places[i] >> 1
		doc := e.hint[at>>hintShift]
		for e.b.docs[doc].end <= at {
			doc++
		}
		d := &e.b.docs[doc]
		from, title, lead, name := len(e.spots), 0, 0, false
		for i < len(places) && places[i]>>1 < d.end {
			spot := places[i]>>1 - d.start
			if spot < d.lead {
				lead++
				if spot < d.title {
					title++
				}
			}
			name = name || places[i]&1 > 0
			e.spots = append(e.spots, spot)
			i++
		}
		spots := e.spots[from:]
		e.postings = append(e.postings, posting{doc, d.words, codeOf(len(spots), lead, title), name, spots})
	}
	return e.postings
}

// feature is a term of a story as the forward list keeps it.
type feature struct {
	rank uint32
	code uint8
	name bool
}

// lists gathers the forward lists of all stories while terms come by.
type lists struct {
	all         []feature
	start, next []uint32
}

func newLists(b *Builder) *lists {
	l := &lists{start: make([]uint32, len(b.docs))}
	sum := uint32(0)
	for i, d := range b.docs {
		l.start[i] = sum
		sum += d.distinct
	}
	l.next = slices.Clone(l.start)
	l.all = make([]feature, sum)
	return l
}

func (l *lists) add(rank uint32, postings []posting) {
	for i := range postings {
		p := &postings[i]
		l.all[l.next[p.doc]] = feature{rank, p.code, p.name}
		l.next[p.doc]++
	}
}

func (l *lists) of(doc int) []feature { return l.all[l.start[doc]:l.next[doc]] }

// pair is two words that stand side by side, by their place in the story's
// forward list.
type pair struct{ a, b uint32 }

// pairWords is how far into the body pairs of words are kept.
const pairWords = 60

// pairs lists those of a story's title and lead, each once.
func (b *Builder) pairs(d newDoc, list []feature, rankOf []uint32) []pair {
	lead := b.stream[d.start:min(d.end, d.start+d.title+1+pairWords)]
	var out []pair
	byRank := func(f feature, rank uint32) int { return cmp.Compare(f.rank, rank) }
	last, have := 0, false
	for _, t := range lead {
		if t == gapToken {
			have = false
			continue
		}
		at, ok := slices.BinarySearchFunc(list, rankOf[t>>1], byRank)
		if ok && have {
			out = append(out, pair{uint32(last), uint32(at)})
		}
		last, have = at, ok
	}
	slices.SortFunc(out, func(x, y pair) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return slices.Compact(out)
}
