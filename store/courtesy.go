package store

import (
	"runtime"
	"time"
)

const (
	// handsStay is how long after something that the reader did the next is
	// expected.
	handsStay = 500 * time.Millisecond
	// spareProcs is how many goroutines more than there are cores may run while
	// a scan keeps these busy. What wakes to a key then begins at once and the
	// system shares the cores out; otherwise it waits until a goroutine of the
	// scan pauses, at every step on its way to the screen.
	spareProcs = 2
)

// Attend says that the reader has done something: pressed a key, turned a
// wheel. While more of it is expected a scan leaves a core alone. It returns at
// once.
func (l *Library) Attend() { l.attended.Store(time.Now().UnixNano()) }

// handsOn is how much longer the reader is expected to do something; nothing or
// less where nobody is at the keys.
func (l *Library) handsOn() time.Duration {
	return handsStay - time.Duration(time.Now().UnixNano()-l.attended.Load())
}

// roomForKeys lets goroutines run beside those of a scan, in a program that
// answers a reader, until the scan is done.
func (l *Library) roomForKeys() (done func()) {
	if !l.search.isFrugal() {
		return func() {}
	}
	cores := runtime.GOMAXPROCS(0)
	runtime.GOMAXPROCS(cores + spareProcs)
	return func() { runtime.GOMAXPROCS(cores) }
}

// turns are what workers need to go on while hands are on the keys: fewer than
// there are cores, but one at least.
type turns chan struct{}

func newTurns(cores int) turns { return make(turns, max(1, cores-1)) }

// giveWay lets what waits for a core have it. While hands are on the keys it
// returns only to workers that have a turn.
func (w *worker) giveWay() {
	runtime.Gosched() // or a key waits for the scheduler's ten milliseconds
	if w.turns == nil {
		return
	}
	left := w.s.l.handsOn()
	if left <= 0 {
		w.endTurn()
	}
	for left > 0 && !w.turn {
		select {
		case w.turns <- struct{}{}:
			w.turn = true
		case <-time.After(left):
			left = w.s.l.handsOn()
		case <-w.s.ctx.Done():
			return
		}
	}
}

// endTurn lets another worker go on.
func (w *worker) endTurn() {
	if w.turn {
		<-w.turns
		w.turn = false
	}
}
