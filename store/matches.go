package store

import (
	"broadsheet/store/index"
	"broadsheet/store/roster"
)

// folding lets a search leave, unless copies are wanted, of the matches with
// the same text only the one that stands for them.
func folding(r *roster.Roster, copies bool, o index.SearchOptions) index.SearchOptions {
	if !copies && r.AnyFolded() {
		o.Copies = folded{r}
	}
	return o
}

// folded tells the index what the roster knows of copies.
type folded struct{ *roster.Roster }

func (f folded) Bits() []uint64               { return f.Grouped() }
func (f folded) Stand(rows []uint32) []uint32 { return f.Standing(rows) }
