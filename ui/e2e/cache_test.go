//go:build unix

package e2e

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// versionAt is where in a database SQLite keeps the number of its version.
const versionAt = 60

// TestACacheOfAnotherVersion holds that an older one is made anew and a newer
// one left alone, and that the program says which.
func TestACacheOfAnotherVersion(t *testing.T) {
	t.Parallel()
	dir, home := harbour(t), t.TempDir()
	list := func(wantCode int) (screen string) {
		t.Helper()
		term := open(t, home, 200, 30, "list", "--library", dir)
		if code := term.exit(); code != wantCode {
			t.Fatalf("it ended with %d:\n%s", code, term.screen())
		}
		return term.screen()
	}
	if got := list(0); !strings.Contains(got, "Inquiry opens in Ostrel") {
		t.Fatalf("the list is\n%s", got)
	}
	found, _ := filepath.Glob(filepath.Join(home, "cache", "broadsheet", "*", "catalog.db"))
	if len(found) != 1 {
		t.Fatalf("the caches are %v", found)
	}
	was, err := os.ReadFile(found[0])
	if err != nil {
		t.Fatal(err)
	}
	ours := binary.BigEndian.Uint32(was[versionAt:])
	setVersion := func(n uint32) []byte {
		t.Helper()
		changed := bytes.Clone(was)
		binary.BigEndian.PutUint32(changed[versionAt:], n)
		if err := os.WriteFile(found[0], changed, 0o600); err != nil {
			t.Fatal(err)
		}
		return changed
	}

	newer := setVersion(ours + 1)
	if got := list(1); !strings.Contains(got, "written by a newer version of the program") || strings.Contains(got, "Inquiry") {
		t.Errorf("it says\n%s", got)
	}
	if now, err := os.ReadFile(found[0]); err != nil || !bytes.Equal(now, newer) {
		t.Errorf("a newer cache was written over: %v", err)
	}

	setVersion(ours - 1)
	got := list(0)
	for _, words := range []string{"made by an older version; it is being made anew", "Inquiry opens in Ostrel", "Library bill passes"} {
		if !strings.Contains(got, words) {
			t.Errorf("%q is missing:\n%s", words, got)
		}
	}
	if now, err := os.ReadFile(found[0]); err != nil || binary.BigEndian.Uint32(now[versionAt:]) != ours {
		t.Errorf("the cache was not made anew: %v", err)
	}
	if got := list(0); strings.Contains(got, "older version") {
		t.Errorf("it is made anew again:\n%s", got)
	}
}
