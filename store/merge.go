package store

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"broadsheet/store/catalog"
	"broadsheet/store/index"
)

// sweep deletes index files that no transaction names: a program died
// between writing the one and the other.
func (s *scan) sweep() error {
	segments, err := s.l.cat().Segments(s.ctx)
	if err != nil {
		return err
	}
	named := map[string]bool{}
	for _, one := range segments {
		named[one.Name] = true
		number, _ := strings.CutSuffix(one.Name, segmentSuffix)
		if n, err := strconv.ParseInt(number, 10, 64); err == nil {
			s.nextSegment = max(s.nextSegment, n)
		}
	}
	entries, err := os.ReadDir(s.l.dir())
	if err != nil {
		return fmt.Errorf("sweeping the cache: %w", err)
	}
	for _, e := range entries {
		if strings.Contains(e.Name(), segmentSuffix) && !named[e.Name()] {
			_ = os.Remove(filepath.Join(s.l.dir(), e.Name())) // or the next scan will
		}
	}
	return nil
}

// manyFiles is how many index files a scan leaves to Tidy. More would make a
// search slow.
const manyFiles = 64

// tooMany merges index files only where their number begins to tell.
func (s *scan) tooMany() error {
	segments, err := s.l.cat().Segments(s.ctx)
	if err != nil || len(segments) <= manyFiles {
		return err
	}
	return s.merge()
}

// Tidy makes few index files of many. The library is right without it, and
// slower to search the more files there are.
func (l *Library) Tidy(ctx context.Context, report func(Progress)) error {
	return l.scan(ctx, report, func(s *scan) error {
		if err := s.sweep(); err != nil {
			return err
		}
		return s.merge()
	})
}

// merge makes few index files of many.
func (s *scan) merge() error {
	for {
		by, infos, err := s.standing()
		if err != nil {
			return err
		}
		groups := index.Plan(infos)
		if len(groups) == 0 {
			return nil
		}
		s.tell(func(p *Progress) { p.Doing = "indexing" })
		for _, paths := range groups {
			if err := s.mergeGroup(paths, by); err != nil {
				return err
			}
		}
	}
}

// mergeFew makes a handful of index files of all.
func (s *scan) mergeFew() error {
	by, infos, err := s.standing()
	if err != nil {
		return err
	}
	if paths := index.Few(infos); len(paths) > 0 {
		s.tell(func(p *Progress) { p.Doing = "indexing" })
		return s.mergeGroup(paths, by)
	}
	return nil
}

// standing are the index files that count, by path.
func (s *scan) standing() (map[string]catalog.Segment, []index.Info, error) {
	segments, err := s.l.cat().Segments(s.ctx)
	by := map[string]catalog.Segment{}
	var infos []index.Info
	for _, one := range segments {
		path := filepath.Join(s.l.dir(), one.Name)
		by[path] = one
		infos = append(infos, index.Info{Path: path, Docs: one.Docs, Bytes: one.Bytes})
	}
	return by, infos, err
}

func (s *scan) mergeGroup(paths []string, by map[string]catalog.Segment) error {
	dead, err := s.l.cat().Dead(s.ctx)
	if err != nil {
		return err
	}
	dst := s.segmentPath()
	if s.ctx.Err() != nil {
		return s.ctx.Err()
	}
	info, err := index.Merge(dst, paths, dead)
	if err != nil {
		return fmt.Errorf("merging index files: %w", err)
	}
	merged := catalog.Segment{
		Name: filepath.Base(dst), Docs: info.Docs, Bytes: info.Bytes, First: ^uint32(0),
	}
	b := &catalog.Batch{}
	for _, p := range paths {
		merged.First, merged.Last = min(merged.First, by[p].First), max(merged.Last, by[p].Last)
		b.Dropped = append(b.Dropped, by[p].Name)
		delete(by, p)
	}
	if info.Docs > 0 {
		b.Segments = []catalog.Segment{merged}
	}
	for _, row := range dead {
		if row >= merged.First && row <= merged.Last && !heldBy(by, row) {
			b.Buried = append(b.Buried, row)
		}
	}
	if _, err := s.l.cat().Commit(s.ctx, b); err != nil {
		_ = os.Remove(dst)
		return err
	}
	by[dst] = merged
	for _, p := range paths {
		_ = os.Remove(p) // where it is still open, the next sweep will
	}
	return nil
}

func heldBy(segments map[string]catalog.Segment, row uint32) bool {
	for _, one := range segments {
		if row >= one.First && row <= one.Last {
			return true
		}
	}
	return false
}
