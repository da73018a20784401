package roster

import (
	"slices"
	"strings"

	"broadsheet/store/catalog"
)

// Wanted is a set of keys to look for: stories that answer to any of them.
type Wanted struct {
	Folded, URLs, Publishers map[uint64]bool
}

// Match calls found with every story that answers to a key of the set, in the
// order of their indices.
func (r *Roster) Match(w Wanted, found func(i uint32)) {
	var all []uint32
	add := func(i uint32) { all = append(all, i) }
	for _, c := range []struct {
		chain  *chain
		column []uint64
		want   map[uint64]bool
	}{
		{&r.chains.folded, r.folded, w.Folded}, {&r.chains.urls, r.urls, w.URLs}, {&r.chains.ids, r.ids, w.Publishers},
	} {
		if len(c.want) > 0 {
			c.chain.find(c.column, c.want, add)
		}
	}
	slices.Sort(all)
	for _, i := range slices.Compact(all) {
		found(i)
	}
}

// Source is an outlet and its stories.
type Source struct {
	Name    string
	Stories []uint32
}

// Sources groups the stories by outlet, the largest first.
func (r *Roster) Sources() []Source {
	by := make([]Source, len(r.names.list))
	for i, s := range r.source {
		by[s].Name = r.names.list[s]
		by[s].Stories = append(by[s].Stories, uint32(i))
	}
	by = slices.DeleteFunc(by, func(s Source) bool { return len(s.Stories) == 0 })
	slices.SortFunc(by, func(a, b Source) int {
		if d := len(b.Stories) - len(a.Stories); d != 0 {
			return d
		}
		return strings.Compare(a.Name, b.Name)
	})
	return by
}

// Beside counts the stories of the same outlet as story i, itself among them.
func (r *Roster) Beside(i uint32) (n int) {
	for _, s := range r.source {
		if s == r.source[i] {
			n++
		}
	}
	return n
}

// Oldest is Newest turned round, but with the undated still last.
func (r *Roster) Oldest() []uint32 {
	dated, _ := slices.BinarySearchFunc(r.newest, catalog.Undated, func(i uint32, undated int64) int {
		if r.published[i] == undated {
			return 1
		}
		return -1
	})
	order := slices.Clone(r.newest)
	slices.Reverse(order[:dated])
	return order
}

// BySource is every index by outlet, without regard to case, those that name
// none last, each newest first.
func (r *Roster) BySource() []uint32 {
	type ranked struct {
		key string
		n   int
	}
	list := make([]ranked, len(r.names.list))
	for i, s := range r.names.list {
		list[i] = ranked{strings.ToLower(s), i}
	}
	slices.SortFunc(list, func(a, b ranked) int {
		if (a.key == "") != (b.key == "") {
			return strings.Compare(b.key, a.key)
		}
		if d := strings.Compare(a.key, b.key); d != 0 {
			return d
		}
		return strings.Compare(r.names.list[a.n], r.names.list[b.n])
	})
	rank := make([]int, len(list))
	for i, x := range list {
		rank[x.n] = i
	}
	order := slices.Clone(r.newest)
	slices.SortStableFunc(order, func(a, b uint32) int { return rank[r.source[a]] - rank[r.source[b]] })
	return order
}

// At finds the story that lies at a place.
func (r *Roster) At(place uint64) (uint32, bool) {
	i := slices.Index(r.places, place)
	return uint32(i), i >= 0
}

// Saying finds a story that says what a print stands for.
func (r *Roster) Saying(print uint64) (uint32, bool) {
	i := slices.Index(r.prints, print)
	return uint32(i), i >= 0
}
