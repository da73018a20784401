package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"broadsheet/store/index"
)

// Stats is the state of a library, for a doctor to tell.
type Stats struct {
	Stories  int
	Files    int
	Problems int
	Cache    string // the folder of the cache
	Spare    bool   // it is gone at the end, since there was no other place
	Marks    string // the file of the marks; ":memory:" where there is none
	Marked   int    // stories with marks, in all libraries

	CatalogBytes int64
	IndexBytes   int64
	IndexFiles   int
	IndexDead    int // stories that index files still hold, though gone
}

// Stats counts and measures.
func (l *Library) Stats(ctx context.Context) (Stats, error) {
	c := l.cache.Load()
	s := Stats{Cache: c.dir, Spare: c.spare, Marks: l.marks.Path()}
	n, err := c.cat.Counters(ctx)
	s.Stories = n.Stories
	errs := []error{err}
	if s.Files, err = c.cat.CountFiles(ctx); err != nil {
		errs = append(errs, err)
	}
	problems, err := c.cat.Problems(ctx)
	s.Problems = len(problems)
	errs = append(errs, err)
	segments, err := c.cat.Segments(ctx)
	errs = append(errs, err)
	for _, one := range segments {
		s.IndexFiles++
		s.IndexBytes += one.Bytes
	}
	dead, err := c.cat.Dead(ctx)
	s.IndexDead = len(dead)
	errs = append(errs, err)
	if s.Marked, err = l.marks.Len(ctx); err != nil {
		errs = append(errs, err)
	}
	entries, err := os.ReadDir(c.dir)
	errs = append(errs, err)
	for _, e := range entries {
		if info, err := e.Info(); err == nil && strings.HasPrefix(e.Name(), "catalog.db") {
			s.CatalogBytes += info.Size()
		}
	}
	return s, errors.Join(errs...)
}

// Verify reads the whole cache and says what is wrong with it.
func (l *Library) Verify(ctx context.Context) error {
	if err := l.cat().Verify(ctx); err != nil {
		return err
	}
	segments, err := l.cat().Segments(ctx)
	if err != nil {
		return err
	}
	var errs []error
	for _, one := range segments {
		path := filepath.Join(l.dir(), one.Name)
		x, err := index.Open([]string{path}, nil)
		if err == nil {
			err = errors.Join(x.Verify(ctx), x.Close())
		}
		if err != nil {
			errs = append(errs, fmt.Errorf("index file %s: %w", one.Name, err))
		}
	}
	return errors.Join(errs...)
}
