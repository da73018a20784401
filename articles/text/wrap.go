package text

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles"
)

// Hard wraps: lines that were broken to fit a screen or a printer, and are to
// be joined. A text is wrapped where most of its neighbouring lines could not
// have been one line of its width, or go on with a small letter.

// wrapWidth is the width a text was wrapped to, or 0 where it was not.
func wrapWidth(lines []line) int {
	if len(lines) < 4 {
		return 0
	}
	most := len(lines) * 97 / 100 // so many are no longer than the width
	if tooLong(lines, len(lines)-most) {
		return 0
	}
	lengths := make([]int, 0, len(lines))
	for _, l := range lines {
		lengths = append(lengths, l.length())
	}
	sorted := slices.Sorted(slices.Values(lengths))
	width := sorted[most]
	if width < 28 || sorted[len(sorted)-1] > 2*width+40 {
		return 0
	}
	pairs, joins, full := 0, 0, 0
	for i := 1; i < len(lines); i++ {
		if lines[i].gap > 0 || joins == 0 && i < 3 && lengths[i-1] < width*6/10 {
			continue // a headline has its lines to itself
		}
		pairs++
		if lengths[i-1] >= width/2 && goesOn(lines[i-1], lines[i], lengths[i-1], width) {
			joins++
			if brokenOff(lines[i-1].text, lines[i].text) {
				full++
			}
		}
	}
	// Two lines that break off in the middle of a sentence do in a short text.
	if joins < 3 && (full < 2 || width < 45) || joins*100 < pairs*55 || joins*4 < len(lines) {
		return 0
	}
	return width
}

// maxWidth is the width of the widest text that was wrapped.
const maxWidth = 140

// tooLong reports whether so many lines are longer than those of a wrapped
// text, as paragraphs are.
func tooLong(lines []line, n int) bool {
	for _, l := range lines {
		if len(l.text)+l.indent > maxWidth && l.length() > maxWidth {
			if n--; n == 0 {
				return true
			}
		}
	}
	return false
}

// length is how far a line reaches, as far as that is looked at.
func (l line) length() int {
	return l.indent + utf8.RuneCountInString(l.text[:min(len(l.text), 1000)])
}

// brokenOff reports whether a line ends within a sentence, and the next goes
// on with a small letter.
func brokenOff(a, b string) bool {
	r, _ := utf8.DecodeRuneInString(b)
	h := shape{}
	h.ending(a)
	return unicode.IsLower(r) && !h.terminal && !h.colon
}

// goesOn reports whether b continues a: its first word did not fit behind a,
// or a has not ended and b begins small.
func goesOn(a, b line, length, width int) bool {
	first := b.text
	if sp := strings.IndexByte(first, ' '); sp >= 0 {
		first = first[:sp]
	}
	if b.indent > a.indent+1 {
		return false
	}
	if length+1+utf8.RuneCountInString(first) > width-2 {
		return true
	}
	return brokenOff(a.text, b.text) && length*10 >= width*6
}

// unwrap makes blocks of lines: one a line, or, where the text is wrapped,
// one a paragraph.
func unwrap(lines []line) []Block {
	width := wrapWidth(lines)
	blocks := make([]Block, 0, len(lines))
	hyphenates := width > 0 && hyphenated(lines)
	for i := 0; i < len(lines); {
		l := lines[i]
		end := i + 1
		switch {
		case i == 0 && headlineOnTwo(lines):
			end++
		case width > 0 || l.hyphen:
			for end < len(lines) && joins(lines[end-1], lines[end], width) {
				end++
			}
		}
		blocks = append(blocks, Block{
			Line: l.n, EndLine: lines[end-1].n, Text: join(lines[i:end], hyphenates),
			gap: l.gap, indent: l.indent,
		})
		i = end
	}
	return blocks
}

