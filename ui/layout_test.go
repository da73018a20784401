package ui

import (
	"fmt"
	"testing"
)

// TestPanesNeitherOverlapNorLeaveTheScreen lays out sizes of every kind: each
// cell belongs to at most one pane, line or separator.
func TestPanesNeitherOverlapNorLeaveTheScreen(t *testing.T) {
	for _, want := range []wants{
		{focus: InList}, {focus: InList, told: true, leads: 9}, {focus: InStory, told: true, leads: 3},
		{focus: InLeads, told: true, leads: 1}, {focus: InStory, told: true, zoom: true}, {focus: InList, told: true, zoom: true},
	} {
		for w := 0; w <= 300; w += 7 {
			for h := 0; h <= 100; h += 3 {
				l := lay(w, h, want)
				owned := map[string]rect{}
				own := func(name string, r rect) {
					if r.empty() {
						return
					}
					if r.x < 0 || r.x+r.w > w || r.y < 0 || r.y+r.h > h {
						t.Fatalf("%dx%d %+v: %s leaves the screen: %+v", w, h, want, name, r)
					}
					for other, o := range owned {
						if r.x < o.x+o.w && o.x < r.x+r.w && r.y < o.y+o.h && o.y < r.y+r.h {
							t.Fatalf("%dx%d %+v: %s and %s overlap", w, h, want, name, other)
						}
					}
					owned[name] = r
				}
				own("list", l.list)
				own("story", l.story)
				own("leads", l.leads)
				for name, row := range map[string]int{"title": l.title, "rule": l.rule, "foot": l.foot, "status": l.status} {
					if row >= 0 {
						own(name, rect{0, row, w, 1})
					}
				}
				for i, x := range l.split {
					own(fmt.Sprint("split ", i), rect{x, l.list.y, 1, l.list.h})
				}
				if l.strip >= 0 {
					own("strip", rect{l.leads.x, l.strip, l.leads.w, 1})
				}
				if w > 0 && h > 0 && l.list.empty() && l.story.empty() && l.leads.empty() {
					t.Fatalf("%dx%d %+v: nothing is shown", w, h, want)
				}
			}
		}
	}
}

func TestTheBreakpointsAreThoseOfTheDesign(t *testing.T) {
	want := wants{focus: InStory, told: true, leads: 4}
	for width, shape := range map[int]shape{300: wide, 140: wide, 139: middle, 100: middle, 99: narrow, 1: narrow} {
		if l := lay(width, 40, want); l.shape != shape {
			t.Errorf("%d columns are %d, want %d", width, l.shape, shape)
		}
	}
	if l := lay(120, 40, want); l.strip < 0 || l.leads.h < 5 {
		t.Errorf("no strip under the story: %+v", l)
	}
	if l := lay(120, 40, wants{focus: InStory, told: true}); l.strip >= 0 {
		t.Error("a strip without relatives")
	}
	if l := lay(200, 40, wants{focus: InStory, told: true, zoom: true}); !l.list.empty() || l.story.w != 200 {
		t.Errorf("zoomed, the story has not the whole screen: %+v", l)
	}
	if l := lay(200, 40, wants{focus: InList}); !l.story.empty() {
		t.Error("a pane for a story where there is none")
	}
}
