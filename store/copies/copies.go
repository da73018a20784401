// Package copies finds stories with the same text: wire copy that several
// outlets ran, and re-saves of one page. It works on plain texts; it knows no
// database and holds no library.
//
// # How it decides
//
// A text becomes the set of its shingles: every four words in a row, folded
// (Broder, "On the resemblance and containment of documents", 1997). A Mark is
// a byte of each of 64 MinHash values of that set, made in one pass by
// one-permutation hashing (Li, Owen, Zhang, NIPS 2012) with empty bins filled
// from their neighbours. Two texts whose marks share one of 32 bands of two
// values, and so many values that they may be copies, are candidates.
//
// A candidate is verified on the texts themselves: resemblance of at least 0.3
// or, for a copy that was cut short, containment of at least 0.5 of the
// shorter one. And the numbers must agree. Wire stories are rewritten by the
// hour with nothing changed but the count of the dead, and the new count is
// the news: two texts that say the same words around different numbers are
// two stories, however alike.
//
// Copies are folded under a leader, the longest of them; see Folding.
package copies

import (
	"cmp"
	"slices"
)

const (
	values       = 64
	bands        = values / 2
	shingleWords = 4
	leastWords   = 12 // fewer words say too little to be a copy of anything
	resembles    = 0.30
	contains     = 0.50
	leastShared  = 6 // shingles; below that containment is chance
)

// Text is a text prepared for comparing.
type Text struct {
	shingles []uint64    // sorted, each once
	numbers  []mentioned // sorted by context
}

// mentioned is a number where it stands: a hash of the words around it, with
// every number among them masked, and the number itself.
type mentioned struct{ context, number uint64 }

// Prepare makes a text ready for Same.
func Prepare(text string) Text {
	words := make([]word, 0, len(text)/6)
	each(text, func(w word) { words = append(words, w) })
	var t Text
	if len(words) < leastWords {
		return t
	}
	for i := 0; i+shingleWords <= len(words); i++ {
		t.shingles = append(t.shingles, shingle(&[shingleWords]uint64{
			words[i].hash, words[i+1].hash, words[i+2].hash, words[i+3].hash,
		}))
	}
	slices.Sort(t.shingles)
	t.shingles = slices.Compact(t.shingles)
	t.numbers = mentions(words)
	return t
}

// mentions finds every number with two words on each side.
func mentions(words []word) []mentioned {
	var found []mentioned
	for i, w := range words {
		if !w.number || i < 2 || i+2 >= len(words) {
			continue
		}
		h := uint64(0)
		for _, near := range words[i-2 : i+3] {
			v := near.hash
			if near.number {
				v = '#'
			}
			h = mix(h ^ v)
		}
		found = append(found, mentioned{h, w.hash})
	}
	slices.SortFunc(found, func(a, b mentioned) int {
		return cmp.Or(cmp.Compare(a.context, b.context), cmp.Compare(a.number, b.number))
	})
	return slices.Compact(found)
}

// Same reports whether two texts are copies of each other.
func Same(a, b Text) bool {
	if len(a.shingles) == 0 || len(b.shingles) == 0 {
		return false
	}
	shared := intersection(a.shingles, b.shingles)
	shorter := min(len(a.shingles), len(b.shingles))
	all := len(a.shingles) + len(b.shingles) - shared
	alike := float64(shared) >= resembles*float64(all) ||
		shared >= leastShared && float64(shared) >= contains*float64(shorter)
	return alike && agree(a.numbers, b.numbers)
}

func intersection(a, b []uint64) (n int) {
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0] == b[0]:
			n++
			a, b = a[1:], b[1:]
		case a[0] < b[0]:
			a = a[1:]
		default:
			b = b[1:]
		}
	}
	return n
}

// agree reports whether no number stands in the same words as another: in
// each context that both texts have, the numbers of one are all in the other.
func agree(a, b []mentioned) bool {
	for len(a) > 0 && len(b) > 0 {
		switch cmp.Compare(a[0].context, b[0].context) {
		case -1:
			a = a[1:]
		case 1:
			b = b[1:]
		default:
			n, m := run(a), run(b)
			if !within(a[:n], b[:m]) && !within(b[:m], a[:n]) {
				return false
			}
			a, b = a[n:], b[m:]
		}
	}
	return true
}

// run is how many mentions share the first one's context.
func run(m []mentioned) int {
	n := 1
	for n < len(m) && m[n].context == m[0].context {
		n++
	}
	return n
}

func within(a, b []mentioned) bool {
	return !slices.ContainsFunc(a, func(m mentioned) bool { return !slices.Contains(b, m) })
}
