package ui

import (
	"errors"
	"testing"
)

func TestTheShelfIsToldOnceThatHeadlinesAreDrawn(t *testing.T) {
	told := 0
	s := newStage(t, newFakeShelf(), 80, 24, func(o *Options) { o.Drawn = func() { told++ } })
	s.do("j", "wait", "/", "type:ferry", "enter", "wait")
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

// TestAListThatCannotBeReadIsDrawnAsWell holds that a scan, which may mend it,
// still begins.
func TestAListThatCannotBeReadIsDrawnAsWell(t *testing.T) {
	shelf, told := newFakeShelf(), 0
	shelf.fail["Headlines"] = errors.New("disk gone")
	newStage(t, shelf, 80, 24, func(o *Options) { o.Drawn = func() { told++ } })
	if told != 1 {
		t.Errorf("told %d times", told)
	}
}

// TestNothingIsToldBeforeThereIsAnythingToDraw starts without a list and
// without a screen.
func TestNothingIsToldBeforeThereIsAnythingToDraw(t *testing.T) {
	told := false
	m := newModel(t.Context(), Options{Shelf: newFakeShelf(), Now: fakeNow, Drawn: func() { told = true }})
	if m.width, m.height = 80, 24; m.catchUpDrawn() != nil || told {
		t.Error("told before there are headlines")
	}
	m.list.loaded = true
	if m.catchUpDrawn() == nil {
		t.Error("nothing is told")
	}
}
