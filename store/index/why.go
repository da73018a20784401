package index

import (
	"bytes"
	"cmp"
	"slices"
	"unicode"
	"unicode/utf8"

	"broadsheet/store/index/term"
)

// whyTerms is how many shared terms a neighbour is explained by.
const whyTerms = 5

// neighbours makes the answer of the best candidates.
func (m *similarity) neighbours(n int) []Neighbour {
	var out []Neighbour
	for _, c := range m.order[:max(0, min(n, len(m.order)))] {
		if c.score <= 0 {
			break
		}
		out = append(out, Neighbour{Key: c.key, Score: c.score, Terms: m.why(c)})
	}
	return out
}

// why names the terms that made the most of a neighbour, names before words.
func (m *similarity) why(c *candidate) []string {
	type reason struct {
		worth float32
		slot  uint16
		name  bool
	}
	var reasons []reason
	slots := m.slots[c.seg]
	for _, f := range c.features {
		slot := slots[f.rank]
		if slot == 0 || m.asked[slot-1].code == 0 || utf8.RuneCount(m.asked[slot-1].name) < 2 {
			continue
		}
		a, p, o := &m.asked[slot-1], parts[f.code], parts[m.asked[slot-1].code]
		worth := a.weight * a.weight * (a.gain*a.gain*p.all*o.all + p.lead*o.lead + p.title*o.title)
		reasons = append(reasons, reason{worth, slot, a.kind == isName})
	}
	slices.SortFunc(reasons, func(a, b reason) int {
		return cmp.Or(cmp.Compare(b.worth, a.worth), bytes.Compare(m.asked[a.slot-1].name, m.asked[b.slot-1].name))
	})
	reasons = reasons[:min(len(reasons), whyTerms)]
	slices.SortStableFunc(reasons, func(a, b reason) int {
		switch {
		case a.name == b.name:
			return 0
		case a.name:
			return -1
		}
		return 1
	})
	var terms []string
	for _, r := range reasons {
		terms = append(terms, surface(m.asked[r.slot-1].name, r.name))
	}
	return terms
}

// surface writes a term as it most likely stands in a story.
func surface(name []byte, isName bool) string {
	if !isName {
		return string(name)
	}
	r, n := utf8.DecodeRune(name)
	return string(unicode.ToTitle(r)) + string(name[n:])
}

// Surfaces gives terms back as a text writes them, accents and capitals and
// all; those it does not hold stay as they are.
func Surfaces(text string, terms []string) []string {
	out := slices.Clone(terms)
	folded := make([]string, len(terms))
	for i, t := range terms {
		if of := term.Of(t); len(of) == 1 {
			folded[i] = of[0]
		}
	}
	var s term.Scanner
	left := len(terms)
	for s.Reset(text); left > 0 && s.Next(); {
		for i, f := range folded {
			if f != "" && string(s.Term()) == f {
				out[i], folded[i] = text[s.Start:s.End], ""
				left--
			}
		}
	}
	return out
}
