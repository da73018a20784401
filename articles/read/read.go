// Package read is how any file becomes stories: it looks at what the bytes
// are before it believes the name, unpacks, decodes, hands them to the reader
// of their family, and passes every story through the one gate. It knows
// nothing of folders, databases or terminals, and reads one file at a time.
//
// One bad entry never hides a good one, and one bad file never hides another:
// whatever goes wrong is an *Error beside the stories that came out, with a
// class that says what kind of trouble it is.
package read

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"path"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/feed"
	"broadsheet/articles/wire"
)

// Input is one file.
type Input struct {
	Name   string      // as the caller gave it; becomes Article.Path
	ID     articles.ID // how the library names the file; Name where empty
	Reader io.Reader
	Size   int64 // in bytes, where known; a size over a cap is refused unread
}

// Options are what a caller may ask. The zero value asks for nothing.
type Options struct {
	// Context ends the reading early; it stands here because a sequence has
	// no other place for it. Nil never ends.
	Context context.Context
	// Keep names the classes of cut that are to stay in the prose.
	Keep map[articles.Class]bool
	// MaxDocument caps a file that must be held whole, DefaultMaxDocument
	// where 0. MaxRecord caps one line or record of a file that is streamed,
	// DefaultMaxRecord where 0.
	MaxDocument, MaxRecord int64
}

// The caps that hold unless Options say otherwise.
const (
	DefaultMaxDocument = 64 << 20
	DefaultMaxRecord   = 16 << 20
)

// File yields the stories of one file. A story that cannot be read is an
// *Error beside the ones that can.
func File(in Input, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		f := &file{in: in, o: o, yield: yield}
		f.defaults()
		f.run()
	}
}

// file is the state of reading one file.
type file struct {
	in    Input
	o     Options
	yield func(articles.Article, error) bool

	count    int  // entries seen, broken ones included
	stories  int  // stories yielded
	failures int  // errors yielded
	stopped  bool // the caller has had enough
	yielding bool // the caller's code is running, not ours

	inside   bool   // of an archive: every story is one of several
	name     string // of the file, or of the member being read
	named    bool   // that name is one story's
	repaired bool   // its letters were garbled and put right
}

func (f *file) defaults() {
	f.name = f.in.Name
	if f.in.ID == "" {
		f.in.ID = articles.ID(f.in.Name)
	}
	if f.o.Context == nil {
		f.o.Context = context.Background()
	}
	if f.o.MaxDocument == 0 {
		f.o.MaxDocument = DefaultMaxDocument
	}
	if f.o.MaxRecord == 0 {
		f.o.MaxRecord = DefaultMaxRecord
	}
}

// run reads the file. A panic in a reader is that file's failure and no
// other's; a panic in the caller's loop is the caller's.
func (f *file) run() {
	defer func() {
		if f.yielding {
			return
		}
		if p := recover(); p != nil {
			f.fail(&Error{Name: f.in.Name, Entry: f.count, Class: ErrPanic, Err: fmt.Errorf("%v", p)})
		}
	}()
	if err := f.read(); err != nil && !f.stopped {
		f.fail(f.classify(err, 0))
		return
	}
	if f.stories+f.failures == 0 && !f.stopped {
		f.fail(&Error{Name: f.in.Name, Class: ErrNoStory})
	}
}

func (f *file) read() error {
	src := bufio.NewReaderSize(&source{f: f, r: f.in.Reader}, headSize(f.in.Size))
	return f.sniffed(src, f.in.Name, f.in.Size)
}

// sniffed reads a file, or a member of one, by what its head says it is.
func (f *file) sniffed(src *bufio.Reader, name string, size int64) error {
	u, err := f.unpack(src, size)
	if err != nil {
		return err
	}
	defer u.close()
	head, err := u.r.Peek(u.r.Size())
	if err != nil && err != io.EOF {
		return err
	}
	u.wide = wide(head)
	k, err := sniff(head, extension(name))
	if err != nil {
		return &Error{Name: f.in.Name, Class: classOf(err), Err: detail(err)}
	}
	return f.dispatch(k, u)
}

// one yields the story of a file, or of a member, that holds one.
func (f *file) one(a articles.Article, format articles.Format) {
	f.named = true
	if f.inside {
		f.next(a, nil, format)
	} else {
		f.send(a, format, f.in.ID)
	}
	f.named = false
}

// next yields the next entry of a container.
func (f *file) next(a articles.Article, err error, format articles.Format) bool {
	if errors.Is(err, feed.ErrNoEntries) || errors.Is(err, wire.ErrNoText) { // the file's, not an entry's
		return f.fail(f.classify(err, 0))
	}
	f.count++
	if err != nil {
		return f.fail(f.classify(err, f.count))
	}
	return f.send(a, format, articles.ID(fmt.Sprintf("%s#%d", f.in.ID, f.count)))
}

func (f *file) fail(e *Error) bool {
	f.failures++
	return f.give(articles.Article{}, e)
}

func (f *file) give(a articles.Article, err error) bool {
	if f.stopped {
		return false
	}
	f.yielding = true
	ok := f.yield(a, err)
	f.yielding = false
	f.stopped = !ok
	return ok
}

// extension is the file's extension in lower case, seen through compression.
func extension(name string) string {
	ext := strings.ToLower(path.Ext(name))
	switch ext {
	case ".gz", ".zst", ".bz2":
		return strings.ToLower(path.Ext(name[:len(name)-len(ext)]))
	}
	return ext
}
