package store

import (
	"context"
	"time"

	"broadsheet/store/roster"
)

// firstWait is how long the first headlines have the machine to themselves
// where nobody says that they have been drawn.
const firstWait = 300 * time.Millisecond

// warmSoon begins to load the roster when the first headlines can be read.
func (l *Library) warmSoon() {
	l.running.Go(func() {
		select {
		case <-time.After(firstWait):
			l.Warm()
		case <-l.life.Done():
		}
	})
}

// Warm begins to load what all but the first headlines need. Who draws those
// calls it afterwards; otherwise it is loaded when it is needed, or soon.
func (l *Library) Warm() {
	l.mu.Lock()
	defer l.mu.Unlock()
	if l.loading {
		return
	}
	l.loading = true
	l.running.Go(func() {
		err := l.load(l.life)
		l.mu.Lock()
		l.loadErr = err
		l.mu.Unlock()
		close(l.loaded)
		l.changed()
	})
}

// load reads the roster and the marks.
func (l *Library) load(ctx context.Context) error {
	n, err := l.cat().Counters(ctx)
	if err != nil {
		return err
	}
	r, err := roster.New(n.Stories, l.cat().Stories(ctx))
	if err != nil {
		return err
	}
	leaders := map[uint32]uint32{}
	for pair, err := range l.cat().Copies(ctx) {
		if err != nil {
			return err
		}
		leaders[pair[0]] = pair[1]
	}
	if _, err := l.marks.Load(ctx); err != nil {
		return err
	}
	l.roster.Store(r.Folded(leaders))
	l.seen.Store(n.Commit)
	return nil
}

// ready waits for the roster.
func (l *Library) ready(ctx context.Context) (*roster.Roster, error) {
	if r := l.roster.Load(); r != nil {
		return r, nil
	}
	l.Warm()
	select {
	case <-l.loaded:
	case <-ctx.Done():
		return nil, ctx.Err()
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.roster.Load(), l.loadErr
}
