// Package text reads news as plain text: scrapes, copies of whole pages, wire
// copy. It knows nothing of encodings, of markup or of where the text came
// from.
package text

import (
	"strings"

	"broadsheet/articles"
)

// Options tell what is known of a story before its text is read.
type Options struct {
	Title     string                  // the headline, where something better than the text named it
	Source    string                  // the outlet
	Language  string                  // BCP 47
	Published articles.Date           // when, where something better than the text said so
	Keep      map[articles.Class]bool // classes that are not to be cut
}

// Clean reads the decoded text of one whole file.
func Clean(src string, o Options) articles.Article {
	var blocks []Block
	for n, l := range strings.Split(src, "\n") {
		if l = strings.TrimSpace(l); l != "" {
			blocks = append(blocks, Block{Line: n + 1, Text: l})
		}
	}
	r := CleanBlocks(blocks, o)
	a := articles.Article{
		Format: articles.FormatText, Title: r.Title, Dek: r.Dek, Authors: r.Authors,
		Source: r.Source, Section: r.Section, Published: r.Published, Modified: r.Modified,
		Language: r.Language, URL: r.URL, Tags: r.Tags, Related: r.Related, Cuts: r.Cuts,
	}
	a.Body, a.Text, a.Lines = Body(r.Keep)
	return a
}

// CleanBlocks runs the cutter over blocks that a reader of another format
// made.
func CleanBlocks(blocks []Block, o Options) Result {
	return Result{Keep: blocks, Title: o.Title, Source: o.Source, Language: o.Language, Published: o.Published}
}
