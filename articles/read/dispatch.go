package read

import (
	"bytes"
	"errors"
	"io"
	"iter"
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/archive"
	"broadsheet/articles/charset"
	"broadsheet/articles/entry"
	"broadsheet/articles/feed"
	"broadsheet/articles/mail"
	"broadsheet/articles/markdown"
	"broadsheet/articles/page"
	"broadsheet/articles/record"
	"broadsheet/articles/text"
	"broadsheet/articles/wire"
)

// dispatch hands an unpacked file to the reader of its family.
func (f *file) dispatch(k kind, u unpacked) error {
	switch k {
	case kindJSONL, kindJSONList, kindCSV, kindFeed:
		return f.stream(k, u)
	case kindReuters:
		f.all(wire.Reuters(u.r, f.entries()), articles.FormatWire)
		return nil
	case kindZip:
		return f.zip(u)
	case kindMbox:
		return f.mbox(u)
	case kindWARC:
		return f.pages(archive.WARC(u.r, archive.Limits{Member: f.o.MaxDocument}))
	}
	src, err := f.whole(u)
	if err != nil {
		return err
	}
	if u.wide && k == kindJSON {
		src = []byte(f.decode(src))
	}
	return f.document(k, src)
}

// document reads a file that is held whole.
func (f *file) document(k kind, src []byte) error {
	switch k {
	case kindMarkdown:
		a, err := markdown.Read(f.prose(src), markdown.Options{Keep: f.o.Keep})
		if err != nil {
			return err
		}
		f.one(a, articles.FormatMarkdown)
	case kindJSON:
		f.json(src)
	case kindHTML:
		a, err := page.Read(src, page.Options{Keep: f.o.Keep})
		if errors.Is(err, page.ErrEmpty) {
			return &Error{Name: f.in.Name, Class: ErrNoStory, Err: err}
		} else if err != nil {
			return err
		}
		f.one(a, articles.FormatHTML)
	case kindWire:
		f.perhapsOne(wire.XML(f.declared(src), f.entries()), articles.FormatWire)
	case kindTeletype:
		f.one(text.Clean(f.prose(src), text.Options{Keep: f.o.Keep}), articles.FormatWire)
	case kindMHTML:
		return f.mhtml(src)
	case kindMail:
		a, err := mail.Read(src, f.entries())
		if err != nil {
			return err
		}
		f.one(a, articles.FormatMail)
	case kindStory:
		f.one(f.highlighted(f.prose(src)), articles.FormatText)
	default:
		f.one(text.Clean(f.prose(src), text.Options{Keep: f.o.Keep}), articles.FormatText)
	}
	return nil
}

// stream reads a container entry by entry, however large it is.
func (f *file) stream(k kind, u unpacked) error {
	var r io.Reader = u.r
	if u.wide {
		src, err := f.whole(u)
		if err != nil {
			return err
		}
		r = strings.NewReader(f.decode(src))
	}
	switch k {
	case kindJSONL:
		f.all(record.JSONL(r, f.records()), articles.FormatJSONL)
	case kindJSONList:
		f.all(record.Stream(r, f.records()), articles.FormatJSON)
	case kindCSV:
		f.all(record.CSV(r, f.records()), articles.FormatCSV)
	case kindFeed:
		o := feed.Options{Options: f.entries(), MaxEntry: f.o.MaxRecord}
		f.all(feed.Stream(r, o), articles.FormatFeed)
	}
	return nil
}

// all yields every entry of a container.
func (f *file) all(entries iter.Seq2[articles.Article, error], format articles.Format) {
	for a, err := range entries {
		if !f.next(a, err, format) {
			return
		}
	}
}

// json reads a JSON file that is held whole. Text that only begins like JSON,
// as a scrape does that opens with a dump, is text.
func (f *file) json(src []byte) {
	switch all := record.JSON(src, f.records()); {
	case !named(extension(f.name), ".json") && !readable(all):
		f.one(text.Clean(f.prose(src), text.Options{Keep: f.o.Keep}), articles.FormatText)
	case bytes.Contains(src[:min(len(src), 4096)], []byte("jsonfeed.org/version")):
		f.all(all, articles.FormatFeed)
	case jsonOf(bytes.TrimLeft(src, "\ufeff \t\r\n")) == kindJSONList:
		f.all(all, articles.FormatJSON)
	default:
		f.perhapsOne(all, articles.FormatJSON)
	}
}

// named reports a file that is called what it seems to be.
func named(ext string, names ...string) bool { return slices.Contains(names, ext) }

// readable reports whether there is a story among entries.
func readable(entries iter.Seq2[articles.Article, error]) bool {
	for _, err := range entries {
		if err == nil {
			return true
		}
	}
	return false
}

// perhapsOne yields the entries of a file that is a container only when it
// holds more than one story, which is known when the second one comes.
func (f *file) perhapsOne(entries iter.Seq2[articles.Article, error], format articles.Format) {
	var held *articles.Article
	for a, err := range entries {
		if held == nil && err == nil && f.count == 0 && !f.inside {
			held = &a
			continue
		}
		if held != nil && !f.next(*held, nil, format) {
			return
		}
		held = nil
		if !f.next(a, err, format) {
			return
		}
	}
	if held != nil {
		f.one(*held, format)
	}
}

func (f *file) records() record.Options {
	return record.Options{Options: f.entries(), MaxRecord: f.o.MaxRecord}
}

func (f *file) entries() entry.Options {
	return entry.Options{Keep: f.o.Keep, Path: f.in.Name}
}

// decode brings bytes to text.
func (f *file) decode(src []byte) string {
	text, _ := charset.Decode(src, "")
	return text
}

// declared brings XML to text by the encoding that it names.
func (f *file) declared(src []byte) string {
	head, _, _ := bytes.Cut(src[:min(len(src), 200)], []byte("?>"))
	_, name, _ := bytes.Cut(head, []byte("encoding="))
	name = bytes.Trim(name, "\"' ")
	if i := bytes.IndexAny(name, "\"' "); i >= 0 {
		name = name[:i]
	}
	text, _ := charset.Decode(src, string(name))
	return text
}

// prose brings bytes to text and puts garbled letters right.
func (f *file) prose(src []byte) string {
	text, changed := charset.Repair(f.decode(src))
	f.repaired = changed
	return text
}
