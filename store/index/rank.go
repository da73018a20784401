package index

import (
	"cmp"
	"math"
	"slices"
)

// The figures of BM25, and of the mild preference for what is new.
const (
	bmK       = 1.2
	bmB       = 0.6
	freshGain = 0.1
	freshDays = 365

	prefixTitle = 6 // what a prefix weighs in a title; elsewhere it weighs 1
)

// maxWeight is the most a code can weigh.
const maxWeight = maxTF + maxLead + 4*maxTitle

// idf is how much a term says that df of n stories hold.
func idf(n, df int) float64 {
	return math.Log(1 + (float64(n-df)+.5)/(float64(df)+.5))
}

// ranker scores words in stories of one library.
type ranker struct {
	n    int     // stories, the dead among them
	mean float64 // words of a story
	last int32   // the newest day

	table []float64 // the factor of freshness by days of age
}

// age fills the table once the newest day is known.
func (r *ranker) age() {
	r.table = make([]float64, 8*freshDays)
	for d := range r.table {
		r.table[d] = freshOf(float64(d))
	}
}

func freshOf(days float64) float64 { return 1 + freshGain*math.Exp2(-days/freshDays) }

func (r ranker) score(idf float64, weight int, words float64) float64 {
	w := float64(weight)
	return idf * w * (bmK + 1) / (w + bmK*(1-bmB+bmB*words/r.mean))
}

// fresh is the factor of a story's day.
func (r ranker) fresh(day int32) float64 {
	if day == NoDay {
		return 1
	}
	if days := r.last - day; days >= 0 && int(days) < len(r.table) {
		return r.table[days]
	}
	return freshOf(float64(r.last) - float64(day))
}

// found is a match with what orders it.
type found struct {
	Hit
	day int32
	tie uint64
	seg int
	doc uint32
}

// better is the order of hits: by score, then the newer, then by what the story
// is, so that the order of arrival never shows.
func better(a, b found) int {
	if a.Score != b.Score {
		return cmp.Compare(b.Score, a.Score)
	}
	return cmp.Or(cmp.Compare(b.day, a.day), cmp.Compare(a.tie, b.tie), cmp.Compare(a.Key, b.Key))
}

// best keeps the n best hits it is shown: a heap with the worst on top.
type best struct {
	n    int
	heap []found
}

// floor is the score that a hit must reach to be kept.
func (t *best) floor() float64 {
	if len(t.heap) < t.n {
		return math.Inf(-1)
	}
	if t.n == 0 {
		return math.Inf(1)
	}
	return t.heap[0].Score
}

func (t *best) add(f found) {
	if len(t.heap) < t.n {
		t.heap = append(t.heap, f)
		for i := len(t.heap) - 1; i > 0; {
			up := (i - 1) / 2
			if better(t.heap[i], t.heap[up]) < 0 {
				break
			}
			t.heap[i], t.heap[up] = t.heap[up], t.heap[i]
			i = up
		}
		return
	}
	if t.n == 0 || better(f, t.heap[0]) >= 0 {
		return
	}
	t.heap[0] = f
	for i := 0; ; {
		worst := i
		for k := 2*i + 1; k <= 2*i+2 && k < t.n; k++ {
			if better(t.heap[k], t.heap[worst]) > 0 {
				worst = k
			}
		}
		if worst == i {
			return
		}
		t.heap[i], t.heap[worst] = t.heap[worst], t.heap[i]
		i = worst
	}
}

// sorted empties the heap, best first.
func (t *best) sorted() []Hit {
	slices.SortFunc(t.heap, better)
	out := make([]Hit, len(t.heap))
	for i, f := range t.heap {
		out[i] = f.Hit
	}
	return out
}
