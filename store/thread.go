package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/index"
	"broadsheet/store/threads"
)

// threadNear is how many neighbours of a story may speak for a thread.
const threadNear = 30

// Thread returns the stories of the event that a story belongs to, itself
// among them, the earliest first and the undated last; nothing where the story
// stands alone.
func (l *Library) Thread(ctx context.Context, id articles.ID) ([]articles.Headline, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return nil, err
	}
	if _, err := l.ready(ctx); err != nil {
		return nil, err
	}
	rows, err := l.thread(ctx, one.Row)
	if err != nil || len(rows) < 2 {
		return nil, err
	}
	listed, err := l.cat().Headlines(ctx, rows)
	if err != nil {
		return nil, err
	}
	heads, err := l.complete(ctx, listed)
	if err != nil {
		return nil, err
	}
	slices.SortStableFunc(heads, func(a, b articles.Headline) int {
		if a.Published.IsZero() != b.Published.IsZero() {
			return cmp.Compare(b.Published.Precision(), a.Published.Precision())
		}
		return cmp.Or(a.Published.Time().Compare(b.Published.Time()), cmp.Compare(a.ID, b.ID))
	})
	return heads, nil
}

func (l *Library) thread(ctx context.Context, row uint32) (rows []uint32, err error) {
	err = l.indexed(ctx, func(x *index.Index) error {
		near := func(key uint32) ([]threads.Neighbour, error) {
			like, err := x.Similar(ctx, key, threadNear)
			if errors.Is(err, index.ErrUnknown) {
				return nil, nil
			}
			told := make([]threads.Neighbour, len(like))
			for i, n := range like {
				told[i] = threads.Neighbour{Key: n.Key, Like: n.Score}
			}
			return told, err
		}
		rows, err = threads.Around(row, near, cmp.Compare[uint32])
		return err
	})
	return rows, err
}
