package index

import (
	"math/rand"
	"os"
	"path/filepath"
	"testing"
)

func TestNumbersOfEverySizeComeBackFromTheirBits(t *testing.T) {
	r := rand.New(rand.NewSource(12))
	type number struct {
		v uint64
		k uint // its Rice parameter, or its width where plain
	}
	for range 200 {
		var w bitWriter
		var all []number
		for range 300 {
			n := number{k: uint(r.Intn(27))}
			n.v = r.Uint64() >> (40 + uint(r.Intn(24)))
			all = append(all, n)
			w.rice(n.v, n.k)
			w.put(n.v&(1<<n.k-1), n.k)
		}
		back := bitReader{buf: w.flush()}
		for i, n := range all {
			if got := back.rice(n.k); got != n.v {
				t.Fatalf("number %d: %d with parameter %d, want %d", i, got, n.k, n.v)
			}
			if got := back.get(n.k); got != n.v&(1<<n.k-1) {
				t.Fatalf("number %d: %d in %d bits, want %d", i, got, n.k, n.v&(1<<n.k-1))
			}
		}
		if left := uint(len(back.buf))*8 - back.at; left >= 8 {
			t.Fatalf("%d bits are left of what was written", left)
		}
	}
}

func TestABuilderUsedAgainWritesTheSame(t *testing.T) {
	r := rand.New(rand.NewSource(13))
	long, short := invented(r, 400, 200), invented(r, 90, 60)
	written := func(b *Builder, docs []Doc) string {
		t.Helper()
		for _, d := range docs {
			b.Add(d)
		}
		path := filepath.Join(t.TempDir(), "seg")
		if _, err := b.Write(path); err != nil {
			t.Fatal(err)
		}
		file, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		return string(file)
	}
	b := NewBuilder()
	for _, docs := range [][]Doc{long, short, long[:7], nil, long} {
		b.Reset()
		if written(b, docs) != written(NewBuilder(), docs) {
			t.Errorf("%d stories: not the same file", len(docs))
		}
	}
}
