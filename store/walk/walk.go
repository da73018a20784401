// Package walk finds the files of a library: the regular files below the
// folders a reader named, in a fixed order, without ever following a link or
// waiting on a device. It passes over what is called like no story: pictures,
// styles and scripts, and the folder that a browser saves beside a page. It
// knows nothing of what is in the others.
package walk

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strconv"
	"strings"
	"sync"

	"broadsheet/articles"
)

// Root is a folder or file the reader named, or a file system that the
// program carries, such as the edition.
type Root struct {
	Path string // as the reader gave it; for an FS, the name to show
	FS   fs.FS  // nil for a path of the operating system
}

// File is a file found.
type File struct {
	Root  int    // index of its root
	Rel   string // path under the root, with "/"
	Size  int64
	Mtime int64 // nanoseconds since 1970; a content hash where an FS has none
}

// Error is a folder or root that could not be listed. What lies below Rel may
// still be there, unseen.
type Error struct {
	Root int
	Rel  string // "." for the root itself
	Path string // as the reader would name it
	Err  error
}

func (e *Error) Error() string { return fmt.Sprintf("listing %s: %v", e.Path, e.Err) }

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Tree is a set of roots. It is safe for concurrent use.
type Tree struct{ roots []*root }

type root struct {
	given string // as the reader gave it, without a trailing slash
	abs   string // of the folder that holds the files; "" for an FS
	file  string // base name, where the root is one file
	name  string // what ids start with, where there are several roots
	fsys  fs.FS

	mu  sync.Mutex
	dir *os.Root // opened when first needed
}

// New names the roots of a library. It touches no file but to learn whether
// a root is a file or a folder; one that is missing is found out by Files.
func New(roots []Root) (*Tree, error) {
	if len(roots) == 0 {
		return nil, errors.New("a library needs at least one folder or file")
	}
	t := &Tree{}
	taken := map[string]bool{}
	for _, r := range roots {
		one := &root{given: r.Path, fsys: r.FS}
		base := path.Base(filepath.ToSlash(r.Path))
		if r.FS == nil {
			abs, err := filepath.Abs(r.Path)
			if err != nil {
				return nil, fmt.Errorf("finding %s: %w", r.Path, err)
			}
			one.abs, base = abs, filepath.Base(abs)
			if info, err := os.Stat(abs); err == nil && !info.IsDir() {
				one.abs, one.file = filepath.Dir(abs), base
			}
			for len(one.given) > 1 && os.IsPathSeparator(one.given[len(one.given)-1]) {
				one.given = one.given[:len(one.given)-1]
			}
		}
		if len(roots) > 1 {
			one.name = unique(base, taken)
		}
		t.roots = append(t.roots, one)
	}
	return t, nil
}

func unique(base string, taken map[string]bool) string {
	name := base
	for n := 2; taken[name]; n++ {
		name = base + "-" + strconv.Itoa(n)
	}
	taken[name] = true
	return name
}

// Len is the number of roots.
func (t *Tree) Len() int { return len(t.roots) }

// ID names a file within the library.
func (t *Tree) ID(rootIndex int, rel string) articles.ID {
	r := t.roots[rootIndex]
	switch {
	case r.name == "":
		return articles.ID(rel)
	case r.file != "":
		return articles.ID(r.name)
	}
	return articles.ID(r.name + "/" + rel)
}

// Find is the way back from ID to the root and the path under it.
func (t *Tree) Find(id articles.ID) (rootIndex int, rel string, ok bool) {
	for i, r := range t.roots {
		switch {
		case r.name == "":
			return i, string(id), true
		case r.file != "":
			if string(id) == r.name {
				return i, r.file, true
			}
		default:
			if rest, found := strings.CutPrefix(string(id), r.name+"/"); found {
				return i, rest, true
			}
		}
	}
	return 0, "", false
}

// Path names a file as the reader would: the root as it was given, and the
// rest.
func (t *Tree) Path(rootIndex int, rel string) string {
	r := t.roots[rootIndex]
	switch {
	case r.file != "" || rel == ".":
		return r.given
	case strings.HasSuffix(r.given, "/"):
		return r.given + rel
	}
	return r.given + "/" + rel
}

// Place names a file the same way from every working directory, so that marks
// find it again.
func (t *Tree) Place(rootIndex int, rel string) string {
	r := t.roots[rootIndex]
	if r.fsys != nil {
		return r.given + ":" + rel
	}
	return filepath.ToSlash(r.abs) + "/" + rel
}

// Close lets go of the folders.
func (t *Tree) Close() error {
	var errs []error
	for _, r := range t.roots {
		r.mu.Lock()
		if r.dir != nil {
			errs = append(errs, r.dir.Close())
			r.dir = nil
		}
		r.mu.Unlock()
	}
	return errors.Join(errs...)
}

// fail makes the Error of a folder that could not be listed.
func (t *Tree) fail(rootIndex int, rel string, err error) *Error {
	var p *fs.PathError
	if errors.As(err, &p) {
		err = p.Err // the path is said once, as the reader gave it
	}
	return &Error{Root: rootIndex, Rel: rel, Path: t.Path(rootIndex, rel), Err: err}
}

// Files yields the files of every root, ordered by root and then by the bytes
// of their path. What cannot be listed is an *Error between them.
func (t *Tree) Files(ctx context.Context) iter.Seq2[File, error] {
	return func(yield func(File, error) bool) {
		for i := range t.roots {
			w := walker{ctx: ctx, tree: t, root: i, yield: yield}
			if !w.run() {
				return
			}
		}
	}
}

// OnDisk reports whether a root is a path of the operating system.
func (t *Tree) OnDisk(rootIndex int) bool { return t.roots[rootIndex].fsys == nil }
