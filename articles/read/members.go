package read

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"iter"
	"path"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/archive"
	"broadsheet/articles/mail"
	"broadsheet/articles/name"
	"broadsheet/articles/page"
	"broadsheet/articles/text"
)

// zip reads a zip archive, or the book that one is.
func (f *file) zip(u unpacked) error {
	r, size, err := f.readerAt(u)
	if err != nil {
		return err
	}
	if f.inside {
		return &Error{Name: f.in.Name, Class: ErrUnsupported, Err: errors.New("an archive inside an archive")}
	}
	limits := archive.Limits{Member: f.o.MaxDocument}
	switch archive.Kind(r, size) {
	case "epub":
		return f.pages(archive.EPUB(r, size, limits))
	case "office":
		return &Error{Name: f.in.Name, Class: ErrUnsupported, Err: errors.New("an office document")}
	}
	return f.members(archive.Zip(r, size, wanted, limits), f.member)
}

// wanted reports whether a member of a zip may be a story. Whether a folder
// stands beside a page is not looked up: what is called so is taken for one.
func wanted(member string) bool {
	dir, base := path.Split(member)
	if base == "" || strings.HasPrefix(base, ".") || strings.HasPrefix(dir, "__MACOSX/") || name.NoStory(base) {
		return false
	}
	for part := range strings.SplitSeq(dir, "/") {
		if name.BesidePage(part, func(string) bool { return true }) {
			return false
		}
	}
	return true
}

// readerAt is the file as something that can be read at any place; one that
// cannot is held whole.
func (f *file) readerAt(u unpacked) (io.ReaderAt, int64, error) {
	if r, ok := f.in.Reader.(io.ReaderAt); ok && !u.packed && !f.inside && f.in.Size > 0 {
		return r, f.in.Size, nil
	}
	src, err := f.whole(u)
	if err != nil {
		return nil, 0, err
	}
	return bytes.NewReader(src), int64(len(src)), nil
}

// members hands every member to a reader. What fails fails for that member.
func (f *file) members(all iter.Seq2[archive.Member, error], read func(archive.Member) error) error {
	f.inside = true
	for m, err := range all {
		if err == nil {
			f.name = m.Name
			err = read(m)
		}
		if f.stopped {
			return nil
		}
		if err != nil {
			f.count++
			e := f.classify(err, f.count)
			if e.Member == "" {
				e.Member = m.Name
			}
			if !f.fail(e) {
				return nil
			}
		}
	}
	return nil
}

// member reads one file of a zip archive as it would be read by itself.
func (f *file) member(m archive.Member) error {
	return f.sniffed(bufio.NewReaderSize(bytes.NewReader(m.Bytes), headSize(int64(len(m.Bytes)))), m.Name, int64(len(m.Bytes)))
}

// mbox reads a mailbox.
func (f *file) mbox(u unpacked) error {
	return f.members(archive.Mbox(u.r, archive.Limits{Member: f.o.MaxRecord}), func(m archive.Member) error {
		a, err := mail.Read(m.Bytes, f.entries())
		if err == nil {
			f.one(a, articles.FormatMail)
		}
		return err
	})
}

// mhtml reads the page of a web archive.
func (f *file) mhtml(src []byte) error {
	m, err := archive.MHTML(src)
	if err != nil {
		return err
	}
	a, err := page.Read(m.Bytes, page.Options{URL: m.URL, Charset: m.Charset, Keep: f.o.Keep})
	if err == nil {
		f.one(a, articles.FormatHTML)
	}
	return err
}

// pages reads members that are pages: chapters of a book, pages of a crawl.
func (f *file) pages(all iter.Seq2[archive.Member, error]) error {
	return f.members(all, func(m archive.Member) error {
		if m.Type == "text/plain" {
			a := text.Clean(f.prose(m.Bytes), text.Options{Keep: f.o.Keep})
			a.URL = m.URL
			f.one(a, articles.FormatText)
			return nil
		}
		a, err := page.Read(m.Bytes, page.Options{
			URL: m.URL, Charset: m.Charset, Source: m.Source, Published: m.Date, Keep: f.o.Keep,
		})
		if err != nil {
			return err
		}
		if a.Title == "" {
			a.Title = m.Title
		}
		if a.Section == "" {
			a.Section = m.Section
		}
		if len(a.Authors) == 0 {
			a.Authors = m.Authors
		}
		f.one(a, articles.FormatHTML)
		return nil
	})
}
