package text

import (
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// unit is a block under judgement.
type unit struct {
	Block
	shape
	cue   cue
	words string // the words alone, folded, for comparing; "" for long prose
	stop  rune   // what it ends in, but for quotes and brackets

	class articles.Class // why it goes
	cut   bool
	title bool // it is the headline
	dek   bool // it is the line under the headline
	parts []part
	date  articles.Date // a date that is most of the unit
	dated bool
}

// part is a piece of a unit that goes while the unit stays.
type part struct {
	start, end int // bytes of Text
	class      articles.Class
}

// maxCued bounds the lines whose words are looked at one by one.
const maxCued = 420

func newUnit(b Block) unit {
	u := unit{Block: b, shape: shapeOf(b.Text)}
	if u.EndLine < u.Line {
		u.EndLine = u.Line
	}
	u.stop = stopOf(b.Text)
	if len(b.Text) <= maxCued {
		f := folded(b.Text)
		u.words = bare(f)
		u.cue = cueOf(u.words, f, u.dense && u.shape.words <= 25)
	}
	return u
}

// findDate reads the date of a unit where the unit is little else.
func (u *unit) findDate(h dates.Hint) {
	if u.digits == 0 && !u.dense || u.shape.words > 28 || u.terminal && u.shape.words > 14 {
		return
	}
	d, start, end, ok := dates.Find(u.Text, h)
	if !ok || d.Precision() < articles.Day {
		return
	}
	rest := u.letters - letters(u.Text[start:end])
	if rest <= 12 || rest <= letters(u.Text[start:end])*2+8 || u.cue.class == articles.ClassLabel {
		u.date, u.dated = d, true
	}
}

func letters(s string) int {
	n := 0
	for _, r := range s {
		if scriptOf(r) != other && scriptOf(r) != mark || r|0x20 >= 'a' && r|0x20 <= 'z' && r < 0x80 {
			n++
		}
	}
	return n
}

// stopOf is the last character of a line but for quotes and brackets.
func stopOf(s string) rune {
	for s != "" {
		r, n := utf8.DecodeLastRuneInString(s)
		if !strings.ContainsRune("\"'”’»)]} ", r) {
			return r
		}
		s = s[:len(s)-n]
	}
	return 0
}

// confident reports running text that nothing speaks against.
func (u *unit) confident() bool { return u.prose() && u.cue.strength < 6 && !u.dated }

// size is the weight of a unit in words, at most that of a long paragraph.
func (u *unit) size() int { return min(u.shape.words, 80) }

func (u *unit) drop(c articles.Class) {
	if !u.cut {
		u.cut, u.class = true, c
	}
}

// entry reports whether the unit could be a headline in a list.
func (u *unit) entry() bool {
	if u.dated && u.shape.words < 8 || u.Kind == Pre {
		return false
	}
	return u.headline() && (u.stop != '.' && u.stop != '。' || u.titled()) && u.stop != ':'
}
