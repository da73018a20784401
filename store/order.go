package store

import (
	"cmp"
	"context"
	"slices"

	"broadsheet/store/marks"
	"broadsheet/store/query"
	"broadsheet/store/resolve"
	"broadsheet/store/roster"
)

// remembered is how many orders are kept ready: those of the views that a
// reader goes back and forth between.
const remembered = 4

// flags are the marks of every story of a roster, as far as a list asks.
type flags struct {
	of      *roster.Roster
	seen    int64 // marksSeen when they were read
	list    []marks.Flags
	unread  int
	leaders int // stories that are folded under none
	folded  int // unread ones among them
}

func (f *flags) read(i uint32) bool { return f.list[i]&marks.Read != 0 }

// left is how many unread stories a view of all counts.
func (f *flags) left(v View) int {
	if v.Copies {
		return f.unread
	}
	return f.folded
}

func (f *flags) starred(i uint32) bool { return f.list[i]&marks.Starred != 0 }

// order is a view worked out: which stories, in which order. It is not edited
// once made.
type order struct {
	view    View
	all     *flags
	admit   func(i uint32) bool // what the view lets through besides its query; nil is all
	list    []uint32            // indices of the roster
	total   int                 // more than len(list) where only the best were asked for
	unread  int                 // Unknown where list is not whole
	query   *query.Query
	problem *QueryProblem
}

func (o *order) at(i int) uint32        { return o.list[i] }
func (o *order) position(at uint32) int { return slices.Index(o.list, at) }

// serves reports whether the first n lines are known.
func (o *order) serves(n int) bool { return len(o.list) == o.total || len(o.list) >= n }

func (o *order) window(from, n int) []uint32 {
	from = min(from, len(o.list))
	return o.list[from:min(from+n, len(o.list))]
}

// flags reads the marks of a whole roster, unless they are known.
func (l *Library) flags(r *roster.Roster) *flags {
	l.mu.Lock()
	defer l.mu.Unlock()
	return l.flagsLocked(r)
}

func (l *Library) flagsLocked(r *roster.Roster) *flags {
	seen := l.marksSeen.Load()
	for _, o := range l.views {
		if o.all.of == r && o.all.seen == seen {
			return o.all
		}
	}
	f := &flags{of: r, seen: seen, list: make([]marks.Flags, r.Len()), unread: r.Len()}
	l.marks.EachFlag(r.Len(), func(i int) (uint64, uint64) {
		k := r.Keys(uint32(i))
		return k.Place, k.Print
	}, func(i int, got marks.Flags) {
		f.list[i] = got
		if got&marks.Read != 0 {
			f.unread--
		}
	})
	r.Leaders(func(i uint32) {
		f.leaders++
		if !f.read(i) {
			f.folded++
		}
	})
	return f
}

// order works a view out as far as its first need lines, or finds it among
// those used last.
func (l *Library) order(ctx context.Context, r *roster.Roster, v View, need int) (*order, error) {
	if v.Sort == SortAuto && v.Query == "" {
		v.Sort = SortNewest
	}
	seen := l.marksSeen.Load()
	l.mu.Lock()
	for i, o := range l.views {
		if o.view == v && o.all.of == r && o.all.seen == seen && o.serves(need) {
			l.views = slices.Insert(slices.Delete(l.views, i, i+1), 0, o)
			l.mu.Unlock()
			return o, nil
		}
	}
	f := l.flagsLocked(r)
	l.mu.Unlock()

	o, err := l.work(ctx, r, v, f, need)
	if err != nil {
		return nil, err
	}
	l.mu.Lock()
	defer l.mu.Unlock()
	l.views = slices.DeleteFunc(l.views, func(old *order) bool { return old.view == v })
	l.views = slices.Insert(l.views, 0, o)
	l.views = l.views[:min(len(l.views), remembered)]
	return o, nil
}

func (l *Library) work(ctx context.Context, r *roster.Roster, v View, f *flags, need int) (*order, error) {
	admit, err := l.admits(ctx, r, v, f)
	if err != nil {
		return nil, err
	}
	o := &order{view: v, all: f, admit: admit, unread: f.left(v)}
	best := v.Sort == SortAuto || v.Sort == SortBest
	if v.Query != "" {
		if best {
			err = l.matching(ctx, r, o, need)
		} else {
			err = l.matchingAll(ctx, r, o)
		}
		if err != nil || o.problem != nil {
			o.unread = 0
			return o, err
		}
	}
	if o.query == nil || !best {
		sorted, err := l.sorted(ctx, r, v.Sort, f)
		if err != nil {
			return nil, err
		}
		if o.query != nil {
			sorted = inOrder(o.list, sorted)
		} else if admit != nil || !v.Copies && r.AnyFolded() {
			sorted = slices.DeleteFunc(slices.Clone(sorted), func(i uint32) bool { return admit != nil && !admit(i) })
			if !v.Copies {
				sorted = r.Fold(sorted)
			}
		}
		o.list, o.total = sorted, len(sorted)
	}
	o.count()
	return o, nil
}

// count counts the unread stories, where all are there to be counted.
func (o *order) count() {
	switch {
	case !o.view.Filtered():
		return
	case o.view.Unread:
		o.unread = o.total
		return
	case len(o.list) < o.total:
		o.unread = Unknown
		return
	}
	o.unread = 0
	for _, i := range o.list {
		if !o.all.read(i) {
			o.unread++
		}
	}
}

// inOrder puts some indices into the order in which they stand among all.
func inOrder(some, all []uint32) []uint32 {
	wanted := make([]bool, len(all))
	for _, i := range some {
		wanted[i] = true
	}
	kept := make([]uint32, 0, len(some))
	for _, i := range all {
		if wanted[i] {
			kept = append(kept, i)
		}
	}
	return kept
}

// sorted returns every index in an order.
func (l *Library) sorted(ctx context.Context, r *roster.Roster, s Sort, f *flags) ([]uint32, error) {
	switch s {
	case SortOldest:
		return r.Oldest(), nil
	case SortSource:
		return r.BySource(), nil
	case SortTitle:
		return l.byTitle(ctx, r)
	case SortUnread:
		order := slices.Clone(r.Newest())
		slices.SortStableFunc(order, func(a, b uint32) int {
			return cmp.Compare(f.list[a]&marks.Read, f.list[b]&marks.Read)
		})
		return order, nil
	}
	return r.Newest(), nil
}

// byTitle sorts by folded title. The titles are read for it and let go.
func (l *Library) byTitle(ctx context.Context, r *roster.Roster) ([]uint32, error) {
	folded := make([]string, r.Len())
	err := l.titles(ctx, func(row uint32, title string) {
		if i, ok := r.Index(row); ok {
			folded[i] = resolve.Fold(title)
		}
	})
	if err != nil {
		return nil, err
	}
	order := slices.Clone(r.Newest())
	slices.SortStableFunc(order, func(a, b uint32) int { return cmp.Compare(folded[a], folded[b]) })
	return order, nil
}
