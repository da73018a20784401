package index

import (
	"math/rand"
	"testing"
)

func TestNoSymbolBeginsAnotherAndNoBitsAreLeft(t *testing.T) {
	room := 0
	for a, size := range symbolSizes {
		room += 1 << (symbolBits - size)
		for b, other := range symbolSizes {
			if a != b && other >= size && symbolCodes[b]&(1<<size-1) == symbolCodes[a] {
				t.Errorf("symbol %d begins as %d", b, a)
			}
		}
	}
	if room != 1<<symbolBits {
		t.Errorf("the symbols take %d of %d", room, 1<<symbolBits)
	}
}

func TestFeaturesGiveBackWhatWasWritten(t *testing.T) {
	r := rand.New(rand.NewSource(14))
	for k := range uint(30) {
		var w bitWriter
		var all []feature
		for range 600 {
			f := feature{uint32(r.Intn(1 << (k + uint(r.Intn(3))))), uint8(1 + r.Intn(255)), r.Intn(2) == 0}
			if r.Intn(40) == 0 {
				f.rank = r.Uint32()
			}
			if r.Intn(3) > 0 {
				f.code = frequent[r.Intn(rareCode)]
			}
			all = append(all, f)
			w.rice(uint64(f.rank), k)
			w.feature(f)
		}
		back := bitReader{buf: w.flush()}
		for i, want := range all {
			got, gap := back.feature(k)
			if got.rank = uint32(gap); got != want {
				t.Fatalf("feature %d with parameter %d: %v, want %v", i, k, got, want)
			}
		}
	}
}
