package index

import (
	"slices"
	"unicode/utf8"
)

// whyTerms is how many shared terms a neighbour is explained from: more than
// are shown, since the words of one name become one reason.
const whyTerms = 12

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

// why lists the shared terms that made the most of a neighbour, best first,
// without those that are no reason in any story.
func (m *similarity) why(c *candidate) []Term {
	var rows [whyTerms + 1]reason
	best := rows[:0]
	slots := m.slots[c.seg]
	for _, f := range c.features {
		slot := slots[f.rank]
		if slot == 0 || m.asked[slot-1].code == 0 {
			continue
		}
		a, p, o := &m.asked[slot-1], parts[f.code], parts[m.asked[slot-1].code]
		worth := a.weight * a.weight * (a.gain*a.gain*p.all*o.all + p.lead*o.lead + p.title*o.title)
		if worth <= 0 || len(best) == whyTerms && worth < best[whyTerms-1].Worth {
			continue
		}
		name := m.name(a)
		if utf8.RuneCount(name) < 2 || calendar(name) {
			continue
		}
		r := reason{Term{Name: a.kind == isName, Worth: worth}, name}
		i := len(best)
		for i > 0 && r.before(best[i-1]) {
			i--
		}
		best = slices.Insert(best, i, r)
		best = best[:min(len(best), whyTerms)]
	}
	terms := make([]Term, len(best))
	for i, r := range best {
		terms[i] = r.Term
		terms[i].Text = string(r.name)
	}
	return terms
}

// reason is a shared term whose name still lies in the index.
type reason struct {
	Term
	name []byte
}

func (r reason) before(o reason) bool {
	return r.Worth > o.Worth || r.Worth == o.Worth && string(r.name) < string(o.name)
}

// calendar reports whether a term names a month or a day of the week. That two
// stories both say "Tuesday" is no reason to read the other, and how far apart
// they are is said anyhow. "May" and "march" are more than months, but seldom
// what two stories have in common.
func calendar(name []byte) bool {
	switch string(name) {
	case "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
		"november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec",
		"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
		"mon", "tue", "tues", "wed", "thu", "thur", "thurs", "fri", "sat", "sun",
		"januar", "februar", "marz", "mai", "juni", "juli", "oktober", "dezember",
		"montag", "dienstag", "mittwoch", "donnerstag", "freitag", "samstag", "sonnabend", "sonntag",
		"janvier", "fevrier", "mars", "avril", "juin", "juillet", "aout", "septembre", "octobre", "novembre", "decembre",
		"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche",
		"enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre", "octubre",
		"noviembre", "diciembre", "lunes", "martes", "miercoles", "jueves", "viernes", "sabado", "domingo":
		return true
	}
	return false
}
