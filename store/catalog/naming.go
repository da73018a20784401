package catalog

import (
	"context"
	"database/sql"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/address"
	"broadsheet/store/resolve"
)

// What a headline goes by, told apart so that the id of one is not the title
// of another.
const (
	byTitle uint64 = 0
	byURL   uint64 = 1 << 62
	byID    uint64 = 1 << 63
)

// numbers are the keys of a headline or a story in the table of namings: of as
// many bits as those of pages. A story names another where they share one.
func (k Keys) numbers() []int64 {
	var all []int64
	for _, one := range []struct{ kind, key uint64 }{{byTitle, k.Folded}, {byURL, k.URL}, {byID, k.Publisher}} {
		if one.key != 0 {
			all = append(all, int64((one.key^one.kind)>>17))
		}
	}
	return all
}

func goesBy(l articles.Link) Keys {
	return Keys{Folded: Hash(resolve.Fold(l.Title)), URL: Hash(address.Canonical(l.URL)), Publisher: Hash(l.ID)}
}

// Naming lists the stories that name a headline which goes by one of the keys,
// by row: the first n, or all where n is 0.
func (c *Catalog) Naming(ctx context.Context, k Keys, n int) ([]uint32, error) {
	limit := n
	if n == 0 {
		limit = -1
	}
	var all []uint32
	for _, key := range k.numbers() { // each by itself, so that nobody reads on where thousands name one
		some, err := collect(through(c, func(r *sql.Rows) (row uint32, err error) {
			err = r.Scan(&row)
			return row, err
		}, func() (*sql.Rows, error) {
			return c.often(ctx, `SELECT story FROM namings WHERE key = ? ORDER BY story LIMIT ?`, key, limit)
		}))
		if err != nil {
			return nil, err
		}
		all = append(all, some...)
	}
	slices.Sort(all)
	all = slices.Compact(all)
	if n > 0 && len(all) > n {
		all = all[:n]
	}
	return all, nil
}

// unname takes out what the stories of a file name.
func (w *writer) unname(file int64) {
	if w.err != nil {
		return
	}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT l.story, l.title, l.url, l.publisher
		FROM stories s JOIN links l ON l.story = s.id WHERE s.file = ?`, file)
	if err != nil {
		w.err = err
		return
	}
	var named []Link
	for rows.Next() {
		var l Link
		if w.err = rows.Scan(&l.Story, &l.Title, &l.URL, &l.ID); w.err != nil {
			break
		}
		named = append(named, l)
	}
	if err := rows.Close(); w.err == nil {
		w.err = err
	}
	for _, l := range named {
		for _, key := range goesBy(l.Link).numbers() {
			w.exec(`DELETE FROM namings WHERE key = ? AND story = ?`, key, l.Story)
		}
	}
	if len(named) > 0 {
		w.exec(`DELETE FROM links WHERE story IN (SELECT id FROM stories WHERE file = ?)`, file)
	}
}
