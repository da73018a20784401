package ui

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
	"broadsheet/ui/page"
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
			t.start(id, string(r), fakeNow())
			fresh = false
		default:
			t.step(id, string(r), fakeNow())
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
	for _, b := range tr.branches(plainLanes()) {
		got = append(got, b.lanes+b.title)
	}
	if s := strings.Join(got, " "); s != "a +b |+c |d e f" {
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
	tr.start("0", "0", fakeNow())
	for i := 1; i < 3*maxStops; i++ {
		tr.step(articles.ID(fmt.Sprint(i)), fmt.Sprint(i), fakeNow())
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
	if tr.at < 0 || tr.at >= len(tr.stops) || len(tr.branches(plainLanes())) != len(tr.stops) {
		t.Errorf("at %d of %d", tr.at, len(tr.stops))
	}
}

func plainLanes() lanes { return lanes{"|", "+"} }

func TestTheMapSetsTheLatestWalkStraightAndTheOthersAside(t *testing.T) {
	for walk, want := range map[string]string{
		"^abcd":           "*a *b *c *d",
		"^abc<<":          "*a b c",
		"^ab<c<d":         "*a +b +c *d",
		"^abc<<de":        "*a +b |c *d *e",
		"^abc<d<<e":       "*a +b |+c |d *e",
		"^ab^cd":          "a b *c *d",
		"^ab<c<d<<<<^xyz": "a +b +c d *x *y *z",
	} {
		var got []string
		for _, b := range walkTrail(walk).branches(plainLanes()) {
			on := ""
			if b.onPath {
				on = "*"
			}
			got = append(got, strings.ReplaceAll(b.lanes+on+b.title, "+*", "*+"))
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %s, want %s", walk, s, want)
		}
	}
}

func TestATrailIsKeptFromDayToDay(t *testing.T) {
	tr := walkTrail("^abc<d<<e^fg<")
	tr.leave(place{set: true, anchor: page.Anchor{Part: page.Body, Offset: 120, Ahead: 1}, lead: 2})
	text, err := tr.encode()
	if err != nil {
		t.Fatal(err)
	}
	got := decodeTrail(text)
	if again, _ := got.encode(); again != text || got.at != tr.at {
		t.Errorf("kept as %s, and then as %s", text, again)
	}
	if s, _ := got.here(); s != tr.stops[tr.at].utc() {
		t.Errorf("here is %+v, was %+v", s, tr.stops[tr.at])
	}
	today := walkTrail("^xy")
	today.after(got)
	if s, _ := today.here(); s.title != "y" {
		t.Errorf("here is %q", s.title)
	}
	if s, _ := today.back(); s.title != "x" {
		t.Errorf("back is %q", s.title)
	}
	if n := len(today.stops); n != len(got.stops)+2 {
		t.Errorf("%d stops", n)
	}
}

// utc is a stop as it comes back from where it was kept.
func (s stop) utc() stop {
	s.when = time.Unix(s.when.Unix(), 0)
	return s
}

func TestALongTrailIsKeptByItsEnd(t *testing.T) {
	tr := newTrail()
	tr.start("0", "0", fakeNow())
	for i := range 3 * keptStops {
		tr.step(articles.ID(fmt.Sprint(i)), fmt.Sprint(i), fakeNow())
	}
	text, _ := tr.encode()
	got := decodeTrail(text)
	if s, _ := got.here(); len(got.stops) != keptStops || s.title != fmt.Sprint(3*keptStops-1) {
		t.Errorf("%d stops, at %q", len(got.stops), s.title)
	}
}

// FuzzAnyTrailIsSafe reads anything as a trail, and walks on what comes.
func FuzzAnyTrailIsSafe(f *testing.F) {
	text, _ := walkTrail("^abc<d").encode()
	f.Add(text)
	f.Add(`{"at":5,"stops":[{"from":0,"to":9}]}`)
	f.Add(`{"at":0,"stops":[{"from":-1,"to":-1,"place":{"letters":-4}}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		tr := decodeTrail(text)
		for range 5 {
			tr.forward()
			tr.back()
		}
		if len(tr.branches(plainLanes())) != len(tr.stops) {
			t.Error("the map shows another number of stops")
		}
		tr.to(len(tr.stops) - 1)
		tr.step("x", "x", fakeNow())
		if s, ok := tr.here(); !ok || s.title != "x" {
			t.Errorf("here is %+v", s)
		}
	})
}

func TestTheTrailOfYesterdayIsThere(t *testing.T) {
	shelf := newFakeShelf()
	newStage(t, shelf, 80, 24).do("enter", "1", "j", "j", "wait")
	s := newStage(t, shelf, 80, 24, func(o *Options) {
		o.Now = func() time.Time { return fakeNow().AddDate(0, 0, 1) }
	}).do("size:160x40").shows("back to the story").do("size:80x24")
	s.do("H").shows("YESTERDAY", "● Harbour inquiry hears the pilot", "› ● Ferry runs aground off Karsk", "here")
	s.do("esc", "backspace").shows("trail  Harbour inquiry", "Witness 2").hides("YESTERDAY")
	s.do("backspace").shows("Harbour inquiry hears the pilot")
	shelf.fail["Keep"] = errNoStory
	s.do("J", "wait").shows("the trail could not be kept: no such story")
}

func TestAMapThatWasAskedForEarlyIsCompleted(t *testing.T) {
	shelf := newFakeShelf()
	newStage(t, shelf, 80, 24).do("enter", "1", "wait")
	s := newStage(t, shelf, 80, 24)
	s.m.trail = newTrail() // as before the answer came
	s.do("j", "j", "enter", "H").hides("Ferry runs aground")
	s.send(trailLoadedMsg{shelf.memory[trailName]})
	s.shows("Ferry runs aground", "› ● Depot fire")
}
