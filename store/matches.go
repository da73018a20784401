package store

import (
	"context"

	"broadsheet/store/index"
	"broadsheet/store/query"
	"broadsheet/store/roster"
)

// ranked searches and, unless copies are wanted, leaves of the matches with
// the same text only the one that stands for them.
func ranked(ctx context.Context, x *index.Index, r *roster.Roster, copies bool, q *query.Query, o index.SearchOptions) (index.Hits, error) {
	if !copies && r.AnyFolded() {
		o.Copies = folded{r}
	}
	return x.Search(ctx, q, o)
}

// folded tells the index what the roster knows of copies.
type folded struct{ *roster.Roster }

func (f folded) Bits() []uint64               { return f.Grouped() }
func (f folded) Stand(rows []uint32) []uint32 { return f.Standing(rows) }
