package ui

import (
	"context"

	"broadsheet/articles"
)

// Copies knows those that a test gave it.
func (s *fakeShelf) Copies(_ context.Context, id articles.ID) ([]articles.Headline, error) {
	err := s.begin("Copies")
	defer s.mu.Unlock()
	out := []articles.Headline{s.headline(id)}
	for _, l := range s.leads[id] {
		if l.Kind == articles.Copy {
			out = append(out, s.headline(l.Headline.ID))
		}
	}
	return out, err
}

// Threads finds those of the one thread it knows.
func (s *fakeShelf) Threads(ctx context.Context, ids []articles.ID) ([][]articles.ID, error) {
	var group []articles.ID
	for _, id := range ids {
		if thread, err := s.Thread(ctx, id); err != nil {
			return nil, err
		} else if len(thread) > 0 {
			group = append(group, id)
		}
	}
	if len(group) < 2 {
		return nil, nil
	}
	return [][]articles.ID{group}, nil
}
