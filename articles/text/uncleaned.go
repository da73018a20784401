package text

import (
	"strings"

	"broadsheet/articles"
)

// WarnUncleaned is the warning of a text in which nothing was looked for.
const WarnUncleaned = "too many lines for a story: the text stands as it was found"

// maxLines bounds what is cleaned. A line costs more than a kilobyte while it
// is judged, so that a file of the size that is still read would take more
// memory than a machine has. Books have a tenth of it.
const maxLines = 200_000

// pieceLines is how many lines of an uncleaned text make a paragraph.
const pieceLines = 100

// uncleaned is the article of a text with more lines than that.
func uncleaned(src string, o Options) articles.Article {
	a := articles.Article{
		Format: articles.FormatText, Title: o.Title, Source: o.Source, Language: o.Language, Published: o.Published,
		Warnings: []string{WarnUncleaned},
	}
	var blocks []Block
	for line := 1; src != ""; line += pieceLines {
		end := afterLines(src, pieceLines)
		if t := tight(src[:end]); t != "" {
			blocks = append(blocks, Block{Line: line, Text: t})
		}
		src = src[end:]
	}
	a.Body, a.Text, a.Lines = Body(blocks)
	return a
}

// afterLines is where the first n lines of s end.
func afterLines(s string, n int) int {
	end := 0
	for ; n > 0; n-- {
		i := strings.IndexByte(s[end:], '\n')
		if i < 0 {
			return len(s)
		}
		end += i + 1
	}
	return end
}
