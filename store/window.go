package store

import (
	"context"

	"broadsheet/articles"
	"broadsheet/store/roster"
)

// Headlines returns the n headlines of a view from the given index. A query
// that cannot be understood is a Window with a Problem, not an error.
func (l *Library) Headlines(ctx context.Context, v View, from, n int) (Window, error) {
	from, n = max(from, 0), max(n, 0)
	if l.roster.Load() == nil && !v.Filtered() && (v.Sort == SortAuto || v.Sort == SortNewest) {
		return l.first(ctx, v, from, n)
	}
	r, err := l.ready(ctx)
	if err != nil {
		return Window{}, err
	}
	o, err := l.order(ctx, r, v, from+n)
	if err != nil {
		return Window{}, err
	}
	w := Window{
		From: from, Total: o.total, Unread: o.unread,
		All: r.Len(), AllUnread: o.all.left(v), Problem: o.problem,
	}
	if !v.Copies {
		w.All, w.Folded = o.all.leaders, r.Len()-o.all.leaders
	}
	index := o.window(from, n)
	rows := make([]uint32, len(index))
	for i, at := range index {
		rows[i] = r.Row(at)
	}
	w.Items, err = l.items(ctx, rows)
	return w, err
}

// first answers from the catalogue alone while the roster is being loaded.
func (l *Library) first(ctx context.Context, v View, from, n int) (Window, error) {
	defer l.warmSoon()
	count, err := l.cat().Counters(ctx)
	if err != nil {
		return Window{}, err
	}
	folded, newest := count.Copies, l.cat().NewestFolded
	if v.Copies {
		folded, newest = 0, l.cat().Newest
	}
	total := count.Stories - folded
	w := Window{From: from, Total: total, All: total, Folded: folded, Unread: Unknown, AllUnread: Unknown}
	rows, err := newest(ctx, from, n)
	if err != nil {
		return w, err
	}
	copies, err := l.cat().CopiesOf(ctx, rows)
	if err != nil {
		return w, err
	}
	heads, err := l.complete(ctx, rows)
	for i, h := range heads {
		h.Copies = copies[rows[i].Row]
		w.Items = append(w.Items, h)
	}
	return w, err
}

// items fetches headlines. A story that left the catalogue since the order
// was made keeps its line, so that none below it moves.
func (l *Library) items(ctx context.Context, rows []uint32) ([]articles.Headline, error) {
	found, err := l.cat().Headlines(ctx, rows)
	if err != nil {
		return nil, err
	}
	heads, err := l.complete(ctx, found)
	if err != nil {
		return nil, err
	}
	items := make([]articles.Headline, len(rows))
	k := 0
	for i, row := range rows {
		if k >= len(found) || found[k].Row != row {
			items[i].Title = "(no longer in the library)"
			continue
		}
		items[i] = heads[k]
		k++
	}
	return items, nil
}

// IndexOf tells where in a view a story stands, or -1.
func (l *Library) IndexOf(ctx context.Context, v View, id articles.ID) (int, error) {
	one, err := l.find(ctx, id)
	if err == ErrUnknown {
		return -1, nil
	}
	if err != nil {
		return -1, err
	}
	r, o, err := l.ordered(ctx, v)
	if err != nil {
		return -1, err
	}
	at, ok := r.Index(one.Row)
	if !ok {
		return -1, nil
	}
	if i := o.position(at); i >= 0 || v.Copies {
		return i, nil
	}
	for _, row := range r.Members(at) { // one of them stands for it
		if other, ok := r.Index(row); ok {
			if i := o.position(other); i >= 0 {
				return i, nil
			}
		}
	}
	return -1, nil
}

// NextUnread is the index in a view of the nearest unread story after from, or
// before it where step is negative; -1 where there is none.
func (l *Library) NextUnread(ctx context.Context, v View, from, step int) (int, error) {
	_, o, err := l.ordered(ctx, v)
	if err != nil {
		return -1, err
	}
	if step == 0 {
		step = 1
	}
	step /= max(step, -step)
	for i := from + step; i >= 0 && i < o.total; i += step {
		if !o.all.read(o.at(i)) {
			return i, nil
		}
	}
	return -1, nil
}

// Sources lists the outlets of the library, the largest first.
func (l *Library) Sources(ctx context.Context) ([]Source, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	f := l.flags(r)
	var all []Source
	for _, s := range r.Sources() {
		stories := r.Fold(s.Stories)
		one := Source{Name: s.Name, Total: len(stories)}
		for _, i := range stories {
			if !f.read(i) {
				one.Unread++
			}
		}
		all = append(all, one)
	}
	return all, nil
}

func (l *Library) ordered(ctx context.Context, v View) (*roster.Roster, *order, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return nil, nil, err
	}
	o, err := l.order(ctx, r, v, r.Len())
	return r, o, err
}

// Each calls do with every headline of a view, in order, some hundreds at a
// time. It is for commands that print a whole library.
func (l *Library) Each(ctx context.Context, v View, do func(articles.Headline) error) error {
	r, o, err := l.ordered(ctx, v)
	if err != nil {
		return err
	}
	for from := 0; from < o.total; from += 512 {
		index := o.window(from, 512)
		rows := make([]uint32, len(index))
		for i, at := range index {
			rows[i] = r.Row(at)
		}
		found, err := l.cat().Headlines(ctx, rows)
		if err != nil {
			return err
		}
		heads, err := l.complete(ctx, found)
		if err != nil {
			return err
		}
		for _, h := range heads {
			if err := do(h); err != nil {
				return err
			}
		}
	}
	return nil
}

// titles reads every title, for the one order that needs them.
func (l *Library) titles(ctx context.Context, do func(row uint32, title string)) error {
	for t, err := range l.cat().Titles(ctx) {
		if err != nil {
			return err
		}
		do(t.Row, t.Title)
	}
	return nil
}
