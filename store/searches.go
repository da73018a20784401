package store

import (
	"context"
	"strings"

	"broadsheet/store/marks"
	"broadsheet/store/query"
)

// SavedSearch is a query with a name. In another query "@name" stands for it.
type SavedSearch = marks.Search

// Searches lists the saved searches by name.
func (l *Library) Searches(ctx context.Context) ([]SavedSearch, error) {
	return l.marks.Searches(ctx)
}

// SaveSearch keeps a query under a name, in place of one of that name. One
// without a query is forgotten. A query that cannot be understood is a
// *query.Error and is not kept.
func (l *Library) SaveSearch(ctx context.Context, s SavedSearch) error {
	if _, mistake := l.understand(ctx, s.Query, false); mistake != nil {
		return mistake
	}
	if err := l.marks.SaveSearch(ctx, s); err != nil {
		return err
	}
	l.marksSeen.Add(1) // orders that used the name are worked out anew
	l.changed()
	return nil
}

// understand parses a query. Only one that may hold the name of a saved search
// asks what there is.
func (l *Library) understand(ctx context.Context, line string, live bool) (*query.Query, *query.Error) {
	if !strings.Contains(line, "@") {
		return query.Parse(line, live)
	}
	saved, err := l.marks.Searches(ctx)
	if err != nil {
		return query.Parse(line, live) // a name is then a word
	}
	return query.ParseNamed(line, live, func(name string) (string, bool) {
		for _, one := range saved {
			if one.Name == name {
				return one.Query, true
			}
		}
		return "", false
	})
}
