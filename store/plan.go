package store

import (
	"errors"

	"broadsheet/store/catalog"
	"broadsheet/store/walk"
)

// job is a file to read.
type job struct {
	walk.File
	id    int64
	fresh bool // it was read before: what it held goes first
}

const (
	firstBatch = 32      // files in the first batch, so that it is done soon
	largeBatch = 4096    // files in a batch, once there are many
	batchBytes = 8 << 20 // of files in a batch
)

// plan walks the folders, compares what it finds with what the catalogue
// holds, and sends what must be read.
func (s *scan) plan(out chan<- []job) error {
	recalled := s.recalling()
	var k *known
	var hidden []*walk.Error
	b := batcher{s: s, out: out, size: firstBatch}
	for f, walkErr := range s.l.tree.Files(s.ctx) {
		if e := (*walk.Error)(nil); errors.As(walkErr, &e) {
			hidden = append(hidden, e)
			s.problems = append(s.problems, catalog.Problem{Root: e.Root, Rel: e.Rel, Reason: reason(e)})
			continue
		}
		if walkErr != nil {
			return walkErr
		}
		if k == nil {
			var err error
			if k, err = recalled(); err != nil {
				return err
			}
		}
		if b.seen(f, k); b.err != nil {
			return b.err
		}
	}
	k, err := recalled()
	if err != nil {
		return err
	}
	if err := s.lost(k, hidden); err != nil {
		return err
	}
	b.flush()
	b.tell()
	return b.err
}

// batcher gathers jobs. Batches begin small and grow, so that the first
// stories are there at once and the last ones cost little each.
type batcher struct {
	s     *scan
	out   chan<- []job
	jobs  []job
	bytes int64
	size  int
	looks int // files looked at since the last report
	wants int // of which are to be read
	err   error
}

func (b *batcher) seen(f walk.File, k *known) {
	b.looks++
	was, met := k.take(f)
	switch {
	case !met:
		b.s.nextFile++
		was.id = b.s.nextFile
	case was.size == f.Size && was.mtime == f.Mtime:
		if was.id < 0 {
			b.s.nextFile++ // now its place in the order of files is known
			b.s.renumber[was.id] = b.s.nextFile
		}
		b.report()
		return
	}
	b.wants++
	b.jobs = append(b.jobs, job{File: f, id: was.id, fresh: met})
	b.bytes += f.Size
	if len(b.jobs) >= b.size || b.bytes >= batchBytes {
		b.flush()
		b.size = min(b.size*4, largeBatch)
	}
	b.report()
}

func (b *batcher) report() {
	if b.looks >= 1024 {
		b.tell()
	}
}

func (b *batcher) tell() {
	b.s.tell(func(p *Progress) {
		p.Files += b.looks
		p.Total += b.wants
	})
	b.looks, b.wants = 0, 0
}

func (b *batcher) flush() {
	if len(b.jobs) == 0 || b.err != nil {
		return
	}
	b.tell() // before a reader counts them as done
	select {
	case b.out <- b.jobs:
	case <-b.s.ctx.Done():
		b.err = b.s.ctx.Err()
	}
	b.jobs, b.bytes = nil, 0
}
