package index

import "runtime"

// Write makes a segment of what was added. The builder is then spent,
// until Reset.
func (b *Builder) Write(path string) (Info, error) {
	b.order()
	w, err := create(path)
	if err != nil {
		return Info{}, err
	}
	defer w.abandon()
	for _, d := range b.docs {
		w.doc(docInfo{key: d.key, day: d.day, tie: d.tie, words: d.words, title: d.title})
	}
	ranked, err := b.postings(w)
	if err != nil {
		return Info{}, err
	}
	w.endPostings()
	b.lists.number(b, ranked)
	for i, d := range b.docs {
		if i%forwardDocs == 0 {
			runtime.Gosched()
		}
		list := b.lists.of(i, d.from)
		if err := w.forward(list, b.lists.pairs(b.leads[d.leadFrom:d.leadTo], list)); err != nil {
			return Info{}, err
		}
	}
	return w.finish()
}

// postings writes the lists of all terms, gathering what forward lists need,
// and tells the terms in their order.
func (b *Builder) postings(w *writer) (ranked []uint32, err error) {
	rows, ends := b.scatter()
	ranked = b.ranked(ends)
	b.lists.reset(b)
	words := make([]uint32, len(b.docs))
	for i, d := range b.docs {
		words[i] = d.words
	}
	var r run
	leave := newLeaver()
	for rank, n := range ranked {
		from, name := uint32(0), b.words.name(n)
		if n > 0 {
			from = ends[n-1]
		}
		feature := !leave.out(name)
		r.begin(name)
		list := rows[from:ends[n]]
		for i := range list {
			h := &list[i]
			r.holding(h, words[h.id], b.places)
			if feature {
				b.lists.add(uint32(rank), h)
			}
		}
		if r.end(); len(r.lists) >= runSize || rank+1 == len(ranked) {
			if err := w.run(&r); err != nil {
				return nil, err
			}
			r.reset()
			runtime.Gosched() // a key may be waiting
		}
	}
	return ranked, nil
}

// forwardDocs is how many forward lists are made in about a millisecond.
const forwardDocs = 64
