package index

import "sync/atomic"

const (
	// muchRead is how many bytes of the files may stay in memory in a frugal
	// index, where no test says otherwise.
	muchRead = 8 << 20
	// easeEvery is how many places of a segment are gone to before it is asked
	// how often something was missing.
	easeEvery = 8
)

// ebb is what a frugal index knows of the memory that it takes.
type ebb struct {
	frugal  atomic.Bool
	much    int64        // may stay in memory
	rested  atomic.Int64 // what the program had mapped when the index rested
	faulted atomic.Int64 // faults when it was last asked what is mapped
}

// Frugal makes the index keep little of its files in memory while it answers.
// The system brings in whole stretches of a file around every byte that is
// read: finding neighbours for a screenful of stories would otherwise hold
// most of it. Who asks one thing after another is slower by it. Where the
// system does not say how much is in memory, only Rest helps.
func (x *Index) Frugal() { x.ebb.frugal.Store(true) }

// Rest gives back the memory in which the files were read. They stay open, and
// in the system's cache as long as it has room.
func (x *Index) Rest() {
	x.mu.RLock()
	defer x.mu.RUnlock()
	x.rest()
}

func (x *Index) rest() {
	for _, s := range x.segs {
		if s.rest != nil {
			s.rest()
		}
	}
}

// step counts a place of the segment that is gone to.
func (s *segment) step() {
	if s.of != nil && s.of.ebb.frugal.Load() && s.steps.Add(1)%easeEvery == 0 {
		s.of.ease()
	}
}

// ease rests a frugal index if much was read since it did last. It is for who
// holds the lock, and cheap enough to be called again and again while an answer
// is being found: one answer alone may read all there is.
func (x *Index) ease() {
	e := &x.ebb
	if !e.frugal.Load() {
		return
	}
	some := e.much / 8 // may come in before it is asked how much there is
	now := faults()
	if now < e.faulted.Load()+some/faultReads {
		return
	}
	e.faulted.Store(now)
	if mappedNow() < e.rested.Load()+e.much {
		return
	}
	x.rest()
	// Others may read while it rests. What they do must not count as nothing,
	// but the program itself may have grown.
	e.rested.Store(min(mappedNow(), e.rested.Load()+some))
}
