package markdown

import (
	"html"
	"strings"
	"unicode"
	"unicode/utf8"
)

// spoken is what a piece of inline Markdown says.
type spoken struct {
	text   string
	linked int // bytes of text that are the text of links
	links  []link
	image  string // the first picture
}

// plain reads inline Markdown as a reader sees it drawn: no marks, links by
// their text, no pictures. Most prose holds no mark at all and is only folded.
func (d *document) plain(md string) spoken {
	if !strings.ContainsAny(md, "\\`*_[]<&~=!^") {
		return spoken{text: foldSpace(md)}
	}
	p := inliner{d: d, closers: closersOf(md), budget: 64*len(md) + 1<<16}
	p.run(md, 0)
	return spoken{text: foldSpace(p.b.String()), linked: p.linked, links: p.links, image: p.image}
}

// foldSpace makes one line of a paragraph.
func foldSpace(s string) string {
	s = strings.TrimSpace(s)
	if !strings.ContainsAny(s, "\n\t") && !strings.Contains(s, "  ") {
		return s
	}
	return strings.Join(strings.FieldsFunc(s, func(r rune) bool { return r == ' ' || r == '\n' || r == '\t' }), " ")
}

type inliner struct {
	d       *document
	b       strings.Builder
	closers []int   // unclosed runs of backticks, by length
	marks   [4]int8 // runs of each mark of emphasis: 0 not counted yet, 1 too few to mean anything, 2 enough
	budget  int     // bytes that may still be looked ahead over; brackets without end must not take time without end
	linked  int
	links   []link
	image   string
}

// maxInlineDepth caps links within links.
const maxInlineDepth = 8

func (p *inliner) run(s string, depth int) {
	for i := 0; i < len(s); {
		n := 0
		switch s[i] {
		case '\\':
			n = p.escape(s[i:])
		case '`':
			n = p.code(s[i:])
		case '!':
			n = p.picture(s[i:])
		case '[':
			n = p.link(s[i:], depth)
		case '<':
			n = p.angle(s[i:])
		case '&':
			n = p.entity(s[i:])
		case '*', '_', '~', '=':
			n = p.emphasis(s, i)
		}
		if n == 0 {
			n = 1
			p.b.WriteByte(s[i])
		}
		i += n
	}
}

func (p *inliner) escape(s string) int {
	if len(s) < 2 {
		return 0
	}
	if c := s[1]; c == '\n' {
		p.b.WriteByte('\n')
		return 2
	} else if c < utf8.RuneSelf && (unicode.IsPunct(rune(c)) || unicode.IsSymbol(rune(c))) {
		p.b.WriteByte(c)
		return 2
	}
	return 0
}

func (p *inliner) code(s string) int {
	n := 0
	for n < len(s) && s[n] == '`' {
		n++
	}
	if n > len(p.closers)-1 || p.closers[min(n, len(p.closers)-1)] < 2 {
		p.b.WriteString(s[:n])
		return n
	}
	for at := n; at < len(s); {
		i := strings.IndexByte(s[at:], '`')
		if i < 0 {
			break
		}
		at += i
		m := 0
		for at+m < len(s) && s[at+m] == '`' {
			m++
		}
		if m == n {
			p.b.WriteString(strings.TrimSpace(s[n:at]))
			return at + m
		}
		at += m
	}
	p.closers[n] = 0 // no fence of this length closes any more
	p.b.WriteString(s[:n])
	return n
}

// closersOf counts the runs of backticks by length, so that an unclosed one
// is not looked for again and again.
func closersOf(s string) []int {
	if strings.IndexByte(s, '`') < 0 {
		return nil
	}
	counts := make([]int, 8)
	for i := 0; i < len(s); i++ {
		n := 0
		for i+n < len(s) && s[i+n] == '`' {
			n++
		}
		if n > 0 && n < len(counts) {
			counts[n]++
		}
		if n > 0 {
			i += n - 1
		}
	}
	return counts
}

// picture passes over ![alt](src) and ![[file]].
func (p *inliner) picture(s string) int {
	if strings.HasPrefix(s, "![[") {
		if end := strings.Index(s[:min(len(s), 400)], "]]"); end > 0 {
			if p.image == "" {
				p.image, _, _ = strings.Cut(s[3:end], "|")
			}
			return end + 2
		}
	}
	if !strings.HasPrefix(s, "![") {
		return 0
	}
	_, url, n := p.target(s[1:])
	if n == 0 {
		return 0
	}
	if p.image == "" && !strings.HasPrefix(url, "data:") {
		p.image = url
	}
	return n + 1
}

// link writes the text of [text](url), [text][label], [label] and [[page]].
func (p *inliner) link(s string, depth int) int {
	if strings.HasPrefix(s, "[^") {
		if end := strings.IndexByte(s[:min(len(s), 80)], ']'); end > 2 && !strings.HasPrefix(s[end:], "]:") {
			return end + 1
		}
	}
	if strings.HasPrefix(s, "[[") {
		if end := strings.Index(s[:min(len(s), 400)], "]]"); end > 2 && !strings.ContainsAny(s[2:end], "[\n") {
			page, shown, ok := strings.Cut(s[2:end], "|")
			if !ok {
				shown, _, _ = strings.Cut(page, "#")
			}
			p.say(strings.TrimSpace(shown), "")
			return end + 2
		}
	}
	inner, url, n := p.target(s)
	if n == 0 || depth >= maxInlineDepth {
		return 0
	}
	at := p.b.Len()
	p.run(inner, depth+1)
	if said := strings.TrimSpace(p.b.String()[at:]); said != "" && depth == 0 {
		p.linked += len(said)
		p.links = append(p.links, link{foldSpace(said), url})
	}
	return n
}

