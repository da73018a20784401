package store

import (
	"broadsheet/articles"
	"broadsheet/store/copies"
	"broadsheet/store/index"
)

// copyLike is how like a story a neighbour must be for its text to be
// compared: a copy cut to half its length and dated weeks later still is.
const copyLike = 0.3

// sortOut tells the copies of the story among its neighbours from the similar
// ones, and folds similar ones with the same text as a better one into it.
func (c *composer) sortOut(near []index.Neighbour, n int) error {
	own, err := c.prepared(c.of.Row)
	if err != nil {
		return err
	}
	var similar []shown
	for _, one := range near {
		if c.taken[one.Key] {
			continue
		}
		if one.Score < copyLike {
			similar = append(similar, shown{one: one})
			continue
		}
		text, err := c.prepared(one.Key)
		if err != nil {
			return err
		}
		if copies.Same(own, text) {
			c.add(one.Key, articles.Lead{Kind: articles.Copy, Why: []string{"the same text"}, Score: one.Score})
			continue
		}
		similar = fold(similar, shown{one: one, text: text, known: true})
	}
	for _, s := range similar[:min(n, len(similar))] {
		c.add(s.one.Key, articles.Lead{Kind: articles.Similar, Why: s.one.Terms, Score: s.one.Score})
		c.leads[len(c.leads)-1].copies = s.copies
	}
	return nil
}

// shown is a similar story, with those that are folded into it.
type shown struct {
	one    index.Neighbour
	text   copies.Text
	known  bool // text was compared
	copies []uint32
}

// fold adds a story, to the first with the same text if there is one.
func fold(all []shown, s shown) []shown {
	for i := range all {
		if all[i].known && copies.Same(all[i].text, s.text) {
			all[i].copies = append(all[i].copies, s.one.Key)
			return all
		}
	}
	return append(all, s)
}

func (c *composer) prepared(row uint32) (copies.Text, error) {
	a, err := c.l.unpack(c.ctx, row)
	if err != nil {
		return copies.Text{}, err
	}
	return copies.Prepare(a.Text), nil
}
