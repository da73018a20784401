package ui

import (
	"context"
	"slices"

	"broadsheet/articles"
)

// list is the headlines of a view: the window of them that is held, the
// cursor, and the first one shown. Cursor and top are indexes in the view,
// so that both may stand where no headline is held yet.
type list struct {
	view   View
	win    Window
	loaded bool // win answers view, or an older view while a new one loads
	is     View // the view that win answers
	cursor int
	top    int

	load    int  // number of the latest request; older answers are dropped
	pending bool // it has not been answered
	at      int  // first index it asked for
	size    int  // how many
	cancel  context.CancelFunc

	turns bool // by half a pane, not by rows

	width  int     // of the pane
	height int     // of it, in lines
	folds  []uint8 // lines of the titles of win at that width, 0 where unknown

	told    bool // win answers a query: its items have a line for what it found
	finding bool // snippets are being asked for

	threads threadMarks

	keys []string  // of the items of win: what the headings compare
	rows []listRow // drawn items of win, see draw
}

func (l *list) total() int { return l.win.Total }

// item is the headline at an index of the view, if it is held.
func (l *list) item(i int) (Item, bool) {
	if i -= l.win.From; i >= 0 && i < len(l.win.Items) {
		return l.win.Items[i], true
	}
	return Item{}, false
}

// chosen is the headline under the cursor, if it is held.
func (l *list) chosen() (Item, bool) { return l.item(l.cursor) }

// stale reports whether the headlines on the screen are not yet those that
// were asked for.
func (l *list) stale() bool { return l.pending && l.is != l.view }

// hold takes a window in.
func (l *list) hold(w Window) {
	w.Items = slices.Clone(w.Items) // marks change in it
	for i, it := range w.Items {
		w.Items[i] = gateItem(it)
	}
	l.win, l.is, l.loaded, l.pending, l.told = w, l.view, true, false, l.view.Query != ""
	l.keys = make([]string, len(w.Items))
	l.folds = make([]uint8, len(w.Items))
	l.rows = make([]listRow, len(w.Items))
	for i, it := range w.Items {
		l.keys[i] = l.view.sections().key(it)
	}
	l.cursor = clamp(l.cursor, 0, w.Total-1)
	l.top = clamp(l.top, 0, l.cursor)
}

// marked puts new marks on the headline wherever it is held.
func (l *list) marked(id articles.ID, m articles.Marks) {
	for i := range l.win.Items {
		it := &l.win.Items[i]
		if it.ID != id {
			continue
		}
		if it.Marks.Read != m.Read {
			step := -1
			if !m.Read {
				step = 1
			}
			if l.win.AllUnread >= 0 && l.win.Unread >= 0 { // both are known
				l.win.Unread += step
				l.win.AllUnread += step
			}
		}
		it.Marks = m
		if i < len(l.rows) {
			l.rows[i] = listRow{}
		}
	}
}

// itemHeight is how many lines an item takes in a pane of the given height.
func (l *list) itemHeight(i, height int) int {
	if height < 2 {
		return 1
	}
	it, ok := l.item(i)
	if !ok {
		return 2
	}
	n := 1 + l.titleLines(i-l.win.From, it.Title, height)
	if l.tells(height) {
		n++
	}
	return n
}

// titleLines is how many lines a title takes: two where it is long and there
// is room, as a headline is read whole or not at all.
func (l *list) titleLines(i int, title string, height int) int {
	if !l.airy(height) {
		return 1
	}
	if l.folds[i] == 0 {
		l.folds[i] = 1
		if cells(title) > titleRoom(l.width) {
			l.folds[i] = 2
		}
	}
	return int(l.folds[i])
}

// resize takes the size of the pane up.
func (l *list) resize(width, height int) {
	l.height = height
	if width != l.width {
		l.width = width
		clear(l.folds)
	}
}

// headed reports whether there is room for headings.
func (l *list) headed(height int) bool { return height >= 5 && l.view.sections() != unsectioned }

// airy reports whether there is room for a blank line over a heading.
func (l *list) airy(height int) bool { return height >= 16 }

// headHeight is how many lines stand over an item for the heading of its
// section, where it is not the first shown.
func (l *list) headHeight(i, height int) int {
	switch {
	case !l.headed(height) || l.key(i-1) == l.key(i):
		return 0
	case l.airy(height):
		return 2
	}
	return 1
}

// settle moves top so that the cursor is shown: by the least that does, or,
// where the list turns, until the cursor stands in the middle. A list beside
// a story turns, as a terminal cannot scroll a part of its columns and every
// line of the pane would be sent at every step.
func (l *list) settle(height int) {
	if height <= 0 || l.cursor == l.top {
		l.top = l.cursor
		return
	}
	if l.cursor > l.top {
		if l.reach(l.cursor, height, height) <= l.top {
			return
		}
		l.top = l.reach(l.cursor, height, height)
		if l.turns {
			l.top = l.reach(l.cursor, height, height/2)
		}
		return
	}
	l.top = l.cursor
	if l.turns {
		l.top = l.reach(l.cursor, height, height/2)
	}
}

// reach is the first item that may stand at the top of a pane so that the
// item i ends within room lines.
func (l *list) reach(i, height, room int) int {
	room -= l.itemHeight(i, height)
	if l.headed(height) {
		room-- // the heading over the first item always stands
	}
	for i > 0 {
		if room -= l.itemHeight(i-1, height) + l.headHeight(i, height); room < 0 {
			break
		}
		i--
	}
	return i
}

// fill moves top up where the end of the list would leave room unused.
func (l *list) fill(height int) {
	left := height
	heads := l.headed(height)
	if heads {
		left--
	}
	for i := l.total() - 1; i >= l.top && left >= 0; i-- {
		left -= l.itemHeight(i, height)
		if i > l.top {
			left -= l.headHeight(i, height)
		}
	}
	for l.top > 0 && left > 0 {
		left -= l.itemHeight(l.top-1, height) + l.headHeight(l.top, height)
		if left >= 0 {
			l.top--
		}
	}
}

// move puts the cursor on another headline.
func (l *list) move(to, height int) {
	l.cursor = clamp(to, 0, l.total()-1)
	l.settle(height)
}

// shown is how many items stand in the pane from top.
func (l *list) shown(height int) int {
	n, heads := 0, l.headed(height)
	left := height
	if heads {
		left--
	}
	for i := l.top; i < l.total(); i++ {
		left -= l.itemHeight(i, height)
		if i > l.top {
			left -= l.headHeight(i, height)
		}
		if left < 0 {
			break
		}
		n++
	}
	return max(n, 1)
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }
