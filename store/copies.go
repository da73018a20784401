package store

import (
	"context"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/index"
)

// Copies returns the stories with the text of one, itself among them: the one
// that the others are folded under first, the others by date. A story without
// copies stands alone.
func (l *Library) Copies(ctx context.Context, id articles.ID) ([]articles.Headline, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return nil, err
	}
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	rows := []uint32{one.Row}
	if i, ok := r.Index(one.Row); ok {
		rows = r.Members(i)
	}
	listed, err := l.cat().Headlines(ctx, rows)
	if err != nil {
		return nil, err
	}
	heads, err := l.complete(ctx, listed)
	if err == nil && len(heads) > 1 {
		slices.SortStableFunc(heads[1:], byTime)
	}
	return heads, err
}

// copies adds the stories with the text of the one asked about.
func (c *composer) copies() error {
	if !c.listed {
		return nil
	}
	for _, row := range c.r.Members(c.here) {
		c.add(row, articles.Lead{Kind: articles.Copy, Why: []string{"the same text"}, Score: 1})
	}
	return nil
}

// neighbours adds those that are not there yet, n of them, one for all copies.
func (c *composer) neighbours(x *index.Index, near []index.Neighbour, n int) error {
	met := map[uint32]bool{}
	var left []placed
	for rank, one := range near {
		i, ok := c.r.Index(one.Key)
		if ok && !c.taken[one.Key] && !met[c.r.Leader(i)] {
			met[c.r.Leader(i)] = true
			left = append(left, placed{one, rank, c.r.Source(i), c.r.Published(i)})
		}
	}
	shown := spread(left)
	if shown = shown[:min(n, len(shown))]; len(shown) == 0 {
		return nil
	}
	a, err := c.article()
	if err != nil {
		return err
	}
	why := index.Reasons(a.Title, a.Text, shown, x.Holds)
	for i, one := range shown {
		c.add(one.Key, articles.Lead{Kind: articles.Similar, Why: why[i], Score: one.Score})
	}
	return nil
}
