package ui

import (
	"strings"

	"charm.land/lipgloss/v2"

	"broadsheet/ui/diff"
	"broadsheet/ui/theme"
)

// composer sets words of several styles into lines of a width.
type composer struct {
	width int
	lines []string
	line  strings.Builder
	used  int
	last  string // the word before
}

// word puts one word on the line, or on the next.
func (p *composer) word(w string, style lipgloss.Style) {
	w = fit(w, p.width)
	n := cells(w)
	space := 1
	if diff.Tight(p.last, w) {
		space = 0
	}
	if p.used > 0 && p.used+space+n > p.width {
		p.end()
	}
	if p.used > 0 {
		p.line.WriteString(blank(space))
		p.used += space
	}
	p.last = w
	p.line.WriteString(style.Render(w))
	p.used += n
}

// words puts words that changed: the first carries the sign, so that they are
// told apart without colour.
func (p *composer) words(all []string, sign string, style lipgloss.Style) {
	for i, w := range all {
		if w == diff.Break {
			p.word(sign+"¶", style)
			p.gap()
			continue
		}
		if i == 0 {
			w = sign + w
		}
		p.word(w, style)
	}
}

// same puts words that did not change, without those in the middle that are
// far from any change.
func (p *composer) same(all []string, after, before bool, th *theme.Theme) {
	head, tail := 0, 0
	if after {
		head = min(around, len(all))
	}
	if before {
		tail = min(around, len(all)-head)
	}
	left := len(all) - head - tail
	if left <= around { // not worth leaving out
		p.plain(all, th)
		return
	}
	p.plain(all[:head], th)
	if head > 0 && all[head-1] != diff.Break {
		p.word(th.Marks.Ellipsis, th.Absent)
	}
	p.gap()
	p.word(thousands(left)+" words the same", th.Absent)
	p.gap()
	if rest := all[len(all)-tail:]; tail > 0 {
		if all[head+left-1] != diff.Break && rest[0] != diff.Break {
			p.word(th.Marks.Ellipsis, th.Absent)
		}
		p.plain(rest, th)
	}
}

func (p *composer) plain(all []string, th *theme.Theme) {
	for _, w := range all {
		if w == diff.Break {
			p.gap()
			continue
		}
		p.word(w, th.Body)
	}
}

// end ends the line.
func (p *composer) end() {
	p.lines = append(p.lines, p.line.String())
	p.line.Reset()
	p.used = 0
}

// gap ends the paragraph with a blank line.
func (p *composer) gap() {
	if p.used > 0 {
		p.end()
	}
	if n := len(p.lines); n > 0 && p.lines[n-1] != "" {
		p.lines = append(p.lines, "")
	}
}

// done is the lines.
func (p *composer) done() []string {
	if p.used > 0 {
		p.end()
	}
	return p.lines
}
