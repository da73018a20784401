package catalog

import (
	"context"
	"database/sql"
	"iter"
	"strconv"
)

// Sketches is what the copies of some stories are found by, with rows that
// follow one another from First.
type Sketches struct {
	First uint32
	Data  []byte
}

// Sketches yields them all, by row, those of stories that are gone as well.
// Data is only good until the next.
func (c *Catalog) Sketches(ctx context.Context) iter.Seq2[Sketches, error] {
	return each(ctx, c, `SELECT first, data FROM sketches ORDER BY first`, nil,
		func(r *sql.Rows) (s Sketches, err error) {
			var data sql.RawBytes
			err = r.Scan(&s.First, &data)
			s.Data = data
			return s, err
		})
}

// Copies yields the row of every story that is folded under another, with the
// row of that one.
func (c *Catalog) Copies(ctx context.Context) iter.Seq2[[2]uint32, error] {
	return each(ctx, c, `SELECT story, leader FROM copies`, nil, func(r *sql.Rows) (pair [2]uint32, err error) {
		err = r.Scan(&pair[0], &pair[1])
		return pair, err
	})
}

// NewestFolded returns a window of the newest headlines without those folded
// under another.
func (c *Catalog) NewestFolded(ctx context.Context, from, n int) ([]Listed, error) {
	return collect(each(ctx, c, listed+`WHERE s.id NOT IN (SELECT story FROM copies)
		ORDER BY s.published DESC, s.file, s.entry LIMIT ? OFFSET ?`, []any{n, from}, scanListed))
}

// CopiesOf counts the stories that are folded under each of some.
func (c *Catalog) CopiesOf(ctx context.Context, rows []Listed) (map[uint32]int, error) {
	query := []byte(`SELECT leader, count(*) FROM copies WHERE leader IN (0`)
	for _, r := range rows {
		query = strconv.AppendUint(append(query, ','), uint64(r.Row), 10)
	}
	counts := map[uint32]int{}
	for pair, err := range each(ctx, c, string(append(query, `) GROUP BY leader`...)), nil, func(r *sql.Rows) (pair [2]uint32, err error) {
		err = r.Scan(&pair[0], &pair[1])
		return pair, err
	}) {
		if err != nil {
			return nil, err
		}
		counts[pair[0]] = int(pair[1])
	}
	return counts, nil
}

// unfold lets go of the stories of a file as copies and as leaders. It makes a
// difference to more than their copies, so all are to be folded again.
func (w *writer) unfold(file int64) {
	const gone = `(SELECT id FROM stories WHERE file = ?)`
	w.exec(`DELETE FROM copies WHERE leader IN `+gone+` OR story IN `+gone, file, file)
	w.exec(`UPDATE meta SET value = 0 WHERE name = 'folded'`)
}

func (w *writer) fold(f *Folded) {
	if f == nil {
		return
	}
	put := w.prepare(`INSERT OR REPLACE INTO copies VALUES(?, ?)`)
	drop := w.prepare(`DELETE FROM copies WHERE story = ?`)
	for row, leader := range f.Leaders {
		if leader == 0 {
			drop(row)
		} else {
			put(row, leader)
		}
	}
	for _, first := range f.Hollow {
		w.exec(`DELETE FROM sketches WHERE first = ?`, first)
	}
	w.raise("folded", int64(f.To))
	w.countCopies()
}

// countCopies keeps how many stories are folded under others, for the first
// frame, which has no time to count them.
func (w *writer) countCopies() {
	w.exec(`UPDATE meta SET value = (SELECT count(*) FROM copies) WHERE name = 'copies'`)
}
