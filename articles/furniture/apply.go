package furniture

import (
	"slices"
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
)

// Apply gives the story without the furniture of its source. What goes is
// recorded as cuts of class repeated.
func Apply(a articles.Article, c Counts) articles.Article {
	paragraphs := a.Paragraphs()
	gone := repeated(paragraphs, c)
	if len(gone) == 0 {
		return a
	}
	blocks := strings.Split(a.Body, "\n\n")
	where := match(blocks, paragraphs, gone)
	var text, body []string
	var lines []int
	cuts := slices.Clone(a.Cuts)
	drop := map[int]bool{}
	for i, p := range paragraphs {
		block, ok := where[i]
		if !ok {
			text = append(text, p)
			if i < len(a.Lines) {
				lines = append(lines, a.Lines[i])
			}
			continue
		}
		drop[block] = true
		cut := articles.Cut{Class: articles.ClassRepeated, Text: p}
		if i < len(a.Lines) {
			cut.Line, cut.EndLine = a.Lines[i], a.Lines[i]
		}
		cuts = append(cuts, cut)
	}
	for i, b := range blocks {
		if !drop[i] {
			body = append(body, b)
		}
	}
	slices.SortStableFunc(cuts, func(x, y articles.Cut) int { return x.Line - y.Line })
	a.Text, a.Body, a.Cuts = strings.Join(text, "\n\n"), strings.Join(body, "\n\n"), cuts
	if len(a.Lines) > 0 {
		a.Lines = lines
	}
	return a
}

// repeated finds the paragraphs that are furniture.
func repeated(paragraphs []string, c Counts) []int {
	threshold := Threshold(c.Stories)
	var gone []int
	words, repeats := 0, 0
	for i, p := range paragraphs {
		n := articles.CountWords(p)
		words += n
		h, ok := hashOf(p)
		if !ok || c.Lines[h] < threshold {
			continue
		}
		repeats += n
		if n >= minSentence || !sentence(p) {
			gone = append(gone, i)
		}
	}
	if repeats*3 > words || len(gone) == len(paragraphs) {
		return nil // a copy of other stories
	}
	return gone
}

// sentence reports whether a line ends as a sentence does.
func sentence(p string) bool {
	r, _ := utf8.DecodeLastRuneInString(strings.TrimRight(p, "\"'”’») ]"))
	return strings.ContainsRune(".!?…。！？؟।", r)
}

// match finds the block of the Markdown body that each paragraph to go stands
// in. A paragraph whose block is not found stays.
func match(blocks, paragraphs []string, gone []int) map[int]int {
	where := make(map[int]int, len(gone))
	if len(blocks) == len(paragraphs) {
		for _, i := range gone {
			where[i] = i
		}
		return where
	}
	from := 0
	for _, i := range gone {
		want := articles.Letters(paragraphs[i])
		for j := from; j < len(blocks); j++ {
			if articles.Letters(blocks[j]) == want {
				where[i], from = j, j+1
				break
			}
		}
	}
	return where
}
