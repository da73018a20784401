package page

import (
	"sort"
	"strings"

	"broadsheet/articles"
)

// Para is a paragraph of the body, for a reader who copies or marks it.
type Para struct {
	Index    int    // from 0, the same at any width
	Text     string // what it says, without the marks and numbers of the page
	Nth      int    // paragraphs before it that say the same
	From, To int    // its lines, To not included
	marked   bool
}

// Para is the paragraph of an index. It sets the page as far as it must.
func (p *Page) Para(i int) (Para, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.stage <= Body && len(p.paras) <= i {
		p.step()
	}
	if i < 0 || i >= len(p.paras) {
		return Para{}, false
	}
	return p.told(i), true
}

// ParaAt is the paragraph on a line, else the first after it, else the last.
// It is not ok where the body has none.
func (p *Page) ParaAt(line int) (Para, bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	for p.stage <= Body && (len(p.paras) == 0 || p.paras[len(p.paras)-1].To <= line) {
		p.step()
	}
	i := sort.Search(len(p.paras), func(i int) bool { return p.paras[i].To > line })
	if i = min(i, len(p.paras)-1); i < 0 {
		return Para{}, false
	}
	return p.told(i), true
}

// told is a paragraph with how often its words stood before.
func (p *Page) told(i int) Para {
	one := p.paras[i]
	key := articles.Letters(one.Text)
	for _, before := range p.paras[:i] {
		if len(before.Text) == len(one.Text) && articles.Letters(before.Text) == key {
			one.Nth++
		}
	}
	return one
}

// Passage finds among the reader's marked paragraphs the one that stands at a
// paragraph of the page, or -1.
func (one Para) Passage(all []articles.Passage) int {
	if !one.marked {
		return -1
	}
	key, near := articles.Letters(one.Text), -1
	for i, p := range all {
		switch folded := articles.Letters(p.Quote); {
		case folded == key && p.Nth == one.Nth:
			return i
		case near < 0 && alike(p.Quote, one.Text):
			near = i
		}
	}
	return near
}

// Pointed paints the cursor over the paragraph that stands on the lines from,
// to: over lines of the page, the first of which is the line at.
func (p *Page) Pointed(lines []string, at, from, to int) []string {
	tint := sgr(p.sheet.th.Cursor)
	for i := max(from-at, 0); i < min(to-at, len(lines)); i++ {
		blank := len(lines[i]) - len(strings.TrimLeft(lines[i], " ")) // of a line from right to left
		lines[i] = over(lines[i], []stripe{{max(p.frame.left, blank), p.width, tint}})
	}
	return lines
}

// PassageLine is the line of the paragraph that the reader marked, or 0 where
// it is gone. It sets the page as far as it must.
func (p *Page) PassageLine(wanted articles.Passage) int {
	key, near := articles.Letters(wanted.Quote), 0
	for i := 0; ; i++ {
		one, ok := p.Para(i)
		switch {
		case !ok:
			return near
		case one.Nth == wanted.Nth && articles.Letters(one.Text) == key:
			return one.From
		case near == 0 && alike(wanted.Quote, one.Text):
			near = one.From
		}
	}
}
