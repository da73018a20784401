package text

import (
	"strings"

	"broadsheet/articles"
)

// rowCue is what a row of buttons says: "Share this | Feedback", "About us ·
// Contact · Terms". Most of its parts have to be phrases of the table by
// themselves; a headline with a bar in it has none.
func rowCue(line string) cue {
	var best cue
	parts, known := 0, 0
	for p := range strings.FieldsFuncSeq(line, func(r rune) bool {
		switch r {
		case '|', '·', '•', '/', '›', '»':
			return true
		}
		return false
	}) {
		words := wordsOf(p)
		if parts++; parts > 12 || strings.Count(words, " ") > 4 {
			return cue{}
		}
		if c := cueOf(words, "", false); c.whole && c.strength >= 9 {
			known++
			if known == 1 || best.class == articles.ClassNav {
				best = c
			}
		}
	}
	if known < 2 || known*3 < parts*2 {
		return cue{}
	}
	best.how, best.hits = '*', known
	return best
}
