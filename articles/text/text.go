// Package text reads news as plain text: scrapes, copies of whole pages, wire
// copy. It knows nothing of encodings, of markup or of where the text came
// from. Readers of other formats hand it their blocks (CleanBlocks), so that
// one judge serves all.
//
// # How it decides
//
// What a page adds to a story has to go, and no sentence of the story may go
// with it. A list of phrases cannot do that: "Comments" ends most pages and
// opens some paragraphs, "Share this story" is a button here and a quotation
// there. So what a line says is only where the judgement begins. Four things
// decide together:
//
//   - Position. Junk gathers above the first paragraph and below the last. The
//     same words weigh more there (place) than between paragraphs.
//   - Repetition. The headline a second time, a credit three times, a line that
//     stands word for word in a paragraph, a sentence a page says twice
//     (copies.go). Across stories: articles/furniture.
//   - Neighbours. A short line above a credit is the caption of its picture;
//     lines under "Most read" are headlines; a block of which half is a
//     prompt is one prompt; what stands between two cuts is seldom prose
//     (lists.go, groups.go, neighbours.go).
//   - Length and form. Prose has sentences that end. A paragraph of sixty words
//     needs far more against it than a line of three, and of a paragraph that
//     ends in a prompt only the prompt goes (shape.go, sentences.go).
//
// When these do not agree, the line stays.
//
// # The order of things
//
// Dumps of variables are lifted out first, wherever they stand, by their
// grammar (dump.go). The envelope of a wire message is opened (wire.go), hard
// wraps are joined (wrap.go). A copy of a whole page is told by its menus, and
// its story found (see below). The headline is looked for, then who and when
// (title.go, head.go). Then lists, groups, what outlets set between paragraphs
// (asides.go), copies, and last every line that is left (judge.go). The outlet
// is named by what stands behind a repeated headline or in the line of rights
// (source.go), and a page whose author or day was not under its headline is
// looked through for them (about.go).
//
// # Where the story of a page is
//
// Two ways of looking are set against each other. A stretch is a part of the
// page in which running text outweighs the rest (region.go, stretch.go): it
// finds long stories, and takes comments for one where the story is short or
// is a list. A section is what stands between a line and the next wall, a
// heading of comments, related stories or the legal lines (section.go): it is
// a story if the line has the marks of a headline, a date or a name below it,
// a second copy of it, words that the text under it uses. The section wins
// where its headline is the better one. Last, short lines between the story's
// end and the wall below are taken in, and blocks of lines too long for a menu
// stay: verses, lists, tables. On 482 pages copied whole, kept back when this
// was written, recall of marked passages is .874 and precision .869; stretches
// alone had .839 and .860.
//
// The phrases are in cues.txt, by class, with how much each weighs and where
// in a line it must stand. Doubt is built into their use: a label needs its
// colon, a prompt in English has to speak to the reader, a sentence that tells
// of somebody is none, a credit must not end as a sentence does (doubt, in
// unit.go). nearmiss_test.go has what each class must leave alone.
//
// # What holds
//
// Nothing is cut without a record: headline, line under it, body and cuts give
// back every word. Cleaning what was cleaned changes nothing. No text that says
// something comes out blank. Fuzzing holds the three (fuzz_test.go).
package text

import (
	"slices"
	"strings"
	"unicode/utf8"

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
	if !utf8.ValidString(src) {
		src = strings.ToValidUTF8(src, "\uFFFD")
	}
	if strings.Count(src, "\n") > maxLines {
		return uncleaned(src, o)
	}
	prose, dumped, links := liftDumps(src)
	if o.Keep[articles.ClassDebugDump] {
		prose, dumped = src, nil
	}
	lines := splitLines(prose)
	var e envelope
	switch wireOf(src, lines) {
	case anpaWire:
		e = openANPA(lines)
	case iptcWire:
		e = openIPTC(lines)
	default:
		e.body = lines
	}
	e.keep(o.Keep)
	if e.title != "" && o.Title == "" {
		o.Title = e.title
	}
	r := cleanBlocks(unwrap(e.body), o, len(e.cuts) > 0)
	r.Cuts = slices.Concat(r.Cuts, e.cuts, dumped)
	slices.SortStableFunc(r.Cuts, func(a, b articles.Cut) int { return a.Line - b.Line })
	a := articles.Article{
		Format: articles.FormatText, Title: r.Title, Dek: first(e.dek, r.Dek), Authors: r.Authors,
		Source: first(r.Source, e.source), Section: first(r.Section, e.section), Published: r.Published, Modified: r.Modified,
		Language: r.Language, URL: r.URL, Tags: r.Tags, Related: r.Related, Cuts: r.Cuts,
	}
	if len(e.authors) > 0 {
		a.Authors = people(e.authors)
	}
	if a.Published.IsZero() {
		a.Published = e.published
	}
	if e.source != "" || len(e.cuts) > 0 {
		a.Format = articles.FormatWire
	}
	a.Related = append(a.Related, links...)
	a.Body, a.Text, a.Lines = Body(r.Keep)
	return a
}

