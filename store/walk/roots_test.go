package walk

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestARootMayBeAFile(t *testing.T) {
	dir := plant(t, "one.txt", "two.txt")
	one := filepath.Join(dir, "one.txt")
	expect(t, ids(t, Root{Path: one}), "one.txt")
	tree, _ := New([]Root{{Path: one}})
	defer tree.Close()
	if got := tree.Path(0, "one.txt"); got != one {
		t.Errorf("path %q", got)
	}
	r, f, err := tree.Open(File{Rel: "one.txt"})
	if err != nil || f.Size == 0 || f.Mtime == 0 {
		t.Fatal(f, err)
	}
	r.Close()
}

func TestARootThatIsALinkIsFollowedWhereverItLeads(t *testing.T) {
	dir := plant(t, "news/one.txt", "links/x.txt")
	link := func(to, from string) string {
		from = filepath.Join(dir, "links", from)
		if err := os.Symlink(filepath.FromSlash(to), from); err != nil {
			t.Skip("no links here:", err)
		}
		return from
	}
	for _, name := range []string{link("../news/one.txt", "a.txt"), link(filepath.Join(dir, "news", "one.txt"), "b.txt")} {
		base := filepath.Base(name)
		expect(t, ids(t, Root{Path: name}), base)
		tree, _ := New([]Root{{Path: name}})
		r, f, err := tree.Open(File{Rel: base})
		if err != nil || f.Size == 0 {
			t.Fatal(f, err)
		}
		r.Close()
		if _, found := tree.Look(name); found != AFile {
			t.Errorf("%s is looked at and is %v", base, found)
		}
		tree.Close()
	}
	expect(t, ids(t, Root{Path: link("../news", "folder")}), "one.txt")
	// Those in a folder that is named are not.
	expect(t, ids(t, Root{Path: filepath.Join(dir, "links")}), "x.txt")
}

func TestALinkToNothingIsAnErrorThatNamesIt(t *testing.T) {
	dir := plant(t, "x.txt")
	name := filepath.Join(dir, "gone.txt")
	if err := os.Symlink("nowhere.txt", name); err != nil {
		t.Skip("no links here:", err)
	}
	tree, _ := New([]Root{{Path: name}})
	defer tree.Close()
	for f, err := range tree.Files(t.Context()) {
		if err == nil || !strings.Contains(err.Error(), "gone.txt") {
			t.Errorf("found %v, %v", f, err)
		}
	}
}

func TestSeveralRootsAreToldApartByTheirNames(t *testing.T) {
	a, b := plant(t, "north/x.txt"), plant(t, "north/x.txt", "y.txt")
	roots := []Root{
		{Path: filepath.Join(a, "north")}, {Path: filepath.Join(b, "north") + "/"},
		{Path: filepath.Join(b, "y.txt")},
	}
	expect(t, ids(t, roots...), "north/x.txt", "north-2/x.txt", "y.txt")
	tree, _ := New(roots)
	for i, id := range []string{"north/x.txt", "north-2/x.txt", "y.txt"} {
		root, rel, ok := tree.Find(toID(id))
		if !ok || root != i || string(tree.ID(root, rel)) != id {
			t.Errorf("Find(%q) = %d, %q, %v", id, root, rel, ok)
		}
	}
	if _, _, ok := tree.Find("south/x.txt"); ok {
		t.Error("found a story of no root")
	}
	if got, want := tree.Path(1, "x.txt"), filepath.Join(b, "north")+"/x.txt"; got != want {
		t.Errorf("path %q, want %q", got, want)
	}
}
