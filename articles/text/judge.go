package text

import (
	"strings"

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
	case n <= 30:
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

// special recognises what no phrase can: by form alone.
func (d *draft) special(i int) (articles.Class, bool) {
	u := &d.units[i]
	s := u.Text
	switch {
	case phpNotice(s):
		return articles.ClassDebugDump, true
	case u.letters == 0 && (u.digits == 0 || u.digits >= 5 && !strings.ContainsAny(s, ":.,-") || d.page && u.shape.words <= 2):
		return articles.ClassLabel, true
	case strings.HasPrefix(s, "× ") || strings.HasPrefix(s, "✕ "):
		return articles.ClassPromo, true
	case onlyURL(s), strings.HasPrefix(s, "[youtube ") || strings.HasPrefix(s, "[embed]"):
		return articles.ClassURL, true
	case strings.HasPrefix(s, "<iframe") || strings.HasPrefix(s, "<script") || strings.HasPrefix(s, "<a href") || strings.HasPrefix(s, "<div"):
		return articles.ClassPromo, strings.HasSuffix(s, ">")
	case i > d.first && signOff(s, i >= d.tail && !d.units[i-1].label() && (i+1 == len(d.units) || !d.units[i+1].label())):
		return articles.ClassSignOff, true
	case u.dated && (i >= d.tail || d.page) && u.shape.words <= 12 && !u.terminal:
		d.publish(u.date, u.words)
		return articles.ClassDate, true
	case i >= d.tail && !u.prose() && d.tailByline(u):
		return articles.ClassByline, true
	case strings.Contains(s, "Image copyright") || strings.Contains(s, "Image caption") || strings.Contains(s, "Media caption"):
		return articles.ClassPhotoCredit, u.shape.words < 40
	case slashCredit(s) && u.shape.words < 70:
		if u.shape.words > 9 {
			return articles.ClassCaption, true
		}
		return articles.ClassPhotoCredit, true
	case u.indent == 1 && d.spaced && d.indents <= 3 && !u.terminal && u.entry() && u.shape.words >= 6 && !u.shouted() && !listItem(u.Text) && i > d.first && i < d.last:
		return articles.ClassCaption, true
	case d.titleWithin(i):
		return articles.ClassCaption, true
	case d.inTitle(i):
		return articles.ClassPullQuote, true
	case d.said[u.words] >= 3 && u.words != "" && d.amongProse(i):
		return articles.ClassRepeated, true
	case d.captionLike(i):
		return articles.ClassCaption, true
	case i >= d.tail-1 && i > d.first && d.authorBio(u):
		return articles.ClassAuthorBio, true
	case d.nameBelow(i):
		return articles.ClassByline, true
	case creditEnd(u):
		if u.shape.words > 6 {
			return articles.ClassCaption, true
		}
		return articles.ClassPhotoCredit, true
	case readMoreOf(d, i):
		return articles.ClassRelated, true
	case d.page && d.stray(i):
		return articles.ClassNav, true
	}
	return "", false
}

// amongProse reports whether running text, or what went, stands on both sides
// of a unit.
func (d *draft) amongProse(i int) bool {
	side := func(j int) bool {
		return j < 0 || j >= len(d.units) || d.units[j].cut || d.units[j].prose() || d.units[j].terminal && d.units[j].shape.words > 4
	}
	return side(i-1) && side(i+1)
}

// titleWithin reports a caption that the headline got glued to.
func (d *draft) titleWithin(i int) bool {
	u := &d.units[i]
	title := d.titleWords
	return i <= d.first+1 && len(title) > 30 && len(u.words) > len(title) && strings.HasSuffix(u.words, " "+title)
}

func onlyURL(s string) bool {
	if strings.ContainsRune(s, ' ') || len(s) < 8 {
		return false
	}
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "www.") && strings.Count(s, ".") > 1
}

