package page

import (
	"fmt"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
)

// setHead sets what stands above the text: section, title, dek, the line of
// facts, authors, the reader's marks, warnings, and a rule.
func (p *Page) setHead() {
	a, sh, b := p.in.Article, p.sheet, box{}
	if a.Section != "" && !strings.EqualFold(a.Section, a.Source) {
		p.para(&b, []span{{text: a.Section, style: sh.kicker}})
	}
	p.display(title(a), sh.title)
	if a.Dek != "" && !begins(a, a.Dek) {
		p.gap(&b)
		p.display(a.Dek, sh.dek)
	}
	if origin, kind := p.facts(); len(origin)+len(kind) > 0 {
		p.gap(&b)
		if all := append(origin, kind...); p.factWidth(all) <= p.frame.measure {
			p.factRows(&b, all)
		} else {
			p.factRows(&b, origin)
			p.factRows(&b, kind)
		}
	}
	if by := byline(a.Authors); by != "" {
		p.para(&b, []span{{text: by, style: sh.meta}})
	}
	p.setMarks()
	for _, w := range a.Warnings {
		p.para(&b, []span{{text: sh.th.Marks.Warning + " ", style: sh.warn}, {text: w, style: sh.meta}})
	}
	if p.in.ShowCuts {
		p.para(&b, []span{{text: cutCount(a), style: sh.label}})
	}
	p.rule()
}

func title(a articles.Article) string {
	if a.Title == "" {
		return "Without a title"
	}
	return a.Title
}

// begins reports that the title is a dek, or that the text begins with it:
// pages say their first sentences twice, the second time cut short.
func begins(a articles.Article, dek string) bool {
	text := a.Text
	if text == "" {
		text = a.Body
	}
	folded := articles.Letters(strings.TrimRight(strings.TrimRight(dek, "…."), " "))
	return folded == "" || strings.HasPrefix(articles.Letters(a.Title), folded) ||
		strings.HasPrefix(articles.Letters(text[:min(len(text), 2*len(dek)+100)]), folded)
}

// display sets a title or dek in even lines.
func (p *Page) display(text, style string) {
	f, b := flatten([]span{{text: text, style: style}}), box{}
	p.rows(&b, f, balance(f.text, p.frame.measure), 0)
}

// facts are what is known of a story, in the order of the line under the
// title: where and when it appeared, and what it is like. Where one line is
// too short for all, each gets one.
func (p *Page) facts() (origin, kind []span) {
	a, sh := p.in.Article, p.sheet
	add := func(to *[]span, text, style string) {
		if text != "" {
			*to = append(*to, span{text: text, style: style})
		}
	}
	add(&origin, a.Source, sh.strong)
	if when := When(a.Published); when != "" {
		add(&origin, when+" ("+Age(a.Published, p.in.Now)+")", sh.meta)
	}
	if day := Day(a.Modified); day != "" && day != Day(a.Published) {
		add(&kind, "changed "+day, sh.meta)
	}
	add(&kind, Reading(p.words()), sh.meta)
	add(&kind, FormatName(a.Format), sh.meta)
	return origin, kind
}

// factWidth is how wide facts are on one line.
func (p *Page) factWidth(facts []span) int {
	w := 3 * (len(facts) - 1)
	for _, f := range facts {
		w += ansi.StringWidth(f.text)
	}
	return w
}

// words estimates the words of a long story from its first part: the time it
// takes to read is told in minutes.
func (p *Page) words() int {
	const enough = 16 << 10
	text := p.in.Article.Text
	if text == "" {
		text = p.in.Article.Body
	}
	if len(text) <= enough {
		return articles.CountWords(text)
	}
	end := enough
	for end > 0 && !utf8.RuneStart(text[end]) {
		end--
	}
	return int(float64(articles.CountWords(text[:end])) * float64(len(text)) / float64(end))
}

// factRows sets facts with dots between them, and ends lines at the dots where
// it can.
func (p *Page) factRows(b *box, facts []span) {
	dot := span{text: " " + p.sheet.th.Marks.Dot + " ", style: p.sheet.meta}
	var row []span
	width := 0
	for _, f := range facts {
		w := ansi.StringWidth(f.text)
		if len(row) > 0 && width+3+w > p.frame.measure-b.firstW {
			p.para(b, row)
			row, width = nil, 0
		}
		if len(row) > 0 {
			row, width = append(row, dot), width+3
		}
		row, width = append(row, f), width+w
	}
	p.para(b, row)
}

// byline names the authors as people are named.
func byline(authors []string) string {
	switch n := len(authors); n {
	case 0:
		return ""
	case 1:
		return "By " + authors[0]
	default:
		return "By " + strings.Join(authors[:n-1], ", ") + " and " + authors[n-1]
	}
}

// setMarks shows what the reader did to the story.
func (p *Page) setMarks() {
	m, sh, b := p.in.Marks, p.sheet, box{}
	var out []span
	if m.Starred {
		out = append(out, span{text: sh.th.Marks.Star + " starred ", style: sh.star, ours: true})
	}
	for _, t := range m.Tags {
		out = append(out, span{text: "#" + t + " ", style: sh.tag, ours: true})
	}
	p.para(&b, out)
	if m.Note != "" {
		p.setNote(m.Note)
	}
}

// rule draws a line over the column, with space above.
func (p *Page) rule() {
	b := box{}
	p.gap(&b)
	p.push(spaces(p.frame.left)+
		paint(p.sheet.rule, strings.Repeat(p.sheet.th.Marks.Rule, p.frame.measure)), false)
}

// section begins one of the lists under the text. They run from left to
// right whatever the story does: they are the reader's, not the story's.
func (p *Page) section(name string) {
	p.rtl = false
	b := box{}
	p.rule()
	p.para(&b, []span{{text: strings.ToUpper(name), style: p.sheet.section, ours: true}})
}

// cutCount says how much cleaning took out.
func cutCount(a articles.Article) string {
	switch n := CutLines(a); n {
	case 0:
		return "Nothing was cut."
	case 1:
		return "1 line cut"
	default:
		return fmt.Sprintf("%d lines cut", n)
	}
}

// rightToLeft tells the direction of a story: by its language, or else by the
// letters of its title and of the beginning of its text.
func rightToLeft(a articles.Article) bool {
	language, _, _ := strings.Cut(strings.ToLower(a.Language), "-")
	switch language {
	case "ar", "he", "iw", "fa", "ur", "ps", "sd", "ug", "yi", "dv", "ckb":
		return true
	case "":
	default:
		return false
	}
	sample := a.Title + " " + a.Text[:min(len(a.Text), 2000)]
	if a.Text == "" {
		sample += a.Body[:min(len(a.Body), 2000)]
	}
	right, left := 0, 0
	for _, r := range sample {
		switch {
		case unicode.In(r, unicode.Arabic, unicode.Hebrew, unicode.Syriac, unicode.Thaana, unicode.Nko):
			right++
		case unicode.IsLetter(r):
			left++
		}
	}
	return right > left
}
