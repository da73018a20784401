//go:build unix

package store

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
)

// shownAtOnce is how many lines of a list a screen has.
const shownAtOnce = 40

// BenchmarkLetters types 200 queries of all kinds, made of the words of the
// library itself, and tells the CPU time that the store takes for a letter: the
// median, the 95th of a hundred and the most, for each kind and for all. The
// library is that of BenchmarkRelated. Frugal is how a reader holds it; with
// passages what a screen shows of every story is cut, too.
func BenchmarkLetters(b *testing.B) {
	l, ids := benched(b)
	kinds := typed(b, l, ids)
	for _, way := range []string{"free", "frugal", "passages"} {
		b.Run(way, func(b *testing.B) {
			if way == "frugal" {
				l.Frugal()
			}
			for _, kind := range kinds {
				b.Run(kind.name, func(b *testing.B) {
					var took []time.Duration
					for b.Loop() {
						took = append(took, typeAll(b, l, kind.lines, way == "passages")...)
					}
					slices.Sort(took)
					b.ReportMetric(float64(took[len(took)/2].Microseconds()), "p50-µs")
					b.ReportMetric(float64(took[len(took)*95/100].Microseconds()), "p95-µs")
					b.ReportMetric(float64(took[len(took)-1].Microseconds()), "most-µs")
				})
			}
		})
	}
}

// BenchmarkFacets counts what views of the library divide into.
func BenchmarkFacets(b *testing.B) {
	l, _ := benched(b)
	for _, v := range []View{{}, {Unread: true}, {Query: "the"}, {Query: "t", Live: true}, {Query: "the government"}} {
		b.Run("of "+v.Query, func(b *testing.B) {
			spent(b, func() {}, func() error { _, err := l.Facets(b.Context(), v); return err })
		})
	}
}

// typeAll tells what every letter of some queries takes.
func typeAll(b *testing.B, l *Library, lines []string, passages bool) (took []time.Duration) {
	for _, line := range lines {
		for i := range line {
			v := View{Query: line[:i+1], Live: true}
			from := cpu()
			w, err := l.Headlines(b.Context(), v, 0, shownAtOnce)
			if err == nil && passages {
				ids := make([]articles.ID, len(w.Items))
				for k, h := range w.Items {
					ids[k] = h.ID
				}
				_, err = l.Snippets(b.Context(), v, ids)
			}
			if err != nil {
				b.Fatal(line[:i+1], err)
			}
			took = append(took, cpu()-from)
		}
	}
	return took
}

// drill is queries of one kind.
type drill struct {
	name  string
	lines []string
}

// typed makes queries of every kind out of stories at random.
func typed(b *testing.B, l *Library, ids []articles.ID) []drill {
	rng := rand.New(rand.NewPCG(7, 2))
	seen := map[string]int{}
	var stories [][]string
	for range 200 {
		a, _, err := l.Story(b.Context(), ids[rng.IntN(len(ids))])
		if err != nil {
			b.Fatal(err)
		}
		words := strings.FieldsFunc(strings.ToLower(a.Text), func(r rune) bool { return r < 'a' || r > 'z' })
		stories = append(stories, words)
		words = slices.Clone(words)
		slices.Sort(words)
		for _, w := range slices.Compact(words) {
			seen[w]++
		}
	}
	common, rare := byFrequency(seen)
	of := func(from []string) string { return from[rng.IntN(len(from))] }
	phrase := func(n int) string {
		for {
			if s := stories[rng.IntN(len(stories))]; len(s) > n {
				at := rng.IntN(len(s) - n)
				return strings.Join(s[at:at+n], " ")
			}
		}
	}
	fields := []string{"title:", "is:unread ", "lang:en ", "after:2003 ", "source:", "-title:"}
	makers := []struct {
		name string
		one  func(i int) string
	}{
		{"common", func(i int) string { return common[i] }},
		{"rare", func(int) string { return of(rare) }},
		{"prefix", func(int) string { return of(rare)[:2] }},
		{"words", func(int) string {
			s := stories[rng.IntN(len(stories))]
			return of(common[:200]) + " " + of(s) + " " + of(s)
		}},
		{"fields", func(i int) string { return fields[i%len(fields)] + phrase(1) }},
		{"choice", func(i int) string { return of(common[:200]) + []string{" OR ", " -"}[i%2] + of(rare) }},
		{"miss", func(int) string { return "q" + of(rare) + "zq" }},
		{"phrase", func(i int) string { return `"` + phrase(2+i%3) + `"` }},
	}
	kinds := []drill{{name: "all"}}
	for _, m := range makers {
		k := drill{name: m.name}
		for i := range 25 {
			k.lines = append(k.lines, m.one(i))
			kinds[0].lines = append(kinds[0].lines, k.lines[i])
		}
		kinds = append(kinds, k)
	}
	return kinds
}

// byFrequency lists the words that stand in most stories, and those that stand
// in one.
func byFrequency(seen map[string]int) (common, rare []string) {
	for w, n := range seen {
		if common = append(common, w); n == 1 && len(w) > 4 {
			rare = append(rare, w)
		}
	}
	slices.SortFunc(common, func(a, b string) int {
		if seen[a] != seen[b] {
			return seen[b] - seen[a]
		}
		return strings.Compare(a, b)
	})
	slices.Sort(rare)
	return common, rare
}
