package store

import (
	"context"
	"fmt"
	"math"
	"runtime"
	"testing"
	"time"
)

// stay keeps hands on the keys until leave is called.
func stay(l *Library)  { l.attended.Store(math.MaxInt64 / 2) }
func leave(l *Library) { l.attended.Store(0) }

func TestHandsStayOnTheKeysForAMoment(t *testing.T) {
	l := newHome(t).open()
	if l.handsOn() > 0 {
		t.Error("nobody has pressed a key yet")
	}
	l.Attend()
	if l.handsOn() > handsStay {
		t.Error("they stay longer than that")
	}
	l.attended.Store(time.Now().Add(time.Hour).UnixNano())
	if l.handsOn() <= 0 {
		t.Error("a key was pressed")
	}
}

func TestWhileHandsAreOnTheKeysWorkersTakeTurns(t *testing.T) {
	l := newHome(t).open()
	s := &scan{l: l, ctx: context.Background()}
	all := newTurns(2)
	one, other := &worker{s: s, turns: all}, &worker{s: s, turns: all}
	one.giveWay()
	other.giveWay() // nobody is at the keys
	if one.turn || other.turn {
		t.Fatal("no turn was needed")
	}
	stay(l)
	one.giveWay()
	one.giveWay()
	went := make(chan bool)
	go func() {
		other.giveWay()
		close(went)
	}()
	for range 100 {
		runtime.Gosched()
		select {
		case <-went:
			t.Fatal("both went on, on two cores")
		default:
		}
	}
	one.endTurn()
	<-went
	if one.turn || !other.turn {
		t.Error("the turn did not pass from one to the other")
	}
	leave(l)
	other.giveWay()
	if other.turn || len(all) != 0 {
		t.Error("a turn was kept when the hands had left")
	}
}

func TestAScanThatIsStoppedWaitsForNoTurn(t *testing.T) {
	l := newHome(t).open()
	ctx, stop := context.WithCancel(context.Background())
	all := newTurns(1)
	all <- struct{}{}
	w := &worker{s: &scan{l: l, ctx: ctx}, turns: all}
	stay(l)
	stop()
	w.giveWay()
	if w.turn {
		t.Error("it took a turn that another has")
	}
}

func TestALibraryIsReadWholeWhileHandsAreOnTheKeys(t *testing.T) {
	h := newHome(t)
	for i := range 300 {
		h.write(fmt.Sprintf("%03d.txt", i), fmt.Sprintf("Ferry %d\n\nThe ferry of Karsk ran aground, said number %d.\n", i, i))
	}
	l := h.open()
	l.Frugal()
	stay(l)
	cores, most := runtime.GOMAXPROCS(0), 0
	err := l.Scan(context.Background(), func(Progress) { most = max(most, runtime.GOMAXPROCS(0)) })
	if err != nil {
		t.Fatal(err)
	}
	if got := len(titles(t, l, View{})); got != 300 {
		t.Errorf("%d stories of 300", got)
	}
	if most != cores+spareProcs {
		t.Errorf("%d goroutines ran at a time, not %d more than there are cores", most, spareProcs)
	}
	if now := runtime.GOMAXPROCS(0); now != cores {
		t.Errorf("%d run at a time after the scan, were %d", now, cores)
	}
}

func TestACommandUsesTheCoresAsTheyAre(t *testing.T) {
	l := newHome(t).open()
	cores := runtime.GOMAXPROCS(0)
	err := l.Scan(context.Background(), func(Progress) {
		if now := runtime.GOMAXPROCS(0); now != cores {
			t.Errorf("%d, not %d", now, cores)
		}
	})
	if err != nil {
		t.Fatal(err)
	}
}
