package store

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"broadsheet/store/sqldb"
)

// cacheFile finds a file of the one library's cache.
func (h *home) cacheFile(pattern string) string {
	h.t.Helper()
	found, err := filepath.Glob(filepath.Join(h.config.CacheDir, "*", pattern))
	if err != nil || len(found) == 0 {
		h.t.Fatal(pattern, err)
	}
	return found[0]
}

func alter(t testing.TB, path string, from, n int) {
	t.Helper()
	f, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		t.Fatal(err)
	}
	defer f.Close()
	if _, err := f.WriteAt([]byte(strings.Repeat("?", n)), int64(from)); err != nil {
		t.Fatal(err)
	}
}

func setVersion(t testing.TB, path, version string) {
	t.Helper()
	db, err := sqldb.Open(path, sqldb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	if _, err := db.Exec("PRAGMA user_version = " + version); err != nil {
		t.Fatal(err)
	}
}

func version(t testing.TB, path string) string {
	t.Helper()
	db, err := sqldb.Open(path, sqldb.Options{})
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	v, err := sqldb.Version(t.Context(), db)
	if err != nil {
		t.Fatal(err)
	}
	return strconv.Itoa(v)
}

func TestADamagedCacheIsMadeAnewUnasked(t *testing.T) {
	for name, damage := range map[string]func(*home){
		"not a database": func(h *home) { alter(h.t, h.cacheFile("catalog.db"), 0, 4096) },
		"pages lost":     func(h *home) { alter(h.t, h.cacheFile("catalog.db"), 4096, 8*4096) },
		"cut short":      func(h *home) { os.Truncate(h.cacheFile("catalog.db"), 6000) },
		"empty":          func(h *home) { os.Truncate(h.cacheFile("catalog.db"), 0) },
		"older":          func(h *home) { setVersion(h.t, h.cacheFile("catalog.db"), "-1") },
		"index gone":     func(h *home) { os.Remove(h.cacheFile("*.seg")) },
		"index empty":    func(h *home) { os.Truncate(h.cacheFile("*.seg"), 0) },
		"all gone":       func(h *home) { os.RemoveAll(h.config.CacheDir) },
	} {
		t.Run(name, func(t *testing.T) {
			h := small(t)
			l := h.scanned()
			mark(t, l, "a.txt", Change{Starred: ptr(true)})
			l.Close()
			damage(h)
			l = h.scanned()
			expect(t, titles(t, l, View{}), smallTitles...)
			expect(t, titles(t, l, View{Query: "ferry"}), "Ferry aground", "Inquiry opens")
			if !marksOf(t, l, "a.txt").Starred {
				t.Error("the marks went with the cache")
			}
			if _, _, err := l.Story(t.Context(), "d.txt#2"); err != nil {
				t.Error(err)
			}
		})
	}
}

func TestDamageMetWhileTheLibraryIsOpenIsHealedByTheNextScan(t *testing.T) {
	h := newHome(t)
	for _, n := range "abcdefghijklmnopqrstuvwxyz" {
		h.write(string(n)+".txt", "title: Story "+string(n)+"||"+strings.Repeat("Text of "+string(n)+". ", 300))
	}
	h.scanned().Close()
	l := h.open()
	info, err := os.Stat(h.cacheFile("catalog.db"))
	if err != nil {
		t.Fatal(err)
	}
	alter(t, h.cacheFile("catalog.db"), 4096, int(info.Size())-4096)
	for _, n := range "abcdefghijklmnopqrstuvwxyz" {
		l.Story(t.Context(), idOf(n))
	}
	scanLibrary(t, l)
	if n := len(titles(t, l, View{})); n != 26 {
		t.Errorf("%d stories", n)
	}
	if _, _, err := l.Story(t.Context(), "q.txt"); err != nil {
		t.Error(err)
	}
	if len(l.Notices()) == 0 {
		t.Error("nobody was told")
	}
}

func TestWhatANewerProgramWroteIsRefused(t *testing.T) {
	h := small(t)
	h.scanned().Close()
	for _, path := range []string{h.cacheFile("catalog.db"), filepath.Join(h.config.StateDir, "marks.db")} {
		was := version(t, path)
		setVersion(t, path, "99")
		before, _ := os.ReadFile(path)
		_, err := Open(t.Context(), h.config)
		if !errors.Is(err, sqldb.ErrNewer) || !strings.Contains(err.Error(), path) {
			t.Errorf("%v", err)
		}
		if after, _ := os.ReadFile(path); string(after) != string(before) {
			t.Errorf("%s was written", path)
		}
		setVersion(t, path, was)
	}
	h.scanned()
}

func TestDamagedMarksAreLeftAlone(t *testing.T) {
	h := small(t)
	h.scanned().Close()
	path := filepath.Join(h.config.StateDir, "marks.db")
	alter(t, path, 0, 4096)
	before, _ := os.ReadFile(path)
	l := h.scanned()
	mark(t, l, "a.txt", Change{Starred: ptr(true)})
	if !marksOf(t, l, "a.txt").Starred || len(l.Notices()) != 1 || !strings.Contains(l.Notices()[0], h.config.StateDir) {
		t.Errorf("%q", l.Notices())
	}
	l.Close()
	if after, _ := os.ReadFile(path); string(after) != string(before) {
		t.Error("written")
	}
}

func TestWithoutAPlaceToWriteItWorksAndSaysSo(t *testing.T) {
	h := small(t)
	// A file where a folder should be fails for root as well.
	base := filepath.Join(filepath.Dir(h.dir), "file")
	if err := os.WriteFile(base, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	h.config.CacheDir, h.config.StateDir = filepath.Join(base, "cache"), filepath.Join(base, "state")
	t.Setenv("TMPDIR", t.TempDir())
	l := h.scanned()
	expect(t, titles(t, l, View{}), smallTitles...)
	mark(t, l, "a.txt", Change{Read: ptr(true)})
	expect(t, titles(t, l, View{Unread: true}), "Inquiry opens", "One", "Two", "Trams return")
	if n := l.Notices(); len(n) != 2 {
		t.Errorf("%q", n)
	}
	spare := l.dir()
	l.Close()
	if _, err := os.Stat(spare); !errors.Is(err, os.ErrNotExist) {
		t.Errorf("%s was left behind", spare)
	}
}

func TestWhenTheDiskFillsTheScanGoesOnElsewhere(t *testing.T) {
	h := small(t)
	l := h.open()
	ok, err := l.heal(t.Context(), &os.PathError{Op: "write", Path: "x", Err: errNoSpace()})
	if !ok || err != nil {
		t.Skip(ok, err)
	}
	scanLibrary(t, l)
	expect(t, titles(t, l, View{}), smallTitles...)
	if len(l.Notices()) != 1 {
		t.Errorf("%q", l.Notices())
	}
}

func TestIndexFilesThatNobodyNamesAreSwept(t *testing.T) {
	h := small(t)
	h.scanned().Close()
	stray := filepath.Join(filepath.Dir(h.cacheFile("catalog.db")), "00000077"+segmentSuffix)
	os.WriteFile(stray, []byte("half written"), 0o600)
	os.WriteFile(stray+".tmp", []byte("half written"), 0o600)
	l := h.scanned()
	for _, path := range []string{stray, stray + ".tmp"} {
		if _, err := os.Stat(path); err == nil {
			t.Errorf("%s is still there", path)
		}
	}
	expect(t, titles(t, l, View{Query: "ferry"}), "Ferry aground", "Inquiry opens")
}

func TestRebuildForgetsTheCacheAndNothingElse(t *testing.T) {
	h := small(t)
	l := h.scanned()
	mark(t, l, "a.txt", Change{Starred: ptr(true)})
	l.Close()
	own := filepath.Join(filepath.Dir(h.cacheFile("catalog.db")), "keep.txt")
	os.WriteFile(own, nil, 0o600)
	read := h.reader.files.Load()
	h.config.Rebuild = true
	l = h.scanned()
	if h.reader.files.Load() != read+4 || !marksOf(t, l, "a.txt").Starred {
		t.Error("not rebuilt, or marks lost")
	}
	if _, err := os.Stat(own); err != nil {
		t.Error(err)
	}
}

// TestKilledWhileScanning runs this test binary again as a program that scans,
// and kills it at several moments. Every next start must be right.
func TestKilledWhileScanning(t *testing.T) {
	if base := os.Getenv("SCAN_AND_DIE"); base != "" {
		h := &home{t: t, dir: filepath.Join(base, "archive"), reader: &reader{}}
		l, err := Open(context.Background(), config(h))
		if err != nil {
			os.Exit(3)
		}
		l.Scan(context.Background(), nil)
		os.Exit(0)
	}
	if testing.Short() || runtime.GOOS == "windows" {
		t.Skip("starts programs")
	}
	h := newHome(t)
	for i := range 1500 {
		n := strings.Repeat(string(rune('a'+i%26)), 1+i/26)
		h.write(n+".txt", "title: Story "+n+"|date: 2014-06-06||"+strings.Repeat("Words about the ferry. ", 20))
	}
	exe, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	for _, wait := range []time.Duration{5, 20, 40, 60, 90, 130, 180} {
		cmd := exec.Command(exe, "-test.run", "^TestKilledWhileScanning$")
		cmd.Env = append(os.Environ(), "SCAN_AND_DIE="+filepath.Dir(h.dir))
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(wait * time.Millisecond)
		cmd.Process.Kill()
		_ = cmd.Wait()
		l := h.open()
		heads, hits := len(titles(t, l, View{Copies: true})), len(titles(t, l, View{Query: "ferry", Copies: true}))
		if heads != hits {
			t.Errorf("killed after %d ms: %d headlines, %d found by search", wait, heads, hits)
		}
		l.Close()
	}
	l := h.scanned()
	if heads, hits := len(titles(t, l, View{Copies: true})), len(titles(t, l, View{Query: "ferry", Copies: true})); heads != 1500 || hits != 1500 {
		t.Errorf("%d headlines, %d found", heads, hits)
	}
}
