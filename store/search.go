package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"time"
	"unicode/utf8"

	"broadsheet/articles"
	"broadsheet/store/index"
	"broadsheet/store/marks"
	"broadsheet/store/query"
	"broadsheet/store/roster"
)

// fewHits is how many of the best hits are ranked at once. Who pages on
// beyond them has the rest ranked as well.
const fewHits = 256

// segmentSuffix ends the name of an index file.
const segmentSuffix = ".seg"

// searcher holds the index that is open, and lets a newer one take its place
// only when nobody reads the old one.
type searcher struct {
	mu     sync.RWMutex
	index  *index.Index
	commit int64 // of the catalogue, when the index was opened
	closed bool
	frugal bool

	once  sync.Once
	pause *time.Timer // runs out when nobody has read the index for a while
}

// restAfter is how long the index must not be read until its memory is given
// back. Reading it again takes it from the system's cache.
const restAfter = 500 * time.Millisecond

// used puts the rest of the index off.
func (s *searcher) used() {
	s.once.Do(func() {
		s.pause = time.AfterFunc(restAfter, func() {
			s.mu.RLock()
			defer s.mu.RUnlock()
			if s.index != nil {
				s.index.Rest()
			}
			debug.FreeOSMemory() // what searching left behind
		})
	})
	s.pause.Reset(restAfter)
}

func (s *searcher) close() {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	if s.index != nil {
		s.index.Close()
		s.index = nil
	}
}

// indexed calls do with an index that shows at least what the roster shows.
func (l *Library) indexed(ctx context.Context, do func(*index.Index) error) error {
	defer l.search.used()
	want := l.seen.Load()
	l.search.mu.RLock()
	if l.search.index != nil && l.search.commit >= want {
		defer l.search.mu.RUnlock()
		return do(l.search.index)
	}
	l.search.mu.RUnlock()
	if err := l.openIndex(ctx, want); err != nil {
		return err
	}
	l.search.mu.RLock()
	defer l.search.mu.RUnlock()
	if l.search.index == nil {
		return errors.New("the library is closed")
	}
	return do(l.search.index)
}

// Frugal keeps little of the index in memory, and a scan from being in the way
// of what the reader asks. It is for a program that stays open and answers a
// reader; one that asks of every story is slower by it.
func (l *Library) Frugal() {
	l.search.mu.Lock()
	defer l.search.mu.Unlock()
	l.search.frugal = true
	if l.search.index != nil {
		l.search.index.Frugal()
	}
}

func (s *searcher) isFrugal() bool {
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.frugal
}

// openIndex opens the segments that count. Another program may merge them
// between the listing and the opening, so it tries again.
func (l *Library) openIndex(ctx context.Context, want int64) error {
	l.search.mu.Lock()
	defer l.search.mu.Unlock()
	if l.search.closed || l.search.index != nil && l.search.commit >= want {
		return nil
	}
	var err error
	for range 3 {
		var x *index.Index
		var commit int64
		if x, commit, err = l.openSegments(ctx); err == nil {
			if l.search.index != nil {
				l.search.index.Close()
			}
			l.search.index, l.search.commit = x, commit
			if l.search.frugal {
				x.Frugal()
			}
			return nil
		}
	}
	return fmt.Errorf("%w: %w", errIndex, err)
}

func (l *Library) openSegments(ctx context.Context) (*index.Index, int64, error) {
	commit, err := l.cat().Change(ctx)
	if err != nil {
		return nil, 0, err
	}
	segments, err := l.cat().Segments(ctx)
	if err != nil {
		return nil, 0, err
	}
	dead, err := l.cat().Dead(ctx)
	if err != nil {
		return nil, 0, err
	}
	paths := make([]string, len(segments))
	for i, s := range segments {
		paths[i] = filepath.Join(l.dir(), s.Name)
	}
	x, err := index.Open(paths, dead)
	return x, commit, err
}

// matching fills an order with the stories that its view's query finds, best
// first and at least need of them, or with what is wrong with the query.
func (l *Library) matching(ctx context.Context, r *roster.Roster, o *order, need int) error {
	return l.answered(ctx, r, o, func(x *index.Index, options index.SearchOptions) ([]uint32, error) {
		options.N = min(max(need, fewHits), r.Len())
		hits, err := x.Search(ctx, o.query, options)
		o.total = hits.Total
		rows := make([]uint32, len(hits.Hits))
		for i, h := range hits.Hits {
			rows[i] = h.Key
		}
		return rows, err
	})
}