// phpNotice reports the messages a PHP page prints where it fails.
func phpNotice(s string) bool {
	s = strings.TrimPrefix(strings.TrimPrefix(s, "PHP "), "<b>")
	for _, w := range [...]string{"Warning", "Notice", "Fatal error", "Parse error", "Deprecated", "Strict Standards", "Catchable fatal error"} {
		rest, ok := strings.CutPrefix(s, w)
		if !ok {
			continue
		}
		rest = strings.TrimPrefix(rest, "</b>")
		return strings.HasPrefix(rest, ":") && strings.Contains(rest, " on line ") && (strings.Contains(rest, " in ") || strings.Contains(rest, ".php"))
	}
	return strings.HasPrefix(s, "Traceback (most recent call last)") || strings.HasPrefix(s, "Stack trace:") || strings.HasPrefix(s, "#0 {main}")
}

// signOff reports the initials that end a story in many desks' style: BA/BA,
// erb/ots, (jk), -30-, ###.
func signOff(s string, tail bool) bool {
	if len(s) > 24 {
		return false
	}
	switch s {
	case "-30-", "- 30 -", "###", "#", "# # #", "--30--", "ENDS", "(END)", "/END/", "[END]", "***", "(ENDS)":
		return true
	}
	if tail && len(s) <= 3 && len(s) >= 2 && s == strings.ToUpper(s) && s[0] >= 'A' && s[0] <= 'Z' && s[len(s)-1] >= 'A' {
		return true
	}
	in := strings.Trim(s, "()[]-–— /*.")
	parts := strings.FieldsFunc(in, func(r rune) bool { return r == '/' })
	if len(parts) < 2 && !(tail && in != s && strings.ContainsAny(s, "([/")) || len(parts) > 4 {
		return false
	}
	for _, p := range parts {
		if len(p) < 2 || len(p) > 5 && !agency(p) {
			return false
		}
		for i := range len(p) {
			if c := p[i] | 0x20; c < 'a' || c > 'z' {
				return false
			}
		}
		if p != strings.ToUpper(p) && p != strings.ToLower(p) {
			return false
		}
	}
	return len(parts) > 0
}

// nameBelow reads a name that stands by itself under the story, and the line
// below it that says what its bearer is.
func (d *draft) nameBelow(i int) bool {
	u := &d.units[i]
	if i+2 < len(d.units) || i <= d.first || d.page || u.terminal {
		return false
	}
	if prev := &d.units[i-1]; i+1 == len(d.units) && prev.cut && prev.class == articles.ClassByline && u.shape.words <= 6 {
		return true
	}
	if !isName(u.Text) || len(d.out.Authors) > 0 || u.cue.strength > 0 || !d.units[i-1].prose() || u.gap == 0 && d.spaced {
		return false
	}
	if i+2 == len(d.units) {
		next := &d.units[i+1]
		if next.terminal || next.shape.words > 6 || !strings.Contains(" "+next.words, " for ") && !roleIn(next.Text) && !strings.Contains(next.words, "report") {
			return false
		}
	}
	name, _ := oneName(u.Text)
	d.addAuthors([]string{name})
	return true
}

// tailByline reads a byline below the story.
func (d *draft) tailByline(u *unit) bool {
	if u.shape.words > 14 || u.cue.class == articles.ClassPhotoCredit {
		return false
	}
	text := strings.TrimLeft(u.Text, " -–—")
	body, marked := afterBy(text)
	names, rest, _ := byline(text)
	if !marked || len(names) == 0 || body == text || strings.Count(names[0], " ") == 0 {
		if at := strings.IndexByte(u.Text, '@'); at > 0 && !strings.ContainsRune(u.Text, ' ') {
			return true // an address of the writer's
		}
		return false
	}
	if rest != "" && !roleIn(rest) && !u.dated && !strings.HasPrefix(strings.ToLower(rest), "follow") && len(rest) > 40 {
		return false
	}
	if len(d.out.Authors) == 0 {
		d.addAuthors(names)
	}
	return true
}

// creditEnd reports a caption or credit by its end: [Splash], (AP Photo/...),
// "/ Getty Images".
func creditEnd(u *unit) bool {
	if u.shape.words > 70 || u.words == "" {
		return false
	}
	s := strings.TrimRight(u.Text, " .")
	var in string
	switch {
	case strings.HasSuffix(s, "]"):
		in = s[strings.LastIndexByte(s, '[')+1 : len(s)-1]
	case strings.HasSuffix(s, ")"):
		in = s[strings.LastIndexByte(s, '(')+1 : len(s)-1]
	default:
		return strings.Contains(u.words, "getty images ") && u.shape.words < 12 && !u.terminal
	}
	if len(in) > 70 || len(in) < 2 {
		return false
	}
	if in == s[1:len(s)-1] && u.shape.words > 12 {
		return false
	}
	return creditWords(in)
}

