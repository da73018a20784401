// Package catalog is the library on disk: one SQLite database that says which
// files were read, which stories were in them, and where the body of each one
// is. It is a cache: whatever is wrong with it, it can be made again from the
// files. It knows nothing of how files are found or read, of terms, or of what
// the reader did.
package catalog

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync/atomic"

	"broadsheet/store/sqldb"
)

// version is that of the tables below. A catalogue with another number is
// made anew if it is older and refused if it is newer.
const version = 9

// Undated is the Published of a story without a date: before every other.
const Undated int64 = -1 << 62

var schema = []string{
	`CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID`,
	`INSERT INTO meta VALUES('commit', 0), ('stories', 0), ('row', 0), ('file', 0), ('block', 0),
		('folded', 0), ('copies', 0)`,
	// Folders are told from one another by root and path; the path ends with a
	// slash unless it is the root itself.
	`CREATE TABLE folders(id INTEGER PRIMARY KEY, root INTEGER NOT NULL, rel TEXT NOT NULL)`,
	`CREATE UNIQUE INDEX folders_path ON folders(root, rel)`,
	// A file's size is -1 until everything in it is committed. Files are found
	// by a number made of their name: an index of the names themselves would
	// hold them all a second time.
	`CREATE TABLE files(
		id INTEGER PRIMARY KEY, folder INTEGER NOT NULL, key INTEGER NOT NULL, name TEXT NOT NULL,
		size INTEGER NOT NULL, mtime INTEGER NOT NULL)`,
	`CREATE INDEX files_name ON files(folder, key)`,
	`CREATE TABLE stories(
		id INTEGER PRIMARY KEY, file INTEGER NOT NULL, entry INTEGER NOT NULL,
		published INTEGER NOT NULL, date TEXT NOT NULL,
		title TEXT NOT NULL, source TEXT NOT NULL, section TEXT NOT NULL,
		language TEXT NOT NULL, format TEXT NOT NULL, words INTEGER NOT NULL,
		print INTEGER NOT NULL, place INTEGER NOT NULL, folded INTEGER NOT NULL,
		url INTEGER NOT NULL, publisher INTEGER NOT NULL,
		block INTEGER NOT NULL, slot INTEGER NOT NULL)`,
	`CREATE INDEX stories_newest ON stories(published DESC, file, entry)`,
	// With the entry, or a story of a file of many could only be found among all of them.
	`CREATE INDEX stories_file ON stories(file, entry)`,
	`CREATE TABLE blocks(id INTEGER PRIMARY KEY, stories INTEGER NOT NULL, data BLOB NOT NULL)`,
	`CREATE TABLE dictionary(id INTEGER PRIMARY KEY CHECK(id = 1), data BLOB NOT NULL)`,
	`CREATE TABLE links(
		story INTEGER NOT NULL, n INTEGER NOT NULL, title TEXT NOT NULL, url TEXT NOT NULL,
		publisher TEXT NOT NULL, date TEXT NOT NULL, PRIMARY KEY(story, n)) WITHOUT ROWID`,
	// Which stories name a headline that goes by a key; see Naming.
	`CREATE TABLE namings(key INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY(key, story)) WITHOUT ROWID`,
	// The pages that the prose of stories leads to, each by a number; see the
	// package address.
	`CREATE TABLE addresses(page INTEGER NOT NULL, story INTEGER NOT NULL, PRIMARY KEY(page, story)) WITHOUT ROWID`,
	`CREATE TABLE problems(
		file INTEGER NOT NULL, n INTEGER NOT NULL, root INTEGER NOT NULL, rel TEXT NOT NULL, reason TEXT NOT NULL,
		PRIMARY KEY(file, n)) WITHOUT ROWID`,
	`CREATE TABLE segments(
		name TEXT PRIMARY KEY, docs INTEGER NOT NULL, bytes INTEGER NOT NULL,
		first INTEGER NOT NULL, last INTEGER NOT NULL) WITHOUT ROWID`,
	// What copies are found by, of the stories that came together; first is the
	// row of the first of them.
	`CREATE TABLE sketches(first INTEGER PRIMARY KEY, data BLOB NOT NULL)`,
	// Who is folded under whom, of the stories up to the row that meta calls
	// folded: that is 0 when some were taken out since.
	`CREATE TABLE copies(story INTEGER PRIMARY KEY, leader INTEGER NOT NULL)`,
	`CREATE INDEX copies_leader ON copies(leader)`,
	// Rows that an index file still holds although their story is gone.
	`CREATE TABLE dead(row INTEGER PRIMARY KEY)`,
}

