package store

import "broadsheet/articles"

const (
	keptTexts = 128      // about three screens of hits
	longText  = 64 << 10 // bytes; a longer one is not kept
)

// texts are those that passages were cut from last: from one letter of a
// search to the next, most of what is found is the same.
type texts = recent[textKey, string]

// textKey names a text: that of a story as the library held it at a commit.
type textKey struct {
	in     *cache
	commit int64
	id     articles.ID
}

func keepTexts() *texts {
	return keeping[textKey](keptTexts, func(text string) bool { return len(text) <= longText })
}
