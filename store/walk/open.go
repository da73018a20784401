package walk

import (
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
)

// Taste returns up to n files of the first root that has any at its top,
// quickly and in no order, for a library that nobody has listed yet.
func (t *Tree) Taste(ctx context.Context, n int) []File {
	for i, r := range t.roots {
		if r.file != "" || r.fsys != nil || ctx.Err() != nil {
			continue
		}
		src, err := r.source(".")
		if err != nil {
			continue
		}
		entries, _ := src.list(".", tasted, whatever)
		rule := rulesIn(src, ".", append(entries, entry{name: IgnoreFile}), nil)
		src.close()
		var found []File
		for _, e := range entries {
			if full, keep := admit(src, ".", e, rule); keep && e.kind == regular && len(found) < n {
				found = append(found, File{Root: i, Rel: full, Size: e.size, Mtime: e.mtime})
			}
		}
		if len(found) > 0 {
			return found
		}
	}
	return nil
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
	if f.Rel == r.file {
		return os.OpenFile(r.named(), os.O_RDONLY|openNamed, 0)
	}
	dir, err := r.open()
	if err != nil {
		return nil, err
	}
	return dir.OpenFile(f.Rel, os.O_RDONLY|openFlags, 0)
}

// named is the file that a root is. The reader named it, so a link is
// followed, wherever it leads.
func (r *root) named() string { return filepath.Join(r.abs, r.file) }

func (r *root) stat() (os.FileInfo, error) { return os.Stat(r.named()) }

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
