package text

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// head finds the headline among the units: in a scrape the first line, if it
// reads like one; in a copy of a page the line above the story that the
// story's own words speak for. It returns -1 where there is none.
func (d *draft) findTitle() int {
	if d.opts.Title != "" {
		return -1
	}
	if d.page {
		return d.pageTitle()
	}
	for i := range d.units {
		u := &d.units[i]
		if i > 5 {
			return -1
		}
		if u.cut || u.dated && u.shape.words < 9 || stampLine(u) {
			continue
		}
		if i+1 < len(d.units) && u.cue.strength >= 9 && u.shape.words < 12 && (u.cue.whole || u.cue.how == '^') && !sameWords(u, &d.units[i+1]) && !d.repeatedBelow(i) {
			continue
		}
		if i == 0 && i+1 < len(d.units) {
			if names, rest, sure := byline(u.Text); sure && len(names) > 0 && len(rest) < 60 && u.shape.words < 14 {
				continue
			}
		}
		if d.titleLike(i) && !d.announces(i) {
			return i + d.trailTo(i)
		}
		if !d.announces(i) {
			return -1
		}
	}
	return -1
}

// announces reports a line that names several stories between marks of their
// own: "Depot burns +++ Trams return +++ News from Karsk".
func (d *draft) announces(i int) bool {
	return strings.Contains(d.units[i].Text, " +++ ") && i+1 < len(d.units) && d.titleLike(i+1)
}

// trailTo is 1 where a line is the way to the headline below it, which lost
// its marks: "HomeWorldTrams return to Karsk".
func (d *draft) trailTo(i int) int {
	if i+1 < len(d.units) && trailsTo(&d.units[i], &d.units[i+1]) {
		d.units[i].drop(articles.ClassNav)
		return 1
	}
	return 0
}

// trailsTo reports whether a line ends in all of another, glued to it.
func trailsTo(u, headline *unit) bool {
	rest, ok := strings.CutSuffix(u.Text, headline.Text)
	if !ok || rest == "" || headline.shape.words < 3 || strings.HasSuffix(rest, " ") {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(rest)
	return unicode.IsLetter(last) && len(rest) < 120
}

// repeatedBelow reports whether the line opens one of the next.
func (d *draft) repeatedBelow(i int) bool {
	for j := i + 1; j < len(d.units) && j < i+5; j++ {
		if d.units[i].shape.words > 3 && strings.Contains(d.units[j].words, d.units[i].words) {
			return true
		}
	}
	return false
}

// titleLike reports whether the unit reads as a headline over what follows.
func (d *draft) titleLike(i int) bool {
	u := &d.units[i]
	if i+1 >= len(d.units) || u.Kind == Pre || u.Kind == Quote {
		return false
	}
	next := &d.units[i+1]
	if sameWords(u, next) && u.words != "" || onlyURL(next.Text) && u.shape.words < 40 {
		return true
	}
	if u.shape.words > 40 || u.runes > 260 || u.letters == 0 || u.shape.words < 2 && !u.dense {
		return false
	}
	switch u.stop {
	case '.', '。':
		if u.sentence > 0 && !u.titled() || !u.titled() && !(u.shape.words <= 14 && next.gap > 0 && d.titleByRest(i)) {
			return false
		}
	case ',', ';':
		return false
	case '-', '–':
		if !strings.HasSuffix(u.Text, " -") && !strings.HasSuffix(u.Text, " –") {
			return false
		}
	case ':':
		return u.titled()
	}
	if u.shouted() && u.shape.words <= 3 && strings.Contains(u.Text, ",") {
		return false // a dateline on a line of its own
	}
	if !u.titled() && (u.sentence > 1 || u.sentence == 1 && u.shape.words > 24) {
		return false
	}
	return d.longerBelow(i)
}

// titleByRest reports whether a first line that ends in a full stop is still
// more headline than lead: it stands apart or has no article, and the lines
// below it are all far longer.
func (d *draft) titleByRest(i int) bool {
	u, next := &d.units[i], &d.units[i+1]
	apart := next.gap > 1 && (i+2 >= len(d.units) || d.units[i+2].gap < next.gap)
	for _, w := range [...]string{" the ", " a ", " an ", " is ", " are ", " was ", " were ", " have ", " has "} {
		if strings.Contains(" "+u.words, w) && !apart {
			return false
		}
	}
	n, long := 0, 0
	for j := i + 1; j < len(d.units) && n < 5; j++ {
		n++
		if d.units[j].shape.words*2 >= 5*u.shape.words {
			long++
		}
	}
	return long*5 >= n*4
}

// longerBelow reports whether running text follows, now or after the lines
// that stand between a headline and its story.
func (d *draft) longerBelow(i int) bool {
	for j := i + 1; j < len(d.units) && j < i+14; j++ {
		if d.units[j].prose() || d.units[j].shape.words > d.units[i].shape.words {
			return true
		}
	}
	return false
}

func sameWords(a, b *unit) bool {
	return a.words != "" && a.words == b.words && (a.digits == 0 || figures(a.Text) == figures(b.Text))
}

// figures are the digits of a line.
func figures(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
