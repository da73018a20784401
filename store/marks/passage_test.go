package marks

import (
	"bytes"
	"path/filepath"
	"reflect"
	"testing"

	"broadsheet/articles"
	"broadsheet/store/sqldb"
)

var twoPassages = []articles.Passage{
	{Quote: "The second radar had been out of order since the spring.", Note: "who knew?"},
	{Quote: "He paused.", Nth: 1},
}

func TestMarkedParagraphsAreKeptAndComeBackByUndo(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	set(t, s, ferry, Change{Read: ptr(true)})
	set(t, s, ferry, Change{Passages: &twoPassages})
	for range 2 { // before Load, after Load
		if got := of(t, s, ferry); !reflect.DeepEqual(got.Passages, twoPassages) || !got.Read {
			t.Errorf("got %+v", got)
		}
		if _, err := s.Load(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	if f := s.Flags(1, 10); f != Read|Noted {
		t.Errorf("flags are %b", f)
	}
	set(t, s, ferry, Change{Passages: &[]articles.Passage{}})
	if got := of(t, s, ferry); len(got.Passages) > 0 {
		t.Errorf("taken away, there is still %+v", got)
	}
	u, err := s.Undo(t.Context())
	if err != nil || u.What != "marked paragraph on Ferry aground" || !reflect.DeepEqual(u.Marks.Passages, twoPassages) {
		t.Errorf("undo brought %+v, %v", u, err)
	}
	again := open(t, dir)
	if got := of(t, again, ferry); !reflect.DeepEqual(got.Passages, twoPassages) {
		t.Errorf("after a start: %+v", got)
	}
}

func TestNotedListsStoriesWithWordsOfTheReader(t *testing.T) {
	s := open(t, "")
	set(t, s, ferry, Change{Passages: &twoPassages})
	set(t, s, Story{Place: 2, Print: 20, Title: "Trams return"}, Change{Read: ptr(true)})
	set(t, s, Story{Place: 3, Print: 30, Title: "Depot fire"}, Change{Note: ptr("ask the cat")})
	all, err := s.Noted(t.Context())
	if err != nil || len(all) != 2 || all[0].Title != "Depot fire" || all[1].Title != "Ferry aground" {
		t.Errorf("got %+v, %v", all, err)
	}
}

func TestMarkedParagraphsTravel(t *testing.T) {
	from, to := open(t, ""), open(t, "")
	set(t, from, ferry, Change{Passages: &twoPassages})
	var b bytes.Buffer
	if _, err := from.Export(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if _, err := to.Import(t.Context(), &b); err != nil {
		t.Fatal(err)
	}
	if got := of(t, to, ferry); !reflect.DeepEqual(got.Passages, twoPassages) {
		t.Errorf("got %+v", got)
	}
}

// TestMarksOfTheFirstVersionAreTakenOver makes the tables as the first
// version did.
func TestMarksOfTheFirstVersionAreTakenOver(t *testing.T) {
	dir := t.TempDir()
	db, err := sqldb.Open(filepath.Join(dir, "marks.db"), sqldb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	for _, q := range append(first(), `INSERT INTO marks(place, print, path, title, read, starred, position, tags, note, changed)
		VALUES(1, 10, '/archive/ferry.txt', 'Ferry aground', 1, 1, 0.5, '["sea"]', 'why?', 7)`, `PRAGMA user_version = 1`) {
		if _, err := db.ExecContext(t.Context(), q); err != nil {
			t.Fatal(err)
		}
	}
	if err := db.Close(); err != nil {
		t.Fatal(err)
	}
	s := open(t, dir)
	want := articles.Marks{Read: true, Starred: true, Position: 0.5, Tags: []string{"sea"}, Note: "why?"}
	if got := of(t, s, ferry); !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	if got := set(t, s, ferry, Change{Passages: &twoPassages}); !reflect.DeepEqual(got.Passages, twoPassages) {
		t.Errorf("got %+v", got)
	}
}

func TestWhatIsKeptByNameIsKeptForEachLibrary(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, one := range [][3]string{{"ostrel", "trail", "a"}, {"karsk", "trail", "b"}, {"ostrel", "trail", "c"}, {"", "other", "d"}} {
		if err := s.Keep(t.Context(), one[0], one[1], one[2]); err != nil {
			t.Fatal(err)
		}
	}
	s = open(t, dir)
	for _, c := range []struct{ scope, name, want string }{
		{"ostrel", "trail", "c"}, {"karsk", "trail", "b"}, {"", "other", "d"}, {"", "trail", ""},
	} {
		if got, err := s.Kept(t.Context(), c.scope, c.name); err != nil || got != c.want {
			t.Errorf("%q of %q: %q, %v", c.name, c.scope, got, err)
		}
	}
	if err := s.Keep(t.Context(), "ostrel", "trail", ""); err != nil {
		t.Fatal(err)
	}
	if got, _ := s.Kept(t.Context(), "ostrel", "trail"); got != "" {
		t.Errorf("forgotten, it is still %q", got)
	}
}
