package page

import (
	"errors"
	"net/url"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/text"

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
	prose    int          // see firstProse; from 1
	drop     map[int]bool // blocks that print the headline
	warnings []string
}

func (r *reading) warn(s string) { r.warnings = append(r.warnings, s) }

func (r *reading) article() (articles.Article, error) {
	r.root = r.doc
	prepare(r.doc)
	r.f = gather(r.doc, r.o)
	blocks := r.open()
	if len(blocks) == 0 {
		return articles.Article{}, ErrEmpty
	}
	r.s = lay(r.root, blocks, r.f)
	r.chance = r.s.judge(&fitted)
	a := articles.Article{Format: articles.FormatHTML}
	a.Title, r.drop = r.headline()
	r.lang = or(r.o.Language, r.f.languageOf())
	r.describe(&a)
	kept := r.cut(&a)
	base, _ := url.Parse(r.f.base)
	w := writer{base: base}
	for _, b := range kept {
		w.write(b)
	}
	a.Body, a.Text, a.Lines = w.body.String(), w.text.String(), w.lines
	a.Warnings = r.warnings
	if strings.TrimSpace(a.Text) == "" {
		return articles.Article{}, ErrEmpty
	}
	return a, nil
}

// cut takes what the judge kept through the line cleaner. The cleaner sees
// lines, the judge saw the page: where the judge was sure, a cut that rests on
// the company a line keeps is not made.
func (r *reading) cut(a *articles.Article) []*block {
	var list []text.Block
	for i := range r.s.blocks {
		b := &r.s.blocks[i]
		if !r.keeps(i) {
			continue
		}
		list = append(list, text.Block{Line: b.n, Text: b.text, Kind: kindOf(b, r.s.near[i]), LinkDensity: b.density()})
	}
	res := text.CleanBlocks(list, text.Options{Title: a.Title, Source: a.Source, Language: a.Language, Published: a.Published, Keep: r.o.Keep})
	a.Related = res.Related
	keep := make(map[int]bool, len(list))
	for _, k := range res.Keep {
		keep[k.Line] = true
	}
	for _, c := range res.Cuts {
		if c.Line < 1 || c.Line > len(r.s.blocks) {
			continue
		}
		if !keep[c.Line] && r.overrules(c) {
			keep[c.Line] = true
			continue
		}
		a.Cuts = append(a.Cuts, c)
	}
	var kept []*block
	for _, b := range list {
		if keep[b.Line] {
			kept = append(kept, &r.s.blocks[b.Line-1])
		}
	}
	return kept
}

// overrules reports whether the judge was surer of a block than the cleaner
// can be of a line.
func (r *reading) overrules(c articles.Cut) bool {
	i := c.Line - 1
	chance, words := r.chance[i], r.s.blocks[i].words
	if r.whole {
		chance = .75
	}
	switch c.Class {
	case articles.ClassNav, articles.ClassMostRead, articles.ClassGallery, articles.ClassRepeated, articles.ClassPullQuote, articles.ClassURL:
		return chance > .6
	case articles.ClassCaption:
		return chance > .8 && r.s.near[i]&(hintCaption|hintMedia|tagFigure) == 0
	}
	if words > 25 {
		return chance > .8
	}
	return chance > .985
}

func (r *reading) keeps(i int) bool {
	b := &r.s.blocks[i]
	if b.picture() {
		return false
	}
	if r.whole {
		return true
	}
	return r.chance[i] > .5 && r.s.near[i]&tagCaption == 0 && !r.drop[i]
}
