package ui

import (
	"context"
	"errors"
	"testing"
)

// healthy are facts of an invented library.
func healthy(o *Options) {
	o.Roots = []string{"archive"}
	o.Health = func(context.Context) ([]Fact, error) {
		return []Fact{
			{"library", "Ostrel archive: 9 stories in 9 files"},
			{"cache", "/home/oda/.cache/broadsheet: catalogue 72 KiB, index 31 KiB in 1 segment"},
			{"marks", "/home/oda/.local/state/broadsheet/marks.db: 3 marked stories, of all libraries"},
		}, nil
	}
}

func TestTheDoctorSaysHowTheLibraryIs(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24, healthy).do("!")
	s.shows("DOCTOR", "every file was read", "library", "9 stories in 9 files", "catalogue 72 KiB")
	s.shows("marks.db: 3 marked", "all libraries")
}

func TestTheDoctorNamesEachFileThatCouldNotBeReadAndWhy(t *testing.T) {
	shelf := newFakeShelf()
	shelf.problems = []Problem{
		{"archive/broken.json", "line 3: no closing bracket"},
		{"archive/a/very/long/path/that/takes/most/of/the/line/story.html", "the page holds no story, only a login form and a notice about cookies"},
	}
	s := newStage(t, shelf, 80, 24, healthy).do("!")
	s.shows("2 files could not be read whole", "FILES THAT COULD NOT BE READ", "broken.json", "line 3: no closing bracket", "a/very/long/path", "the page holds")
	s.do("G", "enter").shows("archive/a/very/long/path/that/takes")
	// Without facts, the files alone.
	newStage(t, shelf, 80, 24).do("!").shows("DOCTOR", "archive/broken.json").hides("FILES THAT")
}

// Many stories of one file may fail in the same way.
func TestTheDoctorCountsFilesAndNotFaults(t *testing.T) {
	shelf := newFakeShelf()
	shelf.problems = []Problem{{"a.json", "line 1: no story in it"}, {"a.json", "line 1: no story in it"}, {"a.json", "line 2: no closing bracket"}}
	newStage(t, shelf, 80, 24, healthy).do("!").
		shows("1 file could not be read whole", "line 1: no story in it, 2 times", "line 2: no closing bracket").
		hides("line 2: no closing bracket, ")
}

func TestADoctorWithoutAnAnswerSaysSo(t *testing.T) {
	shelf := newFakeShelf()
	shelf.fail["Problems"] = errors.New("the disk is gone")
	newStage(t, shelf, 80, 24).do("!").shows("how the library is could not be found out: the disk is gone")
	broken := func(o *Options) {
		o.Health = func(context.Context) ([]Fact, error) { return nil, errors.New("no catalogue") }
	}
	newStage(t, newFakeShelf(), 80, 24, broken).do("!").shows("could not be found out: no catalogue")
}
