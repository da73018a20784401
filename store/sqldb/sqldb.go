// Package sqldb opens SQLite databases the one way that the catalogue and the
// marks both want, and says in a few words what SQLite's errors mean. It knows
// no table.
package sqldb

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"modernc.org/sqlite" // also registers the driver
)

// Memory is the path of a database that is gone when it is closed.
const Memory = ":memory:"

// ErrNewer says that a file was written by a later version of the program.
var ErrNewer = errors.New("written by a newer version of the program")

// Options say how to open.
type Options struct {
	// Pragmas are run on every connection: "synchronous(FULL)".
	Pragmas []string
	// Conns caps the connections; 0 is one for each core and one more.
	Conns int
}

// Open prepares the database at path. No file is touched before it is used.
func Open(path string, o Options) (*sql.DB, error) {
	q := url.Values{"_txlock": {"immediate"}}
	pragmas := append([]string{"busy_timeout(10000)"}, o.Pragmas...)
	q["_pragma"] = pragmas
	db, err := sql.Open("sqlite", "file:"+uriPath(path)+"?"+q.Encode())
	if err != nil {
		return nil, fmt.Errorf("opening %s: %w", path, err)
	}
	if o.Conns == 0 {
		o.Conns = runtime.GOMAXPROCS(0) + 1
	}
	if path == Memory {
		o.Conns = 1 // each connection would have a database of its own
	}
	db.SetMaxOpenConns(o.Conns)
	db.SetMaxIdleConns(o.Conns)
	return db, nil
}

func uriPath(path string) string {
	if path == Memory {
		return path
	}
	path = filepath.ToSlash(path)
	if filepath.VolumeName(path) != "" {
		path = "///" + strings.TrimPrefix(path, "/")
	}
	return (&url.URL{Path: path}).EscapedPath()
}

// Version reads the number that a program left in the database; 0 is new.
func Version(ctx context.Context, db *sql.DB) (int, error) {
	var v int
	err := db.QueryRowContext(ctx, "PRAGMA user_version").Scan(&v)
	return v, err
}

// SetVersion leaves the number, in the transaction that makes the tables.
func SetVersion(ctx context.Context, tx *sql.Tx, v int) error {
	_, err := tx.ExecContext(ctx, "PRAGMA user_version = "+strconv.Itoa(v))
	return err
}

// SQLite's primary result codes.
const (
	codeReadOnly = 8
	codeIOErr    = 10
	codeCorrupt  = 11
	codeFull     = 13
	codeCantOpen = 14
	codeNotADB   = 26
)

func code(err error) int {
	var e *sqlite.Error
	if errors.As(err, &e) {
		return e.Code() & 0xff
	}
	return 0
}

// Damaged reports whether an error says that the file is not a sound database.
func Damaged(err error) bool {
	c := code(err)
	return c == codeCorrupt || c == codeNotADB
}

// NoRoom reports whether an error says that nothing can be written there: the
// disk is full or read-only, or the folder cannot be used.
func NoRoom(err error) bool {
	switch code(err) {
	case codeReadOnly, codeFull, codeCantOpen, codeIOErr:
		return true
	}
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, syscall.ENOSPC) ||
		errors.Is(err, syscall.EROFS) || errors.Is(err, syscall.ENOTDIR) ||
		errors.Is(err, syscall.EDQUOT)
}

// SetAside moves a damaged database out of the way, keeping the newest one, so
// that a new one can stand in its place.
func SetAside(path string) error {
	err := os.Rename(path, path+".damaged")
	return errors.Join(ignoreMissing(err), Remove(path))
}

// Remove deletes a database and what SQLite keeps beside it.
func Remove(path string) error {
	var errs []error
	for _, tail := range []string{"", "-wal", "-shm", "-journal"} {
		errs = append(errs, ignoreMissing(os.Remove(path+tail)))
	}
	return errors.Join(errs...)
}

func ignoreMissing(err error) error {
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	return err
}
