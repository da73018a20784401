package page

import (
	"fmt"
	"strings"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// cutCap is how much of one cut is shown: a dump may be longer than all else.
const cutCap = 4000

// CutLines counts the lines of the source that cleaning took out, whole or in
// part.
func CutLines(a articles.Article) int {
	n, last := 0, 0
	for _, c := range a.Cuts {
		from, to := max(c.Line, last+1), max(c.Line, c.EndLine)
		if c.Line <= 0 {
			n++
			continue
		}
		if to >= from {
			n += to - from + 1
			last = to
		}
	}
	return n
}

// newSource makes the source of the body: the body itself, or with its cuts
// the story as it was found.
func (p *Page) newSource() *source {
	a := p.in.Article
	body, plain := a.Body, false
	if strings.TrimSpace(body) == "" {
		body, plain = a.Text, true
	}
	s := &source{body: body}
	switch {
	case p.in.ShowCuts && len(a.Cuts) > 0:
		s.ready, s.whole = withCuts(a, body, plain), true
	case plain:
		s.ready, s.whole = plainPieces(a), true
	}
	return s
}

// plainPieces are the paragraphs of the text, which is no Markdown.
func plainPieces(a articles.Article) []piece {
	paragraphs := a.Paragraphs()
	out := make([]piece, 0, len(paragraphs))
	at := 0
	for _, text := range paragraphs {
		from, total := at, float32(len(a.Text))
		at += len(text) + 2
		out = append(out, piece{
			kind: textPiece, text: text, from: float32(from) / total, to: min(1, float32(at)/total),
		})
	}
	return out
}

// withCuts puts the kept blocks and the cuts in the order of the source, or
// the cuts behind the story where no order is known. The blocks of the body
// are taken where they are as many as the numbered paragraphs; else the
// paragraphs of the text.
func withCuts(a articles.Article, body string, plain bool) []piece {
	kept := plainPieces(a)
	if !plain {
		blocks := allPieces(body)
		if len(a.Lines) == 0 || len(blocks) == len(a.Lines) || len(kept) != len(a.Lines) {
			kept = blocks
		}
	}
	numbers := a.Lines
	if len(numbers) != len(kept) {
		numbers = nil
	}
	out := make([]piece, 0, len(kept)+len(a.Cuts))
	cuts := a.Cuts
	at := float32(0)
	for i, k := range kept {
		for numbers != nil && len(cuts) > 0 && cuts[0].Line < numbers[i] {
			out = append(out, piece{kind: cutPiece, cut: cuts[0], from: k.from, to: k.from})
			cuts = cuts[1:]
		}
		out = append(out, k)
		at = k.to
	}
	if numbers == nil && len(cuts) > 0 {
		out = append(out, piece{kind: orphansPiece, text: "Cut from this story", from: at, to: at})
	}
	for _, c := range cuts {
		out = append(out, piece{kind: cutPiece, cut: c, from: at, to: at})
	}
	return out
}

func allPieces(body string) []piece {
	s := &source{body: body}
	var out []piece
	for {
		c, ok := s.next()
		if !ok {
			return out
		}
		out = append(out, c)
	}
}

// setCut sets what was taken out: dimmed, a dotted bar before it, its class
// at the margin, or above it where there is no margin to speak of.
func (p *Page) setCut(c piece) {
	sh := p.sheet
	defer p.leftToRight()()
	b := p.barred(box{}, paint(sh.cut, sh.th.Marks.Cut), "Cut")
	b.style = sh.cut
	label, from := safe.Line(string(c.cut.Class)), len(p.lines)
	room := p.width - p.frame.left - p.frame.measure - 2
	if ansi.StringWidth(label) > room {
		p.para(&b, []span{{text: label, style: sh.label, ours: true}})
		label = ""
	}
	text := strings.TrimRight(c.cut.Text, " \n\t")
	for _, line := range strings.Split(clip(text), "\n") {
		p.para(&b, []span{{text: line, ours: true}})
	}
	if more := len(text) - len(clip(text)); more > 0 {
		p.para(&b, []span{{text: fmt.Sprintf("… and %d bytes more", more), style: sh.label, ours: true}})
	}
	if len(p.lines) == from {
		p.emit(&b, "", 0)
	}
	if label != "" {
		l := &p.lines[from]
		gap := p.frame.left + p.frame.measure + 2 - ansi.StringWidth(l.text)
		l.text += spaces(gap) + paint(sh.label, label)
	}
}

// clip cuts a text at the cap, between clusters.
func clip(s string) string {
	if len(s) <= cutCap {
		return s
	}
	at := 0
	for at < cutCap {
		n, _ := cluster(s[at:])
		at += n
	}
	return s[:at]
}
