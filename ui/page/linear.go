package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/ui/theme"
)

// spokenWidth is wider than anything that is said in one breath.
const spokenWidth = 1 << 20

// Linear is a story for those who hear it or feel it on a Braille line: one
// announcement a line, no boxes, rules or columns, and a word where the page
// has a sign.
func Linear(in Input) []string {
	th := theme.New(theme.Options{NoColor: true, ASCII: true})
	th.Marks = spokenMarks(th.Marks)
	in.Hyperlinks = false
	p := New(in, spokenWidth, th)
	p.frame = frame{measure: spokenWidth}
	p.spoken, p.rtl = true, false
	p.sheet = &sheet{th: th}
	p.Advance(1 << 30)
	var out []string
	for _, l := range p.lines {
		if text := strings.TrimSpace(ansi.Strip(l.text)); text != "" {
			out = append(out, text)
		}
	}
	return out
}

// spokenMarks are words instead of signs.
func spokenMarks(m theme.Marks) theme.Marks {
	m.Unread, m.Read, m.Star, m.Copies = "unread,", "read,", "(starred)", "copies: "
	m.Ticked, m.Unticked, m.Bullet, m.SubBullet = "Done:", "To do:", "-", "-"
	m.Warning = "Warning:"
	return m
}
