package read

import (
	"errors"
	"fmt"

	"broadsheet/articles/archive"
	"broadsheet/articles/feed"
	"broadsheet/articles/mail"
	"broadsheet/articles/markdown"
	"broadsheet/articles/page"
	"broadsheet/articles/record"
	"broadsheet/articles/wire"
)

// The classes of failure. errors.Is tells which one an Error belongs to.
var (
	ErrEmpty       = errors.New("the file is empty")
	ErrBinary      = errors.New("not text")
	ErrTooLarge    = errors.New("too large")
	ErrUnsupported = errors.New("a format that is not read")
	ErrNoStory     = errors.New("no story in it")
	ErrBroken      = errors.New("broken")
	ErrUnreadable  = errors.New("could not be read")
	ErrPanic       = errors.New("the reader failed")
)

// Error is what went wrong with a file or with one entry of it.
type Error struct {
	Name   string // of the file, as Input named it
	Member string // of the file in it that is meant, where it is an archive
	Entry  int    // which entry, from 1; 0 where it is the whole file
	Line   int    // where in the file, from 1; 0 where that is not known
	Class  error  // one of the classes of failure
	Err    error  // what happened; nil where the class says it all
}

// Error says what was being done, to what, and why it failed.
func (e *Error) Error() string {
	s := "reading " + e.Name
	switch {
	case e.Line > 0:
		s += fmt.Sprintf(": line %d", e.Line)
	case e.Member != "":
		s += ": " + e.Member
	case e.Entry > 0:
		s += fmt.Sprintf(": entry %d", e.Entry)
	}
	s += ": " + e.Class.Error()
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap lets errors.Is find the class and the cause.
func (e *Error) Unwrap() []error {
	if e.Err == nil {
		return []error{e.Class}
	}
	return []error{e.Class, e.Err}
}

// classify puts what a stage reported into a class.
func (f *file) classify(err error, entry int) *Error {
	var e *Error
	if errors.As(err, &e) {
		return e
	}
	e = &Error{Name: f.in.Name, Entry: entry, Class: ErrBroken, Err: err}
	if at := (*record.Error)(nil); errors.As(err, &at) {
		e.Line, e.Err = at.Line, at.Err
	} else if at := (*feed.Error)(nil); errors.As(err, &at) {
		e.Line, e.Err = at.Line, at.Err
	}
	if at := (*archive.Error)(nil); errors.As(err, &at) {
		e.Member, e.Line, e.Err = at.Name, at.Line, at.Err
	}
	for _, c := range []struct{ class, cause error }{
		{ErrNoStory, record.ErrNoStory}, {ErrNoStory, feed.ErrNoStory}, {ErrNoStory, feed.ErrNoEntries}, {ErrNoStory, mail.ErrNoStory},
		{ErrTooLarge, record.ErrTooLarge}, {ErrTooLarge, feed.ErrTooLarge}, {ErrTooLarge, archive.ErrTooLarge}, {ErrNoStory, archive.ErrNoPage},
		{ErrNoStory, wire.ErrNoStory}, {ErrNoStory, wire.ErrNoText}, {ErrTooLarge, wire.ErrTooLarge},
		{ErrNoStory, markdown.ErrNoStory}, {ErrNoStory, page.ErrEmpty},
	} {
		if errors.Is(err, c.cause) {
			e.Class = c.class
		}
	}
	return e
}
