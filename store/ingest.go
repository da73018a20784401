package store

import (
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"time"

	"broadsheet/articles"
	"broadsheet/store/address"
	"broadsheet/store/body"
	"broadsheet/store/catalog"
	"broadsheet/store/copies"
	"broadsheet/store/index"
	"broadsheet/store/resolve"
	"broadsheet/store/walk"
)

const (
	maxStories  = 4096     // in one transaction
	maxText     = 12 << 20 // bytes of text in one transaction
	maxProblems = 20       // told of one file

	// slow is how long stories may wait to be shown, where files are slow to
	// read; unhurried is the same once there is a screenful to look at.
	slow      = time.Second
	unhurried = 5 * time.Second
	screenful = 200
)

// result is what a worker made of some files: one transaction, and the index
// file that it names.
type result struct {
	batch  catalog.Batch
	path   string // of the index file; "" where there is none
	failed int
}

// discard takes the index file away that nobody will name.
func (r *result) discard() {
	if r.path != "" {
		_ = os.Remove(r.path)
	}
}

// worker turns files into results. Each goroutine has its own.
type worker struct {
	s      *scan
	pack   *body.Writer
	marker copies.Marker
	terms  *index.Builder
	room   []byte // for print

	r     *result
	docs  []index.Doc
	text  int
	begun time.Time
	yield func(*result) error

	turns turns // of which it takes part in; nil where it works alone
	turn  bool  // whether it has one
}

func (s *scan) newWorker() (*worker, error) {
	pack, err := body.NewWriter(s.taught())
	return &worker{s: s, pack: pack, terms: index.NewBuilder()}, err
}

// batch reads files and yields results, most often one. When it is stopped, it
// yields what it has read.
func (w *worker) batch(jobs []job, yield func(*result) error) error {
	defer w.endTurn()
	w.yield = yield
	w.begin()
	for _, j := range jobs {
		if w.s.ctx.Err() != nil {
			break
		}
		if err := w.file(j); err != nil {
			return err
		}
		w.giveWay()
		if w.enough() {
			if err := w.flush(); err != nil {
				return err
			}
		}
	}
	if err := w.flush(); err != nil {
		return err
	}
	return w.s.ctx.Err()
}

func (w *worker) begin() {
	w.r = &result{batch: catalog.Batch{Problems: map[int64][]catalog.Problem{}}}
	w.docs, w.text, w.begun = nil, 0, time.Now()
}

// file reads one file. Only what concerns the library as a whole is an error;
// what is wrong with the file is a problem of it.
func (w *worker) file(j job) error {
	row := catalog.File{ID: j.id, Root: j.Root, Rel: j.Rel, Size: -1, Mtime: j.Mtime}
	if j.fresh {
		w.r.batch.Fresh = append(w.r.batch.Fresh, j.id)
	}
	tree := w.s.l.tree
	in, now, err := tree.Open(j.File)
	if err != nil {
		// It stays unread, to be tried again: being allowed to read it does
		// not change its size or time.
		w.r.batch.Files = append(w.r.batch.Files, row)
		w.problem(j, err)
		w.r.failed++
		w.s.tick(0)
		return nil
	}
	defer in.Close()
	input := Input{
		Name: tree.Path(j.Root, j.Rel), ID: tree.ID(j.Root, j.Rel), Reader: in, Size: now.Size,
	}
	for a, err := range w.s.l.read(w.s.ctx, input) {
		if w.s.ctx.Err() != nil {
			break
		}
		if err != nil {
			w.problem(j, err)
			continue
		}
		if err := w.story(j, input.ID, &a); err != nil {
			return err
		}
		w.giveWay()
		if w.enough() {
			if err := w.part(row); err != nil {
				return err
			}
		}
	}
	if w.s.ctx.Err() != nil { // the reader may have stopped early
		w.r.batch.Files = append(w.r.batch.Files, row)
		return nil
	}
	w.s.tick(now.Size)
	row.Size, row.Mtime = now.Size, now.Mtime
	w.r.batch.Files = append(w.r.batch.Files, row)
	if _, ok := w.r.batch.Problems[j.id]; ok {
		w.r.failed++
	} else if j.fresh {
		w.r.batch.Problems[j.id] = nil // what was wrong with it is no more
	}
	return nil
}

// enough reports whether what there is should be yielded.
func (w *worker) enough() bool {
	if len(w.docs) >= maxStories || w.text >= maxText {
		return true
	}
	wait := slow
	if w.s.shows() > screenful {
		wait = unhurried
	}
	return len(w.docs) > 0 && time.Since(w.begun) > wait
}

// part yields what there is of a file too large for one transaction. Until
// the last part is there the file counts as unread.
func (w *worker) part(row catalog.File) error {
	w.r.batch.Files = append(w.r.batch.Files, row)
	problems := w.r.batch.Problems[row.ID]
	if err := w.flush(); err != nil {
		return err
	}
	if problems != nil {
		w.r.batch.Problems[row.ID] = problems
	}
	return nil
}

