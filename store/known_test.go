package store

import (
	"fmt"
	"hash/maphash"
	"testing"

	"broadsheet/store/catalog"
	"broadsheet/store/walk"
)

func TestOnlyWhatLiesBelowAnUnlistedFolderMayBeHiddenByIt(t *testing.T) {
	for _, tt := range []struct {
		root int
		rel  string
		want bool
	}{
		{0, "a/x.txt", true}, {0, "a/b/c.txt", true},
		{0, "a", false}, {0, "a-b/x.txt", false}, {0, "b/a/x.txt", false}, {1, "a/x.txt", false},
	} {
		f := catalog.File{Root: tt.root, Rel: tt.rel}
		if got := behind(&walk.Error{Root: 0, Rel: "a"}, f); got != tt.want {
			t.Errorf("%d %s: %v", tt.root, tt.rel, got)
		}
		if got := behind(&walk.Error{Root: 0, Rel: "."}, f); got != (tt.root == 0) {
			t.Errorf("%d %s behind the root: %v", tt.root, tt.rel, got)
		}
	}
}

func TestAFileIsKnownByItsRootAndWholePath(t *testing.T) {
	h := newHome(t, "a/b.txt=title: A", "ab.txt=title: B")
	l := h.scanned()
	s := &scan{l: l, ctx: t.Context()}
	k, err := s.recall()
	if err != nil || len(k.files) != 2 {
		t.Fatal(k, err)
	}
	for _, f := range []walk.File{{Root: 1, Rel: "a/b.txt"}, {Rel: "b.txt"}, {Rel: "a/ab.txt"}} {
		if _, met := k.take(f); met {
			t.Errorf("%v is known", f)
		}
	}
	for _, f := range []walk.File{{Rel: "a/b.txt"}, {Rel: "ab.txt"}} {
		if was, met := k.take(f); !met || was.size <= 0 {
			t.Errorf("%v is not known", f)
		}
		if _, met := k.take(f); met {
			t.Errorf("%v was taken twice", f)
		}
	}
}

// TestFilesAreCountedBeforeTheyAreHandedOver is why no progress says that 60
// files of 32 are read.
func TestFilesAreCountedBeforeTheyAreHandedOver(t *testing.T) {
	s := &scan{ctx: t.Context(), report: func(Progress) {}}
	out := make(chan []job)
	k := &known{seed: maphash.MakeSeed()}
	b := batcher{s: s, out: out, size: firstBatch}
	go func() {
		defer close(out)
		for i := range 3 * firstBatch {
			b.seen(walk.File{Rel: fmt.Sprint(i)}, k)
		}
		b.flush()
	}()
	handed := 0
	for jobs := range out {
		handed += len(jobs)
		s.mu.Lock()
		if s.progress.Total < handed {
			t.Errorf("%d files are to be read, and %d are handed over", s.progress.Total, handed)
		}
		s.mu.Unlock()
	}
	if handed != 3*firstBatch {
		t.Errorf("%d files are handed over", handed)
	}
}
