package store

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"math"
	"slices"
	"sync"

	"broadsheet/store/catalog"
	"broadsheet/store/copies"
	"broadsheet/store/roster"
)

// fold puts the stories that came under the leaders whose text they have, or
// all of them anew where some went. It goes by what the catalogue says was folded
// so far, so that a scan that was cut short is made up for by the next.
func (s *scan) fold() error {
	n, err := s.l.cat().Counters(s.ctx)
	if err != nil || n.Row == n.Folded {
		return err
	}
	f := &folder{l: s.l, ctx: s.ctx, r: s.l.roster.Load()}
	if err := f.gather(s.l.cat().Sketches(s.ctx), n.Folded); err != nil {
		return err
	}
	if err := f.fold(); err != nil {
		return err
	}
	done := &catalog.Folded{To: n.Row, Leaders: f.changes(), Hollow: f.hollow}
	if _, err := s.l.cat().Commit(s.ctx, &catalog.Batch{Folded: done}); err != nil {
		return err
	}
	commit, err := s.l.cat().Change(s.ctx)
	if err != nil {
		return err
	}
	s.l.roster.Store(s.l.roster.Load().Folded(done.Leaders))
	s.l.seen.Store(commit)
	if len(done.Leaders) > 0 {
		s.l.changed()
	}
	return nil
}

// folder is one run of folding over a library.
type folder struct {
	l       *Library
	ctx     context.Context
	r       *roster.Roster
	stories []foldable // in the order in which they would lead
	dirty   []int      // which of them have no leader yet
	hollow  []uint32
	folding copies.Folding

	last, leads compared // the texts looked at last
}

// compared is a text that is likely to be asked about again.
type compared struct {
	of   int
	text *copies.Text
	err  error
}

// foldable is a story with what it is folded by.
type foldable struct {
	at       uint32 // in the roster
	shingles int32  // of the mark, at hand for sorting
	since    int64
	mark     copies.Mark
}

// gather reads the sketches of all stories and puts them into order. Who was
// folded before keeps its leader.
func (f *folder) gather(sketches iter.Seq2[catalog.Sketches, error], folded uint32) error {
	f.stories = make([]foldable, 0, f.r.Len())
	for some, err := range sketches {
		if err != nil {
			return err
		}
		left := len(f.stories)
		rest := some.Data
		for row := some.First; len(rest) > 0; row++ {
			var mark copies.Mark
			if mark, rest, err = copies.CutMark(rest); err != nil {
				return fmt.Errorf("folding copies: %w", err)
			}
			if at, ok := f.r.Index(row); ok {
				f.stories = append(f.stories, foldable{at, int32(mark.Shingles()), f.since(at), mark})
			}
		}
		if len(f.stories) == left {
			f.hollow = append(f.hollow, some.First)
		}
	}
	slices.SortFunc(f.stories, f.leadsBefore)
	f.place(folded)
	return nil
}

// place says who leads whom by what was folded before.
func (f *folder) place(folded uint32) {
	n := len(f.stories)
	place := map[uint32]int32{} // of leaders
	f.folding = copies.Folding{Marks: make([]copies.Mark, n), Leader: make([]int32, n), Same: f.same}
	for i, s := range f.stories {
		f.folding.Marks[i] = s.mark
		row := f.r.Row(s.at)
		switch {
		case row > folded:
			f.folding.Leader[i] = copies.Nobody
			f.dirty = append(f.dirty, i)
		case f.r.Leader(s.at) == s.at:
			f.folding.Leader[i] = int32(i)
			if f.r.Copies(s.at) > 0 {
				place[s.at] = int32(i)
			}
		}
	}
	for i, s := range f.stories {
		if leader := f.r.Leader(s.at); leader != s.at && f.folding.Leader[i] != copies.Nobody {
			f.folding.Leader[i] = place[leader]
		}
	}
}

// leadsBefore is the order in which stories would lead: the longest, the
// earliest, and then by where they lie, which is the same whenever they came.
func (f *folder) leadsBefore(a, b foldable) int {
	if c := cmp.Or(cmp.Compare(b.shingles, a.shingles), cmp.Compare(a.since, b.since)); c != 0 {
		return c // nearly always
	}
	return cmp.Or(
		cmp.Compare(f.r.Keys(a.at).Place, f.r.Keys(b.at).Place),
		cmp.Compare(f.r.Row(a.at), f.r.Row(b.at)),
	)
}

// since is when a story was published; the undated are the last.
func (f *folder) since(at uint32) int64 {
	if published := f.r.Published(at); published != catalog.Undated {
		return published
	}
	return math.MaxInt64
}

func (f *folder) fold() error {
	if len(f.dirty) > len(f.stories)/2 {
		return f.folding.Whole()
	}
	return f.folding.Changed(f.dirty)
}

// verdicts are pairs of stories, by their rows, that were compared before. What
// a row says never changes, so that folding anew compares only what is new.
type verdicts map[[2]uint32]bool

// mostVerdicts bounds what is remembered.
const mostVerdicts = 1 << 16

// same compares two stories, unless they were.
func (f *folder) same(i, j int) (bool, error) {
	pair := [2]uint32{f.r.Row(f.stories[i].at), f.r.Row(f.stories[j].at)}
	if same, ok := f.l.alike[pair]; ok {
		return same, nil
	}
	same, err := f.compare(i, j)
	if err != nil {
		return false, err
	}
	if f.l.alike == nil || len(f.l.alike) >= mostVerdicts {
		f.l.alike = verdicts{}
	}
	f.l.alike[pair] = same
	return same, nil
}

// compare compares two stories, which are unpacked side by side: that is most
// of the work of folding.
func (f *folder) compare(i, j int) (bool, error) {
	var side sync.WaitGroup
	side.Go(func() { f.look(&f.last, i) })
	f.look(&f.leads, j)
	side.Wait()
	if err := errors.Join(f.last.err, f.leads.err); err != nil {
		return false, err
	}
	return copies.Same(*f.last.text, *f.leads.text), nil
}

// look makes a text ready, unless it is.
func (f *folder) look(c *compared, i int) {
	if c.text == nil || c.of != i || c.err != nil {
		text, err := f.text(i)
		*c = compared{i, &text, err}
	}
}

func (f *folder) text(i int) (copies.Text, error) {
	a, err := f.l.unpack(f.ctx, f.r.Row(f.stories[i].at))
	return copies.Prepare(a.Title, a.Text), err
}

// changes are the stories whose leader is not what the roster says.
func (f *folder) changes() map[uint32]uint32 {
	changed := map[uint32]uint32{}
	for i, s := range f.stories {
		leader := f.stories[f.folding.Leader[i]].at
		if leader == f.r.Leader(s.at) {
			continue
		}
		if changed[f.r.Row(s.at)] = 0; leader != s.at {
			changed[f.r.Row(s.at)] = f.r.Row(leader)
		}
	}
	return changed
}
