package catalog

import (
	"context"
	"database/sql"
	"encoding/json"
	"strconv"

	"broadsheet/articles"
)

// Listed is a headline with what it takes to complete it.
type Listed struct {
	Row      uint32
	Root     int
	Rel      string
	Entry    int
	Keys     Keys
	Headline articles.Headline // without ID and marks
}

const (
	listedColumns = `SELECT s.id, d.root, d.rel || f.name, s.entry, s.print, s.place, s.folded, s.url, s.publisher,
		s.title, s.source, s.section, s.language, s.format, s.words, s.date `
	// The order of a cross join is kept: the stories come first.
	listed = listedColumns + `FROM stories s CROSS JOIN files f ON f.id = s.file CROSS JOIN folders d ON d.id = f.folder `
)

func scanListed(r *sql.Rows) (l Listed, err error) {
	var k [5]int64
	var date, format string
	h := &l.Headline
	err = r.Scan(&l.Row, &l.Root, &l.Rel, &l.Entry, &k[0], &k[1], &k[2], &k[3], &k[4],
		&h.Title, &h.Source, &h.Section, &h.Language, &format, &h.Words, &date)
	if err != nil {
		return l, err
	}
	h.Format = articles.Format(format)
	l.Keys = Keys{uint64(k[0]), uint64(k[1]), uint64(k[2]), uint64(k[3]), uint64(k[4])}
	if date != "" {
		h.Published, err = articles.ParseDate(date)
	}
	return l, err
}

// Newest returns a window of the newest headlines.
func (c *Catalog) Newest(ctx context.Context, from, n int) ([]Listed, error) {
	return collect(each(ctx, c, listed+`ORDER BY s.published DESC, s.file, s.entry LIMIT ? OFFSET ?`,
		[]any{n, from}, scanListed))
}

// Headlines returns the headlines of rows, in the order asked for. A row that
// is no more is left out.
func (c *Catalog) Headlines(ctx context.Context, rows []uint32) ([]Listed, error) {
	if len(rows) == 0 {
		return nil, nil
	}
	found, err := collect(through(c, scanListed, func() (*sql.Rows, error) {
		return c.often(ctx, listed+`WHERE s.id IN (SELECT value FROM json_each(?))`, numbers(rows))
	}))
	at := make(map[uint32]int, len(found))
	for i, l := range found {
		at[l.Row] = i
	}
	sorted := make([]Listed, 0, len(found))
	for _, r := range rows {
		if i, ok := at[r]; ok {
			sorted = append(sorted, found[i])
		}
	}
	return sorted, err
}

// numbers writes a list for json_each.
func numbers[N uint32 | int64](all []N) string {
	list := []byte{'['}
	for i, n := range all {
		if i > 0 {
			list = append(list, ',')
		}
		list = strconv.AppendInt(list, int64(n), 10)
	}
	return string(append(list, ']'))
}

// Order returns the rows of all stories in the order of the places they are at.
func (c *Catalog) Order(ctx context.Context) ([]uint32, error) {
	return collect(each(ctx, c, `SELECT s.id
		FROM stories s CROSS JOIN files f ON f.id = s.file CROSS JOIN folders d ON d.id = f.folder
		ORDER BY d.root, d.rel || f.name, s.entry`, nil, func(r *sql.Rows) (row uint32, err error) {
		err = r.Scan(&row)
		return row, err
	}))
}

// Find returns the headline at a place.
func (c *Catalog) Find(ctx context.Context, root int, rel string, entry int) (Listed, error) {
	folder, name := parted(rel)
	for l, err := range through(c, scanListed, func() (*sql.Rows, error) {
		return c.often(ctx, listedColumns+`FROM folders d CROSS JOIN files f ON f.folder = d.id CROSS JOIN stories s ON s.file = f.id
			WHERE d.root = ? AND d.rel = ? AND f.key = ? AND f.name = ? AND s.entry = ?`,
			root, folder, nameKey(name), name, entry)
	}) {
		return l, err
	}
	return Listed{}, ErrUnknown
}

// Packed is where the body of a story lies.
type Packed struct {
	Block int64 // which is never changed, and whose number is never given again
	Slot  int
}

// Body tells where the body of a story lies.
func (c *Catalog) Body(ctx context.Context, row uint32) (Packed, error) {
	for p, err := range through(c, func(r *sql.Rows) (p Packed, err error) {
		err = r.Scan(&p.Block, &p.Slot)
		return p, err
	}, func() (*sql.Rows, error) {
		return c.often(ctx, `SELECT block, slot FROM stories WHERE id = ?`, row)
	}) {
		return p, err
	}
	return Packed{}, ErrUnknown
}

// Block returns a block of bodies.
func (c *Catalog) Block(ctx context.Context, id int64) ([]byte, error) {
	for data, err := range through(c, func(r *sql.Rows) (data []byte, err error) {
		err = r.Scan(&data)
		return data, err
	}, func() (*sql.Rows, error) {
		return c.often(ctx, `SELECT data FROM blocks WHERE id = ?`, id)
	}) {
		return data, err
	}
	return nil, ErrUnknown
}

// Names reports whether a story names any headlines.
func (c *Catalog) Names(ctx context.Context, row uint32) (bool, error) {
	for any, err := range through(c, func(r *sql.Rows) (any bool, err error) {
		err = r.Scan(&any)
		return any, err
	}, func() (*sql.Rows, error) {
		return c.often(ctx, `SELECT EXISTS(SELECT 1 FROM links WHERE story = ?)`, row)
	}) {
		return any, err
	}
	return false, nil
}

// Leading lists for every one of some pages the stories whose prose leads to
// it, at most n of them, by row.
func (c *Catalog) Leading(ctx context.Context, pages []string, n int) ([][]uint32, error) {
	if len(pages) == 0 {
		return nil, nil
	}
	wanted := make([]int64, len(pages))
	for i, page := range pages {
		wanted[i] = pageOf(page)
	}
	return collect(through(c, func(r *sql.Rows) (rows []uint32, err error) {
		var list []byte
		if err := r.Scan(&list); err != nil {
			return nil, err
		}
		err = json.Unmarshal(list, &rows)
		return rows, err
	}, func() (*sql.Rows, error) {
		return c.often(ctx, `SELECT (SELECT json_group_array(story)
			FROM (SELECT story FROM addresses WHERE page = wanted.value ORDER BY story LIMIT ?))
			FROM json_each(?) AS wanted ORDER BY wanted.key`, n, numbers(wanted))
	}))
}
