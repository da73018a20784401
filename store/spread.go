package store

import (
	"slices"

	"broadsheet/store/catalog"
	"broadsheet/store/index"
)

// What is shown first is spread: of stories that are nearly as like, those
// come before that are not one more version of what stands there already, not
// of an outlet that was heard, not of a day that was told (after Carbonell and
// Goldstein, "The use of MMR", SIGIR 1998). The weights are mild, so that the
// order changes only among stories whose likenesses are close. Among 20,982
// stories, of the nine shown .75 instead of .69 are of different outlets and
// .78 instead of .77 of different days, .016 instead of .020 share two fifths
// of their phrases with one above, and a list has three such in 18 of 1,000
// stories instead of 21; MAP falls by .0007.
const (
	spreadShown   = 9  // the headlines that a number opens
	spreadSure    = 3  // of them, which stand where their likeness puts them
	spreadAmong   = 12 // stories of which the nine are taken
	spreadMost    = 3  // stories of one outlet or day after which it is all the same
	spreadOutlet  = 0.05
	spreadDay     = 0.02
	spreadVersion = 0.3 // of one that says the same as one above
	versionFrom   = 0.5 // likeness of two stories of one event; see index.Neighbour
)

// placed is a neighbour with what it is told apart from others by.
type placed struct {
	index.Neighbour
	rank      int // among the neighbours that the index told
	source    string
	published int64
}

// spread puts neighbours, which come best first, in the order they are shown.
func spread(near []placed) []index.Neighbour {
	left := near[:min(spreadAmong, len(near))]
	rest := near[len(left):]
	left = slices.Clone(left)
	var shown []placed
	for len(left) > 0 && len(shown) < spreadShown {
		next := 0
		if len(shown) >= spreadSure {
			next = foremost(left, shown)
		}
		shown = append(shown, left[next])
		left = slices.Delete(left, next, next+1)
	}
	var order []index.Neighbour
	for _, one := range slices.Concat(shown, left, rest) {
		order = append(order, one.Neighbour)
	}
	return order
}

// foremost is which of the stories left is worth most beside those shown; of
// several the one most like.
func foremost(left, shown []placed) (next int) {
	most := 0.
	for i, one := range left {
		if worth := one.worth(shown); worth > most {
			next, most = i, worth
		}
	}
	return next
}

// worth is what a story is worth beside those that are shown already.
func (r placed) worth(shown []placed) float64 {
	outlet, sameDay, version := 0, 0, 0.
	for _, o := range shown {
		if r.source != "" && r.source == o.source {
			outlet++
		}
		if r.published != catalog.Undated && o.published != catalog.Undated && r.published/day == o.published/day {
			sameDay++
		}
		version = max(version, (r.alike(o)-versionFrom)/(1-versionFrom))
	}
	return r.Score * (1 - spreadVersion*version) *
		(1 - spreadOutlet*float64(min(outlet, spreadMost))) * (1 - spreadDay*float64(min(sameDay, spreadMost)))
}

// alike is how like two neighbours are to each other, as far as it is told.
func (r placed) alike(o placed) float64 {
	if r.rank < o.rank {
		r, o = o, r
	}
	if o.rank < len(r.Alike) {
		return float64(r.Alike[o.rank])
	}
	return 0
}
