package copies

import (
	"slices"
	"testing"
)

func TestGroupFoldsUnderTheFirstLeader(t *testing.T) {
	for name, c := range map[string]struct {
		n     int
		pairs [][2]int
		want  []int
	}{
		"nothing":                      {0, nil, []int{}},
		"strangers":                    {3, nil, []int{0, 1, 2}},
		"three copies":                 {3, [][2]int{{0, 1}, {1, 2}, {0, 2}}, []int{0, 0, 0}},
		"a copy of a copy only":        {3, [][2]int{{0, 1}, {1, 2}}, []int{0, 0, 2}},
		"two halves of one":            {3, [][2]int{{0, 1}, {2, 0}}, []int{0, 0, 0}},
		"the first of two leaders":     {4, [][2]int{{3, 1}, {0, 3}}, []int{0, 1, 2, 0}},
		"whatever the order of a pair": {2, [][2]int{{1, 0}, {0, 1}, {1, 1}}, []int{0, 0}},
	} {
		if got := Group(c.n, c.pairs); !slices.Equal(got, c.want) {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
		slices.Reverse(c.pairs)
		if got := Group(c.n, c.pairs); !slices.Equal(got, c.want) {
			t.Errorf("%s, pairs reversed: got %v, want %v", name, got, c.want)
		}
	}
}
