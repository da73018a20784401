package index

import (
	"context"
	"fmt"
	"math/rand"
	"path/filepath"
	"strings"
	"testing"

	"broadsheet/store/query"
)

// library makes n stories of about 500 invented words, rare and common as in
// prose.
func library(n int) []Doc {
	r := rand.New(rand.NewSource(11))
	zipf := rand.NewZipf(r, 1.1, 8, 60000)
	syllables := []string{"os", "trel", "kar", "sk", "va", "ta", "rro", "via", "mi", "lo", "ne", "dun"}
	word := func() string {
		var b strings.Builder
		for k := zipf.Uint64() + 3; k > 0; k /= 12 {
			b.WriteString(syllables[k%12])
		}
		return b.String()
	}
	docs := make([]Doc, n)
	for i := range docs {
		var b strings.Builder
		for k := range 500 {
			if k%12 == 11 {
				b.WriteString(". ")
			}
			b.WriteString(word())
			b.WriteByte(' ')
		}
		docs[i] = Doc{Key: uint32(i), ID: fmt.Sprint(i), Title: word() + " " + word() + " " + word(), Text: b.String(), Day: int32(16000 + i%900)}
	}
	return docs
}

func benchIndex(b *testing.B, n int) *Index {
	path := filepath.Join(b.TempDir(), "a.seg")
	if _, err := write(path, library(n)); err != nil {
		b.Fatal(err)
	}
	x, err := Open([]string{path}, nil)
	if err != nil {
		b.Fatal(err)
	}
	b.Cleanup(func() { x.Close() })
	return x
}

func BenchmarkWrite(b *testing.B) {
	docs := library(1000)
	size := int64(0)
	for _, d := range docs {
		size += int64(len(d.Text))
	}
	b.SetBytes(size)
	path := filepath.Join(b.TempDir(), "a.seg")
	for b.Loop() {
		if _, err := write(path, docs); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSearch(b *testing.B) {
	x := benchIndex(b, 5000)
	for _, line := range []string{"sk", "os sk", "va*", "v*", `"os sk"`, "title:trel", "os -sk", "nothing"} {
		q, err := query.Parse(line, false)
		if err != nil {
			b.Fatal(err)
		}
		b.Run(strings.NewReplacer(" ", "_", `"`, "").Replace(line), func(b *testing.B) {
			for b.Loop() {
				if _, err := x.Search(context.Background(), q, SearchOptions{N: 50}); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

func BenchmarkSimilar(b *testing.B) {
	x := benchIndex(b, 4000)
	for name, ask := range map[string]func(context.Context, uint32, int) ([]Neighbour, error){
		"explained": x.Similar, "alone": x.Nearest,
	} {
		b.Run(name, func(b *testing.B) {
			i := 0
			for b.Loop() {
				if _, err := ask(context.Background(), uint32(i*37%4000), 20); err != nil {
					b.Fatal(err)
				}
				i++
			}
		})
	}
}
