package store

import (
	"errors"
	"iter"
	"strings"

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

// plan walks the folders beside the catalogue, both in the same order, and
// sends what must be read. What the catalogue holds and no folder does is
// noted as gone, unless it may only be hidden behind a folder that could not
// be listed.
func (s *scan) plan(out chan<- []job) error {
	next, stop := iter.Pull2(ahead(s.l.cat().Files(s.ctx)))
	defer stop()
	known, err, more := next()
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
		for ; more && err == nil && before(known, f); known, err, more = next() {
			s.lost(known, hidden)
		}
		if err != nil {
			return err
		}
		if more && known.Root == f.Root && known.Rel == f.Rel {
			b.seen(f, &known)
			known, err, more = next()
		} else {
			b.seen(f, nil)
		}
		if b.err != nil {
			return b.err
		}
	}
	for ; more && err == nil; known, err, more = next() {
		s.lost(known, hidden)
	}
	if err != nil {
		return err
	}
	b.flush()
	b.tell()
	return b.err
}

// ahead reads a sequence while its consumer is still busy with what comes
// before: here the catalogue, while the first folder is being listed.
func ahead[T any](seq iter.Seq2[T, error]) iter.Seq2[T, error] {
	const stretch = 1024
	type some struct {
		all []T
		err error
	}
	return func(yield func(T, error) bool) {
		ready, enough := make(chan some, 64), make(chan struct{})
		defer close(enough)
		go func() {
			defer close(ready)
			var now some
			send := func() bool {
				select {
				case ready <- now:
					now = some{}
					return true
				case <-enough:
					return false
				}
			}
			for v, err := range seq {
				if now.err = err; err == nil {
					now.all = append(now.all, v)
				}
				if (err != nil || len(now.all) == stretch) && !send() {
					return
				}
			}
			send()
		}()
		for now := range ready {
			for _, v := range now.all {
				if !yield(v, nil) {
					return
				}
			}
			if now.err != nil {
				var none T
				if !yield(none, now.err) {
					return
				}
			}
		}
	}
}

func before(known catalog.File, f walk.File) bool {
	if known.Root != f.Root {
		return known.Root < f.Root
	}
	return known.Rel < f.Rel
}

// lost notes a file that the walk did not find.
func (s *scan) lost(f catalog.File, hidden []*walk.Error) {
	for _, e := range hidden {
		if e.Root == f.Root && (e.Rel == "." || strings.HasPrefix(f.Rel, e.Rel+"/")) {
			return
		}
	}
	s.gone = append(s.gone, f.ID)
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

func (b *batcher) seen(f walk.File, known *catalog.File) {
	b.looks++
	id := int64(0)
	switch {
	case known == nil:
		b.s.nextFile++
		id = b.s.nextFile
	case known.Size == f.Size && known.Mtime == f.Mtime:
		if known.ID < 0 {
			b.s.nextFile++ // now its place in the order of files is known
			b.s.renumber[known.ID] = b.s.nextFile
		}
		b.report()
		return
	default:
		id = known.ID
	}
	b.wants++
	b.jobs = append(b.jobs, job{File: f, id: id, fresh: known != nil})
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
	select {
	case b.out <- b.jobs:
	case <-b.s.ctx.Done():
		b.err = b.s.ctx.Err()
	}
	b.jobs, b.bytes = nil, 0
}
