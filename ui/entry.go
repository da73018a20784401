package ui

import (
	"strings"
	"unicode"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles/safe"
)

// entry is a line the reader types into. The cursor moves by what is one
// letter on the screen, however many runes that is.
type entry struct {
	text []string // grapheme clusters
	at   int
}

// maxEntry bounds what may be typed or pasted.
const maxEntry = 1000

func newEntry(s string) entry {
	e := entry{text: clusters(s)}
	e.at = len(e.text)
	return e
}

func clusters(s string) []string {
	var out []string
	for s = safe.Line(s); s != "" && len(out) < maxEntry; {
		c, _ := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
		if c == "" {
			break
		}
		out = append(out, c)
		s = s[len(c):]
	}
	return out
}

func (e entry) String() string { return strings.Join(e.text, "") }

// insert types s at the cursor. A letter that joins the one before it, as a
// combining mark does, becomes one with it.
func (e *entry) insert(s string) {
	keep := s == " " || strings.HasSuffix(s, " ")
	s = safe.Line(s)
	if keep {
		s += " "
	}
	before := strings.Join(e.text[:e.at], "") + s
	after := e.text[e.at:]
	var all []string
	for before != "" && len(all) < maxEntry {
		c, _ := ansi.FirstGraphemeCluster(before, ansi.GraphemeWidth)
		if c == "" {
			break
		}
		all, before = append(all, c), before[len(c):]
	}
	e.at = len(all)
	e.text = append(all, after...)
	e.text = e.text[:min(len(e.text), maxEntry)]
	e.at = min(e.at, len(e.text))
}

// key edits the line and reports whether the key was one for it.
func (e *entry) key(k tea.Key) bool {
	if k.Text != "" && k.Mod&^tea.ModShift == 0 {
		e.insert(k.Text)
		return true
	}
	switch ctrl := k.Mod == tea.ModCtrl; {
	case k.Code == tea.KeyBackspace && k.Mod == 0, ctrl && k.Code == 'h':
		e.cut(e.at-1, e.at)
	case k.Code == tea.KeyDelete, ctrl && k.Code == 'd':
		e.cut(e.at, e.at+1)
	case ctrl && k.Code == 'w', k.Code == tea.KeyBackspace:
		e.cut(e.wordBefore(), e.at)
	case ctrl && k.Code == 'u':
		e.cut(0, e.at)
	case ctrl && k.Code == 'k':
		e.cut(e.at, len(e.text))
	case k.Code == tea.KeyLeft && k.Mod == 0, ctrl && k.Code == 'b':
		e.at = max(e.at-1, 0)
	case k.Code == tea.KeyRight && k.Mod == 0, ctrl && k.Code == 'f':
		e.at = min(e.at+1, len(e.text))
	case k.Code == tea.KeyHome, ctrl && k.Code == 'a':
		e.at = 0
	case k.Code == tea.KeyEnd, ctrl && k.Code == 'e':
		e.at = len(e.text)
	case k.Code == tea.KeyLeft: // with alt or ctrl
		e.at = e.wordBefore()
	default:
		return false
	}
	return true
}

func (e *entry) cut(from, to int) {
	from, to = max(from, 0), min(to, len(e.text))
	if from < to {
		e.text = append(append([]string(nil), e.text[:from]...), e.text[to:]...)
		e.at = from
	}
}

func (e *entry) wordBefore() int {
	i := e.at
	for i > 0 && blankCluster(e.text[i-1]) {
		i--
	}
	for i > 0 && !blankCluster(e.text[i-1]) {
		i--
	}
	return i
}

func blankCluster(c string) bool {
	return strings.IndexFunc(c, unicode.IsSpace) == 0
}

// window is the part of the line that fits, with the cursor in it, and the
// column of the cursor. It also tells how many cells were left out before.
func (e entry) window(width int) (shown string, column, skipped int) {
	if width <= 0 {
		return "", 0, 0
	}
	widths := make([]int, len(e.text))
	for i, c := range e.text {
		widths[i] = cells(c)
		if i < e.at {
			column += widths[i]
		}
	}
	from := 0
	for column > width-1 && from < e.at {
		column -= widths[from]
		skipped += widths[from]
		from++
	}
	var b strings.Builder
	for i, w := from, 0; i < len(e.text) && w+widths[i] <= width; i++ {
		b.WriteString(e.text[i])
		w += widths[i]
	}
	return b.String(), min(column, width-1), skipped
}
