package marks

import (
	"context"
	"database/sql"
	"encoding/json"
	"errors"
	"fmt"
	"strconv"

	"broadsheet/articles"
)

// book is marks in memory.
type book struct {
	all    []entry
	places map[uint64]int
	prints map[uint64]int // the one changed last, where several say the same
	extra  map[int]words  // of the few stories that have any
	change int64
}

type entry struct {
	place, print uint64
	changed      int64
	position     float32
	flags        Flags
}

type words struct {
	tags     []string
	note     string
	passages []articles.Passage
}

// row is a line of the table.
type row struct {
	Story
	articles.Marks
	changed int64
}

const columns = `place, print, path, title, read, starred, position, tags, note, passages, changed`

func scan(rows interface{ Scan(...any) error }) (row, error) {
	var r row
	var place, print int64
	var tags, passages string
	err := rows.Scan(&place, &print, &r.Path, &r.Title, &r.Read, &r.Starred, &r.Position, &tags, &r.Note, &passages, &r.changed)
	r.Place, r.Print = uint64(place), uint64(print)
	if err == nil && tags != "" {
		err = json.Unmarshal([]byte(tags), &r.Tags)
	}
	if err == nil && passages != "" {
		err = json.Unmarshal([]byte(passages), &r.Passages)
	}
	return r, err
}

func newBook() *book {
	return &book{places: map[uint64]int{}, prints: map[uint64]int{}, extra: map[int]words{}}
}

// put adds a line or overwrites it.
func (b *book) put(r row) {
	e := entry{r.Place, r.Print, r.changed, float32(r.Position), flagsOf(r.Marks)}
	i, ok := b.places[r.Place]
	if ok {
		b.all[i] = e
	} else {
		i = len(b.all)
		b.all = append(b.all, e)
		b.places[r.Place] = i
	}
	if last, ok := b.prints[r.Print]; !ok || b.all[last].changed <= r.changed {
		b.prints[r.Print] = i
	}
	delete(b.extra, i)
	if len(r.Tags) > 0 || r.Note != "" || len(r.Passages) > 0 {
		b.extra[i] = words{r.Tags, r.Note, r.Passages}
	}
}

func flagsOf(m articles.Marks) Flags {
	var f Flags
	if m.Read {
		f |= Read
	}
	if m.Starred {
		f |= Starred
	}
	if len(m.Tags) > 0 {
		f |= Tagged
	}
	if m.Note != "" || len(m.Passages) > 0 {
		f |= Noted
	}
	return f
}

func (b *book) find(place, print uint64) (int, bool) {
	i, ok := b.places[place]
	if !ok {
		i, ok = b.prints[print]
	}
	return i, ok
}

func (b *book) flags(place, print uint64) Flags {
	if i, ok := b.find(place, print); ok {
		return b.all[i].flags
	}
	return 0
}

func (b *book) marks(place, print uint64) articles.Marks {
	i, ok := b.find(place, print)
	if !ok {
		return articles.Marks{}
	}
	e, w := b.all[i], b.extra[i]
	return articles.Marks{
		Read: e.flags&Read != 0, Starred: e.flags&Starred != 0,
		Position: float64(e.position), Tags: w.tags, Note: w.note, Passages: w.passages,
	}
}

// Load reads all marks into memory, and again if another program has changed
// them. It reports whether anything is new.
func (s *Store) Load(ctx context.Context) (bool, error) {
	var change int64
	if err := s.db.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'change'`).Scan(&change); err != nil {
		return false, fmt.Errorf("reading the marks: %w", err)
	}
	s.mu.RLock()
	known := s.book != nil && s.book.change == change
	s.mu.RUnlock()
	if known {
		return false, nil
	}
	b, err := s.query(ctx, `SELECT `+columns+` FROM marks`)
	if err != nil {
		return false, fmt.Errorf("reading the marks: %w", err)
	}
	b.change = change
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.book == nil || s.book.change < change {
		s.book = b
	}
	return true, nil
}

// some reads the marks of a few stories only, for a start that cannot wait.
func (s *Store) some(ctx context.Context, stories []Story) (*book, error) {
	if len(stories) == 0 {
		return newBook(), nil
	}
	list := func(key func(Story) uint64) string {
		in := []byte("(")
		for i, one := range stories {
			if i > 0 {
				in = append(in, ',')
			}
			in = strconv.AppendInt(in, int64(key(one)), 10)
		}
		return string(append(in, ')'))
	}
	return s.query(ctx, `SELECT `+columns+` FROM marks WHERE place IN `+
		list(func(o Story) uint64 { return o.Place })+` OR print IN `+
		list(func(o Story) uint64 { return o.Print }))
}

func (s *Store) query(ctx context.Context, query string) (*book, error) {
	rows, err := s.db.QueryContext(ctx, query)
	if err != nil {
		return nil, err
	}
	defer rows.Close()
	b := newBook()
	for rows.Next() {
		r, err := scan(rows)
		if err != nil {
			return nil, err
		}
		b.put(r)
	}
	return b, rows.Err()
}

// find reads the line of a story inside a transaction: by place, else by
// print.
func find(ctx context.Context, tx *sql.Tx, story Story) (row, error) {
	r, err := scan(tx.QueryRowContext(ctx, `SELECT `+columns+` FROM marks WHERE place = ?`, int64(story.Place)))
	if !errors.Is(err, sql.ErrNoRows) {
		return r, err
	}
	r, err = scan(tx.QueryRowContext(ctx, `SELECT `+columns+` FROM marks WHERE print = ?
		ORDER BY changed DESC, id DESC LIMIT 1`, int64(story.Print)))
	if errors.Is(err, sql.ErrNoRows) {
		return row{}, nil
	}
	return r, err
}
