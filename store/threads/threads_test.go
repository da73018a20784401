package threads

import (
	"cmp"
	"errors"
	"slices"
	"testing"
)

// told makes a Near of likenesses between pairs; each is told from both sides.
func told(pairs map[[2]uint32]float64) Near {
	return func(key uint32) (near []Neighbour, err error) {
		for p, like := range pairs {
			switch key {
			case p[0]:
				near = append(near, Neighbour{p[1], like})
			case p[1]:
				near = append(near, Neighbour{p[0], like})
			}
		}
		return near, nil
	}
}

func around(t *testing.T, key uint32, near Near) []uint32 {
	t.Helper()
	got, err := Around(key, near, cmp.Compare[uint32])
	if err != nil {
		t.Fatal(err)
	}
	slices.Sort(got)
	return got
}

func TestAThreadIsTheStoriesThatAreAllAlike(t *testing.T) {
	near := told(map[[2]uint32]float64{
		{1, 2}: 0.6, {1, 3}: 0.5, {2, 3}: 0.5, // one event
		{4, 5}: 0.7, // another
		{3, 4}: 0.4, // like one member only
	})
	for key, want := range map[uint32][]uint32{
		1: {1, 2, 3}, 2: {1, 2, 3}, 4: {4, 5}, 5: {4, 5}, 9: {9},
	} {
		if got := around(t, key, near); !slices.Equal(got, want) {
			t.Errorf("around %d: got %v, want %v", key, got, want)
		}
	}
}

func TestAStoryThatIsNearToAThreadAndNotItToTheStoryIsNoneOfIt(t *testing.T) {
	within := told(map[[2]uint32]float64{{1, 2}: 0.6, {1, 3}: 0.6, {2, 3}: 0.6})
	near := func(key uint32) ([]Neighbour, error) {
		if key == 9 { // a letter that mentions the event
			return []Neighbour{{1, 0.6}, {2, 0.6}, {3, 0.5}}, nil
		}
		return within(key)
	}
	for key, want := range map[uint32][]uint32{9: {9}, 1: {1, 2, 3}} {
		if got := around(t, key, near); !slices.Equal(got, want) {
			t.Errorf("around %d: got %v, want %v", key, got, want)
		}
	}
}

func TestNoMoreIsAskedThanMatters(t *testing.T) {
	asked := map[uint32]int{}
	pairs := map[[2]uint32]float64{{1, 2}: 0.6, {1, 3}: 0.5, {2, 3}: 0.5}
	for far := uint32(10); far < 40; far++ {
		pairs[[2]uint32{1, far}] = Candidate - 0.01
	}
	near := told(pairs)
	around(t, 1, func(key uint32) ([]Neighbour, error) {
		asked[key]++
		return near(key)
	})
	if len(asked) != 3 {
		t.Errorf("%d stories were asked about; three are near", len(asked))
	}
	for key, n := range asked {
		if n > 1 {
			t.Errorf("%d was asked about %d times", key, n)
		}
	}
}

func TestAThreadDoesNotChain(t *testing.T) {
	chain := map[[2]uint32]float64{}
	for i := uint32(1); i < 100; i++ {
		chain[[2]uint32{i, i + 1}] = 0.6
	}
	if got := around(t, 50, told(chain)); len(got) > 4 {
		t.Errorf("a chain of similar stories became a thread: %v", got)
	}
}

func TestAThreadHasAnEnd(t *testing.T) {
	all := map[[2]uint32]float64{}
	for i := range uint32(100) {
		for j := range i {
			all[[2]uint32{j, i}] = 0.9
		}
	}
	if got := around(t, 7, told(all)); len(got) != Longest {
		t.Errorf("got %d stories, want %d", len(got), Longest)
	}
}

func TestTheAnswerDoesNotDependOnTheOrderOfTelling(t *testing.T) {
	pairs := map[[2]uint32]float64{}
	for i := range uint32(30) {
		for j := range i {
			pairs[[2]uint32{j, i}] = float64((i*7+j*13)%50) / 60
		}
	}
	want, err := Around(3, told(pairs), cmp.Compare[uint32])
	if err != nil {
		t.Fatal(err)
	}
	for range 20 { // the order of a map differs each time
		got, err := Around(3, told(pairs), cmp.Compare[uint32])
		if err != nil || !slices.Equal(got, want) {
			t.Fatalf("got %v, %v; first it was %v", got, err, want)
		}
	}
}

func TestAFailureIsTold(t *testing.T) {
	broken := errors.New("damaged")
	_, err := Around(1, func(uint32) ([]Neighbour, error) { return nil, broken }, cmp.Compare[uint32])
	if !errors.Is(err, broken) {
		t.Errorf("got %v", err)
	}
}
