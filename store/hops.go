package store

import (
	"cmp"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/catalog"
	"broadsheet/store/resolve"
)

const (
	// fewPointing bounds who may say "both point to": a headline that more
	// stories name stands on every page of its outlet and joins none of them.
	fewPointing = 12
	// hopScore is what a headline named by both adds to a story that is not
	// like this one otherwise.
	hopScore = 0.1
	leastHop = 2 // headlines that both must name for that
)

// together finds the stories that point to what this one points to, says so
// where they stand among the leads, and adds those that do not.
func (c *composer) together() error {
	if len(c.named) == 0 {
		return nil
	}
	links, err := c.l.linksTo(c.ctx)
	if err != nil {
		return err
	}
	both := map[uint32][]string{}
	for _, link := range c.named {
		from := links.naming(catalog.Keys{
			URL: catalog.Hash(canonical(link.URL)), Folded: catalog.Hash(longFold(link.Title)),
		})
		if len(from) > fewPointing {
			continue
		}
		for _, row := range from {
			if row != c.of.Row {
				both[row] = append(both[row], link.Title)
			}
		}
	}
	for i := range c.leads {
		if f := &c.leads[i]; f.lead.Kind == articles.Similar && len(both[f.row]) > 0 {
			f.lead.Why = append([]string{bothPoint(both[f.row])}, f.lead.Why...)
		}
	}
	var more []uint32
	for row, titles := range both {
		if _, ok := c.r.Index(row); ok && len(titles) >= leastHop && !c.taken[row] {
			more = append(more, row)
		}
	}
	slices.SortFunc(more, func(a, b uint32) int {
		i, _ := c.r.Index(a)
		k, _ := c.r.Index(b)
		return cmp.Or(cmp.Compare(len(both[b]), len(both[a])), cmp.Compare(c.r.Keys(i).Place, c.r.Keys(k).Place))
	})
	for _, row := range more {
		score := min(.5, hopScore*float64(len(both[row])))
		c.add(row, articles.Lead{Kind: articles.Similar, Why: []string{bothPoint(both[row])}, Score: score})
	}
	from := slices.IndexFunc(c.leads, func(f found) bool { return f.lead.Kind == articles.Similar })
	if from >= 0 {
		slices.SortStableFunc(c.leads[from:], func(a, b found) int { return cmp.Compare(b.lead.Score, a.lead.Score) })
	}
	return nil
}

func bothPoint(titles []string) string { return "both point to “" + titles[0] + "”" }

// longFold is a folded title that can name a story by itself.
func longFold(title string) string {
	if fewWords(title) {
		return ""
	}
	return resolve.Fold(title)
}
