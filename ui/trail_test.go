package ui

import (
	"fmt"
	"strings"
	"testing"

	"broadsheet/articles"
)

// walkTrail plays a walk: a letter opens that story from the present one,
// "<" goes back, ">" forward, "^x" starts anew at x.
func walkTrail(steps string) *trail {
	t := newTrail()
	fresh := false
	for _, r := range steps {
		id := articles.ID(r)
		switch {
		case r == '<':
			t.back()
		case r == '>':
			t.forward()
		case r == '^':
			fresh = true
		case fresh:
			t.start(id, string(r))
			fresh = false
		default:
			t.step(id, string(r))
		}
	}
	return &t
}

func TestTrailWalks(t *testing.T) {
	for name, c := range map[string]struct{ walk, path, ahead string }{
		"a walk is its path":                     {"^abc", "abc", ""},
		"back goes to where one came from":       {"^abc<", "ab", "c"},
		"forward goes on":                        {"^abc<<>", "ab", "c"},
		"elsewhere begins a branch":              {"^abc<d", "abd", ""},
		"forward takes the branch last walked":   {"^abc<d<", "ab", "d"},
		"going back to a branch makes it latest": {"^abc<d<<>>", "abd", ""},
		"back at the first stays":                {"^ab<<<", "a", "b"},
		"opening the same again is no step":      {"^abb", "ab", ""},
		"from the list a walk begins":            {"^ab^cd", "cd", ""},
		"a story may come twice":                 {"^aba", "aba", ""},
	} {
		tr := walkTrail(c.walk)
		var path strings.Builder
		for _, s := range tr.path() {
			path.WriteString(s.title)
		}
		if path.String() != c.path {
			t.Errorf("%s: path %q, want %q", name, path.String(), c.path)
		}
		ahead := ""
		if s, ok := tr.forward(); ok {
			ahead = s.title
		}
		if ahead != c.ahead {
			t.Errorf("%s: ahead %q, want %q", name, ahead, c.ahead)
		}
	}
}

func TestTrailKeepsEveryBranch(t *testing.T) {
	tr := walkTrail("^abc<d<<e^f")
	var got []string
	for _, b := range tr.branches() {
		got = append(got, fmt.Sprintf("%d%s", b.depth, b.title))
	}
	if s := strings.Join(got, " "); s != "0a 1b 2c 2d 1e 0f" {
		t.Errorf("got %s", s)
	}
	stop, ok := tr.to(2) // c
	if !ok || stop.title != "c" {
		t.Fatalf("went to %q", stop.title)
	}
	tr.back()
	if s, _ := tr.forward(); s.title != "c" {
		t.Errorf("after going to c, forward from b leads to %q", s.title)
	}
	if _, ok := tr.to(99); ok {
		t.Error("went to a stop there is not")
	}
}

func TestALongTrailForgetsItsOldest(t *testing.T) {
	tr := newTrail()
	tr.start("0", "0")
	for i := 1; i < 3*maxStops; i++ {
		tr.step(articles.ID(fmt.Sprint(i)), fmt.Sprint(i))
	}
	if len(tr.stops) > maxStops {
		t.Errorf("%d stops", len(tr.stops))
	}
	if s, _ := tr.here(); s.title != fmt.Sprint(3*maxStops-1) {
		t.Errorf("here is %q", s.title)
	}
	for range 4 * maxStops {
		tr.back() // ends, and never leaves the trail
	}
	if tr.at < 0 || tr.at >= len(tr.stops) || len(tr.branches()) != len(tr.stops) {
		t.Errorf("at %d of %d", tr.at, len(tr.stops))
	}
}
