package safe

import (
	"slices"
	"strings"

	"broadsheet/articles"
)

// addressCap is how long an address may be. A longer one is a picture's bytes
// in disguise and is left out.
const addressCap = 8 << 10

// Article passes every field that a reader may see through the gate. ID and
// Path stay as they are: they name a file, and a name that is changed finds
// nothing. Who shows them passes them through Line.
func Article(a articles.Article) articles.Article {
	a.Title = Line(a.Title)
	a.Dek = Line(a.Dek)
	a.Authors = lines(a.Authors)
	a.Source = Line(a.Source)
	a.Section = Line(a.Section)
	a.Language = Line(a.Language)
	a.URL = address(a.URL)
	a.Image = address(a.Image)
	a.Tags = lines(a.Tags)
	a.PublisherID = Line(a.PublisherID)
	a.Format = articles.Format(Line(string(a.Format)))
	body := Text(a.Body)
	passed := body // a plain story is its own Markdown
	if a.Text != a.Body {
		passed = Text(a.Text)
	}
	a.Text, a.Lines = paragraphs(a.Text, passed, a.Lines)
	a.Body = shaped(body)
	a.Related = links(a.Related)
	a.Cuts = cuts(a.Cuts)
	a.Warnings = lines(a.Warnings)
	return a
}

// paragraphs is what passed of a text, with its paragraphs those that lines
// counts: a paragraph of which nothing passes goes together with its number.
func paragraphs(text, passed string, from []int) (string, []int) {
	if passed == text {
		return text, from
	}
	var kept []string
	var numbers []int
	for i, p := range strings.Split(text, "\n\n") {
		p = strings.Join(strings.FieldsFunc(Text(p), func(r rune) bool { return r == '\n' }), "\n")
		if p == "" {
			continue
		}
		kept = append(kept, p)
		if i < len(from) {
			numbers = append(numbers, from[i])
		}
	}
	return strings.Join(kept, "\n\n"), numbers
}

// lines passes each string and leaves out what comes out empty.
func lines(in []string) []string {
	if !slices.ContainsFunc(in, func(s string) bool { return s == "" || Line(s) != s }) {
		return in
	}
	var out []string
	for _, s := range in {
		if s = Line(s); s != "" {
			out = append(out, s)
		}
	}
	return out
}

func links(in []articles.Link) []articles.Link {
	out := slices.Clone(in)
	for i, l := range out {
		out[i].Title = Line(l.Title)
		out[i].URL = address(l.URL)
		out[i].ID = Line(l.ID)
		out[i].Image = address(l.Image)
	}
	return out
}

func cuts(in []articles.Cut) []articles.Cut {
	out := slices.Clone(in)
	for i, c := range out {
		out[i].Text = Text(c.Text)
		out[i].Class = articles.Class(Line(string(c.Class)))
	}
	return out
}

// address passes an address, which is not shortened but left out: half an
// address leads somewhere else.
func address(s string) string {
	if len(s) > addressCap {
		return ""
	}
	return strings.ReplaceAll(strings.Trim(Text(s), " \n"), "\n", "")
}
