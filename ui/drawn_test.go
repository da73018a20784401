package ui

import (
	"errors"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
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

// TestWhatTheReaderDoesIsSaidBeforeItIsAnswered holds that other work hears of
// it first, and of nothing else.
func TestWhatTheReaderDoesIsSaidBeforeItIsAnswered(t *testing.T) {
	acted, at := 0, -1
	var s *stage
	s = newStage(t, newFakeShelf(), 80, 24, func(o *Options) {
		o.Attended = func() { acted, at = acted+1, s.m.list.cursor }
	})
	if acted != 0 {
		t.Error("the program's own messages are not the reader's")
	}
	s.do("j")
	if acted != 1 || at != 0 || s.m.list.cursor != 1 {
		t.Errorf("told %d times, the cursor at %d", acted, at)
	}
	s.send(tea.MouseWheelMsg{Button: tea.MouseWheelDown})
	s.send(tea.MouseClickMsg{X: 1, Y: 1, Button: tea.MouseLeft})
	if acted != 3 {
		t.Errorf("told %d times of a key, a wheel and a click", acted)
	}
}

// TestAScreenWithRoomIsFilledSoon holds how long the program waits before it
// asks for a list that may have changed again.
func TestAScreenWithRoomIsFilledSoon(t *testing.T) {
	for name, c := range map[string]struct {
		stories int
		want    time.Duration
	}{
		"no stories yet": {0, changeSoon}, "a few": {3, changeSoon}, "more than fit": {200, changeEvery},
	} {
		m := newModel(t.Context(), Options{Shelf: newFakeShelf(), Now: fakeNow})
		m.width, m.height = 80, 24
		m.catchUp()
		m.list.win.All = c.stories
		var waited time.Duration
		m.opt.after = func(d time.Duration, msg tea.Msg) tea.Cmd {
			if _, ok := msg.(changeDueMsg); ok {
				waited = d
			}
			return nil
		}
		libraryChangedMsg{}.arrive(m)
		if waited != c.want {
			t.Errorf("%s: it waits %v, not %v", name, waited, c.want)
		}
	}
}
