package roster

import (
	"math/rand/v2"
	"slices"
	"testing"

	"broadsheet/store/catalog"
)

// TestWhoStandsInASearchIsWhoStandsInAList compares the two ways of leaving
// one story of each group.
func TestWhoStandsInASearchIsWhoStandsInAList(t *testing.T) {
	rng := rand.New(rand.NewPCG(9, 10))
	var all []catalog.Story
	for row := range uint32(400) {
		all = append(all, story(rng, row+1))
	}
	leaders := map[uint32]uint32{}
	for row := range uint32(400) {
		if lead := row/8*8 + 3; row%16 < 8 && row != lead {
			leaders[row+1] = lead + 1
		}
	}
	r := made(t, all).Folded(leaders)
	for range 50 {
		var rows, list []uint32
		for i := range uint32(r.Len()) {
			if r.isGrouped(r.Row(i)) && rng.IntN(5) == 0 {
				rows, list = append(rows, r.Row(i)), append(list, i)
			}
		}
		var want []uint32
		for _, i := range r.Fold(list) {
			want = append(want, r.Row(i))
		}
		if got := r.Standing(rows); !slices.Equal(got, want) || len(want) == 0 {
			t.Fatalf("of %v: %v, want %v", rows, got, want)
		}
	}
}
