package store

import (
	"cmp"
	"context"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync"

	"broadsheet/articles"
	"broadsheet/store/address"
	"broadsheet/store/catalog"
	"broadsheet/store/resolve"
	"broadsheet/store/roster"
)

// Absent is a headline that stories of the library name and the library lacks.
type Absent struct {
	articles.Link
	Stories []articles.ID // that name it, the newest first
	Last    articles.Date // when the newest of them was published
}

// Absent lists the headlines that the stories of the library name and that it
// lacks, those first that most stories name. A headline is one whether it goes
// by an address, by the publisher's id or by its title alone.
func (l *Library) Absent(ctx context.Context) ([]Absent, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	groups, err := gather(l.cat().Links(ctx), r)
	if err != nil {
		return nil, err
	}
	lacking, err := l.lacking(ctx, r, groups)
	if err != nil {
		return nil, err
	}
	var all []Absent
	for _, g := range lacking {
		one, err := l.absent(ctx, r, g)
		if err != nil {
			return nil, err
		}
		all = append(all, one)
	}
	slices.SortStableFunc(all, func(a, b Absent) int {
		return cmp.Or(
			cmp.Compare(len(b.Stories), len(a.Stories)),
			b.Last.Time().Compare(a.Last.Time()),
			strings.Compare(a.Title, b.Title), strings.Compare(a.URL, b.URL),
		)
	})
	return all, nil
}

// named is a headline with the stories that name it, by roster index.
type named struct {
	link articles.Link
	by   []uint32
}

// gather makes one of headlines that have a key in common.
func gather(links iter.Seq2[catalog.Link, error], r *roster.Roster) ([]*named, error) {
	at := map[string]*named{}
	var all []*named
	for one, err := range links {
		if err != nil {
			return nil, err
		}
		by, ok := r.Index(one.Story)
		if !ok {
			continue
		}
		keys := namesOf(one.Link, r.Source(by))
		var g *named
		for _, k := range keys {
			if g = at[k]; g != nil {
				break
			}
		}
		if g == nil {
			g = &named{link: one.Link}
			all = append(all, g)
		}
		for _, k := range keys {
			if at[k] == nil {
				at[k] = g
			}
		}
		g.take(one.Link)
		if !slices.Contains(g.by, by) {
			g.by = append(g.by, by)
		}
	}
	return all, nil
}

// namesOf is what a headline goes by. An id means something within one outlet,
// and so does a title of few words.
func namesOf(link articles.Link, source string) (keys []string) {
	if u := address.Canonical(link.URL); u != "" {
		keys = append(keys, "u"+u)
	}
	if link.ID != "" {
		keys = append(keys, "i"+source+"\x00"+link.ID)
	}
	switch folded := resolve.Fold(link.Title); {
	case folded == "":
	case fewWords(link.Title):
		keys = append(keys, "t"+source+"\x00"+folded)
	default:
		keys = append(keys, "t"+folded)
	}
	return keys
}

// take adds what another naming of the same headline knows: the fullest title,
// and the address that says least of where the visitor came from.
func (g *named) take(link articles.Link) {
	g.link.Title = better(g.link.Title, link.Title, len(link.Title)-len(g.link.Title))
	g.link.URL = better(g.link.URL, link.URL, len(g.link.URL)-len(link.URL))
	g.link.ID = better(g.link.ID, link.ID, 0)
	if link.Published.Precision() > g.link.Published.Precision() {
		g.link.Published = link.Published
	}
}

// better is b where it is better by so much, and of two as good the same
// whichever came first.
func better(a, b string, by int) string {
	if b != "" && (a == "" || by > 0 || by == 0 && b < a) {
		return b
	}
	return a
}

// lacking leaves those that resolve to no story, whichever story names them.
func (l *Library) lacking(ctx context.Context, r *roster.Roster, groups []*named) ([]*named, error) {
	lacks := make([]bool, len(groups))
	errs := make([]error, runtime.GOMAXPROCS(0))
	var workers sync.WaitGroup
	for w := range errs {
		workers.Go(func() {
			for i := w; i < len(groups) && errs[w] == nil; i += len(errs) {
				lacks[i], errs[w] = l.lacks(ctx, r, groups[i])
			}
		})
	}
	workers.Wait()
	var left []*named
	for i, g := range groups {
		if lacks[i] {
			left = append(left, g)
		}
	}
	return left, cmp.Or(errs...)
}

// lacks asks once for every outlet that names the headline.
func (l *Library) lacks(ctx context.Context, r *roster.Roster, g *named) (bool, error) {
	asked := map[string]bool{}
	for _, by := range g.by {
		source := r.Source(by)
		if asked[source] {
			continue
		}
		asked[source] = true
		c := &composer{l: l, ctx: ctx, r: r, here: by, listed: true}
		c.of.Row, c.of.Headline.Source = r.Row(by), source
		row, err := c.target(g.link)
		if err != nil || row != 0 {
			return false, err
		}
	}
	return true, nil
}

func (l *Library) absent(ctx context.Context, r *roster.Roster, g *named) (Absent, error) {
	slices.SortFunc(g.by, func(a, b uint32) int {
		return cmp.Or(cmp.Compare(r.Published(b), r.Published(a)), cmp.Compare(r.Keys(a).Place, r.Keys(b).Place))
	})
	rows := make([]uint32, len(g.by))
	for i, by := range g.by {
		rows[i] = r.Row(by)
	}
	one := Absent{Link: g.link}
	listed, err := l.cat().Headlines(ctx, rows)
	for i, s := range listed {
		if i == 0 {
			one.Last = s.Headline.Published
		}
		one.Stories = append(one.Stories, l.headline(s).ID)
	}
	return one, err
}
