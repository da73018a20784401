package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"os"
	"path/filepath"

	"github.com/adrg/xdg"
	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/articles/edition"
	"broadsheet/articles/read"
	"broadsheet/store"
	"broadsheet/store/walk"
)

// library is an open library with what the commands say of it.
type library struct {
	*store.Library
	name   string   // as the reader's top line shows it
	roots  []string // as the user gave them; empty for the edition
	config config
}

// openLibrary opens the library of the paths, else the configured one, else
// the edition. Warnings and notices of the configuration go to stderr.
func (a *app) openLibrary(ctx context.Context, paths []string, rebuild bool) (*library, error) {
	c, warnings, err := a.loadConfig()
	if err != nil {
		return nil, err
	}
	a.warn(warnings)
	if len(paths) == 0 {
		paths = c.Library
	}
	roots, name, err := a.libraryRoots(paths)
	if err != nil {
		return nil, err
	}
	lib, err := store.Open(ctx, store.Config{
		Roots: roots, CacheDir: a.cachePlace(), StateDir: a.statePlace(),
		Read: readWith(c.keep()), Rebuild: rebuild, KeepRepeated: c.keep()[articles.ClassRepeated],
	})
	if err != nil {
		return nil, err
	}
	return &library{Library: lib, name: name, roots: paths, config: c}, nil
}

func (a *app) libraryRoots(paths []string) (roots []walk.Root, name string, err error) {
	if len(paths) == 0 {
		return []walk.Root{{Path: "edition", FS: edition.FS()}}, "The sample edition", nil
	}
	for _, p := range paths {
		if p == "-" {
			body, err := io.ReadAll(io.LimitReader(a.In, read.DefaultMaxDocument))
			if err != nil {
				return nil, "", fmt.Errorf("reading standard input: %w", err)
			}
			roots = append(roots, walk.Root{Path: "-", FS: single{stdinName, body}})
			continue
		}
		roots = append(roots, walk.Root{Path: p})
	}
	name = paths[0]
	if abs, err := filepath.Abs(name); err == nil && name != "-" {
		name = filepath.Base(abs)
	}
	if len(paths) > 1 {
		name = fmt.Sprintf("%s and %d more", name, len(paths)-1)
	}
	return roots, name, nil
}

func (a *app) cachePlace() string {
	if a.cacheDir != "" {
		return a.cacheDir
	}
	return filepath.Join(xdg.CacheHome, "broadsheet")
}

func (a *app) statePlace() string {
	if a.stateDir != "" {
		return a.stateDir
	}
	return filepath.Join(xdg.StateHome, "broadsheet")
}

// readWith is how the store has files read: what cannot be a story by its name
// is no business of a library, everything else is read with the user's
// choice of cuts.
func readWith(keep map[articles.Class]bool) store.ReadFunc {
	return func(ctx context.Context, in store.Input) iter.Seq2[articles.Article, error] {
		return read.File(read.Input{Name: in.Name, ID: in.ID, Reader: in.Reader, Size: in.Size},
			read.Options{Context: ctx, Keep: keep})
	}
}

// scanned brings a library up to date before a command answers from it, and
// names the files that could not be read.
func (a *app) scanned(ctx context.Context, paths []string) (*library, error) {
	lib, err := a.openLibrary(ctx, paths, false)
	if err != nil {
		return nil, err
	}
	if err := lib.Scan(ctx, func(store.Progress) {}); err != nil {
		lib.Close()
		return nil, err
	}
	for _, n := range lib.Notices() {
		a.warn([]string{n})
	}
	return lib, nil
}

// mistyped refuses a call in which nothing that was named is there. A word
// that is no path, but nearly a command, was meant as one.
func mistyped(root *cobra.Command, paths []string) error {
	var errs []error
	for _, p := range paths {
		if p == "-" {
			return nil
		}
		_, err := os.Stat(p)
		if err == nil {
			return nil
		}
		var reason *fs.PathError
		if errors.As(err, &reason) {
			err = reason.Err
		}
		errs = append(errs, fmt.Errorf("opening %s: %w", p, err))
	}
	if len(errs) == 0 {
		return nil
	}
	if near := root.SuggestionsFor(paths[0]); len(near) > 0 {
		return usagef("there is no file %s, and no command either; did you mean broadsheet %s?", paths[0], near[0])
	}
	return errors.Join(errs...)
}
