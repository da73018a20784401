package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"iter"

	"broadsheet/articles"
)

// ErrUnknown says that the catalogue holds no such story.
var ErrUnknown = errors.New("no such story in the library")

// Counters are the numbers to go on from, and how many stories there are.
type Counters struct {
	Stories int
	Row     uint32 // highest ever given
	File    int64
	Folded  uint32 // the last row when stories were folded
	Copies  int    // stories folded under others
	Commit  int64  // differs when another program has written
	Whole   bool   // the last scan went to its end
}

// Counters reads the counters.
func (c *Catalog) Counters(ctx context.Context) (Counters, error) {
	rows, err := c.db.QueryContext(ctx, `SELECT name, value FROM meta`)
	if err != nil {
		return Counters{}, c.failed("reading the catalogue", err)
	}
	defer rows.Close()
	var n Counters
	for rows.Next() {
		var name string
		var v int64
		if err := rows.Scan(&name, &v); err != nil {
			return n, c.failed("reading the catalogue", err)
		}
		switch name {
		case "stories":
			n.Stories = int(v)
		case "row":
			n.Row = uint32(v)
		case "file":
			n.File = v
		case "folded":
			n.Folded = uint32(v)
		case "copies":
			n.Copies = int(v)
		case "commit":
			n.Commit = v
		}
	}
	return n, c.failed("reading the catalogue", rows.Err())
}

// Change is a number that differs when another program has written.
func (c *Catalog) Change(ctx context.Context) (int64, error) {
	var n int64
	err := c.db.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'commit'`).Scan(&n)
	return n, c.failed("reading the catalogue", err)
}

// each runs a query and yields its rows through scan.
func each[T any](ctx context.Context, c *Catalog, query string, args []any, scan func(*sql.Rows) (T, error)) iter.Seq2[T, error] {
	return through(c, scan, func() (*sql.Rows, error) { return c.db.QueryContext(ctx, query, args...) })
}

// through yields the rows that ask gets.
func through[T any](c *Catalog, scan func(*sql.Rows) (T, error), ask func() (*sql.Rows, error)) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		rows, err := ask()
		if err != nil {
			yield(none, c.failed("reading the catalogue", err))
			return
		}
		defer rows.Close()
		for rows.Next() {
			v, err := scan(rows)
			if !yield(v, c.failed("reading the catalogue", err)) || err != nil {
				return
			}
		}
		if err := rows.Err(); err != nil {
			yield(none, c.failed("reading the catalogue", err))
		}
	}
}

const storyColumns = `id, file, entry, published, source, print, place, folded, url, publisher`

// Stories yields the rows of every story, by row.
func (c *Catalog) Stories(ctx context.Context) iter.Seq2[Story, error] {
	return each(ctx, c, `SELECT `+storyColumns+` FROM stories ORDER BY id`, nil, scanStory())
}

func scanStory() func(*sql.Rows) (Story, error) {
	var source sql.RawBytes
	sources := map[string]string{} // a hundred thousand stories, a dozen outlets
	return func(r *sql.Rows) (s Story, err error) {
		var k [5]int64
		err = r.Scan(&s.Row, &s.File, &s.Entry, &s.Published, &source, &k[0], &k[1], &k[2], &k[3], &k[4])
		if err != nil {
			return s, err
		}
		name, ok := sources[string(source)]
		if !ok {
			name = string(source)
			sources[name] = name
		}
		s.Source = name
		s.Keys = Keys{uint64(k[0]), uint64(k[1]), uint64(k[2]), uint64(k[3]), uint64(k[4])}
		return s, nil
	}
}

// Dictionary returns what blocks are packed with, or nil.
func (c *Catalog) Dictionary(ctx context.Context) ([]byte, error) {
	var data []byte
	err := c.db.QueryRowContext(ctx, `SELECT data FROM dictionary`).Scan(&data)
	if errors.Is(err, sql.ErrNoRows) {
		return nil, nil
	}
	return data, c.failed("reading the dictionary", err)
}

// Adopt keeps a dictionary for good, unless there is one, and returns the one
// that holds.
func (c *Catalog) Adopt(ctx context.Context, data []byte) ([]byte, error) {
	_, err := c.db.ExecContext(ctx, `INSERT OR IGNORE INTO dictionary VALUES(1, ?)`, data)
	if err != nil {
		return nil, c.failed("keeping the dictionary", err)
	}
	return c.Dictionary(ctx)
}

// Link is a headline that a story names.
type Link struct {
	Story uint32
	articles.Link
}

// Links yields the headlines that all stories name.
func (c *Catalog) Links(ctx context.Context) iter.Seq2[Link, error] {
	return each(ctx, c, `SELECT story, title, url, publisher, date FROM links ORDER BY story, n`, nil,
		func(r *sql.Rows) (l Link, err error) {
			var date string
			if err = r.Scan(&l.Story, &l.Title, &l.URL, &l.ID, &date); err == nil && date != "" {
				l.Published, err = articles.ParseDate(date)
			}
			return l, err
		})
}

// Problems lists what could not be read.
func (c *Catalog) Problems(ctx context.Context) ([]Problem, error) {
	return collect(each(ctx, c, `SELECT file, root, rel, reason FROM problems ORDER BY root, rel, file, n`, nil,
		func(r *sql.Rows) (p Problem, err error) {
			err = r.Scan(&p.File, &p.Root, &p.Rel, &p.Reason)
			return p, err
		}))
}

// Segments lists the index files that count, the oldest first.
func (c *Catalog) Segments(ctx context.Context) ([]Segment, error) {
	return collect(each(ctx, c, `SELECT name, docs, bytes, first, last FROM segments ORDER BY name`, nil,
		func(r *sql.Rows) (s Segment, err error) {
			err = r.Scan(&s.Name, &s.Docs, &s.Bytes, &s.First, &s.Last)
			return s, err
		}))
}

// Dead lists the rows that index files hold although their story is gone.
func (c *Catalog) Dead(ctx context.Context) ([]uint32, error) {
	return collect(each(ctx, c, `SELECT row FROM dead`, nil, func(r *sql.Rows) (row uint32, err error) {
		err = r.Scan(&row)
		return row, err
	}))
}

func collect[T any](seq iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for v, err := range seq {
		if err != nil {
			return all, err
		}
		all = append(all, v)
	}
	return all, nil
}

// Title is the title of a story.
type Title struct {
	Row   uint32
	Title string
}

// Titles yields the title of every story.
func (c *Catalog) Titles(ctx context.Context) iter.Seq2[Title, error] {
	return each(ctx, c, `SELECT id, title FROM stories ORDER BY id`, nil,
		func(r *sql.Rows) (t Title, err error) {
			err = r.Scan(&t.Row, &t.Title)
			return t, err
		})
}

// Verify reads every page.
func (c *Catalog) Verify(ctx context.Context) error {
	var said string
	err := c.db.QueryRowContext(ctx, `PRAGMA quick_check(1)`).Scan(&said)
	if err == nil && said != "ok" {
		c.damaged.Store(true)
		return fmt.Errorf("the catalogue %s is damaged: %s", c.path, said)
	}
	return c.failed("checking the catalogue", err)
}
