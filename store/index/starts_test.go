package index

import (
	"context"
	"fmt"
	"math/rand"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"
)

// keepStarts gives a small segment the section that only a large one has.
func keepStarts(t *testing.T, s *segment, least uint64) {
	t.Helper()
	b, err := s.appendStarts(nil, least)
	if err != nil {
		t.Fatal(err)
	}
	s.sec[secStarts] = b
}

// prefixes lists every prefix of a few letters and how many postings it leads
// to.
func prefixes(s *segment) map[string]uint64 {
	sums := map[string]uint64{}
	for n := range uint32(s.nTerms) {
		if name := string(s.name(n)); name[0] >= ' ' {
			for k, at := 0, 0; k < startLetters && at < len(name); k++ {
				_, size := utf8.DecodeRuneInString(name[at:])
				at += size
				sums[name[:at]] += uint64(s.df(n))
			}
		}
	}
	return sums
}

func TestStartsAreThoseThatLeadToMuchAndHoldWhatTheirTermsHold(t *testing.T) {
	r := rand.New(rand.NewSource(8))
	for round := range 20 {
		x := open(t, invented(r, 1+r.Intn(300), 40)...)
		s := x.segs[0]
		least := uint64(r.Intn(3 * s.nDocs))
		keepStarts(t, s, least)
		var c cursor
		for prefix, postings := range prefixes(s) {
			got, want := newBitset(s.nDocs), newBitset(s.nDocs)
			if kept := s.start(prefix, got); kept != (postings >= least) {
				t.Fatalf("round %d: %q with %d postings is kept: %v, from %d on they are", round, prefix, postings, kept, least)
			} else if !kept {
				continue
			}
			from, to := s.expand(prefix)
			for n := from; n < to; n++ {
				s.mark(&c, n, want.all, want.title)
			}
			if !slices.Equal(got.all, want.all) || !slices.Equal(got.title, want.title) {
				t.Errorf("round %d: the stories of %q are %x, want %x", round, prefix, got, want)
			}
		}
	}
}

func TestSetsComeBackFromTheirBits(t *testing.T) {
	r := rand.New(rand.NewSource(4))
	for _, nDocs := range []int{1, 63, 64, 65, 1000} {
		for _, share := range []float64{0, .01, .3, .5, .7, .99, 1} {
			set := newBitset(nDocs).all
			for doc := range nDocs {
				if r.Float64() < share {
					set[doc>>6] |= 1 << (doc & 63)
				}
			}
			got := newBitset(nDocs).all
			if readSet(got, appendSet(nil, set, nDocs), nDocs); !slices.Equal(got, set) {
				t.Errorf("%.0f%% of %d stories: %x, want %x", share*100, nDocs, got, set)
			}
		}
	}
}

func TestALargeSegmentKeepsItsStarts(t *testing.T) {
	docs := make([]Doc, startDocs)
	for i := range docs {
		docs[i] = story(uint32(i), fmt.Sprintf("Ferry %d", i%7), "Ostrel trams of the town turn to the tunnel "+strings.Repeat("f", i%5))
	}
	dir := t.TempDir()
	var paths []string
	for i, part := range [][]Doc{docs[:startDocs/2], docs[startDocs/2:]} {
		paths = append(paths, filepath.Join(dir, fmt.Sprint(i)))
		if _, err := write(paths[i], part); err != nil {
			t.Fatal(err)
		}
	}
	whole := filepath.Join(dir, "whole")
	if _, err := Merge(whole, paths, nil); err != nil {
		t.Fatal(err)
	}
	parts, err := Open(paths, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer parts.Close()
	x, err := Open([]string{whole}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.Verify(context.Background()); err != nil {
		t.Fatal(err)
	}
	if s := x.segs[0]; !s.start("t", newBitset(s.nDocs)) || s.start("ost", newBitset(s.nDocs)) {
		t.Error("not those that lead to much are kept")
	}
	for _, s := range parts.segs {
		if len(s.sec[secStarts]) > 0 {
			t.Error("a small segment keeps starts")
		}
	}
	for _, line := range []string{"t*", "tu*", "f*", "title:f*", `"the t"*`, "-t*", "o*"} {
		got, err := x.Search(context.Background(), parse(t, line), SearchOptions{N: 30})
		if err != nil {
			t.Fatal(err)
		}
		want, err := parts.Search(context.Background(), parse(t, line), SearchOptions{N: 30})
		if err != nil {
			t.Fatal(err)
		}
		if got.Total != want.Total || !slices.Equal(got.Hits, want.Hits) {
			t.Errorf("%s: %d hits, %v; without starts %d, %v", line, got.Total, got.Hits, want.Total, want.Hits)
		}
	}
}

// FuzzStarts reads a section of any bytes: a wrong answer, never a fault.
func FuzzStarts(f *testing.F) {
	path := filepath.Join(f.TempDir(), "a.seg")
	if _, err := write(path, invented(rand.New(rand.NewSource(2)), 70, 30)); err != nil {
		f.Fatal(err)
	}
	x, err := Open([]string{path}, nil)
	if err != nil {
		f.Fatal(err)
	}
	f.Cleanup(func() { x.Close() })
	s := x.segs[0]
	for _, least := range []uint64{1, 50, 1000} {
		b, err := s.appendStarts(nil, least)
		if err != nil {
			f.Fatal(err)
		}
		f.Add(b, "f")
		f.Add(b[:len(b)/2], "f")
	}
	f.Add([]byte{1, 1, 'f', 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff, 1, 9, 1, 2}, "f")
	f.Fuzz(func(t *testing.T, section []byte, prefix string) {
		s.sec[secStarts] = section
		s.start(prefix, newBitset(s.nDocs))
		if _, err := x.Search(context.Background(), parse(t, "f* ostrel"), SearchOptions{N: 5}); err != nil {
			t.Fatal(err)
		}
	})
}
