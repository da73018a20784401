package ui

import (
	"context"
	"slices"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

func TestStoriesOfOneEventStandTogether(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 70).do(":", "type:sort-thread", "enter")
	if got := strings.Join(s.headings(), " | "); got != "FERRY RUNS AGROUND OFF KARSK | OTHER STORIES" {
		t.Errorf("the sections are %s", got)
	}
	var ids []string
	for _, it := range s.m.list.win.Items {
		ids = append(ids, strings.TrimSuffix(string(it.ID), ".txt"))
	}
	if got := strings.Join(ids, " "); got != "inquiry opens log aground trams depot library bees undated" {
		t.Errorf("the order is %s", got)
	}
	// The list is as any other: down to the last of the thread, open, read on.
	s.do("3", "j", "enter").shows("Ferry runs aground off Karsk").do("J").shows("Night trams return")
	s.do("esc", "g", "n")
	if s.m.chosenID() != "opens.txt" {
		t.Errorf("the next unread story is %s", s.m.chosenID())
	}
	s.do("u").shows("unread")
	if it, _ := s.m.list.item(0); it.ID != "inquiry.txt" || s.m.list.total() != 7 {
		t.Errorf("of the unread %s is first of %d", it.ID, s.m.list.total())
	}
}

func TestAnOrderOfPartOfALibrarySaysSo(t *testing.T) {
	s := newStage(t, many(600), 110, 32)
	s.do("S").shows("sorted by thread, the newest 160 stories")
}

func TestAWeaverServesWindowsOfItsOrder(t *testing.T) {
	w := &weaver{Shelf: many(600)}
	v := View{Sort: SortThread}
	ctx := context.Background()
	whole, err := w.Headlines(ctx, v, 0, 1000)
	if err != nil || whole.Total != woven || len(whole.Items) != woven || whole.All != 600 {
		t.Fatalf("%d of %d items, %d in all, %v", len(whole.Items), whole.Total, whole.All, err)
	}
	for _, c := range [][2]int{{0, 10}, {150, 40}, {500, 5}, {-3, 2}} {
		win, err := w.Headlines(ctx, v, c[0], c[1])
		if err != nil {
			t.Fatal(err)
		}
		from := clamp(c[0], 0, woven)
		want := whole.Items[from:min(from+c[1], woven)]
		if !slices.EqualFunc(win.Items, want, func(a, b Item) bool { return a.ID == b.ID }) {
			t.Errorf("from %d: %d items", c[0], len(win.Items))
		}
	}
	if i, err := w.IndexOf(ctx, v, whole.Items[77].ID); i != 77 || err != nil {
		t.Errorf("story 77 stands at %d, %v", i, err)
	}
	if i, err := w.NextUnread(ctx, v, woven-1, 1); i != -1 || err != nil {
		t.Errorf("after the last stands %d, %v", i, err)
	}
}

func TestThreadsAreAskedForOnceForTheSameStories(t *testing.T) {
	shelf := newFakeShelf()
	w := &weaver{Shelf: shelf}
	for range 3 {
		if _, err := w.Headlines(context.Background(), View{Sort: SortThread}, 0, 9); err != nil {
			t.Fatal(err)
		}
	}
	if asked := count(shelf.asked, "Thread"); asked != len(shelf.items) {
		t.Errorf("asked %d times for %d stories", asked, len(shelf.items))
	}
}

func TestHeadlinesOfOneEventAreMarkedOnceTheListRests(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.shows("Ostrel Courier · 08:20 · 3 min                                         ≡4 ×3")
	if got := s.m.list.threads.sizes["trams.txt"]; got != 0 {
		t.Errorf("a story alone is marked %d", got)
	}
	s.send(libraryChangedMsg{})
	s.hides("≡4").do("wait").shows("≡4")
	held := newStage(t, many(400), 80, 24)
	before := len(held.shelf.asked)
	for range 40 {
		held.do("j")
	}
	if n := count(held.shelf.asked[before:], "Thread"); n != 0 {
		t.Errorf("a held key asked for threads %d times", n)
	}
}

func count(all []string, one string) (n int) {
	for _, s := range all {
		if s == one {
			n++
		}
	}
	return n
}

func TestWeavingLosesNoStory(t *testing.T) {
	var items []Item
	var ids []articles.ID
	for _, c := range "abcdefgh" {
		items = append(items, Item{Headline: articles.Headline{ID: articles.ID(c), Title: string(c)}})
		ids = append(ids, articles.ID(c))
	}
	got := weave(items, [][]articles.ID{{ids[5], ids[7]}, {ids[1], ids[2], ids[6]}})
	var order []string
	for _, it := range got {
		order = append(order, it.Title)
	}
	if s := strings.Join(order, ""); s != "bcgfhade" {
		t.Errorf("the order is %s", s)
	}
	if got[0].Thread != "g" || got[0].Threaded != 3 || got[3].Thread != "h" || got[5].Thread != "" {
		t.Errorf("the threads are %q, %q, %q", got[0].Thread, got[3].Thread, got[5].Thread)
	}
}

func TestAKeyGivesTheSearchForThreadsUp(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.send(libraryChangedMsg{})
	s.send(tea.WindowSizeMsg{Width: 80, Height: 25}) // the wait begins
	due := s.later
	s.later = nil
	var cmd tea.Cmd
	for _, msg := range due {
		if d, ok := msg.(threadsDueMsg); ok {
			cmd = d.arrive(s.m)
		}
	}
	if cmd == nil || s.m.list.threads.cancel == nil {
		t.Fatal("no search is under way")
	}
	if s.do("j"); s.m.list.threads.cancel != nil {
		t.Error("the search goes on")
	}
	s.run(cmd) // what it found all the same is kept
	s.shows("≡4")
	s.send(threadsToldMsg{library: -1, sizes: map[articles.ID]int{"trams.txt": 7}})
	s.hides("≡7")
}

func TestASearchForThreadsThatEndsEarlyKeepsWhatItFound(t *testing.T) {
	shelf := newFakeShelf()
	ids := []articles.ID{"trams.txt", "inquiry.txt", "opens.txt", "depot.txt"}
	got := threadSizes(context.Background(), shelf, ids)
	if got["trams.txt"] != 0 || got["inquiry.txt"] != 4 || got["aground.txt"] != 4 || count(shelf.asked, "Thread") != 3 {
		t.Errorf("the sizes are %v, asked %v", got, shelf.asked)
	}
	shelf.fail["Thread"] = context.Canceled
	if got := threadSizes(context.Background(), shelf, ids); len(got) != 0 {
		t.Errorf("given up it knows %v", got)
	}
}
