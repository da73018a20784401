package walk

import (
	"cmp"
	"context"
	"errors"
	"hash/fnv"
	"io/fs"
	"path"
	"runtime"
	"slices"
	"strings"
	"sync"

	"broadsheet/articles/name"
)

const (
	maxDepth = 256  // folders in folders; deeper is a trap or a mistake
	stretch  = 1024 // files told before the context is asked
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

// entry is a name in a folder, with what it stands for.
type entry struct {
	name  string
	kind  kind
	size  int64
	mtime int64
}

type kind uint8

const (
	other   kind = iota // a link, a pipe, a device, a socket; or gone by now
	regular             // a file
	folded              // a folder
)

// source is how a folder's entries are had: from the operating system or from
// an fs.FS. Hidden ones are left out, but for the ignore file.
type source interface {
	// list returns the entries that keep keeps, in no order; it looks at n at
	// most where that is not -1.
	list(rel string, n int, keep func(entry) bool) ([]entry, error)
	read(rel string) ([]byte, error)
	has(rel string) bool
	close()
}

// whatever keeps every entry.
func whatever(entry) bool { return true }

// hidden reports whether a name is not even looked at.
func hidden(name string) bool { return strings.HasPrefix(name, ".") && name != IgnoreFile }

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
	info, err := r.stat()
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
	entries, err := src.list(rel, -1, whatever)
	if err != nil && !w.yield(File{}, w.tree.fail(w.root, rel, err)) {
		return false // but what could be listed is still told below
	}
	slices.SortFunc(entries, inPaths)
	rule := rulesIn(src, rel, entries, above)
	for i, e := range entries {
		if i%stretch == 0 && w.ctx.Err() != nil {
			return w.yield(File{}, w.ctx.Err())
		}
		full, keep := admit(src, rel, e, rule)
		switch {
		case !keep:
		case e.kind == folded:
			if !w.folder(full, rule, depth+1) {
				return false
			}
		case !w.yield(File{Root: w.root, Rel: full, Size: e.size, Mtime: e.mtime}, nil):
			return false
		}
	}
	return true
}

// rulesIn adds the ignore file of a folder to those above it.
func rulesIn(src source, rel string, entries []entry, above *rules) *rules {
	for _, e := range entries {
		if e.name == IgnoreFile {
			if text, err := src.read(path.Join(rel, IgnoreFile)); err == nil {
				return parseRules(above, rel, string(text))
			}
		}
	}
	return above
}

// inPaths compares names as the paths that begin with them compare.
func inPaths(a, b entry) int {
	n := min(len(a.name), len(b.name))
	if c := strings.Compare(a.name[:n], b.name[:n]); c != 0 {
		return c
	}
	return cmp.Compare(a.after(n), b.after(n))
}

// after is the byte of the path behind n letters of the name, 0 at its end.
func (e entry) after(n int) byte {
	switch {
	case len(e.name) > n:
		return e.name[n]
	case e.kind == folded:
		return '/'
	}
	return 0
}

// admit says whether an entry belongs to the library.
func admit(src source, rel string, e entry, rule *rules) (full string, keep bool) {
	if e.kind == other || strings.HasPrefix(e.name, ".") || e.kind == regular && name.NoStory(e.name) {
		return "", false
	}
	full = e.name
	if rel != "." {
		full = rel + "/" + e.name
	}
	if rule.ignores(full, e.kind == folded) {
		return "", false
	}
	return full, e.kind != folded || !name.BesidePage(full, src.has)
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

func (c carried) read(rel string) ([]byte, error) { return fs.ReadFile(c.fsys, rel) }
func (c carried) close()                          {}

func (c carried) has(rel string) bool {
	_, err := fs.Stat(c.fsys, rel)
	return err == nil
}

func (c carried) list(rel string, _ int, keep func(entry) bool) ([]entry, error) {
	found, err := fs.ReadDir(c.fsys, rel)
	var all []entry
	for _, d := range found {
		if hidden(d.Name()) {
			continue
		}
		e := entry{name: d.Name()}
		if info, err := d.Info(); err == nil {
			e.fill(info)
			if e.kind == regular && info.ModTime().IsZero() {
				e.mtime = c.told(path.Join(rel, e.name))
			}
		}
		if keep(e) {
			all = append(all, e)
		}
	}
	return all, err
}

// told stands for the time of a file that carries none: it differs where what
// is in the file does.
func (c carried) told(rel string) int64 {
	text, err := fs.ReadFile(c.fsys, rel)
	if err != nil {
		return 0
	}
	h := fnv.New64a()
	h.Write(text)
	return int64(h.Sum64() >> 1)
}

// fill takes the facts from what the system says.
func (e *entry) fill(info fs.FileInfo) {
	e.size, e.mtime = info.Size(), info.ModTime().UnixNano()
	switch {
	case info.IsDir():
		e.kind = folded
	case info.Mode().IsRegular():
		e.kind = regular
	}
}
