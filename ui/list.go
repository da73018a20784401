package ui

import (
	"context"
	"slices"
	"strings"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// list is the headlines of a view: the window of them that is held, the
// cursor, and the first one shown. Cursor and top are indexes in the view,
// so that both may stand where no headline is held yet.
type list struct {
	view   View
	win    Window
	loaded bool // win answers view, or an older view while a new one loads
	cursor int
	top    int

	load    int  // number of the latest request; older answers are dropped
	pending bool // it has not been answered
	at      int  // first index it asked for
	size    int  // how many

	days []string  // of the items of win: what the headings compare
	rows []listRow // drawn items of win, see draw
}

// margin is how many headlines beyond the pane are held, so that the cursor
// does not wait for storage; lead is how close to the end of what is held
// it may come before more are asked for.
const (
	margin = 120
	lead   = 48
)

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

// grouped reports whether the list stands under headings of days.
func (l *list) grouped() bool {
	switch l.view.Sort {
	case SortNewest, SortOldest:
		return true
	case SortAuto:
		return l.view.Query == ""
	}
	return false
}

// day is what tells the headings of two items apart.
func (l *list) day(i int) string {
	if i -= l.win.From; i >= 0 && i < len(l.days) {
		return l.days[i]
	}
	return ""
}

// hold takes a window in.
func (l *list) hold(w Window) {
	w.Items = slices.Clone(w.Items) // marks change in it
	l.win, l.loaded, l.pending = w, true, false
	l.days = make([]string, len(w.Items))
	l.rows = make([]listRow, len(w.Items))
	if l.grouped() {
		for i, it := range w.Items {
			l.days[i] = dayKey(it.Published)
		}
	}
	l.cursor = clamp(l.cursor, 0, w.Total-1)
	l.top = clamp(l.top, 0, l.cursor)
}

// dayKey is the same for two dates under one heading.
func dayKey(d articles.Date) string {
	if day := d.Day(); day != "" {
		return day
	}
	return d.String()
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
			l.win.Unread += step
			l.win.AllUnread += step
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
	if it, ok := l.item(i); ok && it.Snippet != "" && height > 4 {
		return 3
	}
	return 2
}

// headed reports whether there is room for headings of days.
func (l *list) headed(height int) bool { return height >= 5 && l.grouped() }

// settle moves top by the least that shows the cursor.
func (l *list) settle(height int) {
	if l.cursor <= l.top || height <= 0 {
		l.top = l.cursor
		return
	}
	heads := l.headed(height)
	left := height - l.itemHeight(l.cursor, height)
	if heads {
		left-- // the heading over the first item always stands
	}
	t := l.cursor
	for t > l.top {
		need := l.itemHeight(t-1, height)
		if heads && l.day(t-1) != l.day(t) {
			need++
		}
		if left -= need; left < 0 {
			break
		}
		t--
	}
	l.top = t
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
		if heads && i > l.top && l.day(i-1) != l.day(i) {
			left--
		}
	}
	for l.top > 0 && left > 0 {
		left -= l.itemHeight(l.top-1, height)
		if heads && l.day(l.top-1) != l.day(l.top) {
			left--
		}
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
		if heads && i > l.top && l.day(i-1) != l.day(i) {
			left--
		}
		if left < 0 {
			break
		}
		n++
	}
	return max(n, 1)
}

// wanting tells which window to ask for next, if any.
func (l *list) wanting(height int) (from, n int, want bool) {
	rows := max(height/2, 1)
	lo := max(l.top-lead, 0)
	hi := min(l.top+rows+lead, l.total())
	end := l.win.From + len(l.win.Items)
	if l.loaded && lo >= l.win.From && hi <= end {
		return 0, 0, false
	}
	if l.pending && lo >= l.at && hi <= l.at+l.size {
		return 0, 0, false
	}
	return max(l.top-margin, 0), rows + 2*margin, true
}

// headlinesLoadedMsg is the answer to a request for a window.
type headlinesLoadedMsg struct {
	load   int
	view   View
	win    Window
	cursor int // where the cursor belongs now, or -1 to leave it
	err    error
}

// ask requests a window of the view as it is now.
func (l *list) ask(ctx context.Context, shelf Lister, from, n int) tea.Cmd {
	l.load++
	l.pending, l.at, l.size = true, from, n
	load, view := l.load, l.view
	return func() tea.Msg {
		w, err := shelf.Headlines(ctx, view, from, n)
		return headlinesLoadedMsg{load: load, view: view, win: w, cursor: -1, err: err}
	}
}

// askAround requests the window around a story, so that a list that changed
// keeps its cursor on the story and not on a number.
func (l *list) askAround(ctx context.Context, shelf Lister, id articles.ID, height int) tea.Cmd {
	l.load++
	n := max(height/2, 1) + 2*margin
	from := max(l.top-margin, 0)
	l.pending, l.at, l.size = true, from, n
	load, view, cursor := l.load, l.view, l.cursor
	return func() tea.Msg {
		at := -1
		if id != "" {
			i, err := shelf.IndexOf(ctx, view, id)
			if err != nil {
				return headlinesLoadedMsg{load: load, view: view, err: err}
			}
			if at = i; at >= 0 {
				from = max(from+at-cursor, 0)
			}
		}
		w, err := shelf.Headlines(ctx, view, from, n)
		return headlinesLoadedMsg{load: load, view: view, win: w, cursor: at, err: err}
	}
}

func clamp(n, low, high int) int { return max(low, min(n, high)) }

// dayHeading names a day as a newspaper would.
func dayHeading(d articles.Date, now time.Time) string {
	if d.IsZero() {
		return "UNDATED"
	}
	t := d.Time()
	switch d.Precision() {
	case articles.Year:
		return t.Format("2006")
	case articles.Month:
		return strings.ToUpper(t.Format("January 2006"))
	}
	switch d.Day() {
	case now.Format("2006-01-02"):
		return "TODAY"
	case now.AddDate(0, 0, -1).Format("2006-01-02"):
		return "YESTERDAY"
	}
	if t.Year() == now.Year() {
		return strings.ToUpper(t.Format("Monday 2 January"))
	}
	return strings.ToUpper(t.Format("Monday 2 January 2006"))
}
