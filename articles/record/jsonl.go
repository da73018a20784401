package record

import (
	"bufio"
	"bytes"
	"io"
	"iter"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/charset"
)

// JSONL reads JSON Lines: one record a line, of which there may be any
// number. A line that is broken or too long is an error that names it, and
// the next is read.
func JSONL(r io.Reader, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		l := newLines(r, o.max())
		for {
			raw, n, err := l.next()
			if err == io.EOF {
				return
			}
			if err != nil && err != errLong {
				yield(articles.Article{}, at(n, err))
				return
			}
			if err == errLong {
				if !yield(articles.Article{}, at(n, tooLarge(l.max))) {
					return
				}
				continue
			}
			if len(bytes.TrimSpace(raw)) == 0 {
				continue
			}
			line := strings.Trim(decoded(raw), " \t\r,\ufeff\x1e")
			if line == "" || line == "[" || line == "]" {
				continue
			}
			if !rawRecords(line, n, o, yield) {
				return
			}
		}
	}
}

// rawRecords reads the records in one raw value, which begins on line n.
func rawRecords(raw string, n int, o Options, yield func(articles.Article, error) bool) bool {
	v, err := parse(raw)
	if err != nil {
		return yield(articles.Article{}, at(n, err))
	}
	found := false
	for rec := range records(v) {
		found = true
		a, err := story(rec, o)
		if err != nil {
			err = at(n, err)
		}
		if !yield(a, err) {
			return false
		}
	}
	return found || yield(articles.Article{}, at(n, ErrNoStory))
}

// decoded is a raw record as text.
func decoded(raw []byte) string {
	text, _ := charset.Decode(raw, "")
	return text
}

// lines reads lines up to a cap; of a longer one nothing is kept.
type lines struct {
	r   *bufio.Reader
	max int
	n   int
	buf []byte
}

func newLines(r io.Reader, max int) *lines {
	return &lines{r: bufio.NewReaderSize(r, 64<<10), max: max}
}

// errLong is a line over the cap.
var errLong = errTooLong{}

type errTooLong struct{}

func (errTooLong) Error() string { return "the line is too long" }

// next returns the next line without its end, and its number. The bytes hold
// until the next call.
func (l *lines) next() ([]byte, int, error) {
	l.n++
	l.buf = l.buf[:0]
	long := false
	for {
		part, err := l.r.ReadSlice('\n')
		if !long && len(l.buf)+len(part) > l.max+1 {
			long, l.buf = true, l.buf[:0]
		}
		if err == nil && len(l.buf) == 0 && !long {
			return bytes.TrimSuffix(part, []byte("\n")), l.n, nil
		}
		if !long {
			l.buf = append(l.buf, part...)
		}
		switch {
		case err == bufio.ErrBufferFull:
			continue
		case err != nil && err != io.EOF:
			return nil, l.n, err
		case long:
			return nil, l.n, errLong
		case err == io.EOF && len(l.buf) == 0:
			return nil, l.n, io.EOF
		}
		return bytes.TrimSuffix(l.buf, []byte("\n")), l.n, nil
	}
}
