package catalog

import (
	"context"
	"database/sql"
	"iter"
	"slices"
	"strconv"
	"strings"
)

// Noted is a file as the catalogue holds it, for those who go through all of
// them.
type Noted struct {
	ID           int64
	Root         int
	Folder, Name string // the folder with a slash at its end, or empty
	Size, Mtime  int64
}

// filesAtOnce is how many files are told of by one string.
const filesAtOnce = 1024

// Files yields every file, by number. SQLite writes those of many into one
// string, as handing over each row by itself takes three times as long.
func (c *Catalog) Files(ctx context.Context) iter.Seq2[Noted, error] {
	return func(yield func(Noted, error) bool) {
		folders, err := c.folders(ctx)
		var next, last int64
		if err == nil {
			err = c.db.QueryRowContext(ctx, `SELECT ifnull(min(id), 1), ifnull(max(id), 0) FROM files`).Scan(&next, &last)
		}
		for err == nil && next <= last {
			var lines string
			// The first of the next so many is found by counting, since
			// numbers may be far from one another.
			err = c.db.QueryRowContext(ctx, `SELECT ifnull(group_concat(
					id || ' ' || folder || ' ' || size || ' ' || mtime || ' ' || name || '/', ''), ''), ifnull(max(id), 0) + 1
				FROM (SELECT id, folder, name, size, mtime FROM files WHERE id >= ? ORDER BY id LIMIT ?)`, next, filesAtOnce).Scan(&lines, &next)
			for len(lines) > 0 && err == nil {
				var n Noted
				if n, lines, err = notedIn(lines, folders); err == nil && !yield(n, nil) {
					return
				}
			}
		}
		if err != nil {
			yield(Noted{}, c.failed("reading the catalogue", err))
		}
	}
}

// notedIn reads the first file of what SQLite wrote. A slash, which no name
// has, ends each.
func notedIn(lines string, folders map[int64]place) (n Noted, rest string, err error) {
	line, rest, _ := strings.Cut(lines, "/")
	var numbers [4]int64
	for i := range numbers {
		var word string
		word, line, _ = strings.Cut(line, " ")
		if numbers[i], err = strconv.ParseInt(word, 10, 64); err != nil {
			return n, rest, err
		}
	}
	at := folders[numbers[1]]
	return Noted{numbers[0], at.root, at.rel, line, numbers[2], numbers[3]}, rest, nil
}

// folders returns all folders, by number.
func (c *Catalog) folders(ctx context.Context) (map[int64]place, error) {
	all := map[int64]place{}
	for _, err := range each(ctx, c, `SELECT id, root, rel FROM folders`, nil, func(r *sql.Rows) (id int64, err error) {
		var at place
		err = r.Scan(&id, &at.root, &at.rel)
		all[id] = at
		return id, err
	}) {
		if err != nil {
			return nil, err
		}
	}
	return all, nil
}

const file = `SELECT f.id, d.root, d.rel || f.name, f.size, f.mtime
	FROM folders d JOIN files f ON f.folder = d.id `

func scanFile(r *sql.Rows) (f File, err error) {
	err = r.Scan(&f.ID, &f.Root, &f.Rel, &f.Size, &f.Mtime)
	return f, err
}

// FilesOf returns the files of some numbers, by number. One that is unknown is
// left out.
func (c *Catalog) FilesOf(ctx context.Context, ids []int64) ([]File, error) {
	return collect(each(ctx, c, file+`WHERE f.id IN (SELECT value FROM json_each(?)) ORDER BY f.id`,
		[]any{numbers(ids)}, scanFile))
}

// At returns the file at a path, and the files below it if it was a folder.
func (c *Catalog) At(ctx context.Context, root int, rel string) ([]File, error) {
	folder, name := parted(rel)
	// "0" is the byte after "/", so the range is what begins with rel + "/".
	found, err := collect(each(ctx, c, file+`WHERE d.root = ? AND d.rel = ? AND f.key = ? AND f.name = ?
		UNION ALL `+file+`WHERE d.root = ? AND d.rel >= ? AND d.rel < ?`,
		[]any{root, folder, nameKey(name), name, root, rel + "/", rel + "0"}, scanFile))
	slices.SortFunc(found, func(a, b File) int { return strings.Compare(a.Rel, b.Rel) })
	return found, err
}

// parted parts a path behind its last slash.
func parted(rel string) (folder, name string) {
	i := strings.LastIndexByte(rel, '/') + 1
	return rel[:i], rel[i:]
}

// nameKey is what a name is looked up by: of as many bits as SQLite keeps in
// four bytes. Of a million names some hundred share theirs with another, so
// who looks compares the name as well.
func nameKey(name string) int64 { return int64(int32(Hash(name))) }

// CountFiles counts the files that were read, whether or not with success.
func (c *Catalog) CountFiles(ctx context.Context) (int, error) {
	var n int
	err := c.db.QueryRowContext(ctx, `SELECT count(*) FROM files`).Scan(&n)
	return n, c.failed("counting files", err)
}

// putFiles writes what is known of files.
func (w *writer) putFiles(files []File) {
	rows := w.several(`INSERT OR REPLACE INTO files(id, folder, key, name, size, mtime)`, 6)
	folders := map[place]int64{}
	top := int64(0)
	for _, f := range files {
		folder, name := parted(f.Rel)
		at := place{f.Root, folder}
		id, ok := folders[at]
		if !ok {
			id = w.folder(at)
			folders[at] = id
		}
		rows.put(f.ID, id, nameKey(name), name, f.Size, f.Mtime)
		top = max(top, f.ID)
	}
	rows.rest()
	w.raise("file", top)
}

// place is where a folder is.
type place struct {
	root int
	rel  string
}

// folder is the number of a folder, which it is given if it has none.
func (w *writer) folder(at place) (id int64) {
	w.exec(`INSERT OR IGNORE INTO folders(root, rel) VALUES(?, ?)`, at.root, at.rel)
	if w.err == nil {
		w.err = w.tx.QueryRowContext(w.ctx, `SELECT id FROM folders WHERE root = ? AND rel = ?`, at.root, at.rel).Scan(&id)
	}
	return id
}

// dropFiles takes files out, and folders with the last of theirs.
func (w *writer) dropFiles(ids []int64) {
	left := map[int64]bool{}
	for _, id := range ids {
		var folder int64
		if w.err == nil {
			w.err = w.tx.QueryRowContext(w.ctx, `DELETE FROM files WHERE id = ? RETURNING folder`, id).Scan(&folder)
		}
		if w.err == sql.ErrNoRows {
			w.err = nil
			continue
		}
		left[folder] = true
	}
	for folder := range left {
		w.exec(`DELETE FROM folders WHERE id = ? AND NOT EXISTS(SELECT 1 FROM files WHERE folder = ?)`, folder, folder)
	}
}
