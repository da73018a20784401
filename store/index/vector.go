package index

import (
	"math"
	"unicode/utf8"
)

// read decodes a story and finds the length of its vector.
func (m *similarity) read(seg int, doc uint32) candidate {
	s := m.x.segs[seg]
	info := s.doc(doc)
	c := candidate{seg: seg, doc: doc, day: info.day, tie: info.tie, key: info.key}
	from, pfrom := len(m.lists), len(m.pairLists)
	m.lists, m.pairLists = s.list(doc, m.lists, m.pairLists)
	c.features, c.pairs = m.lists[from:], m.pairLists[pfrom:]
	weights := m.x.near.weights[seg]
	sum := 0.
	for _, f := range c.features {
		h := weights[f.rank]
		if h.weight == 0 {
			continue
		}
		p := parts[f.code]
		all := p.all * h.kind.gain()
		sum += float64(h.weight*h.weight) * float64(all*all+p.lead*p.lead+p.title*p.title)
	}
	for _, p := range c.pairs {
		w := m.pairWeight(weights, c.features, p)
		sum += float64(w * w)
	}
	c.norm = math.Sqrt(sum)
	return c
}

// pairWeight is what a pair of words weighs: the mean of the two.
func (m *similarity) pairWeight(weights []heft, list []feature, p pair) float32 {
	const one = pairPart / (1 + tfHalf)
	return one * (weights[list[p.a].rank].weight + weights[list[p.b].rank].weight) / 2
}

// ask makes the story's terms the ones that are looked for.
func (m *similarity) ask(seg int, doc uint32) candidate {
	q := m.read(seg, doc)
	m.join(q, 1)
	for _, f := range q.features {
		if slot := m.slots[seg][f.rank]; slot != 0 {
			a := &m.asked[slot-1]
			if name := m.name(a); utf8.RuneCount(name) > 1 && !calendar(name) {
				a.reason = f.code
			}
		}
	}
	return q
}

// join adds the vector of a story, times share, to what is looked for.
func (m *similarity) join(c candidate, share float64) {
	if c.norm == 0 {
		return
	}
	scale := float32(share / c.norm)
	weights, slots := m.x.near.weights[c.seg], m.slots[c.seg]
	for _, f := range c.features {
		w, slot := weights[f.rank].weight, slots[f.rank]
		if slot == 0 {
			if w == 0 && f.code>>4&maxLead == 0 {
				continue // it says nothing, and stands in no pair
			}
			if slot = m.slot(c.seg, f.rank); slot == 0 {
				continue
			}
		}
		p, a := parts[f.code], &m.asked[slot-1]
		a.all += scale * w * a.gain * p.all
		a.lead += scale * w * p.lead
		a.title += scale * w * p.title
	}
	for _, p := range c.pairs {
		a, b := slots[c.features[p.a].rank], slots[c.features[p.b].rank]
		if a != 0 && b != 0 {
			m.pairs.add(pairKey(a, b), scale*m.pairWeight(weights, c.features, p))
		}
	}
}

// slot gives a term a place among those asked, in every segment.
func (m *similarity) slot(seg int, t uint32) uint16 {
	if len(m.asked) >= math.MaxUint16 {
		return 0
	}
	h := m.x.near.weights[seg][t]
	a := asked{weight: h.weight, kind: h.kind, gain: h.kind.gain(), home: place{uint32(seg), t}}
	if h.twins != 0 {
		a.at = m.x.near.twins.of(h.twins)
	} else {
		m.alone = append(m.alone, a.home)
		a.at = m.alone[len(m.alone)-1:]
	}
	slot := uint16(len(m.asked) + 1)
	for _, p := range a.at {
		m.slots[p.seg][p.term] = slot
	}
	m.asked = append(m.asked, a)
	return slot
}

// norm is the length of what is asked.
func (m *similarity) norm() float64 {
	sum := 0.
	for i := range m.asked {
		a := &m.asked[i]
		sum += float64(a.all*a.all + a.lead*a.lead + a.title*a.title)
	}
	for _, p := range m.pairs.list {
		sum += float64(p.weight * p.weight)
	}
	return math.Sqrt(sum)
}

func (m *similarity) dot(c *candidate) float64 {
	slots := m.slots[c.seg]
	sum := 0.
	for _, f := range c.features {
		if slot := slots[f.rank]; slot != 0 {
			sum += float64(m.shared(slot, f.code))
		}
	}
	for _, p := range c.pairs {
		a, b := slots[c.features[p.a].rank], slots[c.features[p.b].rank]
		if a == 0 || b == 0 {
			continue
		}
		if w := m.pairs.weight(pairKey(a, b)); w != 0 {
			sum += float64(w * m.pairWeight(m.x.near.weights[c.seg], c.features, p))
		}
	}
	return sum
}

// shared is what a term asked for adds in a story that holds it so often.
func (m *similarity) shared(slot uint16, code uint8) float32 {
	a, p := &m.asked[slot-1], parts[code]
	return a.weight * (a.all*a.gain*p.all + a.lead*p.lead + a.title*p.title)
}
