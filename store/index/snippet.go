package index

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/store/index/term"
	"broadsheet/store/query"
)

// Span is a stretch of a text, in bytes.
type Span struct{ Start, End int }

// Snippet is a piece of a story with the places of what was looked for.
type Snippet struct {
	Text    string // one line
	Matches []Span
}

// wants are the words a query looks for in the text.
type wants struct {
	phrases [][]string
	prefix  []bool // the last word of the phrase may go on
}

func wantsOf(q *query.Query) wants {
	var w wants
	q.Wanted(func(n *query.Node) bool {
		if fieldPrefix(n.Field) == 0 {
			if words := term.Of(n.Text); len(words) > 0 {
				w.phrases = append(w.phrases, words)
				r, size := utf8.DecodeRuneInString(words[len(words)-1])
				lone := size == len(words[len(words)-1]) && term.Unspaced(r)
				w.prefix = append(w.prefix, n.Prefix || lone)
			}
		}
		return true
	})
	return w
}

// matches finds every place of the text that the query looks for, in order and
// without overlaps, and which of the query's words each is.
func matches(text string, q *query.Query) (spans []Span, which []int) {
	w := wantsOf(q)
	if len(w.phrases) == 0 {
		return nil, nil
	}
	begun := make([][]Span, len(w.phrases)) // recent terms, newest last
	var s term.Scanner
	for s.Reset(text); s.Next(); {
		for i, words := range w.phrases {
			begun[i] = advance(begun[i], words, w.prefix[i], &s)
			if n := len(begun[i]); n == len(words) {
				span := Span{begun[i][0].Start, s.End}
				begun[i] = nil
				if k := len(spans); k > 0 && spans[k-1].End > span.Start {
					spans[k-1].End = max(spans[k-1].End, span.End)
					spans[k-1].Start = min(spans[k-1].Start, span.Start)
					continue
				}
				spans, which = append(spans, span), append(which, i)
			}
		}
	}
	return spans, which
}

// advance adds the scanner's term to a phrase as far as it has been seen.
func advance(seen []Span, words []string, prefix bool, s *term.Scanner) []Span {
	fits := func(k int) bool {
		if k == len(words)-1 && prefix {
			return strings.HasPrefix(string(s.Term()), words[k])
		}
		return string(s.Term()) == words[k]
	}
	if fits(len(seen)) {
		return append(seen, Span{s.Start, s.End})
	}
	if fits(0) {
		return append(seen[:0], Span{s.Start, s.End})
	}
	return seen[:0]
}

// Cut takes from text the stretch of about width letters that holds most of
// what the query looks for, and the places of it. Without a match it is the
// beginning.
func Cut(text string, q *query.Query, width int) Snippet {
	spans, which := matches(text, q)
	from := 0
	if len(spans) > 0 {
		from = bestStart(spans, which, width)
	}
	start := wordStart(text, from-width/5)
	end := wordEnd(text, start, width)
	return oneLine(text, start, end, spans)
}

// bestStart finds the span from which a stretch of width bytes holds the most
// different words, then the most words; the earliest wins.
func bestStart(spans []Span, which []int, width int) int {
	best, from := -1, 0
	for i := range spans {
		value := 0
		var seen []int
		for k := i; k < len(spans) && spans[k].End-spans[i].Start <= width*4/5; k++ {
			if !slices.Contains(seen, which[k]) {
				seen = append(seen, which[k])
				value += 100
			}
			value++
		}
		if value > best {
			best, from = value, spans[i].Start
		}
	}
	return from
}

func wordStart(text string, i int) int {
	if i <= 0 {
		return 0
	}
	for i < len(text) && !utf8.RuneStart(text[i]) {
		i++
	}
	back := i
	for n := 0; n < 20 && back > 0; n++ {
		r, size := utf8.DecodeLastRuneInString(text[:back])
		if unicode.IsSpace(r) {
			return back
		}
		back -= size
	}
	if back == 0 {
		return 0
	}
	return i
}

func wordEnd(text string, start, width int) int {
	end, space := start, -1
	for n := 0; n < width && end < len(text); n++ {
		r, size := utf8.DecodeRuneInString(text[end:])
		if unicode.IsSpace(r) {
			space = end
		}
		end += size
	}
	if end < len(text) && space > start+(end-start)*3/4 {
		return space
	}
	return end
}

// oneLine copies text[start:end] with runs of space made one, moving the spans.
func oneLine(text string, start, end int, spans []Span) Snippet {
	var b strings.Builder
	var out []Span
	k := 0
	for k < len(spans) && spans[k].Start < start {
		k++
	}
	open, space := -1, false
	for i := start; i < end; {
		if open >= 0 && i >= spans[k].End {
			out = append(out, Span{open, b.Len()})
			open = -1
			k++
		}
		r, n := utf8.DecodeRuneInString(text[i:])
		if unicode.IsSpace(r) {
			space = b.Len() > 0
			i += n
			continue
		}
		if space {
			b.WriteByte(' ')
			space = false
		}
		if open < 0 && k < len(spans) && i >= spans[k].Start {
			open = b.Len()
		}
		b.WriteString(text[i : i+n])
		i += n
	}
	if open >= 0 {
		out = append(out, Span{open, b.Len()})
	}
	return Snippet{Text: b.String(), Matches: out}
}
