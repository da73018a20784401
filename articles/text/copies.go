package text

import (
	"strings"

	"broadsheet/articles"
)

// cutCopies cuts what says again what the story says: the same paragraph a
// second time, and a short line that stands word for word in a paragraph, as
// pull-quotes and captions do.
func (d *draft) cutCopies() {
	seen := map[string]int{}
	d.doubled = d.countDoubled()
	d.countSaid()
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.title || u.dek || u.shape.words < 7 {
			continue
		}
		key := u.Text
		if j, ok := seen[key]; ok {
			if j == i-1 && u.shape.words <= 60 && u.gap == 0 && d.doubled*4 < len(d.units) {
				d.units[j].drop(articles.ClassCaption) // a picture's text and its caption
			}
			// Of a pair, the one that ends a sentence among paragraphs stays.
			c := articles.ClassRepeated
			if !u.prose() || j == i-1 {
				c = articles.ClassCaption
			}
			u.drop(c)
			continue
		}
		seen[key] = i
	}
	d.cutPullQuotes()
}

// countSaid counts short lines that no sentence ends. What a story says three
// times word for word, its page says.
func (d *draft) countSaid() {
	d.said = map[string]int{}
	for i := range d.units {
		if u := &d.units[i]; !u.cut && !u.title && !u.terminal && !u.colon && u.digits == 0 && u.shape.words >= 2 && u.shape.words <= 8 && !listItem(u.Text) {
			d.said[u.words]++
		}
	}
}

// countDoubled counts the lines that stand twice, one right below the other.
func (d *draft) countDoubled() int {
	n := 0
	for i := 1; i < len(d.units); i++ {
		if d.units[i].Text == d.units[i-1].Text {
			n++
		}
	}
	return n
}

// maxCompared bounds the work of looking for lines within paragraphs.
const maxCompared = 400

func (d *draft) cutPullQuotes() {
	if len(d.units) > maxCompared {
		return
	}
	var story []string
	var blooms []bloom
	for i := range d.units {
		u := &d.units[i]
		if u.cut || u.title || u.dek || u.shape.words < 7 || u.shape.words > 40 || !d.amongProse(i) || u.words == "" || !d.quotable(i) {
			continue
		}
		if u.alone = u.alone || !d.saidElsewhere(i); u.alone {
			continue
		}
		if story == nil {
			story = d.folded()
			blooms = make([]bloom, len(story))
			for j, s := range story {
				blooms[j] = bloomOf(s)
			}
		}
		own := bloomOf(u.words)
		for j, s := range story {
			if j != i && !d.units[j].cut && len(s) > len(u.words)+20 && blooms[j].holds(own) && strings.Contains(s, strings.TrimSpace(u.words)) {
				u.drop(articles.ClassPullQuote)
				break
			}
		}
	}
}

// saidElsewhere is a quick no: the long words of a pull-quote stand in one
// paragraph, all of them.
func (d *draft) saidElsewhere(i int) bool {
	var words [6]string
	n := 0
	for w := range strings.SplitSeq(d.units[i].words, " ") {
		if len(w) >= 6 && asciiOnly(w) && strings.IndexByte(w, '\'') < 0 {
			words[n] = w[1:] // its first letter may be a capital
			if n++; n == len(words) {
				break
			}
		}
	}
	rare := rarest(words[:n])
	for j := range d.units {
		u := &d.units[j]
		if j == i || u.cut || u.title || len(u.Text) < len(d.units[i].words) {
			continue
		}
		s, all := u.Text[:min(len(u.Text), maxFolded)], true
		if u.upper <= 8 && !strings.Contains(s, rare) {
			continue
		}
		for k := 0; k < n && all; k++ {
			all = strings.Contains(s, words[k]) || u.upper > 8 && strings.Contains(s, strings.ToUpper(words[k]))
		}
		if all {
			return true
		}
	}
	return false
}

// rarest is the end of one of the words, of four letters at least, that begins
// with the letter which stands in the fewest words of all.
func rarest(words []string) string {
	const commonFirst = "etaoinsrhldcumfpgwybvkxjqz"
	best, at := "", -1
	for _, w := range words {
		for i := 0; i+4 <= len(w); i++ {
			if rank := strings.IndexByte(commonFirst, w[i]); rank > at {
				best, at = w[i:], rank
			}
		}
	}
	return best
}

// quotable reports a line that may be a pull-quote: no blank-line paragraph
// of several sentences, and not the lead.
func (d *draft) quotable(i int) bool {
	u := &d.units[i]
	return u.sentence <= 1 && i > d.first
}

// maxFolded is how much of a paragraph is looked through for pull-quotes.
const maxFolded = 6000

func (d *draft) folded() []string {
	story := make([]string, len(d.units))
	for i := range d.units {
		if u := &d.units[i]; !u.cut && !u.title {
			if story[i] = u.words; u.words == "" {
				story[i] = wordsOf(u.Text[:min(len(u.Text), maxFolded)])
			}
		}
	}
	return story
}

// bloom is a set of words, folded into bits: where one does not hold another,
// the text of the one cannot hold the text of the other.
type bloom [4]uint64

func bloomOf(words string) bloom {
	var b bloom
	h := uint32(2166136261)
	for i := range len(words) {
		if c := words[i]; c != ' ' {
			h = (h ^ uint32(c)) * 16777619
			continue
		}
		h ^= h >> 15
		b[h>>6&3] |= 1 << (h & 63)
		h = 2166136261
	}
	return b
}

func (b bloom) holds(o bloom) bool {
	for i := range b {
		if o[i]&^b[i] != 0 {
			return false
		}
	}
	return true
}

// speaks reports the line of a transcript that names who says what stands
// right below it.
func (d *draft) speaks(i int) bool {
	if i+1 >= len(d.units) || !isName(d.units[i].Text) {
		return false
	}
	next := &d.units[i+1]
	return next.gap == 0 && d.units[i].gap > 0 && !next.cut && (next.terminal || next.prose())
}
