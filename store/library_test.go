package store

import (
	"context"
	"slices"
	"testing"

	"broadsheet/articles"
)

func expect[T comparable](t *testing.T, got []T, want ...T) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func small(t testing.TB) *home {
	return newHome(t,
		"a.txt=title: Ferry aground|date: 2014-06-03|source: Ostrel Courier||The ferry ran aground off Karsk.",
		"b.txt=title: Inquiry opens|date: 2014-06-05|source: Tarrovia Wire|link: Ferry aground||An inquiry into the ferry opened in Ostrel.",
		"sub/c.txt=title: Trams return|source: Vasska Post||Night trams return to the east.",
		"d.txt=title: One|date: 2014-06-04||First of two.|---|title: Two|date: 2014-06-01||Second of two.",
	)
}

func TestALibraryIsScannedListedAndRead(t *testing.T) {
	h := small(t)
	l := h.scanned()
	expect(t, titles(t, l, View{}), "Inquiry opens", "One", "Ferry aground", "Two", "Trams return")
	w, err := l.Headlines(context.Background(), View{}, 1, 2)
	if err != nil || w.Total != 5 || w.Unread != 5 || w.All != 5 || w.From != 1 || len(w.Items) != 2 || w.Items[0].ID != "d.txt#1" {
		t.Fatalf("%+v, %v", w, err)
	}
	a, m, err := l.Story(context.Background(), "d.txt#2")
	if err != nil || a.Title != "Two" || a.Text != "Second of two." || a.ID != "d.txt#2" || a.Path != h.dir+"/d.txt" || m.Read {
		t.Errorf("%+v %+v %v", a, m, err)
	}
	if _, _, err := l.Story(context.Background(), "no.txt"); err != ErrUnknown {
		t.Error(err)
	}
	i, err := l.IndexOf(context.Background(), View{}, "sub/c.txt")
	if i != 4 || err != nil {
		t.Error(i, err)
	}
	expect(t, titles(t, l, View{Query: "ferry"}), "Ferry aground", "Inquiry opens")
}

func TestTheSecondStartReadsNoFile(t *testing.T) {
	h := small(t)
	h.scanned().Close()
	read := h.reader.files.Load()
	l := h.open()
	expect(t, titles(t, l, View{}), "Inquiry opens", "One", "Ferry aground", "Two", "Trams return")
	p := scanLibrary(t, l)
	if h.reader.files.Load() != read || p.Total != 0 || p.Files != 4 || p.Stories != 5 {
		t.Errorf("%d files read again, %+v", h.reader.files.Load()-read, p)
	}
	_ = articles.ID("")
}
