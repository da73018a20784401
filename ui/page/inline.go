package page

import (
	"bytes"
	"html"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"

	"broadsheet/articles/safe"
)

// The places of links are carried through glamour by two code points that
// Unicode keeps for a program's own use and that no text may hold.
const (
	linkOpens  = '\ufdd0'
	linkCloses = '\ufdd1'
)

// inliner reads Markdown and draws the words of one paragraph at a time. It
// gives glamour no structure: glamour lays nested blocks out by writing each
// through all those around it, which two hundred bytes of nested quotes bring
// to a halt, and it breaks lines at blanks only.
type inliner struct {
	parser   parser.Parser
	renderer renderer.Renderer
	refs     map[string]parser.Reference
	read     bool // refs were read
	buf      bytes.Buffer
}

func newInliner(s *sheet) *inliner {
	md := goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList))
	style := s.th.Glamour()
	style.Image, style.ImageText = ansi.StylePrimitive{}, style.LinkText
	return &inliner{
		parser: md.Parser(),
		renderer: renderer.NewRenderer(renderer.WithNodeRenderers(
			util.Prioritized(ansi.NewRenderer(ansi.Options{Styles: style}), 1))),
	}
}

// parse reads a block. Links may be defined anywhere in the body.
func (in *inliner) parse(src, body string) (ast.Node, []byte) {
	src = strings.Map(func(r rune) rune {
		if r == linkOpens || r == linkCloses {
			return -1
		}
		return r
	}, src)
	source := []byte(src)
	ctx := parser.NewContext()
	if strings.Contains(src, "]") {
		if !in.read {
			in.refs, in.read = definitions(body), true
		}
		in.define(ctx, src)
	}
	return in.parser.Parse(text.NewReader(source), parser.WithContext(ctx)), source
}

// define tells the parser those of the definitions that a block may mean.
func (in *inliner) define(ctx parser.Context, src string) {
	if len(in.refs) == 0 {
		return
	}
	for {
		_, rest, found := strings.Cut(src, "[")
		if !found {
			return
		}
		if label, _, ok := strings.Cut(rest, "]"); ok && len(label) < 200 {
			if ref, ok := in.refs[labelKey(label)]; ok {
				ctx.AddReference(ref)
			}
		}
		src = rest
	}
}

func labelKey(s string) string { return util.ToLinkReference([]byte(s)) }

// definitions finds the lines of a body that say where a link leads:
// "[label]: address".
func definitions(body string) map[string]parser.Reference {
	refs := map[string]parser.Reference{}
	for rest := body; strings.Contains(rest, "]:"); {
		at := strings.Index(rest, "]:")
		begin := strings.LastIndexByte(rest[:at], '\n') + 1
		end := strings.IndexByte(rest[at:], '\n')
		if end < 0 {
			end = len(rest) - at
		}
		label, ok := strings.CutPrefix(strings.TrimLeft(rest[begin:at], " >"), "[")
		fields := strings.Fields(rest[at+2 : at+end])
		if ok && label != "" && len(fields) > 0 && len(refs) < 10_000 {
			key := labelKey(label)
			if _, dup := refs[key]; !dup {
				refs[key] = parser.NewReference([]byte(label), []byte(strings.Trim(fields[0], "<>")), nil)
			}
		}
		rest = rest[at+end:]
	}
	return refs
}

