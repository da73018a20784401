package index

import (
	"context"
	"errors"
	"fmt"
	"math/rand"
	"sync"
	"testing"
)

func TestOneIndexServesSeveralAtOnce(t *testing.T) {
	docs := invented(rand.New(rand.NewSource(4)), 200, 100)
	x := open(t, docs...)
	ask := func() string {
		h, err := x.Search(context.Background(), parse(t, `fer* OR "the ferry"`), SearchOptions{N: 5})
		if err != nil {
			return err.Error()
		}
		near, err := x.Similar(context.Background(), docs[7].Key, 5)
		return fmt.Sprint(h, near, err)
	}
	want := ask()
	var wait sync.WaitGroup
	for range 4 {
		wait.Go(func() {
			for range 20 {
				if got := ask(); got != want {
					t.Errorf("got %s, want %s", got, want)
				}
			}
		})
	}
	wait.Wait()
}

func TestAskingStopsWhenNobodyWaits(t *testing.T) {
	x := open(t, invented(rand.New(rand.NewSource(4)), 50, 50)...)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	if _, err := x.Search(ctx, parse(t, "ferry OR tram"), SearchOptions{N: 5}); !errors.Is(err, context.Canceled) {
		t.Errorf("Search: %v", err)
	}
	if _, err := x.Similar(ctx, 3, 5); !errors.Is(err, context.Canceled) {
		t.Errorf("Similar: %v", err)
	}
	if err := x.Verify(ctx); !errors.Is(err, context.Canceled) {
		t.Errorf("Verify: %v", err)
	}
}

func TestAnEmptyIndexAnswersNothing(t *testing.T) {
	for name, x := range map[string]*Index{"no stories": open(t), "an empty story": open(t, Doc{Key: 1, Day: NoDay}), "one story": open(t, story(1, "Ferry", "The ferry."))} {
		if h, err := x.Search(context.Background(), parse(t, "tram OR bus*"), SearchOptions{N: 5}); err != nil || h.Total != 0 {
			t.Errorf("%s: %v, %v", name, h, err)
		}
		if near, err := x.Similar(context.Background(), 1, 5); len(near) > 0 || err != nil && !errors.Is(err, ErrUnknown) {
			t.Errorf("%s: %v, %v", name, near, err)
		}
	}
	x := open(t, story(1, "Ferry", "The ferry."))
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	if h, err := x.Search(context.Background(), parse(t, "ferry"), SearchOptions{N: 5}); err != nil || h.Total != 0 || x.Len() != 0 {
		t.Errorf("after closing: %v, %v", h, err)
	}
}

func TestTheNewerOfTwoEqualsComesFirst(t *testing.T) {
	old, recent := story(1, "Ferry", "The ferry ran."), story(2, "Ferry", "The ferry ran.")
	old.Day, recent.Day = 15000, 16000
	h, err := open(t, old, recent).Search(context.Background(), parse(t, "ferry"), SearchOptions{N: 2})
	if err != nil || len(h.Hits) != 2 || h.Hits[0].Key != 2 || h.Hits[0].Score <= h.Hits[1].Score {
		t.Errorf("got %v, %v", h, err)
	}
}

func TestTheTitleWeighsMoreThanTheLeadAndThatMoreThanTheRest(t *testing.T) {
	filler := ""
	for i := range 130 {
		filler += fmt.Sprintf("word%d ", i)
	}
	x := open(t,
		story(1, "Nothing here", filler+"radar"),
		story(2, "Nothing here", "radar "+filler),
		story(3, "Radar here", filler+"nothing"),
	)
	h, err := x.Search(context.Background(), parse(t, "radar"), SearchOptions{N: 3})
	if err != nil || len(h.Hits) != 3 || h.Hits[0].Key != 3 || h.Hits[1].Key != 2 {
		t.Errorf("got %v, %v", h, err)
	}
}
