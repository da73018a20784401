package page

import (
	"sort"
	"strings"
)

// Marked returns lines as Lines does, with the matches that Find found, in the
// order it gave them, painted in. current is the hit the reader stands on, or
// -1.
func (p *Page) Marked(from, to int, matches []Match, current int) []string {
	lines := p.Lines(from, to)
	match, here := sgr(p.sheet.th.Match), sgr(p.sheet.th.MatchCurrent)
	byLine := map[int][]stripe{}
	from = max(0, from)
	first := sort.Search(len(matches), func(i int) bool { return matches[i].Line >= from })
	for _, m := range matches[first:] {
		at := m.Line - from
		if at >= len(lines) {
			break
		}
		style := match
		if m.Hit == current {
			style = here
		}
		byLine[at] = append(byLine[at], stripe{m.Start, m.End, style})
	}
	for at, stripes := range byLine {
		lines[at] = over(lines[at], stripes)
	}
	return lines
}

// stripe is a style over the cells start to end of a line.
type stripe struct {
	start, end int
	style      string
}

// over paints stripes over a line that the page drew. They are in order and
// apart from one another. Under a stripe the line's own colours are left out.
func over(text string, stripes []stripe) string {
	var b strings.Builder
	b.Grow(len(text) + 24*len(stripes))
	own, x, inside := "", 0, false
	for i := 0; i < len(text); {
		if n := sequence(text[i:]); n > 0 {
			seq := text[i : i+n]
			i += n
			if params, _, ok := colour(seq); ok {
				if own = join(own, params); params == "" {
					own = ""
				}
				if inside {
					continue
				}
			}
			b.WriteString(seq)
			continue
		}
		for inside && x >= stripes[0].end {
			b.WriteString("\x1b[m" + opening(own))
			stripes, inside = stripes[1:], false
		}
		for !inside && len(stripes) > 0 && x >= stripes[0].end {
			stripes = stripes[1:]
		}
		if !inside && len(stripes) > 0 && x >= stripes[0].start && x < stripes[0].end {
			if own != "" {
				b.WriteString("\x1b[m")
			}
			b.WriteString(opening(stripes[0].style))
			inside = true
		}
		n, w := cluster(text[i:])
		b.WriteString(text[i : i+n])
		i, x = i+n, x+w
	}
	if inside {
		b.WriteString("\x1b[m")
	}
	return b.String()
}

// sequence is the length of the colour or the link that s begins with, or 0.
func sequence(s string) int {
	if _, rest, ok := colour(s); ok {
		return len(s) - len(rest)
	}
	if strings.HasPrefix(s, "\x1b]8;") {
		if end := strings.Index(s, "\x1b\\"); end > 0 {
			return end + 2
		}
	}
	return 0
}

func opening(style string) string {
	if style == "" {
		return ""
	}
	return "\x1b[" + style + "m"
}
