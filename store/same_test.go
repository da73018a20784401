package store

import (
	"fmt"
	"reflect"
	"runtime"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// TestTheSameLibraryGivesTheSameAnswer brings the same files in at once, a few
// at a time from the last, and with one core, and compares what every story
// leads to, and its thread.
func TestTheSameLibraryGivesTheSameAnswer(t *testing.T) {
	files := map[string]string{}
	places := []string{"Karsk", "Ostrel", "Teal Bank", "Vasska"}
	for i := range 60 {
		paragraphs := strings.Split(wire(uint64(i%12), 8), "\n\n")
		event := []string{"Osterholt", "Marrow", "Thistlewood", "Veldkamp", "Brennick", "Quill"}[i%12/2]
		text := "Judge " + event + " heard what Captain " + event + "'s crew and the " + strings.ToLower(event) + " office had to say.\n\n" +
			strings.Repeat("In "+event+"ville and "+event+"shire, said "+event+"son of Upper"+strings.ToLower(event)+", nobody slept. ", 4) + "\n\n" +
			strings.Join(paragraphs[i%3:], "\n\n") + "\n\nThis was said in " + places[i%4] + " and in " + places[i/15] + "."
		link := "link: What they said in " + places[(i+1)%4] + " of the " + letters((i+1)%60)
		files[fmt.Sprintf("%02d.txt", i)] = fmt.Sprintf("title: What they said in %s of the %s|date: 2014-06-%02d|source: Vasska Post|%s||%s",
			places[i%4], letters(i), 1+i/6, link, text)
	}
	var names []string
	for i := range 60 {
		names = append(names, fmt.Sprintf("%02d.txt", i))
	}
	answers := func(order []string, step int) string {
		h := newHome(t)
		l := h.open()
		for some := range slices.Chunk(order, step) {
			for _, n := range some {
				h.write(n, files[n])
			}
			if err := l.Scan(t.Context(), nil); err != nil {
				t.Fatal(err)
			}
		}
		var b strings.Builder
		all := allRelated(t, l, 8)
		for i, n := range names {
			leads, err := l.Related(t.Context(), articles.ID(n), 8)
			if err != nil {
				t.Fatal(err)
			}
			if string(all[i].ID) != n || !reflect.DeepEqual(all[i].Leads, leads) {
				t.Errorf("%s by itself leads to %v, %s among all to %v", n, leads, all[i].ID, all[i].Leads)
			}
			for _, lead := range leads {
				fmt.Fprintf(&b, "%s: %s %s %v %q %q %v\n", n, lead.Kind, lead.Headline.ID, lead.Score, lead.Why, lead.Joint, lead.Copies)
			}
			thread, err := l.Thread(t.Context(), articles.ID(n))
			if err != nil {
				t.Fatal(err)
			}
			for _, head := range thread {
				fmt.Fprintf(&b, "%s: thread %s\n", n, head.ID)
			}
		}
		return b.String()
	}
	want := answers(names, len(names))
	for _, kind := range []articles.Kind{articles.Publisher, articles.LinkedFrom, articles.Copy, articles.Similar, "thread"} {
		if !strings.Contains(want, ": "+string(kind)+" ") {
			t.Errorf("the library has no %s to compare", kind)
		}
	}
	back := slices.Clone(names)
	slices.Reverse(back)
	differs(t, "from the last", want, answers(back, 7))
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	differs(t, "with one core", want, answers(names, len(names)))
}

func differs(t *testing.T, how, want, got string) {
	t.Helper()
	a, b := strings.Split(want, "\n"), strings.Split(got, "\n")
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			t.Fatalf("%s: %s\nat once: %s", how, b[i], a[i])
		}
	}
	if len(a) != len(b) {
		t.Errorf("%s: %d lines, %d at once", how, len(b), len(a))
	}
}

// letters makes a word of a number.
func letters(n int) string { return strings.Repeat(string(rune('a'+n%26)), 3+n/26) }

// allRelated asks of all stories at once, which are told in the order of their
// places.
func allRelated(t *testing.T, l *Library, n int) []Led {
	t.Helper()
	var all []Led
	for some, err := range l.Places(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		led, err := l.RelatedOf(t.Context(), some, n)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, led...)
	}
	return all
}
