package ui

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"

	"broadsheet/articles"
)

// fakeShelf is a library in memory, all of it invented.
type fakeShelf struct {
	mu       sync.Mutex
	items    []Item
	bodies   map[articles.ID]articles.Article
	leads    map[articles.ID][]articles.Lead
	problems []Problem
	memory   map[string]string
	pictures map[articles.ID][]Picture
	saved    []SavedSearch
	undo     []func() (string, articles.ID, articles.Marks)
	changes  chan struct{}
	progress []Progress
	fail     map[string]error // by method
	asked    []string         // what was asked for, in order
	widest   int              // the largest window asked for
	told     []articles.ID    // the stories whose snippets were asked for, in order
	evil     string           // what every snippet says, where not ""
}

func (s *fakeShelf) headline(id articles.ID) articles.Headline {
	for _, it := range s.items {
		if it.ID == id {
			return it.Headline
		}
	}
	return articles.Headline{}
}

func (s *fakeShelf) begin(method string) error {
	s.mu.Lock()
	s.asked = append(s.asked, method)
	return s.fail[method]
}

// view is what a View shows of the archive; the search is a plain one.
func (s *fakeShelf) view(v View) []Item {
	var out []Item
	for _, it := range s.items {
		if v.Copies {
			it.Copies = 0
		}
		text := strings.ToLower(it.Title + " " + s.bodies[it.ID].Text)
		hit := v.Query == ""
		for _, w := range strings.Split(strings.ToLower(v.Query), " or ") {
			hit = hit || strings.Contains(text, strings.TrimSpace(w))
		}
		if !hit || v.Unread && it.Marks.Read || v.Starred && !it.Marks.Starred ||
			v.Source != "" && it.Source != v.Source || !strings.HasPrefix(it.Published.String(), v.Month) {
			continue
		}
		out = append(out, it)
	}
	switch v.Sort {
	case SortOldest:
		slices.Reverse(out)
	case SortTitle:
		slices.SortFunc(out, func(a, b Item) int { return strings.Compare(a.Title, b.Title) })
	case SortSource:
		slices.SortStableFunc(out, func(a, b Item) int { return strings.Compare(a.Source, b.Source) })
	}
	return out
}

func (s *fakeShelf) Headlines(_ context.Context, v View, from, n int) (Window, error) {
	err := s.begin("Headlines")
	defer s.mu.Unlock()
	s.widest = max(s.widest, n)
	all := s.items
	if v != (View{}) {
		all = s.view(v)
	}
	w := Window{From: from, Total: len(all), All: len(s.items)}
	if strings.Count(v.Query, `"`)%2 == 1 {
		w.Problem = &QueryProblem{Pos: strings.Index(v.Query, `"`), Len: 1, Message: "the quotation is not closed"}
		return w, err
	}
	for _, it := range s.items[:min(len(s.items), 1000)] {
		if !it.Marks.Read {
			w.AllUnread++
		}
	}
	for _, it := range all[:min(len(all), 1000)] {
		if !it.Marks.Read {
			w.Unread++
		}
	}
	if from < len(all) {
		w.Items = slices.Clone(all[from:min(from+n, len(all))])
	}
	return w, err
}

func (s *fakeShelf) IndexOf(_ context.Context, v View, id articles.ID) (int, error) {
	err := s.begin("IndexOf")
	defer s.mu.Unlock()
	return slices.IndexFunc(s.view(v), func(it Item) bool { return it.ID == id }), err
}

func (s *fakeShelf) Snippets(_ context.Context, v View, ids []articles.ID) ([]Snippet, error) {
	err := s.begin("Snippets")
	defer s.mu.Unlock()
	out := make([]Snippet, len(ids))
	for i, id := range ids {
		s.told = append(s.told, id)
		if s.evil != "" {
			out[i] = Snippet{Text: s.evil, Hits: [][2]int{{0, 3}, {2, 9999}, {-1, 2}}}
			continue
		}
		text, query := s.headline(id).Title, strings.ToLower(v.Query)
		if !strings.Contains(strings.ToLower(text), query) && s.bodies[id].Text != "" {
			text, _, _ = strings.Cut(s.bodies[id].Text, "\n")
		}
		out[i].Text = text
		if at := strings.Index(strings.ToLower(text), query); at >= 0 {
			out[i].Hits = [][2]int{{at, at + len(query)}}
		}
	}
	return out, err
}

