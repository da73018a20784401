package ui

import (
	"context"

	"broadsheet/articles"
)

func (s *fakeShelf) Notes(context.Context) ([]articles.Headline, error) {
	err := s.begin("Notes")
	defer s.mu.Unlock()
	var out []articles.Headline
	for _, it := range s.items {
		if it.Marks.Note != "" || len(it.Marks.Passages) > 0 {
			out = append(out, it.Headline)
		}
	}
	return out, err
}

func (s *fakeShelf) Kept(_ context.Context, name string) (string, error) {
	err := s.begin("Kept")
	defer s.mu.Unlock()
	return s.memory[name], err
}

func (s *fakeShelf) Keep(_ context.Context, name, value string) error {
	err := s.begin("Keep")
	defer s.mu.Unlock()
	if err == nil {
		if s.memory == nil {
			s.memory = map[string]string{}
		}
		s.memory[name] = value
	}
	return err
}

func (s *fakeShelf) Pictures(_ context.Context, id articles.ID) ([]Picture, error) {
	err := s.begin("Pictures")
	defer s.mu.Unlock()
	return s.pictures[id], err
}
