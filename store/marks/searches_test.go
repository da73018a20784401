package marks

import (
	"bytes"
	"errors"
	"path/filepath"
	"reflect"
	"strings"
	"testing"

	"broadsheet/store/sqldb"
)

func saved(t *testing.T, s *Store) []Search {
	t.Helper()
	all, err := s.Searches(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return all
}

func TestASearchIsKeptReplacedAndForgotten(t *testing.T) {
	dir := t.TempDir()
	s := open(t, dir)
	for _, one := range []Search{{"harbour", "ferry"}, {"hafen-ä", "Fähre"}, {"harbour", "ferry OR pilot"}} {
		if err := s.SaveSearch(t.Context(), one); err != nil {
			t.Fatal(err)
		}
	}
	want := []Search{{"hafen-ä", "Fähre"}, {"harbour", "ferry OR pilot"}}
	if got := saved(t, open(t, dir)); !reflect.DeepEqual(got, want) {
		t.Errorf("another program sees %v, want %v", got, want)
	}
	if err := s.SaveSearch(t.Context(), Search{Name: "harbour", Query: "  "}); err != nil {
		t.Fatal(err)
	}
	if got := saved(t, s); !reflect.DeepEqual(got, want[:1]) {
		t.Errorf("%v", got)
	}
	for _, name := range []string{"", "two words", "a:b", "(x", strings.Repeat("x", 65)} {
		if err := s.SaveSearch(t.Context(), Search{name, "x"}); !errors.Is(err, ErrName) {
			t.Errorf("%q: %v", name, err)
		}
	}
}

func TestSavedSearchesTravelWithTheMarks(t *testing.T) {
	a, b := open(t, t.TempDir()), open(t, t.TempDir())
	for _, one := range []Search{{"harbour", "ferry"}, {"court", "inquiry"}} {
		if err := a.SaveSearch(t.Context(), one); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.SaveSearch(t.Context(), Search{"court", "inquiry is:unread"}); err != nil {
		t.Fatal(err) // later than the other one of the name
	}
	var out bytes.Buffer
	if n, err := a.Export(t.Context(), &out); n != 2 || err != nil {
		t.Fatal(n, err)
	}
	if n, err := b.Import(t.Context(), bytes.NewReader(out.Bytes())); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if got, want := saved(t, b), []Search{{"court", "inquiry is:unread"}, {"harbour", "ferry"}}; !reflect.DeepEqual(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
	for _, bad := range []string{`{"search":"a b","query":"x","changed":"2014-06-06T00:00:00Z"}`, `{"search":"a","query":"x"}`} {
		if _, err := b.Import(t.Context(), strings.NewReader(bad)); err == nil {
			t.Errorf("%s: no error", bad)
		}
	}
}

// TestMarksOfEveryOlderVersionAreBroughtUpToDate makes the file as each older
// version did, with a star in it, and opens it.
func TestMarksOfEveryOlderVersionAreBroughtUpToDate(t *testing.T) {
	for old := 1; old < version; old++ {
		dir := t.TempDir()
		db, err := sqldb.Open(filepath.Join(dir, "marks.db"), sqldb.Options{})
		if err != nil {
			t.Fatal(err)
		}
		tx, err := db.BeginTx(t.Context(), nil)
		if err != nil {
			t.Fatal(err)
		}
		for v := 1; v <= old; v++ {
			for _, q := range schema(v) {
				if _, err := tx.Exec(q); err != nil {
					t.Fatal(err)
				}
			}
		}
		_, err = tx.Exec(`INSERT INTO marks(place, print, path, title, read, starred, position, tags, note, changed)
			VALUES(1, 10, '/archive/ferry.txt', 'Ferry aground', 0, 1, 0.5, '["sea"]', 'why?', 7)`)
		if err := errors.Join(err, sqldb.SetVersion(t.Context(), tx, old), tx.Commit(), db.Close()); err != nil {
			t.Fatal(err)
		}
		s := open(t, dir)
		if m := of(t, s, ferry); !m.Starred || m.Note != "why?" || len(m.Tags) != 1 {
			t.Errorf("version %d: %+v", old, m)
		}
		if err := s.SaveSearch(t.Context(), Search{"harbour", "ferry"}); err != nil {
			t.Errorf("version %d: %v", old, err)
		}
	}
}
