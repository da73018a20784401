package store

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"

	"broadsheet/articles"
	"broadsheet/store/index"
	"broadsheet/store/query"
)

// snippetWidth is how many letters of a story a passage has.
const snippetWidth = 160

// Snippet is what a query found in the text of a story: the beginning, where
// it looks for nothing there.
type Snippet struct {
	Text string   // one line
	Hits [][2]int // byte ranges of Text that matched
}

// Snippets returns what a view's query finds in the texts of some stories, in
// their order. Each costs a story to be unpacked, so a list asks for those it
// shows. A story that cannot be read has an empty one; that is no reason to
// lose the list. So has every story where the query cannot be understood.
func (l *Library) Snippets(ctx context.Context, v View, ids []articles.ID) ([]Snippet, error) {
	q, mistake := l.understand(ctx, v.Query, v.Live)
	if mistake != nil || q.Root == nil {
		return make([]Snippet, len(ids)), nil
	}
	return l.snippets(ctx, q, ids), ctx.Err()
}

// snippets cuts the snippets of stories on all cores.
func (l *Library) snippets(ctx context.Context, q *query.Query, ids []articles.ID) []Snippet {
	all := make([]Snippet, len(ids))
	var next atomic.Int64
	var group sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), len(ids)) {
		group.Go(func() {
			for ctx.Err() == nil {
				i := int(next.Add(1)) - 1
				if i >= len(ids) {
					return
				}
				all[i] = l.snippet(ctx, q, ids[i])
			}
		})
	}
	group.Wait()
	return all
}

func (l *Library) snippet(ctx context.Context, q *query.Query, id articles.ID) Snippet {
	key := textKey{l.cache.Load(), l.seen.Load(), id}
	text, err := l.texts.of(key, func() (string, error) {
		one, err := l.find(ctx, id)
		if err != nil {
			return "", err
		}
		a, err := l.unpack(ctx, one.Row)
		return a.Text, err
	})
	if err != nil {
		return Snippet{}
	}
	cut := index.Cut(text, q, snippetWidth)
	p := Snippet{Text: cut.Text, Hits: make([][2]int, len(cut.Matches))}
	for i, m := range cut.Matches {
		p.Hits[i] = [2]int{m.Start, m.End}
	}
	return p
}
