package store

import (
	"cmp"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// told is a story as the oracle knows it.
type told struct {
	id      articles.ID
	title   string
	source  string
	date    string
	n       int // in the order of paths
	read    bool
	starred bool
}

// listed is what a view should show, by the plainest means.
func listed(all []told, v View) []told {
	kept := slices.DeleteFunc(slices.Clone(all), func(s told) bool {
		return v.Unread && s.read || v.Starred && !s.starred || v.Source != "" && s.source != v.Source ||
			v.Query != "" && !strings.Contains(strings.ToLower(s.title), v.Query)
	})
	newest := func(a, b told) int {
		return cmp.Or(strings.Compare(b.date, a.date), cmp.Compare(a.n, b.n))
	}
	slices.SortFunc(kept, func(a, b told) int {
		switch v.Sort {
		case SortOldest:
			if (a.date == "") != (b.date == "") {
				return strings.Compare(b.date, a.date)
			}
			if a.date != b.date {
				return strings.Compare(a.date, b.date)
			}
			if a.date != "" {
				return cmp.Compare(b.n, a.n)
			}
			return cmp.Compare(a.n, b.n)
		case SortTitle:
			return cmp.Or(strings.Compare(strings.ToLower(a.title), strings.ToLower(b.title)), newest(a, b))
		case SortSource:
			if (a.source == "") != (b.source == "") {
				return strings.Compare(b.source, a.source)
			}
			return cmp.Or(strings.Compare(strings.ToLower(a.source), strings.ToLower(b.source)), newest(a, b))
		case SortUnread:
			if a.read != b.read {
				if a.read {
					return 1
				}
				return -1
			}
		}
		return newest(a, b)
	})
	return kept
}

// invent writes a library of n stories with a fixed seed.
func invent(h *home, n int) []told {
	rng := rand.New(rand.NewPCG(7, uint64(n)))
	var all []told
	for i := range n {
		s := told{
			id: articles.ID(fmt.Sprintf("%05d.txt", i)), n: i,
			title:  fmt.Sprintf("%s %s %d", []string{"Ferry", "Tram", "Harbour", "Depot"}[rng.IntN(4)], []string{"returns", "closes", "burns"}[rng.IntN(3)], rng.IntN(n)),
			source: []string{"Ostrel Courier", "Tarrovia Wire", "Vasska Post", ""}[rng.IntN(4)],
		}
		if rng.IntN(5) > 0 {
			s.date = fmt.Sprintf("2014-%02d-%02d", 1+rng.IntN(12), 1+rng.IntN(28))
		}
		h.write(string(s.id), fmt.Sprintf("title: %s|source: %s|date: %s||Text number %d of Karsk.", s.title, s.source, s.date, i))
		all = append(all, s)
	}
	return all
}

func TestWindowsAreWhatAPlainSortWouldShow(t *testing.T) {
	h := newHome(t)
	all := invent(h, 700)
	l := h.scanned()
	for i := range all {
		all[i].read, all[i].starred = i%13 == 0, i%29 == 0
		if all[i].read || all[i].starred {
			mark(t, l, all[i].id, Change{Read: &all[i].read, Starred: &all[i].starred})
		}
	}
	for _, sort := range []Sort{SortAuto, SortNewest, SortOldest, SortSource, SortTitle, SortUnread} {
		for _, v := range []View{
			{}, {Unread: true}, {Starred: true}, {Source: "Vasska Post"},
			{Unread: true, Source: "Tarrovia Wire"}, {Query: "harbour"}, {Query: "harbour", Starred: true},
		} {
			if v.Sort = sort; v.Query != "" && sort == SortAuto {
				v.Sort = SortNewest
			}
			checkView(t, l, v, listed(all, v))
		}
	}
}

func checkView(t *testing.T, l *Library, v View, want []told) {
	t.Helper()
	unread := 0
	for _, s := range want {
		if !s.read {
			unread++
		}
	}
	for _, from := range []int{0, 1, len(want) / 2, len(want) - 3, len(want), len(want) + 5} {
		w, err := l.Headlines(t.Context(), v, from, 7)
		if err != nil {
			t.Fatal(err)
		}
		if w.Total != len(want) || w.Unread != unread || w.All != 700 {
			t.Fatalf("%+v: total %d, unread %d, all %d; want %d, %d", v, w.Total, w.Unread, w.All, len(want), unread)
		}
		from = max(from, 0)
		for i, item := range w.Items {
			s := want[from+i]
			if item.ID != s.id || item.Title != s.title || item.Marks.Read != s.read || item.Marks.Starred != s.starred {
				t.Fatalf("%+v at %d: got %s %q, want %s %q", v, from+i, item.ID, item.Title, s.id, s.title)
			}
		}
		if expected := max(0, min(7, len(want)-from)); len(w.Items) != expected {
			t.Fatalf("%+v from %d: %d items, want %d", v, from, len(w.Items), expected)
		}
	}
	for i := 0; i < len(want); i += 97 {
		if got, err := l.IndexOf(t.Context(), v, want[i].id); got != i || err != nil {
			t.Fatalf("%+v: IndexOf(%s) = %d, %v, want %d", v, want[i].id, got, err, i)
		}
		next := -1
		for k := i + 1; k < len(want) && next < 0; k++ {
			if !want[k].read {
				next = k
			}
		}
		if got, _ := l.NextUnread(t.Context(), v, i, 1); got != next {
			t.Fatalf("%+v: NextUnread(%d) = %d, want %d", v, i, got, next)
		}
	}
}

func TestTheFirstWindowIsTheSameBeforeAndAfterTheRosterIsThere(t *testing.T) {
	h := newHome(t)
	all := invent(h, 300)
	l := h.scanned()
	mark(t, l, all[5].id, Change{Read: ptr(true)})
	l.Close()
	l = h.open()
	early, err := l.Headlines(t.Context(), View{}, 0, 50)
	if err != nil || early.Unread != Unknown || early.Total != 300 {
		t.Fatalf("%+v, %v", early, err)
	}
	<-l.Changes()
	late, err := l.Headlines(t.Context(), View{}, 0, 50)
	if err != nil || late.Unread != 299 {
		t.Fatalf("%+v, %v", late, err)
	}
	for i := range early.Items {
		a, b := early.Items[i], late.Items[i]
		if a.ID != b.ID || a.Marks.Read != b.Marks.Read || a.Published != b.Published {
			t.Errorf("line %d: %v then %v", i, a.ID, b.ID)
		}
	}
}

func TestALargeNewFolderIsTastedFirstAndEndsInOrder(t *testing.T) {
	h := newHome(t)
	for i := range 900 {
		h.write(fmt.Sprintf("%05d.txt", i), fmt.Sprintf("title: Story %d|date: 2014-06-06||Text.", i))
	}
	l := h.scanned()
	w, err := l.Headlines(t.Context(), View{}, 0, 900)
	if err != nil || len(w.Items) != 900 {
		t.Fatal(len(w.Items), err)
	}
	for i, item := range w.Items {
		if want := articles.ID(fmt.Sprintf("%05d.txt", i)); item.ID != want {
			t.Fatalf("line %d is %s, want %s", i, item.ID, want)
		}
	}
}

func TestAMistakeInAQueryIsToldWithItsPlace(t *testing.T) {
	l := small(t).scanned()
	w, err := l.Headlines(t.Context(), View{Query: "é colour:red"}, 0, 5)
	if err != nil || w.Problem == nil || w.Problem.Pos != 2 || w.Problem.Message == "" || len(w.Items) != 0 {
		t.Errorf("%+v %+v %v", w, w.Problem, err)
	}
	if _, _, err := l.Search(t.Context(), View{Query: "\"open"}, 5); err == nil {
		t.Error("no error")
	}
}

func TestSearchShowsThePassage(t *testing.T) {
	l := small(t).scanned()
	hits, total, err := l.Search(t.Context(), View{Query: "karsk"}, 5)
	if err != nil || total != 1 || len(hits) != 1 || hits[0].ID != "a.txt" || hits[0].Score <= 0 {
		t.Fatalf("%+v %d %v", hits, total, err)
	}
	if got := lit(hits[0].Snippet); len(got) != 1 || got[0] != "Karsk" {
		t.Errorf("%+v", hits[0].Snippet)
	}
}

func TestSourcesAreCounted(t *testing.T) {
	l := small(t).scanned()
	mark(t, l, "a.txt", Change{Read: ptr(true)})
	got, err := l.Sources(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	expect(t, got, Source{"", 2, 2}, Source{"Ostrel Courier", 1, 0}, Source{"Tarrovia Wire", 1, 1}, Source{"Vasska Post", 1, 1})
}
