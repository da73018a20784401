package index

import (
	"cmp"
	"slices"
	"strings"
)

const (
	mostReasons  = 5
	leastReasons = 2
	slight       = 0.12 // of the best one's worth: a reason worth less is none
	mostWords    = 4    // of one name, one less of other words
)

// Reasons says in words why each of some neighbours is like a story: from two
// to five reasons each, those that made most of it, as the text of the story
// writes them. Words that stand side by side as one name ("Ostrel Maid") or as
// one turn of phrase ("reading room") are one reason; a number is one only
// together with what it counts in both stories. Where the story writes a longer
// name, holds is asked whether a neighbour holds the words of it side by side.
func Reasons(title, text string, near []Neighbour, holds func(key uint32, words []string) bool) [][]string {
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
		all[i] = t.reasons(n.Terms, func(words []string) bool { return holds(n.Key, words) })
	}
	return all
}

// saying is the reasons of one neighbour while they are being made.
type saying struct {
	t     told
	terms []Term
	used  map[string]bool
	parts []string
	names []bool
	holds func(words []string) bool // the neighbour, side by side
}

// reasons makes reasons of shared terms, and where there are too few of them
// of terms that tell less.
func (t told) reasons(terms []Term, holds func(words []string) bool) []string {
	s := saying{t: t, terms: terms, used: map[string]bool{}, holds: holds}
	for _, one := range terms {
		if len(s.parts) == mostReasons || one.Worth < slight*terms[0].Worth && len(s.parts) >= leastReasons {
			break
		}
		if s.free(one) && s.telling(one) && !s.again(one.Text) {
			s.say(one)
		}
	}
	for _, one := range terms {
		if len(s.parts) >= leastReasons {
			break
		}
		switch {
		case !s.free(one) || s.again(one.Text) || year(one.Text):
		case !digit(one.Text):
			s.say(one)
		case len(one.Text) > 2:
			s.add(t[one.Text].surface, false, one.Text)
		}
	}
	return namesFirst(s.parts, s.names)
}

// free reports whether a term may be a reason, and is part of none.
func (s *saying) free(one Term) bool {
	return !s.used[one.Text] && s.t[one.Text].surface != "" && !dull(one.Text)
}

// again reports whether a word is another form of one that was said: of
// "libraries" and "library" one is enough.
func (s *saying) again(one string) bool {
	for other := range s.used {
		if sameStem(one, other) {
			return true
		}
	}
	return false
}

// sameStem compares two words by how they begin, which tells most languages'
// plurals and few words apart that are not of one stem.
func sameStem(a, b string) bool {
	const ending, least = 3, 3 // letters
	n := 0
	for n < min(len(a), len(b)) && a[n] == b[n] {
		n++
	}
	if n == min(len(a), len(b)) {
		return n >= least && max(len(a), len(b))-n <= 2
	}
	return n > least && max(len(a), len(b))-n <= ending && min(len(a), len(b))-n <= 1
}

// telling reports whether a term is a good reason: a name, a number that counts
// the same in both, a word that is more than general.
func (s *saying) telling(one Term) bool {
	if digit(one.Text) {
		of := s.t[one.Text].counts
		_, both := s.shared(of.term)
		return both && !year(one.Text) && len(one.Text) > 1 && one.Text[0] != '0'
	}
	return !general(one.Text) || s.named(one)
}

// named reports whether a term is a name here, and in most stories.
func (s *saying) named(one Term) bool {
	w := s.t[one.Text]
	return w.inside && capital(w.surface) && (one.Name || !general(one.Text))
}

func (s *saying) add(part string, name bool, terms ...string) {
	s.parts, s.names = append(s.parts, part), append(s.names, name)
	for _, one := range terms {
		s.used[one] = true
	}
}

// say makes a reason of a term and of what stands beside it.
func (s *saying) say(one Term) {
	w := s.t[one.Text]
	if digit(one.Text) {
		s.add(w.surface+" "+w.counts.surface, false, one.Text, w.counts.term)
		return
	}
	name := s.named(one)
	chain := s.chain(one.Text, name)
	if name {
		if whole, ok := s.whole(one.Text, chain); ok {
			s.add(whole.surface, true, slices.DeleteFunc(slices.Clone(whole.terms), func(o string) bool { return s.t[o] == nil })...)
			return
		}
	}
	var b strings.Builder
	for i, c := range chain {
		if i > 0 {
			b.WriteString(s.t[chain[i-1]].after[c].joint())
		}
		if name && len(chain) > 1 {
			b.WriteString(s.t[c].upper)
		} else {
			b.WriteString(s.t[c].surface)
		}
	}
	s.add(b.String(), name, chain...)
}

// chain gathers the words that stand around one as a name or a turn of phrase,
// as far as the other story has them too.
func (s *saying) chain(from string, name bool) []string {
	chain := []string{from}
	most := mostWords
	if !name {
		most--
	}
	for len(chain) < most {
		next := s.beside(chain[len(chain)-1], name, chain)
		if next == "" {
			break
		}
		chain = append(chain, next)
	}
	for len(chain) < most {
		before := ""
		for _, o := range s.terms {
			if _, ever := s.t[o.Text].after[chain[0]]; !ever {
				continue
			}
			if s.joins(o.Text, name) && !slices.Contains(chain, o.Text) && s.beside(o.Text, name, nil) == chain[0] {
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

// joins reports whether a term may stand in a chain: one that both stories have
// and, in a name, one that is not only written so where a sentence begins.
func (s *saying) joins(one string, name bool) bool {
	o, both := s.shared(one)
	return both && !s.used[one] && (name && (o.Name || s.t[one].named) || !name && !dull(one))
}

// shared finds a term among those that both stories have.
func (s *saying) shared(one string) (Term, bool) {
	i := slices.IndexFunc(s.terms, func(o Term) bool { return o.Text == one })
	if i < 0 {
		return Term{}, false
	}
	return s.terms[i], true
}

// beside is the word that mostly stands after one, as a part of its name or in
// the same turn of phrase.
func (s *saying) beside(w string, name bool, not []string) string {
	best, times := "", 0
	for next, by := range s.t[w].after {
		n := by.times
		if by.upper != name || next == w || n < times || n == times && next > best {
			continue
		}
		// Half of the rarer one: "Ostrel Maid" while the Maid is the ship,
		// however often Ostrel is named besides. And no phrase said but once.
		if 2*n < min(s.t[w].times, s.t[next].times) || !name && n < 2 {
			continue
		}
		if s.joins(next, name) && !slices.Contains(not, next) {
			best, times = next, n
		}
	}
	return best
}

// namesFirst puts names before words, each in the order they came.
func namesFirst(parts []string, names []bool) []string {
	order := make([]int, len(parts))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(b2i(names[b]), b2i(names[a])) })
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
