package index

import (
	"fmt"
	"math"
	"math/rand"
	"path/filepath"
	"slices"
	"testing"
)

func TestStepsOfLengthRiseAndNeverStandForALongerStory(t *testing.T) {
	last := uint8(0)
	for _, words := range []uint32{0, 1, 7, 8, 15, 16, 17, 18, 31, 32, 35, 36, 100, 1000, 1 << 18, 1<<31 - 1, 1 << 31, math.MaxUint32} {
		step := lengthStep(words)
		least := stepLength(int(step))
		if step < last || least > uint64(words) || uint64(words) > least+least/8 {
			t.Errorf("%d words are step %d, which begins at %d", words, step, least)
		}
		last = step
	}
}

// TestTermsOfSeveralSegmentsAreWeighedAsOne holds the walk to what looking
// every term up says, with names that part late and names that part early.
func TestTermsOfSeveralSegmentsAreWeighedAsOne(t *testing.T) {
	r := rand.New(rand.NewSource(6))
	words := []string{"o", "os", "ostrel", "ostrelia", "ostrelian", "ostrelians", "ostrelianz", "9", "90", "1990", "ärger", "zz"}
	var paths []string
	for seg := range 4 {
		var docs []Doc
		for i := range 12 {
			d := Doc{Key: uint32(100*seg + i), ID: fmt.Sprint(seg, i), Title: "Ferry", Day: NoDay}
			for range 3 {
				d.Text += words[r.Intn(len(words))] + " "
			}
			docs = append(docs, d)
		}
		path := filepath.Join(t.TempDir(), "a.seg")
		if _, err := write(path, docs); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	for n := 1; n <= len(paths); n++ {
		x, err := Open(paths[:n], nil)
		if err != nil {
			t.Fatal(err)
		}
		x.weigh()
		for i, s := range x.segs {
			for term := range uint32(s.nTerms) {
				var at []place
				df := 0
				for k, other := range x.segs {
					if found, ok := other.lookup(s.name(term)); ok {
						at = append(at, place{uint32(k), found})
						df += int(other.df(found))
					}
				}
				if got, want := x.near.weights[i][term].weight, float32(rareWeight(x.rank.n, df)); got != want {
					t.Errorf("of %d, %q weighs %f, want %f", n, s.name(term), got, want)
				}
				group := x.near.weights[i][term].twins
				if (group == 0) != (len(at) == 1) || group != 0 && !slices.Equal(x.near.twins.of(group), at) {
					t.Errorf("of %d, %q is of group %d, and stands in %v", n, s.name(term), group, at)
				}
			}
		}
		x.Close()
	}
}

func TestSeekingFindsWhatLookingFromTheStartFinds(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	s := open(t, invented(r, 60, 400)...).segs[0]
	for range 2000 {
		name := []byte(string(s.name(uint32(r.Intn(s.nTerms)))))
		if r.Intn(2) == 0 {
			name[len(name)-1] += byte(r.Intn(3))
		}
		want, _ := s.between(string(name), "")
		from := uint32(r.Intn(s.nTerms + 1))
		if got := s.seek(from, name); got != max(want, from) {
			t.Fatalf("%q from %d is at %d, want %d", name, from, got, want)
		}
	}
}
