// Package store is the library on disk: it joins the walk over the folders,
// the catalogue, the index and the marks into one Library that can be scanned,
// listed, searched and read. It knows nothing of how a file becomes stories
// (it is given a function for that) and nothing of the terminal.
package store

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"sync/atomic"
	"time"

	"broadsheet/articles"
	"broadsheet/store/body"
	"broadsheet/store/catalog"
	"broadsheet/store/marks"
	"broadsheet/store/roster"
	"broadsheet/store/sqldb"
	"broadsheet/store/walk"
)

// Input is a file to be read.
type Input struct {
	Name   string      // as the reader of news would name it
	ID     articles.ID // as the library names it
	Reader io.Reader
	Size   int64
}

// ReadFunc yields the stories of one file. Errors stand beside the stories
// that could be read. Stories of a container carry "#N" after Input.ID.
type ReadFunc func(ctx context.Context, in Input) iter.Seq2[articles.Article, error]

// Config says what a library is made of.
type Config struct {
	Roots    []walk.Root
	CacheDir string // caches of all libraries; each has a folder in it
	StateDir string // of the marks, one for all libraries
	Read     ReadFunc
	Rebuild  bool // forget what the cache holds

	// KeepRepeated leaves lines in that stand in many stories of a source.
	KeepRepeated bool
}

// Library is an open library. It is safe for concurrent use.
type Library struct {
	tree *walk.Tree
	read ReadFunc

	keepRepeated bool
	cache        atomic.Pointer[cache]
	marks        *marks.Store
	bodies       atomic.Pointer[body.Reader]

	scanning chan struct{} // holds a token while a scan runs
	changes  chan struct{}

	mu      sync.Mutex // of what follows
	notices []string
	loading bool
	loaded  chan struct{} // closed when roster is there
	loadErr error
	views   []*order // the orders used last, the newest first

	roster    atomic.Pointer[roster.Roster]
	marksSeen atomic.Int64 // counts changes of marks
	seen      atomic.Int64 // the catalogue's commit that roster shows
	search    searcher
	known     atomic.Pointer[traits]
	texts     *texts
	blocks    *blocks
	alike     verdicts // of whoever scans

	attended atomic.Int64 // when the reader last did something, in nanoseconds

	stop    context.CancelFunc // ends what runs in the background
	life    context.Context
	running sync.WaitGroup
	caches  []*cache // all there were; guarded by mu
}

// cache is where a library is kept. It may be changed for another while the
// library is open, when it turns out to be damaged or full.
type cache struct {
	dir   string
	spare bool // a temporary folder, removed by Close
	cat   *catalog.Catalog
}

func (l *Library) cat() *catalog.Catalog { return l.cache.Load().cat }
func (l *Library) dir() string           { return l.cache.Load().dir }

func (l *Library) use(c *cache) {
	l.mu.Lock()
	defer l.mu.Unlock()
	l.caches = append(l.caches, c)
	l.cache.Store(c)
}

// Open opens a library. It reads no file of it: call Scan for that. What it
// cannot use it does without, and says so in Notices; only marks of a newer
// version are refused.
func Open(ctx context.Context, cfg Config) (*Library, error) {
	tree, err := walk.New(cfg.Roots)
	if err != nil {
		return nil, err
	}
	l := &Library{
		texts: keepTexts(), blocks: keepBlocks(),
		tree: tree, read: cfg.Read, keepRepeated: cfg.KeepRepeated,
		scanning: make(chan struct{}, 1),
		changes:  make(chan struct{}, 1),
		loaded:   make(chan struct{}),
	}
	l.life, l.stop = context.WithCancel(context.Background())
	if err := l.openCache(ctx, cfg); err != nil {
		return nil, errors.Join(err, tree.Close())
	}
	if err := l.openMarks(ctx, cfg); err != nil {
		return nil, errors.Join(err, l.Close())
	}
	return l, nil
}

// folderName names the cache of a library so that a person can tell which it
// is, and so that the same folders always have the same.
func folderName(t *walk.Tree) string {
	h := sha256.New()
	name := ""
	for i := range t.Len() {
		place := t.Place(i, "")
		fmt.Fprintf(h, "%s\n", place)
		if i == 0 {
			name = filepath.Base(filepath.Clean(place))
		}
	}
	name = strings.Map(func(r rune) rune {
		if r == '-' || r == '_' || r >= '0' && r <= '9' || r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' {
			return r
		}
		return '_'
	}, name)
	return name[:min(len(name), 32)] + "-" + hex.EncodeToString(h.Sum(nil)[:8])
}

