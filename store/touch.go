package store

import (
	"context"

	"broadsheet/store/walk"
)

// touch brings the library up to date with a few paths that something was
// seen to happen at, without looking at any other. It reports false where
// that is not enough and a whole scan is needed.
func (l *Library) touch(ctx context.Context, names []string, report func(Progress)) (enough bool, err error) {
	enough = true
	err = l.scan(ctx, report, func(s *scan) error {
		if _, err := s.begin(); err != nil {
			return err
		}
		jobs, all, err := s.looked(names)
		if err != nil {
			return err
		}
		enough = all
		w, err := s.newWorker()
		if err != nil {
			return err
		}
		s.tell(func(p *Progress) { p.Total, p.Files = len(jobs), len(names) })
		defer s.show(true)
		if err := w.batch(jobs, s.commit); err != nil {
			return err
		}
		if err := s.forget(); err != nil {
			return err
		}
		s.show(true)
		return s.fold()
	})
	return enough, err
}

// looked makes jobs of paths. All is false where a path is a folder or a set
// of rules, about which only a walk can tell.
func (s *scan) looked(names []string) (jobs []job, all bool, err error) {
	all = true
	for _, name := range names {
		f, found := s.l.tree.Look(name)
		switch found {
		case walk.NotOurs:
			continue
		case walk.AFolder, walk.NewRules:
			all = false
			continue
		}
		known, err := s.l.cat().At(s.ctx, f.Root, f.Rel)
		if err != nil {
			return nil, false, err
		}
		if found == walk.Nothing {
			for _, k := range known {
				s.gone = append(s.gone, k.ID)
			}
			continue
		}
		switch {
		case len(known) == 0:
			s.nextFile++
			jobs = append(jobs, job{File: f, id: s.nextFile})
		case len(known) > 1 || known[0].Rel != f.Rel:
			all = false // a file where a folder was
		case known[0].Size != f.Size || known[0].Mtime != f.Mtime:
			jobs = append(jobs, job{File: f, id: known[0].ID, fresh: true})
		}
	}
	return jobs, all, nil
}
