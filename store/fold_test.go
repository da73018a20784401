package store

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// wire invents a message of so many paragraphs; the same seed gives the same.
func wire(seed uint64, paragraphs int) string {
	r := rand.New(rand.NewPCG(seed, 11))
	who := []string{"the pilot", "the harbour master", "a deckhand", "the mayor of Ostrel", "the clerk", "a passenger"}
	did := []string{"saw", "denied", "repaired", "counted", "sold", "painted"}
	what := []string{"the second radar", "the mole", "a crate of wet papers", "the night tram", "the library bill", "the fog horn"}
	var all []string
	for range paragraphs {
		var words []string
		for range 4 {
			words = append(words, who[r.IntN(6)], did[r.IntN(6)], what[r.IntN(6)], fmt.Sprintf("by the %c%c gate.", 'a'+r.IntN(26), 'a'+r.IntN(26)))
		}
		all = append(all, strings.Join(words, " "))
	}
	return strings.Join(all, "\n\n")
}

func lines(t *testing.T, l *Library, v View) (out []string) {
	t.Helper()
	w, err := l.Headlines(t.Context(), v, 0, 100)
	if err != nil {
		t.Fatal(err)
	}
	if w.Total != len(w.Items) {
		t.Errorf("%+v: %d lines of %d", v, len(w.Items), w.Total)
	}
	for _, i := range w.Items {
		line := i.Title
		if i.Copies > 0 {
			line = fmt.Sprintf("%s x%d", line, i.Copies+1)
		}
		out = append(out, line)
	}
	return out
}

func wires(t *testing.T) *home {
	h := newHome(t)
	full := wire(1, 9)
	h.write("a.txt", "title: Pilot heard|date: 2014-06-06|source: Tarrovia Wire||"+full)
	h.write("b.txt", "title: Inquiry hears the pilot|date: 2014-06-07|source: Ostrel Courier||"+full[:len(full)*7/10])
	h.write("c.txt", "title: Pilot in court|date: 2014-06-05|source: Vasska Post||"+full+"\n\nReporting by our own staff.")
	h.write("d.txt", "title: Another matter|date: 2014-06-04|source: Vasska Post||"+wire(2, 9))
	return h
}

