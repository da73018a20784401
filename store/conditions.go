package store

import (
	"context"
	"slices"
	"strings"

	"broadsheet/store/marks"
	"broadsheet/store/roster"
)

// part is one of the ways in which a view narrows a library, besides its
// query.
type part int

const (
	partNone part = iota
	partUnread
	partStarred
	partSource
	partMonth
	partLanguage
	partTag
)

// condition is what one part of a view asks of a story.
type condition struct {
	part part
	met  func(i uint32) bool
}

// conditions are what a view asks, besides its query. The traits may be nil
// where the view asks for none.
func (l *Library) conditions(r *roster.Roster, v View, f *flags, known *traits) []condition {
	var all []condition
	want := func(asked bool, p part, met func(i uint32) bool) {
		if asked {
			all = append(all, condition{p, met})
		}
	}
	want(v.Unread, partUnread, func(i uint32) bool { return !f.read(i) && (v.Copies || !f.read(r.Leader(i))) })
	want(v.Starred, partStarred, f.starred)
	want(v.Source != "", partSource, func(i uint32) bool { return r.Source(i) == v.Source })
	want(v.Month != "", partMonth, func(i uint32) bool { return known.month.of(i) == v.Month })
	want(v.Language != "", partLanguage, func(i uint32) bool { return known.language.of(i) == v.Language })
	want(v.Tag != "", partTag, func(i uint32) bool {
		return f.list[i]&marks.Tagged != 0 && l.hasTag(r, i, v.Tag)
	})
	return all
}

// admits tells which stories a view lets through besides its query; nil is
// all.
func (l *Library) admits(ctx context.Context, r *roster.Roster, v View, f *flags) (func(i uint32) bool, error) {
	var known *traits
	if v.Month != "" || v.Language != "" {
		var err error
		if known, err = l.traits(ctx, r); err != nil {
			return nil, err
		}
	}
	wanted := l.conditions(r, v, f, known)
	if len(wanted) == 0 {
		return nil, nil
	}
	return func(i uint32) bool {
		for _, c := range wanted {
			if !c.met(i) {
				return false
			}
		}
		return true
	}, nil
}

// traits are what only filters ask of a story. They are read when a filter
// first does: no start waits for them.
type traits struct {
	of              *roster.Roster
	month, language column
}

// column holds one of few words for every story of a roster.
type column struct {
	words []string // the first is ""
	codes map[string]uint32
	code  []uint32
}

func newColumn(n int) column {
	return column{words: []string{""}, codes: map[string]uint32{"": 0}, code: make([]uint32, n)}
}

func (c *column) of(i uint32) string { return c.words[c.code[i]] }

func (c *column) set(i uint32, word string) {
	code, ok := c.codes[word]
	if !ok {
		word = strings.Clone(word) // or all that was read with it would stay
		code = uint32(len(c.words))
		c.codes[word] = code
		c.words = append(c.words, word)
	}
	c.code[i] = code
}

// traits reads the traits of a roster, unless they are known.
func (l *Library) traits(ctx context.Context, r *roster.Roster) (*traits, error) {
	if t := l.known.Load(); t != nil && t.of == r {
		return t, nil
	}
	t := &traits{of: r, month: newColumn(r.Len()), language: newColumn(r.Len())}
	for one, err := range l.cat().Traits(ctx) {
		if err != nil {
			return nil, err
		}
		if i, ok := r.Index(one.Row); ok {
			t.month.set(i, one.Month)
			t.language.set(i, one.Language)
		}
	}
	l.known.Store(t)
	return t, nil
}

// tags are the reader's tags of every story that has any. Those that a search
// takes for the same, "Sea" and "sea", are one: the first by name.
func (l *Library) tags(r *roster.Roster, f *flags) map[uint32][]string {
	all := map[uint32][]string{}
	names := map[string]string{}
	for i := range f.list {
		if f.list[i]&marks.Tagged == 0 {
			continue
		}
		own := slices.Clone(l.tagsOf(r, uint32(i)))
		all[uint32(i)] = own
		for _, t := range own {
			if name, ok := names[plainly(t)]; !ok || t < name {
				names[plainly(t)] = t
			}
		}
	}
	for i, own := range all {
		for k, t := range own {
			own[k] = names[plainly(t)]
		}
		slices.Sort(own)
		all[i] = slices.Compact(own)
	}
	return all
}
