package store

import (
	"context"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strings"
	"testing"

	"broadsheet/articles"
)

func ptr[T any](v T) *T { return &v }

func mark(t testing.TB, l *Library, id articles.ID, c Change) articles.Marks {
	t.Helper()
	m, err := l.Mark(t.Context(), id, c)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func marksOf(t testing.TB, l *Library, id articles.ID) articles.Marks {
	t.Helper()
	h, err := l.Headline(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	return h.Marks
}

func TestMarksLastAndAreCounted(t *testing.T) {
	h := small(t)
	l := h.scanned()
	mark(t, l, "a.txt", Change{Read: ptr(true), Starred: ptr(true), Position: ptr(0.5)})
	mark(t, l, "a.txt", Change{Tags: ptr([]string{"sea", " ", "ferry", "sea"}), Note: ptr("ask the pilot")})
	l.Close()
	l = h.open()
	m := marksOf(t, l, "a.txt")
	if !m.Read || !m.Starred || m.Position != 0.5 || strings.Join(m.Tags, ",") != "ferry,sea" || m.Note != "ask the pilot" {
		t.Errorf("%+v", m)
	}
	expect(t, titles(t, l, View{Starred: true}), "Ferry aground")
	expect(t, titles(t, l, View{Unread: true}), "Inquiry opens", "One", "Two", "Trams return")
	w, _ := l.Headlines(t.Context(), View{}, 0, 1)
	if w.Unread != 4 || w.AllUnread != 4 {
		t.Errorf("%+v", w)
	}
	expect(t, titles(t, l, View{Query: "is:starred"}), "Ferry aground")
	expect(t, titles(t, l, View{Query: "ferry is:unread"}), "Inquiry opens")
	expect(t, titles(t, l, View{Query: "tag:sea"}), "Ferry aground")
}

func TestMarksFollowAStoryThatMovesOrIsSavedAgain(t *testing.T) {
	h := small(t)
	l := h.scanned()
	mark(t, l, "a.txt", Change{Starred: ptr(true)})
	mark(t, l, "b.txt", Change{Read: ptr(true)})
	mark(t, l, "d.txt#2", Change{Note: ptr("second")})
	if err := os.Rename(filepath.Join(h.dir, "a.txt"), filepath.Join(h.dir, "elsewhere.txt")); err != nil {
		t.Fatal(err)
	}
	h.write("b.txt", "title: Inquiry opens|date: 2014-06-05||The text was mended, and is longer.")
	h.write("d.txt", "title: New||First now.|---|title: One|date: 2014-06-04||First of two.|---|title: Two|date: 2014-06-01||Second of two, mended.")
	scanLibrary(t, l)
	if !marksOf(t, l, "elsewhere.txt").Starred {
		t.Error("a moved file lost its star")
	}
	if !marksOf(t, l, "b.txt").Read {
		t.Error("a file saved again became unread")
	}
	if marksOf(t, l, "d.txt#3").Note != "second" || marksOf(t, l, "d.txt#2").Note != "" || marksOf(t, l, "d.txt#1").Note != "" {
		t.Error("a note stayed at the number and did not go with the story")
	}
}

func TestUndoTakesMarksBackInOrder(t *testing.T) {
	l := small(t).scanned()
	mark(t, l, "a.txt", Change{Starred: ptr(true)})
	mark(t, l, "b.txt", Change{Read: ptr(true)})
	mark(t, l, "b.txt", Change{Position: ptr(0.7)})
	what, id, m, err := l.Undo(t.Context())
	if err != nil || what != "read mark on Inquiry opens" || id != "b.txt" || m.Read || m.Position != 0.7 {
		t.Errorf("%q %q %+v %v", what, id, m, err)
	}
	what, id, _, err = l.Undo(t.Context())
	if err != nil || what != "star on Ferry aground" || id != "a.txt" || marksOf(t, l, "a.txt").Starred {
		t.Errorf("%q %q %v", what, id, err)
	}
	if what, _, _, err := l.Undo(t.Context()); what != "" || err != nil {
		t.Errorf("nothing was left, got %q, %v", what, err)
	}
}

func TestTwoLibrariesShareOneMarksFile(t *testing.T) {
	a, b := small(t), small(t)
	b.config.StateDir, b.config.CacheDir = a.config.StateDir, a.config.CacheDir
	la, lb := a.scanned(), b.scanned()
	mark(t, la, "a.txt", Change{Starred: ptr(true)})
	mark(t, lb, "b.txt", Change{Starred: ptr(true)})
	if err := lb.refresh(t.Context()); err != nil {
		t.Fatal(err)
	}
	// The text of a.txt is the same in both, and so is what was said of it.
	if !marksOf(t, lb, "a.txt").Starred || !marksOf(t, lb, "b.txt").Starred {
		t.Error("a mark is missing")
	}
}

func TestTwoProgramsReadAndMarkOneLibrary(t *testing.T) {
	h := small(t)
	one, two := h.scanned(), h.scanned()
	mark(t, one, "a.txt", Change{Read: ptr(true)})
	mark(t, two, "b.txt", Change{Read: ptr(true)})
	mark(t, two, "a.txt", Change{Starred: ptr(true)})
	h.write("new.txt", "title: New|date: 2014-07-01||Fresh.")
	scanLibrary(t, one)
	for _, l := range []*Library{one, two} {
		if err := l.refresh(t.Context()); err != nil {
			t.Fatal(err)
		}
		if m := marksOf(t, l, "a.txt"); !m.Read || !m.Starred {
			t.Errorf("%+v", m)
		}
		if got := titles(t, l, View{}); got[0] != "New" || len(got) != 6 {
			t.Errorf("%q", got)
		}
		expect(t, titles(t, l, View{Query: "fresh"}), "New")
	}
}

func TestMarksAreForTheirOwnerOnly(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no modes")
	}
	h := small(t)
	h.scanned()
	info, err := os.Stat(filepath.Join(h.config.StateDir, "marks.db"))
	if err != nil || info.Mode().Perm() != 0o600 {
		t.Errorf("%v, %v", info.Mode(), err)
	}
}

// TestKilledWhileMarking runs this test binary again as a program that marks
// story after story, and kills it without warning.
func TestKilledWhileMarking(t *testing.T) {
	if base := os.Getenv("MARK_AND_DIE"); base != "" {
		markForever(t, base)
	}
	if testing.Short() {
		t.Skip("starts a program")
	}
	h := newHome(t)
	for _, n := range "abcdefghijklmnopqrst" {
		h.write(string(n)+".txt", "title: Story "+string(n)+"||Text of "+string(n)+".")
	}
	h.scanned().Close()
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command(exe, "-test.run", "^TestKilledWhileMarking$")
	cmd.Env = append(os.Environ(), "MARK_AND_DIE="+filepath.Dir(h.dir))
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	said := make([]byte, 5) // a letter for each mark that was acknowledged
	for got := 0; got < len(said); {
		n, err := out.Read(said[got:])
		if err != nil {
			t.Fatal(err)
		}
		got += n
	}
	cmd.Process.Kill()
	_ = cmd.Wait()
	l := h.open()
	for _, n := range said {
		if !marksOf(t, l, articles.ID(string(rune(n))+".txt")).Starred {
			t.Errorf("the star on %c was lost", n)
		}
	}
}

func markForever(t *testing.T, base string) {
	h := &home{t: t, dir: filepath.Join(base, "archive"), reader: &reader{}}
	h.config = config(h)
	l, err := Open(context.Background(), h.config)
	if err != nil {
		os.Exit(3)
	}
	for _, n := range "abcdefghijklmnopqrst" {
		if _, err := l.Mark(context.Background(), articles.ID(string(n)+".txt"), Change{Starred: ptr(true)}); err != nil {
			os.Exit(3)
		}
		os.Stdout.WriteString(string(n))
	}
	select {}
}