// creditWords reports whether the text within brackets names who took a
// picture.
func creditWords(in string) bool {
	f := " " + wordsOf(in)
	for _, w := range [...]string{" getty ", " photo ", " photos ", " ap photo ", " reuters ", " afp ", " splash ", " wenn ", " rex ", " image ", " images ", " shutterstock ", " courtesy ", " wireimage ", " file ", " screenshot ", " screengrab ", " instagram ", " flickr ", " wikimedia ", " foto ", " bild ", " picture ", " pa ", " epa ", " istock ", " the washington post ", " for the washington post ", " filmmagic "} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}

// readMoreOf reports a headline above a line that only says "Read more", and
// keeps it as related.
func readMoreOf(d *draft, i int) bool {
	u := &d.units[i]
	if i+1 >= len(d.units) || i <= d.first || !u.entry() || u.shape.words < 4 || u.shape.words > 30 || u.prose() {
		return false
	}
	next := &d.units[i+1]
	if next.cue.class != articles.ClassReadMore || !next.cue.whole || next.gap > 0 {
		return false
	}
	d.addRelated(u.Text, u.URL)
	next.drop(articles.ClassReadMore)
	return true
}

// stray reports a line within the story of a page that is neither running
// text nor heads any.
func (d *draft) stray(i int) bool {
	u := &d.units[i]
	if u.terminal || u.colon && u.shape.words > 3 || u.prose() || u.Kind == List || u.Kind == Quote || listItem(u.Text) {
		return false
	}
	before, after := i > 0 && d.paragraph(i-1), i+1 < len(d.units) && d.paragraph(i+1)
	if i < d.first {
		return u.label() || u.shape.words < 8
	}
	if u.shape.words == 1 && u.digits > 0 {
		return true
	}
	if before && after || d.listed(i) {
		return false
	}
	// The last of several short lines may still head the paragraph below it.
	heads := after && d.units[i+1].confident() && i > 1 && u.shape.words >= 2 && u.shape.words <= 12 && u.cue.strength == 0 && d.paragraph(i-2) && d.said[u.words] < 2
	return !heads
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

// neighbours cuts what is left standing between cuts above the story and
// below it: short lines that no sentence ends.
func (d *draft) neighbours() bool {
	any := false
	for i := range d.units {
		u := &d.units[i]
		if !u.cut && !u.title && (d.creditAbove(i) && d.units[i-1].shape.words > 2 || d.captionAbove(i)) {
			u.drop(articles.ClassCaption)
			any = true
		}
		if u.cut || u.title || u.dek || u.terminal || u.prose() || u.colon && i < d.last || u.Kind == List || u.Kind == Heading || listItem(u.Text) {
			continue
		}
		if i >= d.first && i < d.tail && !d.between(i) {
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

// between reports a short line in the story with something cut right beside
// it, no blank line between.
func (d *draft) between(i int) bool {
	return d.creditBelow(i)
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
	return prev.cut && prev.class == articles.ClassPhotoCredit && u.gap == 0 && prev.gap > 0 && d.units[i+1].gap > 0 && d.spaced && u.shape.words < 45
}

// slashCredit reports a line that opens with who took a picture and for whom:
// "R. Tell/for the Courier The ferry ...".
func slashCredit(s string) bool {
	at := strings.IndexByte(s[:min(len(s), 50)], '/')
	if at < 4 || at+3 > len(s) {
		return false
	}
	name, rest := oneName(s[:at])
	if strings.TrimSpace(rest) != "" || !isName(name) {
		return false
	}
	after := strings.TrimLeft(s[at+1:], " ")
	return strings.HasPrefix(strings.ToLower(after), "for ") || after != "" && after[0] >= 'A' && after[0] <= 'Z'
}
