package text

import (
	"strings"

	"broadsheet/articles"
)

// stretch is a part of a page in which running text outweighs the rest.
type stretch struct {
	from, to int // units, to exclusive
	mass     int
}

const (
	stretchDrop  = 150 // so much against it ends a stretch
	stretchLeast = 18  // less mass than this is no stretch
)

// stretches finds the parts of a page that running text dominates.
func (d *draft) stretches() []stretch {
	var found []stretch
	sum, peak, start, end := 0, 0, 0, 0
	closeAt := func(i int) {
		if peak >= stretchLeast {
			found = append(found, stretch{start, end, peak})
		}
		sum, peak, start, end = 0, 0, i, i
	}
	for i := range d.units {
		w := d.weight(i)
		if sum+w <= 0 || sum+w < peak-stretchDrop {
			closeAt(i + 1)
			continue
		}
		if sum == 0 {
			start = i
		}
		sum += w
		if sum > peak {
			peak, end = sum, i+1
		}
	}
	closeAt(len(d.units))
	for i := range found {
		s := &found[i]
		for s.from < s.to-1 && !d.units[s.from].confident() {
			s.from++
		}
	}
	return found
}

// findRegion finds the story's stretch: the one with the most running text,
// where a headline and a date above it count for it too, and takes in what
// only a table or a row of pictures parts from it.
func (d *draft) findRegion() (from, to int) {
	d.twice = map[string]int{}
	for i := range d.units {
		if d.units[i].prose() {
			d.twice[d.units[i].Text]++
		}
	}
	for i := range d.units {
		if d.units[i].prose() && d.remark(i) {
			d.thread++
		}
	}
	head, anchored := d.findSection()
	all := d.stretches()
	if len(all) == 0 {
		if anchored {
			return head.from, head.to
		}
		return 0, len(d.units)
	}
	best := d.pick(all)
	to = d.stop(all[best].from, all[best].to)
	if to == all[best].to {
		to = d.bridge(all, best)
	}
	from, to = d.bridgeUp(all, best), d.extend(to)
	to = d.settle(from, to)
	if anchored && head.score() > d.sectionAt(from, to).score() {
		if head.to <= from {
			return head.from, d.settle(head.from, head.to)
		}
		if head.from < from {
			return head.from, to
		}
	}
	return from, to
}

// pick chooses the story's stretch. The first that has its headline and its
// date above it is the story, whatever stands below: comments and further
// stories have more words as often as not.
func (d *draft) pick(all []stretch) int {
	most := 0
	for _, s := range all {
		most = max(most, s.mass)
	}
	best, bestScore, before := 0, 0.0, 0
	for i, s := range all {
		if s.mass*8 < most || d.consent(s) {
			continue
		}
		score, title, date := d.standing(s)
		if title && date && s.mass >= 80 || title && s.mass >= 160 && s.mass*4 >= most {
			if bestScore == 0 || score > bestScore/2 {
				return i
			}
		}
		score /= 1 + 0.25*float64(before)
		if score > bestScore {
			best, bestScore = i, score
		}
		if s.mass >= 60 {
			before++
		}
	}
	return best
}

// consent reports a stretch about cookies.
func (d *draft) consent(s stretch) bool {
	n := 0
	for i := s.from; i < s.to; i++ {
		if w := d.units[i].words; strings.Contains(w, "cookie") || d.units[i].cue.class == articles.ClassCookie && d.units[i].cue.strength >= 9 {
			n++
		}
	}
	return n >= 2 && n*4 >= s.to-s.from
}

// standing weighs a stretch: its mass, how much of it is in long paragraphs,
// and what stands above it.
func (d *draft) standing(s stretch) (score float64, title, date bool) {
	long, all := 0, 1
	for i := s.from; i < s.to; i++ {
		if u := &d.units[i]; u.prose() {
			all += u.size()
			if u.shape.words >= 20 || u.dense {
				long += u.size()
			}
		}
	}
	score = float64(s.mass) * (0.5 + 0.5*float64(long)/float64(all))
	story := d.vocabularyOf(s.from, s.to)
	for i := s.from - 1; i >= 0 && i >= s.from-14; i-- {
		u := &d.units[i]
		if u.confident() && u.shape.words > 25 {
			break
		}
		date = date || u.dated
		if !title && d.titleCandidate(u) && u.shape.words >= 4 {
			title = story.share(u.Text) >= 0.4 && (d.seenTwice(i) || u.shape.words >= 5)
		}
	}
	if title {
		score *= 1.6
	}
	if date {
		score *= 1.4
	}
	return score, title, date
}

// bridge takes in the stretches below that are of the same story: they use
// its words, and nothing between says that something else begins.
func (d *draft) bridge(all []stretch, i int) int {
	to := all[i].to
	story := d.vocabularyOf(all[i].from, to)
	for _, s := range all[i+1:] {
		if s.from-to > 120 || d.divided(to, s.from) || d.likeness(story, s) < 0.32 {
			return to
		}
		end := d.stop(s.from, s.to)
		if to = end; end < s.to {
			return to
		}
	}
	return to
}

// bridgeUp takes in the stretches above, as far as no headline stands between.
func (d *draft) bridgeUp(all []stretch, i int) int {
	from := all[i].from
	story := d.vocabularyOf(from, all[i].to)
	for j := i - 1; j >= 0; j-- {
		s := all[j]
		if from-s.to > 40 || d.divided(s.to, from) || d.headed(s.to, from, story) || d.likeness(story, s) < 0.28 || d.consent(s) {
			return from
		}
		from = s.from
	}
	return from
}

// divided reports whether something between two units says that another part
// of the page begins.
func (d *draft) divided(from, to int) bool {
	for j := from; j < to; j++ {
		if u := &d.units[j]; u.opensTail() || u.cue.class == articles.ClassCookie && u.cue.strength >= 9 {
			return true
		}
	}
	return false
}

// headed reports whether the story's headline stands between two units.
func (d *draft) headed(from, to int, story vocabulary) bool {
	for j := from; j < to; j++ {
		if u := &d.units[j]; u.shape.words >= 4 && d.titleCandidate(u) && story.share(u.Text) >= 0.5 && (d.seenTwice(j) || d.datedBelow(j)) {
			return true
		}
	}
	return false
}

// likeness is the part of a stretch's words that a story uses.
func (d *draft) likeness(story vocabulary, s stretch) float64 {
	share, n := 0.0, 0
	for j := s.from; j < s.to; j++ {
		if d.units[j].prose() {
			share += story.share(d.units[j].Text)
			n++
		}
	}
	if n == 0 {
		return 0
	}
	return share / float64(n)
}
