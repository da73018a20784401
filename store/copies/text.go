package copies

import "slices"

// Text is a text made ready for comparing.
type Text struct {
	shingles []uint64 // sorted, each once
	lead     []uint64 // the first ones, as they come
}

const leadShingles = 100

// Prepare makes a text, in the parts that Mark was given, ready for Same.
func Prepare(parts ...string) Text {
	var words []word
	for _, text := range parts {
		words = slices.Grow(words, len(text)/6)
		each(text, func(w word) { words = append(words, w) })
	}
	var t Text
	for i := 0; i+shingleWords <= len(words); i++ {
		t.shingles = append(t.shingles, shingle(words[i:i+shingleWords]))
	}
	t.lead = slices.Clone(t.shingles[:min(leadShingles, len(t.shingles))])
	slices.Sort(t.shingles)
	t.shingles = slices.Compact(t.shingles)
	return t
}

// Same reports whether one of two texts, whose marks let it be, is a copy of
// the other: three quarters of the shorter one are in the longer one, and one
// of them begins with what the other has too. A follow-up begins with what is
// new, however much it repeats, and so do two stories around one gallery.
func Same(a, b Text) bool {
	if len(a.shingles) > len(b.shingles) {
		a, b = b, a
	}
	return 4*count(a.shingles, b) >= 3*len(a.shingles) && (opens(a, b) || opens(b, a))
}

// opens reports whether half of the lead of a is in b.
func opens(a, b Text) bool { return 2*count(a.lead, b) >= len(a.lead) }

// count counts the shingles that a text has.
func count(shingles []uint64, in Text) (n int) {
	for _, s := range shingles {
		if _, ok := slices.BinarySearch(in.shingles, s); ok {
			n++
		}
	}
	return n
}
