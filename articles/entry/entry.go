// Package entry is one entry of a container, as a feed, a record export, a
// mail or a wire file carries it, and how it becomes a story: the fields the
// container names, and a content that is a page, plain text or Markdown. It
// does not know which container the entry came from.
package entry

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/text"
)

// Options are what a caller may ask of every reader of containers. The zero
// value asks for nothing.
type Options struct {
	// Keep names the classes of cut that are to stay in the prose.
	Keep map[articles.Class]bool
	// Path is the file's path, a last place to look for a date.
	Path string
}

// Type says what a content is written in.
type Type uint8

// The types of content. Guess looks at the content itself.
const (
	Guess Type = iota
	Plain
	HTML
	Markdown
)

// Content is prose as a container holds it.
type Content struct {
	Text string
	Type Type
}

// Entry is one entry of a container.
type Entry struct {
	// Known holds what the container says of the story in so many words. Its
	// Body and Text are not read.
	Known articles.Article
	// Contents hold the story; where there are several, the one that yields
	// most prose wins, and of equals the earlier.
	Contents []Content
	// Summary is what the container offers beside the story: its dek, or,
	// where there is no content, all there is.
	Summary string
	// Page says that an HTML content is a whole page with its furniture (a
	// newsletter, a saved page), not a fragment.
	Page bool
}

// The warnings of a story that is not whole.
const (
	WarnSummary  = "only a summary was saved, not the story"
	WarnHeadline = "only a headline was saved, not the story"
)

// Article makes the story. What the container says wins over what was found
// in the prose. An entry with neither a title nor a word is not a story.
func (e Entry) Article(o Options) (articles.Article, bool) {
	e, repaired := e.repaired()
	known := e.Known
	known.Title = Line(known.Title)
	known.Dek = ""
	summary := Line(e.Summary)
	best, found := e.best(o, known)
	if !found && summary != "" {
		best, found = Content{Text: e.Summary}.read(false, known, o)
		if found {
			best.Warnings = append(best.Warnings, WarnSummary)
			summary = ""
		}
	}
	a := merge(known, best)
	if dek := firstNonEmpty(Line(e.Known.Dek), summary); isDek(dek, a) {
		a.Dek = dek
	}
	if repaired {
		a.Warnings = append(a.Warnings, WarnRepaired)
	}
	if !found {
		if a.Title == "" {
			return articles.Article{}, false
		}
		a.Warnings = append(a.Warnings, WarnHeadline)
	}
	return a, true
}

// best reads the contents and takes the one with most prose; a later content
// must have half as much again to win, for the first is the container's own
// choice.
func (e Entry) best(o Options, known articles.Article) (articles.Article, bool) {
	var best articles.Article
	found, most := false, 0
	for _, c := range e.Contents {
		if strings.TrimSpace(c.Text) == "" {
			continue
		}
		if found && 2*len(c.Text) < 3*most {
			continue // it cannot hold half as much again
		}
		a, ok := c.read(e.Page, known, o)
		if n := len(a.Text); ok && (!found || 2*n > 3*most) {
			best, found, most = a, true, n
		}
	}
	return best, found
}

// merge lays what the container says over what the prose says.
func merge(known, got articles.Article) articles.Article {
	a := got
	set := func(to *string, from string) {
		if from != "" {
			*to = from
		}
	}
	set(&a.Title, known.Title)
	set(&a.Source, Line(known.Source))
	set(&a.Section, Line(known.Section))
	set(&a.Language, known.Language)
	set(&a.URL, known.URL)
	set(&a.Image, known.Image)
	set(&a.PublisherID, known.PublisherID)
	if len(known.Authors) > 0 {
		a.Authors = known.Authors
	}
	if len(known.Tags) > 0 {
		a.Tags = known.Tags
	}
	// A day is kept from being blurred by a vaguer statement of it.
	if !known.Published.IsZero() {
		a.Published = known.Published
	}
	if !known.Modified.IsZero() {
		a.Modified = known.Modified
	}
	if a.Language == "" {
		a.Language = text.Language(a.Text)
	}
	a.Related = Related(known.Related, got.Related)
	a.Warnings = append(append([]string(nil), known.Warnings...), got.Warnings...)
	return a
}

// isDek reports whether a summary says something the story does not open
// with anyway, in no more words than a dek has.
func isDek(s string, a articles.Article) bool {
	if s == "" || len(s) > 600 || fold(s) == fold(a.Title) {
		return false
	}
	lead := fold(strings.TrimRight(s, ".… "))
	lead = strings.TrimSpace(strings.TrimSuffix(lead, "[…]"))
	if lead == "" {
		return false
	}
	return !strings.HasPrefix(fold(firstRunes(a.Text, 2*len(s)+64)), lead)
}

// Related joins lists of headlines; one that is named twice stands once.
func Related(lists ...[]articles.Link) []articles.Link {
	var all []articles.Link
	for _, list := range lists {
		for _, l := range list {
			if l.Title = Line(l.Title); l.Title == "" {
				continue
			}
			if !named(all, l) {
				all = append(all, l)
			}
		}
	}
	return all
}

func named(all []articles.Link, l articles.Link) bool {
	for _, have := range all {
		if l.URL != "" && l.URL == have.URL || l.ID != "" && l.ID == have.ID ||
			fold(l.Title) == fold(have.Title) {
			return true
		}
	}
	return false
}
