package catalog

import (
	"context"
	"errors"
	"slices"
	"testing"
)

func TestAQuestionAskedAgainSeesWhatWasWrittenSince(t *testing.T) {
	c := opened(t, t.TempDir())
	if _, err := c.Find(t.Context(), 0, "0003.txt", 0); err != ErrUnknown {
		t.Fatal(err)
	}
	commit(t, c, bring(1, 4))
	for range 3 {
		if one, err := c.Find(t.Context(), 0, "0003.txt", 0); err != nil || one.Row != 3 {
			t.Fatalf("row %d, %v", one.Row, err)
		}
		if any, err := c.Names(t.Context(), 3); err != nil || !any {
			t.Fatal(any, err)
		}
		at, err := c.Body(t.Context(), 3)
		if err != nil || at.Slot != 0 {
			t.Fatal(at, err)
		}
		if block, err := c.Block(t.Context(), at.Block); err != nil || string(block) != "block 1" {
			t.Fatalf("%q, %v", block, err)
		}
	}
	if len(c.prepared.made) != 4 {
		t.Errorf("four questions made %d statements", len(c.prepared.made))
	}
	if _, err := c.Body(t.Context(), 99); err != ErrUnknown {
		t.Error(err)
	}
	if _, err := c.Block(t.Context(), 99); err != ErrUnknown {
		t.Error(err)
	}
}

func TestStoriesAreFoundByThePagesTheyLeadTo(t *testing.T) {
	c := opened(t, t.TempDir())
	commit(t, c, bring(1, 7))
	leading := func(n int, pages []string, want ...[]uint32) {
		t.Helper()
		if got, err := c.Leading(t.Context(), pages, n); err != nil || !slices.EqualFunc(got, want, slices.Equal) {
			t.Errorf("%s: %v, %v; want %v", pages, got, err, want)
		}
	}
	leading(10, []string{"a.example/1"}, []uint32{1, 3, 5, 7})
	leading(3, []string{"a.example/all", "a.example/2", "a.example/1"}, []uint32{1, 2, 3}, nil, []uint32{1, 3, 5})
	leading(3, nil)
	commit(t, c, Batch{Gone: []int64{3, 7}})
	leading(10, []string{"a.example/1"}, []uint32{1, 5})
	if n := count(t, c, "addresses"); n != 10 {
		t.Errorf("%d rows are left, want two of each of five stories", n)
	}
}

func TestHeadlinesComeInTheOrderAskedForHoweverMany(t *testing.T) {
	c := opened(t, t.TempDir())
	commit(t, c, bring(1, 40))
	for _, rows := range [][]uint32{{7}, {9, 3, 99, 4}, {5, 5}, {40, 39, 38, 37, 36, 35, 34, 33, 32, 31, 30, 29, 1}, {99}} {
		got, err := c.Headlines(t.Context(), rows)
		if err != nil {
			t.Fatal(err)
		}
		k := 0
		for _, row := range rows {
			if row == 99 {
				continue // there is none
			}
			if got[k].Row != row {
				t.Fatalf("asked for %v, got row %d in place %d", rows, got[k].Row, k)
			}
			k++
		}
		if k != len(got) {
			t.Errorf("asked for %v, got %d", rows, len(got))
		}
	}
}

func TestWhatWasCancelledIsNotAskedAndCanBeAskedLater(t *testing.T) {
	c := opened(t, t.TempDir())
	commit(t, c, bring(1, 2))
	gone, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := c.Headlines(gone, []uint32{1}); !errors.Is(err, context.Canceled) {
		t.Error(err)
	}
	if got, err := c.Headlines(t.Context(), []uint32{1}); err != nil || len(got) != 1 {
		t.Error(got, err)
	}
}

func TestTheOrderOfPlacesIsNotThatOfRows(t *testing.T) {
	c := opened(t, t.TempDir())
	late := bring(1, 3)
	late.Files[0].Rel, late.Files[2].Rel = "0005.txt", "0003/a.txt"
	late.Stories[1].Entry = 2
	commit(t, c, late)
	early := bring(4, 1)
	early.Files[0].Rel = "0001.txt"
	twice := early.Stories[0]
	twice.Row, twice.File, twice.Entry = 5, 2, 1
	early.Stories = append(early.Stories, twice)
	commit(t, c, early)
	got, err := c.Order(t.Context())
	if want := []uint32{4, 5, 2, 3, 1}; err != nil || !slices.Equal(got, want) {
		t.Errorf("%v, %v; want %v", got, err, want)
	}
}
