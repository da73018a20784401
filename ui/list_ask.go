package ui

import (
	"context"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// spare is how many headlines beyond the pane are held, so that the cursor
// does not wait for storage, and how close to the end of what is held it may
// come before more are asked for. A list that is found anew with every letter
// holds few: most are never looked at.
func (l *list) spare() (margin, lead int) {
	if l.view.Live {
		return 16, 8
	}
	return 120, 48
}

// around is the window to ask for where a headline stands at the top of a pane
// of the given height.
func (l *list) around(top, height int) (from, n int) {
	margin, _ := l.spare()
	return max(top-margin, 0), max(height/2, 1) + 2*margin
}

// wanting tells which window to ask for next, if any.
func (l *list) wanting(height int) (from, n int, want bool) {
	_, lead := l.spare()
	lo := max(l.top-lead, 0)
	hi := min(l.top+max(height/2, 1)+lead, l.total())
	end := l.win.From + len(l.win.Items)
	if l.loaded && lo >= l.win.From && hi <= end {
		return 0, 0, false
	}
	if l.pending && lo >= l.at && hi <= l.at+l.size {
		return 0, 0, false
	}
	from, n = l.around(l.top, height)
	if !l.pending && from == l.at && n == l.size {
		return 0, 0, false // just answered, and not with that: asking again would never end
	}
	return from, n, true
}

// headlinesLoadedMsg is the answer to a request for a window.
type headlinesLoadedMsg struct {
	load  int
	win   Window
	shift int // by how much the story under the cursor moved
	err   error
}

// ask requests a window of the view as it is now. An older request is given
// up: its answer would be dropped.
func (l *list) ask(ctx context.Context, shelf Lister, from, n int) tea.Cmd {
	ctx = l.begin(ctx, from, n)
	load, view, top, rows := l.load, l.view, l.top, l.found()
	return func() tea.Msg {
		w, err := shelf.Headlines(ctx, view, from, n)
		if err == nil {
			w.find(ctx, shelf, view, top, rows)
		}
		return headlinesLoadedMsg{load: load, win: w, err: err}
	}
}

// anchor is a held story that is still in the view, as near to the cursor as
// may be, and its index: what a list that changes is held by. A story that was
// read is no longer among the unread.
func (l *list) anchor() (articles.ID, int) {
	for d := range len(l.win.Items) {
		for _, at := range []int{l.cursor + d, l.cursor - d} {
			if it, ok := l.item(at); ok && (!l.view.Unread || !it.Marks.Read) {
				return it.ID, at
			}
		}
	}
	return "", l.cursor
}

// askAround requests the window around a story that stood at an index, so
// that a list that changed keeps its cursor on the story and not on a number.
func (l *list) askAround(ctx context.Context, shelf Lister, id articles.ID, at, height int) tea.Cmd {
	from, n := l.around(l.top, height)
	ctx = l.begin(ctx, from, n)
	load, view, top, rows := l.load, l.view, l.top, l.found()
	return func() tea.Msg {
		shift := 0
		if id != "" {
			i, err := shelf.IndexOf(ctx, view, id)
			if err != nil {
				return headlinesLoadedMsg{load: load, err: err}
			}
			if i >= 0 {
				shift = i - at
			}
		}
		w, err := shelf.Headlines(ctx, view, max(from+shift, 0), n)
		if err == nil {
			w.find(ctx, shelf, view, top+shift, rows)
		}
		return headlinesLoadedMsg{load: load, win: w, shift: shift, err: err}
	}
}

func (l *list) begin(ctx context.Context, from, n int) context.Context {
	if l.cancel != nil {
		l.cancel()
	}
	ctx, l.cancel = context.WithCancel(ctx)
	l.load++
	l.pending, l.at, l.size = true, from, n
	return ctx
}
