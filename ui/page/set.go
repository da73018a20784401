package page

import (
	"strings"
	"unicode/utf8"

	"broadsheet/articles/safe"
)

// setPiece sets the next block of the body.
func (p *Page) setPiece() {
	begin := len(p.lines)
	b := box{style: p.sheet.body}
	c := p.chunk
	if !c.more {
		p.gap(&b)
	}
	switch {
	case c.kind == cutPiece:
		p.setCut(c)
	case c.kind == orphansPiece:
		p.para(&b, []span{{text: c.text, style: p.sheet.section, ours: true}})
	case c.kind == codePiece:
		p.setCode(b, c.text)
	case c.kind == textPiece || isPlain(c.text):
		p.para(&b, []span{{text: c.text}})
	default:
		p.markdown(safe.Markdown(c.text), b)
	}
	for i := begin; i < len(p.lines); i++ {
		along := float32(i-begin) / float32(len(p.lines)-begin)
		p.lines[i].at = c.from + along*(c.to-c.from)
	}
}

// para sets a paragraph.
func (p *Page) para(b *box, spans []span) {
	f := flatten(spans)
	if f.text == "" {
		return
	}
	hang := 0
	if !p.rtl && b.firstW == 0 && p.frame.left >= 2 {
		hang = hanging(f.text)
	}
	rows := wrap(f.text, p.frame.measure-b.firstW+hang, p.frame.measure-b.restW)
	if p.stage != Body {
		p.rows(b, f, rows, hang)
		return
	}
	one := Para{Index: len(p.paras), Text: f.said(), From: len(p.lines)}
	marked := p.notes.on(one.Text)
	one.marked = len(marked) > 0
	style := b.style
	switch {
	case one.marked && p.spoken:
		*b = p.inside(*b, "Marked: ", "", len("Marked: "))
	case one.marked && !p.barFits():
		b.style = join(b.style, highlight)
	}
	p.rows(b, f, rows, hang)
	b.style, one.To = style, len(p.lines)
	if one.Text != "" { // else the words are the page's own
		p.paras = append(p.paras, one)
	}
	if one.marked {
		p.markMargin(one.From)
	}
	for _, n := range marked {
		if n.Note != "" {
			p.setNote(n.Note)
		}
	}
}

// rows adds the rows of a paragraph. The first may hang so many cells into
// the margin.
func (p *Page) rows(b *box, f flat, rows []row, hang int) {
	for _, r := range rows {
		text, w := p.paint(f, r.from, r.to, b.style), r.w
		if room := p.frame.measure - b.firstW + hang; w > room {
			text, w = p.sheet.th.Marks.Blank, 1
		}
		p.noteLinks(f, r)
		if hang > 0 {
			p.push(spaces(p.frame.left-hang)+text, false)
			hang = 0
		} else {
			p.emit(b, text, w)
		}
		p.letters[p.stage] += f.letters(r.from, r.to)
	}
}

// noteLinks remembers on which line the number of a link stands.
func (p *Page) noteLinks(f flat, r row) {
	for _, e := range f.edges {
		if e.ours && e.link > 0 && e.from >= r.from && e.from < r.to {
			if l := &p.links[e.link-1]; l.Line < 0 {
				l.Line = len(p.lines)
			}
		}
	}
}

// hanging is how far the quotation mark that opens a paragraph hangs into the
// margin, so that the letters stand in line. The wide brackets of East Asia
// hold their own space and stay where they are.
func hanging(s string) int {
	r, _ := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("\"“‘„‚«‹", r) {
		return 1
	}
	return 0
}

// setCode sets code as it stands: nothing joined, nothing at the wrong place,
// long lines broken.
func (p *Page) setCode(b box, code string) {
	defer p.leftToRight()()
	b = p.barred(b, paint(p.sheet.codeBar, p.sheet.th.Marks.Code), "Code")
	b.style = p.sheet.body
	for _, text := range strings.Split(strings.TrimRight(code, "\n"), "\n") {
		p.verbatim(&b, text)
	}
}

// verbatim sets one line, its blanks kept.
func (p *Page) verbatim(b *box, text string) {
	text = expandTabs(safe.Text(strings.TrimRight(text, " \t\r")))
	f := flat{text: text, edges: []edge{{style: ""}}}
	room := max(1, p.frame.measure-b.restW)
	from, w := 0, 0
	for i := 0; i < len(text); {
		n, cells := cluster(text[i:])
		if w+cells > room && i > from {
			p.rows(b, f, []row{{from, i, w}}, 0)
			from, w = i, 0
		}
		i, w = i+n, w+cells
	}
	p.rows(b, f, []row{{from, len(text), w}}, 0)
}

// expandTabs puts spaces up to the next multiple of four for each tab.
func expandTabs(s string) string {
	if !strings.Contains(s, "\t") {
		return s
	}
	var b strings.Builder
	w := 0
	for i := 0; i < len(s); {
		if s[i] == '\t' {
			n := 4 - w%4
			b.WriteString(spaces(n))
			i, w = i+1, w+n
			continue
		}
		n, cells := cluster(s[i:])
		b.WriteString(s[i : i+n])
		i, w = i+n, w+cells
	}
	return b.String()
}

// endBody closes the body: a story without one says so.
func (p *Page) endBody() {
	defer p.setLeft()
	for _, l := range p.lines[p.bodyTop:] {
		if l.text != "" {
			return
		}
	}
	b := box{}
	p.gap(&b)
	p.para(&b, []span{{text: "This story has no text.", style: p.sheet.meta, ours: true}})
}