func (w *worker) problem(j job, err error) {
	all := w.r.batch.Problems[j.id]
	p := catalog.Problem{File: j.id, Root: j.Root, Rel: j.Rel, Reason: reason(err)}
	switch {
	case len(all) < maxProblems:
		all = append(all, p)
	case len(all) == maxProblems:
		p.Reason = "and more of the kind"
		all = append(all, p)
	}
	w.r.batch.Problems[j.id] = all
}

// reason is an error without the name of the file, which stands beside it.
func reason(err error) string {
	var at *walk.Error
	if errors.As(err, &at) {
		err = at.Err
	}
	var p *os.PathError
	if errors.As(err, &p) {
		return p.Err.Error()
	}
	text := err.Error()
	if rest, ok := strings.CutPrefix(text, "reading "); ok {
		if _, after, ok := strings.Cut(rest, ": "); ok {
			return after
		}
	}
	return text
}

// story adds one story to the result.
func (w *worker) story(j job, file articles.ID, a *articles.Article) error {
	if a.Title == "" {
		a.Title = filepath.Base(filepath.FromSlash(j.Rel))
	}
	entry := 0
	if head, n, ok := splitID(a.ID); ok && head == file {
		entry = n
	}
	slot, full := w.pack.Add(a)
	folded := resolve.Fold(a.Title)
	at := place(w.s.l.tree.Place(j.Root, j.Rel), entry, folded)
	s := catalog.NewStory{
		Story: catalog.Story{
			File: j.id, Entry: entry, Published: catalog.When(a.Published), Source: a.Source,
			Keys: catalog.Keys{
				Print: w.print(a), Place: catalog.Hash(at), Folded: catalog.Hash(folded),
				URL: catalog.Hash(address.Canonical(a.URL)), Publisher: catalog.Hash(a.PublisherID),
			},
		},
		Headline: articles.Headline{
			Title: a.Title, Source: a.Source, Section: a.Section, Language: a.Language,
			Published: a.Published, Words: a.Words(), Format: a.Format,
		},
		Block: len(w.r.batch.Blocks), Slot: slot, Links: a.Related, Pages: address.Outside(*a),
	}
	w.r.batch.Stories = append(w.r.batch.Stories, s)
	// A title that counts something else is news as much as a text that does.
	w.r.batch.Sketches = copies.AppendMark(w.r.batch.Sketches, w.marker.Mark(a.Title, a.Text))
	w.docs = append(w.docs, index.Doc{
		ID: string(a.ID), Title: a.Title, Text: a.Text, Source: a.Source, Section: a.Section,
		Language: a.Language, Format: string(a.Format), Authors: a.Authors, Tags: a.Tags,
		Day: dayOf(a.Published),
	})
	w.text += len(a.Text) + len(a.Title)
	if full {
		return w.close()
	}
	return nil
}

// close ends a block. The first stories become the dictionary of all that
// follow.
func (w *worker) close() error {
	dictionary := w.s.taught()
	if dictionary == nil {
		if sample := w.pack.Sample(); sample != nil {
			var err error
			if dictionary, err = w.s.adopt(sample); err != nil {
				return err
			}
		}
	}
	w.r.batch.Blocks = append(w.r.batch.Blocks, w.pack.Finish())
	if dictionary != nil && !w.pack.Taught() {
		pack, err := body.NewWriter(dictionary)
		if err != nil {
			return err
		}
		w.pack = pack
	}
	return nil
}

// print is a number that two stories share only if they say the same.
func (w *worker) print(a *articles.Article) uint64 {
	w.room = append(append(append(w.room[:0], a.Title...), 0), a.Text...)
	sum := sha256.Sum256(w.room)
	return binary.LittleEndian.Uint64(sum[:])
}

// dayOf is the day of a date on the calendar of its place.
func dayOf(d articles.Date) int32 {
	if d.Precision() < articles.Day {
		return index.NoDay
	}
	y, m, dd := d.Time().Date()
	return int32(time.Date(y, m, dd, 0, 0, 0, 0, time.UTC).Unix() / day)
}

// flush writes the index file and yields the result.
func (w *worker) flush() error {
	if w.pack.Len() > 0 {
		if err := w.close(); err != nil {
			return err
		}
	}
	if n := len(w.docs); n > 0 {
		first := w.s.rows(n)
		w.terms.Reset()
		for i := range w.docs {
			w.docs[i].Key = first + uint32(i)
			w.r.batch.Stories[i].Row = first + uint32(i)
			w.terms.Add(w.docs[i])
			w.giveWay()
		}
		path := w.s.segmentPath()
		w.r.path = path
		info, err := w.terms.Write(path)
		if err != nil {
			w.r.discard()
			return fmt.Errorf("writing the index: %w", err)
		}
		w.r.batch.Segments = []catalog.Segment{{
			Name: filepath.Base(path), Docs: info.Docs, Bytes: info.Bytes,
			First: first, Last: first + uint32(n) - 1,
		}}
	}
	r := w.r
	w.begin()
	if len(r.batch.Files) == 0 && len(r.batch.Stories) == 0 && len(r.batch.Problems) == 0 {
		return nil
	}
	return w.yield(r)
}
