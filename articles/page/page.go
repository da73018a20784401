package page

import (
	"cmp"
	"errors"
	"fmt"
	"strings"

	"broadsheet/articles"

	"golang.org/x/net/html"
)

// Options tell what is known of a page before it is read. The zero value
// says nothing is.
type Options struct {
	URL       string                  // where the page was saved from, or the base of its links
	Charset   string                  // as a header outside the page declared it
	Title     string                  // the headline, where something better than the page named it
	Source    string                  // the outlet
	Language  string                  // BCP 47
	Published articles.Date           // when, where something better than the page said so
	Keep      map[articles.Class]bool // classes that are not to be cut
}

// ErrEmpty says that a page holds no text at all.
var ErrEmpty = errors.New("no text in the page")

// Read reads one saved page. The error is ErrEmpty or wraps it where the
// page shows no text whatever.
func Read(src []byte, o Options) (articles.Article, error) {
	doc, flat := parse(decode(src, o.Charset))
	if shown := shownSource(doc); shown != "" {
		doc, flat = parse(tidy(shown))
	}
	r := reading{o: o, doc: doc}
	if flat {
		r.warn("the page is nested too deep to be read by its structure")
	}
	return r.article()
}

// Fragment reads HTML that is the story and little else: the content of a
// feed's entry, a mail's part, a field of a record.
func Fragment(src string, o Options) (articles.Article, error) {
	doc, _ := parse(tidy(src))
	r := reading{o: o, doc: doc, whole: true}
	return r.article()
}

// reading is one page on its way to become a story.
type reading struct {
	o        Options
	doc      *html.Node
	root     *html.Node // the page that holds the story: doc, or one within it
	whole    bool       // all of it is the story, until something says no
	f        facts
	s        *sheet
	chance   []float64
	lang     string
	prose    int                 // see firstProse; from 1
	path     map[*html.Node]bool // see way
	lead     string              // the address of the story's first picture
	drop     map[int]bool        // blocks that print the headline
	index    bool                // the page is one of headlines
	warnings []string
}

func (r *reading) warn(s string) { r.warnings = append(r.warnings, s) }

func (r *reading) article() (articles.Article, error) {
	r.root = r.doc
	prepare(r.doc)
	r.f = gather(r.doc, r.o)
	blocks := r.open()
	if len(blocks) == 0 && r.frames() {
		return articles.Article{}, fmt.Errorf("%w: %s", ErrEmpty, WarnFrames)
	}
	if len(blocks) == 0 {
		return articles.Article{}, ErrEmpty
	}
	r.s = lay(r.root, blocks, r.f, r.whole)
	r.chance = r.s.judge(&fitted)
	a := articles.Article{Format: articles.FormatHTML}
	a.Title, r.drop = r.headline()
	r.lang = cmp.Or(r.o.Language, r.f.languageOf())
	r.describe(&a)
	k := r.choose(&a)
	a.Body, a.Text, a.Lines = r.write(k)
	a.Image = cmp.Or(a.Image, r.lead)
	if strings.TrimSpace(a.Text) == "" {
		return articles.Article{}, ErrEmpty
	}
	a.Dek = r.f.dek(a)
	a.Cuts = k.cuts
	a.Related = r.related(k, a.URL)
	if len(a.Authors) == 0 {
		a.Authors = k.said.Authors
	}
	if a.Published.IsZero() {
		a.Published = k.said.Published
	}
	r.tell(a)
	a.Warnings = r.warnings
	return a, nil
}
