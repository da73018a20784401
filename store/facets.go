package store

import (
	"cmp"
	"context"
	"slices"
	"strings"

	"broadsheet/store/roster"
)

// Facets says how the stories of a view divide. Each part is counted as if
// the view did not narrow by that part itself, so that the numbers are those
// the list would have after another choice.
type Facets struct {
	Total   int // stories in the view
	Unread  int
	Starred int

	Sources   []Facet // the largest first
	Months    []Facet // the latest first: "2014-06", or "2014" where no more is known
	Tags      []Facet // the reader's own, by name
	Languages []Facet // the largest first
}

// Facet is one choice.
type Facet struct {
	Name          string
	Total, Unread int
}

// Facets counts what the stories of a view divide into. A query that cannot be
// understood finds nothing.
func (l *Library) Facets(ctx context.Context, v View) (Facets, error) {
	r, err := l.ready(ctx)
	if err != nil {
		return Facets{}, err
	}
	known, err := l.traits(ctx, r)
	if err != nil {
		return Facets{}, err
	}
	o := &order{view: View{Query: v.Query, Live: v.Live, Copies: true}, all: l.flags(r)}
	if v.Query != "" {
		if err := l.matchingAll(ctx, r, o); err != nil || o.problem != nil {
			return Facets{}, err
		}
	}
	found := o.list
	if o.query == nil {
		found = r.Newest()
	}
	n := tallies{
		r: r, all: o.all, known: known, tags: l.tags(r, o.all),
		sources: map[string]*Facet{}, months: map[string]*Facet{},
		byTag: map[string]*Facet{}, languages: map[string]*Facet{},
	}
	wanted := l.conditions(r, v, o.all, known)
	if v.Copies || !r.AnyFolded() {
		for _, i := range found {
			n.count(i, wanted)
		}
		return n.facets(), nil
	}
	// Each choice counts the story that would stand for its copies there: the
	// one that leads them, if it is among them, else the first.
	n.met = map[meeting]bool{}
	for _, leads := range []bool{true, false} {
		for _, i := range found {
			if (r.Leader(i) == i) == leads {
				n.count(i, wanted)
			}
		}
	}
	return n.facets(), nil
}

// tallies counts stories into facets.
type tallies struct {
	r     *roster.Roster
	all   *flags
	known *traits
	tags  map[uint32][]string

	met map[meeting]bool // of stories with copies; nil where none are folded

	sum                               Facets
	sources, months, byTag, languages map[string]*Facet
}

// meeting is that a story stands for its copies under a choice.
type meeting struct {
	leader uint32
	part   part
	name   string
}

// first reports whether no copy of a story was counted under a choice.
func (n *tallies) first(i uint32, p part, name string) bool {
	if n.met == nil || n.r.Copies(i) == 0 {
		return true
	}
	m := meeting{n.r.Leader(i), p, name}
	if n.met[m] {
		return false
	}
	n.met[m] = true
	return true
}

// count counts a story where it meets every condition, and, where all but one,
// in the part of that one.
func (n *tallies) count(i uint32, wanted []condition) {
	missed := partNone
	for _, c := range wanted {
		if c.met(i) {
			continue
		}
		if missed != partNone {
			return
		}
		missed = c.part
	}
	counts := func(p part) bool { return missed == partNone || missed == p }
	unread := !n.all.read(i) && (n.met == nil || !n.all.read(n.r.Leader(i)))
	if missed == partNone && n.first(i, partNone, "") {
		n.sum.Total++
	}
	if unread && counts(partUnread) && n.first(i, partUnread, "") {
		n.sum.Unread++
	}
	if n.all.starred(i) && counts(partStarred) && n.first(i, partStarred, "") {
		n.sum.Starred++
	}
	add := func(p part, to map[string]*Facet, name string) {
		if counts(p) && n.first(i, p, name) {
			add(to, name, unread)
		}
	}
	add(partSource, n.sources, n.r.Source(i))
	add(partMonth, n.months, n.known.month.of(i))
	add(partLanguage, n.languages, n.known.language.of(i))
	for _, t := range n.tags[i] {
		add(partTag, n.byTag, t)
	}
}

// add counts under a name. What names nothing is no choice.
func add(to map[string]*Facet, name string, unread bool) {
	if name == "" {
		return
	}
	f := to[name]
	if f == nil {
		f = &Facet{Name: name}
		to[name] = f
	}
	f.Total++
	if unread {
		f.Unread++
	}
}

func (n *tallies) facets() Facets {
	largest := func(a, b Facet) int {
		return cmp.Or(b.Total-a.Total, strings.Compare(a.Name, b.Name))
	}
	n.sum.Sources = sorted(n.sources, largest)
	n.sum.Languages = sorted(n.languages, largest)
	n.sum.Months = sorted(n.months, func(a, b Facet) int { return strings.Compare(b.Name, a.Name) })
	n.sum.Tags = sorted(n.byTag, func(a, b Facet) int { return strings.Compare(plainly(a.Name), plainly(b.Name)) })
	return n.sum
}

func sorted(of map[string]*Facet, by func(a, b Facet) int) []Facet {
	all := make([]Facet, 0, len(of))
	for _, f := range of {
		all = append(all, *f)
	}
	slices.SortFunc(all, by)
	return all
}
