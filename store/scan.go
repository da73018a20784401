package store

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"runtime/debug"
	"slices"
	"sync"
	"time"

	"broadsheet/store/catalog"
	"broadsheet/store/index"
)

const (
	// lockWait is how often a scan asks whether another program is done.
	lockWait = 200 * time.Millisecond
	// showEvery is how often, at most, a scan lets the list show what it
	// found, and how much of the time making lists may take: one part in
	// showShare.
	showEvery = 50 * time.Millisecond
	showShare = 8
	// tellEvery is how often, at most, files that were read are told of.
	tellEvery = 50 * time.Millisecond
	// manyLooks is how many files or stories make a scan leave much memory
	// behind.
	manyLooks = 20_000
)

// scan is one run over the folders.
type scan struct {
	l      *Library
	ctx    context.Context // ends when no more is to be read
	cancel context.CancelFunc
	report func(Progress)
	cores  int // to keep busy

	// keep ends when what was read cannot be written. A scan that is stopped
	// still writes what it has read.
	keep    context.Context
	abandon context.CancelFunc

	mu       sync.Mutex // of progress and the numbers
	progress Progress
	told     time.Time
	nextRow  uint32
	nextFile int64

	nextSegment int64
	dictionary  []byte

	problems []catalog.Problem // of folders, not files
	gone     []int64
	renumber map[int64]int64 // what tasted files were called, and are to be

	shown   time.Time // when the roster was last made
	cost    time.Duration
	add     []catalog.Story // committed but not yet in the roster
	removed []uint32
}

// tell changes the progress and reports it.
func (s *scan) tell(change func(*Progress)) {
	s.mu.Lock()
	defer s.mu.Unlock()
	change(&s.progress)
	s.told = time.Now()
	s.report(s.progress)
}

// tick counts a file that was read, and reports now and then.
func (s *scan) tick(bytes int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.progress.Doing = "reading"
	s.progress.Done++
	s.progress.Bytes += bytes
	if time.Since(s.told) >= tellEvery {
		s.told = time.Now()
		s.report(s.progress)
	}
}

// shows is how many stories the library holds by now.
func (s *scan) shows() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.progress.Stories
}

func (s *scan) run() error {
	if err := s.bring(); err != nil {
		return err
	}
	if err := s.fold(); err != nil {
		return err
	}
	s.release()
	return s.tooMany()
}

// index is run, but leaves a handful of index files. They are merged while
// copies are folded: the one keeps every core busy and the other does not.
func (s *scan) index() error {
	if err := s.bring(); err != nil {
		return err
	}
	merged := make(chan error, 1)
	go func() { merged <- s.mergeFew() }()
	err := s.fold()
	err = errors.Join(err, <-merged)
	s.release()
	return err
}

// release lets go of what it took to look at many files.
func (s *scan) release() {
	if max(s.progress.Files, s.progress.Stories) > manyLooks {
		debug.FreeOSMemory()
	}
}

// bring reads what is new and forgets what is gone.
func (s *scan) bring() error {
	fresh, err := s.begin()
	if err != nil {
		return err
	}
	if fresh {
		if err := s.taste(); err != nil {
			return err
		}
	}
	if err := s.readAll(); err != nil {
		s.show(true)
		return err
	}
	if err := s.finish(); err != nil {
		return err
	}
	s.show(true)
	s.release() // before copies are folded and index files merged
	return nil
}

// begin learns where the last scan left off. It reports whether there was
// none.
func (s *scan) begin() (fresh bool, err error) {
	if _, err := s.l.ready(s.ctx); err != nil {
		return false, err
	}
	if err := s.l.refresh(s.ctx); err != nil {
		return false, err
	}
	n, err := s.l.cat().Counters(s.ctx)
	if err != nil {
		return false, err
	}
	s.nextRow, s.nextFile = n.Row, n.File
	if s.dictionary, err = s.l.cat().Dictionary(s.ctx); err != nil {
		return false, err
	}
	s.tell(func(p *Progress) { p.Doing, p.Stories = "looking", n.Stories })
	if err := s.sweep(); err != nil {
		return false, err
	}
	return n.Commit == 0, s.l.indexed(s.ctx, func(*index.Index) error { return nil })
}

// taught is the dictionary that bodies are packed with, or nil.
func (s *scan) taught() []byte {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.dictionary
}

