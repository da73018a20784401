package index

import (
	"context"
	"path/filepath"
	"runtime"
	"sync"
	"testing"
)

// TestMuchThatWasReadIsGivenBack reads a whole segment, and a little of it.
func TestMuchThatWasReadIsGivenBack(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux says how much of a file is in memory")
	}
	path := filepath.Join(t.TempDir(), "a.seg")
	info, err := write(path, library(4000))
	if err != nil {
		t.Fatal(err)
	}
	const slack = 1 << 20 // the system counts by the hundred pages
	if info.Bytes < 4*slack {
		t.Fatalf("a segment of %d bytes says nothing", info.Bytes)
	}
	x, err := Open([]string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	x.Rest()
	before := mappedNow()
	read := func() {
		t.Helper()
		if err := x.Verify(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	read()
	full := mappedNow()
	if full < before+info.Bytes-slack {
		t.Fatalf("reading %d bytes brought %d into memory", info.Bytes, full-before)
	}
	x.ebb.rested.Store(full - muchRead)
	if x.ease(); mappedNow() < full-slack {
		t.Error("it rested although nobody made it frugal")
	}
	x.Frugal()
	x.ebb.rested.Store(full)
	if x.ease(); mappedNow() < full-slack {
		t.Error("it rested although nothing was read since")
	}
	x.ebb.rested.Store(full - muchRead)
	if x.ease(); mappedNow() < full-slack {
		t.Error("it asked again although nothing was missing since")
	}
	x.ebb.faulted.Store(0)
	if x.ease(); mappedNow() > before+slack {
		t.Errorf("%d bytes are still in memory", mappedNow()-before)
	}
	read() // it is still there
}

// TestOneAnswerDoesNotHoldAllThatItRead reads every list of a segment that is
// larger than what may stay in memory.
func TestOneAnswerDoesNotHoldAllThatItRead(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux says how much of a file is in memory")
	}
	path := filepath.Join(t.TempDir(), "a.seg")
	info, err := write(path, library(3000))
	if err != nil {
		t.Fatal(err)
	}
	x, err := Open([]string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	x.ebb.much = info.Bytes / 4
	x.Rest()
	x.Frugal()
	before, most := mappedNow(), int64(0)
	x.ebb.rested.Store(before)
	s := x.segs[0]
	var c cursor
	for n := range uint32(s.nTerms) {
		s.each(&c, n, func(*block) { c.places() })
		if n%32 == 0 {
			most = max(most, mappedNow()-before)
		}
	}
	if limit := info.Bytes / 2; most > limit {
		t.Errorf("%d bytes were in memory, of at most %d", most, limit)
	}
}

// TestAnIndexThatRestedAnswersAsBefore lets it rest while others search.
func TestAnIndexThatRestedAnswersAsBefore(t *testing.T) {
	var docs []Doc
	for i := range 300 {
		docs = append(docs, Doc{Key: uint32(i + 1), ID: string(rune('a' + i%26)), Title: "Ferry", Text: "The ferry of Karsk."})
	}
	x := open(t, docs...)
	var group sync.WaitGroup
	for range 4 {
		group.Go(func() {
			for range 50 {
				x.Rest()
				got, err := x.Search(context.Background(), parse(t, "karsk ferry"), SearchOptions{N: 5})
				if err != nil || got.Total != len(docs) || len(got.Hits) != 5 {
					t.Errorf("%d hits of %d, %v", len(got.Hits), got.Total, err)
					return
				}
			}
		})
	}
	group.Wait()
	if err := x.Verify(context.Background()); err != nil {
		t.Error(err)
	}
}

func TestAskingWhatIsInMemoryMakesNextToNoGarbage(t *testing.T) {
	if runtime.GOOS != "linux" {
		t.Skip("only Linux says how much of a file is in memory")
	}
	if mappedNow() <= 0 {
		t.Fatal("a program has some of its own file in memory")
	}
	const times = 100
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	for range times {
		mappedNow()
	}
	runtime.ReadMemStats(&after)
	if n := (after.TotalAlloc - before.TotalAlloc) / times; n > 512 { // the name that is opened, and what the race detector adds
		t.Errorf("%d bytes each time", n)
	}
}
