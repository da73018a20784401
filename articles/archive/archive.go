// Package archive opens files that hold files: zip archives, mailboxes, web
// archives and books. It hands out what is in them, one member at a time and
// within caps, and does not know what a story is.
package archive

import (
	"errors"
	"fmt"
	"io"

	"broadsheet/articles"
)

// Member is one file of an archive.
type Member struct {
	Name    string // within the archive; may be empty
	URL     string // where it was saved from
	Type    string // the media type, where the archive names one
	Charset string // as declared outside the member
	Title   string
	Section string
	Source  string
	Authors []string
	Date    articles.Date // of publication, where the archive knows it
	Bytes   []byte        // nil where Err is not
}

// Limits cap what an archive may hold. A zero limit is the default.
type Limits struct {
	Member  int64 // bytes of one member
	Total   int64 // bytes of all members together
	Members int   // how many members are looked at
}

// The limits that hold unless others are given.
const (
	DefaultMember  = 64 << 20
	DefaultTotal   = 8 << 30
	DefaultMembers = 1 << 20
)

func (l Limits) orDefault() Limits {
	if l.Member == 0 {
		l.Member = DefaultMember
	}
	if l.Total == 0 {
		l.Total = DefaultTotal
	}
	if l.Members == 0 {
		l.Members = DefaultMembers
	}
	return l
}

// What can be wrong with an archive or a member of it.
var (
	ErrTooLarge = errors.New("over the cap")
	ErrBroken   = errors.New("the archive is damaged")
)

// Error is a member that could not be had.
type Error struct {
	Name string // of the member; may be empty
	Line int    // where in the archive, from 1; 0 where it has no lines
	Err  error
}

// Error says what is wrong, and with what.
func (e *Error) Error() string {
	if e.Name == "" {
		return e.Err.Error()
	}
	return fmt.Sprintf("%s: %v", e.Name, e.Err)
}

// Unwrap gives the cause.
func (e *Error) Unwrap() error { return e.Err }

// within reads at most max bytes; more is an error.
func within(r io.Reader, max int64) ([]byte, error) {
	b, err := io.ReadAll(io.LimitReader(r, max+1))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrBroken, err)
	}
	if int64(len(b)) > max {
		return nil, fmt.Errorf("%w of %d MiB", ErrTooLarge, max>>20)
	}
	return b, nil
}
