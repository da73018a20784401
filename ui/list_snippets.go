package ui

import (
	"context"
	"errors"
	"slices"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// found is how many items of the pane may have a line for what a query found:
// those whose snippets come with the list.
func (l *list) found() int {
	const least = 3 // lines of such an item
	if l.view.Query == "" || l.height <= roomToTell {
		return 0
	}
	return l.height/least + 1
}

// roomToTell is how many lines a pane must have more than, so that a line of
// each item goes to what a query found in it.
const roomToTell = 4

// tells reports whether items have a line for what a query found.
func (l *list) tells(height int) bool { return l.told && height > roomToTell }

// find asks for the snippets of some items of a window, the first of which
// stands at an index of the view. Without them it is still a list.
func (w *Window) find(ctx context.Context, shelf Lister, v View, first, n int) {
	first = clamp(first-w.From, 0, len(w.Items))
	some := slices.Clone(w.Items[first:min(first+n, len(w.Items))])
	ids := make([]articles.ID, len(some))
	for i, it := range some {
		ids[i] = it.ID
	}
	if len(ids) == 0 || w.Problem != nil {
		return
	}
	snippets, err := shelf.Snippets(ctx, v, ids)
	if err != nil {
		return
	}
	w.Items = slices.Clone(w.Items)
	for i := range min(len(snippets), len(some)) {
		w.Items[first+i].Snippet = &snippets[i]
	}
}

// unfound lists the items that lack their passage where one on the screen does:
// those on it, and on the screens before and after it.
func (l *list) unfound() []articles.ID {
	if !l.tells(l.height) || l.pending || l.finding {
		return nil
	}
	rows := l.shown(l.height)
	lacks := func(i int) bool {
		it, held := l.item(i)
		return held && it.Snippet == nil
	}
	for i := l.top; i < l.top+rows; i++ {
		if !lacks(i) {
			continue
		}
		var ids []articles.ID
		for i := l.top - rows; i < l.top+2*rows; i++ {
			if lacks(i) {
				it, _ := l.item(i)
				ids = append(ids, it.ID)
			}
		}
		return ids
	}
	return nil
}

// snippetsLoadedMsg is what a query found in the texts of some stories.
type snippetsLoadedMsg struct {
	view     View
	ids      []articles.ID
	snippets []Snippet
	err      error
}

// askSnippets asks for the snippets that are missing on the screen.
func (l *list) askSnippets(ctx context.Context, shelf Lister) tea.Cmd {
	ids := l.unfound()
	if len(ids) == 0 {
		return nil
	}
	l.finding = true
	view := l.view
	return func() tea.Msg {
		snippets, err := shelf.Snippets(ctx, view, ids)
		return snippetsLoadedMsg{view, ids, snippets, err}
	}
}

// arrive puts snippets with their stories. One that could not be had is
// empty, or it would be asked for again without end.
func (d snippetsLoadedMsg) arrive(m *Model) tea.Cmd {
	l := &m.list
	l.finding = false
	if d.view != l.view || errors.Is(d.err, context.Canceled) {
		return nil
	}
	for i := range l.win.Items {
		it := &l.win.Items[i]
		at := slices.Index(d.ids, it.ID)
		if at < 0 {
			continue
		}
		it.Snippet = &Snippet{}
		if at < len(d.snippets) {
			p := gateSnippet(d.snippets[at])
			it.Snippet = &p
		}
	}
	return nil
}

// gateSnippet makes a passage safe to draw.
func gateSnippet(p Snippet) Snippet {
	if s := safe.Line(p.Text); s != p.Text {
		return Snippet{Text: s}
	}
	p.Hits = slices.DeleteFunc(slices.Clone(p.Hits), func(h [2]int) bool {
		return h[0] < 0 || h[0] >= h[1] || h[1] > len(p.Text) || !utf8.RuneStart(p.Text[h[0]]) ||
			h[1] < len(p.Text) && !utf8.RuneStart(p.Text[h[1]])
	})
	return p
}
