package index

import (
	"errors"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
)

func TestWhatIsMadeSideBySideIsTakenInTurn(t *testing.T) {
	for _, n := range []int{0, 1, 2, 100} {
		var got []int
		err := inTurn(n, func(i int) int {
			for range n - i { // the first take longest
				runtime.Gosched()
			}
			return i * i
		}, func(i, one int) error {
			if one != i*i {
				t.Errorf("number %d was taken as %d", one, i)
			}
			got = append(got, i)
			return nil
		})
		if err != nil || len(got) != n || !slices.IsSorted(got) {
			t.Errorf("%d of %d taken: %v, %v", len(got), n, got, err)
		}
	}
}

func TestNothingMoreIsMadeOnceTakingFailed(t *testing.T) {
	full := errors.New("the disk is full")
	var made atomic.Int32
	err := inTurn(1_000_000, func(i int) int { made.Add(1); return i }, func(i, _ int) error {
		if i == 3 {
			return full
		}
		return nil
	})
	if err != full {
		t.Errorf("%v, want %v", err, full)
	}
	if n := int(made.Load()); n > 10+2*runtime.GOMAXPROCS(0) {
		t.Errorf("%d were made for 4 that were taken", n)
	}
}
