// Package body keeps whole stories in few bytes: it writes a story as a
// string of bytes, gathers some dozens of them into a block, and compresses
// the block, because stories of one library share their words. It knows
// nothing of where blocks are kept.
package body

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"

	"broadsheet/articles"
)

// version opens every encoded story, so that an older program refuses what it
// would misread.
const version = 1

// ErrDamaged says that bytes are not what was written.
var ErrDamaged = errors.New("damaged story")

// Append writes a story after dst. ID and Path are left out: they belong to
// the place a story was found in.
func Append(dst []byte, a *articles.Article) []byte {
	e := encoder{append(dst, version)}
	for _, s := range []string{
		string(a.Format), a.Title, a.Dek, a.Source, a.Section, a.Language,
		a.URL, a.Image, a.PublisherID, a.Text,
	} {
		e.string(s)
	}
	if a.Body == a.Text { // as it is for most plain stories
		e.number(0)
	} else {
		e.number(1)
		e.string(a.Body)
	}
	e.date(a.Published)
	e.date(a.Modified)
	e.strings(a.Authors)
	e.strings(a.Tags)
	e.strings(a.Warnings)
	e.number(len(a.Lines))
	for i, n := range a.Lines { // they rise, so their steps are small
		if i > 0 {
			n -= a.Lines[i-1]
		}
		e.number(n)
	}
	e.number(len(a.Related))
	for _, l := range a.Related {
		e.string(l.Title)
		e.string(l.URL)
		e.string(l.ID)
		e.string(l.Image)
		e.date(l.Published)
	}
	e.number(len(a.Cuts))
	for _, c := range a.Cuts {
		for _, n := range []int{c.Line, c.EndLine, c.Start, c.End} {
			e.number(n)
		}
		e.string(string(c.Class))
		e.string(c.Text)
	}
	return e.b
}

// Decode reads what Append wrote.
func Decode(src []byte) (articles.Article, error) {
	var a articles.Article
	if len(src) == 0 || src[0] != version {
		return a, fmt.Errorf("decoding a story: %w: unknown version", ErrDamaged)
	}
	d := decoder{b: src[1:]}
	a.Format = articles.Format(d.string())
	for _, s := range []*string{
		&a.Title, &a.Dek, &a.Source, &a.Section, &a.Language,
		&a.URL, &a.Image, &a.PublisherID, &a.Text,
	} {
		*s = d.string()
	}
	if a.Body = a.Text; d.number() != 0 {
		a.Body = d.string()
	}
	a.Published, a.Modified = d.date(), d.date()
	a.Authors, a.Tags, a.Warnings = d.strings(), d.strings(), d.strings()
	a.Lines = make([]int, d.count())
	for i := range a.Lines {
		a.Lines[i] = d.number()
		if i > 0 {
			a.Lines[i] += a.Lines[i-1]
		}
	}
	for n := d.count(); n > 0; n-- {
		a.Related = append(a.Related, articles.Link{
			Title: d.string(), URL: d.string(), ID: d.string(), Image: d.string(), Published: d.date(),
		})
	}
	for n := d.count(); n > 0; n-- {
		a.Cuts = append(a.Cuts, articles.Cut{
			Line: d.number(), EndLine: d.number(), Start: d.number(), End: d.number(),
			Class: articles.Class(d.string()), Text: d.string(),
		})
	}
	if len(a.Lines) == 0 {
		a.Lines = nil
	}
	if d.bad || len(d.b) > 0 {
		return articles.Article{}, fmt.Errorf("decoding a story: %w", ErrDamaged)
	}
	return a, nil
}

type encoder struct{ b []byte }

func (e *encoder) number(n int)    { e.b = binary.AppendVarint(e.b, int64(n)) }
func (e *encoder) string(s string) { e.number(len(s)); e.b = append(e.b, s...) }
func (e *encoder) date(d articles.Date) {
	if d.IsZero() {
		e.number(0)
		return
	}
	e.string(d.String())
}

func (e *encoder) strings(all []string) {
	e.number(len(all))
	for _, s := range all {
		e.string(s)
	}
}

// decoder reads with its first failure kept: after it everything is zero.
type decoder struct {
	b   []byte
	bad bool
}

func (d *decoder) number() int {
	n, size := binary.Varint(d.b)
	if size <= 0 || n > math.MaxInt32 || n < math.MinInt32 {
		d.bad, d.b = true, nil
		return 0
	}
	d.b = d.b[size:]
	return int(n)
}

// count is a number of things that take at least a byte each, so that damaged
// bytes cannot ask for more memory than they fill.
func (d *decoder) count() int {
	n := d.number()
	if n < 0 || n > len(d.b) {
		d.bad, d.b = true, nil
		return 0
	}
	return n
}

func (d *decoder) string() string {
	n := d.count()
	s := string(d.b[:n])
	d.b = d.b[n:]
	return s
}

func (d *decoder) strings() []string {
	n := d.count()
	if n == 0 {
		return nil
	}
	all := make([]string, n)
	for i := range all {
		all[i] = d.string()
	}
	return all
}

func (d *decoder) date() articles.Date {
	s := d.string()
	if s == "" {
		return articles.Date{}
	}
	at, err := articles.ParseDate(s)
	d.bad = d.bad || err != nil
	return at
}
