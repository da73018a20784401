package archive

import (
	"archive/zip"
	"fmt"
	"io"
	"iter"
	"net/url"
	"path"
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// Kind tells what a zip archive is: "epub", "office", or "" for an archive
// and nothing more.
func Kind(r io.ReaderAt, size int64) string {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return ""
	}
	for i, f := range z.File {
		switch {
		case i > 64:
			return ""
		case f.Name == "META-INF/container.xml":
			return "epub"
		case f.Name == "[Content_Types].xml", f.Name == "mimetype" && opendocument(f):
			return "office"
		}
	}
	return ""
}

func opendocument(f *zip.File) bool {
	b, err := member(f, 256)
	return err == nil && strings.Contains(string(b), "opendocument")
}

// EPUB yields the pages of a book in reading order: of a newspaper that was
// made into one, its articles.
func EPUB(r io.ReaderAt, size int64, l Limits) iter.Seq2[Member, error] {
	return func(yield func(Member, error) bool) {
		l = l.orDefault()
		b, err := openBook(r, size)
		if err != nil {
			yield(Member{}, err)
			return
		}
		total := int64(0)
		for i, name := range b.spine {
			if i >= l.Members || total >= l.Total {
				yield(Member{}, fmt.Errorf("%w: the rest of the book is not read", ErrTooLarge))
				return
			}
			f := b.files[name]
			if f == nil {
				continue
			}
			src, err := member(f, l.Member)
			total += int64(len(src))
			if err == nil && !prose(src) {
				continue // a cover, a table of contents
			}
			if err != nil {
				err = &Error{Name: name, Err: err}
			}
			m := Member{Name: name, Type: "application/xhtml+xml", Source: b.title, Authors: b.authors, Date: b.date, Bytes: src}
			if !yield(m, err) {
				return
			}
		}
	}
}

type book struct {
	files   map[string]*zip.File
	spine   []string
	title   string
	authors []string
	date    articles.Date
}

const maxPackage = 8 << 20

func openBook(r io.ReaderAt, size int64) (*book, error) {
	z, err := zip.NewReader(r, size)
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	b := &book{files: make(map[string]*zip.File, len(z.File))}
	for _, f := range z.File {
		b.files[f.Name] = f
	}
	container, err := b.xml("META-INF/container.xml")
	if err != nil {
		return nil, err
	}
	opf := container.Find("rootfile").Attr("full-path")
	pkg, err := b.xml(opf)
	if err != nil {
		return nil, err
	}
	b.metadata(pkg.Find("metadata"))
	items := make(map[string]string)
	for _, i := range pkg.Find("manifest").Children("item") {
		if strings.Contains(i.Attr("media-type"), "html") && !slices.Contains(strings.Fields(i.Attr("properties")), "nav") {
			href, err := url.PathUnescape(i.Attr("href"))
			if err == nil {
				items[i.Attr("id")] = path.Join(path.Dir(opf), href)
			}
		}
	}
	for _, i := range pkg.Find("spine").Children("itemref") {
		if name := items[i.Attr("idref")]; name != "" && i.Attr("linear") != "no" {
			b.spine = append(b.spine, name)
		}
	}
	return b, nil
}

func (b *book) xml(name string) (*tree.Node, error) {
	f := b.files[name]
	if f == nil {
		return nil, fmt.Errorf("%w: %s is missing", ErrBroken, name)
	}
	src, err := member(f, maxPackage)
	if err != nil {
		return nil, &Error{Name: name, Err: err}
	}
	return tree.Parse(string(src)), nil
}

func (b *book) metadata(m *tree.Node) {
	b.title = m.Child("title").Line()
	for _, c := range m.Children("creator") {
		if role := c.Attr("role"); role == "" || role == "aut" {
			b.authors = append(b.authors, field.Names(c.Line())...)
		}
	}
	if len(b.authors) == 1 && strings.EqualFold(b.authors[0], "calibre") {
		b.authors = nil
	}
	for _, d := range m.Children("date") {
		if got, ok := field.Date(d.Line(), ""); ok && b.date.IsZero() && got.Time().Year() > unknownYear {
			b.date = got
		}
	}
}

// unknownYear is what calibre writes where it knows no year.
const unknownYear = 101

// prose reports a page with a paragraph worth reading.
func prose(src []byte) bool {
	n := tree.Parse(string(src)).Find("body")
	for _, p := range n.All("a", "nav", "ol", "ul", "table") {
		p.Kids = nil
	}
	return articles.CountWords(n.Text()) >= 40
}
