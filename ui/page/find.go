package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"
	"golang.org/x/text/unicode/norm"
)

// Match is a place where the page says what was looked for, in cells of a
// line. A match that goes over a line end is several, with the same Hit.
type Match struct {
	Line, Start, End int
	Hit              int // counts from 0
}

// Find looks for a query in what the page shows, case and accents folded,
// blanks and line ends alike. It sets the whole page.
func (p *Page) Find(query string) []Match {
	needle := foldString(query)
	if needle == "" {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
	h := hay{}
	for i, l := range p.lines {
		h.add(i, ansi.Strip(l.text))
	}
	return h.find(needle)
}

// hay is the visible text of a page, folded, with the cell each byte of it
// came from.
type hay struct {
	text  strings.Builder
	cells []cellAt
}

type cellAt struct{ line, start, end int32 }

func (h *hay) add(line int, text string) {
	x, blank := 0, true
	for i := 0; i < len(text); {
		n, w := cluster(text[i:])
		folded := fold(text[i : i+n])
		if folded == " " {
			if blank {
				folded = ""
			}
			blank = true
		} else if folded != "" {
			blank = false
		}
		h.put(folded, cellAt{int32(line), int32(x), int32(x + w)})
		i, x = i+n, x+w
	}
	if !blank {
		h.put(" ", cellAt{int32(line), int32(x), int32(x)})
	}
}

func (h *hay) put(s string, at cellAt) {
	h.text.WriteString(s)
	for range len(s) {
		h.cells = append(h.cells, at)
	}
}

func (h *hay) find(needle string) []Match {
	var out []Match
	text, from := h.text.String(), 0
	for hit := 0; ; hit++ {
		i := strings.Index(text[from:], needle)
		if i < 0 {
			return out
		}
		from += i
		for _, c := range h.cells[from : from+len(needle)] {
			last := len(out) - 1
			if last < 0 || out[last].Hit != hit || out[last].Line != int(c.line) {
				out = append(out, Match{Line: int(c.line), Start: int(c.start), Hit: hit})
				last++
			}
			out[last].End = int(c.end)
		}
		from += len(needle)
	}
}

// foldString folds a query as the page is folded.
func foldString(s string) string {
	var b strings.Builder
	for i := 0; i < len(s); {
		n, _ := cluster(s[i:])
		b.WriteString(fold(s[i : i+n]))
		i += n
	}
	return strings.Join(strings.Fields(b.String()), " ")
}

// fold leaves of a cluster its base letters, in lower case.
func fold(c string) string {
	if len(c) == 1 {
		if c[0] >= 'A' && c[0] <= 'Z' {
			return string(rune(c[0]) + 'a' - 'A')
		}
		return c
	}
	var b strings.Builder
	for _, r := range norm.NFKD.String(c) {
		switch {
		case unicode.IsMark(r) || r == 'ـ' || r == utf8.RuneError:
		case r == '’' || r == '‘':
			b.WriteByte('\'')
		case r == '“' || r == '”':
			b.WriteByte('"')
		case r == 'ß':
			b.WriteString("ss")
		case unicode.IsSpace(r):
			b.WriteByte(' ')
		default:
			b.WriteRune(unicode.ToLower(r))
		}
	}
	return b.String()
}