// spans draws the words of a paragraph, heading or cell.
func (d *document) spans(n ast.Node) (out []span) {
	in := d.page.inline
	words := d.words(n)
	defer func() {
		// Whatever a renderer of others makes of hostile text, the words
		// stand.
		if recover() != nil {
			out = []span{{text: words}}
			d.page.inline = newInliner(d.page.sheet)
		}
	}()
	links := d.prepare(n)
	root := ast.NewTextBlock()
	for c := n.FirstChild(); c != nil; {
		next := c.NextSibling()
		root.AppendChild(root, c)
		c = next
	}
	in.buf.Reset()
	if err := in.renderer.Render(&in.buf, d.source, root); err != nil {
		return []span{{text: words}}
	}
	return d.page.read(in.buf.String(), links)
}

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
			label := d.text(strings.ReplaceAll(string(c.Label(d.source)), "&", "&amp;"))
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
		t.Parent().InsertAfter(t.Parent(), t, d.text(string(hardBreak)))
	}
	if !strings.Contains(s, "&") {
		return
	}
	clean := s
	if !within(t, ast.KindCodeSpan) {
		clean = unescape(s)
	}
	if clean = strings.ReplaceAll(clean, "&", "&amp;"); clean != s {
		at := len(d.source)
		d.source = append(d.source, clean...)
		t.Segment = text.NewSegment(at, len(d.source))
	}
}

// unescape reads entities, and lets through what the gate lets through.
func unescape(s string) string { return safe.Text(html.UnescapeString(s)) }

func (d *document) prepareTag(t *ast.RawHTML) {
	parent := t.Parent()
	var tag strings.Builder
	for i := range t.Segments.Len() {
		at := t.Segments.At(i)
		tag.Write(at.Value(d.source))
	}
	if strings.HasPrefix(strings.ToLower(tag.String()), "<br") {
		parent.InsertBefore(parent, t, d.text(string(hardBreak)))
	}
	parent.RemoveChild(parent, t)
}

// prepareImage makes a picture a link with its description as words.
func (d *document) prepareImage(c *ast.Image, links []string) []string {
	alt := strings.TrimSpace(d.words(c))
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

// read takes what glamour drew apart into spans: its colours, and between
// them words. Any other sequence is no sequence but text.
func (p *Page) read(drawn string, links []string) []span {
	var out []span
	style, link := "", 0
	for drawn != "" {
		if params, rest, ok := colour(drawn); ok {
			drawn = rest
			if params == "" || params == "0" {
				style = ""
			} else {
				style = join(style, params)
			}
			continue
		}
		end := strings.IndexAny(drawn, "\x1b"+string(linkOpens)+string(linkCloses))
		switch {
		case end < 0:
			end = len(drawn)
		case end == 0:
			end = p.readSign(&drawn, &links, &link, &out)
		}
		if end > 0 {
			s := span{text: drawn[:end], style: style, link: max(0, link)}
			if link == deadLink {
				s.style = ""
			}
			out = append(out, s)
			drawn = drawn[end:]
		}
	}
	return out
}

// deadLink stands for a link that leads nowhere: its words are words.
const deadLink = -1

// readSign takes one sign off what glamour drew.
func (p *Page) readSign(drawn *string, links *[]string, link *int, out *[]span) int {
	switch {
	case (*drawn)[0] == '\x1b':
		*drawn = (*drawn)[1:]
		*out = append(*out, span{text: "\x1b"})
	case strings.HasPrefix(*drawn, string(linkOpens)):
		*drawn = (*drawn)[len(string(linkOpens)):]
		if len(*links) > 0 {
			if *link = p.number((*links)[0]); *link == 0 {
				*link = deadLink
			}
			*links = (*links)[1:]
		}
	default:
		*drawn = (*drawn)[len(string(linkCloses)):]
		if *link > 0 {
			p.closeLink(*link, *out)
			*out = append(*out, p.numberSpan(*link))
		}
		*link = 0
	}
	return 0
}

// colour takes the parameters of an SGR sequence off the front of s.
func colour(s string) (params, rest string, ok bool) {
	if !strings.HasPrefix(s, "\x1b[") {
		return "", s, false
	}
	end := strings.IndexFunc(s[2:], func(r rune) bool {
		return (r < '0' || r > '9') && r != ';' && r != ':'
	})
	if end < 0 || s[2+end] != 'm' {
		return "", s, false
	}
	return s[2 : 2+end], s[2+end+1:], true
}