// matchingAll is matching where every story is wanted and their order is not.
func (l *Library) matchingAll(ctx context.Context, r *roster.Roster, o *order) error {
	return l.answered(ctx, r, o, func(x *index.Index, options index.SearchOptions) ([]uint32, error) {
		rows, err := x.Matching(ctx, o.query, options)
		slices.Sort(rows)
		o.total = len(rows)
		return rows, err
	})
}

// answered asks the index what an order's query finds.
func (l *Library) answered(ctx context.Context, r *roster.Roster, o *order, ask func(*index.Index, index.SearchOptions) ([]uint32, error)) error {
	q, mistake := l.understand(ctx, o.view.Query, o.view.Live)
	if mistake != nil {
		o.problem = inRunes(o.view.Query, mistake)
		return nil
	}
	if q.Root == nil {
		return nil
	}
	o.query = q
	return l.indexed(ctx, func(x *index.Index) error {
		options := folding(r, o.view.Copies, l.options(r, o.all))
		if admit := o.admit; admit != nil {
			options.Filter = func(key uint32) bool {
				i, ok := r.Index(key)
				return ok && admit(i)
			}
		}
		rows, err := ask(x, options)
		if err != nil {
			return err
		}
		o.list = make([]uint32, 0, len(rows))
		for _, row := range rows {
			if i, ok := r.Index(row); ok {
				o.list = append(o.list, i)
			} else {
				o.total-- // it came or went since the roster was made
			}
		}
		return nil
	})
}

// options lets the index ask for what only marks know.
func (l *Library) options(r *roster.Roster, f *flags) index.SearchOptions {
	return index.SearchOptions{Marked: func(key uint32, field, value string) bool {
		i, ok := r.Index(key)
		if !ok {
			return false
		}
		got := f.list[i]
		if field == "tag" {
			return got&marks.Tagged != 0 && l.hasTag(r, i, value)
		}
		switch value {
		case "unread":
			return got&marks.Read == 0
		case "read":
			return got&marks.Read != 0
		case "starred":
			return got&marks.Starred != 0
		case "tagged":
			return got&marks.Tagged != 0
		case "noted":
			return got&marks.Noted != 0
		}
		return false
	}}
}

func (l *Library) hasTag(r *roster.Roster, i uint32, tag string) bool {
	return slices.ContainsFunc(l.tagsOf(r, i), func(t string) bool { return plainly(t) == plainly(tag) })
}

func (l *Library) tagsOf(r *roster.Roster, i uint32) []string {
	k := r.Keys(i)
	m, err := l.marks.Of(context.Background(), []marks.Story{{Place: k.Place, Print: k.Print}})
	if err != nil {
		return nil
	}
	return m[0].Tags
}

// inRunes turns the place of a mistake from bytes into runes.
func inRunes(line string, e *query.Error) *QueryProblem {
	from := min(max(e.Pos, 0), len(line))
	to := min(max(from+e.Len, from), len(line))
	return &QueryProblem{
		Pos: utf8.RuneCountInString(line[:from]), Len: utf8.RuneCountInString(line[from:to]),
		Message: e.Message,
	}
}

// Search returns the n best hits of a view's query, all where n is 0, and how
// many there are. A mistake in the query is a *query.Error.
func (l *Library) Search(ctx context.Context, v View, n int) ([]Hit, int, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return nil, 0, err
	}
	q, mistake := l.understand(ctx, v.Query, false)
	if mistake != nil {
		return nil, 0, mistake
	}
	if n <= 0 {
		n = r.Len()
	}
	var hits index.Hits
	if q.Root == nil {
		return nil, 0, nil
	}
	err = l.indexed(ctx, func(x *index.Index) (err error) {
		options := folding(r, v.Copies, l.options(r, l.flags(r)))
		options.N = n
		hits, err = x.Search(ctx, q, options)
		return err
	})
	if err != nil {
		return nil, 0, err
	}
	rows := make([]uint32, len(hits.Hits))
	scores := map[uint32]float64{}
	for i, h := range hits.Hits {
		rows[i], scores[h.Key] = h.Key, h.Score
	}
	found, err := l.cat().Headlines(ctx, rows)
	if err != nil {
		return nil, 0, err
	}
	heads, err := l.complete(ctx, found)
	if err != nil {
		return nil, 0, err
	}
	ids := make([]articles.ID, len(heads))
	for i, h := range heads {
		ids[i] = h.ID
	}
	snippets := l.snippets(ctx, q, ids)
	all := make([]Hit, len(found))
	for i, one := range found {
		all[i] = Hit{heads[i], scores[one.Row], snippets[i]}
	}
	return all, hits.Total, ctx.Err()
}
