package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/index"
	"broadsheet/store/roster"
	"broadsheet/store/threads"
)

// threadNear is how many neighbours of a story may speak for a thread.
const threadNear = 30

// threadAlone is how like two stories must be by themselves. Of any story the
// nearest two are like it to a third or more once they speak for what it is
// about: without this, four stories in five would be in some thread.
const threadAlone = 0.2

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
	slices.SortStableFunc(heads, byTime)
	return heads, nil
}

// byTime puts the earliest first and the undated last.
func byTime(a, b articles.Headline) int {
	if a.Published.IsZero() != b.Published.IsZero() {
		return cmp.Compare(b.Published.Precision(), a.Published.Precision())
	}
	return cmp.Or(a.Published.Time().Compare(b.Published.Time()), cmp.Compare(a.ID, b.ID))
}

// Threads tells which of some stories, in their order, are of one event:
// groups of at least two, each in that order, one story in one group at most.
func (l *Library) Threads(ctx context.Context, ids []articles.ID) ([][]articles.ID, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	w := &weaver{ctx: ctx, r: r, near: map[uint32][]threads.Neighbour{}}
	rows := make([]uint32, len(ids))
	at := map[uint32]int{}
	for i, id := range ids {
		one, err := l.find(ctx, id)
		if errors.Is(err, ErrUnknown) {
			continue
		}
		if err != nil {
			return nil, err
		}
		rows[i] = one.Row
		at[w.stands(one.Row)] = i
	}
	var groups [][]articles.ID
	err = l.indexed(ctx, func(x *index.Index) error {
		w.x = x
		for _, row := range rows {
			row = w.stands(row)
			if _, left := at[row]; !left {
				continue
			}
			members, err := threads.Around(row, w.like, w.before)
			if err != nil {
				return err
			}
			var places []int
			for _, m := range members {
				if i, ok := at[m]; ok {
					places = append(places, i)
				}
			}
			if len(places) < 2 {
				continue
			}
			slices.Sort(places)
			var group []articles.ID
			for _, i := range places {
				group = append(group, ids[i])
				delete(at, w.stands(rows[i]))
			}
			groups = append(groups, group)
		}
		return nil
	})
	return groups, err
}

// thread lists the stories of the event around a row, one of those with the
// same text.
func (l *Library) thread(ctx context.Context, row uint32) (rows []uint32, err error) {
	err = l.indexed(ctx, func(x *index.Index) error {
		w := &weaver{ctx: ctx, x: x, r: l.roster.Load(), own: row, near: map[uint32][]threads.Neighbour{}}
		rows, err = threads.Around(row, w.like, w.before)
		return err
	})
	return rows, err
}

// weaver tells threads what is like what. Of stories with the same text it
// knows only one.
type weaver struct {
	ctx  context.Context
	x    *index.Index
	r    *roster.Roster
	own  uint32 // stands for its copies whoever leads them, where not 0
	near map[uint32][]threads.Neighbour
}

// before tells two stories apart that are as near: by where they lie, which
// does not depend on when they were read.
func (w *weaver) before(a, b uint32) int {
	i, iok := w.r.Index(a)
	k, kok := w.r.Index(b)
	if iok && kok {
		return cmp.Or(cmp.Compare(w.r.Keys(i).Place, w.r.Keys(k).Place), cmp.Compare(a, b))
	}
	return cmp.Compare(a, b)
}

// stands is the row that stands for one and its copies.
func (w *weaver) stands(row uint32) uint32 {
	i, ok := w.r.Index(row)
	if !ok {
		return row
	}
	leader := w.r.Leader(i)
	if own, ok := w.r.Index(w.own); ok && w.r.Leader(own) == leader {
		return w.own
	}
	return w.r.Row(leader)
}

func (w *weaver) like(key uint32) ([]threads.Neighbour, error) {
	if told, ok := w.near[key]; ok {
		return told, nil
	}
	like, err := w.x.Nearest(w.ctx, key, threadNear)
	if errors.Is(err, index.ErrUnknown) {
		err = nil
	}
	var told []threads.Neighbour
	met := map[uint32]bool{}
	for _, n := range like { // the most like one comes first
		if n.Key = w.stands(n.Key); !met[n.Key] {
			met[n.Key] = true
			told = append(told, threads.Neighbour{Key: n.Key, Like: n.Score * min(1, n.Alone/threadAlone)})
		}
	}
	w.near[key] = told
	return told, err
}
