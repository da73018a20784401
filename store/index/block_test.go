package index

import (
	"cmp"
	"math/rand"
	"slices"
	"testing"
)

// posting is one story of a term's list.
type posting struct {
	doc   uint32
	size  docSize
	code  uint8
	spots []uint32
}

// postingsOf makes a list of stories with codes and places that fit them.
func postingsOf(r *rand.Rand, n, spread int) []posting {
	var list []posting
	doc := uint32(0)
	for range n {
		doc += uint32(r.Intn(spread))
		words, title := 5+r.Intn(400), r.Intn(5)
		p := posting{doc: doc, size: docSize{uint32(words), uint32(title)}}
		for k := range min(1+r.Intn(3)*r.Intn(20), words/2) {
			if at := uint32(k * words / 20 * r.Intn(2)); !slices.Contains(p.spots, at) {
				p.spots = append(p.spots, at)
			}
		}
		if r.Intn(9) == 0 { // in a field
			p.spots = []uint32{uint32(words + 1 + r.Intn(40))}
		}
		p.spots = slices.DeleteFunc(p.spots, func(at uint32) bool { return int(at) == title }) // no term stands there
		if len(p.spots) == 0 {
			p.spots = []uint32{uint32(title + 1 + r.Intn(words-title))}
		}
		slices.Sort(p.spots)
		lead, inTitle := 0, 0
		for _, s := range p.spots {
			if int(s) < title {
				inTitle++
			}
			if int(s) < title+1+min(leadWords, words-title) {
				lead++
			}
		}
		p.code = codeOf(len(p.spots), lead, inTitle)
		list = append(list, p)
		doc++
	}
	return list
}

func TestBlocksGiveBackWhatWasWritten(t *testing.T) {
	r := rand.New(rand.NewSource(5))
	for round := range 400 {
		spread := 1 << (round % 20)
		list := postingsOf(r, 1+r.Intn(blockSize), spread)
		if round%3 == 0 && len(list) > 3 { // one far away
			for i := len(list) / 2; i < len(list); i++ {
				list[i].doc += 1 << 27
			}
		}
		var gaps []uint32
		var codes []uint8
		next := uint32(0)
		for _, p := range list {
			gaps, codes = append(gaps, p.doc-next), append(codes, p.code)
			next = p.doc + 1
		}
		var b block
		b.read(appendBlock([]byte("before")[:6:6], gaps, codes)[6:], len(list), ^uint32(0), 1<<30)
		if b.n != len(list) {
			t.Fatalf("round %d: %d postings, want %d", round, b.n, len(list))
		}
		for i, p := range list {
			if b.docs[i] != p.doc || b.codes[i] != p.code {
				t.Fatalf("round %d: posting %d is %d/%x, want %d/%x", round, i, b.docs[i], b.codes[i], p.doc, p.code)
			}
		}
	}
}

func TestPlacesGiveBackWhatWasWritten(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	list := postingsOf(r, 3000, 3)
	var w bitWriter
	for i := range list {
		w.spots(list[i].spots, list[i].code, list[i].size)
	}
	reader := bitReader{buf: w.flush()}
	for i, p := range list {
		if i%5 > 2 {
			reader.pass(p.code, p.size)
			continue
		}
		if got := reader.spots(nil, p.code, p.size); !slices.Equal(got, p.spots) {
			t.Fatalf("posting %d: places %v, want %v", i, got, p.spots)
		}
	}
}

func TestCopiedPlacesAreThoseThatWereWritten(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	list := postingsOf(r, 3000, 3)
	var w, again bitWriter
	for _, p := range list {
		w.spots(p.spots, p.code, p.size)
	}
	want := w.flush()
	reader := bitReader{buf: want}
	for _, p := range list {
		again.copySpots(&reader, p.code, p.size)
	}
	if got := again.flush(); !slices.Equal(got, want) {
		t.Error("the copy is not the same")
	}
}

// Rows keep places however many they are, and give them to a list bit by bit.
func TestRowsGiveBackThePlacesTheyKeep(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	var kept spill
	var bits, direct, lists bitWriter
	var rows []holding
	for _, p := range postingsOf(r, 500, 3) {
		direct.spots(p.spots, p.code, p.size)
		bits.spots(p.spots, p.code, p.size)
		rows = append(rows, kept.keep(p.code, &bits))
	}
	for i := range rows {
		lists.holding(&rows[i], kept)
	}
	if len(kept) == 0 || len(kept) > 400*len(rows) {
		t.Errorf("%d bytes were spilt of %d rows", len(kept), len(rows))
	}
	if !slices.Equal(lists.flush(), direct.flush()) {
		t.Error("not the bits that were kept")
	}
}

