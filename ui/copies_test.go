package ui

import (
	"errors"
	"strings"
	"testing"

	"broadsheet/articles"
)

// withCopies makes the log a copy of the inquiry in which some words differ.
func withCopies() *fakeShelf {
	s := newFakeShelf()
	s.leads["inquiry.txt"] = append(s.leads["inquiry.txt"], articles.Lead{Kind: articles.Copy, Headline: s.headline("log.txt")})
	a := s.bodies["log.txt"]
	a.Text = strings.Replace(s.bodies["inquiry.txt"].Text, "since the spring", "since the second week of April", 1)
	a.Text = strings.Replace(a.Text, "Witness 11 remembered", "Witness 11 had forgotten", 1)
	s.bodies["log.txt"] = a
	return s
}

func TestCopiesAreListedAndOpened(t *testing.T) {
	for _, steps := range [][]string{{"D"}, {"enter", "D"}} {
		s := newStage(t, withCopies(), 110, 32).do(steps...)
		s.shows("COPIES", "2 stories of one text", "7 Jun 2014 08:20", "4 Jun 2014 06:15", "Vasska Post")
		s.do("enter").shows("WHAT DIFFERS").do("esc").shows("COPIES")
		if s.do("enter", "enter"); s.m.story.id != "log.txt" || s.m.sheet != nil {
			t.Errorf("%v: the story open is %s", steps, s.m.story.id)
		}
	}
	newStage(t, newFakeShelf(), 80, 24).do("j", "D").shows("no other story has this text")
}

func TestWhatDiffersIsToldWordByWord(t *testing.T) {
	for _, size := range []string{"160x45", "80x24", "60x20"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, withCopies(), number(w), number(h)).do("D", "enter")
		s.shows("WHAT DIFFERS", "−7 +10 words", "−Harbour inquiry hears the pilot", "+What the log says", "−spring. +second week", "words the same")
		s.hides("Witness 3 ")
		s.do("G").shows("−remembered +had", "forgotten")
	}
	shelf := withCopies()
	shelf.bodies["log.txt"] = shelf.bodies["inquiry.txt"]
	newStage(t, shelf, 80, 24).do("D", "enter").shows("word for word the same")
}

func TestADifferenceIsSetAnewForItsWidth(t *testing.T) {
	fresh := newStage(t, withCopies(), 60, 20).do("D", "enter")
	resized := newStage(t, withCopies(), 140, 50).do("D", "enter", "size:20x5", "size:60x20")
	if a, b := fresh.screen(), resized.screen(); a != b {
		t.Errorf("fresh\n%s\nresized\n%s", a, b)
	}
}

func TestCopiesThatCannotBeReadSaySo(t *testing.T) {
	shelf := withCopies()
	shelf.fail["Copies"] = errors.New("the disk is gone")
	newStage(t, shelf, 80, 24).do("D").shows("the copies could not be listed: the disk is gone")
	s := newStage(t, withCopies(), 80, 24).do("D")
	s.shelf.fail["Story"] = errors.New("no such file")
	s.do("enter").shows("the copies could not be compared: no such file")
}

func TestCopiesAreUnfoldedAndFoldedAgain(t *testing.T) {
	s := newStage(t, withCopies(), 80, 24).do("j")
	s.do(":", "type:unfold", "enter").shows("every copy stands in a line of its own").hides("×3")
	if !s.m.list.view.Copies || s.m.chosenID() != "trams.txt" {
		t.Errorf("the view is %+v on %s", s.m.list.view, s.m.chosenID())
	}
	s.do("k").shows("every copy")
	s.do("enter", ":", "type:unfold", "enter").shows("copies are folded into one", "×3")
}

func TestADifferenceIsCountedInWords(t *testing.T) {
	for want, c := range map[string][2]int{
		"word for word the same": {0, 0}, "−4 words": {4, 0}, "+1 word": {0, 1}, "−2 +3 words": {2, 3},
	} {
		if got := differenceAbout(c[0], c[1]); got != want {
			t.Errorf("%d gone, %d new: %q, want %q", c[0], c[1], got, want)
		}
	}
}
