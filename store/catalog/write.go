package catalog

import (
	"context"
	"database/sql"
)

// Batch is what one transaction brings. Stories of the files in Gone, and of
// the files in Files that are read anew, go first.
type Batch struct {
	Gone     []int64 // files that are no more
	Fresh    []int64 // files whose stories of an earlier reading go
	Files    []File
	Stories  []NewStory
	Blocks   [][]byte
	Problems map[int64][]Problem // by file; what was there before goes
	Segments []Segment           // that count from now on
	Dropped  []string            // segments that count no more
	Buried   []uint32            // dead rows that no segment holds any more
	Renumber map[int64]int64     // files, from old to new
	Sketches []byte              // of Stories, in their order
	Folded   *Folded
}

// Folded is who is folded under whom.
type Folded struct {
	To      uint32            // the last row there was when they were folded
	Leaders map[uint32]uint32 // of the rows for which it changed; 0 is none
	Hollow  []uint32          // sketches by first row, none of whose stories are left
}

// Removed are the rows that a commit took out.
type Removed []uint32

// Commit writes a batch, whole or not at all.
func (c *Catalog) Commit(ctx context.Context, b *Batch) (Removed, error) {
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return nil, c.failed("writing the catalogue", err)
	}
	w := writer{ctx: ctx, tx: tx}
	w.forget(b)
	w.files(b)
	w.stories(b)
	w.segments(b)
	w.fold(b.Folded)
	w.exec(`UPDATE meta SET value = value + 1 WHERE name = 'commit'`)
	if w.err == nil {
		w.err = tx.Commit()
	}
	if w.err != nil {
		tx.Rollback()
		return nil, c.failed("writing the catalogue", w.err)
	}
	return w.removed, nil
}

// writer carries one transaction and its first error.
type writer struct {
	ctx     context.Context
	tx      *sql.Tx
	err     error
	removed Removed
}

func (w *writer) exec(query string, args ...any) int64 {
	if w.err != nil {
		return 0
	}
	r, err := w.tx.ExecContext(w.ctx, query, args...)
	if err != nil {
		w.err = err
		return 0
	}
	n, _ := r.RowsAffected()
	return n
}

func (w *writer) prepare(query string) func(args ...any) {
	if w.err != nil {
		return func(...any) {}
	}
	s, err := w.tx.PrepareContext(w.ctx, query)
	if err != nil {
		w.err = err
		return func(...any) {}
	}
	return func(args ...any) {
		if w.err == nil {
			_, w.err = s.ExecContext(w.ctx, args...)
		}
	}
}

// forget takes the stories of files out. A block goes with its last story.
func (w *writer) forget(b *Batch) {
	for _, id := range b.Fresh {
		w.forgetFile(id)
	}
	for _, id := range b.Gone {
		w.forgetFile(id)
		w.exec(`DELETE FROM problems WHERE file = ?`, id)
	}
	w.dropFiles(b.Gone)
	if len(w.removed) > 0 {
		w.exec(`UPDATE meta SET value = value - ? WHERE name = 'stories'`, len(w.removed))
		w.exec(`DELETE FROM addresses WHERE story IN (SELECT row FROM dead)`)
		w.countCopies()
	}
}

func (w *writer) forgetFile(id int64) {
	if w.err != nil {
		return
	}
	rows, err := w.tx.QueryContext(w.ctx, `SELECT id, block FROM stories WHERE file = ?`, id)
	if err != nil {
		w.err = err
		return
	}
	blocks := map[int64]int{}
	before := len(w.removed)
	for rows.Next() {
		var row uint32
		var block int64
		if w.err = rows.Scan(&row, &block); w.err != nil {
			break
		}
		w.removed = append(w.removed, row)
		blocks[block]++
	}
	if err := rows.Close(); w.err == nil {
		w.err = err
	}
	if len(w.removed) == before {
		return
	}
	for block, n := range blocks {
		w.exec(`UPDATE blocks SET stories = stories - ? WHERE id = ?`, n, block)
		w.exec(`DELETE FROM blocks WHERE id = ? AND stories <= 0`, block)
	}
	w.exec(`INSERT OR IGNORE INTO dead SELECT id FROM stories WHERE file = ?`, id)
	w.unname(id)
	w.unfold(id)
	w.exec(`DELETE FROM stories WHERE file = ?`, id)
}

