package index

import (
	"context"
	"slices"

	"broadsheet/store/query"
)

// Search ranks the stories that match.
func (x *Index) Search(ctx context.Context, q *query.Query, o SearchOptions) (Hits, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	top := best{n: max(o.N, 0)}
	total := 0
	err := x.each(ctx, q, o, &top, func(s *segment, m matcher) {
		total++
		if top.n > 0 {
			x.rate(s, m.doc(), m.score(), &top)
		}
	}, func(n int) { total += n })
	return Hits{Total: total, Hits: top.sorted()}, err
}

// Match lists the keys of every story that matches, ascending.
func (x *Index) Match(ctx context.Context, q *query.Query, o SearchOptions) ([]uint32, error) {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var keys []uint32
	err := x.each(ctx, q, o, nil, func(s *segment, m matcher) { keys = append(keys, s.key(m.doc())) }, nil)
	slices.Sort(keys)
	return keys, err
}

// each shows every live match to visit. Where only the best are wanted, those
// of a lone word are taken with whole blocks skipped; count is told of them.
func (x *Index) each(ctx context.Context, q *query.Query, o SearchOptions, top *best, visit func(*segment, matcher), count func(int)) error {
	leaves := x.prepare(q)
	var root *query.Node
	if q != nil {
		root = q.Root
	}
	for i, s := range x.segs {
		c := compiler{x: x, at: i, s: s, o: o, leaves: leaves}
		m := c.node(root)
		if w, ok := m.(*wordMatch); ok && top != nil && o.Filter == nil && s.dead == nil && !w.inTitle && w.scored {
			count(x.bestOfWord(s, w, top))
			continue
		}
		for n := 0; m.doc() != end; n++ {
			if n&0xfff == 0 {
				if err := ctx.Err(); err != nil {
					return err
				}
			}
			doc := m.doc()
			if !s.isDead(doc) && (o.Filter == nil || o.Filter(s.key(doc))) {
				visit(s, m)
			}
			m.seek(doc + 1)
		}
	}
	return ctx.Err()
}

// rate adds a match to the best, if its score can be among them at all.
func (x *Index) rate(s *segment, doc uint32, score float64, top *best) {
	floor := top.floor()
	if score*(1+freshGain) < floor {
		return
	}
	day := s.day(doc)
	if score *= x.rank.fresh(day); score < floor {
		return
	}
	top.add(found{Hit: Hit{s.key(doc), score}, day: day, tie: s.tie(doc)})
}

// bestOfWord adds the best stories of a lone word, leaving out blocks whose
// bound cannot reach the worst hit kept, and tells how many stories there are.
func (x *Index) bestOfWord(s *segment, w *wordMatch, top *best) int {
	const slack = 1 + 1e-9 // the bound is computed in another order
	for block := range w.c.blocks() {
		most, least := w.c.bound(block)
		if bound := x.rank.score(w.idf, most, least) * (1 + freshGain) * slack; bound < top.floor() {
			continue
		}
		if block > 0 {
			w.c.load(block)
		}
		for i := range w.c.n {
			doc := w.c.docs[i]
			x.rate(s, doc, x.rank.score(w.idf, weight(w.c.codes[i]), float64(s.length(doc))), top)
		}
	}
	return w.c.df
}
