package store

import (
	"errors"
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/store/body"
)

// packed is a block of one story with a text.
func packed(t *testing.T, text string) body.Block {
	t.Helper()
	w, err := body.NewWriter(nil)
	if err != nil {
		t.Fatal(err)
	}
	w.Add(&articles.Article{Title: text, Text: text})
	r, err := body.NewReader(nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := r.Unpack(w.Finish())
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestTheBlocksUsedLastAreKept(t *testing.T) {
	kept := keepBlocks()
	made := map[blockKey]body.Block{}
	reads := 0
	a, other := &cache{}, &cache{dir: "another"}
	for _, in := range []*cache{a, other} {
		for id := range int64(2 * keptBlocks) {
			made[blockKey{in, id}] = packed(t, strings.Repeat("x", int(id)+1)+in.dir)
		}
	}
	ask := func(in *cache, id int64) {
		t.Helper()
		key := blockKey{in, id}
		got, err := kept.of(key, func() (body.Block, error) {
			reads++
			return made[key], nil
		})
		if err != nil {
			t.Fatal(err)
		}
		one, _ := got.Story(0)
		if want, _ := made[key].Story(0); one.Title != want.Title {
			t.Fatalf("block %d is %q, want %q", id, one.Title, want.Title)
		}
	}
	for range 3 {
		ask(a, 1)
		ask(other, 1) // the same number is another block there
	}
	if reads != 2 {
		t.Errorf("two blocks were read %d times", reads)
	}
	for id := range int64(keptBlocks - 1) { // 1 is asked for again among them
		ask(a, id)
	}
	reads = 0
	if ask(a, 1); reads != 0 {
		t.Error("a block used lately was read again")
	}
	for id := range int64(keptBlocks) {
		ask(a, keptBlocks+id)
	}
	if ask(a, 1); reads != keptBlocks+1 || len(kept.held) != keptBlocks {
		t.Errorf("%d reads, %d blocks are kept", reads, len(kept.held))
	}
}

func TestABlockThatIsLongOrCannotBeReadIsNotKept(t *testing.T) {
	kept := keepBlocks()
	long := packed(t, strings.Repeat("long ", longBlock/5))
	if got, err := kept.of(blockKey{}, func() (body.Block, error) { return long, nil }); err != nil || got.Size() != long.Size() {
		t.Error(got.Size(), err)
	}
	broken := errors.New("broken")
	if _, err := kept.of(blockKey{id: 2}, func() (body.Block, error) { return body.Block{}, broken }); err != broken {
		t.Error(err)
	}
	if len(kept.held) != 0 {
		t.Errorf("%d are kept", len(kept.held))
	}
}
