package walk

import (
	"context"
	"iter"
	"os"
	"path"
	"path/filepath"
	"strings"

	"broadsheet/articles/name"
)

// Found is the sort of thing that Look found.
type Found int

// What may stand at a path.
const (
	Nothing  Found = iota // it is gone
	AFile                 // a file of the library
	AFolder               // a folder of the library
	NotOurs               // outside, hidden, ignored, passed over, or no regular file
	NewRules              // an ignore file: what belongs has to be asked anew
)

// Look tells what stands at a path of the operating system, as Files would
// see it.
func (t *Tree) Look(file string) (File, Found) {
	for i, r := range t.roots {
		if r.fsys != nil {
			continue
		}
		rel, err := filepath.Rel(r.abs, file)
		if err != nil || rel == ".." || strings.HasPrefix(rel, ".."+string(filepath.Separator)) {
			continue
		}
		rel = filepath.ToSlash(rel)
		if r.file != "" && rel != r.file {
			continue
		}
		f := File{Root: i, Rel: rel}
		found := r.look(&f)
		return f, found
	}
	return File{}, NotOurs
}

func (r *root) look(f *File) Found {
	if path.Base(f.Rel) == IgnoreFile {
		return NewRules
	}
	dir, err := r.open()
	if err != nil {
		return NotOurs
	}
	if f.Rel == "." {
		return AFolder
	}
	if r.file != "" {
		return f.is(r.stat())
	}
	info, err := dir.Lstat(f.Rel)
	if err == nil && !r.admits(dir, f.Rel, info.IsDir()) {
		return NotOurs
	}
	return f.is(info, err)
}

// is takes in what was found in the place of a file.
func (f *File) is(info os.FileInfo, err error) Found {
	switch {
	case err != nil:
		return Nothing
	case info.IsDir():
		return AFolder
	case !info.Mode().IsRegular():
		return NotOurs
	}
	f.Size, f.Mtime = info.Size(), info.ModTime().UnixNano()
	return AFile
}

// admits asks the rules of every folder on the way down.
func (r *root) admits(dir *os.Root, rel string, isDir bool) bool {
	parts := strings.Split(rel, "/")
	var rule *rules
	at := "."
	for i, part := range parts {
		if text, err := readSmall(dir, path.Join(at, IgnoreFile)); err == nil {
			rule = parseRules(rule, at, string(text))
		}
		at = path.Join(at, part)
		last := i == len(parts)-1
		if strings.HasPrefix(part, ".") || rule.ignores(at, !last || isDir) || r.passes(dir, at, !last || isDir) {
			return false
		}
	}
	return true
}

// passes reports whether the name alone says that there is no story.
func (r *root) passes(dir *os.Root, rel string, isDir bool) bool {
	if !isDir {
		return name.NoStory(rel)
	}
	return name.BesidePage(rel, func(page string) bool {
		_, err := dir.Lstat(page)
		return err == nil
	})
}

// Folders yields the folders of the operating system that Files looks into.
func (t *Tree) Folders(ctx context.Context) iter.Seq[string] {
	return func(yield func(string) bool) {
		for _, r := range t.roots {
			if r.fsys != nil {
				continue
			}
			if r.file != "" {
				if !yield(r.abs) {
					return
				}
				continue
			}
			if !r.folders(ctx, ".", nil, 0, yield) {
				return
			}
		}
	}
}

func (r *root) folders(ctx context.Context, rel string, rule *rules, depth int, yield func(string) bool) bool {
	if ctx.Err() != nil || depth > maxDepth || !yield(filepath.Join(r.abs, filepath.FromSlash(rel))) {
		return false
	}
	src, err := r.source(rel)
	if err != nil {
		return true // Files has said so
	}
	defer src.close()
	entries, _ := src.list(rel, -1, func(e entry) bool { return e.kind == folded || e.name == IgnoreFile })
	rule = rulesIn(src, rel, entries, rule)
	for _, e := range entries {
		if full, keep := admit(src, rel, e, rule); keep && e.kind == folded {
			if !r.folders(ctx, full, rule, depth+1, yield) {
				return false
			}
		}
	}
	return true
}
