package text

import (
	"strings"

	"broadsheet/articles"
)

// A copy of a whole page holds the story as one stretch of running text in a
// sea of short lines. The stretch is found by its mass: running text counts
// for what it weighs, everything else against.

// isPage reports whether the text is a copy of a whole page: short lines
// outnumber the rest, and gather where a page has its menus.
func (d *draft) isPage() bool {
	labels, n, before, cued, dense := 0, 0, 0, 0, 0
	seen := false
	for i := range d.units {
		u := &d.units[i]
		if u.cut && u.class == articles.ClassDebugDump {
			continue
		}
		n++
		if u.dense {
			dense++
		}
		if u.cue.strength >= 9 && u.cue.whole && !u.terminal {
			cued++
		}
		switch {
		case u.confident():
			seen = true
		case u.label() || u.cue.strength >= 10 && !u.terminal:
			labels++
			if !seen {
				before++
			}
		}
	}
	if labels >= 10 && labels*100 >= n*38 && dense*2 > n {
		return true // few of these scripts' phrases are in the table
	}
	if n >= 15 && labels*100 >= n*50 && (cued >= 2 || before >= 5) {
		return true
	}
	if n >= 50 && labels*100 >= n*20 && cued >= 3 || n >= 150 && labels*100 >= n*10 && cued >= 12 {
		return true // long threads of comments, long lists of headlines
	}
	return n >= 20 && labels >= 12 && labels*100 >= n*38 && (cued >= 4 || before >= 8) ||
		before >= 10 && labels*100 >= n*25
}

// weight is what a unit says for (above zero) or against being part of the
// story's stretch.
func (d *draft) weight(i int) int {
	u := &d.units[i]
	switch {
	case u.cue.strength >= 9:
		if u.prose() && u.shape.words > 40 && u.cue.strength < 10 {
			return 0
		}
		switch u.cue.class {
		case articles.ClassPhotoCredit, articles.ClassGallery, articles.ClassAdvert, articles.ClassShare, articles.ClassCaption:
			return -5 // these stand within stories too
		}
		return -14
	case u.dated && u.shape.words < 12:
		return -8
	case u.prose():
		if u.cue.strength >= 7 {
			return -min(u.shape.words, 20)
		}
		if d.alternates(i) {
			return 2
		}
		if d.thread >= 3 && d.remark(i) {
			return -4
		}
		if d.twice[u.Text] > 1 && u.shape.words > 14 {
			return -8 // what a page says twice is its own
		}
		if u.dense {
			return u.size() * 3 / 5 // a letter of these scripts weighs half a word at most
		}
		return u.size()
	case u.terminal && u.shape.words >= 3 && !u.truncated():
		return 2
	case u.label():
		if i > 1 && d.short(i-1) && d.short(i-2) {
			return -14 // a menu
		}
		return -8
	}
	return -6
}

// truncated reports a line that was cut short, as lists of headlines have them.
func (u *unit) truncated() bool {
	return strings.HasSuffix(u.Text, "...") || strings.HasSuffix(u.Text, "…")
}

func (d *draft) short(i int) bool {
	u := &d.units[i]
	return u.label() && !u.prose() && !u.dated
}

// remark reports a paragraph under a name and a date, as a reader's comment
// stands.
func (d *draft) remark(i int) bool {
	if i < 2 || !d.units[i-1].dated || d.units[i-1].shape.words > 9 {
		return false
	}
	return d.units[i-2].shape.words <= 6 && !d.units[i-2].terminal
}

// alternates reports whether a short paragraph stands in a list of headlines
// that each have one: headline, line, headline, line.
func (d *draft) alternates(i int) bool {
	u := &d.units[i]
	if u.shape.words > 34 || u.sentence > 1 {
		return false
	}
	odd := func(j int) bool {
		return j >= 0 && j < len(d.units) && !d.units[j].terminal && !d.units[j].prose() && d.units[j].entry()
	}
	dated := func(j int) bool { return j >= 0 && j < len(d.units) && d.units[j].dated && d.units[j].shape.words < 9 }
	before, after := i-1, i+1
	if dated(after) {
		after++
	}
	if dated(before) {
		before--
	}
	return odd(before) && odd(after)
}

// extend takes in paragraphs that only prompts and adverts part from the
// story's stretch.
func (d *draft) extend(to int) int {
	for i := to; i < len(d.units) && i < to+8; i++ {
		u := &d.units[i]
		switch {
		case u.opensTail():
			return to
		case u.cue.strength >= 6:
		case u.confident() && !d.alternates(i), u.terminal && u.shape.words >= 3 && i == to:
			to = i + 1
		default:
			return to
		}
	}
	return to
}

// stop ends the stretch where the page says that something else begins,
// unless the story clearly goes on below.
func (d *draft) stop(from, to int) int {
	mass := 0
	for i := from; i < to; i++ {
		u := &d.units[i]
		if !u.opensTail() {
			if u.confident() && !d.alternates(i) {
				mass += u.size()
			}
			continue
		}
		if mass < 40 && !(mass >= sectionLeast && u.opensForm()) {
			continue
		}
		if u.opensForm() || u.cue.class == articles.ClassCommentPrompt && u.cue.whole && mass >= 120 || !d.resumes(i+1, to) {
			return i
		}
	}
	return to
}

// opensTail reports a line that heads what stands under stories: comments,
// lists of other stories, legal lines.
func (u *unit) opensTail() bool {
	if u.shape.words > 12 && u.cue.class != articles.ClassCopyright {
		return false
	}
	switch u.cue.class {
	case articles.ClassCommentPrompt, articles.ClassMostRead, articles.ClassRelated, articles.ClassCopyright, articles.ClassTags:
		return u.cue.strength >= 8 && (u.cue.whole || u.shape.words <= 8 || u.cue.strength == 10)
	}
	return false
}

// opensForm reports a line of the form in which readers write comments, which
// stands above no story.
func (u *unit) opensForm() bool {
	return u.cue.class == articles.ClassCommentPrompt && u.cue.how == '^' && u.cue.strength >= 9
}

// resumes reports whether two paragraphs of the story follow one another
// before the next thing that stands under stories.
func (d *draft) resumes(from, to int) bool {
	run := 0
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.confident() && u.shape.words >= 14 && !d.alternates(i):
			if run++; run >= 2 {
				return true
			}
		case u.opensTail() && (u.cue.class == articles.ClassCopyright || u.cue.class == articles.ClassCommentPrompt):
			return false
		case u.cue.strength >= 6 || u.terminal:
		default:
			run = 0
		}
	}
	return run > 0 && d.lastBig(from, to)
}

// lastBig reports whether the one paragraph that follows is long enough to be
// the end of the story.
func (d *draft) lastBig(from, to int) bool {
	for i := from; i < to; i++ {
		if d.units[i].confident() && d.units[i].shape.words >= 40 {
			return true
		}
	}
	return false
}
