package index

import (
	"context"
	"errors"
	"hash/crc32"
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// FuzzDamagedSegment changes bytes of a good segment, most often with the
// footer made to agree, and asks it everything. Wrong answers are allowed,
// faults are not.
func FuzzDamagedSegment(f *testing.F) {
	docs := invented(rand.New(rand.NewSource(7)), 200, 60)
	good := filepath.Join(f.TempDir(), "good.seg")
	if _, err := write(good, docs); err != nil {
		f.Fatal(err)
	}
	whole, err := os.ReadFile(good)
	if err != nil {
		f.Fatal(err)
	}
	f.Add([]byte{}, true)
	f.Add([]byte{0, 1, 2, 3}, false)
	for at := 0; at < len(whole); at += len(whole) / 40 {
		f.Add([]byte{byte(at >> 8), byte(at), 0xff, byte(at >> 8), byte(at + 1), 0xff}, true)
	}
	for at := len(whole) - footerSize; at < len(whole); at += 5 {
		f.Add([]byte{byte(at >> 8), byte(at), 0xff}, true)
	}
	queries := []string{"ferry", "fer*", `"the ferry"`, `"of t"*`, "title:tram -ferry", "source:ostrel tram OR 東京", "after:2014", "is:unread"}
	path := filepath.Join(f.TempDir(), "bad.seg")
	f.Fuzz(func(t *testing.T, changes []byte, agree bool) {
		bad := append([]byte(nil), whole...)
		for ; len(changes) >= 3; changes = changes[3:] {
			bad[(int(changes[0])<<8|int(changes[1]))%len(bad)] ^= changes[2]
		}
		if len(changes) == 1 {
			bad = bad[:len(bad)*int(changes[0])/256]
		}
		if agree && len(bad) > footerSize {
			foot := bad[len(bad)-footerSize:]
			checked := footerSize - len(magic) - 4
			le.PutUint32(foot[checked:], crc32.Checksum(foot[:checked], castagnoli()))
		}
		if err := os.WriteFile(path, bad, 0o600); err != nil {
			t.Fatal(err)
		}
		x, err := Open([]string{path}, Dead{3, 9})
		if err != nil {
			if !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), path) {
				t.Fatalf("%v: does not say which file is damaged", err)
			}
			return
		}
		defer x.Close()
		ctx := context.Background()
		for _, line := range queries {
			if _, err := x.Search(ctx, parse(t, line), SearchOptions{N: 10}); err != nil {
				t.Fatal(err)
			}
		}
		for key := range uint32(30) {
			if _, err := x.Similar(ctx, key, 5); err != nil && !errors.Is(err, ErrUnknown) {
				t.Fatal(err)
			}
		}
		if _, err := Merge(path+".merged", []string{path}, nil); err != nil && !errors.Is(err, ErrDamaged) {
			t.Fatal(err)
		}
	})
}

func TestVerifyNamesTheDamagedSegment(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "a.seg")
	if _, err := write(path, invented(rand.New(rand.NewSource(1)), 50, 50)); err != nil {
		t.Fatal(err)
	}
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	b[len(b)/3] ^= 1
	if err := os.WriteFile(path, b, 0o600); err != nil {
		t.Fatal(err)
	}
	x, err := Open([]string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	if err := x.Verify(context.Background()); !errors.Is(err, ErrDamaged) || !strings.Contains(err.Error(), path) {
		t.Errorf("Verify says %v", err)
	}
	if _, err := Open([]string{filepath.Join(dir, "none.seg")}, nil); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("a missing segment: %v", err)
	}
	if left, _ := filepath.Glob(filepath.Join(dir, ".new-*")); len(left) > 0 {
		t.Errorf("left behind: %v", left)
	}
}
