package store

import (
	"hash/maphash"
	"maps"
	"slices"
	"strings"
	"sync"

	"broadsheet/store/catalog"
	"broadsheet/store/walk"
)

// known is what the catalogue holds of the files, by a number made of the path
// of each: a few bytes a file, since there may be millions. That two paths
// have one number is less likely than that the disk is wrong, and another
// program or day makes other numbers.
type known struct {
	seed  maphash.Seed
	files map[uint64]fact
	room  []byte
}

// fact is what tells whether a file changed.
type fact struct {
	id, size, mtime int64
}

// recalling begins to read what the catalogue holds of files, while the first
// folder is being listed. What it returns waits for that.
func (s *scan) recalling() func() (*known, error) {
	type recalled struct {
		k   *known
		err error
	}
	done := make(chan recalled, 1)
	go func() {
		k, err := s.recall()
		done <- recalled{k, err}
	}()
	return sync.OnceValues(func() (*known, error) {
		r := <-done
		return r.k, r.err
	})
}

func (s *scan) recall() (*known, error) {
	n, err := s.l.cat().CountFiles(s.ctx)
	if err != nil {
		return nil, err
	}
	k := &known{seed: maphash.MakeSeed(), files: make(map[uint64]fact, n)}
	for f, err := range s.l.cat().Files(s.ctx) {
		if err != nil {
			return nil, err
		}
		k.files[k.number(f.Root, f.Folder, f.Name)] = fact{f.ID, f.Size, f.Mtime}
	}
	return k, nil
}

func (k *known) number(root int, folder, name string) uint64 {
	k.room = append(k.room[:0], byte(root), byte(root>>8))
	k.room = append(append(k.room, folder...), name...)
	return maphash.Bytes(k.seed, k.room)
}

// take returns what is known of a file that was found, and forgets it.
func (k *known) take(f walk.File) (fact, bool) {
	n := k.number(f.Root, "", f.Rel)
	was, ok := k.files[n]
	delete(k.files, n)
	return was, ok
}

// lost notes the files that are left, which the walk did not find, as gone,
// unless they may only be hidden behind a folder that could not be listed.
func (s *scan) lost(k *known, hidden []*walk.Error) error {
	ids := make([]int64, 0, len(k.files))
	for was := range maps.Values(k.files) {
		ids = append(ids, was.id)
	}
	slices.Sort(ids)
	if len(hidden) == 0 || len(ids) == 0 {
		s.gone = append(s.gone, ids...)
		return nil
	}
	files, err := s.l.cat().FilesOf(s.ctx, ids)
	for _, f := range files {
		if !slices.ContainsFunc(hidden, func(e *walk.Error) bool { return behind(e, f) }) {
			s.gone = append(s.gone, f.ID)
		}
	}
	return err
}

func behind(e *walk.Error, f catalog.File) bool {
	return e.Root == f.Root && (e.Rel == "." || strings.HasPrefix(f.Rel, e.Rel+"/"))
}
