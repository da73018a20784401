package ui

import (
	"context"
	"slices"
	"sync"

	"broadsheet/articles"
)

// weaver is a shelf that also knows the order by thread: stories of one event
// together, the thread with the newest story first, then the stories that
// stand alone. Which stories belong together costs a search for each, so it
// is told for the newest of a view and not for a library.
type weaver struct {
	Shelf
	mu     sync.Mutex
	ids    []articles.ID // the stories that groups is about, in their order
	groups [][]articles.ID
}

// woven is how many stories of a view are put in the order by thread.
const woven = 160

// Headlines serves the order by thread, and leaves the others to the shelf.
func (w *weaver) Headlines(ctx context.Context, v View, from, n int) (Window, error) {
	if v.Sort != SortThread {
		return w.Shelf.Headlines(ctx, v, from, n)
	}
	all, err := w.all(ctx, v)
	if err != nil || all.Problem != nil {
		return all, err
	}
	all.Total, all.From = len(all.Items), from
	from = clamp(from, 0, all.Total)
	all.Items = all.Items[from:min(from+n, all.Total)]
	return all, nil
}

// IndexOf tells where a story stands.
func (w *weaver) IndexOf(ctx context.Context, v View, id articles.ID) (int, error) {
	if v.Sort != SortThread {
		return w.Shelf.IndexOf(ctx, v, id)
	}
	all, err := w.all(ctx, v)
	return slices.IndexFunc(all.Items, func(it Item) bool { return it.ID == id }), err
}

// NextUnread tells where the next unread story stands.
func (w *weaver) NextUnread(ctx context.Context, v View, from, step int) (int, error) {
	if v.Sort != SortThread {
		return w.Shelf.NextUnread(ctx, v, from, step)
	}
	all, err := w.all(ctx, v)
	for i := from + step; i >= 0 && i < len(all.Items) && err == nil; i += step {
		if !all.Items[i].Marks.Read {
			return i, nil
		}
	}
	return -1, err
}

// all is the newest stories of a view in the order by thread.
func (w *weaver) all(ctx context.Context, v View) (Window, error) {
	v.Sort = SortNewest
	all, err := w.Shelf.Headlines(ctx, v, 0, woven)
	if err != nil || all.Problem != nil {
		return all, err
	}
	ids := make([]articles.ID, len(all.Items))
	for i, it := range all.Items {
		ids[i] = it.ID
	}
	groups, err := w.together(ctx, ids)
	all.Items = weave(all.Items, groups)
	return all, err
}

// together tells which stories are of one event, as it did before where it is
// asked for the same ones again.
func (w *weaver) together(ctx context.Context, ids []articles.ID) ([][]articles.ID, error) {
	w.mu.Lock()
	known, groups := slices.Equal(ids, w.ids), w.groups
	w.mu.Unlock()
	if known && len(ids) > 0 {
		return groups, nil
	}
	groups, err := w.Shelf.Threads(ctx, ids)
	if err != nil {
		return nil, err
	}
	w.mu.Lock()
	w.ids, w.groups = ids, groups
	w.mu.Unlock()
	return groups, nil
}

// weave puts stories, the newest first, in the order by thread. A thread has
// the name of its first story.
func weave(items []Item, groups [][]articles.ID) []Item {
	of := map[articles.ID]int{}
	for g, ids := range groups {
		for _, id := range ids {
			of[id] = g
		}
	}
	var out, alone []Item
	done := make([]bool, len(groups))
	for _, it := range items {
		g, threaded := of[it.ID]
		switch {
		case !threaded:
			alone = append(alone, it)
		case !done[g]:
			done[g] = true
			first := len(out)
			for _, member := range items {
				if at, ok := of[member.ID]; ok && at == g {
					out = append(out, member)
				}
			}
			for i := first; i < len(out); i++ {
				out[i].Thread = out[len(out)-1].Title
				out[i].Threaded = len(out) - first
			}
		}
	}
	return append(out, alone...)
}
