package store

import (
	"context"
	"iter"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/catalog"
	"broadsheet/store/roster"
)

// atOnce is how many stories are asked about together: enough that most of
// what a headline costs is paid once, few enough to keep all cores busy to the
// end.
const atOnce = 64

// Some is some stories of the library that lie side by side.
type Some struct{ rows []uint32 }

// Led is a story with what it leads to.
type Led struct {
	ID    articles.ID
	Leads []articles.Lead
}

// Places yields all stories, some at a time, in the order of the places they
// are at. Those that lie side by side were most often read side by side and
// are packed together, so that it is the quickest way to go through all.
func (l *Library) Places(ctx context.Context) iter.Seq2[Some, error] {
	return func(yield func(Some, error) bool) {
		rows, err := l.cat().Order(ctx)
		if err != nil {
			yield(Some{}, err)
			return
		}
		for some := range slices.Chunk(rows, atOnce) {
			if !yield(Some{some}, nil) {
				return
			}
		}
	}
}

// RelatedOf is Related of several stories. One that left the library since
// they were listed is left out.
func (l *Library) RelatedOf(ctx context.Context, some Some, n int) ([]Led, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	listed, err := l.cat().Headlines(ctx, some.rows)
	if err != nil {
		return nil, err
	}
	all := make([]*composer, len(listed))
	for i, one := range listed {
		all[i] = l.compose(ctx, r, one)
		if err := all[i].relate(n); err != nil {
			return nil, err
		}
	}
	heads, err := l.heads(ctx, all...)
	if err != nil {
		return nil, err
	}
	led := make([]Led, len(all))
	for i, c := range all {
		led[i] = Led{l.headline(c.of).ID, c.told(heads)}
	}
	return led, nil
}

// compose begins to gather the leads of a story.
func (l *Library) compose(ctx context.Context, r *roster.Roster, one catalog.Listed) *composer {
	c := &composer{l: l, ctx: ctx, r: r, of: one, taken: map[uint32]bool{one.Row: true}}
	c.here, c.listed = r.Index(one.Row)
	return c
}

// heads fetches the headlines of what some stories lead to, each once.
func (l *Library) heads(ctx context.Context, all ...*composer) (map[uint32]articles.Headline, error) {
	var rows []uint32
	for _, c := range all {
		for _, f := range c.leads {
			if f.row != 0 {
				rows = append(append(rows, f.row), f.copies...)
			}
		}
	}
	slices.Sort(rows)
	listed, err := l.cat().Headlines(ctx, slices.Compact(rows))
	if err != nil {
		return nil, err
	}
	complete, err := l.complete(ctx, listed)
	if err != nil {
		return nil, err
	}
	heads := make(map[uint32]articles.Headline, len(listed))
	for i, one := range listed {
		heads[one.Row] = complete[i]
	}
	return heads, nil
}