func (s *fakeShelf) NextUnread(_ context.Context, v View, from, step int) (int, error) {
	err := s.begin("NextUnread")
	defer s.mu.Unlock()
	all := s.view(v)
	for i := from + step; i >= 0 && i < len(all); i += step {
		if !all[i].Marks.Read {
			return i, err
		}
	}
	return -1, err
}

func (s *fakeShelf) Sources(context.Context) ([]Source, error) {
	err := s.begin("Sources")
	defer s.mu.Unlock()
	var out []Source
	for _, it := range s.items {
		i := slices.IndexFunc(out, func(o Source) bool { return o.Name == it.Source })
		if i < 0 && it.Source != "" {
			out, i = append(out, Source{Name: it.Source}), len(out)
		}
		if i >= 0 {
			out[i].Total++
			if !it.Marks.Read {
				out[i].Unread++
			}
		}
	}
	return out, err
}

var errNoStory = errors.New("no such story")

func (s *fakeShelf) Story(_ context.Context, id articles.ID) (articles.Article, articles.Marks, error) {
	err := s.begin("Story")
	defer s.mu.Unlock()
	a, ok := s.bodies[id]
	if !ok {
		if h := s.headline(id); h.ID != "" { // one of many
			a = s.bodies["inquiry.txt"]
			a.ID, a.Title, a.Source, a.Published = h.ID, h.Title, h.Source, h.Published
			return a, h.Marks, err
		}
		return a, articles.Marks{}, errNoStory
	}
	return a, s.headline(id).Marks, err
}

func (s *fakeShelf) Related(_ context.Context, id articles.ID) ([]articles.Lead, error) {
	err := s.begin("Related")
	defer s.mu.Unlock()
	out := slices.Clone(s.leads[id])
	for i := range out {
		out[i].Headline.Marks = s.headline(out[i].Headline.ID).Marks
	}
	return out, err
}

func (s *fakeShelf) Thread(_ context.Context, id articles.ID) ([]articles.Headline, error) {
	err := s.begin("Thread")
	defer s.mu.Unlock()
	thread := []articles.ID{"aground.txt", "log.txt", "opens.txt", "inquiry.txt"}
	if !slices.Contains(thread, id) {
		return nil, err
	}
	var out []articles.Headline
	for _, t := range thread {
		out = append(out, s.headline(t))
	}
	return out, err
}

func (s *fakeShelf) Mark(_ context.Context, id articles.ID, c Change) (articles.Marks, error) {
	err := s.begin("Mark")
	defer s.mu.Unlock()
	if err != nil {
		return articles.Marks{}, err
	}
	i := slices.IndexFunc(s.items, func(it Item) bool { return it.ID == id })
	if i < 0 {
		return articles.Marks{}, errNoStory
	}
	was := s.items[i].Marks
	s.items[i].Marks = changed(was, c)
	if c.Position == nil {
		s.undo = append(s.undo, func() (string, articles.ID, articles.Marks) {
			s.items[i].Marks = was
			return "mark on " + s.items[i].Title, id, was
		})
	}
	return s.items[i].Marks, nil
}

func (s *fakeShelf) Undo(context.Context) (string, articles.ID, articles.Marks, error) {
	err := s.begin("Undo")
	defer s.mu.Unlock()
	if len(s.undo) == 0 {
		return "", "", articles.Marks{}, err
	}
	last := s.undo[len(s.undo)-1]
	s.undo = s.undo[:len(s.undo)-1]
	what, id, k := last()
	return what, id, k, err
}

func (s *fakeShelf) Scan(_ context.Context, report func(Progress)) error {
	err := s.begin("Scan")
	defer s.mu.Unlock()
	for _, p := range s.progress {
		report(p)
	}
	return err
}

func (s *fakeShelf) Problems(context.Context) ([]Problem, error) {
	err := s.begin("Problems")
	defer s.mu.Unlock()
	return s.problems, err
}

func (s *fakeShelf) Changes() <-chan struct{} { return s.changes }

func openerTo(opened *string) Opener {
	return func(_ context.Context, url string) error { *opened = url; return nil }
}
