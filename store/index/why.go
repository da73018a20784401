package index

import (
	"bytes"
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

// reason is a shared term and what it adds.
type reason struct {
	worth float32
	slot  uint16
	name  bool
	text  string
}

// why names the terms that made the most of a neighbour, names before words.
func (m *similarity) why(c *candidate) []string {
	reasons := m.reasons(c)
	for i := range reasons {
		reasons[i].text = surface(m.name(&m.asked[reasons[i].slot-1]), reasons[i].name)
	}
	reasons = m.sideBySide(c, reasons)
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
		terms = append(terms, r.text)
	}
	return terms
}

// reasons finds the best shared terms, best first.
func (m *similarity) reasons(c *candidate) []reason {
	before := func(a, b reason) bool {
		return a.worth > b.worth || a.worth == b.worth && bytes.Compare(m.name(&m.asked[a.slot-1]), m.name(&m.asked[b.slot-1])) < 0
	}
	best := make([]reason, 0, whyTerms+1)
	slots := m.slots[c.seg]
	for _, f := range c.features {
		slot := slots[f.rank]
		if slot == 0 || m.asked[slot-1].code == 0 || utf8.RuneCount(m.name(&m.asked[slot-1])) < 2 {
			continue
		}
		a, p, o := &m.asked[slot-1], parts[f.code], parts[m.asked[slot-1].code]
		r := reason{slot: slot, name: a.kind == isName}
		r.worth = a.weight * a.weight * (a.gain*a.gain*p.all*o.all + p.lead*o.lead + p.title*o.title)
		i := len(best)
		for i > 0 && before(r, best[i-1]) {
			i--
		}
		if i < whyTerms && r.worth > 0 {
			best = slices.Insert(best, i, r)
			best = best[:min(len(best), whyTerms)]
		}
	}
	return best
}

// sideBySide makes one reason of two names that stand together in both stories.
func (m *similarity) sideBySide(c *candidate, reasons []reason) []reason {
	at := func(t uint32) int {
		slot := m.slots[c.seg][c.features[t].rank]
		return slices.IndexFunc(reasons, func(r reason) bool { return r.slot == slot && r.name })
	}
	for _, p := range c.pairs {
		a, b := at(p.a), at(p.b)
		if a < 0 || b < 0 || a == b || !m.own[uint32(reasons[a].slot)<<16|uint32(reasons[b].slot)] {
			continue
		}
		joined := reasons[min(a, b)]
		joined.text = reasons[a].text + " " + reasons[b].text
		joined.slot = 0
		reasons[min(a, b)] = joined
		reasons = slices.Delete(reasons, max(a, b), max(a, b)+1)
	}
	return reasons
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
// all; those it does not hold stay as they are. A word that is no name is taken
// from inside a sentence where it can be.
func Surfaces(text string, terms []string) []string {
	out := slices.Clone(terms)
	words := make([][]string, len(terms))
	for i, t := range terms {
		words[i] = term.Of(t)
	}
	seen := make([][]Span, len(terms)) // of each term, as far as it goes
	left := len(terms)
	var s term.Scanner
	for s.Reset(text); left > 0 && s.Next(); {
		for i, w := range words {
			if len(w) == 0 {
				continue
			}
			seen[i] = advance(seen[i], w, false, &s)
			if len(seen[i]) < len(w) {
				continue
			}
			found := text[seen[i][0].Start:s.End]
			seen[i] = seen[i][:0]
			if fits := capital(found) == capital(terms[i]); fits || out[i] == terms[i] {
				if out[i] = found; fits {
					words[i] = nil
					left--
				}
			}
		}
	}
	return out
}

func capital(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return unicode.IsUpper(r)
}
