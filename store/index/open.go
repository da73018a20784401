package index

import (
	"context"
	"errors"
	"fmt"
	"sort"
	"sync"
)

// Index is a set of open segments that answers as one. Its methods may be
// called from several goroutines.
type Index struct {
	mu   sync.RWMutex // held for reading while the files are read
	segs []*segment
	rank ranker
	live int

	split int      // stories of a segment that are worth a goroutine
	near  nearness // what Similar prepares once
	typed typed    // what Search remembers

	ebb   ebb
	reach reach // of Similar
}

// Open maps the segments at paths. Where two hold a story of one key, the later
// path's holds; those that dead lists do not count. A file that is damaged is
// an error that names it.
func Open(paths []string, dead Dead) (*Index, error) {
	x := &Index{rank: ranker{last: NoDay, mean: 1}, split: splitDocs, reach: usual(), ebb: ebb{much: muchRead}}
	for _, p := range paths {
		s, err := openSegment(p)
		if err != nil {
			x.Close()
			return nil, err
		}
		s.of = x
		x.segs = append(x.segs, s)
	}
	x.bury(dead)
	words := uint64(0)
	for _, s := range x.segs {
		x.rank.n += s.nDocs
		x.rank.last = max(x.rank.last, s.last)
		words += s.words
		x.live += s.nDocs - s.deadDocs
	}
	if x.rank.n > 0 && words > 0 {
		x.rank.mean = float64(words) / float64(x.rank.n)
	}
	x.rank.age()
	x.ebb.rested.Store(mappedNow())
	return x, nil
}

// bury marks the stories that left and those that a later segment has again.
func (x *Index) bury(dead Dead) {
	for _, s := range x.segs {
		for _, key := range dead {
			if doc, ok := s.find(key); ok {
				s.kill(doc)
			}
		}
	}
	for i, older := range x.segs {
		for _, newer := range x.segs[i+1:] {
			older.yield(newer)
		}
	}
}

// yield kills the stories that newer holds too. Both are in the order of keys;
// most often their keys do not even overlap.
func (s *segment) yield(newer *segment) {
	if s.nDocs == 0 || newer.nDocs == 0 {
		return
	}
	small, big := s, newer
	if small.nDocs > big.nDocs {
		small, big = big, small
	}
	from, to := big.key(0), big.key(uint32(big.nDocs-1))
	if small.key(0) > to || small.key(uint32(small.nDocs-1)) < from {
		return
	}
	for doc := range uint32(small.nDocs) {
		key := small.key(doc)
		if key < from || key > to {
			continue
		}
		if !holds(big, key) {
			continue
		}
		if small == s {
			s.kill(doc)
		} else if d, ok := s.find(key); ok {
			s.kill(d)
		}
	}
}

// holds reports whether a segment has a row of that key, dead or alive.
func holds(s *segment, key uint32) bool {
	i := sort.Search(s.nDocs, func(i int) bool { return s.key(uint32(i)) >= key })
	return i < s.nDocs && s.key(uint32(i)) == key
}

// Close lets go of the files, once no method reads them any more.
func (x *Index) Close() error {
	x.mu.Lock()
	defer x.mu.Unlock()
	var errs []error
	for _, s := range x.segs {
		errs = append(errs, s.close())
	}
	x.segs, x.live = nil, 0
	return errors.Join(errs...)
}

// Verify reads every byte and compares the checksums.
func (x *Index) Verify(ctx context.Context) error {
	x.mu.RLock()
	defer x.mu.RUnlock()
	var errs []error
	for _, s := range x.segs {
		errs = append(errs, s.verify(ctx))
	}
	return errors.Join(errs...)
}

// Len tells how many stories the index holds.
func (x *Index) Len() int {
	x.mu.RLock()
	defer x.mu.RUnlock()
	return x.live
}

// find tells where the live story of a key is.
func (x *Index) find(key uint32) (seg int, doc uint32, err error) {
	for i := len(x.segs) - 1; i >= 0; i-- {
		if doc, ok := x.segs[i].find(key); ok {
			return i, doc, nil
		}
	}
	return 0, 0, fmt.Errorf("story %d: %w", key, ErrUnknown)
}