func (w *writer) files(b *Batch) {
	w.putFiles(b.Files)
	for file, problems := range b.Problems {
		w.exec(`DELETE FROM problems WHERE file = ?`, file)
		for i, p := range problems {
			w.exec(`INSERT INTO problems VALUES(?, ?, ?, ?, ?)`, file, i, p.Root, p.Rel, p.Reason)
		}
	}
	for old, now := range b.Renumber {
		w.exec(`UPDATE files SET id = ? WHERE id = ?`, now, old)
		w.exec(`UPDATE stories SET file = ? WHERE file = ?`, now, old)
		w.exec(`UPDATE problems SET file = ? WHERE file = ?`, now, old)
		w.raise("file", now)
	}
}

func (w *writer) stories(b *Batch) {
	if len(b.Stories) == 0 {
		return
	}
	base := int64(0)
	if w.err == nil {
		w.err = w.tx.QueryRowContext(w.ctx, `SELECT value FROM meta WHERE name = 'block'`).Scan(&base)
	}
	inBlock := make([]int, len(b.Blocks))
	stories := w.several(`INSERT INTO stories`, 18)
	link := w.prepare(`INSERT INTO links VALUES(?, ?, ?, ?, ?, ?)`)
	naming := w.prepare(`INSERT OR IGNORE INTO namings VALUES(?, ?)`)
	page := w.prepare(`INSERT OR IGNORE INTO addresses VALUES(?, ?)`)
	top := uint32(0)
	for i := range b.Stories {
		s := &b.Stories[i]
		h := &s.Headline
		inBlock[s.Block]++
		stories.put(s.Row, s.File, s.Entry, s.Published, h.Published.String(),
			h.Title, h.Source, h.Section, h.Language, string(h.Format), h.Words,
			int64(s.Keys.Print), int64(s.Keys.Place), int64(s.Keys.Folded),
			int64(s.Keys.URL), int64(s.Keys.Publisher), base+1+int64(s.Block), s.Slot)
		for n, l := range s.Links {
			link(s.Row, n, l.Title, l.URL, l.ID, l.Published.String())
			for _, key := range goesBy(l).numbers() {
				naming(key, s.Row)
			}
		}
		for _, p := range s.Pages {
			page(pageOf(p), s.Row)
		}
		top = max(top, s.Row)
	}
	stories.rest()
	block := w.prepare(`INSERT INTO blocks VALUES(?, ?, ?)`)
	for i, data := range b.Blocks {
		block(base+1+int64(i), inBlock[i], data)
	}
	if len(b.Sketches) > 0 {
		w.exec(`INSERT INTO sketches VALUES(?, ?)`, b.Stories[0].Row, b.Sketches)
	}
	w.raise("row", int64(top))
	w.exec(`UPDATE meta SET value = ? WHERE name = 'block'`, base+int64(len(b.Blocks)))
	w.exec(`UPDATE meta SET value = value + ? WHERE name = 'stories'`, len(b.Stories))
}

func (w *writer) segments(b *Batch) {
	for _, s := range b.Segments {
		w.exec(`INSERT INTO segments VALUES(?, ?, ?, ?, ?)`, s.Name, s.Docs, s.Bytes, s.First, s.Last)
	}
	for _, name := range b.Dropped {
		w.exec(`DELETE FROM segments WHERE name = ?`, name)
	}
	for _, row := range b.Buried {
		w.exec(`DELETE FROM dead WHERE row = ?`, row)
	}
}

// raise lifts a counter, so that a number once given is not given again.
func (w *writer) raise(name string, to int64) {
	if to > 0 {
		w.exec(`UPDATE meta SET value = max(value, ?) WHERE name = ?`, to, name)
	}
}
