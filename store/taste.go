package store

const (
	// tasteFiles is how many files are read before the rest are listed: a
	// screenful.
	tasteFiles = 24
	// tasteBytes is how much they may hold, since one goroutine reads them.
	tasteBytes = 1 << 20
)

// taste reads a few files before the rest are even listed, so that the first
// rows of a large new library are there at once.
func (s *scan) taste() error {
	files := s.l.tree.Taste(s.ctx, tasteFiles)
	if len(files) < tasteFiles {
		return nil // small enough to be read in order
	}
	w, err := s.newWorker()
	if err != nil {
		return err
	}
	var jobs []job
	left := int64(tasteBytes)
	for i, f := range files {
		if f.Size > left {
			continue
		}
		left -= f.Size
		// Numbers below zero come before all others until finish gives the
		// files theirs.
		jobs = append(jobs, job{File: f, id: int64(i - len(files))})
	}
	s.tell(func(p *Progress) { p.Total = len(jobs) })
	return w.batch(jobs, s.commit)
}
