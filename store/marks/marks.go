// Package marks keeps what the reader did to stories: read, starred, how far,
// tags, notes. It is the one thing here that cannot be made again, so it is
// written with care, never deleted and never downgraded. One file serves all
// libraries and several programs at once. It knows no library: a story is told
// to it by what it says and where it lies.
package marks

import (
	"context"
	"crypto/rand"
	"database/sql"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"

	"broadsheet/articles"
	"broadsheet/store/sqldb"
)

// version is that of the tables that schema makes.
const version = 3

// schema is what each version added to the one before it.
func schema(version int) []string {
	switch version {
	case 1:
		return first()
	case 2:
		return []string{
			`ALTER TABLE marks ADD COLUMN passages TEXT NOT NULL DEFAULT ''`,
			`CREATE TABLE kept(
				scope TEXT NOT NULL, name TEXT NOT NULL, value TEXT NOT NULL,
				PRIMARY KEY(scope, name)) WITHOUT ROWID`,
		}
	case 3:
		return []string{
			`CREATE TABLE searches(
				name TEXT PRIMARY KEY, query TEXT NOT NULL, changed INTEGER NOT NULL) WITHOUT ROWID`,
		}
	}
	return nil
}

func first() []string {
	return []string{
		`CREATE TABLE meta(name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID`,
		`INSERT INTO meta VALUES('change', 0)`,
		`CREATE TABLE marks(
			id INTEGER PRIMARY KEY, place INTEGER NOT NULL UNIQUE, print INTEGER NOT NULL,
			path TEXT NOT NULL, title TEXT NOT NULL,
			read INTEGER NOT NULL, starred INTEGER NOT NULL, position REAL NOT NULL,
			tags TEXT NOT NULL, note TEXT NOT NULL, changed INTEGER NOT NULL)`,
		`CREATE INDEX marks_print ON marks(print)`,
		`CREATE TABLE journal(
			id INTEGER PRIMARY KEY AUTOINCREMENT, session TEXT NOT NULL, at INTEGER NOT NULL,
			place INTEGER NOT NULL, print INTEGER NOT NULL, path TEXT NOT NULL, title TEXT NOT NULL,
			fields INTEGER NOT NULL, before TEXT NOT NULL)`,
	}
}

// Story is how a story is told: Place is where it lies and Print what it says,
// both as numbers. Marks are found by place first, so that a file saved again
// keeps them, and then by print, so that a moved one does.
type Story struct {
	Place, Print uint64
	Path, Title  string // for people
}

// Marked is a story with its marks.
type Marked struct {
	Story
	Marks articles.Marks
}

// Change is what marks should become; what is nil stays as it is.
type Change struct {
	Read     *bool
	Starred  *bool
	Position *float64
	Tags     *[]string
	Note     *string
	Passages *[]articles.Passage
}

// Store is the open marks. It is safe for concurrent use.
type Store struct {
	path    string
	db      *sql.DB
	session string

	mu   sync.RWMutex
	book *book // nil until Load
}

// Open opens the marks in the folder dir, or makes them. An empty dir keeps
// them in memory alone.
func Open(ctx context.Context, dir string) (*Store, error) {
	path := sqldb.Memory
	if dir != "" {
		path = filepath.Join(dir, "marks.db")
		if err := prepare(dir, path); err != nil {
			return nil, fmt.Errorf("opening the marks: %w", err)
		}
	}
	db, err := sqldb.Open(path, sqldb.Options{Conns: 2, Pragmas: []string{
		"journal_mode(WAL)", "synchronous(FULL)", "cache_size(-500)",
	}})
	if err != nil {
		return nil, err
	}
	s := &Store{path: path, db: db, session: rand.Text()}
	if err := s.check(ctx); err != nil {
		return nil, errors.Join(fmt.Errorf("opening the marks %s: %w", path, err), db.Close())
	}
	return s, nil
}

// prepare makes the file itself, since SQLite would let others read it.
func prepare(dir, path string) error {
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if errors.Is(err, os.ErrNotExist) {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
		f, err = os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600)
	}
	if err != nil {
		return err
	}
	return f.Close()
}

func (s *Store) check(ctx context.Context) error {
	v, err := sqldb.Version(ctx, s.db)
	switch {
	case err != nil:
		return err
	case v > version:
		return sqldb.ErrNewer
	case v == version:
		return nil
	}
	tx, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	defer tx.Rollback()
	// Asked anew: another program may have made it in the meantime.
	if err := tx.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v); err != nil {
		return err
	}
	for v++; v <= version; v++ {
		for _, q := range schema(v) {
			if _, err := tx.ExecContext(ctx, q); err != nil {
				return err
			}
		}
	}
	if err := sqldb.SetVersion(ctx, tx, version); err != nil {
		return err
	}
	return tx.Commit()
}

// Path is the file of the marks, or sqldb.Memory.
func (s *Store) Path() string { return s.path }

// Close closes the marks.
func (s *Store) Close() error { return s.db.Close() }

// Of returns the marks of stories.
func (s *Store) Of(ctx context.Context, stories []Story) ([]articles.Marks, error) {
	s.mu.RLock()
	b := s.book
	if b != nil {
		defer s.mu.RUnlock()
		all := make([]articles.Marks, len(stories))
		for i, one := range stories {
			all[i] = b.marks(one.Place, one.Print)
		}
		return all, nil
	}
	s.mu.RUnlock()
	b, err := s.some(ctx, stories)
	if err != nil {
		return nil, fmt.Errorf("reading the marks: %w", err)
	}
	all := make([]articles.Marks, len(stories))
	for i, one := range stories {
		all[i] = b.marks(one.Place, one.Print)
	}
	return all, nil
}

// Flags says in bits what a list needs to know of a story. It knows nothing
// before Load.
type Flags uint8

// The flags.
const (
	Read Flags = 1 << iota
	Starred
	Tagged
	Noted
)

// Flags returns the flags of a story.
func (s *Store) Flags(place, print uint64) Flags {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.book == nil {
		return 0
	}
	return s.book.flags(place, print)
}

// EachFlag calls do with the flags of n stories, told by keys, under one lock.
func (s *Store) EachFlag(n int, keys func(i int) (place, print uint64), do func(i int, f Flags)) {
	s.mu.RLock()
	defer s.mu.RUnlock()
	if s.book == nil || len(s.book.all) == 0 {
		return
	}
	for i := range n {
		if f := s.book.flags(keys(i)); f != 0 {
			do(i, f)
		}
	}
}
