package markdown

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/text"
)

// document is a body taken apart into blocks.
type document struct {
	blocks      []block
	definitions []string // link definitions, which blocks refer to
	image       string   // the first picture
	cuts        []articles.Cut
	refs        map[string]string // link definitions by label
}

// block is one block of the source with what it says in plain text.
type block struct {
	line, end int
	kind      text.Kind
	level     int    // of a heading
	source    string // as it stands in the file
	plain     string
	before    string // sources that show but do not speak: rules, pictures
	linked    int    // bytes of plain that are the text of links
	links     []link
	silent    bool // nothing to say: a rule, a picture without a word
}

type link struct{ title, url string }

// split takes a body apart. The first line of body is the file's line first.
func split(body string, first int) *document {
	d := &document{}
	s := &splitter{d: d, rest: body, n: first}
	s.findDefinitions(body)
	for s.rest != "" {
		s.block()
	}
	d.joinSilent()
	return d
}

// joinSilent hangs rules and pictures on the block after them, so that they
// stay in the body without a paragraph of their own in the text.
func (d *document) joinSilent() {
	kept := d.blocks[:0]
	var before []string
	for _, b := range d.blocks {
		if b.silent {
			before = append(before, b.source)
			continue
		}
		if len(before) > 0 {
			b.before = strings.Join(before, "\n\n") + "\n\n"
			before = nil
		}
		kept = append(kept, b)
	}
	d.blocks = kept
	if len(before) > 0 {
		d.definitions = append([]string{strings.Join(before, "\n\n"), ""}, d.definitions...)
	}
}

// textBlocks hands the blocks to the judge of all blocks.
func (d *document) textBlocks() []text.Block {
	out := make([]text.Block, 0, len(d.blocks))
	for _, b := range d.blocks {
		t := text.Block{Line: b.line, EndLine: b.end, Text: b.plain, Kind: b.kind, Markdown: b.before + b.source}
		if len(b.plain) > 0 && b.linked > 0 {
			t.LinkDensity = min(1, float64(b.linked)/float64(len(b.plain)))
		}
		if len(b.links) == 1 && t.LinkDensity > 0.9 {
			t.URL = b.links[0].url
		}
		out = append(out, t)
	}
	return out
}

// splitter walks over the lines of a body.
type splitter struct {
	d    *document
	rest string
	n    int // the file's line that rest begins on
	// unclosed names the ends that were looked for and are not there.
	unclosed map[string]bool
}

// peek returns the line that rest begins with, and what follows it.
func (s *splitter) peek() (l, after string) {
	i := strings.IndexByte(s.rest, '\n')
	if i < 0 {
		return s.rest, ""
	}
	return s.rest[:i], s.rest[i+1:]
}

func (s *splitter) skip() {
	_, s.rest = s.peek()
	s.n++
}

// take moves over lines while more says so, and returns them. The first line
// is taken unasked.
func (s *splitter) take(more func(l string) bool) (source string, first, last int) {
	start, first := s.rest, s.n
	s.skip()
	for s.rest != "" {
		if l, _ := s.peek(); !more(l) {
			break
		}
		s.skip()
	}
	return strings.TrimRight(start[:len(start)-len(s.rest)], " \t\n"), first, s.n - 1
}

// block takes the next block off.
func (s *splitter) block() {
	l, _ := s.peek()
	t := strings.TrimLeft(l, " ")
	indent := len(l) - len(t)
	switch {
	case strings.TrimSpace(l) == "":
		s.skip()
	case strings.HasPrefix(l, "\t") || indent >= 4:
		source, first, last := s.take(func(l string) bool { return strings.HasPrefix(l, "    ") || strings.HasPrefix(l, "\t") })
		s.add(block{line: first, end: last, kind: text.Pre, source: source, plain: dedent(source)})
	case isRule(t):
		s.add(block{line: s.n, end: s.n, source: strings.TrimSpace(l), silent: true})
		s.skip()
	case t[0] == '#' && headingLevel(t) > 0:
		s.heading(t)
	case strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~"):
		s.fence(t)
	case t[0] == '>':
		s.quote()
	case marker(t) > 0:
		s.list()
	case t[0] == '|':
		s.table()
	case t[0] == '<' && htmlBlock(t):
		s.html(t)
	case t[0] == '[' && s.definition(l):
		s.d.definitions = append(s.d.definitions, l)
		s.skip()
	case strings.HasPrefix(t, "%%") || strings.HasPrefix(t, "$$"):
		s.comment(t[:2])
	default:
		s.paragraph()
	}
}