func TestForwardListsGiveBackWhatWasWritten(t *testing.T) {
	r := rand.New(rand.NewSource(7))
	const terms = 50000
	for round := range 300 {
		var list []feature
		for rank := r.Intn(900); rank < terms && len(list) < maxFeatures; rank += 1 + r.Intn(1+terms/(1+r.Intn(200))) {
			list = append(list, feature{uint32(rank), uint8(1 + r.Intn(255)), r.Intn(2) == 0})
		}
		var pairs []pair
		for a := 0; a < len(list); a += 1 + r.Intn(4) {
			pairs = append(pairs, pair{uint32(a), uint32(r.Intn(len(list)))})
		}
		s := &segment{nTerms: terms, nDocs: 1}
		s.sec[secForward] = appendForward(nil, list, pairs, terms)
		s.sec[secDocs] = make([]byte, docRow)
		gotList, gotPairs := s.list(0, nil, nil)
		if !slices.Equal(gotList, list) || !slices.Equal(gotPairs, pairs) {
			t.Fatalf("round %d: got %v %v, want %v %v", round, gotList, gotPairs, list, pairs)
		}
	}
}

func TestALongStoryKeepsWhatSaysMostOfIt(t *testing.T) {
	l := &lists{next: []uint32{200}}
	for i := range uint32(200) {
		l.held = append(l.held, holding{id: i, meta: uint32(plain)})
		l.lengths = append(l.lengths, uint8(4+i/190*6))
	}
	l.held[150].meta = uint32(codeOf(2, 1, 1))
	l.held[170].meta |= heldName
	list := l.of(0, 0)
	if len(list) != maxFeatures || !slices.IsSortedFunc(list, func(a, b feature) int { return int(a.rank) - int(b.rank) }) {
		t.Fatalf("%d features, want %d in order", len(list), maxFeatures)
	}
	for _, want := range []uint32{0, 150, 170, 195} {
		if !slices.ContainsFunc(list, func(f feature) bool { return f.rank == want }) {
			t.Errorf("term %d was left out", want)
		}
	}
}

// What a story keeps is what sorting by value would keep, the first of those of
// one value.
func TestALongStoryKeepsWhatSortingWould(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for range 100 {
		n := maxFeatures + r.Intn(300)
		l := &lists{next: []uint32{uint32(n)}}
		var want []feature
		for i := range n {
			count := 1 + r.Intn(1+r.Intn(20))
			lead := r.Intn(1 + min(count, 4))
			code := codeOf(count, lead, r.Intn(lead+1))
			l.held = append(l.held, holding{id: uint32(i), meta: uint32(code) | uint32(r.Intn(2))<<heldNameBit})
			want = append(want, l.held[i].feature())
			l.lengths = append(l.lengths, uint8(1+r.Intn(longTerm)))
		}
		value := func(f feature) uint32 {
			p := parts[f.code]
			v := p.all
			if f.name {
				v *= nameGain
			}
			v += p.lead + p.title + .01*float32(l.lengths[f.rank])
			return uint32(v * (1 << 20))
		}
		slices.SortStableFunc(want, func(a, b feature) int { return cmp.Compare(value(b), value(a)) })
		want = want[:maxFeatures]
		slices.SortFunc(want, func(a, b feature) int { return cmp.Compare(a.rank, b.rank) })
		if got := l.of(0, 0); !slices.Equal(got, want) {
			t.Fatalf("of %d kept %v, want %v", n, got, want)
		}
	}
}

func FuzzPlacesRead(f *testing.F) {
	f.Add([]byte{3, 1, 0, 0, 0}, uint8(1), uint32(300), uint32(8))
	f.Add([]byte{255, 255, 255}, uint8(0xff), uint32(2), ^uint32(0))
	f.Add([]byte{200}, uint8(0x52), ^uint32(0), uint32(0))
	f.Fuzz(func(t *testing.T, b []byte, code uint8, words, title uint32) {
		r, again, passed := bitReader{buf: b}, bitReader{buf: b}, bitReader{buf: b}
		if got := r.spots(nil, code, docSize{words, title}); len(got) > 2*maxWords+maxTF {
			t.Fatalf("%d places", len(got))
		}
		var w bitWriter
		w.copySpots(&again, code, docSize{words, title})
		passed.pass(code, docSize{words, title})
	})
}

func FuzzBlockRead(f *testing.F) {
	f.Add([]byte{3, 1, 0, 0, 0}, 20)
	f.Add([]byte{200}, 3)
	f.Fuzz(func(t *testing.T, b []byte, count int) {
		var d block
		d.read(b, min(max(count, 0), blockSize), ^uint32(0), 1000)
		for i, doc := range d.docs[:d.n] {
			if doc >= 1000 || i > 0 && doc <= d.docs[i-1] {
				t.Fatalf("story %d after %v", doc, d.docs[:i])
			}
		}
	})
}
