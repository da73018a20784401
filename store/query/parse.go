package query

import (
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// maxDepth and maxNodes bound what a line may ask for: nobody types more, and
// a pasted page must not become a tree of thousands, nor a phrase of as many
// words.
const (
	maxDepth = 32
	maxWords = 256
)

// Parse reads a line. A live line is still being typed: its last word is a
// prefix, and what is merely unfinished (an open quote, a field without its
// word, a half-written date) is no mistake yet.
func Parse(s string, live bool) (*Query, *Error) {
	return ParseNamed(s, live, nil)
}

// ParseNamed is Parse where "@name" stands for the search of that name. A name
// that named does not know is a word like any other.
func ParseNamed(s string, live bool, named func(name string) (string, bool)) (*Query, *Error) {
	p := parser{s: s, live: live, named: named}
	root := p.or(0)
	if p.err == nil {
		if p.skip(); p.at < len(p.s) {
			p.fail(p.at, 1, "this bracket closes nothing")
		}
	}
	if p.err != nil {
		return nil, p.err
	}
	return &Query{Text: s, Root: root}, nil
}

type parser struct {
	s     string
	at    int
	live  bool
	words int
	err   *Error

	named  func(name string) (string, bool) // nil where there are no names
	within int                              // saved searches around this line
}

func (p *parser) fail(pos, n int, format string, args ...any) {
	if p.err == nil {
		p.err = &Error{Pos: pos, Len: n, Message: fmt.Sprintf(format, args...)}
	}
}

func (p *parser) skip() {
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if !unicode.IsSpace(r) {
			return
		}
		p.at += n
	}
}

// peek tells the next byte that is not space, or 0 at the end.
func (p *parser) peek() byte {
	if p.skip(); p.at < len(p.s) {
		return p.s[p.at]
	}
	return 0
}

// keyword takes the word w where it stands alone.
func (p *parser) keyword(w string) bool {
	p.skip()
	rest, ok := strings.CutPrefix(p.s[p.at:], w)
	if !ok {
		return false
	}
	if r, _ := utf8.DecodeRuneInString(rest); rest != "" && !unicode.IsSpace(r) && r != '(' {
		return false
	}
	if rest == "" && p.live {
		return false // it may yet become a longer word
	}
	p.at += len(w)
	return true
}

func (p *parser) or(depth int) *Node {
	start := p.at
	if depth > maxDepth {
		p.fail(start, 1, "too many brackets within brackets")
		return nil
	}
	var kids []*Node
	for p.err == nil {
		before := p.at
		k := p.and(depth)
		if k != nil {
			kids = append(kids, k)
		}
		p.skip()
		at := p.at
		if !p.keyword("OR") {
			if k == nil && len(kids) > 0 && !p.live {
				p.fail(p.lastOr(before), 2, "OR needs a word after it")
			}
			break
		}
		if k == nil && p.err == nil {
			p.fail(at, 2, "OR needs a word before it")
		}
	}
	return group(Or, kids, start, p.at)
}

// lastOr finds the OR that ends at or before pos.
func (p *parser) lastOr(pos int) int {
	return max(strings.LastIndex(p.s[:min(pos, len(p.s))], "OR"), 0)
}

func (p *parser) and(depth int) *Node {
	p.skip()
	start := p.at
	var kids []*Node
	for p.err == nil {
		if c := p.peek(); c == 0 || c == ')' {
			break
		}
		if at := p.at; p.keyword("OR") {
			p.at = at
			break
		}
		if p.keyword("AND") {
			continue
		}
		if k := p.unary(depth); k != nil {
			kids = append(kids, k)
		}
	}
	return group(And, kids, start, p.at)
}

func group(op Op, kids []*Node, start, end int) *Node {
	switch len(kids) {
	case 0:
		return nil
	case 1:
		return kids[0]
	}
	return &Node{Op: op, Kids: kids, Pos: start, Len: end - start}
}

