package roster

import (
	"cmp"
	"iter"
	"math/rand/v2"
	"slices"
	"testing"

	"broadsheet/store/catalog"
)

func story(rng *rand.Rand, row uint32) catalog.Story {
	s := catalog.Story{
		Row: row, File: int64(rng.IntN(50)), Entry: rng.IntN(4), Published: int64(rng.IntN(20)),
		Source: []string{"Ostrel Courier", "Tarrovia Wire", "", "vasska post"}[rng.IntN(4)],
		Keys: catalog.Keys{
			Print: uint64(rng.IntN(9)), Place: uint64(row), Folded: uint64(rng.IntN(9)),
			URL: uint64(rng.IntN(9)), Publisher: uint64(rng.IntN(9)),
		},
	}
	if rng.IntN(4) == 0 {
		s.Published = catalog.Undated
	}
	return s
}

func seq(all []catalog.Story) iter.Seq2[catalog.Story, error] {
	return func(yield func(catalog.Story, error) bool) {
		for _, s := range all {
			if !yield(s, nil) {
				return
			}
		}
	}
}

func made(t testing.TB, all []catalog.Story) *Roster {
	t.Helper()
	r, err := New(len(all), seq(all))
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestARosterThatGrewIsOneThatWasMadeWhole adds and removes at random and
// compares with a roster made of what is left.
func TestARosterThatGrewIsOneThatWasMadeWhole(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	r := Empty()
	left := map[uint32]catalog.Story{}
	for step := range 200 {
		var add []catalog.Story
		var gone []uint32
		for row := range left {
			if rng.IntN(10) == 0 {
				gone = append(gone, row)
				delete(left, row)
			}
		}
		for range rng.IntN(8) {
			s := story(rng, uint32(rng.IntN(1000)+step*1000)) // not always rising
			if _, ok := left[s.Row]; !ok && !slices.ContainsFunc(add, func(o catalog.Story) bool { return o.Row == s.Row }) {
				add = append(add, s)
				left[s.Row] = s
			}
		}
		before := slices.Clone(r.Newest())
		next := r.With(add, gone)
		if !slices.Equal(before, r.Newest()) {
			t.Fatal("an old roster was edited")
		}
		r = next
	}
	var all []catalog.Story
	for _, s := range left {
		all = append(all, s)
	}
	slices.SortFunc(all, func(a, b catalog.Story) int { return cmp.Compare(a.Row, b.Row) })
	same(t, r, made(t, all))
	if r.Len() < 10 {
		t.Errorf("only %d stories to compare", r.Len())
	}
}

func same(t *testing.T, a, b *Roster) {
	t.Helper()
	if a.Len() != b.Len() {
		t.Fatalf("%d stories, want %d", a.Len(), b.Len())
	}
	for i := range uint32(a.Len()) {
		if a.Row(i) != b.Row(i) || a.Source(i) != b.Source(i) || a.Published(i) != b.Published(i) || a.Keys(i) != b.Keys(i) {
			t.Fatalf("story %d differs", i)
		}
		x, y := a.Newest()[i], b.Newest()[i]
		if a.before(x, y) != 0 {
			t.Fatalf("line %d: row %d, want %d", i, a.Row(x), b.Row(y))
		}
	}
}

func TestOrders(t *testing.T) {
	rng := rand.New(rand.NewPCG(3, 4))
	var all []catalog.Story
	for row := range uint32(500) {
		all = append(all, story(rng, row+1))
	}
	r := made(t, all)
	oldest := r.Oldest()
	for i := 1; i < len(oldest); i++ {
		a, b := r.Published(oldest[i-1]), r.Published(oldest[i])
		if a == catalog.Undated && b != catalog.Undated || b != catalog.Undated && a > b {
			t.Fatalf("line %d: %d before %d", i, a, b)
		}
	}
	var names []string
	for _, i := range r.BySource() {
		names = append(names, r.Source(i))
	}
	if got := slices.Compact(names); !slices.Equal(got, []string{"Ostrel Courier", "Tarrovia Wire", "vasska post", ""}) {
		t.Errorf("%q", got)
	}
	total := 0
	for i, s := range r.Sources() {
		total += len(s.Stories)
		if i > 0 && len(s.Stories) > len(r.Sources()[i-1].Stories) {
			t.Error("a larger source after a smaller one")
		}
	}
	if total != 500 {
		t.Errorf("%d stories by source", total)
	}
	if i, ok := r.Index(77); !ok || r.Row(i) != 77 {
		t.Error(i, ok)
	}
	if _, ok := r.Index(1000); ok {
		t.Error("found a row that is not there")
	}
}

func TestMatchFindsEveryStoryThatAnswers(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var all []catalog.Story
	for row := range uint32(300) {
		all = append(all, story(rng, row+1))
	}
	r := made(t, all)
	want := func(n uint64) map[uint64]bool { return map[uint64]bool{n: true, n + 1: true} }
	for n := range uint64(8) {
		var got []uint32
		r.Match(Wanted{Folded: want(n), URLs: want(n), Publishers: map[uint64]bool{n: true}}, func(i uint32) {
			got = append(got, r.Row(i))
		})
		var plain []uint32
		for _, s := range all {
			k := s.Keys
			if want(n)[k.Folded] && k.Folded != 0 || want(n)[k.URL] && k.URL != 0 || k.Publisher == n && n != 0 {
				plain = append(plain, s.Row)
			}
		}
		if !slices.Equal(got, plain) {
			t.Errorf("%d: got %v, want %v", n, got, plain)
		}
	}
	if i, ok := r.At(42); !ok || r.Row(i) != 42 {
		t.Error(i, ok)
	}
	left := r.With(nil, []uint32{all[0].Row, all[9].Row})
	left.Match(Wanted{Folded: want(0), URLs: want(0)}, func(i uint32) {
		if row := left.Row(i); row == all[0].Row || row == all[9].Row {
			t.Errorf("row %d is found after it left", row)
		}
	})
	Empty().Match(Wanted{Folded: want(1)}, func(i uint32) { t.Error("a story in an empty library") })
}

func BenchmarkWith(b *testing.B) {
	rng := rand.New(rand.NewPCG(7, 8))
	var all []catalog.Story
	for row := range uint32(100_000) {
		all = append(all, story(rng, row+1))
	}
	r := made(b, all)
	for b.Loop() {
		r.With([]catalog.Story{story(rng, 200_000)}, nil)
	}
}

func TestFilesOfOtherNumbersStandWhereTheseBelong(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 6))
	var all []catalog.Story
	for row := range uint32(200) {
		one := story(rng, row)
		one.Entry = int(row) // no two stories at one place
		all = append(all, one)
	}
	r := made(t, all)
	before := slices.Clone(r.Newest())
	files := map[int64]int64{3: 70, 4: -1, 49: 20}
	got := r.Renumbered(files)
	if !slices.Equal(before, r.Newest()) {
		t.Fatal("an old roster was edited")
	}
	for i := range all {
		if now, ok := files[all[i].File]; ok {
			all[i].File = now
		}
	}
	if want := made(t, all); !slices.Equal(got.Newest(), want.Newest()) || !slices.Equal(got.files, want.files) {
		t.Error("the order is not that of a roster made with the new numbers")
	}
}
