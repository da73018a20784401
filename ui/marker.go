package ui

import (
	"context"
	"sync"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// marker writes marks one after the other, in the order they were made, as
// two commands at once could finish the wrong way round.
type marker struct {
	waiting []*job
	busy    *job
}

// scribe is what writes marks and the trail down.
type scribe interface {
	Marker
	Memory
}

// job is one change of marks, or the trail as it is now. It runs once, whoever gets to it first: its
// command, or the end of the program.
type job struct {
	id     articles.ID
	change Change
	undo   bool
	trail  string

	once sync.Once
	done markedMsg
}

// markedMsg says what marks a story has now.
type markedMsg struct {
	id    articles.ID
	marks articles.Marks
	undid string // what was undone, in words
	undo  bool
	trail bool // not of marks, but of the trail
	err   error
}

func (j *job) run(ctx context.Context, shelf scribe) markedMsg {
	j.once.Do(func() {
		j.done = markedMsg{id: j.id, undo: j.undo}
		if j.undo {
			j.done.undid, j.done.id, j.done.marks, j.done.err = shelf.Undo(ctx)
			return
		}
		if j.trail != "" {
			j.done.trail, j.done.err = true, shelf.Keep(ctx, trailName, j.trail)
			return
		}
		j.done.marks, j.done.err = shelf.Mark(ctx, j.id, j.change)
	})
	return j.done
}

// add queues a change. A change of the place only replaces one that waits.
func (w *marker) add(ctx context.Context, shelf scribe, j *job) tea.Cmd {
	if n := len(w.waiting); n > 0 && onlyPlace(j) {
		if last := w.waiting[n-1]; last.id == j.id && onlyPlace(last) {
			w.waiting[n-1] = j
			return nil
		}
	}
	if n := len(w.waiting); n > 0 && j.trail != "" && w.waiting[n-1].trail != "" {
		w.waiting[n-1] = j
		return nil
	}
	w.waiting = append(w.waiting, j)
	if w.busy != nil {
		return nil
	}
	return w.next(ctx, shelf)
}

// next starts the first job that waits.
func (w *marker) next(ctx context.Context, shelf scribe) tea.Cmd {
	w.busy = nil
	if len(w.waiting) == 0 {
		return nil
	}
	j := w.waiting[0]
	w.busy, w.waiting = j, w.waiting[1:]
	return func() tea.Msg { return j.run(ctx, shelf) }
}

// finish runs what is left, after the program has ended.
func (w *marker) finish(ctx context.Context, shelf scribe) error {
	var first error
	jobs := w.waiting
	if w.busy != nil {
		jobs = append([]*job{w.busy}, jobs...)
	}
	for _, j := range jobs {
		if done := j.run(ctx, shelf); done.err != nil && first == nil {
			first = done.err
		}
	}
	w.waiting, w.busy = nil, nil
	return first
}

func onlyPlace(j *job) bool {
	c := j.change
	return !j.undo && j.trail == "" && c.Position != nil && c.Read == nil && c.Starred == nil && c.Tags == nil && c.Note == nil && c.Passages == nil
}

// changed applies a change to marks, so that the screen need not wait.
func changed(m articles.Marks, c Change) articles.Marks {
	if c.Read != nil {
		m.Read = *c.Read
	}
	if c.Starred != nil {
		m.Starred = *c.Starred
	}
	if c.Position != nil {
		m.Position = *c.Position
	}
	if c.Tags != nil {
		m.Tags = *c.Tags
	}
	if c.Note != nil {
		m.Note = *c.Note
	}
	if c.Passages != nil {
		m.Passages = *c.Passages
	}
	return m
}
