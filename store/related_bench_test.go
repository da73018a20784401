//go:build unix

package store

import (
	"context"
	"fmt"
	"iter"
	"math/rand/v2"
	"os"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"broadsheet/articles"
	"broadsheet/store/index"
	"broadsheet/store/walk"
)

// BenchmarkRelated asks what stories at random lead to. It tells the CPU time
// of the median and of the 95th of a hundred, and of every step the mean.
//
// The library is an invented one of BROADSHEET_STORIES stories, every one of
// which names four headlines; or, where BROADSHEET_LIBRARY names a folder, the
// one that the cache in the folder BROADSHEET_CACHE was made of.
func BenchmarkRelated(b *testing.B) {
	l, ids := benched(b)
	rng := rand.New(rand.NewPCG(3, 5))
	at := func() articles.ID { return ids[rng.IntN(len(ids))] }
	related := func() error {
		_, err := l.Related(b.Context(), at(), 20)
		return err
	}
	b.Run("cold", func(b *testing.B) { // the index is opened and prepared each time
		spent(b, func() {
			l.search.mu.Lock()
			defer l.search.mu.Unlock()
			if l.search.index != nil {
				l.search.index.Close()
				l.search.index = nil
			}
		}, related)
	})
	for range 200 { // until nothing is new
		if err := related(); err != nil {
			b.Fatal(err)
		}
	}
	b.Run("warm", func(b *testing.B) {
		b.Run("whole", func(b *testing.B) {
			spent(b, func() {}, related)
		})
		b.Run("steps", func(b *testing.B) { steps(b, l, at) })
	})
}

func cpu() time.Duration {
	var u syscall.Rusage
	if err := syscall.Getrusage(syscall.RUSAGE_SELF, &u); err != nil {
		panic(err)
	}
	return time.Duration(u.Utime.Nano() + u.Stime.Nano())
}

// spent tells what it takes to do something, without what is done before.
func spent(b *testing.B, before func(), do func() error) {
	var all []time.Duration
	for b.Loop() {
		before()
		from := cpu()
		if err := do(); err != nil {
			b.Fatal(err)
		}
		all = append(all, cpu()-from)
	}
	slices.Sort(all)
	b.ReportMetric(float64(all[len(all)/2].Microseconds()), "p50-µs")
	b.ReportMetric(float64(all[len(all)*95/100].Microseconds()), "p95-µs")
}

// steps does by itself each of the steps of Related.
func steps(b *testing.B, l *Library, at func() articles.ID) {
	var names []string
	sum := map[string]time.Duration{}
	n := 0
	for b.Loop() {
		n++
		step := func(name string, do func() error) {
			from := cpu()
			if err := do(); err != nil {
				b.Fatal(err)
			}
			if sum[name] += cpu() - from; !slices.Contains(names, name) {
				names = append(names, name)
			}
		}
		var c *composer
		step("find", func() (err error) { c, err = l.composer(b.Context(), at()); return err })
		step("publisher", func() error { return c.publisher() })
		step("linked", func() error { return c.linkedFrom() })
		step("copies", func() error { return c.copies() })
		var near []index.Neighbour
		step("index", func() error {
			return l.indexed(b.Context(), func(x *index.Index) (err error) {
				near, err = x.Similar(b.Context(), c.of.Row, 20+len(c.taken))
				return err
			})
		})
		step("reasons", func() error {
			return l.indexed(b.Context(), func(x *index.Index) error { return c.neighbours(x, near, 20) })
		})
		step("together", func() error { return c.together() })
		step("headlines", func() error { _, err := c.complete(); return err })
	}
	for _, name := range names {
		b.ReportMetric(float64(sum[name].Microseconds())/float64(n), name+"-µs")
	}
}

// benched is the library to measure on, and the ids of all its stories.
func benched(b *testing.B) (*Library, []articles.ID) {
	b.Helper()
	var l *Library
	if dir := os.Getenv("BROADSHEET_LIBRARY"); dir != "" {
		var err error
		l, err = Open(b.Context(), Config{
			Roots: []walk.Root{{Path: dir}}, CacheDir: os.Getenv("BROADSHEET_CACHE"), StateDir: b.TempDir(),
		})
		if err != nil {
			b.Fatal(err)
		}
		b.Cleanup(func() { l.Close() })
	} else {
		n, err := strconv.Atoi(os.Getenv("BROADSHEET_STORIES"))
		if err != nil {
			n = 3000
		}
		h := newHome(b, "invented=")
		h.config.Read = invented(n)
		l = h.scanned()
	}
	var ids []articles.ID
	err := l.Each(b.Context(), View{Sort: SortOldest, Copies: true}, func(h articles.Headline) error {
		ids = append(ids, h.ID)
		return nil
	})
	if err != nil || len(ids) == 0 {
		b.Fatal(len(ids), err)
	}
	return l, ids
}

// invented reads n stories out of any file: of 400 words, as rare and common
// as in prose, in groups of about ten that share some. Of the headlines that
// each names, two are in the library, by title and by id, one a little changed,
// one not at all.
func invented(n int) ReadFunc {
	syllables := []string{"os", "trel", "kar", "sk", "va", "ta", "rro", "via", "mi", "lo", "ne", "dun"}
	word := func(k uint64) string {
		var s strings.Builder
		for k += 3; k > 0; k /= 12 {
			s.WriteString(syllables[k%12])
		}
		return s.String()
	}
	title := func(i int) string {
		rng := rand.New(rand.NewPCG(uint64(i), 1))
		words := []string{"Karsk", word(uint64(i / 10))}
		for range 5 {
			words = append(words, word(rng.Uint64N(60000)))
		}
		return strings.Join(words, " ")
	}
	return func(_ context.Context, in Input) iter.Seq2[articles.Article, error] {
		return func(yield func(articles.Article, error) bool) {
			zipf := rand.NewZipf(rand.New(rand.NewPCG(11, 2)), 1.1, 8, 60000)
			for i := range n {
				var s strings.Builder
				for k := range 400 {
					if k%16 == 0 {
						fmt.Fprintf(&s, "%s. ", word(uint64(i/10*30+k/16)))
					}
					s.WriteString(word(zipf.Uint64()) + " ")
				}
				a := articles.Article{
					ID: in.ID + articles.ID(fmt.Sprintf("#%d", i+1)), Title: title(i), Source: "Ostrel Courier",
					PublisherID: strconv.Itoa(i), Text: s.String(), Body: s.String(),
				}
				a.Published, _ = articles.ParseDate(time.Unix(1.4e9+int64(i)*1000, 0).UTC().Format("2006-01-02"))
				a.Related = []articles.Link{
					{Title: title((i*7 + 1) % n)}, {Title: "A headline", ID: strconv.Itoa((i*5 + 2) % n)},
					{Title: strings.Replace(title((i*3+3)%n), "Karsk ", "", 1)}, {Title: title(n + i)},
				}
				if !yield(a, nil) {
					return
				}
			}
		}
	}
}
