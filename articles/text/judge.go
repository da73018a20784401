package text

import (
	"broadsheet/articles"
)

// enough is the score at which a unit goes.
const enough = 10

// judge weighs every unit of the story that is left. What its words say is
// where the score begins; where it stands, how long it is and what stands
// beside it decide.
func (d *draft) judge() {
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.title || u.dek {
			continue
		}
		if c, score := d.score(i); score >= enough {
			u.drop(c)
		}
	}
	for range 3 {
		if !d.neighbours() {
			return
		}
	}
}

func (d *draft) score(i int) (articles.Class, int) {
	u := &d.units[i]
	if u.Kind == Caption {
		return articles.ClassCaption, enough
	}
	if c, ok := d.special(i); ok {
		return c, enough
	}
	score := u.cue.strength
	if score == 0 || d.wire && !wireClass(u.cue.class) {
		return "", 0
	}
	switch n := u.shape.words; {
	case u.cue.whole || n <= 14:
	case n <= 30, n <= 60 && u.cue.hits >= 3 && promptClass(u.cue.class):
		score--
	case n <= 60:
		score -= 3
	default:
		score -= 5
	}
	score += d.place(i)
	if !u.terminal {
		score++
	}
	if u.cutBeside(d, i) {
		score++
	}
	if d.place(i) == 0 && !d.page && weakAlone(u) {
		score -= 3
	}
	if u.cue.class == articles.ClassAuthorBio && !u.cue.whole && d.person(i) {
		return "", 0
	}
	score += min(2, u.cue.hits-1)
	if u.LinkDensity > 0.7 {
		score += 2
	}
	if u.Kind == Heading || u.Kind == Quote {
		score -= 2
	}
	return u.cue.class, score
}

// wireClass reports what agencies still write into the text of a message whose
// envelope is gone.
func wireClass(c articles.Class) bool {
	switch c {
	case articles.ClassContributorCredit, articles.ClassCopyright, articles.ClassSignOff, articles.ClassNewsletter:
		return true
	}
	return false
}

// weakAlone reports cues that are words of any story too: a lone "Summary" or
// "Yes" may be the story's own.
func weakAlone(u *unit) bool {
	switch u.cue.class {
	case articles.ClassNav, articles.ClassCookie, articles.ClassLabel, articles.ClassGallery, articles.ClassPromo:
		return u.cue.whole && u.shape.words <= 1
	case articles.ClassSignOff:
		return true
	case articles.ClassFollow, articles.ClassCommentPrompt, articles.ClassAdvert, articles.ClassReadMore, articles.ClassSourceCredit:
		return u.terminal && u.shape.words > 4
	}
	return false
}

// place is what the place of a unit says: junk gathers above the first
// paragraph and below the last.
func (d *draft) place(i int) int {
	switch {
	case i >= d.tail:
		return 3
	case i < d.first:
		return 2
	case i > len(d.units)*4/5:
		return 1
	}
	return 0
}

// cutBeside reports whether a neighbour went already.
func (u *unit) cutBeside(d *draft, i int) bool {
	return i > 0 && d.units[i-1].cut || i+1 < len(d.units) && d.units[i+1].cut
}
