package page

import (
	"strings"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// spokenWidth is wider than anything that is said in one breath.
const spokenWidth = 1 << 20

// SpokenLine is one announcement of a story that is heard.
type SpokenLine struct {
	Text    string
	Passage articles.Passage // the paragraph, to mark it by; empty where it is none
	Marked  bool             // it is marked
}

// Spoken is the body of a story for those who hear it or feel it on a Braille
// line: one announcement a line, no boxes, rules or columns, and a word where
// the page has a sign; and where its links lead, by their numbers in the text.
func Spoken(in Input) ([]SpokenLine, []Link) {
	th := theme.New(theme.Options{NoColor: true, ASCII: true})
	th.Marks.Ticked, th.Marks.Unticked, th.Marks.Bullet, th.Marks.SubBullet = "Done:", "To do:", "-", "-"
	in.Hyperlinks = false
	p := New(in, spokenWidth, th)
	p.frame = frame{measure: spokenWidth}
	p.spoken, p.rtl = true, false
	p.sheet = &sheet{th: th}
	for p.stage = Body; p.stage == Body; {
		p.step()
	}
	var out []SpokenLine
	next := 0
	for n, l := range p.lines {
		for next < len(p.paras) && p.paras[next].To <= n {
			next++
		}
		text := strings.TrimSpace(ansi.Strip(l.text))
		if text == "" {
			continue
		}
		one := SpokenLine{Text: text}
		if next < len(p.paras) && p.paras[next].From == n {
			para := p.told(next)
			one.Passage, one.Marked = articles.Passage{Quote: para.Text, Nth: para.Nth}, para.marked
		}
		out = append(out, one)
	}
	return out, p.links
}
