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
// library grows. A merge takes all smaller segments along, which adds little to
// it and leaves the fewer files to ask. A segment that is mostly dead is
// rewritten alone.
func Plan(infos []Info) [][]string {
	var sizes []int // of the tiers
	for _, s := range infos {
		for t := tier(s); t >= len(sizes); {
			sizes = append(sizes, 0)
		}
		sizes[tier(s)]++
	}
	upTo := -1 // tiers that are merged
	for t, n := range sizes {
		if n >= fanOut {
			upTo = t
		}
	}
	var groups [][]string
	var small []string
	for _, s := range infos {
		switch {
		case tier(s) <= upTo:
			small = append(small, s.Path)
		case 2*s.Dead > s.Docs:
			groups = append(groups, []string{s.Path})
		}
	}
	if slices.Sort(small); small != nil { // by age
		groups = append(groups, small)
	}
	return groups
}

// heavy is how many times as many stories a segment must hold as all smaller
// ones together to be let stand by Few.
const heavy = 3

// Few says which segments to merge so that a handful are left, for who waits
// for the merge and not for every file that is saved: all but those that are so
// large beside the rest that rewriting them is not worth it.
func Few(infos []Info) []string {
	bySize := slices.SortedFunc(slices.Values(infos), func(a, b Info) int { return cmp.Compare(a.Docs, b.Docs) })
	merged, smaller := 0, 0
	for i, s := range bySize {
		if i > 0 && s.Docs < heavy*smaller {
			merged = i + 1
		}
		smaller += s.Docs
	}
	var paths []string
	for _, s := range bySize[:merged] {
		paths = append(paths, s.Path)
	}
	slices.Sort(paths) // by age
	return paths
}

// tier is the power of fanOut that a segment's size reaches.
func tier(s Info) int {
	t := 0
	for n := s.Docs; n >= fanOut; n /= fanOut {
		t++
	}
	return t
}
