package body

import (
	"fmt"
	"math/rand"
	"testing"

	"broadsheet/articles"
)

// BenchmarkPackAndStory packs invented stories with a dictionary of their own
// kind, and reads one of a block.
func BenchmarkPackAndStory(b *testing.B) {
	r := rand.New(rand.NewSource(1))
	stories := make([]articles.Article, 400)
	total := 0
	for i := range stories {
		stories[i] = articles.Article{Title: fmt.Sprint("Story ", i), Text: string(prose(r, 3000))}
		stories[i].Body = stories[i].Text
		total += 3000
	}
	first, _ := NewWriter(nil)
	for i := range stories {
		if _, full := first.Add(&stories[i]); full {
			first.Finish()
		}
	}
	dictionary := first.Sample()
	var block []byte
	b.Run("pack", func(b *testing.B) {
		w, err := NewWriter(dictionary)
		if err != nil {
			b.Fatal(err)
		}
		b.SetBytes(int64(total))
		for b.Loop() {
			for i := range stories {
				if _, full := w.Add(&stories[i]); full {
					block = w.Finish()
				}
			}
		}
	})
	b.Run("story", func(b *testing.B) {
		r, err := NewReader(dictionary)
		if err != nil {
			b.Fatal(err)
		}
		for b.Loop() {
			if _, err := story(r, block, 7); err != nil {
				b.Fatal(err)
			}
		}
	})
}
