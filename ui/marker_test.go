package ui

import (
	"context"
	"errors"
	"testing"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

func TestMarksAreWrittenInTheirOrder(t *testing.T) {
	ctx, shelf, w := context.Background(), newFakeShelf(), marker{}
	first := w.add(ctx, shelf, &job{id: "trams.txt", change: Change{Starred: new(true)}})
	if first == nil {
		t.Fatal("the first mark does not begin")
	}
	if w.add(ctx, shelf, &job{id: "trams.txt", change: Change{Starred: new(false)}}) != nil {
		t.Error("a second one began beside it")
	}
	first()
	next := w.next(ctx, shelf)
	if next == nil {
		t.Fatal("the second does not follow")
	}
	next()
	if shelf.headline("trams.txt").Marks.Starred {
		t.Error("the older mark won")
	}
	if w.next(ctx, shelf) != nil {
		t.Error("something is left")
	}
}

func TestOfManyPlacesTheLastIsWritten(t *testing.T) {
	ctx, shelf, w := context.Background(), newFakeShelf(), marker{}
	w.add(ctx, shelf, &job{id: "trams.txt", change: Change{Read: new(false)}})
	for _, at := range []float64{.1, .2, .3} {
		w.add(ctx, shelf, &job{id: "trams.txt", change: Change{Position: new(at)}})
	}
	if len(w.waiting) != 1 {
		t.Errorf("%d wait", len(w.waiting))
	}
	if err := w.finish(ctx, shelf); err != nil || shelf.headline("trams.txt").Marks.Position != .3 {
		t.Errorf("kept %v, %v", shelf.headline("trams.txt").Marks.Position, err)
	}
}

func TestWhatNeverRanIsWrittenAtTheEndAndOnce(t *testing.T) {
	ctx, shelf, w := context.Background(), newFakeShelf(), marker{}
	cmd := w.add(ctx, shelf, &job{id: "trams.txt", change: Change{Starred: new(true)}})
	w.add(ctx, shelf, &job{id: "depot.txt", change: Change{Starred: new(false)}})
	cmd()
	if err := w.finish(ctx, shelf); err != nil {
		t.Fatal(err)
	}
	n := 0
	for _, a := range shelf.asked {
		if a == "Mark" {
			n++
		}
	}
	if n != 2 || shelf.headline("depot.txt").Marks.Starred {
		t.Errorf("%d marks were written", n)
	}
	shelf.fail["Mark"] = errors.New("full")
	w.add(ctx, shelf, &job{id: "trams.txt", change: Change{Starred: new(false)}})
	if w.finish(ctx, shelf) == nil {
		t.Error("a failure at the end is not told")
	}
}

// TestAnOlderAnswerDoesNotUndoTheScreen plays two marks of which the first
// answers late.
func TestAnOlderAnswerDoesNotUndoTheScreen(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	_, late := s.m.Update(keyPress("s")) // its command has not run yet
	s.m.Update(keyPress("s"))
	s.m.Update(keyPress("s"))
	s.run(late)
	s.shows("★ Harbour inquiry")
	if !s.shelf.headline("inquiry.txt").Marks.Starred {
		t.Error("the last mark was lost")
	}
}

func TestChangedChangesOnlyWhatIsNamed(t *testing.T) {
	was := articles.Marks{Read: true, Starred: true, Position: .5, Tags: []string{"a"}, Note: "n"}
	if got := changed(was, Change{}); got.Note != "n" || !got.Read || got.Position != .5 {
		t.Errorf("nothing was named, got %+v", got)
	}
	got := changed(was, Change{Read: new(false), Tags: &[]string{"b"}, Note: new("")})
	if got.Read || !got.Starred || got.Tags[0] != "b" || got.Note != "" {
		t.Errorf("got %+v", got)
	}
}

func TestTheScanTellsTheNewestAndNeverWaits(t *testing.T) {
	l := newLatest()
	for i := range 1000 {
		l.put(Progress{Done: i})
	}
	<-l.news
	if got := l.get(); got.Done != 999 {
		t.Errorf("the newest is %d", got.Done)
	}
	shelf := newFakeShelf()
	shelf.progress = []Progress{{Doing: "reading", Done: 9, Total: 9}}
	s := newStage(t, shelf, 80, 24, func(o *Options) { o.NoScan = false })
	s.wait()
	if s.m.scan.running {
		t.Error("the scan does not end")
	}
	s.do("R").shows("up to date: 9 stories")
	var cmd tea.Cmd
	if cmd = s.m.startScan(); cmd == nil || s.m.startScan() != nil || !s.m.scan.again {
		t.Error("a second scan began beside the first, or was forgotten")
	}
}
