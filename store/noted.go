package store

import (
	"context"

	"broadsheet/articles"
)

// Noted is a story that carries a note or a marked paragraph.
type Noted struct {
	articles.Headline        // ID is empty where this library does not hold the story
	Path              string // where it was when it was marked
}

// Noted lists the stories with notes and marked paragraphs, the ones changed
// last first: those of this library, or of all that share its marks.
func (l *Library) Noted(ctx context.Context, everywhere bool) ([]Noted, error) {
	kept, err := l.marks.Noted(ctx)
	if err != nil || len(kept) == 0 {
		return nil, err
	}
	r, err := l.ready(ctx)
	if err != nil {
		return nil, err
	}
	var all []Noted
	for _, k := range kept {
		n := Noted{Headline: articles.Headline{Title: k.Title}, Path: k.Path}
		i, ok := r.At(k.Place)
		if !ok {
			i, ok = r.Saying(k.Print)
		}
		if ok {
			rows, err := l.cat().Headlines(ctx, []uint32{r.Row(i)})
			if err != nil {
				return nil, err
			}
			if ok = len(rows) > 0; ok {
				n.Headline = l.headline(rows[0])
			}
		}
		n.Marks = k.Marks
		if ok || everywhere {
			all = append(all, n)
		}
	}
	return all, nil
}

// Keep remembers something of the reader's about this library by name, and
// an empty value forgets it.
func (l *Library) Keep(ctx context.Context, name, value string) error {
	return l.marks.Keep(ctx, folderName(l.tree), name, value)
}

// Kept returns what Keep remembered, or "".
func (l *Library) Kept(ctx context.Context, name string) (string, error) {
	return l.marks.Kept(ctx, folderName(l.tree), name)
}