func (l *Library) openCache(ctx context.Context, cfg Config) error {
	dir := filepath.Join(cfg.CacheDir, folderName(l.tree))
	if cfg.Rebuild {
		if err := wipe(dir); err != nil && !sqldb.NoRoom(err) {
			return fmt.Errorf("emptying the cache: %w", err)
		}
	}
	cat, fate, err := catalog.Open(ctx, dir)
	if sqldb.NoRoom(err) {
		return l.openSpare(ctx, dir, err)
	}
	if err != nil {
		return err
	}
	l.use(&cache{dir: dir, cat: cat})
	switch fate {
	case catalog.Damaged:
		l.notice("the cache was damaged; it is being made anew")
	case catalog.Older:
		l.notice("the cache was made by an older version; it is being made anew")
	}
	return nil
}

// openSpare puts the cache where it is gone at the end.
func (l *Library) openSpare(ctx context.Context, wanted string, why error) error {
	dir, err := os.MkdirTemp("", "broadsheet-")
	if err != nil {
		return errors.Join(why, err)
	}
	cat, _, err := catalog.Open(ctx, dir)
	if err != nil {
		return errors.Join(why, err, os.RemoveAll(dir))
	}
	l.notice(fmt.Sprintf("nothing can be kept in %s (%s); the library is read anew at every start",
		wanted, shortly(why)))
	l.use(&cache{dir: dir, spare: true, cat: cat})
	return nil
}

func (l *Library) openMarks(ctx context.Context, cfg Config) error {
	m, err := marks.Open(ctx, cfg.StateDir)
	if err != nil && (sqldb.NoRoom(err) || sqldb.Damaged(err)) {
		l.notice(fmt.Sprintf("the marks in %s cannot be used (%s); what you mark is forgotten at the end",
			cfg.StateDir, shortly(err)))
		m, err = marks.Open(ctx, "")
	}
	l.marks = m
	return err
}

// shortly is the innermost part of an error.
func shortly(err error) string {
	for {
		inner := errors.Unwrap(err)
		if inner == nil {
			return err.Error()
		}
		err = inner
	}
}

// wipe deletes the cache in a folder, and nothing else that is there.
func wipe(dir string) error {
	entries, err := os.ReadDir(dir)
	if err != nil {
		if errors.Is(err, os.ErrNotExist) {
			return nil
		}
		return err
	}
	var errs []error
	for _, e := range entries {
		if name := e.Name(); strings.HasPrefix(name, "catalog.db") || strings.HasSuffix(name, segmentSuffix) {
			errs = append(errs, os.Remove(filepath.Join(dir, name)))
		}
	}
	return errors.Join(errs...)
}

// Close ends what runs in the background and closes the library.
func (l *Library) Close() error {
	l.stop()
	l.running.Wait()
	l.search.close()
	errs := []error{l.tree.Close()}
	if l.marks != nil {
		errs = append(errs, l.marks.Close())
	}
	for _, c := range l.caches {
		errs = append(errs, c.cat.Close())
		if c.spare {
			errs = append(errs, os.RemoveAll(c.dir))
		}
	}
	return errors.Join(errs...)
}

// notice adds something the reader should know, once.
func (l *Library) notice(s string) {
	l.mu.Lock()
	defer l.mu.Unlock()
	for _, n := range l.notices {
		if n == s {
			return
		}
	}
	l.notices = append(l.notices, s)
}

// Notices are what the reader should know of how the library is kept, each a
// sentence without a full stop. There are most often none.
func (l *Library) Notices() []string {
	l.mu.Lock()
	defer l.mu.Unlock()
	return append([]string(nil), l.notices...)
}

// Changes receives a value when headlines may have changed since they were
// asked for. It holds at most one value.
func (l *Library) Changes() <-chan struct{} { return l.changes }

func (l *Library) changed() {
	select {
	case l.changes <- struct{}{}:
	default:
	}
}

// day is the length of a day in seconds.
const day = int64(24 * time.Hour / time.Second)
