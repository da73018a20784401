package text

import "broadsheet/articles"

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
	return !u.cut && u.entry() && !u.terminal && u.titled() && u.shape.words >= 5 && u.cue.strength < 6 && u.Kind == Para
}
