package ui

import (
	"context"
	"slices"
)

// Facets knows little but the sources; the numbers are for the store's tests.
func (s *fakeShelf) Facets(ctx context.Context, v View) (Facets, error) {
	sources, err := s.Sources(ctx)
	var f Facets
	for _, one := range sources {
		f.Sources = append(f.Sources, Facet(one))
	}
	for _, it := range s.items {
		f.Total++
		if !it.Marks.Read {
			f.Unread++
		}
		if it.Marks.Starred {
			f.Starred++
		}
	}
	f.Months = []Facet{{Name: "2014-06", Total: 7, Unread: 6}, {Name: "2014-05", Total: 1}}
	f.Tags = []Facet{{Name: "column", Total: 2}}
	return f, err
}

func (s *fakeShelf) Searches(context.Context) ([]SavedSearch, error) {
	err := s.begin("Searches")
	defer s.mu.Unlock()
	return slices.Clone(s.saved), err
}

func (s *fakeShelf) SaveSearch(_ context.Context, one SavedSearch) error {
	err := s.begin("SaveSearch")
	defer s.mu.Unlock()
	s.saved = slices.DeleteFunc(s.saved, func(o SavedSearch) bool { return o.Name == one.Name })
	if one.Query != "" {
		s.saved = append(s.saved, one)
	}
	return err
}
