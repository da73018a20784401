package index

import (
	"bytes"
	"fmt"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// merged is the file that some stories make, after they were written in n
// segments by the rule of where.
func merged(t *testing.T, docs []Doc, n int, where func(i int) int, dead Dead) []byte {
	t.Helper()
	dir := t.TempDir()
	parts := make([][]Doc, n)
	for i, d := range docs {
		parts[where(i)] = append(parts[where(i)], d)
	}
	var paths []string
	for k, part := range parts {
		path := filepath.Join(dir, fmt.Sprint(k))
		if _, err := write(path, part); err != nil {
			t.Fatal(err)
		}
		paths = append(paths, path)
	}
	dst := filepath.Join(dir, "merged")
	if _, err := Merge(dst, paths, dead); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(dst)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Segments that follow one another are merged without reading the places, and
// others through memory: both must come to the same bytes.
func TestMergingMakesTheSameFileWhateverLayWhere(t *testing.T) {
	r := rand.New(rand.NewSource(21))
	docs := invented(r, 700, 90)
	docs[40].Text += strings.Repeat(" ferry", 300) + strings.Repeat(" of ferry", 3000) // more often than a code can say
	docs[41].Title = strings.Repeat("Karsk radar ", 30)
	docs[42].Text = strings.Repeat("once ", 20_000) + "Ostrel" // far in
	docs[43].Tags = []string{"only here"}
	var dead Dead
	for _, i := range []int{0, 43, 128, 129, 130, 500, 699} {
		dead = append(dead, docs[i].Key)
	}
	for _, gone := range []Dead{nil, dead} {
		want := merged(t, docs, 1, func(int) int { return 0 }, gone)
		for name, where := range map[string]func(int) int{
			"in turn":              func(i int) int { return i / 180 },
			"in turn, last first":  func(i int) int { return 3 - i/180 },
			"mixed":                func(i int) int { return i % 4 },
			"mixed, one far apart": func(i int) int { return i * i % 4 },
		} {
			if got := merged(t, docs, 4, where, gone); !bytes.Equal(got, want) {
				t.Errorf("%s, %d dead: %d bytes that are not the %d of one segment", name, len(gone), len(got), len(want))
			}
		}
	}
}
