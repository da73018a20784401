package walk

import (
	"context"
	"errors"
	"hash/fnv"
	"io"
	"io/fs"
	"os"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"
)

const (
	maxDepth = 256  // folders in folders; deeper is a trap or a mistake
	stretch  = 1024 // files looked at before the first of them is told
	tasted   = 512  // names Taste reads before it stops
)

// IgnoreFile is the name of the file that says what to leave out, in the
// language of gitignore.
const IgnoreFile = ".broadsheetignore"

type walker struct {
	ctx   context.Context
	tree  *Tree
	root  int
	yield func(File, error) bool
}

// source is how a folder's names and facts are had: from the operating system
// or from an fs.FS.
type source interface {
	list(rel string) ([]fs.DirEntry, error)
	// facts fills in Size and Mtime; it reports false for what is gone or no
	// regular file.
	facts(files []File) []bool
	read(rel string) ([]byte, error)
	close()
}

// run walks one root and reports whether to go on with the next.
func (w *walker) run() bool {
	r := w.tree.roots[w.root]
	if err := r.renew(); err != nil {
		return w.yield(File{}, w.tree.fail(w.root, ".", err))
	}
	if r.file != "" {
		return w.single(r)
	}
	return w.folder(".", nil, 0)
}

func (w *walker) single(r *root) bool {
	dir, err := r.open()
	if err != nil {
		return w.yield(File{}, w.tree.fail(w.root, ".", err))
	}
	info, err := dir.Stat(r.file)
	if err != nil {
		return w.yield(File{}, w.tree.fail(w.root, ".", err))
	}
	if !info.Mode().IsRegular() {
		return w.yield(File{}, w.tree.fail(w.root, ".", errNotRegular))
	}
	return w.yield(File{Root: w.root, Rel: r.file, Size: info.Size(), Mtime: info.ModTime().UnixNano()}, nil)
}

var errNotRegular = errors.New("neither a file nor a folder")

// folder walks one folder. Its names are told in such an order that whole
// paths come out sorted by their bytes: a folder stands where its name and a
// slash would.
func (w *walker) folder(rel string, above *rules, depth int) bool {
	if w.ctx.Err() != nil {
		return w.yield(File{}, w.ctx.Err())
	}
	if depth > maxDepth {
		return w.yield(File{}, w.tree.fail(w.root, rel, errors.New("folders nested too deep")))
	}
	src, err := w.tree.roots[w.root].source(rel)
	if err != nil {
		return w.yield(File{}, w.tree.fail(w.root, rel, err))
	}
	defer src.close()
	entries, err := src.list(rel)
	if err != nil && !w.yield(File{}, w.tree.fail(w.root, rel, err)) {
		return false // but what could be listed is still told below
	}
	rule := above
	if slices.ContainsFunc(entries, func(e fs.DirEntry) bool { return e.Name() == IgnoreFile }) {
		if text, err := src.read(path.Join(rel, IgnoreFile)); err == nil {
			rule = parseRules(above, rel, string(text))
		}
	}
	return w.entries(src, rel, entries, rule, depth)
}

func (w *walker) entries(src source, rel string, entries []fs.DirEntry, rule *rules, depth int) bool {
	slices.SortFunc(entries, func(a, b fs.DirEntry) int { return strings.Compare(sortName(a), sortName(b)) })
	files := make([]File, 0, min(len(entries), stretch))
	flush := func() bool {
		for i, ok := range src.facts(files) {
			if ok && !w.yield(files[i], nil) {
				return false
			}
		}
		files = files[:0]
		return w.ctx.Err() == nil || w.yield(File{}, w.ctx.Err())
	}
	for _, e := range entries {
		full, keep := admit(rel, e, rule)
		switch {
		case !keep:
		case e.IsDir():
			if !flush() || !w.folder(full, rule, depth+1) {
				return false
			}
		default:
			files = append(files, File{Root: w.root, Rel: full})
			if len(files) == stretch && !flush() {
				return false
			}
		}
	}
	return flush()
}

// admit says whether an entry belongs to the library. Where the kind of an
// entry is not known from the listing, facts decides later.
func admit(rel string, e fs.DirEntry, rule *rules) (full string, keep bool) {
	name := e.Name()
	if strings.HasPrefix(name, ".") {
		return "", false
	}
	if t := e.Type(); t != 0 && t != fs.ModeDir {
		return "", false // a link, a pipe, a device, a socket
	}
	full = name
	if rel != "." {
		full = rel + "/" + name
	}
	return full, !rule.ignores(full, e.IsDir())
}

func sortName(e fs.DirEntry) string {
	if e.IsDir() {
		return e.Name() + "/"
	}
	return e.Name()
}

