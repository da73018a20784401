package store

import (
	"cmp"
	"context"
	"errors"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/catalog"
	"broadsheet/store/index"
	"broadsheet/store/roster"
)

// namedWhy is why a publisher's headline stands under a story.
const namedWhy = "named by the publisher"

// Related returns what a story leads to, at most n similar stories among it:
// the headlines its publisher named, found in the library or not, then the
// stories that name this one, then copies of its text, then those like it or
// pointing to the same as it. A story stands there once, as the first of these
// that it is.
func (l *Library) Related(ctx context.Context, id articles.ID, n int) ([]articles.Lead, error) {
	c, err := l.composer(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := c.relate(n); err != nil {
		return nil, err
	}
	return c.complete()
}

// relate gathers everything that the story leads to.
func (c *composer) relate(n int) error {
	c.folds = true
	for _, step := range []func() error{c.publisher, c.linkedFrom, c.copies, func() error { return c.similar(n) }, c.together} {
		if err := step(); err != nil {
			return err
		}
	}
	return nil
}

// Links returns the headlines that a story names, each with the story of the
// library that it is, where there is one.
func (l *Library) Links(ctx context.Context, id articles.ID) ([]articles.Lead, error) {
	c, err := l.composer(ctx, id)
	if err != nil {
		return nil, err
	}
	if err := c.publisher(); err != nil {
		return nil, err
	}
	return c.complete()
}

// composer finds a story, to gather its leads.
func (l *Library) composer(ctx context.Context, id articles.ID) (*composer, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return nil, err
	}
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	return l.compose(ctx, r, one), nil
}

// composer gathers the leads of one story.
type composer struct {
	l      *Library
	ctx    context.Context
	r      *roster.Roster
	of     catalog.Listed
	here   uint32 // in the roster, where listed
	listed bool   // and not committed a moment ago
	folds  bool   // copies go with the story they are of
	taken  map[uint32]bool
	named  []articles.Link // by the publisher
	leads  []found

	whole *articles.Article // the story, once it was unpacked
}

// found is a lead whose headline is yet to be fetched; row is 0 where the
// library holds none.
type found struct {
	row    uint32
	lead   articles.Lead
	copies []uint32 // rows folded into it
}

// add takes a story in, unless it is there already, with its copies.
func (c *composer) add(row uint32, lead articles.Lead) {
	if row != 0 {
		if c.taken[row] {
			return
		}
		c.taken[row] = true
	}
	c.leads = append(c.leads, found{row: row, lead: lead})
	if i, ok := c.r.Index(row); ok && c.folds && lead.Kind != articles.Copy {
		one := &c.leads[len(c.leads)-1]
		for _, copied := range c.r.Members(i) {
			if !c.taken[copied] {
				c.taken[copied] = true
				one.copies = append(one.copies, copied)
			}
		}
	}
}

// article is the story asked about, unpacked once.
func (c *composer) article() (articles.Article, error) {
	if c.whole == nil {
		a, err := c.l.unpack(c.ctx, c.of.Row)
		if err != nil {
			return a, err
		}
		c.whole = &a
	}
	return *c.whole, nil
}

func (c *composer) publisher() error {
	if any, err := c.l.cat().Names(c.ctx, c.of.Row); err != nil || !any {
		return err // most stories name none, and need not be unpacked
	}
	a, err := c.article()
	if err != nil {
		return err
	}
	c.named = a.Related
	for _, link := range a.Related {
		row, err := c.target(link)
		if err != nil {
			return err
		}
		if row == c.of.Row {
			continue // a story that names itself
		}
		c.add(row, articles.Lead{
			Kind: articles.Publisher, Named: link, URL: link.URL, Why: []string{namedWhy}, Score: 1,
			Headline: articles.Headline{Title: link.Title, Published: link.Published},
		})
	}
	return nil
}

// linkedFrom finds the stories that name this one.
func (c *composer) linkedFrom() error {
	// What an id or a title of few words names, it names within its outlet.
	sure, unsure := c.of.Keys, catalog.Keys{Publisher: c.of.Keys.Publisher}
	if sure.Publisher = 0; fewWords(c.of.Headline.Title) {
		sure.Folded, unsure.Folded = 0, sure.Folded
	}
	from, err := c.l.cat().Naming(c.ctx, sure, 0)
	if err != nil {
		return err
	}
	others, err := c.l.cat().Naming(c.ctx, unsure, 0)
	if err != nil {
		return err
	}
	for _, row := range others {
		if i, ok := c.r.Index(row); ok && c.ownOutlet(i) && !slices.Contains(from, row) {
			from = append(from, row)
		}
	}
	slices.SortFunc(from, func(a, b uint32) int {
		i, iok := c.r.Index(a)
		k, kok := c.r.Index(b)
		if !iok || !kok {
			return cmp.Compare(a, b)
		}
		return cmp.Or(cmp.Compare(c.r.Published(k), c.r.Published(i)), cmp.Compare(c.r.Keys(i).Place, c.r.Keys(k).Place))
	})
	for _, row := range from {
		c.add(row, articles.Lead{Kind: articles.LinkedFrom, Why: []string{"names this story"}, Score: 1})
	}
	return nil
}

// similar asks the index for stories like this one.
func (c *composer) similar(n int) error {
	if n <= 0 {
		return nil
	}
	return c.l.indexed(c.ctx, func(x *index.Index) error {
		near, err := x.Similar(c.ctx, c.of.Row, max(n, spreadAmong)+len(c.taken))
		if errors.Is(err, index.ErrUnknown) {
			return nil
		}
		if err != nil {
			return err
		}
		return c.neighbours(x, near, n)
	})
}

// complete fetches the headlines.
func (c *composer) complete() ([]articles.Lead, error) {
	heads, err := c.l.heads(c.ctx, c)
	if err != nil {
		return nil, err
	}
	return c.told(heads), nil
}

// told makes the leads of their headlines.
func (c *composer) told(at map[uint32]articles.Headline) []articles.Lead {
	var all []articles.Lead
	for _, f := range c.leads {
		if f.row != 0 {
			h, ok := at[f.row]
			if !ok {
				continue // it left the library a moment ago
			}
			f.lead.Headline = h
		}
		for _, row := range f.copies {
			if h, ok := at[row]; ok {
				f.lead.Copies = append(f.lead.Copies, h.ID)
			}
		}
		f.lead.Days, f.lead.Dated = daysApart(c.of.Headline.Published, f.lead.Headline.Published)
		all = append(all, f.lead)
	}
	return all
}

func daysApart(from, to articles.Date) (int, bool) {
	a, b := dayOf(from), dayOf(to)
	if a == index.NoDay || b == index.NoDay {
		return 0, false
	}
	return int(b - a), true
}
