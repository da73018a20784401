// Package feed reads saved feeds: RSS from 0.9 to 2.0, RDF and Atom, entry by
// entry, so that a broken one costs only itself and a large one no memory. It
// does not fetch anything.
//
// JSON Feed is a record like others and is read by articles/record.
package feed

import (
	"errors"
	"fmt"
	"io"
	"iter"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// Options are what a caller may ask of the reader.
type Options struct {
	entry.Options
	// MaxEntry caps one entry in bytes; DefaultMaxEntry where 0.
	MaxEntry int64
}

// DefaultMaxEntry is the cap on one entry that holds where Options name none.
const DefaultMaxEntry = 16 << 20

// What can be wrong with a feed or an entry of it.
var (
	ErrNoEntries = errors.New("the feed has no entries")
	ErrNoStory   = errors.New("the entry has neither a title nor a text")
	ErrTooLarge  = errors.New("an entry over the cap")
)

// Error is an entry that could not be read, and where it stands.
type Error struct {
	Line int // from 1
	Err  error
}

// Error says what is wrong, and where.
func (e *Error) Error() string { return fmt.Sprintf("line %d: %v", e.Line, e.Err) }

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// Stream yields the entries of a feed, holding one at a time.
func Stream(r io.Reader, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		if o.MaxEntry == 0 {
			o.MaxEntry = DefaultMaxEntry
		}
		s := newSplitter(r, int(o.MaxEntry))
		head, err := s.head()
		if err != nil {
			yield(articles.Article{}, err)
			return
		}
		ch := channelOf(head)
		for n := 0; ; n++ {
			src, line, err := s.entry()
			if err == io.EOF {
				if n == 0 {
					yield(articles.Article{}, ErrNoEntries)
				}
				return
			}
			var a articles.Article
			if err == nil {
				a, err = ch.story(src, o)
			}
			if err != nil && !errors.Is(err, ErrNoStory) && !errors.Is(err, ErrTooLarge) {
				yield(articles.Article{}, err)
				return
			}
			if err != nil {
				err = &Error{line, err}
			}
			if !yield(a, err) {
				return
			}
		}
	}
}

// channel is what a feed says of all its entries.
type channel struct {
	charset  string
	title    string
	language string
	base     string
	authors  []string
}

func channelOf(head []byte) channel {
	c := channel{charset: declared(head)}
	root := tree.Parse(decode(head, c.charset))
	top := root.Child("rss", "feed", "rdf", "channel")
	c.language, c.base = top.Attr("xml:lang"), top.Attr("xml:base")
	ch := top
	if inner := top.Child("channel"); inner != nil {
		ch = inner
	}
	c.title = entry.Line(markup(ch.Child("title")))
	if l := ch.Child("language"); l != nil {
		c.language = l.Line()
	}
	if top != nil && top.Name == "feed" {
		c.authors = people(ch)
		if c.base == "" {
			c.base = linkOf(ch)
		}
	} else if l := ch.Child("link"); c.base == "" && l != nil {
		c.base = l.Line()
	}
	return c
}

// story makes a story of the source of one entry.
func (c channel) story(src []byte, o Options) (articles.Article, error) {
	n := tree.Parse(decode(src, c.charset)).Child("item", "entry")
	if n == nil || skipped(n) {
		return articles.Article{}, ErrNoStory
	}
	e := entry.Entry{Known: articles.Article{
		Title:    entry.Line(markup(n.Child("title"))),
		Source:   c.source(n),
		Language: firstOf(n.Attr("xml:lang"), n.Child("language").Line(), c.language),
		URL:      resolve(firstOf(n.Attr("xml:base"), c.base), linkOf(n)),
		Image:    imageOf(n),
		Authors:  people(n),
	}}
	if len(e.Known.Authors) == 0 {
		e.Known.Authors = c.authors
	}
	e.Known.PublisherID = n.Child("guid", "id", "identifier").Line()
	if e.Known.URL == "" && strings.Contains(e.Known.PublisherID, "://") {
		e.Known.URL = e.Known.PublisherID // even one that is said to be no permalink: it mostly is one
	}
	e.Known.Tags, e.Known.Section = categories(n)
	c.dates(n, &e.Known)
	e.Known.Related = related(n)
	e.Summary = c.contents(n, &e)
	a, ok := e.Article(o.Options)
	if !ok {
		return articles.Article{}, ErrNoStory
	}
	return a, nil
}

// contents gathers the content of an entry, and returns what is a summary.
func (c channel) contents(n *tree.Node, e *entry.Entry) (summary string) {
	for _, k := range n.Kids {
		switch k.Name {
		case "encoded", "content", "body", "fulltext", "full-text", "content_html":
			if k.Prefix == "media" || k.Prefix == "excerpt" {
				continue
			}
			if m := markup(k); strings.TrimSpace(m) != "" {
				e.Contents = append(e.Contents, entry.Content{Text: m, Type: typeOf(k)})
			}
		case "description", "summary", "subtitle", "abstract":
			if m := markup(k); k.Prefix != "media" && k.Prefix != "itunes" && len(m) > len(summary) {
				summary = m
			}
		}
	}
	if d := n.Path("group", "description"); summary == "" && d != nil {
		summary = markup(d)
	}
	// Many feeds carry the whole story as its description.
	if len(e.Contents) == 0 && len(entry.Line(summary)) > 800 {
		e.Contents = append(e.Contents, entry.Content{Text: summary})
		summary = ""
	}
	return summary
}

func typeOf(n *tree.Node) entry.Type {
	switch t := strings.ToLower(n.Attr("type")); {
	case t == "html" || t == "xhtml" || t == "text/html" || t == "application/xhtml+xml":
		return entry.HTML
	}
	return entry.Guess
}

func (c channel) dates(n *tree.Node, a *articles.Article) {
	read := func(names ...string) (d articles.Date) {
		for _, name := range names {
			for _, k := range n.Children(name) {
				if got, ok := field.Date(k.Line(), a.Language); ok && d.IsZero() {
					d = got
				}
			}
		}
		return d
	}
	a.Published = read("pubdate", "published", "date", "issued", "created", "dateline")
	a.Modified = read("updated", "modified")
	if a.Published.IsZero() {
		if d, ok := dates.FromURL(a.URL); ok && a.Modified.IsZero() {
			a.Published = d
		} else {
			a.Published = a.Modified
		}
	}
	if a.Modified == a.Published {
		a.Modified = articles.Date{}
	}
}
