package store

import (
	"context"
	"path/filepath"
	"runtime"
	"strings"
	"time"

	"github.com/fsnotify/fsnotify"

	"broadsheet/store/walk"
)

const (
	// settle is how long it must be quiet before what happened is looked at,
	// and patience how long that is put off at most.
	settle   = 30 * time.Millisecond
	patience = 400 * time.Millisecond

	maxFolders = 8192 // watched by the system; beyond, the folders are polled
	manyPaths  = 2000 // changed at once; beyond, a whole scan is cheaper

	// pollLeast is how often folders are polled at most; a scan may take one
	// part in pollShare of the time.
	pollLeast = 5 * time.Second
	pollShare = 20

	// others is how often the cache is asked whether another program wrote.
	others = 2 * time.Second
	// idle is how long nothing must happen before index files are merged.
	idle = 3 * time.Second
)

// Watch keeps the library up to date until ctx ends. It is told of changes by
// the system where it can be, and looks for itself where not. Call it after
// the first Scan: it looks once more when it has begun to listen, for what
// changed while nobody did.
func (l *Library) Watch(ctx context.Context, report func(Progress)) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(l.life, cancel)()
	w := newWatch(ctx, l, report)
	w.listen()
	defer w.quiet()
	_ = l.Scan(ctx, report) // what fails now is told by the next scan that somebody waits for
	return w.run()
}

// watch is the state of Watch.
type watch struct {
	l      *Library
	ctx    context.Context
	report func(Progress)
	most   int           // maxFolders, and
	least  time.Duration // pollLeast, where no test says otherwise

	system *fsnotify.Watcher // nil where folders are polled
	paths  map[string]bool   // where something happened
	since  time.Time         // when the first of it did
	whole  bool              // so much, or so vague, that all must be scanned
	poll   time.Duration
}

func newWatch(ctx context.Context, l *Library, report func(Progress)) *watch {
	return &watch{l: l, ctx: ctx, report: report, most: maxFolders, least: pollLeast, paths: map[string]bool{}}
}

// listen asks the system to tell of changes. Where it cannot, or not of so
// many folders, polling is what is left.
func (w *watch) listen() {
	w.poll = w.least
	switch runtime.GOOS {
	case "linux", "windows", "android":
	default:
		return // others need an open file for each file of a folder
	}
	system, err := fsnotify.NewWatcher()
	if err != nil {
		return
	}
	w.system = system
	w.follow()
}

// follow asks for word of every folder there is now.
func (w *watch) follow() {
	if w.system == nil {
		return
	}
	n := 0
	for folder := range w.l.tree.Folders(w.ctx) {
		if n++; n > w.most || w.system.Add(folder) != nil {
			w.quiet()
			return
		}
	}
}

func (w *watch) quiet() {
	if w.system != nil {
		w.system.Close()
		w.system = nil
	}
}

func (w *watch) run() error {
	other := time.NewTicker(others)
	defer other.Stop()
	poll := time.NewTimer(w.poll)
	defer poll.Stop()
	calm := time.NewTimer(time.Hour)
	defer calm.Stop()
	tidy := time.NewTimer(idle)
	defer tidy.Stop()
	for {
		var events <-chan fsnotify.Event
		var lost <-chan error
		if w.system != nil {
			events, lost = w.system.Events, w.system.Errors
		}
		select {
		case <-w.ctx.Done():
			return w.ctx.Err()
		case e := <-events:
			if w.note(e) {
				calm.Reset(w.wait())
			}
		case <-lost: // so many changes that some went untold
			w.whole, w.since = true, time.Now()
			calm.Reset(settle)
		case <-calm.C:
			w.act()
			tidy.Reset(idle)
		case <-poll.C:
			if w.system == nil {
				begun := time.Now()
				_ = w.l.Scan(w.ctx, w.report)
				w.poll = max(w.least, time.Since(begun)*pollShare)
			}
			poll.Reset(w.poll)
		case <-other.C:
			_ = w.l.refresh(w.ctx)
		case <-tidy.C:
			_ = w.l.Tidy(w.ctx, w.report)
		}
	}
}

// note remembers an event and reports whether there is something to do.
func (w *watch) note(e fsnotify.Event) bool {
	if e.Name == "" || strings.HasPrefix(filepath.Base(e.Name), ".") && filepath.Base(e.Name) != walk.IgnoreFile {
		return false
	}
	if len(w.paths) == 0 && !w.whole {
		w.since = time.Now()
	}
	if len(w.paths) >= manyPaths {
		w.whole = true
	} else {
		w.paths[e.Name] = true
	}
	return true
}

// wait is how long to wait for more.
func (w *watch) wait() time.Duration {
	return max(0, min(settle, patience-time.Since(w.since)))
}

// act brings the library up to date with what was noted. What fails now is
// told by the next scan that somebody waits for.
func (w *watch) act() {
	names := make([]string, 0, len(w.paths))
	for name := range w.paths {
		names = append(names, name)
	}
	whole := w.whole
	clear(w.paths)
	w.whole = false
	if !whole {
		enough, err := w.l.touch(w.ctx, names, w.report)
		whole = err == nil && !enough
	}
	if !whole {
		return
	}
	w.follow() // before the scan, so that nothing falls between the two
	_ = w.l.Scan(w.ctx, w.report)
}
