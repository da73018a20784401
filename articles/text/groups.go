package text

import (
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
)

// cutGroups cuts lines that stand together, without a blank line between
// them, in a text whose paragraphs stand apart: an advert's label with its
// text, a block of headlines.
func (d *draft) cutGroups() {
	if !d.spaced {
		return
	}
	for i := 0; i < len(d.units); {
		end := i + 1
		for end < len(d.units) && d.units[end].gap == 0 {
			end++
		}
		if end-i >= 2 && i > 0 && i+1 < len(d.units) && end-i <= 12 {
			d.cutGroup(i, end)
		}
		i = end
	}
}

func (d *draft) cutGroup(from, to int) {
	u := &d.units[from]
	if u.cut || u.title || from < d.first {
		return
	}
	if u.cue.class == articles.ClassAdvert && u.cue.strength >= 7 && u.shape.words <= 10 && !u.terminal && to-from <= 5 {
		for i := from; i < to; i++ {
			if i == to-1 && d.units[i].prose() && (d.units[i].shape.words > 45 || strings.ContainsAny(d.units[i].Text, "“”\"")) {
				break // the story goes on right below
			}
			d.units[i].drop(articles.ClassAdvert)
		}
		return
	}
	// The last line of the block may be the story's own paragraph.
	heads := from
	for heads < to && d.headlineInBlock(heads) {
		heads++
	}
	if heads-from < 2 || to-heads > 1 || to-heads == 1 && !d.units[heads].prose() {
		return
	}
	for i := from; i < heads; i++ {
		d.addRelated(entryTitle(d.units[i].Text), d.units[i].URL)
		d.units[i].drop(articles.ClassRelated)
	}
}

// headlineInBlock reports a line in the style of English headlines.
func (d *draft) headlineInBlock(i int) bool {
	u := &d.units[i]
	if r, _ := utf8.DecodeRuneInString(u.Text); strings.ContainsRune("\"“”„«", r) && strings.ContainsRune("\"“”»", lastRune(u.Text)) {
		return false // what a picture shows, not what a story is called
	}
	return !u.cut && u.entry() && !u.terminal && u.titled() && u.shape.words >= 5 && u.cue.strength < 6 && u.Kind == Para
}

func lastRune(s string) rune {
	r, _ := utf8.DecodeLastRuneInString(s)
	return r
}

// cutBlocks cuts the lines of a block that stand beside cut ones: a prompt on
// several lines of which only some say so. A block is what no blank line
// parts, in a text whose paragraphs stand apart.
func (d *draft) cutBlocks() {
	if !d.spaced || d.page {
		return
	}
	for i := 0; i < len(d.units); {
		end := i + 1
		for end < len(d.units) && d.units[end].gap == 0 {
			end++
		}
		if n := end - i; n >= 3 && n <= 12 && i > d.first {
			d.cutBlock(i, end)
		}
		i = end
	}
}

func (d *draft) cutBlock(from, to int) {
	marked := 0
	var class articles.Class
	last := to
	for i := from; i < to; i++ {
		u := &d.units[i]
		switch {
		case u.cue.strength >= 8 && u.shape.words <= 14:
			marked++
			if class == "" || u.cue.class == articles.ClassNewsletter {
				class = u.cue.class
			}
		case i == to-1 && u.prose():
			last = i // the story goes on right below
		case u.shape.words > 14 || u.title:
			return
		}
	}
	if marked*2 < last-from || marked < 2 {
		return
	}
	for i := from; i < last; i++ {
		d.dropAs(i, class)
	}
}
