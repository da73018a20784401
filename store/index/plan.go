package index

import (
	"cmp"
	"slices"
)

// fanOut is how many segments of about one size are let stand before they are
// made one.
const fanOut = 8

// Plan says which segments should be merged now: each group becomes one. It is
// tiered, so that a story is rewritten only a few times in its life however the
// library grows. A segment that is mostly dead is rewritten alone.
func Plan(infos []Info) [][]string {
	segs := slices.Clone(infos)
	slices.SortFunc(segs, func(a, b Info) int {
		return cmp.Or(cmp.Compare(tier(a), tier(b)), cmp.Compare(a.Path, b.Path))
	})
	var groups [][]string
	for len(segs) > 0 {
		n := 1
		for n < len(segs) && tier(segs[n]) == tier(segs[0]) {
			n++
		}
		if n < fanOut {
			for _, s := range segs[:n] {
				if 2*s.Dead > s.Docs {
					groups = append(groups, []string{s.Path})
				}
			}
		} else {
			var paths []string
			for _, s := range segs[:n] {
				paths = append(paths, s.Path)
			}
			groups = append(groups, paths)
		}
		segs = segs[n:]
	}
	return groups
}

// tier is the power of fanOut that a segment's size reaches.
func tier(s Info) int {
	t := 0
	for n := s.Docs; n >= fanOut; n /= fanOut {
		t++
	}
	return t
}
