package page

import "strings"

// annotate shows the reader's notes on the paragraph that was set from a line
// on, and whose letters begin after so many others.
func (p *Page) annotate(from, before int) {
	after, marked := p.letters[Body], false
	for _, n := range p.in.Notes {
		if n.At.Part != Body || n.At.Offset < before || n.At.Offset >= after {
			continue
		}
		if !marked {
			p.markMargin(from)
			marked = true
		}
		if n.Text != "" {
			p.setNote(n.Text)
		}
	}
}

// markMargin draws a bar beside the lines from one on, where there is a
// margin. What hangs into the margin keeps its place.
func (p *Page) markMargin(from int) {
	if p.frame.left < 2 {
		return
	}
	bar := paint(p.sheet.note, p.sheet.th.Marks.Quote)
	for i := from; i < len(p.lines); i++ {
		l := &p.lines[i]
		if rest, ok := strings.CutPrefix(l.text, spaces(p.frame.left-1)); ok {
			l.text = spaces(p.frame.left-2) + bar + rest
		}
	}
}

// setNote sets the words of a note.
func (p *Page) setNote(text string) {
	b := p.inside(box{style: p.sheet.note}, paint(p.sheet.note, "Note:")+" ", spaces(6), 6)
	f := flatten([]span{{text: text, ours: true}})
	p.rows(&b, f, wrap(f.text, p.frame.measure-b.firstW, p.frame.measure-b.restW), 0)
}
