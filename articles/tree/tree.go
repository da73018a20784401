// Package tree reads XML into a tree, as news XML is found and not as it
// should be: with bare ampersands, names of HTML entities, elements that are
// never closed, and markup where text belongs. It makes a tree of whatever it
// is given; what the elements mean is for its callers to know. It resolves no
// external entity and no document type.
package tree

import (
	"html"
	"strings"
)

// Node is an element, or, where Name is empty, a run of text.
type Node struct {
	Prefix string // of the name, as written
	Name   string // without its prefix, in lower case
	Attrs  []Attr
	Kids   []*Node
	Data   string // of a run of text, entities read

	raw  string // the source between the tags
	from int    // where raw begins, while it is not known where it ends
}

// Attr is an attribute; its name is in lower case, with its prefix.
type Attr struct{ Name, Value string }

// The caps: deeper elements become children of the deepest allowed, and
// beyond the number of nodes the rest is not read.
const (
	maxDepth = 200
	maxNodes = 1 << 20
)

// Parse reads a document or a piece of one. The root it returns has no name.
func Parse(src string) *Node {
	root := &Node{}
	p := parser{src: src, stack: []*Node{root}}
	p.run()
	for len(p.stack) > 1 {
		p.pop(len(src))
	}
	p.flush()
	root.raw = src
	return root
}

type parser struct {
	src   string
	stack []*Node
	over  []string // names open beyond maxDepth
	n     int
	held  string // text gathered: the first piece
	more  strings.Builder
}

func (p *parser) run() {
	s := p.src
	for i := 0; i < len(s) && p.n < maxNodes; {
		lt := strings.IndexByte(s[i:], '<')
		if lt < 0 {
			p.text(html.UnescapeString(s[i:]))
			return
		}
		if lt > 0 {
			p.text(html.UnescapeString(s[i : i+lt]))
			i += lt
		}
		i += p.markup(i)
	}
}

// markup reads what begins with the "<" at i, and returns its length.
func (p *parser) markup(i int) int {
	s := p.src[i:]
	until := func(from int, end string) (inner string, n int) {
		if e := strings.Index(s[from:], end); e >= 0 {
			return s[from : from+e], from + e + len(end)
		}
		return s[from:], len(s)
	}
	switch {
	case strings.HasPrefix(s, "<![CDATA["):
		inner, n := until(9, "]]>")
		p.text(inner)
		return n
	case strings.HasPrefix(s, "<!--"):
		_, n := until(4, "-->")
		return n
	case strings.HasPrefix(s, "<?"):
		_, n := until(2, "?>")
		return n
	case strings.HasPrefix(s, "<!"):
		return p.doctype(s)
	case strings.HasPrefix(s, "</"):
		end := strings.IndexByte(s[:min(len(s), 256)], '>')
		if end < 0 {
			break
		}
		p.close(strings.TrimSpace(s[2:end]), i)
		return end + 1
	}
	if n := p.open(s, i); n > 0 {
		return n
	}
	p.text("<") // not markup after all
	return 1
}

// doctype passes over a declaration, with its inner part in brackets.
func (p *parser) doctype(s string) int {
	for i, depth := 2, 0; i < len(s); i++ {
		switch s[i] {
		case '[':
			depth++
		case ']':
			depth--
		case '>':
			if depth <= 0 {
				return i + 1
			}
		}
	}
	return len(s)
}

// text gathers text until an element opens or closes: a bare "<" takes a run
// of it apart.
func (p *parser) text(data string) {
	if p.held == "" && p.more.Len() == 0 {
		p.held = data
		return
	}
	p.more.WriteString(data)
}

// flush makes a node of the text that was gathered.
func (p *parser) flush() {
	if p.held == "" && p.more.Len() == 0 {
		return
	}
	p.n++
	p.top().Kids = append(p.top().Kids, &Node{Data: p.held + p.more.String()})
	p.held = ""
	p.more.Reset()
}

func (p *parser) top() *Node { return p.stack[len(p.stack)-1] }

// open reads a start tag; 0 says that it is none.
func (p *parser) open(s string, at int) int {
	n := 1
	for n < len(s) && isName(s[n]) {
		n++
	}
	if n == 1 || n == len(s) || s[1] >= '0' && s[1] <= '9' || s[1] == '-' || s[1] == '.' {
		return 0
	}
	node := &Node{}
	node.Prefix, node.Name = splitName(s[1:n])
	i, closed := p.attrs(s, n, node)
	if i == 0 {
		return 0
	}
	p.flush()
	p.n++
	p.top().Kids = append(p.top().Kids, node)
	if closed {
		return i
	}
	if len(p.stack) > maxDepth {
		p.over = append(p.over, node.Name)
		return i
	}
	node.from = at + i
	p.stack = append(p.stack, node)
	return i
}

// attrs reads the attributes from n on, up to the end of the tag.
func (p *parser) attrs(s string, n int, node *Node) (end int, closed bool) {
	for n < len(s) {
		switch c := s[n]; {
		case c == '>':
			return n + 1, s[n-1] == '/'
		case c == '<':
			return n, false // the tag was never closed
		case !isName(c):
			n++
			continue
		}
		from := n
		for n < len(s) && isName(s[n]) {
			n++
		}
		name := strings.ToLower(s[from:n])
		for n < len(s) && isSpace(s[n]) {
			n++
		}
		if n >= len(s) || s[n] != '=' {
			continue
		}
		for n++; n < len(s) && isSpace(s[n]); n++ {
		}
		if n >= len(s) {
			break
		}
		var value string
		if q := s[n]; q == '"' || q == '\'' {
			e := strings.IndexByte(s[n+1:], q)
			if e < 0 {
				return 0, false
			}
			value, n = s[n+1:n+1+e], n+e+2
		} else {
			from = n
			for n < len(s) && !isSpace(s[n]) && s[n] != '>' {
				n++
			}
			value = s[from:n]
		}
		if len(node.Attrs) < 64 {
			node.Attrs = append(node.Attrs, Attr{name, html.UnescapeString(value)})
		}
	}
	return 0, false
}

// close ends the innermost element of a name and all within it; where none
// is open, the tag means nothing.
func (p *parser) close(name string, at int) {
	_, name = splitName(name)
	for i := len(p.over) - 1; i >= 0 && i >= len(p.over)-16; i-- {
		if p.over[i] == name {
			p.over = p.over[:i]
			return
		}
	}
	for i := len(p.stack) - 1; i > 0; i-- {
		if p.stack[i].Name == name {
			for len(p.stack) > i {
				p.pop(at)
			}
			p.over = p.over[:0]
			return
		}
	}
}

func (p *parser) pop(at int) {
	p.flush()
	top := p.top()
	top.raw = p.src[top.from:max(at, top.from)]
	p.stack = p.stack[:len(p.stack)-1]
}

func splitName(s string) (prefix, name string) {
	if i := strings.LastIndexByte(s, ':'); i >= 0 {
		return strings.ToLower(s[:i]), strings.ToLower(s[i+1:])
	}
	return "", strings.ToLower(s)
}

func isName(c byte) bool {
	return c >= 0x80 || c|0x20 >= 'a' && c|0x20 <= 'z' || c >= '0' && c <= '9' ||
		c == ':' || c == '_' || c == '-' || c == '.'
}

func isSpace(c byte) bool { return c == ' ' || c == '\t' || c == '\n' || c == '\r' }
