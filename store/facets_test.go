package store

import (
	"errors"
	"fmt"
	"reflect"
	"testing"

	"broadsheet/store/query"
)

func facets(t *testing.T, l *Library, v View) Facets {
	t.Helper()
	f, err := l.Facets(t.Context(), v)
	if err != nil {
		t.Fatal(err)
	}
	return f
}

func newsroom(t *testing.T) *Library {
	h := newHome(t,
		"a.txt=title: Ferry aground|date: 2014-06-03|source: Ostrel Courier|lang: en||The ferry lies off Karsk.",
		"b.txt=title: Inquiry opens|date: 2014-06-05|source: Ostrel Courier|lang: en||The ferry had one radar.",
		"c.txt=title: Trams return|date: 2014-07-01|source: Tarrovia Wire|lang: de||Night trams run east.",
		"d.txt=title: Ferry sold|date: 2014|source: Tarrovia Wire|lang: en||A ferry is for sale.",
		"e.txt=title: Undated ferry||Nobody knows when.",
	)
	l := h.scanned()
	mark(t, l, "a.txt", Change{Read: ptr(true), Tags: ptr([]string{"sea", "court"})})
	mark(t, l, "c.txt", Change{Starred: ptr(true), Tags: ptr([]string{"Sea"})})
	return l
}

func TestFacetsCountWhatAViewDividesInto(t *testing.T) {
	l := newsroom(t)
	want := Facets{
		Total: 5, Unread: 4, Starred: 1,
		Sources:   []Facet{{"Ostrel Courier", 2, 1}, {"Tarrovia Wire", 2, 2}},
		Months:    []Facet{{"2014-07", 1, 1}, {"2014-06", 2, 1}, {"2014", 1, 1}},
		Tags:      []Facet{{"court", 1, 0}, {"Sea", 2, 1}},
		Languages: []Facet{{"en", 3, 2}, {"de", 1, 1}},
	}
	got := facets(t, l, View{})
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	f := facets(t, l, View{Query: "ferry", Source: "Ostrel Courier"})
	if f.Total != 2 || !reflect.DeepEqual(f.Sources, []Facet{{"Ostrel Courier", 2, 1}, {"Tarrovia Wire", 1, 1}}) {
		t.Errorf("another source can no longer be chosen: %+v", f)
	}
	if !reflect.DeepEqual(f.Months, []Facet{{"2014-06", 2, 1}}) {
		t.Errorf("months beyond the source are counted: %+v", f.Months)
	}
	if f := facets(t, l, View{Query: "(ferry"}); f.Total != 0 || f.Sources != nil {
		t.Errorf("a query nobody can understand found %+v", f)
	}
}

// TestAFacetCountsWhatItsListHolds takes every choice of every part of some
// views and compares the number with the list.
func TestAFacetCountsWhatItsListHolds(t *testing.T) {
	l := newsroom(t)
	check := func(part string, v View, f Facet) {
		t.Helper()
		w, err := l.Headlines(t.Context(), v, 0, 10)
		if err != nil || w.Total != f.Total || len(w.Items) != f.Total || w.Unread != f.Unread {
			t.Errorf("%s %q of %+v: the sheet says %+v, the list %d and %d unread (%v)",
				part, f.Name, v, f, w.Total, w.Unread, err)
		}
	}
	for _, v := range []View{
		{}, {Query: "ferry"}, {Unread: true}, {Starred: true}, {Source: "Tarrovia Wire"},
		{Month: "2014-06"}, {Language: "en", Unread: true}, {Tag: "sea"}, {Query: "ferry", Language: "en"},
	} {
		f := facets(t, l, v)
		all := v
		for _, one := range f.Sources {
			all.Source = one.Name
			check("source", all, one)
		}
		all = v
		for _, one := range f.Months {
			all.Month = one.Name
			check("month", all, one)
		}
		all = v
		for _, one := range f.Languages {
			all.Language = one.Name
			check("language", all, one)
		}
		all = v
		for _, one := range f.Tags {
			all.Tag = one.Name
			check("tag", all, one)
		}
		all = v
		all.Unread = true
		check("unread", all, Facet{Total: f.Unread, Unread: f.Unread})
	}
	expect(t, titles(t, l, View{Tag: "sea"}), "Trams return", "Ferry aground")
}

func TestFacetsShowWhatAScanBrought(t *testing.T) {
	h := small(t)
	l := h.scanned()
	before := facets(t, l, View{}).Total
	h.write("new.txt", "title: Harbour frozen|date: 2015-01-02|lang: fi||Ice.")
	scanLibrary(t, l)
	f := facets(t, l, View{})
	if f.Total != before+1 || f.Months[0].Name != "2015-01" || f.Languages[0] != (Facet{"fi", 1, 1}) {
		t.Errorf("%+v", f)
	}
	expect(t, titles(t, l, View{Month: "2015-01"}), "Harbour frozen")
}

func TestASavedSearchStandsForItsQuery(t *testing.T) {
	l := newsroom(t)
	save := func(name, q string) error {
		return l.SaveSearch(t.Context(), SavedSearch{Name: name, Query: q})
	}
	if err := errors.Join(save("boats", "ferry OR tram"), save("june", "on:2014-06")); err != nil {
		t.Fatal(err)
	}
	expect(t, titles(t, l, View{Query: "@june", Sort: SortOldest}), "Ferry aground", "Inquiry opens")
	// The brackets around it are understood: "ferry OR (tram on:2014-06)" would find more.
	expect(t, titles(t, l, View{Query: "@boats @june aground"}), "Ferry aground")
	expect(t, titles(t, l, View{Query: "@boats -ferry", Live: true}))
	if err := save("june", "title:trams"); err != nil {
		t.Fatal(err)
	}
	expect(t, titles(t, l, View{Query: "@june"}), "Trams return")
	var mistake *query.Error
	if err := save("bad", "(ferry"); !errors.As(err, &mistake) {
		t.Errorf("a query that cannot be understood was kept: %v", err)
	}
	if err := save("two words", "ferry"); err == nil {
		t.Error("a name that no query can say was kept")
	}
	if err := save("boats", ""); err != nil {
		t.Fatal(err)
	}
	got, err := l.Searches(t.Context())
	if want := "[{june title:trams}]"; err != nil || fmt.Sprint(got) != want {
		t.Errorf("%v, %v", got, err)
	}
	expect(t, titles(t, l, View{Query: "@boats"})) // a word like any other again
}
