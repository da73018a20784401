package read

import (
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/feed"
	"broadsheet/articles/markdown"
	"broadsheet/articles/page"
	"broadsheet/articles/record"
	"broadsheet/articles/safe"
	"broadsheet/articles/text"
)

// dispatch hands an unpacked file to the reader of its family.
func (f *file) dispatch(k kind, u unpacked) error {
	switch k {
	case kindJSONL:
		f.all(record.JSONL(u.r, f.records()), articles.FormatJSONL)
		return nil
	case kindFeed:
		o := feed.Options{Options: f.entries(), MaxEntry: f.o.MaxRecord}
		f.all(feed.Stream(u.r, o), articles.FormatFeed)
		return nil
	}
	src, err := f.whole(u)
	if err != nil {
		return err
	}
	switch k {
	case kindMarkdown:
		a, err := markdown.Read(f.decode(src), markdown.Options{Keep: f.o.Keep})
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
	case kindText, kindStory:
		f.one(text.Clean(f.decode(src), text.Options{Keep: f.o.Keep}), articles.FormatText)
	default:
		return &Error{Name: f.in.Name, Class: ErrUnsupported, Err: fmt.Errorf("kind %d", k)}
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

// json reads a JSON file. A file that is one record is not a container, and
// that is known only when no second one came.
func (f *file) json(src []byte) {
	var first *articles.Article
	list := bytes.HasPrefix(bytes.TrimLeft(src, "\ufeff \t\r\n"), []byte("["))
	for a, err := range record.JSON(src, f.records()) {
		if !list && first == nil && err == nil && f.count == 0 {
			first = &a
			continue
		}
		if first != nil && !f.next(*first, nil, articles.FormatJSON) {
			return
		}
		first = nil
		if !f.next(a, err, articles.FormatJSON) {
			return
		}
	}
	if first != nil {
		f.one(*first, articles.FormatJSON)
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
	s := string(src)
	if !utf8.ValidString(s) {
		s = strings.ToValidUTF8(s, "\ufffd")
	}
	return strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
}

// send completes a story and passes it through the gate.
func (f *file) send(a articles.Article, format articles.Format, id articles.ID) bool {
	a.ID, a.Path, a.Format = id, f.in.Name, format
	a = safe.Article(a)
	f.stories++
	return f.give(a, nil)
}
