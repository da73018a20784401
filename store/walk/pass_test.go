package walk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

// TestTheFolderBesideASavedPageIsPassedOver holds that Files, Look, Folders
// and Taste are of one mind about it, and that a folder which only is called so
// stays.
func TestTheFolderBesideASavedPageIsPassedOver(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{
		"page.html", "page_files/frame.html", "page_files/deep/a.txt", "page_files/style.css", "lone_files/story.txt",
		"x/Seite.htm", "x/Seite-Dateien/a.html", "x/photo.png", "x/_files/a.txt",
	} {
		at := filepath.Join(dir, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(at), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(at, []byte("Ferry."), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want := []string{"lone_files/story.txt", "page.html", "x/Seite.htm", "x/_files/a.txt"}
	tree, err := New([]Root{{Path: dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	var got []string
	for f, err := range tree.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		got = append(got, f.Rel)
	}
	if !slices.Equal(got, want) {
		t.Errorf("Files: got %q, want %q", got, want)
	}
	for folder := range tree.Folders(t.Context()) {
		if base := filepath.Base(folder); base == "page_files" || base == "deep" || base == "Seite-Dateien" {
			t.Errorf("%s is looked into", folder)
		}
	}
	for rel, want := range map[string]Found{
		"page.html": AFile, "page_files": NotOurs, "page_files/frame.html": NotOurs, "page_files/deep/a.txt": NotOurs,
		"lone_files": AFolder, "lone_files/story.txt": AFile, "x/photo.png": NotOurs,
	} {
		if _, found := tree.Look(filepath.Join(dir, filepath.FromSlash(rel))); found != want {
			t.Errorf("Look(%q) = %v, want %v", rel, found, want)
		}
	}
}

func TestAFileThatIsNamedIsTakenWhateverItIsCalled(t *testing.T) {
	at := filepath.Join(t.TempDir(), "story.go")
	if err := os.WriteFile(at, []byte("Ferry."), 0o600); err != nil {
		t.Fatal(err)
	}
	tree, err := New([]Root{{Path: at}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	for f, err := range tree.Files(t.Context()) {
		if err != nil || f.Rel != "story.go" {
			t.Errorf("got %q, %v", f.Rel, err)
		}
		return
	}
	t.Error("no file")
}
