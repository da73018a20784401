package index

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/store/index/term"
)

const (
	mostReasons  = 5
	leastReasons = 2
	slight       = 0.12 // of the best one's worth: a reason worth less is none
	mostWords    = 4    // of one name
)

// Reasons says in words why each of some neighbours is like a story: from two
// to five reasons each, those that made most of it, as the text of the story
// writes them. Words that stand side by side as one name ("Ostrel Maid") are
// one reason; a number is one only together with what it counts.
func Reasons(title, text string, near []Neighbour) [][]string {
	all := make([][]string, len(near))
	t := told{}
	for _, n := range near {
		for _, one := range n.Terms {
			t[one.Text] = &seen{}
		}
	}
	t.read(text, true)
	t.read(title, false) // in a headline everything may be written as a name
	for i, n := range near {
		all[i] = t.reasons(n.Terms)
	}
	return all
}

// seen is how a story writes a term that some neighbour shares.
type seen struct {
	surface string
	inside  bool           // surface is from inside a sentence
	upper   string         // as it stands in a name
	times   int            // that the term stands there
	after   map[string]int // terms that stand right after it, as parts of a name
	counts  string         // of a number: the word it counts
}

// told is a story's own words for shared terms.
type told map[string]*seen

// read looks for the shared terms in a text, and for names made of them.
func (t told) read(text string, names bool) {
	var s term.Scanner
	last, lastUpper, end := "", false, 0
	var number *seen
	for s.Reset(text); s.Next(); {
		between := text[min(end, s.Start):s.Start]
		space := between == " " || between == "\u00a0"
		if number != nil && space && !s.Upper && number.counts == "" && counted(string(s.Term())) {
			number.counts = text[s.Start:s.End]
		}
		number = nil
		w := t[string(s.Term())]
		if w == nil {
			last, lastUpper, end = "", false, s.End
			continue
		}
		name := string(s.Term())
		w.note(text[s.Start:s.End], names && end > 0 && inSentence(between))
		if names && last != "" && space && lastUpper && s.Upper {
			before := t[last]
			if before.after == nil {
				before.after = map[string]int{}
			}
			before.after[name]++
		}
		if digit(name) {
			number = w
		}
		last, lastUpper, end = name, s.Upper, s.End
	}
}

// counted reports whether a number may count this: no small word.
func counted(s string) bool {
	return len(s) > 3 && !digit(s) && !slices.Contains(functionWords(), s)
}

// note keeps the better of two ways to write a term: inside a sentence a
// capital means something.
func (w *seen) note(surface string, inside bool) {
	w.times++
	if capital(surface) && (w.upper == "" || shouting(w.upper)) {
		w.upper = surface
	}
	if w.surface == "" || inside && !w.inside || inside == w.inside && shouting(w.surface) && !shouting(surface) {
		w.surface, w.inside = surface, inside
	}
}

func shouting(s string) bool { return len(s) > 3 && strings.ToUpper(s) == s }

func digit(s string) bool { return s[0] >= '0' && s[0] <= '9' }

// reasons makes reasons of shared terms.
func (t told) reasons(terms []Term) []string {
	var parts []string
	var names []bool
	used := map[string]bool{}
	for _, one := range terms {
		w := t[one.Text]
		if len(parts) == mostReasons || one.Worth < slight*terms[0].Worth && len(parts) >= leastReasons {
			break
		}
		if used[one.Text] || w.times == 0 || dull(one.Text) {
			continue
		}
		if digit(one.Text) {
			if w.counts == "" || len(one.Text) < 2 || one.Text[0] == '0' {
				continue
			}
			used[one.Text] = true
			parts, names = append(parts, w.surface+" "+w.counts), append(names, false)
			continue
		}
		chain := t.name(one.Text, terms, used)
		var said []string
		for _, c := range chain {
			used[c] = true
			if said = append(said, t[c].surface); len(chain) > 1 {
				said[len(said)-1] = t[c].upper
			}
		}
		parts = append(parts, strings.Join(said, " "))
		names = append(names, len(chain) > 1 || capital(w.surface))
	}
	return namesFirst(parts, names)
}

// name gathers the words that stand around one as a name, as far as the other
// story has them too.
func (t told) name(from string, terms []Term, used map[string]bool) []string {
	shares := func(s string) bool {
		return !used[s] && slices.ContainsFunc(terms, func(o Term) bool { return o.Text == s })
	}
	chain := []string{from}
	for len(chain) < mostWords {
		next := t.beside(chain[len(chain)-1], shares, chain)
		if next == "" {
			break
		}
		chain = append(chain, next)
	}
	for len(chain) < mostWords {
		before := ""
		for _, o := range terms {
			if shares(o.Text) && !slices.Contains(chain, o.Text) && t.beside(o.Text, shares, nil) == chain[0] {
				before = o.Text
				break
			}
		}
		if before == "" {
			break
		}
		chain = slices.Insert(chain, 0, before)
	}
	return chain
}

// beside is the word that mostly stands after one as a part of its name.
func (t told) beside(w string, shares func(string) bool, not []string) string {
	best, times := "", 0
	for next, n := range t[w].after {
		if !shares(next) || slices.Contains(not, next) || next == w {
			continue
		}
		// Half of the rarer one: "Ostrel Maid" while the Maid is the ship,
		// however often Ostrel is named besides.
		if 2*n < min(t[w].times, t[next].times) {
			continue
		}
		if n > times || n == times && next < best {
			best, times = next, n
		}
	}
	return best
}

// dull words stand before names and say nothing by themselves.
func dull(s string) bool {
	switch s {
	case "dr", "mr", "mrs", "ms", "sir", "gov", "sen", "rep", "jr", "st", "th", "says", "told", "another", "every",
		"itself", "himself", "herself", "ever", "never", "still", "since", "within", "without", "things", "thing",
		"am", "pm", "est", "gmt", "utc", "got", "gave", "away", "far", "yet", "also", "two", "three", "four", "five",
		"six", "seven", "eight", "nine", "ten", "second", "third", "say", "saying", "know", "knows", "thought":
		return true
	}
	return utf8.RuneCountInString(s) < 2 || strings.HasSuffix(s, "n't") || strings.HasSuffix(s, "n’t")
}

// namesFirst puts names before words, each in the order they came.
func namesFirst(parts []string, names []bool) []string {
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int {
		if names[a] == names[b] {
			return 0
		}
		return cmp.Compare(b2i(names[b]), b2i(names[a]))
	})
	out := make([]string, len(parts))
	for i, at := range order {
		out[i] = parts[at]
	}
	return out
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
