package index

import "slices"

// called is words with capitals side by side inside a sentence: most often a
// name.
type called struct {
	terms   []string
	surface string
	times   int
}

// caller gathers the rows of words with capitals of a text, for the terms in
// them that neighbours share.
type caller struct {
	t     told
	text  string
	terms []string
	spans []Span
	after bool // the word before begins a sentence with a capital
	part  bool // the row goes on from such a word, which may be part of the name
}

// take looks at the next word: whether it stands beside the one before, and
// inside a sentence.
func (c *caller) take(folded string, place Span, upper, joined, inside bool) {
	if !upper || !joined {
		c.close()
	}
	if upper && inside {
		c.part = c.part || len(c.terms) == 0 && joined && c.after
		c.terms, c.spans = append(c.terms, folded), append(c.spans, place)
	}
	c.after = upper && !inside
}

// close ends a row. What is more than a name, and what is all in capitals, is
// not counted.
func (c *caller) close() {
	terms, spans := c.terms, c.spans
	part := c.part
	c.terms, c.spans, c.part = nil, spans[:0], false
	for len(terms) > 0 && dull(terms[0]) {
		terms, spans = terms[1:], spans[1:]
	}
	for len(terms) > 0 && dull(terms[len(terms)-1]) {
		terms = terms[:len(terms)-1]
	}
	if part || len(terms) == 0 || len(terms) > mostWords {
		return
	}
	surface := c.text[spans[0].Start:spans[len(terms)-1].End]
	if shouting(surface) {
		return
	}
	for _, one := range terms {
		if w := c.t[one]; w != nil {
			w.call(terms, surface)
		}
	}
}

// call notes a row that a word stands in.
func (w *seen) call(terms []string, surface string) {
	w.calls++
	if len(terms) == 1 {
		return
	}
	i := slices.IndexFunc(w.rows, func(c called) bool { return slices.Equal(c.terms, terms) })
	if i < 0 {
		i = len(w.rows)
		w.rows = append(w.rows, called{terms: terms, surface: surface})
	}
	w.rows[i].times++
}

// name is what a word is a part of most times when it has a capital, if there
// is such a name.
func (w *seen) name() (called, bool) {
	for _, c := range w.rows {
		if 3*c.times >= 2*w.calls {
			return c, true
		}
	}
	return called{}, false
}

// whole is the name that a chain is but a part of, if both stories write it so.
func (s *saying) whole(from string, chain []string) (called, bool) {
	name, ok := s.t[from].name()
	if !ok || len(name.terms) <= len(chain) {
		return called{}, false
	}
	for _, one := range name.terms {
		if s.used[one] {
			return called{}, false
		}
	}
	for _, one := range chain {
		if !slices.Contains(name.terms, one) {
			return called{}, false
		}
	}
	return name, s.holds(name.terms)
}

// Holds reports whether a story holds words side by side.
func (x *Index) Holds(key uint32, words []string) bool {
	x.mu.RLock()
	defer x.mu.RUnlock()
	seg, doc, err := x.find(key)
	if err != nil || len(words) == 0 {
		return false
	}
	m := phraseMatch{s: x.segs[seg]}
	for _, w := range words {
		t, ok := m.s.lookup([]byte(w))
		if !ok {
			return false
		}
		c := &cursor{}
		c.openFrom(m.s, t, doc)
		m.words = append(m.words, c)
	}
	m.rare = m.words[0]
	return m.holds(doc)
}
