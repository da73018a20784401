package store

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// TestIndexLeavesAHandfulOfFilesAndTheSameAnswers brings a library in piece by
// piece, so that every piece has an index file of its own.
func TestIndexLeavesAHandfulOfFilesAndTheSameAnswers(t *testing.T) {
	h := newHome(t)
	l := h.open()
	for i := range 9 {
		h.write(fmt.Sprintf("%d.txt", i), fmt.Sprintf("title: Ferry %d|date: 2014-06-0%d||The ferry %s again and again, said the pilot of the ferry.", i, i+1, []string{"sailed", "ran"}[i%2]))
		scanLibrary(t, l)
	}
	h.remove("3.txt")
	files := func() int {
		segments, err := l.cat().Segments(t.Context())
		if err != nil {
			t.Fatal(err)
		}
		return len(segments)
	}
	if n := files(); n != 9 {
		t.Fatalf("%d index files before", n)
	}
	ran := titles(t, l, View{Query: "ran"})
	if err := l.Index(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if n := files(); n != 1 {
		t.Errorf("%d index files after", n)
	}
	ran = slices.DeleteFunc(ran, func(title string) bool { return title == "Ferry 3" })
	if got := titles(t, l, View{Query: "ran"}); !slices.Equal(got, ran) || len(got) != 3 {
		t.Errorf("%q, want %q", got, ran)
	}
	again := h.open()
	if n := len(titles(t, again, View{})); n != 8 {
		t.Errorf("%d stories in a second program", n)
	}
	if dead, err := l.cat().Dead(t.Context()); err != nil || len(dead) != 0 {
		t.Errorf("dead rows %v, %v", dead, err)
	}
}

// TestTastedFilesStandWhereTheOthersDo scans a library that is large enough to
// be tasted: what was read first must not stand apart from the rest.
func TestTastedFilesStandWhereTheOthersDo(t *testing.T) {
	h := newHome(t)
	var want []string
	for i := range 2 * tasteFiles {
		name := fmt.Sprintf("%03d.txt", i)
		h.write(name, "title: "+name+"|date: 2014-06-06||Text.")
		want = append(want, name)
	}
	l := h.scanned()
	if got := titles(t, l, View{}); !slices.Equal(got, want) {
		t.Errorf("in the order %q", got)
	}
	if one, err := l.Headline(t.Context(), articles.ID("007.txt")); err != nil || one.Title != "007.txt" {
		t.Error(one, err)
	}
	if got := titles(t, h.open(), View{}); !slices.Equal(got, want) {
		t.Errorf("after a new start in the order %q", got)
	}
}

// TestAWholeLibraryIsNotTasted scans a library of a few large files: to read
// them one after the other before the rest is looked at would take as long as
// all the rest.
func TestAWholeLibraryIsNotTasted(t *testing.T) {
	h := newHome(t)
	text := strings.Repeat("The ferry sailed. ", tasteBytes/10/18)
	for i := range 2 * tasteFiles {
		h.write(fmt.Sprintf("%03d.txt", i), fmt.Sprintf("title: %d||%s", i, text))
	}
	h.write("large.txt", "title: Large||"+strings.Repeat(text, 30))
	l := h.open()
	err := l.scan(t.Context(), nil, func(s *scan) error {
		if _, err := s.begin(); err != nil {
			return err
		}
		return s.taste()
	})
	n, countErr := l.cat().CountFiles(t.Context())
	if err != nil || countErr != nil || n < 5 || n > 10 {
		t.Errorf("%d files were tasted, %v, %v", n, err, countErr)
	}
	scanLibrary(t, l)
	if n := len(titles(t, l, View{})); n != 2*tasteFiles+1 {
		t.Errorf("%d stories", n)
	}
}