// headlineOnTwo reports whether the first two lines are one headline: the
// second goes on with a small letter, both are short, and the story follows
// behind a blank line or with a capital.
func headlineOnTwo(lines []line) bool {
	if len(lines) < 3 || lines[1].gap > 0 || !brokenOff(lines[0].text, lines[1].text) || headLine(lines[1].text) || listItem(lines[0].text) || onlyURL(lines[1].text) {
		return false
	}
	for _, l := range lines[:2] {
		if n := articles.CountWords(l.text); n < 3 || n > 12 || l.indent != lines[0].indent {
			return false
		}
	}
	return lines[2].gap > 0 || utf8.RuneCountInString(lines[2].text) > 60 && !brokenOff(lines[1].text, lines[2].text)
}

// joins reports whether b belongs to the paragraph of a.
func joins(a, b line, width int) bool {
	if b.gap > 0 {
		return false
	}
	if width == 0 {
		return a.hyphen
	}
	if a.hyphen {
		return true
	}
	length := a.indent + utf8.RuneCountInString(a.text)
	if onlyURL(a.text) || onlyURL(b.text) || b.n < 12 && headLine(b.text) || a.n < 12 && headLine(a.text) {
		return false // the head of a scrape has its lines to itself
	}
	if listItem(b.text) || length > width+8 || !hasLetter(b.text) {
		return false
	}
	if goesOn(a, b, length, width) {
		return true
	}
	// A line that ends well before the margin ends its paragraph; one that
	// ends near it, in the middle of a sentence, does not.
	h := shape{}
	h.ending(a.text)
	return !h.terminal && !h.colon && length*10 >= width*8 && b.indent <= a.indent+1
}

// headLine reports a short byline.
func headLine(s string) bool {
	if len(s) > 80 {
		return false
	}
	if _, marked := afterBy(s); !marked {
		return false
	}
	names, _, sure := byline(s)
	return sure && len(names) > 0
}

// listItem reports whether a line opens an entry of a list.
func listItem(s string) bool {
	if len(s) < 3 {
		return false
	}
	if (s[0] == '-' || s[0] == '*' || s[0] == '#') && s[1] == ' ' || strings.HasPrefix(s, "• ") {
		return true
	}
	n := 0
	for n < 3 && n < len(s) && s[n]-'0' < 10 {
		n++
	}
	return n > 0 && n+1 < len(s) && (s[n] == '.' || s[n] == ')') && s[n+1] == ' '
}

// hyphenated reports whether words were broken at the ends of lines. Where
// few lines end in a hyphen, the hyphens are the words' own.
func hyphenated(lines []line) bool {
	ends := 0
	for i := range len(lines) - 1 {
		if endsBroken(lines[i].text, lines[i+1]) {
			ends++
		}
	}
	return ends >= 3 && ends*25 >= len(lines)
}

// endsBroken reports whether a line ends in a letter and a hyphen, and the
// next goes on with a small letter.
func endsBroken(s string, next line) bool {
	if next.gap > 0 || len(s) < 3 || s[len(s)-1] != '-' && !strings.HasSuffix(s, "‐") {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(s, "-‐"))
	r, _ := utf8.DecodeRuneInString(next.text)
	return unicode.IsLetter(before) && unicode.IsLower(r)
}

// join makes one paragraph of lines.
func join(lines []line, hyphenates bool) string {
	if len(lines) == 1 {
		return lines[0].text
	}
	var b strings.Builder
	for i, l := range lines {
		if i == len(lines)-1 {
			b.WriteString(l.text)
			break
		}
		next := lines[i+1]
		switch {
		case l.hyphen:
			b.WriteString(l.text)
		case endsBroken(l.text, next) && hyphenates:
			b.WriteString(strings.TrimRight(l.text, "-‐"))
		case endsBroken(l.text, next):
			b.WriteString(l.text)
		default:
			b.WriteString(l.text)
			if !denseEdge(l.text, next.text) {
				b.WriteByte(' ')
			}
		}
	}
	return b.String()
}

// denseEdge reports whether two lines meet in a script without spaces.
func denseEdge(a, b string) bool {
	x, _ := utf8.DecodeLastRuneInString(a)
	y, _ := utf8.DecodeRuneInString(b)
	return scriptOf(x) == han && scriptOf(y) == han
}
