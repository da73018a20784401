package text

import (
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
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
	asked bool // whether it is dated was looked into
	alone bool // no paragraph says what it says
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
		u.words = wordsOf(b.Text)
		u.cue = cueOf(u.words, b.Text, u.dense && u.shape.words <= 25)
		if u.cue.strength < 9 && u.marks > 0 && u.shape.words <= 24 && !u.terminal {
			if row := rowCue(b.Text); row.strength > u.cue.strength {
				u.cue = row
			}
		}
		u.doubt()
	}
	return u
}

// again is the unit as the next round should see it: unjudged, and read anew
// where its text changed.
func (u *unit) again(b Block) unit {
	if b.Text != u.Text {
		return newUnit(b)
	}
	next := *u
	next.Block, next.class, next.cut, next.title, next.dek = b, "", false, false, false
	return next
}

// doubt takes back a cue where the phrase wants company that is not there: a
// colon behind a label, brevity, no full stop.
func (u *unit) doubt() {
	c := &u.cue
	if c.whole && u.terminal && u.shape.words <= 3 && (c.class == articles.ClassNav || c.class == articles.ClassCookie || c.class == articles.ClassLabel) {
		c.strength = 0 // "Yes." is an answer, not a button
	}
	if c.strength == 0 || c.whole {
		return
	}
	if c.how == '^' && u.terminal && u.shape.words > 4 && u.narrates() && !u.labelled(0) {
		c.strength = min(c.strength, 3)
	}
	u.doubtClass(c)
	u.doubtPrompt(c)
}

// doubtClass is what the phrases of one class want.
func (u *unit) doubtClass(c *cue) {
	switch c.class {
	case articles.ClassSyndication:
		if c.how == '~' && english(u.words) && !ofThisText(u.words) {
			c.strength = min(c.strength, 4)
		}
	case articles.ClassDisclaimer:
		if c.how == '^' && c.end == 1 && u.terminal && u.shape.words > 4 && !u.labelled(0) {
			c.strength = min(c.strength, 4)
		}
	case articles.ClassCopyright:
		if u.shape.words <= 5 && u.digits < 4 && c.how == '^' && !u.terminal {
			c.class, c.strength = articles.ClassPhotoCredit, 9 // © Somebody, under a picture
		}
	case articles.ClassRelated, articles.ClassTags, articles.ClassSourceCredit:
		if c.class == articles.ClassSourceCredit && u.colon {
			c.strength = min(c.strength, 4) // it leads into what was said there
		}
		if c.how == '^' && !u.labelled(1) && (u.shape.words > 4 || c.class == articles.ClassRelated) {
			c.strength = 0
		}
	case articles.ClassMostRead:
		if c.how == '^' && u.terminal {
			c.strength = 0
		}
	case articles.ClassPhotoCredit:
		switch {
		case c.how == '$' && (u.terminal || u.colon) && u.shape.words > 4, c.how == '$' && u.shape.words > 40:
			c.strength = 0
		case c.how == '^' && u.labelled(1) && u.shape.words <= 20:
			c.strength = 10
		case c.how == '^' && u.terminal && u.shape.words > 8:
			c.strength -= 3
		}
	case articles.ClassContributorCredit, articles.ClassAuthorBio:
		if u.shape.words > 60 {
			c.strength = 0
		}
	}
}

// doubtPrompt is what a line must be to be all prompt: addressed to the
// reader in every sentence. Of another only those sentences go that are.
func (u *unit) doubtPrompt(c *cue) {
	certain := c.how == '~' && c.strength == 10
	if c.strength > 0 && (u.terminal || u.colon) && u.shape.words > 9 && promptClass(c.class) && !certain && english(u.words) && !speaksToReader(u.words) {
		c.strength = min(c.strength, 3)
	}
	if c.strength > 0 && u.shape.words > 8 && promptClass(c.class) && c.how != '$' && !certain && (u.terminal || c.hits < 3) && english(u.words) {
		if parts, whole := u.prompts(); !whole {
			u.parts = append(u.parts, parts...)
			c.strength = min(c.strength, 4)
		} else if all := sentences(u.Text); c.class == articles.ClassCommentPrompt && len(all) > 1 && all[0].end < 40 && questions(u.Text, all) {
			c.strength = max(c.strength, 8) // "What do you think? Should he go?"
		}
	}
}

// narrates reports a sentence that tells of somebody, and so is no button,
// though its first word is one. Of questions only that in which somebody spoke
// is such a sentence: prompts ask about people too.
func (u *unit) narrates() bool {
	words := " " + u.words
	if u.stop == '?' || u.stop == '!' {
		return strings.Contains(words, " said ")
	}
	if u.cue.end > 1 {
		return false
	}
	for _, w := range [...]string{" said ", " was ", " were ", " had ", " he ", " she ", " they ", " his "} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// ofThisText reports words for the text that they stand in.
func ofThisText(words string) bool {
	for w := range strings.SplitSeq(words, " ") {
		switch w {
		case "this", "article", "post", "story", "piece", "column", "essay", "report", "interview", "version", "excerpt", "review", "permission":
			return true
		}
	}
	return false
}

// english reports whether a line holds the words English cannot do without.
func english(words string) bool {
	for _, w := range [...]string{" the ", " of ", " to ", " and ", " is ", " in ", " for "} {
		if strings.Contains(words, w) {
			return true
		}
	}
	return false
}

// speaksToReader reports whether a line addresses who reads it.
func speaksToReader(words string) bool {
	if opensPrompt(words) {
		return true
	}
	for w := range strings.SplitSeq(words, " ") {
		switch w {
		case "you", "your", "us", "our", "we", "here", "below", "you're", "you've", "click", "watch", "please":
			return true
		}
	}
	return false
}

// labelled reports whether a colon or its like stands behind the phrase that
// opens the unit, with so many words between at most.
func (u *unit) labelled(between int) bool {
	words := 0
	for i, r := range u.Text {
		switch {
		case r == ' ':
			words++
		case r == ':' && !strings.HasPrefix(u.Text[i:], "://") || r == '：' || r == '|' || r == '»' || r == '›' || r == '–' && words > 0 && i > 0 && u.Text[i-1] == ' ':
			return words < u.cue.end+between+1
		}
		if words > u.cue.end+2 {
			return false
		}
	}
	return false
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
