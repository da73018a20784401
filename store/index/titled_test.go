package index

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"math/rand"
	"slices"
	"testing"

	"broadsheet/store/index/term"
)

func TestTitlesAreFoundByTheirWords(t *testing.T) {
	x := open(t,
		Doc{Key: 1, ID: "1", Title: "Ferry runs aground off Karsk", Text: "x", Day: NoDay},
		Doc{Key: 2, ID: "2", Title: "Library bill passes", Text: "The ferry ran aground off Karsk.", Day: NoDay},
		Doc{Key: 3, ID: "3", Title: "Ferry aground: pilot heard", Text: "x", Day: NoDay},
	)
	for title, want := range map[string][]uint32{
		"Ferry runs aground off Karsk": {1, 3},
		"FERRY aground, pilot héard":   {3, 1},
		"The bill of the library":      {2},
		"Night trams return":           {},
		"":                             {},
	} {
		got, err := x.Titled(context.Background(), title, 5)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q: %v, %v; want %v", title, got, err, want)
		}
	}
	gone, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Titled(gone, "Ferry", 5); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got, _ := x.Titled(context.Background(), "Pilot", 5); !slices.Equal(got, []uint32{3}) {
		t.Errorf("%v after one that was cancelled", got)
	}
}

// TestTitledEqualsBruteForce compares with counting in every title, for titles
// that hold at least one of the rarer half of the words.
func TestTitledEqualsBruteForce(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	words := make([]string, 40)
	for i := range words {
		words[i] = fmt.Sprint("word", i)
	}
	title := func() (s string) {
		for range 3 + r.Intn(5) {
			s += words[int(float64(len(words))*r.Float64()*r.Float64())] + " "
		}
		return s
	}
	var docs []Doc
	for i := range 6000 { // so that common words are only looked up
		docs = append(docs, Doc{Key: uint32(i), ID: fmt.Sprint(i), Title: title(), Text: "x", Day: NoDay})
	}
	x := open(t, docs...)
	for range 30 {
		asked := title()
		rare := map[string]bool{}
		weight, all := map[string]float32{}, float32(0)
		for i, w := range x.wanted(asked) {
			weight[w.name] = w.weight
			all += w.weight
			rare[w.name] = i <= len(x.wanted(asked))/2
		}
		type scored struct {
			key   uint32
			score float32
			tie   uint64
		}
		var want []scored
		for _, d := range docs {
			one, holds := scored{key: d.Key, tie: tieOf(d)}, false
			met := map[string]bool{}
			for _, w := range x.wanted(asked) { // in the order of adding
				if slices.Contains(term.Of(d.Title), w.name) && !met[w.name] {
					met[w.name] = true
					one.score += weight[w.name]
					holds = holds || rare[w.name]
				}
			}
			if holds && one.score >= titledShare*all {
				want = append(want, one)
			}
		}
		slices.SortFunc(want, func(a, b scored) int {
			return cmp.Or(cmp.Compare(b.score, a.score), cmp.Compare(a.tie, b.tie))
		})
		got, err := x.Titled(context.Background(), asked, 20)
		if err != nil {
			t.Fatal(err)
		}
		for i := range min(20, len(want)) {
			if i >= len(got) || got[i] != want[i].key {
				t.Fatalf("%q: %v, want %v", asked, got, want[:min(20, len(want))])
			}
		}
	}
}
