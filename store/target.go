package store

import (
	"cmp"
	"strings"

	"broadsheet/articles"
	"broadsheet/store/address"
	"broadsheet/store/catalog"
	"broadsheet/store/index"
	"broadsheet/store/resolve"
	"broadsheet/store/roster"
)

// target finds the story that a headline names: by the publisher's id, by
// address, by the very title, by a title much like it. 0 is none.
//
// The ids of two outlets have nothing to do with each other. A title of few
// words ("Weather", "Letters") names a story only within its outlet. And one
// that stands over stories of different weeks names none of them, unless the
// headline has a date: to link the wrong one is worse than to link none.
func (c *composer) target(link articles.Link) (uint32, error) {
	if row, n := c.nearest(roster.Wanted{Publishers: keys(link.ID)}, &match{admit: c.ownOutlet}); n > 0 {
		return row, nil
	}
	if row, n := c.nearest(roster.Wanted{URLs: keys(address.Canonical(link.URL))}, &match{}); n > 0 {
		return row, nil
	}
	byTitle := roster.Wanted{Folded: keys(resolve.Fold(link.Title))}
	own := match{admit: c.ownOutlet}
	if row, n := c.nearest(byTitle, &own); n > 0 {
		if n == 1 || own.spread() <= oneEvent {
			return row, nil
		}
		row, _ = c.nearest(byTitle, &match{admit: func(i uint32) bool {
			on := dayOf(link.Published)
			return c.ownOutlet(i) && on != index.NoDay && abs(c.r.Published(i)/day-int64(on)) <= 1
		}})
		return row, nil // or none, of a column that bears the same title every week
	}
	if fewWords(link.Title) {
		return 0, nil
	}
	if row, n := c.nearest(byTitle, &match{}); n > 0 {
		return row, nil
	}
	return c.titled(link)
}

// likelyTitles is how many stories are compared with a headline by title.
const likelyTitles = 24

// oneEvent is how far apart stories with one title may lie and still be
// versions of one story.
const oneEvent = 4 * day

func fewWords(title string) bool { return len(resolve.Words(title)) < 4 }

func keys(s string) map[uint64]bool {
	if s == "" {
		return nil
	}
	return map[uint64]bool{catalog.Hash(s): true}
}

// match is what is asked of stories that answer to a key, and what was found.
type match struct {
	admit       func(i uint32) bool // nil is any
	first, last int64               // when those found were published
}

func (m *match) spread() int64 { return m.last - m.first }

// nearest is the story that answers to a key; of several the one of the same
// outlet, then the one nearest in time. n is how many there are, copies of one
// text counted once.
func (c *composer) nearest(w roster.Wanted, m *match) (row uint32, n int) {
	best, leaders := uint32(0), map[uint32]bool{}
	c.r.Match(w, func(i uint32) {
		if m.admit != nil && !m.admit(i) {
			return
		}
		at := c.r.Published(i)
		if len(leaders) == 0 {
			best, m.first, m.last = i, at, at
		} else if c.closer(c.here, i, best) {
			best = i
		}
		m.first, m.last = min(m.first, at), max(m.last, at)
		leaders[c.r.Leader(i)] = true
	})
	if len(leaders) == 0 {
		return 0, 0
	}
	return c.r.Row(best), len(leaders)
}

// ownOutlet reports whether a story may be of the outlet of the one asked
// about: of many it is not known.
func (c *composer) ownOutlet(i uint32) bool {
	own, other := c.of.Headline.Source, c.r.Source(i)
	return own == "" || other == "" || own == other
}

func (c *composer) closer(here, a, b uint32) bool {
	if !c.listed {
		return false
	}
	if x, y := c.r.Source(a) == c.r.Source(here), c.r.Source(b) == c.r.Source(here); x != y {
		return x
	}
	gap := func(i uint32) int64 { return abs(c.r.Published(i) - c.r.Published(here)) }
	return cmp.Or(cmp.Compare(gap(a), gap(b)), cmp.Compare(c.r.Keys(a).Place, c.r.Keys(b).Place)) < 0
}

func abs(n int64) int64 { return max(n, -n) }

// titled asks the index for stories with the words of the title, and lets
// resolve say whether one of them is meant.
func (c *composer) titled(link articles.Link) (uint32, error) {
	words := strings.Join(resolve.Words(link.Title), " ")
	var rows []uint32
	err := c.l.indexed(c.ctx, func(x *index.Index) (err error) {
		rows, err = x.Titled(c.ctx, words, likelyTitles)
		return err
	})
	if err != nil {
		return 0, err
	}
	listed, err := c.l.cat().Headlines(c.ctx, rows)
	if err != nil {
		return 0, err
	}
	candidates := make([]resolve.Headline, len(listed))
	for i, one := range listed {
		candidates[i] = titleOf(one.Headline.Title, one.Headline.Source, one.Headline.Published)
	}
	want := titleOf(link.Title, c.of.Headline.Source, link.Published)
	if best := resolve.Best(want, candidates); best >= 0 {
		return listed[best].Row, nil
	}
	return 0, nil
}

func titleOf(title, source string, d articles.Date) resolve.Headline {
	h := resolve.Headline{Title: title, Source: source, Day: resolve.NoDay}
	if on := dayOf(d); on != index.NoDay {
		h.Day = on
	}
	return h
}
