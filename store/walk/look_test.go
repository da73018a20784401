package walk

import (
	"os"
	"path/filepath"
	"slices"
	"testing"
)

func TestLookSeesWhatFilesSees(t *testing.T) {
	dir := plant(t, IgnoreFile+"=*.log\nskip/\n", "a.txt", "a.log", "skip/x.txt", ".h/x.txt", "in/"+IgnoreFile+"=b.txt\n", "in/b.txt", "in/c.txt")
	tree, err := New([]Root{{Path: dir}})
	if err != nil {
		t.Fatal(err)
	}
	defer tree.Close()
	for rel, want := range map[string]Found{
		"a.txt": AFile, "in/c.txt": AFile, "in": AFolder, ".": AFolder, "gone.txt": Nothing,
		"a.log": NotOurs, "skip": NotOurs, "skip/x.txt": NotOurs, ".h/x.txt": NotOurs, "in/b.txt": NotOurs,
		"../x": NotOurs, "in/" + IgnoreFile: NewRules,
	} {
		f, got := tree.Look(filepath.Join(dir, filepath.FromSlash(rel)))
		if got != want {
			t.Errorf("%s: %d, want %d", rel, got, want)
		}
		if got == AFile && (f.Rel != rel || f.Size == 0 || f.Mtime == 0) {
			t.Errorf("%s: %+v", rel, f)
		}
	}
	got := slices.Collect(tree.Folders(t.Context()))
	expect(t, got, dir, filepath.Join(dir, "in"))
}

func TestLookAtARootThatIsAFile(t *testing.T) {
	dir := plant(t, "a.txt", "b.txt")
	tree, _ := New([]Root{{Path: filepath.Join(dir, "a.txt")}})
	defer tree.Close()
	if _, got := tree.Look(filepath.Join(dir, "a.txt")); got != AFile {
		t.Error(got)
	}
	if _, got := tree.Look(filepath.Join(dir, "b.txt")); got != NotOurs {
		t.Error(got)
	}
	os.Remove(filepath.Join(dir, "a.txt"))
	if _, got := tree.Look(filepath.Join(dir, "a.txt")); got != Nothing {
		t.Error(got)
	}
	expect(t, slices.Collect(tree.Folders(t.Context())), dir)
}
