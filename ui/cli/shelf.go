package cli

import (
	"context"
	"runtime/debug"
	"sync"
	"time"

	"broadsheet/articles"
	"broadsheet/store"
	"broadsheet/ui"
)

// shelf lets the reader ask the store in the reader's own words: neither
// knows the other's types.
type shelf struct {
	*library
	watch func() // begins to watch the folders; called after the first scan
	first *first
}

func newShelf(lib *library, watch func()) shelf {
	return shelf{lib, watch, &first{told: make(chan struct{})}}
}

// first lets the first headlines be drawn before a scan takes the machine.
type first struct {
	once sync.Once
	told chan struct{} // closed when they are
}

// firstWait is how long a scan waits for a list that nobody draws.
const firstWait = 300 * time.Millisecond

func (f *first) done() { f.once.Do(func() { close(f.told) }) }

// wait returns when the first headlines have been drawn.
func (f *first) wait(ctx context.Context) {
	select {
	case <-f.told:
	case <-time.After(firstWait):
	case <-ctx.Done():
	}
}

// drawn is told that the first headlines are on the screen. What the library
// has to load comes before what has changed in its folders.
func (s shelf) drawn() {
	debug.SetGCPercent(gcPercent)
	s.library.Warm()
	s.first.done()
}

func (s shelf) Headlines(ctx context.Context, v ui.View, from, n int) (ui.Window, error) {
	w, err := s.library.Headlines(ctx, storeView(v), from, n)
	if err != nil {
		return ui.Window{}, err
	}
	out := ui.Window{
		From: w.From, Total: w.Total, Unread: w.Unread, All: w.All, Folded: w.Folded, AllUnread: w.AllUnread,
		Problem: (*ui.QueryProblem)(w.Problem),
	}
	for _, h := range w.Items {
		out.Items = append(out.Items, ui.Item{Headline: h})
	}
	if w.All == 0 {
		s.first.done() // nothing can be drawn before it is read
	}
	return out, nil
}

func (s shelf) Snippets(ctx context.Context, v ui.View, ids []articles.ID) ([]ui.Snippet, error) {
	snippets, err := s.library.Snippets(ctx, storeView(v), ids)
	var out []ui.Snippet
	for _, p := range snippets {
		out = append(out, ui.Snippet(p))
	}
	return out, err
}

func (s shelf) IndexOf(ctx context.Context, v ui.View, id articles.ID) (int, error) {
	return s.library.IndexOf(ctx, storeView(v), id)
}

func (s shelf) NextUnread(ctx context.Context, v ui.View, from, step int) (int, error) {
	return s.library.NextUnread(ctx, storeView(v), from, step)
}

func (s shelf) Sources(ctx context.Context) ([]ui.Source, error) {
	sources, err := s.library.Sources(ctx)
	var out []ui.Source
	for _, source := range sources {
		out = append(out, ui.Source(source))
	}
	return out, err
}

func (s shelf) Facets(ctx context.Context, v ui.View) (ui.Facets, error) {
	f, err := s.library.Facets(ctx, storeView(v))
	part := func(all []store.Facet) []ui.Facet {
		var out []ui.Facet
		for _, one := range all {
			out = append(out, ui.Facet(one))
		}
		return out
	}
	return ui.Facets{
		Total: f.Total, Unread: f.Unread, Starred: f.Starred, Sources: part(f.Sources),
		Months: part(f.Months), Tags: part(f.Tags), Languages: part(f.Languages),
	}, err
}

func (s shelf) Searches(ctx context.Context) ([]ui.SavedSearch, error) {
	saved, err := s.library.Searches(ctx)
	var out []ui.SavedSearch
	for _, one := range saved {
		out = append(out, ui.SavedSearch(one))
	}
	return out, err
}

func (s shelf) SaveSearch(ctx context.Context, one ui.SavedSearch) error {
	return s.library.SaveSearch(ctx, store.SavedSearch(one))
}

func (s shelf) Mark(ctx context.Context, id articles.ID, c ui.Change) (articles.Marks, error) {
	return s.library.Mark(ctx, id, store.Change(c))
}

func (s shelf) Pictures(ctx context.Context, id articles.ID) ([]ui.Picture, error) {
	pictures, err := s.library.Pictures(ctx, id)
	var out []ui.Picture
	for _, p := range pictures {
		out = append(out, ui.Picture(p))
	}
	return out, err
}

func (s shelf) Notes(ctx context.Context) ([]articles.Headline, error) {
	noted, err := s.library.Noted(ctx, false)
	var out []articles.Headline
	for _, n := range noted {
		out = append(out, n.Headline)
	}
	return out, err
}

func (s shelf) Scan(ctx context.Context, report func(ui.Progress)) error {
	s.first.wait(ctx)
	err := s.library.Scan(ctx, func(p store.Progress) {
		report(ui.Progress{Doing: p.Doing, Done: p.Done, Total: p.Total, Stories: p.Stories, Failed: p.Failed})
	})
	if err == nil {
		s.watch()
	}
	return err
}

func (s shelf) Problems(ctx context.Context) ([]ui.Problem, error) {
	problems, err := s.library.Problems(ctx)
	var out []ui.Problem
	for _, p := range problems {
		out = append(out, ui.Problem(p))
	}
	return out, err
}

func storeView(v ui.View) store.View {
	return store.View{
		Query: v.Query, Live: v.Live, Sort: store.Sort(v.Sort),
		Unread: v.Unread, Starred: v.Starred, Source: v.Source, Copies: v.Copies,
		Month: v.Month, Language: v.Language, Tag: v.Tag,
	}
}
