package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"
)

// Measure is the most cells a line of text takes: what the eye finds back
// from.
const Measure = 76

// frame is where the column of text stands in the width.
type frame struct{ left, measure int }

// frameFor gives narrow pages every cell, wider ones a margin, and stands the
// column in the middle where there is more room than the measure takes.
func frameFor(width int) frame {
	margin := 0
	switch {
	case width >= 48:
		margin = 2
	case width >= 30:
		margin = 1
	}
	measure := max(0, min(Measure, width-2*margin))
	return frame{left: max(margin, (width-measure)/2), measure: measure}
}

// box is where a block stands inside the column: what is drawn before its
// first line and before the others, already styled.
type box struct {
	first, rest   string
	firstW, restW int
	style         string // of the text, where it says nothing itself
	flat          bool   // no blank lines between the blocks inside
}

// inside adds a mark before a block: first on its first line, rest on the
// others, each w cells wide. Where too few cells would be left for text the
// mark is left out.
func (p *Page) inside(b box, first, rest string, w int) box {
	if p.frame.measure-b.restW-w < 8 && b.restW > 0 || p.frame.measure-w < 4 {
		return b
	}
	if p.rtl {
		b.first, b.rest = mirrored(first)+b.first, mirrored(rest)+b.rest
	} else {
		b.first, b.rest = b.first+first, b.rest+rest
	}
	b.firstW, b.restW = b.firstW+w, b.restW+w
	return b
}

// barred adds a bar before a block, or where the page is spoken what the bar
// stands for, once.
func (p *Page) barred(b box, bar, spoken string) box {
	if p.spoken {
		return p.inside(b, spoken+": ", "", len(spoken)+2)
	}
	return p.inside(b, bar+" ", bar+" ", 2)
}

// mirrored moves the space after a mark before it.
func mirrored(mark string) string {
	trimmed := strings.TrimRight(mark, " ")
	return strings.Repeat(" ", len(mark)-len(trimmed)) + trimmed
}

// leftToRight sets what follows from left to right, until what it returns is
// called.
func (p *Page) leftToRight() (restore func()) {
	rtl := p.rtl
	p.rtl = false
	return func() { p.rtl = rtl }
}

// emit adds one line at the column: text is w cells wide.
func (p *Page) emit(b *box, text string, w int) {
	prefix, prefixW := b.first, b.firstW
	b.first, b.firstW = b.rest, b.restW
	if p.rtl {
		room := p.frame.measure - prefixW - w
		p.push(spaces(p.frame.left+room)+text+prefix, false)
		return
	}
	if text == "" {
		prefix = strings.TrimRight(prefix, " ")
	}
	p.push(spaces(p.frame.left)+prefix+text, false)
}

// gap makes sure that a blank line stands before what comes next.
func (p *Page) gap(b *box) {
	if p.gaps > 0 || len(p.lines) == 0 || b.flat {
		return
	}
	text := strings.TrimRight(b.rest, " ")
	if ansi.StringWidth(strings.TrimSpace(ansi.Strip(text))) == 0 {
		p.push("", true)
		return
	}
	if p.rtl {
		p.push(spaces(p.frame.left+p.frame.measure-b.restW)+text, true)
		return
	}
	p.push(spaces(p.frame.left)+text, true)
}

// push adds a finished line. That it fits is seen to here once more, whatever
// was drawn.
func (p *Page) push(text string, blank bool) {
	if !fits(text, p.width) {
		text = ansi.Truncate(text, p.width, "")
	}
	if blank {
		p.gaps++
	} else {
		p.gaps = 0
	}
	p.lines = append(p.lines, line{
		text: text, part: p.stage, before: p.letters[p.stage],
	})
}

// fits reports that a line is at most width cells wide. Lines in ASCII and
// colour are counted here, because measuring is a third of the work else.
func fits(text string, width int) bool {
	w := 0
	for i := 0; i < len(text); {
		switch c := text[i]; {
		case c >= ' ' && c <= '~':
			i, w = i+1, w+1
		case c == 0x1b && sequence(text[i:]) > 0:
			i += sequence(text[i:])
		default:
			return ansi.StringWidth(text) <= width
		}
	}
	return w <= width
}

func spaces(n int) string { return strings.Repeat(" ", max(0, n)) }
