package page

import (
	"bytes"
	"strings"

	"charm.land/glamour/v2/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/renderer"
	"github.com/yuin/goldmark/text"
	"github.com/yuin/goldmark/util"
)

// The places of links and of forced line ends are carried through glamour by
// code points that Unicode keeps for a program's own use and that no text may
// hold.
const (
	linkOpens  = '\ufdd0'
	linkCloses = '\ufdd1'
	lineEnds   = '\ufdd2'
	signs      = "\x1b\ufdd0\ufdd1\ufdd2"
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
		if r >= linkOpens && r <= lineEnds {
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
	return (&drawing{page: d.page, links: links}).read(in.buf.String())
}
