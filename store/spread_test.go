package store

import (
	"fmt"
	"slices"
	"testing"

	"broadsheet/store/catalog"
	"broadsheet/store/index"
)

// beside makes neighbours, each a little less like than the one before.
func beside(n int, change func(i int, p *placed)) []placed {
	all := make([]placed, n)
	for i := range all {
		all[i] = placed{
			Neighbour: index.Neighbour{Key: uint32(i), Score: 0.8 - 0.01*float64(i), Alike: make([]float32, min(i, spreadAmong))},
			rank:      i, source: fmt.Sprint("outlet ", i), published: int64(i) * day,
		}
		if change != nil {
			change(i, &all[i])
		}
	}
	return all
}

func keysOf(near []index.Neighbour) (keys []uint32) {
	for _, n := range near {
		keys = append(keys, n.Key)
	}
	return keys
}

func TestWhatIsShownFirstIsSpread(t *testing.T) {
	straight := []uint32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}
	for name, c := range map[string]struct {
		change func(i int, p *placed)
		want   []uint32
	}{
		"where all differ": {nil, straight},
		"where nothing is known": {func(_ int, p *placed) {
			p.source, p.published = "", catalog.Undated
		}, straight},
		"where all are of one outlet and day": {func(_ int, p *placed) {
			p.source, p.published = "Vasska Post", 17*day
		}, straight},
		"a version of the first": {func(i int, p *placed) {
			if i == 4 {
				p.Alike[0] = 0.95
			}
		}, []uint32{0, 1, 2, 3, 5, 6, 7, 8, 9, 4, 10, 11}},
		"a version among the sure ones": {func(i int, p *placed) {
			if i == 2 {
				p.Alike[0] = 0.95
			}
		}, straight},
		"of the same event, no version": {func(i int, p *placed) {
			if i == 4 {
				p.Alike[0] = 0.5
			}
		}, straight},
		"an outlet that was heard twice": {func(i int, p *placed) {
			if i == 0 || i == 1 || i == 3 {
				p.source = "Vasska Post"
			}
		}, []uint32{0, 1, 2, 4, 5, 6, 7, 8, 9, 3, 10, 11}},
		"a day that was told": {func(i int, p *placed) {
			if i == 0 || i == 3 {
				p.published = 99 * day
			}
		}, []uint32{0, 1, 2, 4, 3, 5, 6, 7, 8, 9, 10, 11}},
	} {
		if got := keysOf(spread(beside(12, c.change))); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestAStoryMuchMoreLikeStaysBefore(t *testing.T) {
	near := beside(12, func(i int, p *placed) {
		if p.source = "Vasska Post"; i > 6 {
			p.source, p.Score = fmt.Sprint("outlet ", i), 0.4
		}
	})
	if got := keysOf(spread(near)); !slices.IsSorted(got) {
		t.Errorf("%v: spread shall be mild", got)
	}
}

func TestSpreadingLosesNoneAndLooksNoFurther(t *testing.T) {
	for n := range 40 {
		near := beside(n, func(i int, p *placed) { p.source = fmt.Sprint("outlet ", i%2) })
		got := keysOf(spread(near))
		if few := keysOf(spread(near[:min(n, spreadAmong)])); !slices.Equal(got[:len(few)], few) {
			t.Errorf("of %d and of the first of them: %v and %v", n, got, few)
		}
		if slices.Sort(got); len(got) != n || n > 0 && int(got[n-1]) != n-1 {
			t.Errorf("of %d there are %v", n, got)
		}
	}
}