// Taste yields a few files of the first roots, quickly and in no order, for
// a library nobody has listed yet.
func (t *Tree) Taste(ctx context.Context, n int) []File {
	for i, r := range t.roots {
		if r.file != "" || r.fsys != nil {
			continue
		}
		dir, err := r.open()
		if err != nil {
			continue
		}
		f, err := dir.Open(".")
		if err != nil {
			continue
		}
		entries, _ := f.ReadDir(tasted)
		f.Close()
		var rule *rules
		if text, err := dir.ReadFile(IgnoreFile); err == nil {
			rule = parseRules(nil, ".", string(text))
		}
		var found []File
		for _, e := range entries {
			if full, keep := admit(".", e, rule); keep && !e.IsDir() && len(found) < n {
				found = append(found, File{Root: i, Rel: full})
			}
		}
		src, err := r.source(".")
		if err != nil || ctx.Err() != nil {
			continue
		}
		var known []File
		for j, ok := range src.facts(found) {
			if ok {
				known = append(known, found[j])
			}
		}
		src.close()
		if len(known) > 0 {
			return known
		}
	}
	return nil
}

// each runs do over 0..n-1 on every core, in stretches.
func each(n int, do func(i int)) {
	cores := min(runtime.GOMAXPROCS(0), 4)
	if n < 64 || cores == 1 {
		for i := range n {
			do(i)
		}
		return
	}
	var wg sync.WaitGroup
	for c := range cores {
		wg.Go(func() {
			for i := n * c / cores; i < n*(c+1)/cores; i++ {
				do(i)
			}
		})
	}
	wg.Wait()
}

// carried is the source for an fs.FS.
type carried struct{ fsys fs.FS }

func (c carried) list(rel string) ([]fs.DirEntry, error) { return fs.ReadDir(c.fsys, rel) }
func (c carried) read(rel string) ([]byte, error)        { return fs.ReadFile(c.fsys, rel) }
func (c carried) close()                                 {}

func (c carried) facts(files []File) []bool {
	ok := make([]bool, len(files))
	for i := range files {
		info, err := fs.Stat(c.fsys, files[i].Rel)
		if err != nil || !info.Mode().IsRegular() {
			continue
		}
		files[i].Size, ok[i] = info.Size(), true
		if at := info.ModTime(); !at.IsZero() {
			files[i].Mtime = at.UnixNano()
		} else if text, err := fs.ReadFile(c.fsys, files[i].Rel); err == nil {
			h := fnv.New64a() // files in the program carry no time
			h.Write(text)
			files[i].Mtime = int64(h.Sum64() >> 1)
		}
	}
	return ok
}

// Open opens a file to read, with its size and time as they are now. It fails
// on anything that is not a regular file, without waiting.
func (t *Tree) Open(f File) (io.ReadCloser, File, error) {
	file, err := t.open(f)
	if err != nil {
		return nil, f, err
	}
	info, err := file.Stat()
	if err == nil && !info.Mode().IsRegular() {
		err = &fs.PathError{Op: "open", Path: f.Rel, Err: errNotRegular}
	}
	if err != nil {
		file.Close()
		return nil, f, err
	}
	f.Size = info.Size()
	if t.roots[f.Root].fsys == nil {
		f.Mtime = info.ModTime().UnixNano()
	}
	return file, f, nil
}

func (t *Tree) open(f File) (fs.File, error) {
	r := t.roots[f.Root]
	if r.fsys != nil {
		return r.fsys.Open(f.Rel)
	}
	dir, err := r.open()
	if err != nil {
		return nil, err
	}
	if f.Rel == r.file {
		return dir.Open(f.Rel) // named by the reader, so a link is followed
	}
	return dir.OpenFile(f.Rel, os.O_RDONLY|openFlags, 0)
}

func (r *root) open() (*os.Root, error) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.dir == nil {
		dir, err := os.OpenRoot(r.abs)
		if err != nil {
			return nil, err
		}
		r.dir = dir
	}
	return r.dir, nil
}

// renew lets go of a folder that is no longer where the reader said: moved
// away, or on a disk that was taken out and put back.
func (r *root) renew() error {
	if r.fsys != nil {
		return nil
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	now, err := os.Stat(r.abs)
	if r.dir == nil {
		return err
	}
	if err == nil {
		var had os.FileInfo
		if had, err = r.dir.Stat("."); err == nil && os.SameFile(had, now) {
			return nil
		}
	}
	r.dir.Close()
	r.dir = nil
	return err
}

func (r *root) source(rel string) (source, error) {
	if r.fsys != nil {
		return carried{r.fsys}, nil
	}
	dir, err := r.open()
	if err != nil {
		return nil, err
	}
	return openFolder(dir, rel)
}
