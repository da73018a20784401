package walk

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

// plant writes files, each "path" or "path=text", below a new folder.
func plant(t testing.TB, files ...string) string {
	t.Helper()
	dir := t.TempDir()
	for _, f := range files {
		name, text, found := strings.Cut(f, "=")
		if !found {
			text = "The tram to Karsk is late."
		}
		full := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(full), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(full, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	return dir
}

func opened(t testing.TB, roots ...Root) *Tree {
	t.Helper()
	tree, err := New(roots)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { tree.Close() })
	return tree
}

func ids(t testing.TB, roots ...Root) []string {
	t.Helper()
	tree := opened(t, roots...)
	var got []string
	for f, err := range tree.Files(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, string(tree.ID(f.Root, f.Rel)))
	}
	return got
}

func expect(t *testing.T, got []string, want ...string) {
	t.Helper()
	if !slices.Equal(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
}

func TestFilesComeInTheOrderOfTheirWholePaths(t *testing.T) {
	dir := plant(t, "b.txt", "a/z.txt", "a-b.txt", "a.txt", "a/b/c.txt", "a0/x.txt")
	got := ids(t, Root{Path: dir})
	expect(t, got, "a-b.txt", "a.txt", "a/b/c.txt", "a/z.txt", "a0/x.txt", "b.txt")
	if !slices.IsSorted(got) {
		t.Error("not sorted")
	}
}

func TestAManyFileFolderIsWholeAndSorted(t *testing.T) {
	var files []string
	for i := range 3000 {
		files = append(files, fmt.Sprintf("story-%05d.txt", i))
	}
	expect(t, ids(t, Root{Path: plant(t, files...)}), files...)
}

func TestHiddenFilesAndFoldersAreSkipped(t *testing.T) {
	dir := plant(t, ".secret.txt", ".git/x.txt", "shown.txt", "in/.hidden", "in/shown.txt")
	expect(t, ids(t, Root{Path: dir}), "in/shown.txt", "shown.txt")
}

func TestLinksPipesAndDevicesAreNotFiles(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("links need rights there")
	}
	outside := plant(t, "private.txt")
	dir := plant(t, "a.txt")
	for from, to := range map[string]string{
		"link.txt": filepath.Join(outside, "private.txt"), "folder": outside,
		"loop": dir, "inner.txt": "a.txt",
	} {
		if err := os.Symlink(to, filepath.Join(dir, from)); err != nil {
			t.Fatal(err)
		}
	}
	makePipe(t, filepath.Join(dir, "pipe.txt"))
	expect(t, ids(t, Root{Path: dir}), "a.txt")
}

