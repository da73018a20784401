package catalog

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"broadsheet/articles"
	"broadsheet/store/sqldb"
)

func opened(t testing.TB, dir string) *Catalog {
	t.Helper()
	c, _, err := Open(t.Context(), dir)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { c.Close() })
	return c
}

func commit(t testing.TB, c *Catalog, b Batch) Removed {
	t.Helper()
	gone, err := c.Commit(t.Context(), &b)
	if err != nil {
		t.Fatal(err)
	}
	return gone
}

// bring makes a batch of files with one story each, two to a block.
func bring(from, n int) Batch {
	var b Batch
	for i := from; i < from+n; i++ {
		b.Files = append(b.Files, File{ID: int64(i), Rel: fmt.Sprintf("%04d.txt", i), Size: 10, Mtime: 5})
		b.Stories = append(b.Stories, NewStory{
			Story: Story{Row: uint32(i), File: int64(i), Published: int64(1000 * i),
				Keys: Keys{Print: uint64(i), Place: 1 << 63, Folded: 3, URL: 4, Publisher: 5}},
			Headline: articles.Headline{Title: fmt.Sprintf("Story %d", i), Source: "Ostrel Courier", Words: i},
			Block:    (i - from) / 2, Slot: (i - from) % 2,
			Links: []articles.Link{{Title: "Another", URL: "u", ID: "7"}},
			Pages: []string{"a.example/all", fmt.Sprintf("a.example/%d", i%2)},
		})
	}
	for i := 0; i < (n+1)/2; i++ {
		b.Blocks = append(b.Blocks, fmt.Appendf(nil, "block %d", i))
	}
	return b
}

func count(t testing.TB, c *Catalog, table string) int {
	t.Helper()
	var n int
	if err := c.db.QueryRow(`SELECT count(*) FROM ` + table).Scan(&n); err != nil {
		t.Fatal(err)
	}
	return n
}

func TestABatchIsThereAfterItAndAfterANewStart(t *testing.T) {
	dir := t.TempDir()
	c := opened(t, dir)
	b := bring(1, 5)
	b.Segments = []Segment{{Name: "1.seg", Docs: 5, Bytes: 99, First: 1, Last: 5}}
	b.Problems = map[int64][]Problem{3: {{File: 3, Rel: "0003.txt", Reason: "odd"}}}
	commit(t, c, b)
	c.Close()
	c = opened(t, dir)
	n, err := c.Counters(t.Context())
	if err != nil || n.Stories != 5 || n.Row != 5 || n.File != 5 || n.Commit != 1 {
		t.Fatalf("%+v, %v", n, err)
	}
	newest, err := c.Newest(t.Context(), 1, 2)
	if err != nil || len(newest) != 2 || newest[0].Headline.Title != "Story 4" || newest[0].Rel != "0004.txt" || newest[0].Keys.Place != 1<<63 {
		t.Errorf("%+v, %v", newest, err)
	}
	picked, err := c.Headlines(t.Context(), []uint32{5, 99, 2})
	if err != nil || len(picked) != 2 || picked[0].Row != 5 || picked[1].Row != 2 {
		t.Errorf("%+v, %v", picked, err)
	}
	at, err := c.Body(t.Context(), 4)
	if err != nil || at.Slot != 1 {
		t.Error(at, err)
	}
	if block, err := c.Block(t.Context(), at.Block); err != nil || string(block) != "block 1" {
		t.Errorf("%q %v", block, err)
	}
	if _, err := c.Body(t.Context(), 77); !errors.Is(err, ErrUnknown) {
		t.Error(err)
	}
	one, err := c.Find(t.Context(), 0, "0002.txt", 0)
	if err != nil || one.Headline.Words != 2 {
		t.Errorf("%+v, %v", one, err)
	}
	if _, err := c.Find(t.Context(), 0, "0002.txt", 1); err != ErrUnknown {
		t.Error(err)
	}
	problems, _ := c.Problems(t.Context())
	segments, _ := c.Segments(t.Context())
	if !slices.Equal(problems, b.Problems[3]) || !slices.Equal(segments, b.Segments) {
		t.Errorf("%v %v", problems, segments)
	}
}

