package text

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// captionLike reports a sentence that says what a picture shows: it names the
// day in full, as agencies' captions do, and uses the words by which captions
// point, or it ends in who took the picture.
func (d *draft) captionLike(i int) bool {
	u := &d.units[i]
	if u.words == "" || u.shape.words < 6 || u.shape.words > 75 || u.sentence > 2 {
		return false
	}
	if d.page && i <= d.first+1 && u.cue.class == articles.ClassPhotoCredit && u.cue.how == '^' && u.labelled(1) {
		return true // "Photo: R. Tell The pilot leaves the court"
	}
	if u.marks > 0 && slashEnd(u.Text) {
		return true
	}
	points := u.cue.points
	if u.digits < 4 || points == 0 && u.marks == 0 && strings.IndexByte(u.Text, '(') < 0 {
		return false
	}
	if strings.IndexByte(u.Text, '"') >= 0 || strings.Contains(u.Text, "“") {
		return false // someone speaks
	}
	for _, w := range [...]string{"(L)", "(R)", "(C)", "(left)", "(right)", "(center)", ", left,", ", right,", ", center,", "REUTERS/", "AP Photo", "(File)"} {
		if strings.Contains(u.Text, w) {
			points++
		}
	}
	if points == 0 {
		return false
	}
	if _, _, end, ok := dates.Find(u.Text, dates.Hint{Language: "en"}); ok {
		rest := strings.Trim(u.Text[end:], " .|)")
		return i <= d.first+1 || len(rest) < 60 || points > 1
	}
	return points > 2
}

// slashEnd reports a line that ends in who took the picture and for whom:
// "... in Ostrel. Runa Tell / AP".
func slashEnd(s string) bool {
	s = strings.TrimRight(s, " .")
	from := max(0, len(s)-34)
	at := strings.LastIndex(s[from:], " / ")
	if at < 0 || from+at < 4 {
		return false
	}
	who := s[from+at+3:]
	return agency(who) || creditWords(who)
}

// inTitle reports a short line that only says a part of the headline again.
func (d *draft) inTitle(i int) bool {
	u := &d.units[i]
	title := d.titleWords
	return i <= d.first+2 && u.shape.words >= 3 && u.shape.words <= 10 && u.words != "" && u.digits == 0 &&
		!u.terminal && strings.HasPrefix(title, u.words)
}

// person reports a line that says of somebody in the story what he is, in the
// words in which others say it of the writer: "Mr Oule is a former captain".
// A writer's line names a trade of writers, or a name that the story does not
// know.
func (d *draft) person(i int) bool {
	u := &d.units[i]
	if strings.ContainsRune(u.Text, '@') {
		return false
	}
	for w := range strings.SplitSeq(u.words, " ") {
		switch w {
		case "reporter", "writer", "journalist", "columnist", "correspondent", "contributor", "contributing", "editor", "blogger", "commentator", "producer", "author",
			"reached", "follow", "journaliste", "redakteur", "redakteurin", "journalistin", "freier", "periodista", "jornalista", "giornalista":
			return false
		}
	}
	name, _ := oneName(u.Text)
	f := strings.Fields(name)
	if len(f) < 2 {
		return true
	}
	for j := range d.units {
		if other := &d.units[j]; j != i && !other.cut && other.prose() && strings.Contains(other.Text, f[len(f)-1]) {
			return true
		}
	}
	return false
}

// authorBio reports a line below the story that tells who the writer is: it
// opens with the name in the byline.
func (d *draft) authorBio(u *unit) bool {
	if u.shape.words > 90 || u.Text[0] == '"' {
		return false
	}
	for _, a := range d.out.Authors {
		rest, ok := strings.CutPrefix(strings.ToLower(u.Text), strings.ToLower(a))
		if ok && strings.Contains(a, " ") {
			for _, w := range [...]string{" is ", " was ", " has ", " writes ", " covers ", ", ", " – ", " - ", " works "} {
				if strings.HasPrefix(rest, w) {
					return true
				}
			}
		}
	}
	return false
}

// pictureLine reports a line that names who took a picture.
func pictureLine(s string) bool {
	f := folded(s)
	for _, w := range [...]string{"photo:", "photos:", "foto:", "photo by", "photo credit", "picture:", "pictures:", "getty images", "/ap", "crédit photo", "фото:", "image:", "images:"} {
		if strings.Contains(f, w) {
			return true
		}
	}
	return false
}
