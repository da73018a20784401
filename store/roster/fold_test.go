package roster

import (
	"math/rand/v2"
	"slices"
	"testing"

	"broadsheet/store/catalog"
)

func stories(n uint32) []catalog.Story {
	rng := rand.New(rand.NewPCG(9, 9))
	var all []catalog.Story
	for row := range n {
		all = append(all, story(rng, 10*(row+1)))
	}
	return all
}

func TestAListFoldsToTheLeaderElseToTheFirst(t *testing.T) {
	r := made(t, stories(6)).Folded(map[uint32]uint32{20: 10, 30: 10, 60: 50})
	for name, c := range map[string]struct{ list, want []uint32 }{
		"all":                       {[]uint32{5, 4, 3, 2, 1, 0}, []uint32{4, 3, 0}},
		"without the leader":        {[]uint32{2, 1, 3}, []uint32{2, 3}},
		"one copy":                  {[]uint32{5}, []uint32{5}},
		"nothing with copies":       {[]uint32{3}, []uint32{3}},
		"nothing":                   {nil, nil},
		"the leader stands last":    {[]uint32{1, 3, 0}, []uint32{3, 0}},
		"two groups by their first": {[]uint32{5, 2, 1}, []uint32{5, 2}},
	} {
		if got := r.Fold(slices.Clone(c.list)); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	got := r.Members(1) // the others by date
	if one, other := r.Published(1), r.Published(2); one > other {
		slices.Reverse(got[1:])
	}
	if !slices.Equal(got, []uint32{10, 20, 30}) {
		t.Errorf("members %v", got)
	}
	for i, want := range []int{2, 2, 2, 0, 1, 1} {
		if got := r.Copies(uint32(i)); got != want {
			t.Errorf("story %d has %d copies, want %d", i, got, want)
		}
	}
}

func TestCopiesStandForThemselvesWhenTheirLeaderGoes(t *testing.T) {
	r := made(t, stories(4)).Folded(map[uint32]uint32{20: 10, 30: 10})
	kept := r.With(nil, []uint32{40})
	if kept.Copies(1) != 2 || kept.Leader(2) != 0 {
		t.Error("a story that has nothing to do with it parted the group")
	}
	left := r.With(nil, []uint32{10})
	if left.AnyFolded() || left.Leader(0) != 0 || left.Copies(1) != 0 {
		t.Error("the copies are still folded under what is gone")
	}
	if !r.AnyFolded() {
		t.Error("an old roster was edited")
	}
	if again := left.Folded(map[uint32]uint32{30: 20}); again.Copies(0) != 1 || again.Leader(1) != 0 {
		t.Error("they were not folded again")
	}
	if undone := r.Folded(map[uint32]uint32{20: 0, 30: 0}); undone.AnyFolded() {
		t.Error("they were not taken apart")
	}
}