func TestAPipeOrLinkPutInAFilesPlaceIsNotOpened(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("no pipes")
	}
	dir := plant(t, "a.txt", "sub/b.txt")
	tree, err := New([]Root{{Path: dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	os.Remove(filepath.Join(dir, "a.txt"))
	makePipe(t, filepath.Join(dir, "a.txt"))
	if r, _, err := tree.Open(File{Rel: "a.txt"}); err == nil {
		r.Close()
		t.Error("opened a pipe")
	}
	outside := plant(t, "private.txt")
	os.Remove(filepath.Join(dir, "sub/b.txt"))
	if err := os.Symlink(filepath.Join(outside, "private.txt"), filepath.Join(dir, "sub/b.txt")); err != nil {
		t.Fatal(err)
	}
	if r, _, err := tree.Open(File{Rel: "sub/b.txt"}); err == nil {
		r.Close()
		t.Error("followed a link out")
	}
	if r, _, err := tree.Open(File{Rel: "../x"}); err == nil {
		r.Close()
		t.Error("left the folder")
	}
}

func TestACarriedFileSystemIsARoot(t *testing.T) {
	fsys := fstest.MapFS{"a.txt": {Data: []byte("one")}, "in/b.txt": {Data: []byte("two")}}
	tree, err := New([]Root{{Path: "edition", FS: fsys}})
	if err != nil {
		t.Fatal(err)
	}
	times := map[string]int64{}
	for f, err := range tree.Files(context.Background()) {
		if err != nil {
			t.Fatal(err)
		}
		times[f.Rel] = f.Mtime
		r, _, err := tree.Open(f)
		if err != nil {
			t.Fatal(err)
		}
		r.Close()
	}
	if len(times) != 2 || times["a.txt"] == 0 || times["a.txt"] == times["in/b.txt"] {
		t.Errorf("files without a time are told apart by what is in them: %v", times)
	}
}

func TestAMissingRootIsAnErrorThatNamesIt(t *testing.T) {
	gone, here := filepath.Join(t.TempDir(), "gone"), plant(t, "a.txt")
	tree, err := New([]Root{{Path: gone}, {Path: here}})
	if err != nil {
		t.Fatal(err)
	}
	var found []string
	var problem *Error
	for f, err := range tree.Files(context.Background()) {
		if err != nil && !errors.As(err, &problem) {
			t.Fatal(err)
		} else if err == nil {
			found = append(found, f.Rel)
		}
	}
	if problem == nil || problem.Path != gone || problem.Rel != "." || !errors.Is(problem, os.ErrNotExist) {
		t.Errorf("problem %v", problem)
	}
	expect(t, found, "a.txt")
}

func TestAFolderThatCannotBeListedHidesNoOther(t *testing.T) {
	if runtime.GOOS == "windows" || os.Getuid() == 0 {
		t.Skip("everything can be read here")
	}
	dir := plant(t, "a/x.txt", "b/y.txt", "c.txt")
	os.Chmod(filepath.Join(dir, "a"), 0)
	defer os.Chmod(filepath.Join(dir, "a"), 0o755)
	var found, failed []string
	for f, err := range opened(t, Root{Path: dir}).Files(context.Background()) {
		if e := (*Error)(nil); errors.As(err, &e) {
			failed = append(failed, e.Rel)
		} else {
			found = append(found, f.Rel)
		}
	}
	expect(t, found, "b/y.txt", "c.txt")
	expect(t, failed, "a")
}

func TestACancelledWalkEndsWithTheReason(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	var last error
	for _, err := range opened(t, Root{Path: plant(t, "a.txt", "b/c.txt")}).Files(ctx) {
		last = err
	}
	if !errors.Is(last, context.Canceled) {
		t.Errorf("ended with %v", last)
	}
}

func TestTasteGivesAFewFilesOfABigFolder(t *testing.T) {
	var files []string
	for i := range 700 {
		files = append(files, fmt.Sprintf("story-%05d.txt", i))
	}
	files = append(files, IgnoreFile+"=*-0000?.txt\n")
	tree, err := New([]Root{{Path: plant(t, files...)}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	got := tree.Taste(context.Background(), 50)
	if len(got) != 50 {
		t.Fatalf("%d files", len(got))
	}
	for _, f := range got {
		if f.Size == 0 || strings.HasPrefix(f.Rel, "story-0000") {
			t.Errorf("%+v", f)
		}
	}
}

func TestAFolderThatIsMovedAwayIsNotFollowed(t *testing.T) {
	dir := filepath.Join(plant(t, "archive/a.txt"), "archive")
	tree, err := New([]Root{{Path: dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	look := func() (n int, failed error) {
		for _, err := range tree.Files(context.Background()) {
			if err != nil {
				failed = err
			} else {
				n++
			}
		}
		return n, failed
	}
	if n, err := look(); n != 1 || err != nil {
		t.Fatal(n, err)
	}
	if err := os.Rename(dir, dir+"-away"); err != nil {
		t.Fatal(err)
	}
	if n, err := look(); n != 0 || !errors.Is(err, os.ErrNotExist) {
		t.Error(n, err)
	}
	os.Rename(dir+"-away", dir)
	if n, err := look(); n != 1 || err != nil {
		t.Error(n, err)
	}
}

// TestAFolderOfManyFilesIsListedWhole holds more of them than are asked for at
// a time, with hidden ones and a folder among them.
func TestAFolderOfManyFilesIsListedWhole(t *testing.T) {
	dir := t.TempDir()
	const n = 2500
	for i := range n {
		name := fmt.Sprintf("%05d.txt", i)
		if i%100 == 0 {
			name = "." + name
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	for _, sub := range []string{"later", ".hidden"} {
		if err := os.Mkdir(filepath.Join(dir, sub), 0o700); err != nil {
			t.Fatal(err)
		}
	}
	tree, err := New([]Root{{Path: dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	found, last := 0, ""
	for f, err := range tree.Files(t.Context()) {
		if err != nil || f.Rel <= last {
			t.Fatal(f.Rel, "after", last, err)
		}
		found, last = found+1, f.Rel
	}
	if found != n-n/100 {
		t.Errorf("%d files, not %d", found, n-n/100)
	}
	folders := slices.Collect(tree.Folders(t.Context()))
	if want := []string{dir, filepath.Join(dir, "later")}; !slices.Equal(folders, want) {
		t.Errorf("folders %v, want %v", folders, want)
	}
}
