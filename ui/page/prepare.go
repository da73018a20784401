package page

import (
	"html"
	"strings"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"broadsheet/articles/safe"
)

// prepare makes a paragraph ready for glamour: links and pictures get marks
// around their words and lose their address, forced line ends become a sign,
// what is written as an entity is read and passes the gate, tags vanish. It
// returns where the links lead.
func (d *document) prepare(n ast.Node) []string {
	var nodes []ast.Node
	_ = ast.Walk(n, func(c ast.Node, entering bool) (ast.WalkStatus, error) {
		if entering && c != n {
			nodes = append(nodes, c)
		}
		return ast.WalkContinue, nil
	})
	var links []string
	for _, c := range nodes {
		switch c := c.(type) {
		case *ast.Text:
			d.prepareText(c)
		case *ast.RawHTML:
			d.prepareTag(c)
		case *ast.AutoLink:
			label := d.text(literal(string(c.Label(d.source))))
			if within(c, ast.KindLink) {
				c.Parent().ReplaceChild(c.Parent(), c, label)
				continue
			}
			link := ast.NewLink()
			link.AppendChild(link, label)
			links = append(links, string(c.URL(d.source)))
			c.Parent().ReplaceChild(c.Parent(), c, link)
			d.mark(link)
		case *ast.Image:
			links = d.prepareImage(c, links)
		case *ast.Link:
			links = append(links, string(c.Destination))
			c.Destination = []byte("#")
			d.mark(c)
		}
	}
	return links
}

// text is a new node with words of its own.
func (d *document) text(s string) *ast.Text {
	at := len(d.source)
	d.source = append(d.source, s...)
	return ast.NewTextSegment(text.NewSegment(at, len(d.source)))
}

// mark sets the two signs around a link.
func (d *document) mark(link *ast.Link) {
	link.Destination = []byte("#")
	parent := link.Parent()
	parent.InsertBefore(parent, link, d.text(string(linkOpens)))
	parent.InsertAfter(parent, link, d.text(string(linkCloses)))
}

func (d *document) prepareText(t *ast.Text) {
	s := string(t.Value(d.source))
	if t.HardLineBreak() {
		t.SetHardLineBreak(false)
		t.Parent().InsertAfter(t.Parent(), t, d.text(string(lineEnds)))
	}
	if !strings.ContainsAny(s, "&\\") {
		return
	}
	// Glamour reads entities in code too, and not every escape in text.
	clean := strings.ReplaceAll(s, "&", "&amp;")
	if !within(t, ast.KindCodeSpan) {
		clean = literal(unescape(s))
	}
	at := len(d.source)
	d.source = append(d.source, clean...)
	t.Segment = text.NewSegment(at, len(d.source))
}

// literal writes text so that glamour draws it as it is.
func literal(s string) string {
	return strings.NewReplacer("&", "&amp;", "\\", "\\\\").Replace(s)
}

// unescape reads the escapes and entities of text, and lets through what the
// gate lets through.
func unescape(s string) string {
	var b strings.Builder
	for s != "" {
		i := strings.IndexAny(s, "&\\")
		if i < 0 {
			break
		}
		b.WriteString(s[:i])
		s = s[i:]
		if s[0] == '\\' {
			if len(s) > 1 && util.IsPunct(s[1]) {
				s = s[1:]
			}
			b.WriteByte(s[0])
			s = s[1:]
			continue
		}
		n := entity(s)
		word := html.UnescapeString(s[:n])
		if len(word) > 1 && strings.HasSuffix(word, ";") {
			word = s[:n] // only its beginning was read, as browsers do
		}
		b.WriteString(word)
		s = s[n:]
	}
	b.WriteString(s)
	return safe.Text(b.String())
}

// entity is the length of the entity that s begins with, or 1 for a bare "&".
func entity(s string) int {
	for i := 1; i < len(s) && i < 40; i++ {
		switch c := s[i]; {
		case c == ';' && i > 1:
			return i + 1
		case c == '#' && i == 1, c >= '0' && c <= '9', c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z':
		default:
			return 1
		}
	}
	return 1
}

func (d *document) prepareTag(t *ast.RawHTML) {
	parent := t.Parent()
	var tag strings.Builder
	for i := range t.Segments.Len() {
		at := t.Segments.At(i)
		tag.Write(at.Value(d.source))
	}
	if strings.HasPrefix(strings.ToLower(tag.String()), "<br") {
		parent.InsertBefore(parent, t, d.text(string(lineEnds)))
	}
	parent.RemoveChild(parent, t)
}

// prepareImage makes a picture a link with its description as words.
func (d *document) prepareImage(c *ast.Image, links []string) []string {
	alt := literal(unescape(strings.TrimSpace(d.words(c))))
	parent := c.Parent()
	if within(c, ast.KindLink) {
		parent.ReplaceChild(parent, c, d.text(strings.TrimSpace("picture "+alt)))
		return links
	}
	link := ast.NewLink()
	words := "Picture"
	if alt != "" {
		words += ": " + alt
	}
	link.AppendChild(link, d.text(words))
	links = append(links, string(c.Destination))
	parent.ReplaceChild(parent, c, link)
	d.mark(link)
	return links
}

// within reports that a node stands somewhere inside one of a kind.
func within(n ast.Node, kind ast.NodeKind) bool {
	for n = n.Parent(); n != nil; n = n.Parent() {
		if n.Kind() == kind {
			return true
		}
	}
	return false
}
