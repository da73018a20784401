package page

import (
	"strings"

	east "github.com/yuin/goldmark/extension/ast"
)

// columnsCap is how many columns a table may have before it is set as a list:
// no terminal shows more so that they can be read.
const columnsCap = 12

// cell is one cell of a table.
type cell struct {
	spans []span
	flat
}

// grid is a table whose cells are ready to be set.
type grid struct {
	rows  [][]cell
	align []east.Alignment
	head  int // how many rows are the head
}

// table sets a table in columns where it fits, and as a list of its rows
// where the measure is too small for columns.
func (d *document) table(n *east.Table, b *box) {
	p, g := d.page, grid{align: n.Alignments}
	for r := n.FirstChild(); r != nil; r = r.NextSibling() {
		var cells []cell
		for c := r.FirstChild(); c != nil; {
			next := c.NextSibling()
			spans := d.spans(c)
			cells = append(cells, cell{spans, flatten(spans)})
			c = next
		}
		if r.Kind() == east.KindTableHeader {
			g.head = len(g.rows) + 1
		}
		g.rows = append(g.rows, cells)
	}
	widths, ok := g.fit(p.frame.measure - b.restW)
	defer p.leftToRight()()
	if !ok || p.spoken {
		p.setAsList(g, b)
		return
	}
	loose := g.broken(widths)
	for i, cells := range g.rows {
		style := b.style
		if i < g.head {
			style = join(style, p.sheet.head)
		} else if loose && i > g.head {
			p.gap(b)
		}
		p.setRow(g, cells, widths, style, b)
		if i+1 == g.head && i+1 < len(g.rows) {
			p.emit(b, paint(p.sheet.rule, strings.Repeat(p.sheet.th.Marks.Rule, total(widths))), total(widths))
		}
	}
}

// columnGap is the space between two columns.
const columnGap = 2

func total(widths []int) int {
	sum := columnGap * (len(widths) - 1)
	for _, w := range widths {
		sum += w
	}
	return sum
}

// fit finds how wide each column is. A table that is too wide takes the
// difference from its widest columns, down to what their longest word needs
// or a dozen cells.
func (g grid) fit(room int) ([]int, bool) {
	columns := len(g.align)
	if columns == 0 || columns > columnsCap {
		return nil, false
	}
	widths, least := make([]int, columns), make([]int, columns)
	for _, cells := range g.rows {
		for i := range min(columns, len(cells)) {
			for _, r := range wrap(cells[i].text, room, room) {
				widths[i] = max(widths[i], r.w)
			}
			for _, r := range wrap(cells[i].text, 12, 12) {
				least[i] = max(least[i], r.w)
			}
		}
	}
	for i := range widths {
		widths[i], least[i] = max(1, widths[i]), max(1, min(least[i], 12))
	}
	for total(widths) > room {
		widest := -1
		for i, w := range widths {
			if w > least[i] && (widest < 0 || w > widths[widest]) {
				widest = i
			}
		}
		if widest < 0 {
			return nil, false
		}
		widths[widest]--
	}
	return widths, true
}

// broken reports that some row under the head takes more than one line, so
// that rows must stand apart to be told from one another.
func (g grid) broken(widths []int) bool {
	for _, cells := range g.rows[min(g.head, len(g.rows)):] {
		for i := range min(len(widths), len(cells)) {
			if len(wrap(cells[i].text, widths[i], widths[i])) > 1 {
				return true
			}
		}
	}
	return false
}

// setRow sets one row of cells, each broken in its own column.
func (p *Page) setRow(g grid, cells []cell, widths []int, style string, b *box) {
	broken, height := make([][]row, len(widths)), 1
	for i := range min(len(widths), len(cells)) {
		broken[i] = wrap(cells[i].text, widths[i], widths[i])
		height = max(height, len(broken[i]))
	}
	for y := range height {
		var line strings.Builder
		letters := 0
		for x, w := range widths {
			text, ink := "", 0
			if y < len(broken[x]) {
				r := broken[x][y]
				if text, ink = p.paint(cells[x].flat, r.from, r.to, style), r.w; ink > w {
					text, ink = p.sheet.th.Marks.Blank, 1
				}
				letters += cells[x].letters(r.from, r.to)
				p.noteLinks(cells[x].flat, r)
			}
			left := 0
			switch g.align[x] {
			case east.AlignRight:
				left = w - ink
			case east.AlignCenter:
				left = (w - ink) / 2
			}
			line.WriteString(spaces(left) + text)
			if x+1 < len(widths) {
				line.WriteString(spaces(w - ink - left + columnGap))
			}
		}
		p.emit(b, strings.TrimRight(line.String(), " "), total(widths))
		p.letters[p.stage] += letters
	}
}

// setAsList sets a table that has no room for columns: each row a group of
// lines, each cell behind the head of its column.
func (p *Page) setAsList(g grid, b *box) {
	rows, heads := g.rows, []cell(nil)
	if g.head > 0 && len(rows) > 1 {
		rows, heads = rows[1:], rows[0]
	}
	for i, cells := range rows {
		if i > 0 {
			p.gap(b)
		}
		for x, c := range cells {
			if c.text == "" {
				continue
			}
			spans := c.spans
			if x < len(heads) && heads[x].text != "" {
				spans = append([]span{{text: heads[x].text + ": ", style: p.sheet.head, ours: true}}, spans...)
			}
			p.para(b, spans)
		}
	}
}
