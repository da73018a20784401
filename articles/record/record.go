// Package record reads stories kept as records: JSON, JSON Lines and CSV as
// scrapers, data sets and read-later services export them. Fields are
// recognised by what they are called, not by one schema. It does not open
// files and does not know what a record was saved for.
//
// The parser is lenient where exports are: NaN, trailing commas, raw line
// breaks in strings, and the single quotes, True and None of a Python object
// that was printed instead of encoded. A broken record is an error beside the
// others; what follows it is read.
package record

import (
	"errors"
	"fmt"
	"io"
	"iter"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
)

// Options are what a caller may ask of the readers.
type Options struct {
	entry.Options
	// MaxRecord caps one record, or one line; DefaultMaxRecord where 0.
	MaxRecord int64
}

// DefaultMaxRecord is the cap on one record that holds where Options name
// none.
const DefaultMaxRecord = 16 << 20

func (o Options) max() int {
	if o.MaxRecord <= 0 {
		return DefaultMaxRecord
	}
	return int(o.MaxRecord)
}

// What can be wrong with a record.
var (
	ErrTooLarge = errors.New("a record over the cap")
	ErrNoStory  = errors.New("neither a title nor a text in it")
	ErrSyntax   = errors.New("not JSON")
	ErrNoHeader = errors.New("the first row does not name columns that are known")
)

// Error is a record that could not be read, and where it stands.
type Error struct {
	Line int // from 1; 0 where it is not known
	Err  error
}

// Error says what is wrong, and where.
func (e *Error) Error() string {
	if e.Line == 0 {
		return e.Err.Error()
	}
	return fmt.Sprintf("line %d: %v", e.Line, e.Err)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// JSON reads a JSON file: one record, a list of them, or either wrapped in
// what an interface or an export puts around it.
func JSON(src []byte, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		s := newScanner(bytesReader(src), len(src)+1)
		streamed(s, o, yield)
	}
}

// Stream reads the same from a reader, holding one record at a time where the
// file is a list, or one value after another.
func Stream(r io.Reader, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		streamed(newScanner(r, o.max()), o, yield)
	}
}

func streamed(s *scanner, o Options, yield func(articles.Article, error) bool) {
	for {
		raw, line, err := s.next()
		if err == io.EOF {
			return
		}
		if err != nil {
			ours := errors.Is(err, ErrSyntax) || errors.Is(err, ErrTooLarge)
			if !yield(articles.Article{}, at(line, err)) || !ours {
				return
			}
			continue
		}
		if !rawRecords(decoded(raw), line, o, yield) {
			return
		}
	}
}

// at puts a place to an error that has none.
func at(line int, err error) error {
	if e := (*Error)(nil); errors.As(err, &e) {
		return err
	}
	return &Error{Line: line, Err: err}
}

// story makes a story of one record.
func story(rec field.Object, o Options) (articles.Article, error) {
	s := field.Gather(rec)
	e := entry.Entry{Known: s.Known(), Summary: s.Summary()}
	for _, p := range s.Proses() {
		if len(e.Contents) < 6 {
			e.Contents = append(e.Contents, entry.Content{Text: p.Text, Type: typeOf(p.Name)})
		}
	}
	a, ok := e.Article(o.Options)
	if !ok {
		return articles.Article{}, ErrNoStory
	}
	return a, nil
}

// typeOf tells what a content is written in by its field's name, where that
// says so.
func typeOf(name string) entry.Type {
	switch name {
	case "markdown", "md", "bodymarkdown", "contentmarkdown":
		return entry.Markdown
	case "maintext", "plaintext", "textcontent", "cleanedtext":
		return entry.Plain
	}
	return entry.Guess
}
