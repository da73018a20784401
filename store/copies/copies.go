// Package copies finds stories with the same text: wire copy that several
// outlets ran, and re-saves of one page. It works on plain texts and on the
// marks it makes of them; it knows no database and holds no library.
//
// # How it decides
//
// A text becomes the set of its shingles: every four words in a row, folded
// (Broder, "On the resemblance and containment of documents", 1997). A Mark
// keeps the 32 of them whose hashes are the smallest (a bottom-k sketch; Cohen
// and Kaplan, PODC 2007). Of two marks, those values that are below the
// largest of each are a sample of the shorter text, and how many of them the
// longer text has as well tells how much of the shorter one it contains. The
// sample of a text that is contained whole agrees whole, however much longer
// the other is: that is what copies cut short need, and what MinHash, which
// estimates resemblance, tells badly.
//
// What the marks let pass is decided on the texts, by how much they have in
// common and by how they begin; see Same. Shingles that stand in five stories already are furniture, the
// captions of a gallery or the invitation to a newsletter, and count for
// nothing.
//
// And the numbers must agree. Wire stories are rewritten by the hour with
// nothing changed but the count of the dead: two texts that say the same words
// around different numbers are two stories, however alike. So a mark keeps
// every number of its text, with the words it stands between.
//
// Read: all 31 pairs that are folded in a corpus of 37,554 stories of many
// outlets (27 are wire copy or a page saved twice, three a page before and after
// its outlet wrote it anew, one a page saved under another one's title), the
// two pairs of 976 saved pages, and of 2,225 stories of one site the 64 pairs
// that are not the same word for word. One of these is doubtful, a story and its
// version of some hours later, whose news is the price of a share.
//
// Copies are folded under a leader, the longest of them; see Folding.
package copies

import (
	"cmp"
	"math/bits"
	"slices"
)

const (
	kept         = 32 // shingles of a mark
	shingleWords = 4
	leastWords   = 12 // fewer words say too little to be a copy of anything
	leastShared  = 5
	furniture    = 5 // leaders that have a shingle and make it worthless
)

// copied reports whether the text of a may be a copy of that of b, which is no
// shorter. common are the values of a that count for nothing, in bits.
func copied(a, b Mark, common uint32) bool {
	return contained(a, b, common) && agree(a.mentions(), b.mentions())
}

// contained estimates whether b may have three quarters of a. Where the sample
// is small it must agree better.
func contained(a, b Mark, common uint32) bool {
	shared := a.shared(b)
	top := min(a.top(), b.top())
	n := 0
	for n < a.kept() && a.value(n) <= top {
		n++
	}
	sample := uint32(1<<n-1) &^ common
	size, missed := bits.OnesCount32(sample), bits.OnesCount32(sample&^shared)
	return size-missed >= leastShared && 10*missed+10 <= 3*size
}

// mentioned is a number where it stands: a hash of the words around it, with
// every number among them masked, and one of the number itself.
type mentioned struct {
	context uint32
	number  uint16
}

// mentions finds every number with two words on each side, sorted by context.
// A number that stands twice in the same words is there twice.
func mentions(words []word) []mentioned {
	var found []mentioned
	for i, w := range words {
		if !w.number {
			continue
		}
		h := uint64(0)
		for k := i - 2; k <= i+2; k++ {
			v := uint64('|') // before the text and after it
			if k >= 0 && k < len(words) {
				if v = words[k].hash; words[k].number {
					v = '#'
				}
			}
			h = mix(h ^ v)
		}
		found = append(found, mentioned{uint32(h >> 40), uint16(w.hash >> 48)})
	}
	slices.SortFunc(found, func(a, b mentioned) int {
		return cmp.Or(cmp.Compare(a.context, b.context), cmp.Compare(a.number, b.number))
	})
	return found
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

// within reports whether the numbers of a, sorted, are all among those of b,
// each as often.
func within(a, b []mentioned) bool {
	for len(a) > 0 && len(b) > 0 {
		if a[0].number == b[0].number {
			a = a[1:]
		}
		b = b[1:]
	}
	return len(a) == 0
}
