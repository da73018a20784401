package sqldb

import (
	"context"
	"os"
	"path/filepath"
	"testing"
)

func TestADatabaseOpensUnderAnyName(t *testing.T) {
	for _, name := range []string{"plain", "with space", "a?b#c%20d", "ümlaut", "semi;colon&amp=1"} {
		dir := filepath.Join(t.TempDir(), name)
		if err := os.Mkdir(dir, 0o700); err != nil {
			t.Skip(err) // not every system allows every name
		}
		path := filepath.Join(dir, "x.db")
		db, err := Open(path, Options{Pragmas: []string{"journal_mode(WAL)"}})
		if err != nil {
			t.Fatal(err)
		}
		if _, err := db.Exec("CREATE TABLE t(x)"); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		db.Close()
		if _, err := os.Stat(path); err != nil {
			t.Error(err)
		}
	}
}

func TestErrorsAreToldApart(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.db")
	if err := os.WriteFile(path, []byte("this is no database, but it is long enough to be looked at"), 0o600); err != nil {
		t.Fatal(err)
	}
	db, _ := Open(path, Options{})
	_, err := db.Exec("CREATE TABLE t(x)")
	db.Close()
	if !Damaged(err) || NoRoom(err) {
		t.Errorf("a text file: %v", err)
	}
	if err := SetAside(path); err != nil {
		t.Fatal(err)
	}
	if _, err := os.Stat(path + ".damaged"); err != nil {
		t.Error(err)
	}
	db, _ = Open(filepath.Join(t.TempDir(), "no", "such", "x.db"), Options{})
	_, err = db.Exec("CREATE TABLE t(x)")
	db.Close()
	if Damaged(err) || !NoRoom(err) {
		t.Errorf("a missing folder: %v", err)
	}
}

func TestAMemoryDatabaseHoldsItsTables(t *testing.T) {
	db, err := Open(Memory, Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	db.Exec("CREATE TABLE t(x)")
	for range 4 {
		if _, err := db.Exec("INSERT INTO t VALUES(1)"); err != nil {
			t.Fatal(err)
		}
	}
	if v, err := Version(context.Background(), db); v != 0 || err != nil {
		t.Error(v, err)
	}
}
