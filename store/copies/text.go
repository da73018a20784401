package copies

import "slices"

// Text is a text made ready for comparing.
type Text struct {
	shingles []uint64 // sorted, each once
	lead     []uint64 // the first ones, as they come
}

const (
	leadShingles  = 100
	firstShingles = 40
)

// Prepare makes a text, in the parts that Mark was given, ready for Same.
func Prepare(parts ...string) Text {
	var c cutter
	for _, text := range parts {
		c.words = slices.Grow(c.words, len(text)/6)
		c.cut(text)
	}
	words := c.words
	var t Text
	for i := 0; i+shingleWords <= len(words); i++ {
		t.shingles = append(t.shingles, shingle(words, i))
	}
	t.lead = slices.Clone(t.shingles[:min(leadShingles, len(t.shingles))])
	slices.Sort(t.shingles)
	t.shingles = slices.Compact(t.shingles)
	return t
}

// Same reports whether one of two texts, whose marks let it be, is a copy of
// the other. A follow-up is none: agencies and sites write their new stories
// around the paragraphs of the old ones, and begin with what is new, which is
// the news. So three quarters of the shorter text must be in the longer one,
// the longer one must begin with what the other has too, and the very first
// lines of one of them must stand in the other. Where the longer one begins
// with something else, as one does that has lost no paragraph at the head or
// has a caption there, the shorter one must be in it all but whole: a round-up
// of the day that works a report in, quote by quote, is another story.
func Same(a, b Text) bool {
	if len(a.shingles) > len(b.shingles) {
		a, b = b, a
	}
	n := count(a.shingles, b)
	if 10*n >= 9*len(a.shingles) && opens(a, b) {
		return true
	}
	return 4*n >= 3*len(a.shingles) && opens(b, a) && (begins(a, b) || begins(b, a))
}

// opens reports whether half of the lead of a is in b.
func opens(a, b Text) bool { return 2*count(a.lead, b) >= len(a.lead) }

// begins reports whether two fifths of the title and first lines of a are in b.
func begins(a, b Text) bool {
	first := a.lead[:min(firstShingles, len(a.lead))]
	return 5*count(first, b) >= 2*len(first)
}

// count counts the shingles that a text has.
func count(shingles []uint64, in Text) (n int) {
	for _, s := range shingles {
		if _, ok := slices.BinarySearch(in.shingles, s); ok {
			n++
		}
	}
	return n
}
