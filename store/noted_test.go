package store

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"broadsheet/articles"
)

func TestNotesAreListedWhereverTheirStoriesWent(t *testing.T) {
	h := small(t)
	l := h.scanned()
	mark(t, l, "a.txt", Change{Passages: &[]articles.Passage{{Quote: "The ferry ran aground.", Note: "off Karsk?"}}})
	mark(t, l, "b.txt", Change{Note: ptr("ask the pilot")})
	mark(t, l, "d.txt#2", Change{Note: ptr("gone soon")})
	if err := os.Rename(filepath.Join(h.dir, "a.txt"), filepath.Join(h.dir, "moved.txt")); err != nil {
		t.Fatal(err)
	}
	if err := os.Remove(filepath.Join(h.dir, "d.txt")); err != nil {
		t.Fatal(err)
	}
	scanLibrary(t, l)
	for everywhere, want := range map[bool]string{
		false: "[b.txt moved.txt]", true: "[ b.txt moved.txt]",
	} {
		all, err := l.Noted(t.Context(), everywhere)
		if err != nil {
			t.Fatal(err)
		}
		var ids []articles.ID
		for _, n := range all {
			ids = append(ids, n.ID)
			if n.Title == "" || n.Path == "" || n.Marks.Note == "" && len(n.Marks.Passages) == 0 {
				t.Errorf("%+v says too little", n)
			}
		}
		if got := fmt.Sprint(ids); got != want {
			t.Errorf("everywhere %v: %s, want %s", everywhere, got, want)
		}
	}
}

func TestWhatALibraryKeepsIsItsOwn(t *testing.T) {
	h := small(t)
	l := h.scanned()
	if err := l.Keep(t.Context(), "trail", "a-b"); err != nil {
		t.Fatal(err)
	}
	l.Close()
	l = h.open()
	if got, err := l.Kept(t.Context(), "trail"); got != "a-b" || err != nil {
		t.Errorf("%q, %v", got, err)
	}
}
