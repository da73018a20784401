package page

import "sort"

// Anchor is a place in a story that holds whatever the width, the look, and
// whether cuts are shown: so many letters into a part of it.
type Anchor struct {
	Part   Part
	Offset int
	// Ahead is how many lines without letters of the story stood between the
	// place and those letters: blank lines, cuts.
	Ahead int
}

// Place is the anchor of a line.
func (p *Page) Place(n int) Anchor {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.lines) == 0 {
		return Anchor{}
	}
	n = min(max(0, n), len(p.lines)-1)
	l := p.lines[n]
	a := Anchor{Part: l.part, Offset: l.before}
	for i := n + 1; i < len(p.lines) && p.lines[i].part == l.part && p.lines[i].before == l.before; i++ {
		a.Ahead++
	}
	return a
}

// Line is the line of an anchor. It sets the page as far as it must.
func (p *Page) Line(a Anchor) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.stage != parts && (p.stage < a.Part || p.stage == a.Part && p.letters[a.Part] <= a.Offset) {
		p.step()
	}
	// The last line at or before the letters, then back over what was ahead.
	n := sort.Search(len(p.lines), func(i int) bool {
		l := p.lines[i]
		return l.part > a.Part || l.part == a.Part && l.before > a.Offset
	}) - 1
	if n < 0 {
		return 0
	}
	for range a.Ahead {
		if n == 0 || p.lines[n-1].part != p.lines[n].part || p.lines[n-1].before != p.lines[n].before {
			break
		}
		n--
	}
	return n
}

// Fraction is how far into the story a line stands, 0 to 1: what is kept of a
// reader's place from run to run. It needs no more of the page than is set.
func (p *Page) Fraction(n int) float64 {
	p.mu.Lock()
	defer p.mu.Unlock()
	n = min(n, len(p.lines)-1)
	switch {
	case n <= 0 || p.lines[n].part == Head:
		return 0
	case p.lines[n].part > Body:
		return 1
	}
	return float64(p.lines[n].at)
}

// AtFraction is the line so far into the story. It sets the page as far as
// it must.
func (p *Page) AtFraction(f float64) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	if f <= 0 {
		return 0
	}
	for p.stage <= Body && (len(p.lines) == 0 || float64(p.lines[len(p.lines)-1].at) <= f) {
		p.step()
	}
	n := sort.Search(len(p.lines), func(i int) bool {
		l := p.lines[i]
		return l.part > Body || l.part == Body && float64(l.at) > f
	})
	return max(0, min(n, len(p.lines))-1)
}
