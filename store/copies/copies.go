// Package copies finds stories with the same text: wire copy that several
// outlets ran, and re-saves of one page. It works on plain texts; it knows no
// database and holds no library.
//
// # How it decides
//
// A text becomes the set of its shingles: every four words in a row, folded
// (Broder, "On the resemblance and containment of documents", 1997). A Sketch
// is 64 MinHash values of that set, made in one pass by one-permutation
// hashing (Li, Owen, Zhang, NIPS 2012) with empty bins filled from their
// neighbours. Two texts whose sketches share one of 32 bands of two values are
// candidates: at a resemblance of 0.3 that is 95 of 100 pairs, at 0.5 all but
// one in ten thousand, at 0.05 eight of 100.
//
// A candidate is verified on the texts themselves: resemblance of at least 0.3
// or, for a copy that was cut short, containment of at least 0.5 of the
// shorter one. And the numbers must agree. Wire stories are rewritten by the
// hour with nothing changed but the count of the dead, and the new count is
// the news: two texts that say the same words around different numbers are
// two stories, however alike.
package copies

import (
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"
)

const (
	values       = 64
	bands        = 32
	shingleWords = 4
	leastWords   = 12 // fewer words say too little to be a copy of anything
	resembles    = 0.30
	contains     = 0.50
	leastShared  = 6 // shingles; below that containment is chance
)

// Sketch stands for a text when candidates are looked for. Sketches of equal
// texts are equal on every machine.
type Sketch [values]uint32

// New sketches a text. ok is false where the text has too few words.
func New(text string) (s Sketch, ok bool) {
	words := tokens(text)
	if len(words) < leastWords {
		return s, false
	}
	for i := range s {
		s[i] = empty
	}
	for i := 0; i+shingleWords <= len(words); i++ {
		h := shingle(words[i : i+shingleWords])
		bin, v := h>>58, uint32(h)
		if v == empty {
			v--
		}
		s[bin] = min(s[bin], v)
	}
	s.fill()
	return s, true
}

const empty = ^uint32(0)

// fill gives each empty bin the value of the next full one, mixed with how far
// it lies, so that two texts with the same shingles still agree.
func (s *Sketch) fill() {
	full := *s
	for i := range s {
		for far := uint64(0); s[i] == empty && far < values; far++ {
			if v := full[(i+int(far))%values]; v != empty {
				s[i] = uint32(mix(uint64(v) + far*0x9e3779b97f4a7c15))
			}
		}
	}
}

// Bands are the keys under which to look for candidates: two texts that share
// a key at the same place may be copies.
func (s Sketch) Bands() [bands]uint64 {
	var keys [bands]uint64
	for i := range keys {
		keys[i] = mix(uint64(s[2*i])<<32 | uint64(s[2*i+1]))
	}
	return keys
}

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
	words := tokens(text)
	var t Text
	if len(words) < leastWords {
		return t
	}
	for i := 0; i+shingleWords <= len(words); i++ {
		t.shingles = append(t.shingles, shingle(words[i:i+shingleWords]))
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

// word is a folded word.
type word struct {
	hash   uint64
	number bool
}

// tokens cuts a text into folded words. Letters of scripts without spaces are
// words of their own. A number keeps what follows a point or comma inside it.
func tokens(text string) []word {
	words := make([]word, 0, len(text)/6)
	h, in, number := uint64(offset), false, false
	flush := func() {
		if in {
			words = append(words, word{mix(h), number})
		}
		h, in, number = offset, false, false
	}
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		switch {
		case 'a' <= r && r <= 'z', unicode.IsDigit(r):
			number = number || unicode.IsDigit(r)
			h, in = (h^uint64(r))*prime, true
		case unicode.IsLetter(r):
			if r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
				flush()
			}
			h, in = (h^uint64(unicode.ToLower(r)))*prime, true
			if r >= 0x0e00 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai) {
				flush()
			}
		case unicode.IsMark(r), r == '\'', r == '’', r == 0xad:
		case (r == '.' || r == ',') && number && i+1 < len(text) && '0' <= text[i+1] && text[i+1] <= '9':
			if r == '.' {
				h = (h ^ '.') * prime
			}
		default:
			flush()
		}
		i += n
	}
	flush()
	return words
}

// FNV-1a's constants.
const (
	offset = 14695981039346656037
	prime  = 1099511628211
)

func shingle(words []word) uint64 {
	h := uint64(0)
	for _, w := range words {
		h = mix(h ^ w.hash)
	}
	return h
}

// mix is the finalizer of SplitMix64 (Steele, Lea, Flood, OOPSLA 2014).
func mix(x uint64) uint64 {
	x ^= x >> 30
	x *= 0xbf58476d1ce4e5b9
	x ^= x >> 27
	x *= 0x94d049bb133111eb
	return x ^ x>>31
}