func (p *inliner) say(s, url string) {
	p.b.WriteString(s)
	p.linked += len(s)
	p.links = append(p.links, link{s, url})
}

// target parts [text](url "title"), [text][label] or a defined [text].
func (p *inliner) target(s string) (inner, url string, n int) {
	end := p.closing(s, '[', ']')
	if end < 0 {
		return "", "", 0
	}
	inner, after := s[1:end], s[end+1:]
	if strings.HasPrefix(after, "(") {
		if e := p.closing(after, '(', ')'); e > 0 {
			return inner, destination(after[1:e]), end + 1 + e + 1
		}
	}
	if strings.HasPrefix(after, "[") {
		if e := strings.IndexByte(after[:min(len(after), 200)], ']'); e > 0 {
			label := after[1:e]
			if label == "" {
				label = inner
			}
			if url, ok := p.d.refs[foldLabel(label)]; ok {
				return inner, url, end + 1 + e + 1
			}
		}
	}
	if url, ok := p.d.refs[foldLabel(inner)]; ok {
		return inner, url, end + 1
	}
	return "", "", 0
}

// destination is the address in the brackets of a link, without its title.
func destination(s string) string {
	s = strings.TrimSpace(s)
	if pointed, ok := strings.CutPrefix(s, "<"); ok {
		s, _, _ = strings.Cut(pointed, ">")
		return s
	}
	if i := strings.IndexAny(s, " \n"); i > 0 {
		s = s[:i]
	}
	return strings.TrimSuffix(s, ">")
}

// closing finds the bracket that closes the one s opens with, within what a
// link may reasonably hold.
func (p *inliner) closing(s string, open, shut byte) int {
	depth, i := 0, 0
	defer func() { p.budget -= i }()
	for ; i < len(s) && i < 4000 && i <= p.budget; i++ {
		switch s[i] {
		case '\\':
			i++
		case open:
			depth++
		case shut:
			if depth--; depth == 0 {
				return i
			}
		}
	}
	return -1
}

// angle reads <https://...>, and passes over tags.
func (p *inliner) angle(s string) int {
	end := strings.IndexByte(s[:min(len(s), 4000)], '>')
	if end < 2 {
		return 0
	}
	in := s[1:end]
	switch {
	case strings.Contains(in, "://") && !strings.ContainsAny(in, " \"\n"), strings.HasPrefix(in, "mailto:"):
		p.say(in, in)
		return end + 1
	case in[0] == '/' || in[0] == '!' || in[0]|0x20 >= 'a' && in[0]|0x20 <= 'z' && tagLike(in):
		if strings.HasPrefix(strings.ToLower(in), "br") {
			p.b.WriteByte('\n')
		}
		if src := attribute(s[:end+1], "<img", "src"); src != "" && p.image == "" {
			p.image = src
		}
		return end + 1
	}
	return 0
}

// tagLike reports a name followed by nothing, by attributes or by a slash.
func tagLike(in string) bool {
	n := 0
	for n < len(in) && (in[n]|0x20 >= 'a' && in[n]|0x20 <= 'z' || in[n] >= '0' && in[n] <= '9' || in[n] == '-') {
		n++
	}
	return n == len(in) || in[n] == ' ' && strings.Contains(in[n:], "=") || strings.TrimLeft(in[n:], " ") == "/"
}

func (p *inliner) entity(s string) int {
	end := strings.IndexByte(s[:min(len(s), 32)], ';')
	if end < 2 {
		return 0
	}
	u := html.UnescapeString(s[:end+1])
	if u == s[:end+1] {
		return 0
	}
	p.b.WriteString(u)
	return end + 1
}

// emphasis passes over runs of marks that open or close something: a run with
// blanks on both sides, and an underscore within a word, are letters.
func (p *inliner) emphasis(s string, i int) int {
	c := s[i]
	n := 0
	for i+n < len(s) && s[i+n] == c {
		n++
	}
	if (c == '~' || c == '=') && n != 2 {
		p.b.WriteString(s[i : i+n])
		return n
	}
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	after, _ := utf8.DecodeRuneInString(s[i+n:])
	spaceBefore := i == 0 || unicode.IsSpace(before)
	spaceAfter := i+n == len(s) || unicode.IsSpace(after)
	inWord := isWord(before) && isWord(after) && i > 0 && i+n < len(s)
	partner := p.paired(s, c)
	if spaceBefore && spaceAfter || c == '_' && inWord || !partner || n > 3 && c != '*' && c != '_' {
		p.b.WriteString(s[i : i+n])
	}
	return n
}

// paired reports two runs of a mark or more, without which none means
// anything.
func (p *inliner) paired(s string, c byte) bool {
	at := strings.IndexByte("*_~=", c)
	if p.marks[at] == 0 {
		p.marks[at] = 1
		rest := strings.TrimLeft(s[strings.IndexByte(s, c):], string(c))
		if strings.IndexByte(rest, c) >= 0 {
			p.marks[at] = 2
		}
	}
	return p.marks[at] == 2
}

func isWord(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }
