package text

import (
	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// section is a part of a page under a line that may be its headline, down to
// where the page says that something else begins.
type section struct {
	head     int     // the line
	from, to int     // the units under it, to exclusive
	mass     int     // words of its running text, and of its other lines half
	evidence float64 // what speaks for the line as the headline of the page
}

// score weighs a section: its headline, and its text with less and less to
// gain, for the comments of a page are longer than its story as often as not.
func (s section) score() float64 {
	return s.evidence * float64(s.mass) / float64(s.mass+sectionHalf)
}

const (
	sectionHalf  = 60   // words at which a section counts half
	sectionLeast = 12   // fewer words are no story
	sectionGap   = 10   // so many lines without running text end a section
	sectionWalk  = 600  // units looked at
	sectionClear = 1.25 // by so much a later section has to be the better one
	headLines    = 14   // so many lines may stand between a headline and its story
	headLeast    = 2.0  // less evidence makes no headline
	nearBy       = 5    // lines in which a date and a name are near
	resumeLines  = 20   // lines below a wall in which a story may go on
	settleLines  = 24   // lines between the last paragraph and the wall below it
)

// findSection is the part of the page whose headline the most speaks for, the
// first of those that are alike.
func (d *draft) findSection() (best section, found bool) {
	for i := range d.units {
		if !d.headsSection(i) || d.near(i, len(d.units)) == 0 || d.inDatedList(i) {
			continue
		}
		s := d.sectionOf(i)
		if s.mass < sectionLeast {
			continue
		}
		if s.evidence = d.evidence(s); s.evidence >= headLeast && s.score() > best.score()*sectionClear {
			best = s
		}
	}
	return best, best.mass > 0
}

// sectionAt is a stretch as a section under the line above it that the most
// speaks for.
func (d *draft) sectionAt(from, to int) section {
	best := section{head: from, from: from, to: to}
	for i := from; i < to; i++ {
		best.mass += d.substance(i)
	}
	for i := max(0, from-headLines); i <= from && i < len(d.units); i++ {
		if !d.headsSection(i) {
			continue
		}
		s := section{head: i, from: max(from, i+1), to: to, mass: best.mass}
		if s.evidence = d.evidence(s); s.evidence > best.evidence {
			best = s
		}
	}
	return best
}

// headsSection reports a line that may be a headline, by its shape.
func (d *draft) headsSection(i int) bool {
	u := &d.units[i]
	switch {
	case u.shape.words < 2 && !u.dense, len(u.Text) > 300, u.colon, u.confident() && !u.titled(), u.stop == '.' && !u.titled():
		return false
	case u.cue.strength >= 9, u.cue.strength >= 6 && u.cue.whole, u.dated && u.shape.words < 3:
		return false
	}
	return !pictureLine(u.Text)
}

// inDatedList reports a headline in a list of them, each with its date.
func (d *draft) inDatedList(i int) bool {
	dates := 0
	for j := i + 1; j < len(d.units) && j <= i+2*nearBy; j++ {
		switch u := &d.units[j]; {
		case u.confident():
			return false
		case u.dated && u.shape.words < 9 && d.units[j-1].shape.words >= 4 && !d.units[j-1].dated:
			if dates++; dates >= 2 {
				return true
			}
		}
	}
	return false
}

// evidence weighs what speaks for the head of a section as the headline of
// the page: a date or a name right by it, that it stands a second time, and
// that the text below uses its words. Lines in between speak against it: it
// stands in a menu.
func (d *draft) evidence(s section) float64 {
	u := &d.units[s.head]
	e := d.near(s.head, s.from)
	if d.seenTwice(s.head) {
		e += 0.7
	}
	if d.of.from != s.from || d.of.to != s.to || d.of.words == nil {
		d.of.from, d.of.to, d.of.words = s.from, s.to, d.vocabularyOf(s.from, s.to)
	}
	e += 2 * min(d.of.words.share(u.Text), 0.6)
	if u.shape.words < 4 && !u.dense {
		e -= 0.5
	}
	for i := s.head + 1; i < s.from; i++ {
		switch v := &d.units[i]; {
		case v.opensForm():
			e-- // the story it heads has ended
		case v.confident():
			e -= 0.3
		case v.cue.strength < 6 && !d.holdsDate(i) && v.words != u.words:
			e -= 0.15
		}
	}
	return e
}

// near weighs the date or the name that stands right below a line, before a
// unit, or, for less, the date above it.
func (d *draft) near(i, before int) float64 {
	for j := i + 1; j < before && j <= i+nearBy; j++ {
		if d.holdsDate(j) {
			return 2
		}
		if d.holdsName(j) {
			return 1.5
		}
	}
	if i > 0 && d.holdsDate(i-1) {
		return 1
	}
	return 0
}

// holdsDate reports a short line with a date in it.
func (d *draft) holdsDate(i int) bool {
	u := &d.units[i]
	if u.dated {
		return u.shape.words < 16
	}
	if u.digits < 3 || u.terminal || u.shape.words > 14 {
		return false
	}
	return d.remember(&d.dateLine, i, func() bool {
		at, _, _, ok := dates.Find(u.Text, dates.Hint{Language: d.out.Language})
		return ok && at.Precision() >= articles.Day
	})
}

// holdsName reports a byline.
func (d *draft) holdsName(i int) bool {
	u := &d.units[i]
	if u.shape.words > 11 || u.shape.words < 2 || u.capped+u.digits == 0 {
		return false
	}
	return d.remember(&d.nameLine, i, func() bool {
		names, _, sure := byline(u.Text)
		return sure && len(names) > 0
	})
}

// remember answers a question about a unit once.
func (d *draft) remember(known *[]int8, i int, ask func() bool) bool {
	if *known == nil {
		*known = make([]int8, len(d.units))
	}
	if (*known)[i] == 0 {
		(*known)[i] = -1
		if ask() {
			(*known)[i] = 1
		}
	}
	return (*known)[i] > 0
}

// sectionOf walks from a headline down to where the page says that something
// else begins.
func (d *draft) sectionOf(head int) section {
	s := section{head: head, from: head + 1, to: head + 1}
	lines, begun := 0, false
	for i := head + 1; i < len(d.units) && i < head+sectionWalk; i++ {
		u, w := &d.units[i], d.substance(i)
		if !begun {
			if i > head+headLines {
				break
			}
			if w < 4 {
				continue
			}
			begun, s.from = true, i
		}
		if d.wall(i) && (s.endsAt(u) || !d.resumes(i+1, min(len(d.units), i+resumeLines))) || s.to > s.from && i-s.to > sectionGap && !u.confident() {
			break
		}
		if w == 0 {
			continue
		}
		if u.prose() {
			s.mass += w
		} else if lines += w; lines < 80 {
			s.mass += w
		}
		s.to = i + 1
	}
	return s
}

// endsAt reports a wall behind which a section cannot go on. Share buttons and
// related headlines stand within stories; a form for comments does not.
func (s section) endsAt(u *unit) bool {
	switch u.cue.class {
	case articles.ClassCommentPrompt:
		return u.opensForm() || u.cue.whole && s.mass >= sectionHalf
	case articles.ClassCopyright:
		return true
	}
	return false
}

// substance is how many words of a unit could belong to a story.
func (d *draft) substance(i int) int {
	u := &d.units[i]
	switch {
	case u.cue.strength >= 8, d.holdsDate(i):
		return 0
	case u.prose():
		if d.alternates(i) {
			return 2
		}
		return u.size()
	case u.terminal && u.shape.words >= 3:
		return u.shape.words
	case u.shape.words >= 5:
		return u.shape.words / 2
	}
	return 0
}

// wall reports a line below which the page does something else.
func (d *draft) wall(i int) bool {
	u := &d.units[i]
	if u.opensTail() {
		return true
	}
	if u.cue.strength < 9 || u.shape.words > 12 {
		return false
	}
	switch u.cue.class {
	case articles.ClassCookie, articles.ClassNewsletter, articles.ClassShare, articles.ClassFollow:
		return u.cue.whole
	}
	return false
}

// settle takes in the last lines of the story, short or not, down to the wall
// that ends it. Where no wall follows soon, they may be anything.
func (d *draft) settle(from, to int) int {
	d.settled = to
	end := to
	story := d.vocabularyOf(from, to)
	for i := to; i < len(d.units) && i < to+settleLines; {
		if d.wall(i) {
			return end
		}
		next := d.block(i)
		if !d.closes(i, next, story) {
			return end
		}
		i, end = next, next
	}
	return to
}

// isSettled reports a line below the last paragraph that was taken in.
func (d *draft) isSettled(i int) bool { return d.page && i >= d.settled && i < d.to }

// block is the end of the lines that no blank line parts from unit i.
func (d *draft) block(i int) int {
	for i++; i < len(d.units) && d.units[i].gap == 0; i++ {
	}
	return i
}

// closes reports whether a block could be the last of a story.
func (d *draft) closes(from, to int, story vocabulary) bool {
	long, alike := 0, 0
	for i := from; i < to; i++ {
		u := &d.units[i]
		if u.cue.strength >= 8 || d.holdsDate(i) {
			return false
		}
		if u.shape.words >= 4 || u.terminal || u.colon {
			long++
		}
		if u.terminal || u.colon || story.share(u.Text) >= 0.4 {
			alike++
		}
	}
	listed := from > 0 && d.units[from-1].colon
	return long*3 >= (to-from)*2 && (listed || alike*2 >= to-from)
}
