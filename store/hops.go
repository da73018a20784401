package store

import (
	"cmp"
	"slices"

	"broadsheet/articles"
	"broadsheet/store/address"
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

	// fewLinking is the same of a page that their prose leads to, copies
	// counted once; in a small library less.
	fewLinking = 6
	pageScore  = 0.2 // of the first page that both link to
	mostJoint  = 0.5 // however much two stories that are not alike point to
)

// joint is what a story points to as well as the one asked about.
type joint struct {
	say   string
	score float64 // 0 where it brings no story that is not like this one
}

// together finds the stories that point to what this one points to, says so
// where they stand among the leads, and adds those that do not.
func (c *composer) together() error {
	joints, err := c.sameHeadlines()
	if err != nil {
		return err
	}
	pages, err := c.samePages()
	if err != nil {
		return err
	}
	for row, j := range pages {
		if also, ok := joints[row]; ok {
			j.say, j.score = also.say, min(mostJoint, j.score+also.score)
		}
		joints[row] = j
	}
	for i := range c.leads {
		if f := &c.leads[i]; f.lead.Kind == articles.Similar {
			f.lead.Joint = joints[f.row].say
		}
	}
	var more []uint32
	for row, j := range joints {
		if _, ok := c.r.Index(row); ok && j.score > 0 && !c.taken[row] {
			more = append(more, row)
		}
	}
	slices.SortFunc(more, func(a, b uint32) int {
		i, _ := c.r.Index(a)
		k, _ := c.r.Index(b)
		return cmp.Or(cmp.Compare(joints[b].score, joints[a].score), cmp.Compare(c.r.Keys(i).Place, c.r.Keys(k).Place))
	})
	for _, row := range more {
		c.rank(row, articles.Lead{Kind: articles.Similar, Joint: joints[row].say, Score: joints[row].score})
	}
	return nil
}

// rank takes a story in before the first of those that it is more like than.
func (c *composer) rank(row uint32, lead articles.Lead) {
	at := slices.IndexFunc(c.leads, func(f found) bool {
		return f.lead.Kind == articles.Similar && f.lead.Score < lead.Score
	})
	last := len(c.leads)
	if c.add(row, lead); at >= 0 && len(c.leads) > last {
		one := c.leads[last]
		c.leads = slices.Insert(c.leads[:last], at, one)
	}
}

// sameHeadlines finds the stories that name a headline which this one names.
func (c *composer) sameHeadlines() (map[uint32]joint, error) {
	joints := map[uint32]joint{}
	if len(c.named) == 0 {
		return joints, nil
	}
	times := map[uint32]int{}
	for _, link := range c.named {
		from, err := c.l.cat().Naming(c.ctx, catalog.Keys{
			URL: catalog.Hash(address.Canonical(link.URL)), Folded: catalog.Hash(longFold(link.Title)),
		}, fewPointing+1)
		if err != nil {
			return nil, err
		}
		if len(from) > fewPointing {
			continue
		}
		for _, row := range from {
			if row == c.of.Row {
				continue
			}
			j := joints[row]
			if times[row]++; times[row] == 1 {
				j.say = "both point to “" + link.Title + "”"
			}
			if times[row] >= leastHop {
				j.score = min(mostJoint, hopScore*float64(times[row]))
			}
			joints[row] = j
		}
	}
	return joints, nil
}

// samePages finds the stories whose prose leads to a page outside that the
// prose of this one leads to.
func (c *composer) samePages() (map[uint32]joint, error) {
	joints := map[uint32]joint{}
	a, err := c.article()
	if err != nil {
		return nil, err
	}
	few := min(fewLinking, max(2, c.r.Len()/4))
	pages := address.Outside(a)
	leading, err := c.l.cat().Leading(c.ctx, pages, leadingRead)
	if err != nil {
		return nil, err
	}
	for k, rows := range leading {
		if len(rows) == leadingRead || c.texts(rows) > few {
			continue // of every page of some outlet
		}
		for _, row := range rows {
			j := joints[row]
			if j.say == "" {
				j.say = "both link to " + address.Brief(pages[k])
				j.score = pageScore - hopScore
			}
			j.score = min(mostJoint, j.score+hopScore)
			joints[row] = j
		}
	}
	delete(joints, c.of.Row)
	return joints, nil
}

// leadingRead is how many stories of one page are looked at, copies among them.
const leadingRead = 64

// texts counts stories, copies of one text once.
func (c *composer) texts(rows []uint32) int {
	leaders := map[uint32]bool{}
	for _, row := range rows {
		if i, ok := c.r.Index(row); ok {
			leaders[c.r.Leader(i)] = true
		}
	}
	return len(leaders)
}

// longFold is a folded title that can name a story by itself.
func longFold(title string) string {
	if fewWords(title) {
		return ""
	}
	return resolve.Fold(title)
}
