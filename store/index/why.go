package index

import "slices"

// whyTerms is how many shared terms a neighbour is explained from: more than
// are shown, since the words of one name become one reason.
const whyTerms = 16

// neighbours makes the answer of the best candidates.
func (m *similarity) neighbours(n int) []Neighbour {
	var out []Neighbour
	for _, c := range m.order[:max(0, min(n, len(m.order)))] {
		if c.score <= 0 {
			break
		}
		out = append(out, Neighbour{Key: c.key, Score: c.score, Alone: c.alone})
	}
	return out
}

// explained says why, and how like the first of them are to each other.
func (m *similarity) explained(n int) []Neighbour {
	out := m.neighbours(n)
	for i := range out {
		out[i].Terms = m.why(m.order[i])
	}
	for i, alike := range m.alike(len(out)) {
		out[i].Alike = alike
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
		if slot == 0 || m.asked[slot-1].reason == 0 {
			continue
		}
		a, p := &m.asked[slot-1], parts[f.code]
		o := parts[a.reason]
		worth := a.weight * a.weight * (a.gain*a.gain*p.all*o.all + p.lead*o.lead + p.title*o.title)
		if worth <= 0 || len(best) == whyTerms && worth < best[whyTerms-1].worth {
			continue
		}
		r := reason{a, worth}
		i := len(best)
		for i > 0 && m.before(r, best[i-1]) {
			i--
		}
		best = slices.Insert(best, i, r)
		best = best[:min(len(best), whyTerms)]
	}
	terms := make([]Term, len(best))
	for i, r := range best {
		terms[i] = Term{Text: string(m.name(r.asked)), Name: r.asked.kind == isName, Worth: r.worth}
	}
	return terms
}

// reason is a shared term with what it added.
type reason struct {
	asked *asked
	worth float32
}

func (m *similarity) before(r, o reason) bool {
	return r.worth > o.worth || r.worth == o.worth && string(m.name(r.asked)) < string(m.name(o.asked))
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
