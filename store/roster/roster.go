// Package roster holds in memory what it takes to put a whole library in
// order: a few numbers a story, in columns. A Roster is never edited; a change
// makes a new one, so that a list that is being read stays as it is. It knows
// no database and no titles.
package roster

import (
	"cmp"
	"iter"
	"slices"

	"broadsheet/store/catalog"
)

// Roster is the stories of a library, each at an index, ordered by row.
type Roster struct {
	rows      []uint32
	files     []int64
	entries   []uint32
	published []int64
	source    []uint32
	prints    []uint64
	places    []uint64
	folded    []uint64
	urls      []uint64
	ids       []uint64
	leader    []uint32 // row of the story that this one is folded under, or 0

	newest []uint32 // indices, the newest story first
	names  *names
	groups *groups
	chains *chains
}

// names numbers the outlets. It only grows, and only while a roster is made.
type names struct {
	list []string
	at   map[string]uint32
}

func (n *names) number(s string) uint32 {
	i, ok := n.at[s]
	if !ok {
		i = uint32(len(n.list))
		n.list = append(n.list, s)
		n.at[s] = i
	}
	return i
}

// clone lets a new roster add names while an old one is read.
func (n *names) clone() *names {
	c := &names{list: slices.Clone(n.list), at: make(map[string]uint32, len(n.at))}
	for i, s := range c.list {
		c.at[s] = uint32(i)
	}
	return c
}

// Empty is the roster of a library without stories.
func Empty() *Roster {
	return &Roster{names: &names{at: map[string]uint32{}}, groups: &groups{}, chains: &chains{}}
}

// New makes a roster of about n stories, which must come ordered by row.
func New(n int, stories iter.Seq2[catalog.Story, error]) (*Roster, error) {
	r := Empty()
	r.grow(n)
	for s, err := range stories {
		if err != nil {
			return nil, err
		}
		r.append(s)
	}
	r.newest = make([]uint32, len(r.rows))
	for i := range r.newest {
		r.newest[i] = uint32(i)
	}
	slices.SortFunc(r.newest, r.before)
	return r, nil
}

// Len is the number of stories.
func (r *Roster) Len() int { return len(r.rows) }

// Row is the row of the story at i.
func (r *Roster) Row(i uint32) uint32 { return r.rows[i] }

// Source is the outlet of the story at i.
func (r *Roster) Source(i uint32) string { return r.names.list[r.source[i]] }

// Published is when the story at i was, or catalog.Undated.
func (r *Roster) Published(i uint32) int64 { return r.published[i] }

// Keys are what the story at i is recognised by.
func (r *Roster) Keys(i uint32) catalog.Keys {
	return catalog.Keys{
		Print: r.prints[i], Place: r.places[i], Folded: r.folded[i],
		URL: r.urls[i], Publisher: r.ids[i],
	}
}

// Index finds the story of a row.
func (r *Roster) Index(row uint32) (uint32, bool) {
	i, ok := slices.BinarySearch(r.rows, row)
	return uint32(i), ok
}

// Newest is every index, the newest story first; the caller must not edit it.
func (r *Roster) Newest() []uint32 { return r.newest }

// before is the order of Newest: by date, the undated last, and stories of one
// date as their files were found.
func (r *Roster) before(a, b uint32) int {
	return cmp.Or(
		-cmp.Compare(r.published[a], r.published[b]),
		cmp.Compare(r.files[a], r.files[b]),
		cmp.Compare(r.entries[a], r.entries[b]),
	)
}

// With returns a roster with stories added, which it may reorder, and rows
// removed.
func (r *Roster) With(add []catalog.Story, removed []uint32) *Roster {
	slices.SortFunc(add, func(a, b catalog.Story) int { return cmp.Compare(a.Row, b.Row) })
	gone := make(map[uint32]bool, len(removed))
	for _, row := range removed {
		gone[row] = true
	}
	n := &Roster{names: r.names.clone(), groups: r.groups, chains: &chains{}}
	n.grow(len(r.rows) + len(add))
	moved := make([]uint32, len(r.rows)) // where an old index went; none if gone
	fresh := make([]uint32, 0, len(add))
	k := 0
	put := func() {
		fresh = append(fresh, uint32(len(n.rows)))
		n.append(add[k])
		k++
	}
	for i, row := range r.rows {
		for k < len(add) && add[k].Row < row {
			put()
		}
		if gone[row] || k < len(add) && add[k].Row == row {
			moved[i] = none
			continue
		}
		moved[i] = uint32(len(n.rows))
		n.copy(r, i)
	}
	for k < len(add) {
		put()
	}
	n.order(r.newest, moved, fresh)
	n.group()
	return n
}

// Renumbered returns a roster that calls some files by other numbers.
func (r *Roster) Renumbered(files map[int64]int64) *Roster {
	n := *r
	n.files, n.newest = slices.Clone(r.files), slices.Clone(r.newest)
	for i, file := range n.files {
		if now, ok := files[file]; ok {
			n.files[i] = now
		}
	}
	slices.SortFunc(n.newest, n.before)
	return &n
}

const none = ^uint32(0)

// order merges what was in order with what came.
func (n *Roster) order(old, moved, fresh []uint32) {
	slices.SortFunc(fresh, n.before)
	n.newest = make([]uint32, 0, len(n.rows))
	k := 0
	for _, i := range old {
		at := moved[i]
		if at == none {
			continue
		}
		for k < len(fresh) && n.before(fresh[k], at) < 0 {
			n.newest = append(n.newest, fresh[k])
			k++
		}
		n.newest = append(n.newest, at)
	}
	n.newest = append(n.newest, fresh[k:]...)
}

func (r *Roster) grow(n int) {
	r.rows = make([]uint32, 0, n)
	r.files = make([]int64, 0, n)
	r.entries = make([]uint32, 0, n)
	r.published = make([]int64, 0, n)
	r.source = make([]uint32, 0, n)
	r.prints = make([]uint64, 0, n)
	r.places = make([]uint64, 0, n)
	r.folded = make([]uint64, 0, n)
	r.urls = make([]uint64, 0, n)
	r.ids = make([]uint64, 0, n)
	r.leader = make([]uint32, 0, n)
}

func (r *Roster) append(s catalog.Story) {
	r.rows = append(r.rows, s.Row)
	r.files = append(r.files, s.File)
	r.entries = append(r.entries, uint32(s.Entry))
	r.published = append(r.published, s.Published)
	r.source = append(r.source, r.names.number(s.Source))
	r.prints = append(r.prints, s.Keys.Print)
	r.places = append(r.places, s.Keys.Place)
	r.folded = append(r.folded, s.Keys.Folded)
	r.urls = append(r.urls, s.Keys.URL)
	r.ids = append(r.ids, s.Keys.Publisher)
	r.leader = append(r.leader, 0)
}

func (r *Roster) copy(o *Roster, i int) {
	r.rows = append(r.rows, o.rows[i])
	r.files = append(r.files, o.files[i])
	r.entries = append(r.entries, o.entries[i])
	r.published = append(r.published, o.published[i])
	r.source = append(r.source, o.source[i])
	r.prints = append(r.prints, o.prints[i])
	r.places = append(r.places, o.places[i])
	r.folded = append(r.folded, o.folded[i])
	r.urls = append(r.urls, o.urls[i])
	r.ids = append(r.ids, o.ids[i])
	r.leader = append(r.leader, o.leader[i])
}
