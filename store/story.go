package store

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"broadsheet/articles"
	"broadsheet/store/body"
	"broadsheet/store/catalog"
	"broadsheet/store/marks"
	"broadsheet/store/resolve"
)

// splitID takes the entry number off an id. A file may have "#2" in its own
// name, so both readings are possible.
func splitID(id articles.ID) (file articles.ID, entry int, ok bool) {
	i := strings.LastIndexByte(string(id), '#')
	if i < 0 {
		return id, 0, false
	}
	n, err := strconv.Atoi(string(id[i+1:]))
	if err != nil || n < 1 {
		return id, 0, false
	}
	return id[:i], n, true
}

func joinID(file articles.ID, entry int) articles.ID {
	if entry == 0 {
		return file
	}
	return file + articles.ID("#"+strconv.Itoa(entry))
}

// find looks a story up by its id.
func (l *Library) find(ctx context.Context, id articles.ID) (catalog.Listed, error) {
	root, rel, ok := l.tree.Find(id)
	if !ok {
		return catalog.Listed{}, ErrUnknown
	}
	found, err := l.cat().Find(ctx, root, rel, 0)
	if err != ErrUnknown {
		return found, err
	}
	if file, entry, ok := splitID(id); ok {
		root, rel, _ = l.tree.Find(file)
		return l.cat().Find(ctx, root, rel, entry)
	}
	return found, err
}

// headline completes a row of the catalogue, but for its marks.
func (l *Library) headline(one catalog.Listed) articles.Headline {
	h := one.Headline
	h.ID = joinID(l.tree.ID(one.Root, one.Rel), one.Entry)
	return h
}

// marked is how the marks know a story.
func (l *Library) marked(one catalog.Listed) marks.Story {
	return marks.Story{
		Place: one.Keys.Place, Print: one.Keys.Print,
		Path: place(l.tree.Place(one.Root, one.Rel), one.Entry, resolve.Fold(one.Headline.Title)), Title: one.Headline.Title,
	}
}

// place names where a story lies. Entries of a container move when the file is
// written anew, so they go by their titles and not by their numbers.
func place(file string, entry int, folded string) string {
	if entry == 0 {
		return file
	}
	return file + "#" + folded
}

// complete gives headlines their ids and marks.
func (l *Library) complete(ctx context.Context, rows []catalog.Listed) ([]articles.Headline, error) {
	known := make([]marks.Story, len(rows))
	for i := range rows {
		known[i] = marks.Story{Place: rows[i].Keys.Place, Print: rows[i].Keys.Print}
	}
	m, err := l.marks.Of(ctx, known)
	if err != nil {
		return nil, err
	}
	all := make([]articles.Headline, len(rows))
	r := l.roster.Load()
	for i := range rows {
		all[i] = l.headline(rows[i])
		all[i].Marks = m[i]
		if r != nil {
			if at, ok := r.Index(rows[i].Row); ok {
				all[i].Copies = r.Copies(at)
			}
		}
	}
	return all, nil
}

// Headline returns the headline of one story.
func (l *Library) Headline(ctx context.Context, id articles.ID) (articles.Headline, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return articles.Headline{}, err
	}
	all, err := l.complete(ctx, []catalog.Listed{one})
	if err != nil {
		return articles.Headline{}, err
	}
	return all[0], nil
}

// Story returns a whole story, without the furniture of its source, and its
// marks.
func (l *Library) Story(ctx context.Context, id articles.ID) (articles.Article, articles.Marks, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return articles.Article{}, articles.Marks{}, err
	}
	a, err := l.article(ctx, one)
	if err == nil && !l.keepRepeated {
		a, err = l.unfurnished(ctx, one, a)
	}
	if err != nil {
		return a, articles.Marks{}, err
	}
	m, err := l.marks.Of(ctx, []marks.Story{l.marked(one)})
	if err != nil {
		return a, articles.Marks{}, err
	}
	return a, m[0], nil
}

// article reads the body of a story.
func (l *Library) article(ctx context.Context, one catalog.Listed) (articles.Article, error) {
	a, err := l.unpack(ctx, one.Row)
	a.ID = joinID(l.tree.ID(one.Root, one.Rel), one.Entry)
	a.Path = l.tree.Path(one.Root, one.Rel)
	return a, err
}

func (l *Library) unpack(ctx context.Context, row uint32) (articles.Article, error) {
	at, err := l.cat().Body(ctx, row)
	if err != nil {
		return articles.Article{}, err
	}
	block, err := l.blocks.of(blockKey{l.cache.Load(), at.Block}, func() (body.Block, error) { return l.block(ctx, at.Block) })
	if err != nil {
		return articles.Article{}, err
	}
	return block.Story(at.Slot)
}

// block reads and unpacks a block of stories.
func (l *Library) block(ctx context.Context, id int64) (body.Block, error) {
	packed, err := l.cat().Block(ctx, id)
	if err != nil {
		return body.Block{}, err
	}
	r := l.bodies.Load()
	if r == nil {
		if r, err = l.openBodies(ctx); err != nil {
			return body.Block{}, err
		}
	}
	b, err := r.Unpack(packed)
	if errors.Is(err, body.ErrDictionary) { // adopted since
		if r, err = l.openBodies(ctx); err == nil {
			b, err = r.Unpack(packed)
		}
	}
	return b, err
}

// openBodies makes a reader of blocks with the dictionary as it is now.
func (l *Library) openBodies(ctx context.Context) (*body.Reader, error) {
	dictionary, err := l.cat().Dictionary(ctx)
	if err != nil {
		return nil, err
	}
	r, err := body.NewReader(dictionary)
	if err != nil {
		return nil, err
	}
	l.bodies.Store(r)
	return r, nil
}

// Mark changes the marks of a story and returns them as they are now. When it
// returns, they are on disk.
func (l *Library) Mark(ctx context.Context, id articles.ID, c Change) (articles.Marks, error) {
	one, err := l.find(ctx, id)
	if err != nil {
		return articles.Marks{}, err
	}
	m, err := l.marks.Set(ctx, l.marked(one), c)
	l.marksSeen.Add(1)
	return m, err
}

// Undo takes back the last Mark of this session that was not only a change of
// position. It says in words what it undid; "" is that there was nothing.
func (l *Library) Undo(ctx context.Context) (what string, id articles.ID, m articles.Marks, err error) {
	u, err := l.marks.Undo(ctx)
	if err != nil || u.What == "" {
		return "", "", articles.Marks{}, err
	}
	l.marksSeen.Add(1)
	r, err := l.ready(ctx)
	if err != nil {
		return u.What, "", u.Marks, err
	}
	if i, ok := r.At(u.Place); ok {
		rows, err := l.cat().Headlines(ctx, []uint32{r.Row(i)})
		if err != nil || len(rows) == 0 {
			return u.What, "", u.Marks, err
		}
		id = l.headline(rows[0]).ID
	}
	return u.What, id, u.Marks, nil
}

// Problems lists the files that could not be read, or not whole.
func (l *Library) Problems(ctx context.Context) ([]Problem, error) {
	rows, err := l.cat().Problems(ctx)
	if err != nil {
		return nil, err
	}
	all := make([]Problem, len(rows))
	for i, p := range rows {
		all[i] = Problem{Path: l.tree.Path(p.Root, p.Rel), Reason: p.Reason}
	}
	return all, nil
}
