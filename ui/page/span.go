package page

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles/safe"
)

// span is a piece of text in one style.
type span struct {
	text  string
	style string // SGR parameters
	link  int    // the number of the link it belongs to, from 1
	ours  bool   // the page's own words, not the story's: link numbers
	ends  bool   // no text, but the end of a line inside a paragraph
}

// hardBreak ends a line inside a paragraph. Unicode names it for that, and
// the gate lets none through that a story brings.
const hardBreak = '\u2028'

// flat is a paragraph as one string, with the places where its style changes.
// Breaking lines needs the first, painting them the second.
type flat struct {
	text  string
	edges []edge
}

type edge struct {
	from  int
	style string
	link  int
	ours  bool
}

// flatten joins spans: every run of blanks becomes one space, none stands at
// an end, and a line end between two signs that are written without spaces
// becomes nothing.
func flatten(spans []span) flat {
	j := joiner{edges: make([]edge, 0, len(spans))}
	for _, s := range spans {
		j.add(s)
	}
	return flat{text: j.text.String(), edges: j.edges}
}

// joiner is a paragraph being flattened.
type joiner struct {
	text    strings.Builder
	edges   []edge
	last    rune
	blank   bool // a blank stands before what comes next
	newline bool // and it was a line end
}

func (j *joiner) add(s span) {
	if s.ends {
		if j.text.Len() == 0 {
			return
		}
		j.text.WriteRune(hardBreak)
		j.blank, j.last = false, hardBreak
		return
	}
	begun, blankHere := false, false
	text := safe.Text(s.text)
	for i := 0; i < len(text); {
		r, n := rune(text[i]), 1
		if r >= utf8.RuneSelf {
			r, n = utf8.DecodeRuneInString(text[i:])
		}
		i += n
		switch r {
		case ' ', '\t', '\n', '\r':
			j.blank, j.newline, blankHere = true, j.newline || r == '\n', true
			continue
		case '\u00ad':
			continue
		}
		spaced := j.blank && j.text.Len() > 0 && j.last != hardBreak &&
			!(j.newline && dense(j.last) && dense(r))
		// A blank has the style of the span it was written in.
		if spaced && !(blankHere && !begun) {
			j.text.WriteByte(' ')
		}
		if !begun {
			j.begin(s)
			begun = true
			if spaced && blankHere {
				j.text.WriteByte(' ')
			}
		}
		j.blank, j.newline, j.last = false, false, r
		j.text.WriteRune(r)
	}
}

// begin opens the edge of a span, unless it looks like the one before.
func (j *joiner) begin(s span) {
	e := edge{j.text.Len(), s.style, s.link, s.ours}
	if n := len(j.edges); n > 0 {
		before := j.edges[n-1]
		before.from = e.from
		if before == e {
			return
		}
	}
	j.edges = append(j.edges, e)
}

// dense reports a sign of a script that is written without spaces.
func dense(r rune) bool {
	return r >= 0x2e80 && unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) ||
		r >= 0x3001 && r <= 0x301f || r >= 0xff01 && r <= 0xff60
}

// cluster returns the length in bytes and the width in cells of the first
// grapheme cluster of s.
func cluster(s string) (n, w int) {
	if s[0] < utf8.RuneSelf && (len(s) == 1 || s[1] < utf8.RuneSelf) {
		return 1, 1
	}
	c, w := ansi.FirstGraphemeCluster(s, ansi.GraphemeWidth)
	return len(c), w
}

// paint draws the part of a paragraph from, to, in its styles over a base.
func (p *Page) paint(f flat, from, to int, base string) string {
	var b strings.Builder
	for i, e := range f.edges {
		end := len(f.text)
		if i+1 < len(f.edges) {
			end = f.edges[i+1].from
		}
		start := max(from, e.from)
		end = min(end, to)
		if start >= end {
			continue
		}
		text := f.text[start:end]
		style := join(base, e.style)
		if e.link > 0 && p.in.Hyperlinks && e.link <= len(p.links) {
			text = hyperlink(p.links[e.link-1].URL, text)
		}
		b.WriteString(paint(style, text))
	}
	return b.String()
}

// said is the text without what the page put into it.
func (f flat) said() string {
	if len(f.edges) == 1 && !f.edges[0].ours && !strings.ContainsRune(f.text, hardBreak) {
		return f.text
	}
	var b strings.Builder
	for i, e := range f.edges {
		end := len(f.text)
		if i+1 < len(f.edges) {
			end = f.edges[i+1].from
		}
		if !e.ours {
			b.WriteString(f.text[e.from:end])
		}
	}
	return strings.ReplaceAll(b.String(), string(hardBreak), "\n")
}

// letters counts the letters and digits of the story in a part of a
// paragraph: they stay the same whatever the width and the look.
func (f flat) letters(from, to int) int {
	n := 0
	for i, e := range f.edges {
		end := len(f.text)
		if i+1 < len(f.edges) {
			end = f.edges[i+1].from
		}
		if !e.ours {
			n += countLetters(f.text[min(max(from, e.from), to):max(min(end, to), min(max(from, e.from), to))])
		}
	}
	return n
}

func countLetters(s string) int {
	n := 0
	for i := 0; i < len(s); {
		c := s[i]
		if c < utf8.RuneSelf {
			if c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' {
				n++
			}
			i++
			continue
		}
		r, size := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
		i += size
	}
	return n
}
