package store

import (
	"context"

	"broadsheet/articles"
	"broadsheet/articles/furniture"
	"broadsheet/store/catalog"
	"broadsheet/store/index"
	"broadsheet/store/query"
)

// furnitureLines caps how many short paragraphs of one story are looked up.
const furnitureLines = 200

// unfurnished takes out of a story the lines that stand in many stories of its
// source. The counts are not kept anywhere: the index already knows in how
// many stories a line stands, so the answer is always that of the library as
// it is, whatever the order in which its files were read.
func (l *Library) unfurnished(ctx context.Context, one catalog.Listed, a articles.Article) (articles.Article, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return a, err
	}
	here, ok := r.Index(one.Row)
	if !ok {
		return a, nil
	}
	source := r.Source(here)
	counts := furniture.Counts{Stories: r.Beside(here), Lines: map[furniture.Hash]int{}}
	least := furniture.Threshold(counts.Stories)
	if counts.Stories < least {
		return a, nil
	}
	err = l.indexed(ctx, func(x *index.Index) error {
		asked := 0
		for _, p := range a.Paragraphs() {
			hashes := furniture.Learn(articles.Article{Text: p})
			if len(hashes) != 1 || asked == furnitureLines {
				continue
			}
			asked++
			q := &query.Query{Text: p, Root: &query.Node{Op: query.Phrase, Text: p}}
			found, err := x.Search(ctx, q, index.SearchOptions{Filter: func(row uint32) bool {
				i, ok := r.Index(row)
				return ok && r.Source(i) == source
			}})
			if err != nil {
				return err
			}
			if found.Total >= least {
				counts.Lines[hashes[0]] = found.Total
			}
		}
		return nil
	})
	if err != nil || len(counts.Lines) == 0 {
		return a, err
	}
	return furniture.Apply(a, counts), nil
}