func (s *splitter) add(b block) { s.d.blocks = append(s.d.blocks, b) }

// inline adds a block whose plain text is that of inline Markdown.
func (s *splitter) inline(b block, md string) {
	p := s.d.plain(md)
	b.plain, b.linked, b.links = p.text, p.linked, p.links
	if s.d.image == "" {
		s.d.image = p.image
	}
	b.silent = b.plain == ""
	s.add(b)
}

func (s *splitter) paragraph() {
	source, first, last := s.take(func(l string) bool {
		t := strings.TrimLeft(l, " \t")
		if t == "" || len(l)-len(t) < 4 && (interrupts(t)) {
			return false
		}
		return !isSetext(t)
	})
	b := block{line: first, end: last, source: source}
	if l, _ := s.peek(); s.rest != "" && isSetext(strings.TrimLeft(l, " ")) {
		b.kind, b.level, b.end = text.Heading, 2, s.n
		if strings.HasPrefix(strings.TrimLeft(l, " "), "=") {
			b.level = 1
		}
		b.source = strings.Repeat("#", b.level) + " " + strings.Join(strings.Fields(source), " ")
		s.skip()
	}
	s.inline(b, source)
}

// interrupts reports a line that ends the paragraph before it without a blank
// line between. A numbered list interrupts only where it begins with 1.
func interrupts(t string) bool {
	switch c := t[0]; c {
	case '#':
		return headingLevel(t) > 0
	case '>':
		return true
	case '`', '~':
		return strings.HasPrefix(t, "```") || strings.HasPrefix(t, "~~~")
	case '-', '+', '*':
		return isRule(t) && !isSetext(t) || marker(t) > 0 && len(t) > marker(t)
	case '1':
		return marker(t) == len("1.") // and not 1984., a year that ends a sentence
	case '<':
		return htmlBlock(t) && !strings.HasPrefix(t, "<a")
	}
	return false
}

func (s *splitter) heading(t string) {
	level := headingLevel(t)
	title := strings.TrimSpace(t[level:])
	if trimmed := strings.TrimRight(title, "#"); trimmed == "" || strings.HasSuffix(trimmed, " ") {
		title = strings.TrimSpace(trimmed)
	}
	b := block{line: s.n, end: s.n, kind: text.Heading, level: level, source: strings.Repeat("#", level) + " " + title}
	s.skip()
	s.inline(b, title)
}

// headingLevel is the number of # that open a heading, 0 where none does.
func headingLevel(t string) int {
	n := 0
	for n < len(t) && t[n] == '#' {
		n++
	}
	if n > 6 || n < len(t) && t[n] != ' ' && t[n] != '\t' {
		return 0
	}
	return n
}

// isRule reports a thematic break: three or more of one of - * _.
func isRule(t string) bool {
	t = strings.TrimSpace(t)
	if len(t) < 3 || t[0] != '-' && t[0] != '*' && t[0] != '_' {
		return false
	}
	n := 0
	for i := 0; i < len(t); i++ {
		switch t[i] {
		case t[0]:
			n++
		case ' ', '\t':
		default:
			return false
		}
	}
	return n >= 3
}

// isSetext reports the line that underlines a heading.
func isSetext(t string) bool {
	t = strings.TrimRight(t, " \t")
	return len(t) >= 2 && (strings.Trim(t, "=") == "" || strings.Trim(t, "-") == "")
}

// marker is the length of the list marker that opens a line, 0 where none
// does.
func marker(t string) int {
	n := 0
	switch {
	case t == "":
		return 0
	case t[0] == '-' || t[0] == '*' || t[0] == '+':
		n = 1
	default:
		for n < len(t) && n < 9 && t[n] >= '0' && t[n] <= '9' {
			n++
		}
		if n == 0 || n >= len(t) || t[n] != '.' && t[n] != ')' {
			return 0
		}
		n++
	}
	if n < len(t) && t[n] != ' ' && t[n] != '\t' {
		return 0
	}
	return n
}

func dedent(s string) string {
	lines := strings.Split(s, "\n")
	for i, l := range lines {
		lines[i] = strings.TrimPrefix(strings.TrimPrefix(l, "    "), "\t")
	}
	return strings.Join(lines, "\n")
}
