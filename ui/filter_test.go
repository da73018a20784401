package ui

import (
	"errors"
	"strings"
	"testing"
)

func TestTheFilterBeginsOnAllStories(t *testing.T) {
	for _, steps := range [][]string{{"F"}, {"u", "F"}, {"/", "type:karsk", "enter", "F"}, {"enter", "F"}} {
		s := newStage(t, newFakeShelf(), 80, 24).do(steps...)
		if at := s.m.sheet.cursor; at != 0 || s.m.sheet.row(at).text != "All stories" {
			t.Errorf("%v: the cursor stands on row %d", steps, at)
		}
		if s.do("enter"); s.m.list.view != (View{}) {
			t.Errorf("%v: all stories are %+v", steps, s.m.list.view)
		}
	}
}

// choose opens the filter and chooses the row with the words.
func (s *stage) choose(words string) *stage {
	s.t.Helper()
	s.do("F")
	for i, r := range s.m.sheet.rows {
		if !r.heading && strings.Contains(r.text, words) {
			s.m.sheet.cursor = i
			return s.do("enter")
		}
	}
	s.t.Fatalf("no filter is called %q:\n%s", words, s.screen())
	return nil
}

func TestFiltersAddUpAndAreTakenAway(t *testing.T) {
	s := newStage(t, newFakeShelf(), 110, 32)
	s.choose("Ostrel Courier").shows("Ostrel Courier · 3 stories")
	s.choose("Unread")
	s.choose("June 2014").shows("Ostrel Courier · June 2014 · unread · 3 stories")
	if got := s.m.list.view; got != (View{Source: "Ostrel Courier", Unread: true, Month: "2014-06"}) {
		t.Errorf("three filters are %+v", got)
	}
	s.choose("Ostrel Courier")
	s.choose("Vasska Post")
	s.choose("Unread").choose("June 2014")
	if got := s.m.list.view; got != (View{Source: "Vasska Post"}) {
		t.Errorf("chosen again they leave %+v", got)
	}
	s.do("esc")
	if s.m.list.view.Filtered() {
		t.Error("esc did not show all stories again")
	}
}

func TestAFilterOfManyRowsIsNarrowedByTyping(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("F", "/", "type:vass")
	s.shows("SOURCES", "Vasska Post").hides("Tarrovia Wire", "All stories")
	s.do("enter", "enter")
	if got := s.m.list.view.Source; got != "Vasska Post" {
		t.Errorf("the row chosen is %q", got)
	}
	s.do("F", "/", "type:qq").shows("No row has these words.")
	s.do("enter", "enter") // nothing to choose
	s.do("esc").shows("All stories")
	if s.do("esc"); s.m.sheet != nil {
		t.Error("the second esc did not close the sheet")
	}
}

func TestASearchIsKeptByNameAndFound(t *testing.T) {
	s := newStage(t, newFakeShelf(), 110, 32)
	s.do(":", "type:save-search", "enter").shows("the list shows every story: search or filter first")
	s.do("/", "type:karsk", "enter").choose("Unread").do(":", "type:savesea", "enter", "type:harbour", "enter")
	s.shows("kept as @harbour")
	if got := s.shelf.saved; len(got) != 1 || got[0] != (SavedSearch{"harbour", "karsk is:unread"}) {
		t.Fatalf("kept %+v", got)
	}
	s.do("esc").choose("@harbour")
	if got := s.m.list.view.Query; got != "karsk is:unread" {
		t.Errorf("the saved search is %q", got)
	}
	s.do(":", "type:forget", "enter").shows("FORGET A SEARCH", "@harbour").do("enter").shows("@harbour is forgotten")
	if len(s.shelf.saved) != 0 {
		t.Errorf("kept still: %+v", s.shelf.saved)
	}
	s.do(":", "type:forget", "enter").shows("No search is saved")
}

func TestAViewIsSaidInTheQueryLanguage(t *testing.T) {
	for want, v := range map[string]View{
		"":                         {},
		"karsk":                    {Query: "karsk"},
		"karsk is:unread":          {Query: "karsk", Unread: true},
		"a OR b":                   {Query: "a OR b"},
		"(a OR b) is:starred":      {Query: "a OR b", Starred: true},
		`source:"Ostrel Courier"`:  {Source: "Ostrel Courier"},
		"on:2014-06 tag:x lang:en": {Month: "2014-06", Tag: "x", Language: "en"},
	} {
		if got := v.asQuery(); got != want {
			t.Errorf("%+v is %q, want %q", v, got, want)
		}
	}
}

func TestAFilterThatFailsIsSaid(t *testing.T) {
	for _, method := range []string{"Searches", "Sources"} {
		shelf := newFakeShelf()
		shelf.fail[method] = errors.New("the disk is gone")
		newStage(t, shelf, 80, 24).do("F").shows("the filters could not be listed: the disk is gone")
	}
	shelf := newFakeShelf()
	shelf.fail["SaveSearch"] = errors.New("the disk is full")
	newStage(t, shelf, 80, 24).do("u", ":", "type:save-search", "enter", "type:n", "enter").shows("the search could not be saved: the disk is full")
}
