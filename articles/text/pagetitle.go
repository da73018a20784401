package text

import (
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// pageTitle weighs the lines above the story, and those that stand among its
// first lines where a line under the headline was taken for the story.
func (d *draft) pageTitle() int {
	story := d.vocabulary()
	best, bestScore := -1, 2.0
	first, firstScore := -1, 0.0
	for i := range d.units {
		if i >= d.from && !d.lateTitle(i) {
			break
		}
		u := &d.units[i]
		if !d.titleCandidate(u) && !d.shortTitle(i) || d.byTheWay(i) || d.inDatedList(i) {
			continue
		}
		share := story.share(u.Text)
		score := 10*min(share, 0.6) + d.titleBonus(i)
		if u.shape.words <= 3 && !u.dense {
			score -= 2
		}
		// A headline comes first: a line soon after one that the story's words
		// speak for is the line under it.
		if d.soonAfter(first, i) && !sameWords(u, &d.units[first]) && !(d.seenTwice(i) && !d.seenTwice(first)) {
			score = min(score, firstScore)
		}
		if score > 3 && (share >= 0.45 && u.shape.words >= 5 || share >= 0.3 && u.shape.words >= 3 && d.apart(i)) && !d.soonAfter(first, i) && (d.seenTwice(i) || d.datedBelow(i) || i > 0 && d.units[i-1].dated || u.Kind == Heading) {
			first, firstScore = i, score
		}
		if best >= 0 && sameWords(u, &d.units[best]) && d.datedBelow(best) && !d.datedBelow(i) {
			continue // the headline stands over its date, its repetition in a list
		}
		if score > bestScore {
			best, bestScore = i, score
		}
	}
	best = d.aboveDek(best, story)
	if best >= d.from {
		d.from = best + 1
	}
	return d.withoutTrail(best)
}

// soonAfter reports whether a line stands so near below another that the two
// are headline and line under it. Buttons and labels between do not count.
func (d *draft) soonAfter(first, i int) bool {
	if first < 0 {
		return false
	}
	n := i - first
	for j := first + 1; j < i; j++ {
		if u := &d.units[j]; u.cue.strength >= 9 && u.cue.whole {
			n--
		}
	}
	return n <= 8 && i-first <= 30
}

// aboveDek prefers to the line under a headline, which uses more of the
// story's words, the shorter headline right above it.
func (d *draft) aboveDek(best int, story vocabulary) int {
	if best < 1 || d.seenTwice(best) {
		return best
	}
	u, dek := &d.units[best-1], &d.units[best]
	twice := d.seenTwice(best - 1)
	if (u.shape.words >= 5 && u.shape.words < dek.shape.words || u.shape.words >= 3 && twice) && !d.holdsDate(best-1) && d.apart(best-1) && d.titleCandidate(u) && story.share(u.Text) >= 0.25 && u.marks < 2 {
		return best - 1
	}
	return best
}

// apart reports a line between blank lines, as headlines stand and the lines
// of menus do not.
func (d *draft) apart(i int) bool {
	return d.units[i].gap > 0 && (i+1 == len(d.units) || d.units[i+1].gap > 0)
}

// byTheWay reports lines in the shape of a headline that cannot be one: the
// way to the story before and the one after, tags, a line that opens with its
// date.
func (d *draft) byTheWay(i int) bool {
	u := &d.units[i]
	switch r, _ := utf8.DecodeRuneInString(u.Text); r {
	case '«', '←', '‹', '<', '→', '•', '[':
		return !strings.ContainsRune(u.Text, '»')
	}
	if n := strings.Count(u.Text, ", "); n >= 3 && u.sentence == 0 && u.shape.words <= 2*(n+1) {
		return true
	}
	if u.digits < 3 || strings.Contains(u.Text, "©") {
		return strings.Contains(u.Text, "©")
	}
	at, start, _, ok := dates.Find(u.Text, dates.Hint{Language: d.out.Language})
	return ok && at.Precision() >= articles.Day && strings.Count(wordsOf(u.Text[:start]), " ") <= 2
}

// shortTitle reports a headline of one or two words: it stands apart, close
// above the story.
func (d *draft) shortTitle(i int) bool {
	u := &d.units[i]
	return u.shape.words >= 1 && u.shape.words <= 3 && u.letters > 3 && u.letters > u.digits && !u.colon && (!u.terminal || u.stop == '!' || u.stop == '?') &&
		u.cue.strength < 6 && !u.dated && d.apart(i) && i < d.from && i >= d.from-12
}

// withoutTrail prefers to a line that leads to the headline, "Home World Trams
// return", the headline by itself.
func (d *draft) withoutTrail(best int) int {
	if best < 0 {
		return best
	}
	w := d.units[best].words
	for i := range d.units[:min(len(d.units), d.from+1)] {
		u := &d.units[i]
		if u.shape.words >= 4 && len(u.words) < len(w) && (strings.HasSuffix(w, " "+u.words) || trailsTo(&d.units[best], u)) && d.titleCandidate(u) {
			return i
		}
	}
	return best
}

// lateTitle reports whether unit i, in the story's stretch, still stands so
// near its beginning that it may be the headline.
func (d *draft) lateTitle(i int) bool {
	words := 0
	for j := d.from; j < i; j++ {
		words += d.units[j].shape.words
		if d.units[j].confident() && d.units[j].shape.words > 12 && !d.datedBelow(i) {
			return false // the story has begun
		}
	}
	return i <= d.from+3 && words < 40
}

// titleCandidate reports whether a line of a page could be its headline.
func (d *draft) titleCandidate(u *unit) bool {
	switch {
	case !u.headline(), len(u.Text) > 400, u.stop == '.' && !u.titled(), u.stop == '。', u.dated && u.shape.words < 10:
		return false
	case u.cue.strength >= 10 && u.cue.whole, u.cue.strength >= 9 && u.shape.words < 12 && u.cue.class != articles.ClassGallery:
		return false
	case u.terminal && u.confident() && !u.titled() && u.stop != '?' && u.stop != '!':
		return false
	}
	if _, marked := afterBy(u.Text); marked && u.digits >= 4 {
		if _, _, _, dated := dates.Find(u.Text, dates.Hint{Language: d.out.Language}); dated {
			return false // "By Runa Tell on 6 June 2014"
		}
	}
	return !pictureLine(u.Text)
}

// titleBonus is what speaks for a headline but its words.
func (d *draft) titleBonus(i int) float64 {
	u := &d.units[i]
	bonus := 0.15 * float64(min(u.shape.words, 14))
	if d.seenTwice(i) {
		bonus += 2
	}
	if d.datedBelow(i) {
		bonus += 3
	}
	if u.Kind == Heading {
		bonus += 2
	}
	if d.apart(i) {
		bonus += 1.5
	}
	switch n := u.shape.words; {
	case u.dense:
	case n <= 4 && !d.apart(i):
		bonus--
	case n > 16:
		bonus -= 0.25 * float64(n-16) // a lead
	}
	if u.marks >= 2 {
		bonus -= 1.5 // the way to a headline
	}
	return bonus - 0.06*float64(min(max(d.from-i, 0), 60))
}

// seenTwice reports whether a line stands elsewhere too, as it is or with a
// site's name behind it.
func (d *draft) seenTwice(i int) bool {
	u := &d.units[i]
	for j := range d.units {
		if j != i && u.words != "" && strings.HasPrefix(d.units[j].words, u.words) {
			return true
		}
	}
	return false
}

// datedBelow reports whether a date or a byline follows within a few lines.
func (d *draft) datedBelow(i int) bool {
	near := i + 3
	for j := i + 1; j < len(d.units) && j <= near; j++ {
		if d.units[j].dated {
			return true
		}
		if near < i+6 && (labelsAuthor(d.units[j].words) || isName(d.units[j].Text)) {
			near++
		}
		if names, _, sure := byline(d.units[j].Text); sure && len(names) > 0 && d.units[j].shape.words < 12 {
			return true
		}
	}
	return false
}