func TestForgottenFilesLeaveNothingBehind(t *testing.T) {
	c := opened(t, t.TempDir())
	commit(t, c, bring(1, 6))
	if gone := commit(t, c, Batch{Gone: []int64{1, 2}}); !slices.Equal(gone, Removed{1, 2}) {
		t.Errorf("%v", gone)
	}
	if b := count(t, c, "blocks"); b != 2 {
		t.Errorf("%d blocks: the first should have gone with its two stories", b)
	}
	// A file read anew replaces its stories; the block lives on for the other.
	again := bring(10, 1)
	again.Files[0] = File{ID: 3, Rel: "0003.txt", Size: 11, Mtime: 6}
	again.Stories[0].File = 3
	again.Fresh = []int64{3}
	if gone := commit(t, c, again); !slices.Equal(gone, Removed{3}) {
		t.Errorf("%v", gone)
	}
	n, _ := c.Counters(t.Context())
	if n.Stories != 4 || count(t, c, "stories") != 4 || count(t, c, "files") != 4 || count(t, c, "blocks") != 3 || count(t, c, "links") != 4 {
		t.Errorf("%+v, %d stories, %d files, %d blocks, %d links", n,
			count(t, c, "stories"), count(t, c, "files"), count(t, c, "blocks"), count(t, c, "links"))
	}
	dead, _ := c.Dead(t.Context())
	if !slices.Equal(dead, []uint32{1, 2, 3}) {
		t.Errorf("dead %v", dead)
	}
	commit(t, c, Batch{Buried: []uint32{1, 3}})
	if dead, _ := c.Dead(t.Context()); !slices.Equal(dead, []uint32{2}) {
		t.Errorf("dead %v", dead)
	}
}

func TestAFailedBatchChangesNothing(t *testing.T) {
	c := opened(t, t.TempDir())
	commit(t, c, bring(1, 3))
	bad := bring(4, 2)
	bad.Gone = []int64{1}
	bad.Stories[1].Row = bad.Stories[0].Row
	if _, err := c.Commit(t.Context(), &bad); err == nil {
		t.Fatal("two stories of one row")
	}
	n, _ := c.Counters(t.Context())
	if n.Stories != 3 || n.Row != 3 || n.Commit != 1 || count(t, c, "files") != 3 {
		t.Errorf("%+v", n)
	}
}

func TestFilesBelowAFolderAreFound(t *testing.T) {
	c := opened(t, t.TempDir())
	var b Batch
	for i, rel := range []string{"a", "a-b", "a/x", "a/y/z", "a0", "b"} {
		b.Files = append(b.Files, File{ID: int64(i + 1), Rel: rel})
	}
	commit(t, c, b)
	got, err := c.At(t.Context(), 0, "a")
	if err != nil || len(got) != 3 || got[0].Rel != "a" || got[2].Rel != "a/y/z" {
		t.Errorf("%v, %v", got, err)
	}
	var all []string
	for f := range c.Files(t.Context()) {
		all = append(all, f.Folder+f.Name)
	}
	if want := []string{"a", "a-b", "a/x", "a/y/z", "a0", "b"}; !slices.Equal(all, want) {
		t.Error(all)
	}
	some, err := c.FilesOf(t.Context(), []int64{4, 99, 2})
	if err != nil || len(some) != 2 || some[0].Rel != "a-b" || some[1].Rel != "a/y/z" {
		t.Errorf("%v, %v", some, err)
	}
	if n, err := c.CountFiles(t.Context()); n != 6 || err != nil {
		t.Error(n, err)
	}
}

func TestEachFateOfACatalogue(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "new")
	path := filepath.Join(dir, "catalog.db")
	want := func(fate Fate, err error) {
		t.Helper()
		c, got, gotErr := Open(t.Context(), dir)
		if got != fate || !errors.Is(gotErr, err) {
			t.Fatalf("got %v, %v; want %v, %v", got, gotErr, fate, err)
		}
		if c != nil {
			if err := c.Verify(t.Context()); err != nil {
				t.Error(err)
			}
			c.Close()
		}
	}
	number := func(v int) {
		db, _ := sqldb.Open(path, sqldb.Options{})
		defer db.Close()
		if _, err := db.Exec(fmt.Sprintf("PRAGMA user_version = %d", v)); err != nil {
			t.Fatal(err)
		}
	}
	want(Made, nil)
	want(Kept, nil)
	number(-3)
	want(Older, nil)
	number(version + 1)
	want(Kept, sqldb.ErrNewer)
	if err := os.WriteFile(path, []byte("a text that somebody put where a database was, long enough to be looked at"), 0o600); err != nil {
		t.Fatal(err)
	}
	want(Damaged, nil)
	if _, err := os.Stat(path + ".damaged"); err != nil {
		t.Error("it was not set aside", err)
	}
}
