package ui

import (
	"slices"
	"testing"
)

func TestTheClosestCommandStandsFirst(t *testing.T) {
	m := newStage(t, newFakeShelf(), 80, 24).m
	for typed, want := range map[string]string{
		"star": "star", "st": "star", "nt": "note", "ns": "next-story", "nst": "next-story",
		"undo": "undo", "sorttitle": "sort-title", "sort title": "sort-title", "ts": "theme-salmon",
		"Trail": "trail", "rescan": "rescan", "hlp": "help", "filt": "filter",
	} {
		if got := ranked(m.commands(), typed); len(got) == 0 || got[0].name != want {
			t.Errorf("%q finds %v first, want %s", typed, names(got), want)
		}
	}
	if got := ranked(m.commands(), "could not be read"); len(got) != 1 || got[0].name != "doctor" {
		t.Errorf("words of the help find %v", names(got))
	}
	if got := ranked(m.commands(), "xyzzy"); len(got) != 0 {
		t.Errorf("nonsense finds %v", names(got))
	}
}

func names(all []rankedCommand) (out []string) {
	for _, c := range all[:min(len(all), 5)] {
		out = append(out, c.name)
	}
	return out
}

func TestTheLettersTypedAreMarked(t *testing.T) {
	for _, c := range []struct {
		name, text string
		want       [][2]int
	}{
		{"next-story", "nest", [][2]int{{0, 2}, {5, 7}}},
		{"star", "star", [][2]int{{0, 4}}},
		{"timeline", "tl", [][2]int{{0, 1}, {4, 5}}},
		{"star", "sz", nil},
	} {
		if _, got := closeness(c.name, c.text); !slices.Equal(got, c.want) {
			t.Errorf("%q in %s: %v, want %v", c.text, c.name, got, c.want)
		}
	}
}

func TestEveryActionIsACommandAndSaysWhereItWorks(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	for _, b := range DefaultKeys().bindings {
		found := slices.ContainsFunc(s.m.commands(), func(c command) bool { return c.name == string(b.Action) })
		if want := b.Action != Jump && b.Action != Palette; found != want {
			t.Errorf("%s is a command: %v", b.Action, found)
		}
	}
	s.do(":", "type:cuts").shows("the story with what cleaning cut").do("enter")
	s.shows("cuts works in a story: open one first")
	s.do("enter", ":", "type:cuts", "enter").shows("2 cuts, shown in place")
}

func TestThePaletteSetsOrderAndColours(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do(":", "type:sort-source", "enter").shows("sorted by source", "OSTREL COURIER")
	was := s.m.th
	if s.do(":", "type:theme-ink", "enter"); s.m.th == was || s.m.th.Name != "ink" {
		t.Errorf("the theme is %s", s.m.th.Name)
	}
	if s.do(":", "type:light-dark", "enter"); s.m.th.Dark {
		t.Error("still dark")
	}
}
