package page

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// signal is one thing that speaks for or against a block being a line of the
// story. A signal measures; what it weighs stands in weights.go.
type signal struct {
	name    string
	measure func(s *sheet, i int) float64
}

func yes(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// signals are what is measured of every block by itself, in the order of
// their weights.
func signals() []signal {
	return slices.Concat(readingSignals(), textSignals(), placeSignals(), jointSignals(), hintSignals())
}

// readingSignals measure what the two readings say.
func readingSignals() []signal {
	return []signal{
		{"one", func(*sheet, int) float64 { return 1 }},
		{"vote", func(s *sheet, i int) float64 { return s.votes[i] }},
		{"vote near", func(s *sheet, i int) float64 { return s.around(i, 2, s.votes) }},
		{"vote none", func(s *sheet, i int) float64 { return yes(s.first < 0) }},
		{"before vote", func(s *sheet, i int) float64 { return yes(s.first >= 0 && i < s.first) }},
		{"after vote", func(s *sheet, i int) float64 { return yes(s.last >= 0 && i > s.last) }},
		{"between", func(s *sheet, i int) float64 { return yes(s.first >= 0 && i >= s.first && i <= s.last) }},
		{"prose", func(s *sheet, i int) float64 { return yes(s.good[i]) }},
		{"prose near", func(s *sheet, i int) float64 { return s.around(i, 3, s.goodF) }},
		{"main", func(s *sheet, i int) float64 { return s.inMain[i] }},
		{"share", func(s *sheet, i int) float64 { return s.share[i] }},
		{"kin", func(s *sheet, i int) float64 { return s.kin[i] }},
		{"no kin", func(s *sheet, i int) float64 { return yes(s.kin[i] < .02) }},
		{"kin of vote", func(s *sheet, i int) float64 { return s.voteKin[i] }},
		{"share of vote", func(s *sheet, i int) float64 { return s.voteShare[i] }},
		{"no kin of vote", func(s *sheet, i int) float64 { return yes(s.first >= 0 && s.voteKin[i] < .02) }},
		{"no share of vote", func(s *sheet, i int) float64 { return yes(s.first >= 0 && s.voteShare[i] < .05) }},
		{"agrees", func(s *sheet, i int) float64 { return yes(s.ld[i] > 0) }},
		{"disagrees", func(s *sheet, i int) float64 { return yes(s.ld[i] < 0) }},
	}
}

// textSignals measure how a block's text looks.
func textSignals() []signal {
	return []signal{
		{"words", func(s *sheet, i int) float64 { return min(logWords(s.blocks[i].words), 5) }},
		{"words 1-2", func(s *sheet, i int) float64 { return yes(s.blocks[i].words <= 2) }},
		{"words 3-5", func(s *sheet, i int) float64 { return yes(s.blocks[i].words > 2 && s.blocks[i].words <= 5) }},
		{"words 6-10", func(s *sheet, i int) float64 { return yes(s.blocks[i].words > 5 && s.blocks[i].words <= 10) }},
		{"words 40-", func(s *sheet, i int) float64 { return yes(s.blocks[i].words >= 40) }},
		{"links", func(s *sheet, i int) float64 { return s.blocks[i].density() }},
		{"links all", func(s *sheet, i int) float64 { return yes(s.blocks[i].density() > .9) }},
		{"links some", func(s *sheet, i int) float64 { d := s.blocks[i].density(); return yes(d > .01 && d < .4) }},
		{"sentence", func(s *sheet, i int) float64 { return yes(endsSentence(s.blocks[i].text)) }},
		{"stops", func(s *sheet, i int) float64 { return yes(stops(s.blocks[i].text)) }},
		{"commas", func(s *sheet, i int) float64 { return min(3, float64(strings.Count(s.blocks[i].text, ","))) }},
		{"digits", func(s *sheet, i int) float64 { return digitShare(s.blocks[i].text) }},
		{"capitals", func(s *sheet, i int) float64 { return yes(capitals(s.blocks[i].text)) }},
		{"small words", func(s *sheet, i int) float64 { return smallWords(s.blocks[i].text) }},
		{"bars", func(s *sheet, i int) float64 { return yes(strings.ContainsAny(s.blocks[i].text, "|»›•·©®→")) }},
		{"quote", func(s *sheet, i int) float64 { return yes(strings.ContainsAny(s.blocks[i].text, "“”«»„\"")) }},
		{"heading", func(s *sheet, i int) float64 { return yes(s.blocks[i].level > 0) }},
		{"h1", func(s *sheet, i int) float64 { return yes(s.blocks[i].level == 1) }},
		{"h2", func(s *sheet, i int) float64 { return yes(s.blocks[i].level == 2) }},
		{"h4-6", func(s *sheet, i int) float64 { return yes(s.blocks[i].level > 3) }},
	}
}

// placeSignals measure where a block stands.
func placeSignals() []signal {
	return []signal{
		{"in p", func(s *sheet, i int) float64 { return yes(s.blocks[i].el.DataAtom == atom.P) }},
		{"in li", func(s *sheet, i int) float64 { return yes(s.blocks[i].el.DataAtom == atom.Li) }},
		{"in div", func(s *sheet, i int) float64 { return yes(s.blocks[i].el.DataAtom == atom.Div) }},
		{"in td", func(s *sheet, i int) float64 { return yes(s.blocks[i].el.DataAtom == atom.Td || s.blocks[i].row) }},
		{"in dl", func(s *sheet, i int) float64 { a := s.blocks[i].el.DataAtom; return yes(a == atom.Dd || a == atom.Dt) }},
		{"pre", func(s *sheet, i int) float64 { return yes(s.blocks[i].pre) }},
		{"br", func(s *sheet, i int) float64 { return yes(s.blocks[i].glued) }},
		{"inline holder", func(s *sheet, i int) float64 { return yes(s.blocks[i].holder() != s.blocks[i].el) }},
		{"all bold", func(s *sheet, i int) float64 { return yes(boldBlock(&s.blocks[i])) }},
		{"over headline", func(s *sheet, i int) float64 { return yes(s.top >= 0 && i < s.top) }},
		{"at headline", func(s *sheet, i int) float64 { return yes(i == s.top) }},
		{"under headline", func(s *sheet, i int) float64 { return yes(s.top >= 0 && i > s.top && i <= s.top+3) }},
		{"no headline", func(s *sheet, i int) float64 { return yes(s.top < 0) }},
		{"twice", func(s *sheet, i int) float64 { return yes(s.seen[i] > 1) }},
		{"place", func(s *sheet, i int) float64 { return float64(i) / float64(len(s.blocks)) }},
		{"picture only", func(s *sheet, i int) float64 { return yes(s.blocks[i].picture()) }},
		{"jumps", func(s *sheet, i int) float64 { b := &s.blocks[i]; return float64(b.jump) / float64(b.chars+1) }},
		{"vote around", func(s *sheet, i int) float64 { return yes(s.votes[i] < .5 && s.around(i, 1, s.votes) > .9) }},
		{"colon", func(s *sheet, i int) float64 { return yes(strings.HasSuffix(s.blocks[i].text, ":")) }},
		{"under colon", func(s *sheet, i int) float64 { return yes(i > 0 && strings.HasSuffix(s.blocks[i-1].text, ":")) }},
	}
}

// jointSignals measure what one signal says only where another holds.
func jointSignals() []signal {
	return []signal{
		{"vote, short", func(s *sheet, i int) float64 { return s.votes[i] * yes(s.blocks[i].words <= 7) }},
		{"vote, linked", func(s *sheet, i int) float64 { return s.votes[i] * yes(s.blocks[i].density() > .5) }},
		{"vote, prose", func(s *sheet, i int) float64 { return s.votes[i] * yes(s.good[i]) }},
		{"between, prose", func(s *sheet, i int) float64 { return yes(s.first >= 0 && i >= s.first && i <= s.last && s.good[i]) }},
		{"between, short", func(s *sheet, i int) float64 {
			return yes(s.first >= 0 && i >= s.first && i <= s.last && s.blocks[i].words <= 7)
		}},
		{"prose, no vote", func(s *sheet, i int) float64 {
			return yes(s.first >= 0 && s.good[i] && s.voteShare[i] < .05 && s.votes[i] < .5)
		}},
		{"kin, prose", func(s *sheet, i int) float64 { return s.kin[i] * yes(s.good[i]) }},
		{"li, linked", func(s *sheet, i int) float64 { return yes(s.near[i]&tagList != 0 && s.blocks[i].density() > .5) }},
		{"heading, linked", func(s *sheet, i int) float64 { return yes(s.blocks[i].level > 0 && s.blocks[i].density() > .5) }},
	}
}

// hintSignals measure what the elements around a block are named.
func hintSignals() []signal {
	var list []signal
	for k := range nHints {
		bit := hint(1) << k
		list = append(list,
			signal{"near " + hintNames[k], func(s *sheet, i int) float64 {
				if s.near[i]&bit == 0 {
					return 0
				}
				return 1 - s.usual[bit]
			}},
			signal{"usual " + hintNames[k], func(s *sheet, i int) float64 {
				if s.near[i]&bit == 0 {
					return 0
				}
				return s.usual[bit]
			}},
			signal{"far " + hintNames[k], func(s *sheet, i int) float64 { return yes(s.far[i]&bit != 0) }})
	}
	return list
}

func floats(b []bool) []float64 {
	f := make([]float64, len(b))
	for i := range b {
		f[i] = yes(b[i])
	}
	return f
}

// around is the mean of v at the blocks within span of i, itself apart.
func (s *sheet) around(i, span int, v []float64) float64 {
	sum, n := 0.0, 0
	for k := i - span; k <= i+span; k++ {
		if k == i || k < 0 || k >= len(v) {
			continue
		}
		sum += v[k]
		n++
	}
	if n == 0 {
		return 0
	}
	return sum / float64(n)
}

func digitShare(s string) float64 {
	d, n := 0, 0
	for _, r := range s {
		if unicode.IsDigit(r) {
			d++
			n++
		} else if unicode.IsLetter(r) {
			n++
		}
	}
	if n == 0 {
		return 1
	}
	return float64(d) / float64(n)
}

// capitals reports a line set in capitals.
func capitals(s string) bool {
	up := 0
	for _, r := range s {
		if unicode.IsLower(r) {
			return false
		}
		if unicode.IsUpper(r) {
			up++
		}
	}
	return up > 2
}

// smallWords is the share of words that begin with a small letter.
func smallWords(s string) float64 {
	small, n := 0, 0
	for w := range strings.FieldsSeq(s) {
		for _, r := range w {
			if unicode.IsLetter(r) {
				n++
				if !unicode.IsUpper(r) {
					small++
				}
				break
			}
		}
	}
	if n == 0 {
		return 0
	}
	return float64(small) / float64(n)
}

// stops reports whether a text holds two words that every sentence of its
// language is full of and no menu is.
func stops(s string) bool {
	n := 0
	for w := range strings.FieldsSeq(s) {
		if stopWord(w) {
			if n++; n == 2 {
				return true
			}
		}
	}
	return false
}

func stopWord(w string) bool {
	switch w {
	case "the", "of", "and", "to", "a", "in", "is", "that", "was", "it", "for", "with", "as", "his", "on", "be",
		"at", "by", "had", "are", "from", "have", "this", "he", "she", "they", "were", "which", "we", "you",
		"I", "not", "has", "said", "been", "their", "der", "die", "das", "und", "ist", "nicht", "ein", "eine",
		"zu", "den", "von", "mit", "sich", "auf", "für", "im", "dem", "des", "auch", "es", "sie", "ich", "wird",
		"sind", "dass", "wir", "hat", "le", "la", "les", "et", "est", "une", "un", "du", "que", "qui", "dans",
		"pour", "il", "ne", "pas", "sur", "au", "par", "plus", "el", "los", "las", "en", "y", "por", "con", "una",
		"se", "del", "para", "su", "al", "lo", "como", "che", "è", "di", "non", "per", "sono", "della", "gli",
		"nel", "o", "e", "do", "da", "em", "não", "os", "uma", "com", "no", "het", "een", "van", "dat", "op",
		"te", "zijn", "niet", "voor", "met", "i", "w", "na", "z", "nie", "że", "się", "jest", "det", "att", "och",
		"som", "på", "av", "är", "og", "til", "af", "ja", "и", "в", "не", "на", "что", "с", "του", "και", "να",
		"το", "της", "ve", "bir", "için", "az", "és", "hogy", "že", "je", "v", "si":
		return true
	}
	return false
}

// boldBlock reports whether all of a block stands in bold.
func boldBlock(b *block) bool {
	if len(b.pieces) == 0 {
		return false
	}
	for _, p := range b.pieces {
		if p.mark != 0 || strings.TrimSpace(p.text) == "" {
			continue
		}
		bold := false
		for e := p.node.Parent; e != nil && e != b.el.Parent; e = e.Parent {
			if e.Type == html.ElementNode && (e.DataAtom == atom.B || e.DataAtom == atom.Strong) {
				bold = true
				break
			}
		}
		if !bold {
			return false
		}
	}
	return true
}
