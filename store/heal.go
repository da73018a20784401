package store

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"path/filepath"

	"broadsheet/store/catalog"
	"broadsheet/store/index"
	"broadsheet/store/roster"
	"broadsheet/store/sqldb"
)

// heal gives the library a new cache when the one it has turned out to be
// damaged, or when there is no room to write it. It reports whether it did, so
// that the scan begins again.
func (l *Library) heal(ctx context.Context, why error) (bool, error) {
	c := l.cache.Load()
	switch {
	case c.spare || ctx.Err() != nil:
		return false, nil
	case sqldb.NoRoom(why):
		if err := l.openSpare(ctx, c.dir, why); err != nil {
			return false, err
		}
	case c.cat.Unsound() || unsound(why):
		if err := l.replace(ctx, c); err != nil {
			return false, err
		}
		l.notice("the cache was damaged; it is being made anew")
	default:
		return false, nil
	}
	l.roster.Store(roster.Empty())
	l.seen.Store(0)
	l.bodies.Store(nil)
	l.alike = nil // rows are given anew
	l.search.reset()
	l.changed()
	return true, nil
}

// unsound reports whether an error means that what the cache says is not so:
// a page or an index file is damaged or gone.
func unsound(err error) bool {
	return sqldb.Damaged(err) || errors.Is(err, index.ErrDamaged) ||
		errors.Is(err, errIndex) && errors.Is(err, fs.ErrNotExist)
}

// errIndex marks the errors of opening index files.
var errIndex = errors.New("opening the index")

// replace sets a cache aside and makes another in the same place. Who reads
// the old one at this moment gets an error and asks again.
func (l *Library) replace(ctx context.Context, c *cache) error {
	_ = c.cat.Close()
	if err := sqldb.SetAside(c.cat.Path()); err != nil {
		return fmt.Errorf("setting the damaged cache aside: %w", err)
	}
	cat, _, err := catalog.Open(ctx, filepath.Dir(c.cat.Path()))
	if err != nil {
		return err
	}
	l.use(&cache{dir: c.dir, cat: cat})
	return nil
}

// reset forgets the index that is open.
func (s *searcher) reset() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.index != nil {
		s.index.Close()
	}
	s.index, s.commit = nil, 0
}
