package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestASearchAsksForTheSnippetsOnTheScreenAndNoMore(t *testing.T) {
	shelf := many(600)
	s := newStage(t, shelf, 80, 24).do("/", "type:harbour")
	rows := s.m.list.shown(s.m.lay.list.h)
	for i := range rows {
		if it, ok := s.m.list.item(i); !ok || it.Snippet == nil || len(it.Snippet.Hits) != 1 {
			t.Errorf("row %d of %d: %+v", i, rows, it)
		}
	}
	if letters := len("harbour"); len(shelf.told) > letters*(rows+1) {
		t.Errorf("%d snippets were asked for, of %d rows, in %d letters", len(shelf.told), rows, letters)
	}
	shelf.widest = 0
	s.do("backspace")
	if most := 3 * s.m.lay.list.h; shelf.widest > most {
		t.Errorf("a letter asked for %d headlines; %d are more than enough", shelf.widest, most)
	}
}

func TestSnippetsComeAsTheListMoves(t *testing.T) {
	shelf := many(600)
	s := newStage(t, shelf, 80, 24).do("/", "type:harbour", "enter")
	for range 40 {
		s.do("j")
		for i, rows := s.m.list.top, s.m.list.shown(s.m.lay.list.h); i < s.m.list.top+rows; i++ {
			if it, ok := s.m.list.item(i); ok && it.Snippet == nil {
				t.Fatalf("row %d has no snippet with the cursor on %d", i, s.m.list.cursor)
			}
		}
	}
	s.do("j", "k")
	asked := slices.Clone(shelf.told)
	s.do("j", "k", "j", "k")
	if !slices.Equal(shelf.told, asked) {
		t.Errorf("moving to and fro asked again: %v", shelf.told[len(asked):])
	}
	s.do("g").shows("Harbour opens late, part 0")
}

func TestAListWithoutAQueryAsksForNoSnippets(t *testing.T) {
	shelf := many(600)
	newStage(t, shelf, 80, 24).do("G", "g", "F", "esc", "u", "u")
	if len(shelf.told) > 0 {
		t.Errorf("asked for %v", shelf.told)
	}
}

// TestAListWithoutItsSnippetsIsStillAList also holds that what fails is not
// asked for without end.
func TestAListWithoutItsSnippetsIsStillAList(t *testing.T) {
	shelf := newFakeShelf()
	shelf.fail["Snippets"] = errors.New("disk gone")
	s := newStage(t, shelf, 80, 24).do("/", "type:ferry", "enter", "j", "k")
	s.shows("Ferry runs aground off Karsk")
	if n := len(shelf.asked); n > 60 {
		t.Errorf("%d requests: %v", n, shelf.asked)
	}
}

// TestSnippetsOfAnotherSearchAreDropped lets them arrive late.
func TestSnippetsOfAnotherSearchAreDropped(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("/", "type:ferry")
	id := s.m.chosenID()
	s.send(snippetsLoadedMsg{view: View{Query: "bees"}, ids: []articles.ID{id}, snippets: []Snippet{{Text: "late"}}})
	if strings.Contains(s.screen(), "late") {
		t.Error("a snippet of another search is shown")
	}
}

// TestRowsStandStillWhenTheirSnippetsCome compares the lines of the list with
// and without them.
func TestRowsStandStillWhenTheirSnippetsCome(t *testing.T) {
	shelf := many(600)
	s := newStage(t, shelf, 80, 24).do("/", "type:harbour", "enter")
	h := s.m.lay.list.h
	with, cursor := s.m.list.shown(h), s.m.list.cursor
	for i := range s.m.list.win.Items {
		s.m.list.win.Items[i].Snippet = nil
	}
	if without := s.m.list.shown(h); without != with || s.m.list.cursor != cursor {
		t.Errorf("%d rows with, %d without", with, without)
	}
}
