package store

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"time"
)

// Scan brings the library up to date with its folders: it looks at the names,
// sizes and times of all files, reads those that changed and forgets those
// that are gone. What it has done when ctx ends is kept, and the next scan
// goes on from there. Report is called from one goroutine at a time, as often
// as there is something to tell.
func (l *Library) Scan(ctx context.Context, report func(Progress)) error {
	return l.scan(ctx, report, (*scan).run)
}

// Index is Scan for who waits for it: it leaves few index files.
func (l *Library) Index(ctx context.Context, report func(Progress)) error {
	return l.scan(ctx, report, (*scan).index)
}

// scan does one thing that changes the cache, alone among the goroutines of
// this program and among programs. If the cache turns out to be of no use it
// is made anew, and the whole library is scanned.
func (l *Library) scan(ctx context.Context, report func(Progress), do func(*scan) error) error {
	if report == nil {
		report = func(Progress) {}
	}
	select {
	case l.scanning <- struct{}{}:
		defer func() { <-l.scanning }()
	case <-ctx.Done():
		return ctx.Err()
	}
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	defer context.AfterFunc(l.life, cancel)()
	lock, err := l.lock(ctx)
	if err != nil {
		return err
	}
	defer lock.Close()
	once := func(do func(*scan) error) error {
		keep, abandon := context.WithCancel(context.WithoutCancel(ctx))
		defer abandon()
		defer context.AfterFunc(l.life, abandon)() // who closes the library does not wait
		ctx, cancel := context.WithCancel(ctx)
		defer cancel()
		cores := runtime.GOMAXPROCS(0)
		defer l.roomForKeys()()
		return do(&scan{
			l: l, ctx: ctx, cancel: cancel, keep: keep, abandon: abandon,
			report: report, cores: cores, renumber: map[int64]int64{},
		})
	}
	if err = once(do); err == nil {
		return nil
	}
	healed, failed := l.heal(ctx, err)
	if failed != nil {
		return errors.Join(err, failed)
	}
	if healed {
		return once((*scan).run)
	}
	return err
}

// lock keeps other programs from scanning the same library. While one does,
// this one shows what it has found so far.
func (l *Library) lock(ctx context.Context) (*os.File, error) {
	for {
		f, ok, err := l.lockNow()
		if ok || err != nil {
			return f, err
		}
		select {
		case <-time.After(lockWait):
			_ = l.refresh(ctx)
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
}

// lockNow takes the lock if nobody has it.
func (l *Library) lockNow() (*os.File, bool, error) {
	f, err := os.OpenFile(filepath.Join(l.dir(), "scan.lock"), os.O_RDWR|os.O_CREATE, 0o600)
	if err != nil {
		return nil, false, fmt.Errorf("beginning a scan: %w", err)
	}
	ok, err := tryLock(f)
	if ok {
		return f, true, nil
	}
	if err != nil {
		err = fmt.Errorf("beginning a scan: %w", err)
	}
	return nil, false, errors.Join(err, f.Close())
}

// refresh loads what another program has written.
func (l *Library) refresh(ctx context.Context) error {
	if _, err := l.ready(ctx); err != nil {
		return err
	}
	now, err := l.cat().Change(ctx)
	if err != nil {
		return err
	}
	fresh, err := l.marks.Load(ctx)
	if err != nil {
		return err
	}
	if fresh {
		l.marksSeen.Add(1)
	}
	if now != l.seen.Load() {
		if err := l.load(ctx); err != nil {
			return err
		}
		fresh = true
	}
	if fresh {
		l.changed()
	}
	return nil
}
