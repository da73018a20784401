package store

import (
	"context"
	"slices"

	"broadsheet/store/index"
	"broadsheet/store/query"
	"broadsheet/store/roster"
)

// ranked searches and, unless copies are wanted, leaves of the matches with
// the same text only the one that stands for them.
func ranked(ctx context.Context, x *index.Index, r *roster.Roster, copies bool, q *query.Query, o index.SearchOptions) (index.Hits, error) {
	if copies || !r.AnyFolded() {
		return x.Search(ctx, q, o)
	}
	var met []uint32 // matches that have copies
	note := func(row uint32) {
		if i, ok := r.Index(row); ok && r.Grouped(row) {
			met = append(met, i)
		}
	}
	lone := q.Root.Op == query.Word && o.Filter == nil
	if lone {
		// The index finds the best stories of a lone word without looking at
		// all, as long as it need not ask about them.
		grouped := o
		grouped.Filter = r.Grouped
		rows, err := x.Match(ctx, q, grouped)
		if err != nil {
			return index.Hits{}, err
		}
		for _, row := range rows {
			note(row)
		}
	} else {
		admit := o.Filter
		o.Filter = func(row uint32) bool {
			if admit != nil && !admit(row) {
				return false
			}
			note(row)
			return true
		}
	}
	hits, err := x.Search(ctx, q, o)
	if err != nil {
		return hits, err
	}
	all := len(met)
	stands := map[uint32]bool{}
	for _, i := range r.Fold(met) {
		stands[r.Row(i)] = true
	}
	folded := all - len(stands)
	keep := func(hits index.Hits) []index.Hit {
		return slices.DeleteFunc(hits.Hits, func(h index.Hit) bool { return r.Grouped(h.Key) && !stands[h.Key] })
	}
	total, want := hits.Total-folded, o.N
	best := keep(hits)
	if len(best) < min(want, total) { // the copies took the place of others
		o.N += folded
		if hits, err = x.Search(ctx, q, o); err != nil {
			return hits, err
		}
		best = keep(hits)
	}
	return index.Hits{Total: total, Hits: best[:min(len(best), want)]}, nil
}
