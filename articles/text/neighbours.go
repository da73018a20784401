package text

import (
	"strings"

	"broadsheet/articles"
)

// neighbours cuts what is left standing between cuts above the story and
// below it: short lines that no sentence ends.
func (d *draft) neighbours() bool {
	any := false
	for i := range d.units {
		u := &d.units[i]
		if !u.cut && !u.title && u.cue.whole && u.shape.words == 1 && (u.cue.class == articles.ClassGallery || u.cue.class == articles.ClassPhotoCredit) && i+1 < len(d.units) && d.units[i+1].cut && d.units[i+1].class == articles.ClassCaption {
			u.drop(articles.ClassGallery) // "Photo", over its caption
			any = true
		}
		if !u.cut && !u.title && (d.creditAbove(i) && d.units[i-1].shape.words > 2 || d.captionAbove(i)) {
			u.drop(articles.ClassCaption)
			any = true
		}
		if u.cut || u.title || u.dek || u.terminal || d.isSettled(i) || u.prose() || u.colon && i < d.last || u.Kind == List || u.Kind == Heading || listItem(u.Text) {
			continue
		}
		if i >= d.first && i < d.tail && !d.creditBelow(i) {
			continue
		}
		before, after := i == 0 || d.units[i-1].cut || d.units[i-1].title, i+1 >= len(d.units) || d.units[i+1].cut
		switch {
		case i >= d.tail && (before && after || after && i+1 < len(d.units) || before && u.shape.words <= 3):
		case i < d.first && i > d.title && before && after && i+1 < len(d.units) && u.shape.words <= 30:
		case i >= d.first && i < d.tail && d.creditBelow(i):
		default:
			continue
		}
		u.drop(articles.ClassCaption)
		any = true
	}
	return any
}

// creditBelow reports a caption: the credit of its picture stands on the next
// line.
func (d *draft) creditBelow(i int) bool {
	if i+1 >= len(d.units) {
		return false
	}
	next := &d.units[i+1]
	return next.cut && (next.class == articles.ClassPhotoCredit || next.class == articles.ClassGallery && next.cue.whole) && next.gap == 0 && d.spaced && d.units[i].shape.words < 30
}

// captionAbove reports a sentence whose next line, the last of their block,
// is the credit of its picture.
func (d *draft) captionAbove(i int) bool {
	if i+2 >= len(d.units) || !d.spaced {
		return false
	}
	u, next := &d.units[i], &d.units[i+1]
	return u.gap > 0 && next.cut && next.class == articles.ClassPhotoCredit && next.gap == 0 && next.shape.words <= 10 && d.units[i+2].gap > 0 && u.shape.words < 50 && u.sentence <= 1
}

// creditAbove reports a caption under the credit of its picture.
func (d *draft) creditAbove(i int) bool {
	if i == 0 || i+1 >= len(d.units) {
		return false
	}
	u, prev := &d.units[i], &d.units[i-1]
	return prev.cut && prev.class == articles.ClassPhotoCredit && prev.shape.words <= 8 && u.gap == 0 && prev.gap > 0 && d.units[i+1].gap > 0 && d.spaced && u.shape.words < 45 && u.sentence <= 1
}

// stray reports a line within the story of a page that is neither running
// text nor heads any.
func (d *draft) stray(i int) bool {
	u := &d.units[i]
	if u.terminal || u.colon && u.shape.words > 3 || u.prose() || u.Kind == List || u.Kind == Quote || listItem(u.Text) || d.speaks(i) && d.said[u.words] >= 2 {
		return false
	}
	above, below := d.past(i, -1), d.past(i, 1)
	before, after := above >= 0 && d.paragraph(above), below < len(d.units) && d.paragraph(below)
	if i < d.first {
		return u.label() || u.shape.words < 8
	}
	if u.shape.words == 1 && u.digits > 0 {
		return true
	}
	if u.shape.words >= 14 {
		return false // too long for a menu
	}
	if before && after || d.listed(i) {
		return false
	}
	if i < d.last && d.blockOfText(i) || i > d.last && u.shape.words >= 4 || d.isSettled(i) {
		return false
	}
	if i < d.last && before && d.unstopped(i) {
		return false
	}
	// The last of several short lines may still head the paragraph below it.
	heads := after && d.units[below].confident() && above > 0 && u.shape.words >= 2 && u.shape.words <= 12 && u.cue.strength == 0 && d.paragraph(above-1) && d.said[u.words] < 2
	return !heads
}

// past is the nearest unit in one direction, but for what outlets set between
// the paragraphs of a story and was cut.
func (d *draft) past(i, step int) int {
	const between = 200 // lines; a file may hold nothing else
	from := i
	for i += step; i >= 0 && i < len(d.units) && d.units[i].cut && i-from <= between && from-i <= between; i += step {
		switch d.units[i].class {
		case articles.ClassRelated, articles.ClassAdvert, articles.ClassPhotoCredit, articles.ClassCaption:
			continue
		}
		break
	}
	return i
}

// listed reports whether the unit belongs to a list that a line ending in a
// colon opened a few lines above.
func (d *draft) listed(i int) bool {
	for j := i - 1; j >= d.first && j >= i-15; j-- {
		u := &d.units[j]
		switch {
		case u.colon && u.shape.words >= 4 && u.cue.strength < 6 && !u.cut:
			return true
		case u.terminal || u.prose() || u.cut && u.class != articles.ClassNav || u.cue.strength >= 6:
			return false
		}
	}
	return false
}

// paragraph reports a unit that stays and reads as running text.
func (d *draft) paragraph(i int) bool {
	u := &d.units[i]
	return !u.cut && !u.title && (u.terminal || u.prose() || u.colon)
}

// amongProse reports whether running text, or what went, stands on both sides
// of a unit.
func (d *draft) amongProse(i int) bool {
	side := func(j int) bool {
		return j < 0 || j >= len(d.units) || d.units[j].cut || d.units[j].prose() || d.units[j].terminal && d.units[j].shape.words > 4
	}
	return side(i-1) && side(i+1)
}

// blockOfText reports whether a unit stands in a block, without a blank line,
// of lines that are too long for a menu: verses, a list, a table.
func (d *draft) blockOfText(i int) bool {
	if !d.spaced {
		return false
	}
	from, to := i, i+1
	for from > d.from && d.units[from].gap == 0 {
		from--
	}
	for to < d.to && d.units[to].gap == 0 {
		to++
	}
	long := 0
	for j := from; j < to; j++ {
		switch u := &d.units[j]; {
		case u.cue.strength >= 8 || u.dated && u.shape.words < 5:
			return false
		case u.shape.words >= 4 || u.terminal || u.digits > 0:
			long++
		}
	}
	return to-from >= 2 && long*3 >= (to-from)*2
}

// unstopped reports a line that reads as a sentence which lost its full stop:
// few of its words have capitals, and nothing says what else it could be.
func (d *draft) unstopped(i int) bool {
	u := &d.units[i]
	return u.shape.words >= 6 && u.capped*2 < u.long && u.cue.strength == 0 && d.units[i+1].cue.strength < 6 && !strings.Contains(u.Text, "©")
}
