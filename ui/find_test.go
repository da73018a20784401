package ui

import (
	"slices"
	"strings"
	"testing"
)

func TestFindShowsEachMatchInTurn(t *testing.T) {
	s := newStage(t, newFakeShelf(), 60, 20)
	s.do("enter", "/", "type:karsk maiden", "enter").shows("1 of 12")
	s.do("n").shows("2 of 12")
	s.do("N", "N").shows("round the end of the story", "12 of 12")
	top := s.m.story.top
	s.do("n").shows("1 of 12")
	if s.m.story.top >= top {
		t.Error("the first match was not scrolled to")
	}
	s.do("x", "n").shows("2 of 12") // the page with its cuts is another one
}

func TestFindSaysWhatIsNotThere(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "/", "type:zeppelin").shows("not in this story")
	s.do("enter").shows("“zeppelin” is not in this story")
	s.do("n").shows("“zeppelin” is not in this story")
	s.do("/", "ctrl+u", "enter", "n").hides("zeppelin")
}

func TestGivingAFindUpGoesBackToWhereItBegan(t *testing.T) {
	s := newStage(t, newFakeShelf(), 60, 20).do("enter", "j", "j")
	was := s.m.story.top
	s.do("/", "type:witness 12")
	if s.m.story.top == was {
		t.Fatal("the match was not scrolled to")
	}
	if s.do("esc"); s.m.story.top != was || s.m.story.find.query != "" {
		t.Errorf("at line %d, it began at %d", s.m.story.top, was)
	}
}

func TestAStoryFoundBySearchShowsItsWords(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("/", "type:radar", "enter", "enter").shows("The pilot of the ferry", "n next match")
	if f := s.m.story.find; f.at != -1 || f.hits() == 0 || s.m.story.top != 0 {
		t.Errorf("at hit %d of %d, line %d", f.at, f.hits(), s.m.story.top)
	}
	s.do("n").shows("1 of")
	s.do("J").shows("match")
	s.do("1").hides("next match")
}

func TestPlainWordsLeaveTheLanguageOut(t *testing.T) {
	for query, want := range map[string]string{
		`harbour "second radar" -tram OR bell*`: "harbour second radar bell",
		"source:courier is:unread after:2014":   "",
		"(night tram) night":                    "night tram",
		"":                                      "",
	} {
		if got := strings.Join(plainWords(query), " "); got != want {
			t.Errorf("%q has the words %q, want %q", query, got, want)
		}
	}
}

func TestWordsAreFoundInReadingOrder(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("enter")
	s.m.findWords("radar pilot karsk")
	s.run(s.m.lookUp(true))
	lines := []int{}
	for i, hit := range s.m.story.find.matches {
		if hit.Hit != i && !slices.Contains(lines, hit.Line) {
			t.Errorf("match %d has the number %d", i, hit.Hit)
		}
		lines = append(lines, hit.Line)
	}
	if !slices.IsSorted(lines) || len(lines) < 5 {
		t.Errorf("the lines are %v", lines)
	}
}