func first(s ...string) string {
	for _, x := range s {
		if x != "" {
			return x
		}
	}
	return ""
}

// CleanBlocks runs the cutter over blocks that a reader of another format
// made.
//
// A cut changes what stands beside what, and with that what the judges see. So
// the cutter runs again over what it left, until nothing more goes: cleaning
// what was cleaned changes nothing.
func CleanBlocks(blocks []Block, o Options) Result {
	return cleanBlocks(blocks, o, false)
}

func cleanBlocks(blocks []Block, o Options, wire bool) Result {
	if len(blocks) > maxLines {
		return Result{Keep: blocks, Title: o.Title, Source: o.Source, Language: o.Language, Published: o.Published}
	}
	units := make([]unit, 0, len(blocks))
	for _, b := range blocks {
		if b.Text = tight(b.Text); b.Text != "" {
			units = append(units, newUnit(b))
		}
	}
	d := newDraft(units, o)
	d.wire = wire
	r := d.clean()
	if d.quiet() && len(r.Cuts) == 0 || d.nothingLeft() {
		return r
	}
	for range maxRounds {
		o.Title, o.Language = first(r.Title, o.Title), r.Language
		next := newDraft(d.left(), o)
		next.wire, next.out.Dek = wire, r.Dek
		again := next.clean()
		if len(again.Cuts) == 0 && len(again.Keep) == len(r.Keep) {
			break
		}
		r.add(again)
		d = next
	}
	return r
}

// maxRounds bounds how often the cutter runs over one story. Two rounds do for
// all but a few.
const maxRounds = 6

// add takes in what a further round found.
func (r *Result) add(again Result) {
	r.Keep = again.Keep
	r.Cuts = append(r.Cuts, again.Cuts...)
	for _, l := range again.Related {
		if !slices.Contains(r.Related, l) {
			r.Related = append(r.Related, l)
		}
	}
	if len(r.Tags) == 0 {
		r.Tags = again.Tags
	}
	r.Title = first(r.Title, again.Title)
	r.Dek = first(r.Dek, again.Dek)
	r.URL = first(r.URL, again.URL)
	r.Source = first(r.Source, again.Source)
	if len(r.Authors) == 0 {
		r.Authors = again.Authors
	}
	if r.Published.IsZero() {
		r.Published = again.Published
	}
	if r.Modified.IsZero() {
		r.Modified = again.Modified
	}
}

// liftDumps takes the dumps out of a text, keeping its lines where they were,
// and tells what they said of other stories.
func liftDumps(src string) (prose string, cuts []articles.Cut, links []articles.Link) {
	found := findDumps(src)
	if len(found) == 0 {
		return src, nil, nil
	}
	var b strings.Builder
	at, n := 0, 1
	for _, d := range found {
		b.WriteString(src[at:d.start])
		n += strings.Count(src[at:d.start], "\n")
		text := src[d.start:d.end]
		lines := strings.Count(text, "\n")
		c := articles.Cut{Line: n, EndLine: n + lines, Class: articles.ClassDebugDump, Text: strings.TrimSpace(text)}
		lineStart := strings.LastIndexByte(src[:d.start], '\n') + 1
		lineEnd := strings.IndexByte(src[d.end:], '\n')
		if lineEnd < 0 {
			lineEnd = len(src) - d.end
		}
		if strings.TrimSpace(src[lineStart:d.start]) != "" || strings.TrimSpace(src[d.end:d.end+lineEnd]) != "" {
			c.Start = utf8.RuneCountInString(src[lineStart:d.start])
			c.End = utf8.RuneCountInString(src[strings.LastIndexByte(src[:d.end], '\n')+1 : d.end])
		}
		cuts = append(cuts, c)
		b.WriteString(strings.Repeat("\n", lines))
		n += lines
		at = d.end
		links = append(links, d.links...)
	}
	b.WriteString(src[at:])
	return b.String(), cuts, links
}
