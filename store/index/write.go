package index

import (
	"fmt"
	"runtime"
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

// Write makes a segment of what was added. The builder is then spent,
// until Reset.
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
	lists, leave := &b.lists, newLeaver()
	lists.reset(b)
	var r run
	for rank, n := range ranked {
		t := b.terms[n]
		list := e.list(places[ends[n]-t.count : ends[n]])
		name := b.bytes[t.start:t.end]
		if !leave.out(name) {
			lists.add(uint32(rank), list)
		}
		if r.term(name, list); len(r.lists) >= runSize || rank+1 == len(ranked) {
			if err := w.run(&r); err != nil {
				return Info{}, err
			}
			r.reset()
			runtime.Gosched() // a key may be waiting
		}
	}
	rankOf := make([]uint32, len(b.terms))
	for rank, n := range ranked {
		rankOf[n] = uint32(rank)
	}
	length := func(rank uint32) int {
		t := b.terms[ranked[rank]]
		return int(t.end - t.start)
	}
	w.endPostings()
	for i, d := range b.docs {
		if i%forwardDocs == 0 {
			runtime.Gosched()
		}
		list := lists.of(i, length)
		if err := w.forward(list, b.pairs(d, list, rankOf)); err != nil {
			return Info{}, err
		}
	}
	return w.finish()
}

// forwardDocs is how many forward lists are made in about a millisecond.
const forwardDocs = 64

// posting is one story of a term's list.
type posting struct {
	doc   uint32
	words uint32 // in the story
	title uint32 // of these
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
		e.postings = append(e.postings, posting{doc, d.words, d.title, codeOf(len(spots), lead, title), name, spots})
	}
	return e.postings
}
