package text

import (
	"strings"

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
	if slashEnd(u.Text) {
		return true
	}
	if u.digits < 4 || u.Text[0] == '"' || strings.ContainsAny(u.Text, "“”\"") {
		return false
	}
	points := 0
	for _, w := range [...]string{
		"is seen", "are seen", "was seen at", "seen here", "is pictured", "are pictured", "pictured", "poses", "pose for", "poses for", "attends", "attend the",
		"arrives", "arrive at", "arrives at", "walks past", "walk past", "walks off", "look down", "looks on", "look on", "listens", "gestures", "waves", "speaks during",
		"speaks at", "speaks to", "in this photo", "in this image", "in this file photo", "file photo", "photographed", "from left", "is photographed",
		"holds a", "holds up", "stands", "stand in", "sits", "reacts", "celebrates", "posts up against", "during the first half", "during the second half", "mandatory credit",
	} {
		if at := strings.Index(u.words, w+" "); at == 0 || at > 0 && u.words[at-1] == ' ' {
			points++
		}
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
	at := strings.LastIndex(s, " / ")
	if at < 4 || len(s)-at > 34 {
		return false
	}
	who := s[at+3:]
	return agency(who) || creditWords(who)
}

// inTitle reports a short line that only says a part of the headline again.
func (d *draft) inTitle(i int) bool {
	u := &d.units[i]
	title := bare(folded(d.out.Title))
	return i <= d.first+2 && u.shape.words >= 3 && u.shape.words <= 10 && u.words != "" && u.digits == 0 &&
		!u.terminal && strings.HasPrefix(title, u.words)
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
