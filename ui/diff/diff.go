// Package diff tells two texts apart word by word. It knows nothing of
// stories, screens or colours: texts come in, runs of words come out.
package diff

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Kind says where a run of words stands.
type Kind uint8

// The kinds.
const (
	Same Kind = iota
	Gone      // in the first text only
	New       // in the second text only
)

// Run is words that follow each other and are all of one kind. A paragraph's
// end is a word of its own, Break.
type Run struct {
	Kind  Kind
	Words []string
}

// Break is the word that stands for the end of a paragraph.
const Break = "\n"

// most is how many words may differ before two texts are no versions of one:
// the work grows with its square.
const most = 2000

// Words compares two texts. It is false where they have too little in common
// to be told apart word by word.
func Words(first, second string) ([]Run, bool) {
	a, b := split(first), split(second)
	head := 0
	for head < len(a) && head < len(b) && a[head] == b[head] {
		head++
	}
	tail := 0
	for tail < len(a)-head && tail < len(b)-head && a[len(a)-1-tail] == b[len(b)-1-tail] {
		tail++
	}
	steps, ok := shortest(a[head:len(a)-tail], b[head:len(b)-tail])
	if !ok {
		return nil, false
	}
	var out runs
	out.add(Same, a[:head]...)
	x, y := head, head
	for _, k := range steps {
		switch k {
		case Same:
			out.add(Same, a[x])
			x, y = x+1, y+1
		case Gone:
			out.add(Gone, a[x])
			x++
		case New:
			out.add(New, b[y])
			y++
		}
	}
	out.add(Same, a[len(a)-tail:]...)
	return out.settled(), true
}

// Count is how many words differ.
func Count(all []Run) (gone, fresh int) {
	for _, r := range all {
		for _, w := range r.Words {
			switch {
			case w == Break:
			case r.Kind == Gone:
				gone++
			case r.Kind == New:
				fresh++
			}
		}
	}
	return gone, fresh
}

// split is the words of a text, with a Break between paragraphs. Text without
// blanks between words (Chinese, Japanese) is split letter by letter.
func split(text string) []string {
	var out []string
	for i, p := range strings.FieldsFunc(text, func(r rune) bool { return r == '\n' }) {
		if strings.TrimSpace(p) == "" {
			continue
		}
		if i > 0 && len(out) > 0 {
			out = append(out, Break)
		}
		for _, w := range strings.Fields(p) {
			out = append(out, pieces(w)...)
		}
	}
	return out
}

func pieces(word string) []string {
	if !strings.ContainsFunc(word, ideographic) {
		return []string{word}
	}
	var out []string
	from := 0
	for i, r := range word {
		if ideographic(r) {
			if i > from {
				out = append(out, word[from:i])
			}
			from = i + len(string(r))
			out = append(out, word[i:from])
		}
	}
	if from < len(word) {
		out = append(out, word[from:])
	}
	return out
}

// Tight reports whether two words that follow each other stand without a
// blank between them.
func Tight(a, b string) bool {
	last, _ := utf8.DecodeLastRuneInString(a)
	first, _ := utf8.DecodeRuneInString(b)
	return ideographic(last) && (ideographic(first) || unicode.IsPunct(first)) ||
		ideographic(first) && unicode.IsPunct(last)
}

func ideographic(r rune) bool {
	return unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Thai)
}

// shortest is the shortest way from a to b (Myers, 1986: An O(ND) difference
// algorithm): how far each diagonal is reached with so many differences is
// kept for every number of them, and the way is read back from the end.
func shortest(a, b []string) ([]Kind, bool) {
	n, m := len(a), len(b)
	limit := min(n+m, most)
	reach := make([]int32, 2*limit+3)
	at := func(k int) *int32 { return &reach[k+limit+1] }
	var trace [][]int32
	for d := 0; d <= limit; d++ {
		trace = append(trace, slices.Clone(reach[limit+1-d:limit+2+d]))
		for k := -d; k <= d; k += 2 {
			x := int(*at(k - 1)) + 1
			if k == -d || k != d && *at(k - 1) < *at(k + 1) {
				x = int(*at(k + 1))
			}
			for x < n && x-k < m && a[x] == b[x-k] {
				x++
			}
			*at(k) = int32(x)
			if x >= n && x-k >= m {
				return readBack(trace, n, m), true
			}
		}
	}
	return nil, false
}

// readBack walks from the end to the start: trace[d] holds how far diagonals
// -d to d were reached with fewer than d differences.
func readBack(trace [][]int32, n, m int) []Kind {
	var out []Kind
	x, y := n, m
	for d := len(trace) - 1; d > 0; d-- {
		reached := func(k int) int { return int(trace[d][k+d]) }
		k := x - y
		if k == -d || k != d && reached(k-1) < reached(k+1) {
			for x > reached(k+1) { // the words that were the same after it
				out, x, y = append(out, Same), x-1, y-1
			}
			out, y = append(out, New), y-1
			continue
		}
		for x > reached(k-1)+1 {
			out, x, y = append(out, Same), x-1, y-1
		}
		out, x = append(out, Gone), x-1
	}
	for range x {
		out = append(out, Same)
	}
	slices.Reverse(out)
	return out
}

// runs gathers words into runs.
type runs []Run

func (r *runs) add(k Kind, words ...string) {
	if len(words) == 0 {
		return
	}
	if n := len(*r); n > 0 && (*r)[n-1].Kind == k {
		(*r)[n-1].Words = append((*r)[n-1].Words, words...)
		return
	}
	*r = append(*r, Run{k, slices.Clone(words)})
}

// settled puts what is gone before what is new in each change, and takes a
// word or two between two changes into one change: they are the same by
// chance, and a reader would have to put the halves together.
func (r runs) settled() []Run {
	const chance = 2
	var out, gone, fresh runs
	flush := func() {
		for _, one := range append(gone, fresh...) {
			out.add(one.Kind, one.Words...)
		}
		gone, fresh = nil, nil
	}
	for i, one := range r {
		between := i > 0 && i+1 < len(r) && len(one.Words) <= chance && !slices.Contains(one.Words, Break)
		switch {
		case one.Kind == Gone:
			gone.add(Gone, one.Words...)
		case one.Kind == New:
			fresh.add(New, one.Words...)
		case between && len(gone) > 0 && len(fresh) > 0 && changes(r[i+1:]):
			gone.add(Gone, one.Words...)
			fresh.add(New, one.Words...)
		default:
			flush()
			out.add(Same, one.Words...)
		}
	}
	flush()
	return out
}

// changes tells whether words are both gone and new next.
func changes(r runs) bool {
	return len(r) > 1 && r[0].Kind != Same && r[1].Kind != Same
}