// Catalog is an open catalogue. It is safe for concurrent use; one program at
// a time writes.
type Catalog struct {
	path     string
	db       *sql.DB
	damaged  atomic.Bool
	prepared prepared
}

// Fate says what Open found.
type Fate int

// The fates of a catalogue.
const (
	Kept    Fate = iota // it was there and is used
	Made                // there was none
	Older               // of an older version, made anew
	Damaged             // not sound, set aside and made anew
)

// Open opens the catalogue in the folder dir, or makes it.
func Open(ctx context.Context, dir string) (*Catalog, Fate, error) {
	path := filepath.Join(dir, "catalog.db")
	fate := Kept
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		fate = Made
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return nil, fate, fmt.Errorf("making the cache folder: %w", err)
		}
	}
	c, err := open(ctx, path)
	switch {
	case err == nil:
		return c, fate, nil
	case errors.Is(err, errOlder):
		fate, err = Older, sqldb.Remove(path)
	case sqldb.Damaged(err):
		fate, err = Damaged, sqldb.SetAside(path)
	default:
		return nil, fate, fmt.Errorf("opening the catalogue %s: %w", path, err)
	}
	if err == nil {
		c, err = open(ctx, path)
	}
	if err != nil {
		return nil, fate, fmt.Errorf("making the catalogue %s anew: %w", path, err)
	}
	return c, fate, nil
}

var errOlder = errors.New("of an older version")

func open(ctx context.Context, path string) (*Catalog, error) {
	db, err := sqldb.Open(path, sqldb.Options{Pragmas: []string{
		"journal_mode(WAL)", "synchronous(NORMAL)",
		"cache_size(-500)", "temp_store(MEMORY)", "wal_autocheckpoint(4000)",
	}})
	if err != nil {
		return nil, err
	}
	c := &Catalog{path: path, db: db}
	if err := c.check(ctx); err != nil {
		return nil, errors.Join(err, db.Close())
	}
	return c, nil
}

// check looks at the version and at the pages every start needs.
func (c *Catalog) check(ctx context.Context) error {
	v, err := sqldb.Version(ctx, c.db)
	switch {
	case err != nil:
		return err
	case v > version:
		return sqldb.ErrNewer
	case v == 0:
		return c.make(ctx)
	case v < version:
		return errOlder
	}
	var n int64
	return c.db.QueryRowContext(ctx, `SELECT value FROM meta WHERE name = 'stories'`).Scan(&n)
}

func (c *Catalog) make(ctx context.Context) error {
	tx, err := c.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	// Another program may have made it while this one waited.
	var v int
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v); err != nil || v == version {
		return err
	}
	for _, s := range schema {
		if _, err := tx.ExecContext(ctx, s); err != nil {
			return err
		}
	}
	if err := sqldb.SetVersion(ctx, tx, version); err != nil {
		return err
	}
	return tx.Commit()
}

// Unsound reports whether a damaged page was met since Open.
func (c *Catalog) Unsound() bool { return c.damaged.Load() }

// Path is the file of the catalogue.
func (c *Catalog) Path() string { return c.path }

// Close closes the catalogue.
func (c *Catalog) Close() error { return c.db.Close() }

// failed remembers damage and says what was being done.
func (c *Catalog) failed(doing string, err error) error {
	if err == nil {
		return nil
	}
	if sqldb.Damaged(err) {
		c.damaged.Store(true)
	}
	return fmt.Errorf("%s: %w", doing, err)
}
