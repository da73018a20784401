package page

import (
	"fmt"
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	east "github.com/yuin/goldmark/extension/ast"
)

// depthCap is how many blocks may stand inside one another. The safety gate
// caps them lower; this holds whatever comes.
const depthCap = 24

// markdown sets a block that Markdown has a say in: goldmark reads what
// stands in what, the page sets it, and glamour draws the words.
func (p *Page) markdown(src string, b box) {
	if p.inline == nil {
		p.inline = newInliner(p.sheet)
	}
	doc, source := p.inline.parse(src, p.source.body)
	d := &document{page: p, source: source}
	d.children(doc, &b, 0)
}

// document is one block being set.
type document struct {
	page   *Page
	source []byte
}

// children sets the blocks inside a node, one blank line between them.
func (d *document) children(n ast.Node, b *box, depth int) {
	begun := false
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if begun {
			d.page.gap(b)
		}
		before := len(d.page.lines)
		d.block(c, b, depth)
		begun = begun || len(d.page.lines) > before
		c = next
	}
}

func (d *document) block(n ast.Node, b *box, depth int) {
	p := d.page
	if depth > depthCap {
		p.para(b, []span{{text: d.words(n)}})
		return
	}
	switch n := n.(type) {
	case *ast.Heading:
		d.heading(n, b)
	case *ast.Paragraph, *ast.TextBlock:
		style := b.style
		if n.ChildCount() == 1 && n.FirstChild().Kind() == ast.KindImage {
			b.style = join(style, p.sheet.meta) // its words are no prose
		}
		p.para(b, d.spans(n))
		b.style = style
	case *ast.Blockquote:
		inner := p.barred(*b, paint(p.sheet.quoteBar, p.sheet.th.Marks.Quote), "Quote")
		inner.style = join(b.style, p.sheet.quote)
		d.children(n, &inner, depth+1)
		b.first, b.firstW = b.rest, b.restW
	case *ast.List:
		d.list(n, b, depth)
	case *ast.FencedCodeBlock, *ast.CodeBlock:
		p.setCode(*b, d.lines(n))
		b.first, b.firstW = b.rest, b.restW
	case *ast.HTMLBlock:
		p.para(b, []span{{text: stripTags(d.lines(n))}})
	case *ast.ThematicBreak:
		d.pause(b)
	case *east.Table:
		d.table(n, b)
	default:
		p.para(b, []span{{text: d.words(n)}})
	}
}

func (d *document) heading(n *ast.Heading, b *box) {
	p := d.page
	at, spans := len(p.lines), d.spans(n)
	inner := *b
	if p.spoken {
		inner = p.inside(inner, "Heading: ", "", 9)
	}
	inner.style = join(b.style, p.sheet.heading)
	p.para(&inner, spans)
	b.first, b.firstW = inner.first, inner.firstW
	var text strings.Builder
	for _, s := range spans {
		if !s.ours {
			text.WriteString(s.text)
		}
	}
	if len(p.lines) > at {
		p.outline = append(p.outline, Heading{
			Level: n.Level, Text: flatten([]span{{text: text.String()}}).text, Line: at,
		})
	}
}

// list sets the items of a list, each hanging behind its mark.
func (d *document) list(n *ast.List, b *box, depth int) {
	p := d.page
	number, width := n.Start, 0
	if n.IsOrdered() {
		width = len(fmt.Sprint(n.Start+n.ChildCount()-1)) + 2
	}
	begun := false
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		if begun && !n.IsTight {
			p.gap(b)
		}
		mark, w := p.sheet.th.Marks.Bullet+" ", 2
		if within(n, ast.KindList) {
			mark = p.sheet.th.Marks.SubBullet + " "
		}
		if n.IsOrdered() {
			mark, w = fmt.Sprintf("%*d%c ", width-2, number, n.Marker), width
			number++
		}
		if box := checkBox(c); box != nil {
			mark, w = p.sheet.th.Marks.Unticked+" ", 2
			if box.IsChecked {
				mark = p.sheet.th.Marks.Ticked + " "
			}
		}
		inner := p.inside(*b, paint(p.sheet.bullet, strings.TrimRight(mark, " "))+" ", spaces(w), w)
		inner.flat = n.IsTight
		before := len(p.lines)
		d.children(c, &inner, depth+1)
		if len(p.lines) == before {
			p.emit(&inner, "", 0)
		}
		begun = true
		b.first, b.firstW = b.rest, b.restW
		c = next
	}
}

// checkBox is the box of a task, where an item begins with one.
func checkBox(item ast.Node) *east.TaskCheckBox {
	if item.FirstChild() == nil || item.FirstChild().FirstChild() == nil {
		return nil
	}
	box, _ := item.FirstChild().FirstChild().(*east.TaskCheckBox)
	return box
}

// pause sets a thematic break: three dots in the middle of the column.
func (d *document) pause(b *box) {
	p := d.page
	if p.spoken {
		return
	}
	dot := p.sheet.th.Marks.Dot
	text, w := dot+" "+dot+" "+dot, 5
	room := p.frame.measure - b.firstW
	if room < w {
		text, w = dot, 1
	}
	left := max(0, (room-w)/2)
	p.emit(b, spaces(left)+paint(p.sheet.meta, text), left+w)
}

// lines is the source of a block that is read as it stands.
func (d *document) lines(n ast.Node) string {
	var b strings.Builder
	for i := range n.Lines().Len() {
		at := n.Lines().At(i)
		b.Write(at.Value(d.source))
	}
	return b.String()
}

// words is the text inside a node, whatever the node is.
func (d *document) words(n ast.Node) string {
	var b strings.Builder
	_ = ast.Walk(n, func(n ast.Node, entering bool) (ast.WalkStatus, error) {
		if t, ok := n.(*ast.Text); ok && entering {
			b.Write(t.Value(d.source))
			b.WriteByte(' ')
		}
		return ast.WalkContinue, nil
	})
	return b.String()
}

// stripTags leaves of HTML what stands between the tags.
func stripTags(s string) string {
	var b strings.Builder
	for {
		text, rest, found := strings.Cut(s, "<")
		b.WriteString(text)
		if !found {
			break
		}
		_, after, closed := strings.Cut(rest, ">")
		if !closed {
			break
		}
		b.WriteByte(' ')
		s = after
	}
	return html.UnescapeString(b.String())
}