// adopt makes a dictionary the library's, before any block needs it.
func (s *scan) adopt(sample []byte) ([]byte, error) {
	held, err := s.l.cat().Adopt(s.keep, sample)
	if err != nil {
		return nil, err
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	s.dictionary = held
	return held, nil
}

// readAll runs the walk, the workers and the writer side by side.
func (s *scan) readAll() error {
	batches := make(chan []job, 2)
	results := make(chan *result, 1)
	var failed error
	var once sync.Once
	fail := func(err error) {
		if err == nil {
			return
		}
		once.Do(func() {
			if failed = err; s.ctx.Err() == nil { // it was not stopped
				s.abandon()
			}
			s.cancel()
		})
	}
	var readers sync.WaitGroup
	go func() {
		defer close(batches)
		fail(s.plan(batches))
	}()
	turns := newTurns(s.cores)
	for range s.cores + 1 { // one may wait for the disk
		readers.Go(func() {
			w, err := s.newWorker()
			fail(err)
			w.turns = turns
			for jobs := range batches {
				if err == nil && s.ctx.Err() == nil {
					fail(w.batch(jobs, func(r *result) error {
						select {
						case results <- r:
							return nil
						case <-s.keep.Done():
							r.discard()
							return s.keep.Err()
						}
					}))
				}
			}
		})
	}
	go func() {
		readers.Wait()
		close(results)
	}()
	for r := range results {
		if s.keep.Err() != nil {
			r.discard()
			continue
		}
		fail(s.commit(r))
	}
	fail(s.ctx.Err())
	return failed
}

// commit writes what a worker read and lets the list know.
func (s *scan) commit(r *result) error {
	removed, err := s.l.cat().Commit(s.keep, &r.batch)
	if err != nil {
		r.discard()
		return err
	}
	for i := range r.batch.Stories {
		s.add = append(s.add, r.batch.Stories[i].Story)
	}
	s.removed = append(s.removed, removed...)
	s.tell(func(p *Progress) {
		p.Doing = "reading"
		p.Failed += r.failed
		p.Stories += len(r.batch.Stories) - len(removed)
	})
	s.show(false)
	return nil
}

// show makes the roster hold what was committed, but not so often that a
// large library spends its time on it.
func (s *scan) show(now bool) {
	if len(s.add) == 0 && len(s.removed) == 0 {
		return
	}
	if !now && !s.shown.IsZero() && time.Since(s.shown) < max(showEvery, s.cost*showShare) {
		return
	}
	begun := time.Now()
	commit, err := s.l.cat().Change(context.WithoutCancel(s.ctx))
	if err != nil {
		return
	}
	s.l.roster.Store(s.l.roster.Load().With(s.add, s.removed))
	s.l.seen.Store(commit)
	s.add, s.removed = nil, nil
	s.shown, s.cost = time.Now(), time.Since(begun)
	s.l.changed()
}

// finish gives tasted files their numbers, notes which folders could not be
// listed, and forgets what is gone.
func (s *scan) finish() error {
	had, err := s.l.cat().Problems(s.ctx)
	if err != nil {
		return err
	}
	had = slices.DeleteFunc(had, func(p catalog.Problem) bool { return p.File != 0 })
	if slices.Equal(had, s.problems) && len(s.renumber) == 0 {
		return s.forget()
	}
	_, err = s.l.cat().Commit(s.ctx, &catalog.Batch{
		Renumber: s.renumber, Problems: map[int64][]catalog.Problem{0: s.problems},
	})
	if err != nil {
		return err
	}
	for i := range s.add {
		if now, ok := s.renumber[s.add[i].File]; ok {
			s.add[i].File = now
		}
	}
	s.l.roster.Store(s.l.roster.Load().Renumbered(s.renumber))
	s.l.changed()
	return s.forget()
}

// forget takes out what is gone.
func (s *scan) forget() error {
	if len(s.gone) == 0 {
		return nil
	}
	removed, err := s.l.cat().Commit(s.ctx, &catalog.Batch{Gone: s.gone})
	if err != nil {
		return err
	}
	s.removed = append(s.removed, removed...)
	s.tell(func(p *Progress) { p.Stories -= len(removed) })
	return nil
}

// segmentPath gives an index file a name that none has had since the sweep.
func (s *scan) segmentPath() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.nextSegment++
	return filepath.Join(s.l.dir(), fmt.Sprintf("%08d%s", s.nextSegment, segmentSuffix))
}

// rows reserves a run of rows.
func (s *scan) rows(n int) uint32 {
	s.mu.Lock()
	defer s.mu.Unlock()
	first := s.nextRow + 1
	s.nextRow += uint32(n)
	return first
}