func TestTheListShowsOneLineForAllCopies(t *testing.T) {
	l := wires(t).scanned()
	for name, c := range map[string]struct {
		view View
		want []string
	}{
		"folded under the longest":      {View{}, []string{"Pilot in court x3", "Another matter"}},
		"all, when they are asked for":  {View{Copies: true}, []string{"Inquiry hears the pilot x3", "Pilot heard x3", "Pilot in court x3", "Another matter"}},
		"of an outlet the one it has":   {View{Source: "Ostrel Courier"}, []string{"Inquiry hears the pilot x3"}},
		"of a search the one it found":  {View{Query: "title:heard"}, []string{"Pilot heard x3"}},
		"once in a search for the text": {View{Query: "radar OR mole OR crate OR tram"}, []string{"Pilot in court x3", "Another matter"}},
		"once for one word":             {View{Query: "gate"}, []string{"Pilot in court x3", "Another matter"}},
	} {
		got := lines(t, l, c.view)
		if strings.Contains(name, "once") {
			slices.Sort(got)
			slices.Sort(c.want)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	if at, err := l.IndexOf(t.Context(), View{}, "b.txt"); err != nil || at != 0 {
		t.Errorf("the copy is to be found at %d, %v; its story is at 0", at, err)
	}
	copies, err := l.Copies(t.Context(), "b.txt")
	if err != nil || len(copies) != 3 || copies[0].ID != "c.txt" || copies[1].ID != "a.txt" {
		t.Errorf("copies %v, %v", copies, err)
	}
	hits, total, err := l.Search(t.Context(), View{Query: "gate"}, 1)
	if err != nil || total != 2 || len(hits) != 1 {
		t.Errorf("%d hits of %d, %v", len(hits), total, err)
	}
}

func TestALibraryIsCountedAsItsListShowsIt(t *testing.T) {
	l := wires(t).scanned()
	for _, c := range []struct {
		view        View
		all, folded int
	}{
		{View{}, 2, 2},
		{View{Copies: true}, 4, 0},
		{View{Query: "court"}, 2, 2},
		{View{Source: "no outlet"}, 2, 2},
	} {
		w, err := l.Headlines(t.Context(), c.view, 0, 10)
		if err != nil || w.All != c.all || w.Folded != c.folded {
			t.Errorf("%+v: %d stories and %d copies, %v; want %d and %d", c.view, w.All, w.Folded, err, c.all, c.folded)
		}
	}
}

func TestTheFirstWindowCountsCopiesAsTheNextDoes(t *testing.T) {
	h := wires(t)
	h.scanned().Close()
	l := h.open()
	for _, when := range []string{"before its order is known", "after"} {
		w, err := l.Headlines(t.Context(), View{}, 0, 10)
		if err != nil || w.All != 2 || w.Folded != 2 || w.Total != 2 {
			t.Errorf("%s: %d stories, %d copies, %d lines, %v; want 2 of each", when, w.All, w.Folded, w.Total, err)
		}
		if when != "after" {
			<-l.Changes()
		}
	}
}

func TestWhoReadAStoryHasReadItsCopies(t *testing.T) {
	l := wires(t).scanned()
	unread := func(v View) int {
		w, err := l.Headlines(t.Context(), v, 0, 10)
		if err != nil {
			t.Fatal(err)
		}
		return w.AllUnread
	}
	if n := unread(View{}); n != 2 {
		t.Errorf("%d unread, want 2", n)
	}
	if n := unread(View{Copies: true}); n != 4 {
		t.Errorf("%d unread with copies, want 4", n)
	}
	if _, err := l.Mark(t.Context(), "c.txt", Change{Read: ptr(true)}); err != nil {
		t.Fatal(err)
	}
	if got := lines(t, l, View{Unread: true}); !slices.Equal(got, []string{"Another matter"}) {
		t.Errorf("unread: %q", got)
	}
	if got := lines(t, l, View{Unread: true, Copies: true}); len(got) != 3 {
		t.Errorf("unread with copies: %q", got)
	}
	if n := unread(View{}); n != 1 {
		t.Errorf("%d unread, want 1", n)
	}
}

func TestTheFirstFrameFoldsAsEveryOther(t *testing.T) {
	h := wires(t)
	h.scanned().Close()
	l := h.open() // and nothing is in memory yet
	if got := lines(t, l, View{}); !slices.Equal(got, []string{"Pilot in court x3", "Another matter"}) {
		t.Errorf("folded: %q", got)
	}
	l.Close()
	l = h.open()
	if got := lines(t, l, View{Copies: true}); len(got) != 4 {
		t.Errorf("with copies: %q", got)
	}
}

func TestCopiesAreFoldedAgainWhenTheirLeaderGoes(t *testing.T) {
	h := wires(t)
	l := h.scanned()
	if err := os.Remove(filepath.Join(h.dir, "c.txt")); err != nil {
		t.Fatal(err)
	}
	if err := l.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := lines(t, l, View{}); !slices.Equal(got, []string{"Pilot heard x2", "Another matter"}) {
		t.Errorf("%q", got)
	}
	h.write("e.txt", "title: The whole of it|date: 2014-06-09||"+wire(1, 12))
	if err := l.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := lines(t, l, View{}); !slices.Equal(got, []string{"The whole of it x3", "Another matter"}) {
		t.Errorf("%q", got)
	}
}

// TestFoldingDoesNotDependOnTheOrderOfArrival brings the same files in at
// once, one by one and the other way round.
func TestFoldingDoesNotDependOnTheOrderOfArrival(t *testing.T) {
	files := map[string]string{}
	for i := range 24 {
		seed, from := uint64(i%5), i/5*2
		all := strings.Split(wire(seed, 12), "\n\n")
		files[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("title: Story %d|date: 2014-06-%02d||%s", i, 1+i, strings.Join(all[from:len(all)-2*(i%3)], "\n\n"))
	}
	names := slices.Sorted(func(yield func(string) bool) {
		for n := range files {
			if !yield(n) {
				return
			}
		}
	})
	folded := func(order []string, step int) string {
		h := newHome(t)
		l := h.open()
		for i := 0; i < len(order); i += step {
			for _, n := range order[i:min(i+step, len(order))] {
				h.write(n, files[n])
			}
			if err := l.Scan(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		}
		var b strings.Builder
		for _, n := range names {
			all, err := l.Copies(t.Context(), articles.ID(n))
			if err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&b, "%s under %s of %d\n", n, all[0].ID, len(all))
		}
		return b.String()
	}
	want := folded(names, len(names))
	if !strings.Contains(want, " of 4\n") {
		t.Fatalf("nothing much is folded:\n%s", want)
	}
	back := slices.Clone(names)
	slices.Reverse(back)
	for name, got := range map[string]string{"one by one": folded(names, 1), "the other way round": folded(back, 5)} {
		if got != want {
			t.Errorf("%s:\n%s\nat once:\n%s", name, got, want)
		}
	}
}

func TestFoldingAnewComparesOnlyWhatIsNew(t *testing.T) {
	h := wires(t)
	l := h.scanned()
	if len(l.alike) != 2 { // two with their leader
		t.Fatalf("%d pairs were compared", len(l.alike))
	}
	for pair := range l.alike {
		l.alike[pair] = false // so that it shows who is believed
	}
	h.remove("d.txt") // all is folded anew
	if err := l.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := lines(t, l, View{}); !slices.Equal(got, []string{"Pilot heard x2", "Pilot in court"}) {
		t.Errorf("%q: what is known was compared again", got)
	}
	if len(l.alike) != 3 {
		t.Errorf("%d pairs compared, want the two and that of the two that led nobody", len(l.alike))
	}
}
