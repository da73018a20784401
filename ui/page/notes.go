package page

import (
	"strings"
	"unicode"

	"broadsheet/articles"
)

// notes are the paragraphs that the reader marked, being found again in a
// story that may have been saved anew since: a paragraph that says the same,
// or where none does, the first that says nearly so.
type notes struct {
	all  []articles.Passage
	keys []string
	lost []bool // no paragraph of the story says the same
	done []bool
	seen map[string]int // how often a paragraph has been met
}

func newNotes(a articles.Article, all []articles.Passage) *notes {
	if len(all) == 0 {
		return nil
	}
	n := &notes{
		all: all, keys: make([]string, len(all)), lost: make([]bool, len(all)),
		done: make([]bool, len(all)), seen: map[string]int{},
	}
	text := articles.Letters(a.Body) + " " + articles.Letters(a.Text)
	for i, p := range all {
		n.keys[i] = articles.Letters(p.Quote)
		n.lost[i] = !strings.Contains(text, n.keys[i])
	}
	return n
}

// on returns what the reader marked of a paragraph.
func (n *notes) on(text string) []articles.Passage {
	if n == nil || text == "" {
		return nil
	}
	key := articles.Letters(text)
	nth := n.seen[key]
	n.seen[key]++
	var found []articles.Passage
	for i, p := range n.all {
		same := n.keys[i] == key || len(p.Quote) >= articles.MaxQuote-4 && strings.HasPrefix(key, n.keys[i])
		if n.done[i] || same && p.Nth != nth || !same && !(n.lost[i] && alike(p.Quote, text)) {
			continue
		}
		n.done[i] = true
		found = append(found, p)
	}
	return found
}

// left are those whose paragraphs were not met.
func (n *notes) left() []articles.Passage {
	var out []articles.Passage
	if n != nil {
		for i, p := range n.all {
			if !n.done[i] {
				out = append(out, p)
			}
		}
	}
	return out
}

// alike reports that a paragraph was edited into another: they share more
// than half of their words, and are no mere phrase.
func alike(a, b string) bool {
	const least = 4
	one, other := wordSet(a), wordSet(b)
	if len(one) < least || len(other) < least {
		return false
	}
	shared := 0
	for w := range one {
		if other[w] {
			shared++
		}
	}
	return 2*shared > len(one)+len(other)-shared
}

func wordSet(s string) map[string]bool {
	set := map[string]bool{}
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r) && !unicode.IsMark(r)
	}) {
		set[w] = true
	}
	return set
}

// highlight is how a marked paragraph is drawn where there is no margin for
// a bar.
const highlight = "4"

// markMargin draws a bar beside the lines from one on, where there is a
// margin. What hangs into the margin keeps its place.
func (p *Page) markMargin(from int) {
	if !p.barFits() {
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

func (p *Page) barFits() bool { return p.frame.left >= 2 && !p.spoken }

// setNote sets the words of a note.
func (p *Page) setNote(text string) {
	b := p.inside(box{style: p.sheet.note}, paint(p.sheet.note, "Note:")+" ", spaces(6), 6)
	f := flatten([]span{{text: text, ours: true}})
	p.rows(&b, f, wrap(f.text, p.frame.measure-b.firstW, p.frame.measure-b.restW), 0)
}

// setLeft shows what the reader marked in an earlier shape of the story.
func (p *Page) setLeft() {
	left := p.notes.left()
	if len(left) == 0 {
		return
	}
	b := box{}
	p.gap(&b)
	p.ours("Marked in an earlier shape of this story:", box{style: p.sheet.section})
	for _, n := range left {
		p.gap(&b)
		p.ours(n.Quote, p.barred(box{style: p.sheet.cut}, paint(p.sheet.note, p.sheet.th.Marks.Quote), "Marked"))
		if n.Note != "" {
			p.setNote(n.Note)
		}
	}
}

// ours sets words that are no part of the story.
func (p *Page) ours(text string, b box) {
	f := flatten([]span{{text: text, ours: true}})
	p.rows(&b, f, wrap(f.text, p.frame.measure-b.firstW, p.frame.measure-b.restW), 0)
}
