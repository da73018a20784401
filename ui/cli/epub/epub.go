// Package epub writes stories as a book for e-readers: EPUB 3 (W3C, 2023) with
// a table of contents, one chapter a story. It knows nothing of libraries.
package epub

import (
	"archive/zip"
	"bytes"
	"fmt"
	"hash/crc32"
	"html"
	"io"
	"strings"
	"time"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/extension"
	"github.com/yuin/goldmark/renderer"
	gmhtml "github.com/yuin/goldmark/renderer/html"
	"github.com/yuin/goldmark/util"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// Book is an EPUB being written. Add the stories in order, then Close.
type Book struct {
	zip      *zip.Writer
	title    string
	markdown goldmark.Markdown
	chapters []chapter
	sum      uint32 // of what was written, for an identifier that is the same for the same stories
	err      error
}

type chapter struct{ file, title string }

// New begins a book on w.
func New(w io.Writer, title string) *Book {
	b := &Book{
		zip: zip.NewWriter(w), title: title,
		// Raw HTML of a story is left out: goldmark does so unless told not to.
		markdown: goldmark.New(goldmark.WithExtensions(extension.Table, extension.Strikethrough),
			goldmark.WithRendererOptions(gmhtml.WithXHTML(), renderer.WithNodeRenderers(util.Prioritized(captions{}, 1)))),
	}
	// The type must come first and uncompressed, so that it can be sniffed.
	b.stored("mimetype", "application/epub+zip")
	b.file("META-INF/container.xml", `<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles><rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles>
</container>`)
	return b
}

func (b *Book) stored(name, body string) {
	if b.err != nil {
		return
	}
	w, err := b.zip.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Store})
	if err == nil {
		_, err = io.WriteString(w, body)
	}
	b.err = err
}

func (b *Book) file(name, body string) {
	if b.err != nil {
		return
	}
	w, err := b.zip.Create(name)
	if err == nil {
		_, err = io.WriteString(w, body)
	}
	b.sum = crc32.Update(b.sum, crc32.IEEETable, []byte(body))
	b.err = err
}

// Add writes a story as the next chapter.
func (b *Book) Add(a articles.Article) error {
	var body bytes.Buffer
	if err := b.markdown.Convert([]byte(safe.Markdown(a.Body)), &body); err != nil {
		return fmt.Errorf("setting %s: %w", a.ID, err)
	}
	title := a.Title
	if title == "" {
		title = "(no headline)"
	}
	c := chapter{fmt.Sprintf("story-%05d.xhtml", len(b.chapters)+1), title}
	b.chapters = append(b.chapters, c)
	var facts []string
	for _, s := range []string{strings.Join(a.Authors, ", "), a.Source, strings.Replace(a.Published.String(), "T", " ", 1)} {
		if s != "" {
			facts = append(facts, s)
		}
	}
	dek := ""
	if a.Dek != "" {
		dek = "<p><em>" + text(a.Dek) + "</em></p>\n"
	}
	b.file(c.file, page(c.title, a.Language, fmt.Sprintf("<h1>%s</h1>\n%s<p><small>%s</small></p>\n%s",
		text(title), dek, text(strings.Join(facts, " · ")), body.String())))
	return b.err
}

// Close writes the table of contents and ends the book.
func (b *Book) Close() error {
	var contents, items, spine strings.Builder
	for i, c := range b.chapters {
		fmt.Fprintf(&contents, "<li><a href=\"%s\">%s</a></li>\n", c.file, text(c.title))
		fmt.Fprintf(&items, "<item id=\"s%d\" href=\"%s\" media-type=\"application/xhtml+xml\"/>\n", i+1, c.file)
		fmt.Fprintf(&spine, "<itemref idref=\"s%d\"/>\n", i+1)
	}
	b.file("contents.xhtml", page(b.title, "", fmt.Sprintf(
		"<nav xmlns:epub=\"http://www.idpf.org/2007/ops\" epub:type=\"toc\"><h1>%s</h1><ol>\n%s</ol></nav>", text(b.title), contents.String())))
	b.file("book.opf", fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:identifier id="id">urn:broadsheet:%08x</dc:identifier><dc:title>%s</dc:title><dc:language>und</dc:language>
<meta property="dcterms:modified">%s</meta>
</metadata>
<manifest>
<item id="contents" href="contents.xhtml" media-type="application/xhtml+xml" properties="nav"/>
%s</manifest>
<spine>
%s</spine>
</package>`, b.sum, text(b.title), time.Now().UTC().Format("2006-01-02T15:04:05Z"), items.String(), spine.String()))
	if b.err != nil {
		return fmt.Errorf("writing the book: %w", b.err)
	}
	return b.zip.Close()
}

func page(title, language, body string) string {
	lang := ""
	if language != "" {
		lang = fmt.Sprintf(` lang="%[1]s" xml:lang="%[1]s"`, text(language))
	}
	return fmt.Sprintf(`<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html>
<html xmlns="http://www.w3.org/1999/xhtml"%s>
<head><title>%s</title></head>
<body>
%s
</body>
</html>
`, lang, text(title), body)
}

func text(s string) string { return html.EscapeString(safe.Line(s)) }

// captions sets the words of a picture in its place: a book that pointed to
// the picture would have the e-reader fetch it, and tell its host who reads.
type captions struct{}

// RegisterFuncs is asked by goldmark which nodes it sets.
func (captions) RegisterFuncs(r renderer.NodeRendererFuncRegisterer) {
	r.Register(ast.KindImage, func(w util.BufWriter, _ []byte, _ ast.Node, entering bool) (ast.WalkStatus, error) {
		tag := "<em>"
		if !entering {
			tag = "</em>"
		}
		_, err := w.WriteString(tag)
		return ast.WalkContinue, err
	})
}
