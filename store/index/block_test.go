package index

import (
	"math/rand"
	"slices"
	"testing"
)

// postingsOf makes a list of stories with codes and places that fit them.
func postingsOf(r *rand.Rand, n, spread int) []posting {
	var list []posting
	doc := uint32(0)
	for range n {
		doc += uint32(r.Intn(spread))
		words, title := 5+r.Intn(400), r.Intn(5)
		p := posting{doc: doc, words: uint32(words), title: uint32(title), name: r.Intn(2) == 0}
		for k := range min(1+r.Intn(3)*r.Intn(20), words/2) {
			if at := uint32(k * words / 20 * r.Intn(2)); !slices.Contains(p.spots, at) {
				p.spots = append(p.spots, at)
			}
		}
		if len(p.spots) == 0 {
			p.spots = []uint32{uint32(r.Intn(words))}
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
		w.spots(&list[i])
	}
	reader := bitReader{buf: w.flush()}
	for i, p := range list {
		if i%5 > 2 {
			reader.pass(p.code, int(p.words), int(p.title))
			continue
		}
		if got := reader.spots(nil, p.code, int(p.words), int(p.title)); !slices.Equal(got, p.spots) {
			t.Fatalf("posting %d: places %v, want %v", i, got, p.spots)
		}
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
	l := &lists{start: []uint32{0}, next: []uint32{200}}
	for i := range uint32(200) {
		l.all = append(l.all, feature{rank: i, code: plain})
	}
	l.all[150].code = codeOf(2, 1, 1)
	l.all[170].name = true
	long := func(rank uint32) int { return 4 + int(rank)/190*6 }
	list := l.of(0, long)
	if len(list) != maxFeatures || !slices.IsSortedFunc(list, func(a, b feature) int { return int(a.rank) - int(b.rank) }) {
		t.Fatalf("%d features, want %d in order", len(list), maxFeatures)
	}
	for _, want := range []uint32{0, 150, 170, 195} {
		if !slices.ContainsFunc(list, func(f feature) bool { return f.rank == want }) {
			t.Errorf("term %d was left out", want)
		}
	}
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
