package index

import (
	"fmt"
	"slices"
	"testing"
)

func TestPlanMergesSegmentsOfOneSize(t *testing.T) {
	several := func(n, docs int) (out []Info) {
		for i := range n {
			out = append(out, Info{Path: fmt.Sprint(docs, "-", i), Docs: docs})
		}
		return out
	}
	for name, c := range map[string]struct {
		infos []Info
		want  []int // sizes of the groups
	}{
		"nothing":                  {nil, nil},
		"few":                      {several(7, 100), nil},
		"many small":               {several(8, 100), []int{8}},
		"small beside big":         {append(several(7, 100), several(7, 50000)...), nil},
		"two tiers":                {append(several(9, 100), several(8, 50000)...), []int{17}},
		"few small, many big":      {append(several(3, 100), several(8, 50000)...), []int{11}},
		"many small, few big":      {append(several(8, 100), several(3, 50000)...), []int{8}},
		"one mostly dead":          {[]Info{{Path: "a", Docs: 10, Dead: 6}, {Path: "b", Docs: 10, Dead: 5}}, []int{1}},
		"the dead go with a merge": {append(several(8, 100), Info{Path: "d", Docs: 100, Dead: 90}), []int{9}},
	} {
		groups := Plan(c.infos)
		if len(groups) != len(c.want) {
			t.Errorf("%s: %d groups, want %d", name, len(groups), len(c.want))
			continue
		}
		for i, g := range groups {
			if len(g) != c.want[i] || !slices.IsSorted(g) {
				t.Errorf("%s: group %d is %v, want %d by age", name, i, g, c.want[i])
			}
		}
	}
}

func TestPlanRewritesAStoryOnlyAFewTimes(t *testing.T) {
	var infos []Info
	written, made := 0, 0
	for range 20000 {
		made++
		infos = append(infos, Info{Path: fmt.Sprintf("%08d", made), Docs: 10})
		for groups := Plan(infos); len(groups) > 0; groups = Plan(infos) {
			made++
			merged := Info{Path: fmt.Sprintf("%08d", made)}
			var left []Info
			for _, one := range infos {
				in := false
				for _, p := range groups[0] {
					in = in || p == one.Path
				}
				if in {
					merged.Docs += one.Docs
				} else {
					left = append(left, one)
				}
			}
			written += merged.Docs
			infos = append(left, merged)
		}
	}
	if most := 200000 * 8; written > most {
		t.Errorf("%d stories written for 200,000, want at most %d", written, most)
	}
	if len(infos) > 60 {
		t.Errorf("%d segments stand", len(infos))
	}
}

func TestFewLeavesAHandful(t *testing.T) {
	docs := func(all ...int) (out []Info) {
		for i, n := range all {
			out = append(out, Info{Path: fmt.Sprintf("%02d", i), Docs: n})
		}
		return out
	}
	for name, c := range map[string]struct {
		infos []Info
		want  []string
	}{
		"nothing":                       {nil, nil},
		"one":                           {docs(100), nil},
		"two of a size":                 {docs(100, 100), []string{"00", "01"}},
		"a new library":                 {docs(32, 128, 512, 2048, 2300, 2300, 2300, 380), []string{"00", "01", "02", "03", "04", "05", "06", "07"}},
		"a little beside much":          {docs(100_000, 10), nil},
		"little things beside much":     {docs(100_000, 10, 12, 4), []string{"01", "02", "03"}},
		"what is large beside the rest": {docs(100_000, 20_000, 2, 6_000), nil},
		"what is not":                   {docs(100_000, 20_000, 2_000, 6_000), []string{"01", "02", "03"}},
	} {
		if got := Few(c.infos); !slices.Equal(got, c.want) {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}

func TestFewIsSoonDoneAndLeavesFewHoweverALibraryGrows(t *testing.T) {
	infos := []Info{{Path: "0", Docs: 100_000}}
	written := 0
	for i := range 3000 {
		infos = append(infos, Info{Path: fmt.Sprint(i + 1), Docs: 10})
		merged := Info{Path: fmt.Sprint(i + 1)}
		paths := Few(infos)
		for _, one := range infos {
			if slices.Contains(paths, one.Path) {
				merged.Docs += one.Docs
			}
		}
		infos = slices.DeleteFunc(infos, func(one Info) bool { return slices.Contains(paths, one.Path) })
		if merged.Docs > 0 {
			infos = append(infos, merged)
			written += merged.Docs
		}
		if len(infos) > 7 || Few(infos) != nil {
			t.Fatalf("%d segments stand after %d: %v", len(infos), i, infos)
		}
	}
	if most := 30_000 * 20; written > most {
		t.Errorf("%d stories written for 30,000, want at most %d", written, most)
	}
}
