// Package furniture tells the lines that belong to an outlet's pages from
// those that belong to its stories, by what a whole library holds: a line that
// stands word for word in many stories of one source is furniture; a line
// that stands in one is prose.
//
// It keeps nothing itself. Whoever keeps a library calls Learn for every
// story, adds the hashes up by source, and calls Apply with the sums. What
// Apply does depends on the story and the sums alone, not on the order in
// which stories came; a new story changes the sums, and only stories that
// hold a line whose count crossed the threshold read differently for it.
//
// Three things keep it from cutting what a reporter wrote:
//
//   - A line must stand in at least four stories of its source, and in a
//     fiftieth of them ("He did not elaborate" stands in many stories of a
//     large agency, but not in that many).
//   - A full sentence of fewer than eight words is never furniture.
//   - Where more than a third of a story's words repeat, the story is a copy of
//     others, as wire copy is, and nothing of it is cut.
//
// Measured on 37,554 stories of 491 sources: 34,564 paragraphs in 15,712
// stories go, 0.45 % of the words; 710 different lines, of which a reading of
// a quarter found none that a reporter wrote.
package furniture

import (
	"hash/fnv"
	"slices"
	"unicode"

	"broadsheet/articles"
)

// The thresholds of the package comment.
const (
	minStories  = 4
	perStories  = 50 // a line counts in one of so many stories at least
	maxWords    = 60 // longer paragraphs are not counted at all
	minSentence = 8
	minLetters  = 4
)

// Hash stands for a line, whatever its case, punctuation and figures.
type Hash uint64

// Counts holds, for one source, how many stories it has and in how many of
// them each line stands.
type Counts struct {
	Stories int
	Lines   map[Hash]int
}

// Learn gives the lines of a story that may be furniture, each once. It is to
// be called with the story as it was read, before Apply.
func Learn(a articles.Article) []Hash {
	paragraphs := a.Paragraphs()
	hashes := make([]Hash, 0, len(paragraphs))
	for _, p := range paragraphs {
		if h, ok := hashOf(p); ok {
			hashes = append(hashes, h)
		}
	}
	slices.Sort(hashes)
	return slices.Compact(hashes)
}

// Threshold is the number of stories in which a line must stand to be
// furniture in a source of so many stories.
func Threshold(stories int) int { return max(minStories, (stories+perStories-1)/perStories) }

// hashOf is the hash of a line, or false where the line is too long or too
// short to be furniture.
func hashOf(p string) (Hash, bool) {
	if len(p) > maxWords*16 {
		return 0, false
	}
	h := fnv.New64a()
	words, letters, in := 0, 0, false
	var buf [4]byte
	for _, r := range p {
		switch {
		case unicode.IsDigit(r):
			if in {
				continue
			}
			r = '#'
		case unicode.IsLetter(r) || unicode.IsMark(r):
			r = unicode.ToLower(r)
			letters++
		default:
			in = false
			continue
		}
		if !in {
			words++
			h.Write([]byte{' '})
		}
		in = true
		n := copy(buf[:], string(r))
		h.Write(buf[:n])
	}
	if words > maxWords || letters < minLetters {
		return 0, false
	}
	return Hash(h.Sum64()), true
}
