package catalog

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"testing"
)

func filesOf(t testing.TB, c *Catalog) (all []File) {
	t.Helper()
	for f, err := range c.Files(t.Context()) {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, File{f.ID, f.Root, f.Folder + f.Name, f.Size, f.Mtime})
	}
	return all
}

func TestFilesComeBackAsTheyWentInWhateverTheirNames(t *testing.T) {
	c := opened(t, t.TempDir())
	want := []File{
		{-7, 0, "tasted before the others.txt", 3, 4}, {1, 0, "a\nb.txt", -1, 0}, {2, 1, " 12 7", 5, 1 << 60},
		{3, 0, "größe/\xff.txt", 1, 1}, {5000, 2, "a/b/c/d", 0, -5},
	}
	commit(t, c, Batch{Files: want})
	if got := filesOf(t, c); !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
	for _, f := range want {
		if got, err := c.At(t.Context(), f.Root, f.Rel); err != nil || !slices.Equal(got, []File{f}) {
			t.Errorf("at %q: %v, %v", f.Rel, got, err)
		}
	}
}

func TestEachOfManyFilesIsToldOfOnce(t *testing.T) {
	c := opened(t, t.TempDir())
	var want []File
	for i := range 3*filesAtOnce + 1 {
		want = append(want, File{ID: int64(1 + i*i%100_003), Rel: fmt.Sprintf("%d/%d.txt", i%7, i), Size: int64(i)})
	}
	slices.SortFunc(want, func(a, b File) int { return int(a.ID - b.ID) })
	want = slices.CompactFunc(want, func(a, b File) bool { return a.ID == b.ID })
	commit(t, c, Batch{Files: want})
	if got := filesOf(t, c); !slices.Equal(got, want) {
		t.Errorf("%d files came back of %d", len(got), len(want))
	}
}

func TestTwoNamesOfOneKeyAreTwoFiles(t *testing.T) {
	met := map[int64]string{}
	rng := rand.New(rand.NewPCG(7, 7))
	for {
		name := fmt.Sprintf("%x.txt", rng.Uint64())
		other, ok := met[nameKey(name)]
		if met[nameKey(name)] = name; !ok || other == name {
			continue
		}
		c := opened(t, t.TempDir())
		b := bring(1, 2)
		b.Files[0].Rel, b.Files[1].Rel = name, other
		commit(t, c, b)
		for i, rel := range []string{name, other} {
			one, err := c.Find(t.Context(), 0, rel, 0)
			at, atErr := c.At(t.Context(), 0, rel)
			if err != nil || one.Row != uint32(i+1) || atErr != nil || len(at) != 1 || at[0].ID != int64(i+1) {
				t.Errorf("%s: %+v, %v, %v, %v", rel, one, err, at, atErr)
			}
		}
		return
	}
}

func TestAFolderGoesWithTheLastOfItsFiles(t *testing.T) {
	c := opened(t, t.TempDir())
	commit(t, c, Batch{Files: []File{{ID: 1, Rel: "a/x"}, {ID: 2, Rel: "a/y"}, {ID: 3, Rel: "b/z"}}})
	commit(t, c, Batch{Gone: []int64{1, 3, 99}})
	if n := count(t, c, "folders"); n != 1 {
		t.Errorf("%d folders", n)
	}
	if got := filesOf(t, c); len(got) != 1 || got[0].Rel != "a/y" {
		t.Error(got)
	}
	commit(t, c, Batch{Files: []File{{ID: 4, Rel: "b/z"}}})
	if got, err := c.At(t.Context(), 0, "b"); err != nil || len(got) != 1 || got[0].ID != 4 {
		t.Error(got, err)
	}
}

func TestStoriesAreListedInTheOrderOfTheirWholePaths(t *testing.T) {
	c := opened(t, t.TempDir())
	b := bring(1, 5)
	for i, rel := range []string{"a/b", "a.txt", "b", "a-b/c", "a/a/z"} {
		b.Files[i].Rel = rel
	}
	b.Files[2].Root = 1
	commit(t, c, b)
	if rows, err := c.Order(t.Context()); err != nil || !slices.Equal(rows, []uint32{4, 2, 5, 1, 3}) {
		t.Error(rows, err)
	}
}
