package cli

import (
	"context"
	"slices"

	"broadsheet/articles"
)

// leadsShown is how many similar stories the reader gets: nine headlines have
// a number, the rest stand below them.
const leadsShown = 20

// worthReading is how like a story must be to be offered to a reader. Below
// it stand stories that share a name or a turn of phrase; the related command
// prints them, for those who measure.
const worthReading = 0.1

func (s shelf) Related(ctx context.Context, id articles.ID) ([]articles.Lead, error) {
	leads, err := s.library.Related(ctx, id, leadsShown)
	leads = slices.DeleteFunc(leads, func(l articles.Lead) bool {
		return l.Kind == articles.Similar && l.Score < worthReading
	})
	return withinReach(leads), err
}

// absentFirst is how many headlines that the library lacks keep the place that
// their publisher gave them. A saved page may name forty; they would take all
// nine keys, and none of them opens a story.
const absentFirst = 3

// withinReach sets the absent headlines after the first few behind those that
// can be opened, and keeps the order of both.
func withinReach(leads []articles.Lead) []articles.Lead {
	near, far := make([]articles.Lead, 0, len(leads)), []articles.Lead(nil)
	absent := 0
	for _, l := range leads {
		if l.Absent() {
			absent++
		}
		if l.Absent() && absent > absentFirst {
			far = append(far, l)
		} else {
			near = append(near, l)
		}
	}
	return append(near, far...)
}
