package ui

import (
	"time"

	"broadsheet/articles"
)

// stop is one place on the trail: a story and where in it the reader was.
type stop struct {
	id     articles.ID
	title  string
	place  place // restored when the reader comes back
	parent int   // the stop it was reached from, or -1
	next   int   // the stop last gone to from here, or -1
	when   time.Time
}

// trail is the walk from story to story. It is a tree, as going back and
// then elsewhere begins a branch and forgets none; back and forward move on
// the branch last walked.
type trail struct {
	stops []stop
	at    int // the stop the reader is at, -1 before the first

	changes, kept int // counted, so that it is written only when it must be
}

func newTrail() trail { return trail{at: -1} }

// maxStops bounds what a long session may gather; the oldest go first.
const maxStops = 2000

// start begins a walk from the list.
func (t *trail) start(id articles.ID, title string, now time.Time) {
	t.push(stop{id: id, title: title, parent: -1, next: -1, when: now})
}

// step walks on from the present stop.
func (t *trail) step(id articles.ID, title string, now time.Time) {
	t.push(stop{id: id, title: title, parent: t.at, next: -1, when: now})
}

func (t *trail) push(s stop) {
	if t.at >= 0 && t.stops[t.at].id == s.id {
		return // already there: opening it again is no step
	}
	if len(t.stops) >= maxStops {
		t.forget(maxStops / 4)
		if s.parent >= 0 {
			s.parent = t.at
		}
	}
	t.stops = append(t.stops, s)
	here := len(t.stops) - 1
	if s.parent >= 0 {
		t.stops[s.parent].next = here
	}
	t.at = here
	t.changes++
}

// forget drops the n oldest stops; what led from them begins a walk.
func (t *trail) forget(n int) {
	shift := func(i int) int { return max(i-n, -1) }
	kept := append([]stop(nil), t.stops[n:]...)
	for i := range kept {
		kept[i].parent, kept[i].next = shift(kept[i].parent), shift(kept[i].next)
	}
	t.stops, t.at = kept, shift(t.at)
}

// here is the present stop.
func (t *trail) here() (stop, bool) {
	if t.at < 0 {
		return stop{}, false
	}
	return t.stops[t.at], true
}

// leave remembers the place in the present stop.
func (t *trail) leave(p place) {
	if t.at >= 0 {
		if t.stops[t.at].place != p {
			t.changes++
		}
		t.stops[t.at].place = p
	}
}

// name gives the present stop the title of its story, once known.
func (t *trail) name(title string) {
	if t.at >= 0 && title != "" {
		if t.stops[t.at].title != title {
			t.changes++
		}
		t.stops[t.at].title = title
	}
}

// back moves to the stop this one was reached from.
func (t *trail) back() (stop, bool) {
	if t.at < 0 || t.stops[t.at].parent < 0 {
		return stop{}, false
	}
	from := t.at
	t.at = t.stops[from].parent
	t.stops[t.at].next = from
	t.changes++
	return t.stops[t.at], true
}

// forward moves to the stop last gone to from here.
func (t *trail) forward() (stop, bool) {
	if t.at < 0 || t.stops[t.at].next < 0 {
		return stop{}, false
	}
	t.at = t.stops[t.at].next
	t.changes++
	return t.stops[t.at], true
}

// to moves to any stop and makes the way to it the branch of forward.
func (t *trail) to(i int) (stop, bool) {
	if i < 0 || i >= len(t.stops) {
		return stop{}, false
	}
	t.at = i
	t.changes++
	for j := i; t.stops[j].parent >= 0; j = t.stops[j].parent {
		t.stops[t.stops[j].parent].next = j
	}
	return t.stops[i], true
}

// path is the walk to the present stop, the first stop first.
func (t *trail) path() []stop {
	var back []stop
	for i := t.at; i >= 0; i = t.stops[i].parent {
		back = append(back, t.stops[i])
	}
	for i, j := 0, len(back)-1; i < j; i, j = i+1, j-1 {
		back[i], back[j] = back[j], back[i]
	}
	return back
}

// branch is a stop as the map of the trail shows it.
type branch struct {
	stop
	index  int
	lanes  string // lines of the walks it stands between
	onPath bool   // the way to the present stop leads over it
	here   bool
}

// lanes are the signs that a map of walks is drawn with.
type lanes struct{ along, aside string }

// branches draws the trail as a map: every stop under the one it was reached
// from, the walk taken last straight on and the others aside, so that a long
// walk does not run out of the screen.
func (t *trail) branches(draw lanes) []branch {
	children := make([][]int, len(t.stops)+1)
	for i, s := range t.stops {
		children[s.parent+1] = append(children[s.parent+1], i)
	}
	onPath := make([]bool, len(t.stops))
	for i := t.at; i >= 0; i = t.stops[i].parent {
		onPath[i] = true
	}
	out := make([]branch, 0, len(t.stops))
	type visit struct {
		index       int
		first, rest string // lanes of this stop, and of those after it
	}
	var todo []visit
	for i := len(children[0]) - 1; i >= 0; i-- {
		todo = append(todo, visit{index: children[0][i]})
	}
	for len(todo) > 0 {
		v := todo[len(todo)-1]
		todo = todo[:len(todo)-1]
		out = append(out, branch{t.stops[v.index], v.index, v.first, onPath[v.index], v.index == t.at})
		next := children[v.index+1]
		for i := len(next) - 1; i >= 0; i-- {
			if i == len(next)-1 {
				todo = append(todo, visit{next[i], v.rest, v.rest})
				continue
			}
			todo = append(todo, visit{next[i], v.rest + draw.aside, v.rest + draw.along})
		}
	}
	return out
}
