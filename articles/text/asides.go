package text

import (
	"strings"

	"broadsheet/articles"
)

// What outlets set between the paragraphs of a story, a scrape keeps without
// the box it stood in: the points of a summary, the headline of another story
// with or without the line under it, the name of a video with its length.
// Nothing marks them but their form and what stands above and below.

const (
	asideWords     = 26 // more words are a paragraph
	asideHeadline  = 8  // fewer words may head a part of the story
	asideHeadlines = 2  // more lines of this form are the story's own headings
	asideDek       = 10 // fewer words under a headline may be a verse
)

// cutAsides cuts them from a text whose paragraphs stand apart.
func (d *draft) cutAsides() {
	if d.page || d.wire {
		return
	}
	d.cutHighlights()
	d.cutTeasers()
	if !d.spaced {
		return
	}
	for i := d.first + 1; i < d.last; i++ {
		if u := &d.units[i]; !u.cut && d.videoTitle(i) {
			u.drop(articles.ClassGallery)
		}
	}
	for _, i := range d.looseHeadlines() {
		d.addRelated(entryTitle(d.units[i].Text), d.units[i].URL)
		d.units[i].drop(articles.ClassRelated)
	}
	for i := d.first + 1; i < d.last; i++ {
		if u := &d.units[i]; !u.cut && d.headlineWithLine(i) {
			d.addRelated(withoutKicker(u.Text), u.URL)
			u.drop(articles.ClassRelated)
			d.units[i+1].drop(articles.ClassRelated)
		}
	}
}

// cutHighlights cuts the points of a summary behind the one that names it:
// they end without a full stop, and the first line that has one is the story.
func (d *draft) cutHighlights() {
	for i := 0; i+1 < len(d.units) && i <= d.first+3; i++ {
		if u := &d.units[i]; u.title || u.cue.class != articles.ClassLabel || u.cue.how != '^' || u.cue.strength < 9 || !strings.HasPrefix(u.words, "story highlights ") {
			continue
		}
		d.units[i].drop(articles.ClassLabel)
		for j := i + 1; j+1 < len(d.units) && j <= i+6; j++ {
			if u := &d.units[j]; u.terminal || u.colon || u.shape.words > asideWords || u.Kind != Para {
				return
			}
			d.units[j].drop(articles.ClassLabel)
		}
		return
	}
}

// looseHeadlines are the headlines of other stories that stand alone between
// paragraphs, in the style of English headlines. Where the story has headings
// of its own, or more of these than an outlet sets, they are left to it.
func (d *draft) looseHeadlines() []int {
	var found []int
	for i := 1; i+1 < len(d.units) && i < d.last; i++ {
		u := &d.units[i]
		if u.cut || u.title || u.prose() || u.colon || u.Kind != Para || u.cue.strength >= 6 || !d.apart(i) {
			continue
		}
		if i <= d.first || u.shape.words < asideHeadline || !u.titled() || u.shouted() || u.digits > 3 || listItem(u.Text) {
			if !u.terminal && u.shape.words >= 2 && u.shape.words <= asideWords {
				return nil // a heading of the story's own
			}
			continue
		}
		if u.shape.words <= asideWords && u.entry() && (!u.terminal || u.stop == '?') && plainLine(u.Text) && !creditEnd(u) && d.units[i-1].confident() && d.units[i+1].confident() {
			found = append(found, i)
		}
	}
	if len(found) > asideHeadlines {
		return nil
	}
	return found
}

// plainLine reports a line that opens with a word and is neither signed nor
// quoted, as the lines of posts and lists are.
func plainLine(s string) bool {
	return letterAt(s, 0) && !strings.ContainsAny(s, "@#|—(\"“")
}

// headlineWithLine reports a block of two lines between paragraphs: the
// headline of another story and what it is about, neither with a full stop.
func (d *draft) headlineWithLine(i int) bool {
	if i+2 >= len(d.units) || i == 0 {
		return false
	}
	u, dek, below := &d.units[i], &d.units[i+1], &d.units[i+2]
	if u.gap == 0 || dek.gap > 0 || below.gap == 0 || dek.cut || !d.units[i-1].confident() || !below.confident() {
		return false
	}
	bare := func(u *unit) bool {
		return !u.terminal && !u.colon && u.Kind == Para && u.cue.strength < 6 && u.digits < 5 && !listItem(u.Text) && plainLine(u.Text) && u.stop != ','
	}
	return bare(u) && bare(dek) && u.headline() && u.shape.words >= 4 && u.shape.words <= 20 && dek.shape.words >= asideDek && dek.shape.words <= 40 && !saysAgain(u.words, dek.words)
}

// saysAgain reports whether a line is made of the words of the one above it.
func saysAgain(above, line string) bool {
	n, shared := 0, 0
	for w := range strings.FieldsSeq(line) {
		n++
		if strings.Contains(" "+above, " "+w+" ") {
			shared++
		}
	}
	return shared*2 > n
}

// withoutKicker is a headline without the word for its kind before it.
func withoutKicker(s string) string {
	kind, title, ok := strings.Cut(s, " ")
	switch kind {
	case "Analysis", "Opinion", "Explainer", "Interview", "Review", "Profile":
		if ok && strings.Contains(title, " ") {
			return title
		}
	}
	return s
}

// videoTitle reports a line that is the title of a video with its length
// behind it: "Harbour inquiry hears the pilot 1:58".
func (d *draft) videoTitle(i int) bool {
	u := &d.units[i]
	at := strings.LastIndexByte(u.Text, ' ')
	if at < 0 || u.terminal || u.prose() || u.shape.words < 4 || u.shape.words > asideWords || !letterAt(u.Text, 0) {
		return false
	}
	min, sec, ok := strings.Cut(u.Text[at+1:], ":")
	if !ok || len(sec) != 2 || len(min) == 0 || len(min) > 2 || figures(min) != min || figures(sec) != sec || sec[0] > '5' {
		return false
	}
	before := wordsOf(u.Text[:at])
	switch last := before[strings.LastIndexByte(strings.TrimSuffix(before, " "), ' ')+1:]; last {
	case "at ", "by ", "from ", "until ", "to ", "till ", "and ", "of ":
		return false // a time of day
	}
	return true
}

// cutTeasers cuts the lines below the story that were cut short, as lists of
// other stories have them: three and more running, or one under a headline.
func (d *draft) cutTeasers() {
	from := len(d.units)
	for from > d.first+1 && teaser(&d.units[from-1]) {
		from--
	}
	n := len(d.units) - from
	if n == 0 || n < teasers && (n > 1 || !d.bareHeadline(from-1)) {
		return
	}
	if d.bareHeadline(from - 1) {
		from--
	}
	for i := from; i < len(d.units); i++ {
		d.units[i].drop(articles.ClassMostRead)
	}
}

// teasers is how many lines cut short make a list of other stories.
const teasers = 3

// teaser reports a line of one sentence that was cut short.
func teaser(u *unit) bool {
	return u.truncated() && u.Kind == Para && u.shape.words >= 8 && u.shape.words <= 40 && u.sentence <= 1 && !strings.ContainsAny(u.Text[:1], "\"'")
}

// bareHeadline reports a line below the first paragraph that could be the
// headline of another story.
func (d *draft) bareHeadline(i int) bool {
	if i <= d.first {
		return false
	}
	u := &d.units[i]
	return !u.cut && !u.terminal && !u.colon && u.Kind == Para && u.headline() && u.shape.words >= 5 && u.cue.strength < 6 && plainLine(u.Text)
}
