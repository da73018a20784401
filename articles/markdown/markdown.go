// Package markdown reads stories kept as Markdown: what web clippers, note
// programs and static sites write, with a block of fields at the head or
// without. It knows nothing of files or of how Markdown is drawn.
//
// A clipping is clean most of the time, so the body stays as its author wrote
// it, block by block, and the plain text is what a reader would see of it.
package markdown

import (
	"errors"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/field"
	"broadsheet/articles/text"
)

// Options tell what is known of a story before it is read.
type Options struct {
	Title    string                  // the headline, where a container named it
	Language string                  // BCP 47
	Keep     map[articles.Class]bool // classes that are not to be cut
}

// ErrNoStory is returned for a file in which there is nothing to read.
var ErrNoStory = errors.New("neither a title nor any text")

// WarnFrontMatter begins the warning of a block of fields that could not be
// read; the story is read all the same.
const WarnFrontMatter = "the fields at the head could not be read"

// Read reads one Markdown document, decoded, with "\n" for line ends.
func Read(src string, o Options) (articles.Article, error) {
	front, body, line, warning := splitFront(src)
	body, tail := splitTail(body)
	s := field.Gather(append(front, tail...))
	known := s.Known()
	if known.Title == "" {
		known.Title = o.Title
	}
	if known.Language == "" {
		known.Language = o.Language
	}
	d := split(body, line)
	known.Dek = field.Line(s.Summary())
	d.head(&known)
	related := d.related()
	a := assemble(d, known, o)
	a.Related = append(a.Related, related...)
	if warning != "" {
		a.Warnings = append(a.Warnings, warning)
	}
	if a.Title == "" && a.Text == "" {
		return articles.Article{}, ErrNoStory
	}
	return a, nil
}

// assemble runs the judge of all blocks over the document's and joins what it
// leaves.
func assemble(d *document, known articles.Article, o Options) articles.Article {
	r := judged(d.textBlocks(), text.Options{
		Title: known.Title, Source: known.Source, Language: known.Language,
		Published: known.Published, Keep: o.Keep,
	})
	a := known
	a.Format = articles.FormatMarkdown
	a.Body, a.Text, a.Lines = text.Body(r.Keep)
	if len(d.definitions) > 0 {
		a.Body = strings.TrimSpace(a.Body + "\n\n" + strings.Join(d.definitions, "\n"))
	}
	a.Cuts = append(d.cuts, r.Cuts...)
	a.Related = append(a.Related, r.Related...)
	if a.Title == "" {
		a.Title = r.Title
	}
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&a.Dek, r.Dek)
	fill(&a.Source, r.Source)
	fill(&a.Section, r.Section)
	fill(&a.Language, r.Language)
	fill(&a.URL, r.URL)
	fill(&a.Image, d.image)
	if len(a.Authors) == 0 {
		a.Authors = r.Authors
	}
	if len(a.Tags) == 0 {
		a.Tags = append(a.Tags, r.Tags...)
	}
	if a.Published.IsZero() {
		a.Published = r.Published
	}
	if a.Modified.IsZero() {
		a.Modified = r.Modified
	}
	if dek := strings.TrimRight(a.Dek, ".… "); dek != "" && strings.HasPrefix(a.Text, dek) {
		a.Dek = "" // the story opens with it
	}
	return a
}
