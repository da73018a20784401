package index

import "math"

// compared is how many of the nearest stories are told how like they are to
// each other: those that a reader is shown, and some that may take their place.
const compared = 12

// feel is a term of a candidate that is asked for as well, with what it weighs
// there in each part. Only those terms are compared: versions of one story
// have them in common, and they have a place among all terms already.
type feel struct {
	slot uint16
	part
}

// alike tells how like each of the first candidates is to those before it, by
// their words alone: two that say the same in other numbers are near 1, two
// that tell of the same event from .2 to .5.
func (m *similarity) alike(n int) [][]float32 {
	n = min(n, compared)
	told, terms := make([][]float32, n), make([][]feel, n)
	for i, c := range m.order[:n] {
		terms[i] = m.feels(c)
	}
	dense := make([]part, len(m.asked)+1) // by slot, of one story
	for i := range terms {
		for _, f := range terms[i] {
			dense[f.slot] = f.part
		}
		told[i] = make([]float32, i)
		for k := range i {
			sum := float32(0)
			for _, f := range terms[k] {
				o := &dense[f.slot]
				sum += f.all*o.all + f.lead*o.lead + f.title*o.title
			}
			told[i][k] = sum
		}
		for _, f := range terms[i] {
			dense[f.slot] = part{}
		}
	}
	return told
}

// feels lists the terms of a candidate that are asked for. What they weigh is
// divided by the length of its vector of words.
func (m *similarity) feels(c *candidate) []feel {
	weights, slots := m.x.near.weights[c.seg], m.slots[c.seg]
	list := make([]feel, 0, len(c.features))
	sum := float32(0)
	for _, f := range c.features {
		h, p := weights[f.rank], parts[f.code]
		p.all, p.lead, p.title = h.weight*h.kind.gain()*p.all, h.weight*p.lead, h.weight*p.title
		sum += p.all*p.all + p.lead*p.lead + p.title*p.title
		if slot := slots[f.rank]; slot != 0 {
			list = append(list, feel{slot, p})
		}
	}
	if sum == 0 {
		return nil
	}
	by := 1 / float32(math.Sqrt(float64(sum)))
	for i := range list {
		p := &list[i].part
		p.all, p.lead, p.title = p.all*by, p.lead*by, p.title*by
	}
	return list
}