func (p *parser) unary(depth int) *Node {
	start := p.at
	not := false
	if p.s[p.at] == '-' {
		not = true
		p.at++
		if c := p.at; c >= len(p.s) || p.s[c] == ' ' || p.s[c] == '\t' || p.s[c] == ')' {
			return nil // a dash between words, as in a headline
		}
	} else if p.keyword("NOT") {
		not = true
		if p.peek() == 0 {
			if !p.live {
				p.fail(start, 3, "NOT needs a word after it")
			}
			return nil
		}
	}
	k := p.primary(depth)
	if !not || k == nil {
		return k
	}
	return &Node{Op: Not, Kids: []*Node{k}, Pos: start, Len: p.at - start}
}

func (p *parser) primary(depth int) *Node {
	if !p.spend(p.at, 1) {
		return nil
	}
	start := p.at
	switch p.s[p.at] {
	case '(':
		return p.bracket(depth)
	case '"':
		return p.phrase(Any, start)
	case '@':
		if n, ok := p.saved(depth); ok {
			return n
		}
	}
	if name, ok := p.fieldName(); ok {
		return p.field(name, start)
	}
	return p.word(Any, start)
}

// spend counts what a line asks for, and reports whether it may go on.
func (p *parser) spend(at, words int) bool {
	if p.words += words; p.words > maxWords {
		p.fail(at, 1, "this is too much for one search; shorten it")
		return false
	}
	return true
}

// wordsIn counts the words of a phrase, or of a word with other signs in it,
// at least one; where words are not parted by blanks, each sign is one.
func wordsIn(text string) int {
	n, inside := 0, false
	for _, r := range text {
		is := wordRune(r)
		if is && (!inside || r >= 0x0e00) {
			n++
		}
		inside = is
	}
	return max(n, 1)
}

func (p *parser) bracket(depth int) *Node {
	start := p.at
	p.at++
	n := p.or(depth + 1)
	if p.err != nil {
		return nil
	}
	if p.peek() != ')' {
		if !p.live {
			p.fail(start, 1, "this bracket is never closed")
		}
		return n
	}
	p.at++
	if n == nil && !p.live {
		p.fail(start, p.at-start, "nothing between the brackets")
	}
	return n
}

// phrase reads from the opening quote on.
func (p *parser) phrase(f Field, start int) *Node {
	open := p.at
	p.at++
	text, closed := p.s[p.at:], false
	if i := strings.IndexByte(text, '"'); i >= 0 {
		text, closed = text[:i], true
	}
	p.at += len(text)
	if closed {
		p.at++
	} else if !p.live {
		p.fail(open, 1, "this quote is never closed")
		return nil
	}
	if strings.TrimSpace(text) == "" || !p.spend(start, wordsIn(text)-1) {
		return nil
	}
	n := &Node{Op: Phrase, Field: f, Text: text, Pos: start, Len: p.at - start}
	n.Prefix = !closed && !endsInSpace(text)
	if p.at < len(p.s) && p.s[p.at] == '*' {
		n.Prefix = true
		p.at++
		n.Len++
	}
	return n
}

func endsInSpace(s string) bool {
	r, _ := utf8.DecodeLastRuneInString(s)
	return unicode.IsSpace(r)
}

// word reads up to a space, a bracket or a quote.
func (p *parser) word(f Field, start int) *Node {
	from := p.at
	for p.at < len(p.s) {
		r, n := utf8.DecodeRuneInString(p.s[p.at:])
		if unicode.IsSpace(r) || r == '(' || r == ')' || r == '"' {
			break
		}
		p.at += n
	}
	text := p.s[from:p.at]
	if !p.spend(start, wordsIn(text)-1) {
		return nil
	}
	n := &Node{Op: Word, Field: f, Pos: start, Len: p.at - start}
	bare := strings.TrimRight(text, "*")
	n.Prefix = bare != text || p.live && p.at == len(p.s)
	n.Text = bare
	if !slices.ContainsFunc([]rune(bare), wordRune) {
		if bare != text && !p.live && bare == "" {
			p.fail(start, p.at-start, "* needs the start of a word before it")
		}
		return nil // a dash or a dot: nothing to look for
	}
	return n
}

func wordRune(r rune) bool {
	return unicode.IsLetter(r) || unicode.IsNumber(r) || unicode.IsMark(r)
}
