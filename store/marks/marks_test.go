package marks

import (
	"bytes"
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"

	"broadsheet/articles"
)

func open(t testing.TB, dir string) *Store {
	t.Helper()
	s, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { s.Close() })
	return s
}

func ptr[T any](v T) *T { return &v }

func set(t testing.TB, s *Store, story Story, c Change) articles.Marks {
	t.Helper()
	m, err := s.Set(t.Context(), story, c)
	if err != nil {
		t.Fatal(err)
	}
	return m
}

func of(t testing.TB, s *Store, story Story) articles.Marks {
	t.Helper()
	m, err := s.Of(t.Context(), []Story{story})
	if err != nil {
		t.Fatal(err)
	}
	return m[0]
}

var ferry = Story{Place: 1, Print: 10, Path: "/archive/ferry.txt", Title: "Ferry aground"}

func TestMarksAreTheSameFromDiskAndFromMemory(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	want := set(t, s, ferry, Change{
		Read: ptr(true), Starred: ptr(true), Position: ptr(0.25), Tags: ptr([]string{"sea"}), Note: ptr("why?"),
	})
	tram := Story{Place: 2, Print: 20, Title: "Trams return"}
	set(t, s, tram, Change{Read: ptr(true)})
	for range 2 { // before Load, after Load
		if got := of(t, s, ferry); !reflect.DeepEqual(got, want) {
			t.Errorf("got %+v, want %+v", got, want)
		}
		if got := of(t, s, tram); !got.Read || got.Starred || got.Note != "" {
			t.Errorf("%+v", got)
		}
		if got := of(t, s, Story{Place: 3, Print: 30}); !reflect.DeepEqual(got, articles.Marks{}) {
			t.Errorf("%+v", got)
		}
		if _, err := s.Load(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if f := s.Flags(1, 10); f != Read|Starred|Tagged|Noted {
		t.Errorf("flags %b", f)
	}
	set(t, s, ferry, Change{Starred: ptr(false), Tags: ptr([]string{})})
	if f := s.Flags(1, 10); f != Read|Noted {
		t.Errorf("flags %b", f)
	}
	if n, err := s.Len(t.Context()); n != 2 || err != nil {
		t.Error(n, err)
	}
}

func TestThePlaceIsAskedBeforeThePrint(t *testing.T) {
	s := open(t, t.TempDir())
	set(t, s, ferry, Change{Starred: ptr(true)})
	elsewhere := Story{Place: 5, Print: 10, Title: "Ferry aground"}
	mended := Story{Place: 1, Print: 11, Title: "Ferry aground"}
	for _, story := range []Story{elsewhere, mended} {
		if !of(t, s, story).Starred {
			t.Errorf("%+v", story)
		}
	}
	set(t, s, elsewhere, Change{Starred: ptr(false), Read: ptr(true)})
	if m := of(t, s, ferry); !m.Starred || m.Read {
		t.Errorf("what was done to a copy was done to the first: %+v", m)
	}
}

func TestAPositionIsNotUndoneButWhatCameBeforeItIs(t *testing.T) {
	s := open(t, "")
	set(t, s, ferry, Change{Tags: ptr([]string{"sea"}), Note: ptr("a")})
	set(t, s, ferry, Change{Note: ptr("b")})
	set(t, s, ferry, Change{Position: ptr(7.0)})
	u, err := s.Undo(t.Context())
	if err != nil || u.What != "note on Ferry aground" || u.Marks.Note != "a" || u.Marks.Position != 1 || len(u.Marks.Tags) != 1 {
		t.Errorf("%+v, %v", u, err)
	}
	u, err = s.Undo(t.Context())
	if err != nil || u.What != "tags and note on Ferry aground" || u.Marks.Note != "" || u.Marks.Tags != nil {
		t.Errorf("%+v, %v", u, err)
	}
	if u, err = s.Undo(t.Context()); err != nil || u.What != "" {
		t.Errorf("%+v, %v", u, err)
	}
}

func TestASessionUndoesItsOwnChangesOnly(t *testing.T) {
	dir := t.TempDir()
	one, two := open(t, dir), open(t, dir)
	set(t, one, ferry, Change{Starred: ptr(true)})
	if u, err := two.Undo(t.Context()); err != nil || u.What != "" {
		t.Errorf("%+v, %v", u, err)
	}
}

func TestTwoProgramsMarkAtOnceAndNothingIsLost(t *testing.T) {
	dir := t.TempDir()
	stores := []*Store{open(t, dir), open(t, dir)}
	for _, s := range stores {
		if _, err := s.Load(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	var wg sync.WaitGroup
	for k, s := range stores {
		wg.Go(func() {
			for i := range 20 {
				story := Story{Place: uint64(100*k + i + 1), Print: uint64(1000*k + i + 1), Title: fmt.Sprint(i)}
				if _, err := s.Set(t.Context(), story, Change{Read: ptr(true)}); err != nil {
					t.Error(err)
				}
			}
		})
	}
	wg.Wait()
	for _, s := range stores {
		if _, err := s.Load(t.Context()); err != nil {
			t.Fatal(err)
		}
		read := 0
		s.EachFlag(200, func(i int) (uint64, uint64) { return uint64(i + 1), 0 }, func(_ int, f Flags) {
			if f == Read {
				read++
			}
		})
		if read != 40 {
			t.Errorf("%d of 40 marks", read)
		}
		if fresh, err := s.Load(t.Context()); fresh || err != nil {
			t.Error("loaded again without need", err)
		}
	}
}

func TestMarksAreExportedAndImported(t *testing.T) {
	from, to := open(t, t.TempDir()), open(t, t.TempDir())
	set(t, from, ferry, Change{Starred: ptr(true), Tags: ptr([]string{"b", "a"}), Note: ptr("two\nlines")})
	set(t, from, Story{Place: 2, Print: 1<<63 + 5, Title: "Old"}, Change{Read: ptr(true)})
	set(t, to, Story{Place: 2, Print: 1<<63 + 5, Title: "Old"}, Change{Note: ptr("later")})
	var file bytes.Buffer
	if n, err := from.Export(t.Context(), &file); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	if n, err := to.Import(t.Context(), bytes.NewReader(file.Bytes())); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if got, want := of(t, to, ferry), of(t, from, ferry); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v, want %+v", got, want)
	}
	if m := of(t, to, Story{Place: 2}); m.Note != "later" || m.Read {
		t.Errorf("an older change came over a later one: %+v", m)
	}
	_, err := to.Import(t.Context(), strings.NewReader(file.String()+"{broken\n"))
	if err == nil || !strings.Contains(err.Error(), "line 3") {
		t.Error(err)
	}
}
