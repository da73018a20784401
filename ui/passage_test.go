package ui

import (
	"fmt"
	"os/exec"
	"strings"
	"testing"

	"broadsheet/articles"
)

const radar = "The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring."

// passages are the marks of the first story as the shelf has them.
func (s *stage) passages() string {
	var out []string
	for _, p := range s.shelf.headline("inquiry.txt").Marks.Passages {
		words := strings.Fields(p.Quote)
		out = append(out, fmt.Sprintf("%s %s:%d:%s", words[0], words[1], p.Nth, p.Note))
	}
	return strings.Join(out, "; ")
}

func TestParagraphsAreChosenMarkedAndNoted(t *testing.T) {
	for name, c := range map[string]struct {
		steps []string
		want  string
	}{
		"enter marks the first in sight":     {[]string{"p", "enter"}, "The pilot:0:"},
		"enter again takes it away":          {[]string{"p", "enter", "enter"}, ""},
		"undo brings it back":                {[]string{"p", "enter", "enter", "U"}, "The pilot:0:"},
		"j chooses the next":                 {[]string{"p", "j", "enter"}, "“We asked:0:"},
		"k stops at the first":               {[]string{"p", "j", "k", "k", "enter"}, "The pilot:0:"},
		"G chooses the last, g the first":    {[]string{"p", "G", "enter", "g", "enter"}, "Witness 12:0:; The pilot:0:"},
		"a page goes on by a page":           {[]string{"p", "space", "b", "enter"}, "The pilot:0:"},
		"a note marks":                       {[]string{"p", "a", "type:who knew?", "enter"}, "The pilot:0:who knew?"},
		"a note is changed":                  {[]string{"p", "a", "type:who", "enter", "a", "type:?", "enter"}, "The pilot:0:who?"},
		"an empty note leaves the mark":      {[]string{"p", "a", "type:who", "enter", "a", "ctrl+u", "enter"}, "The pilot:0:"},
		"esc leaves, and a is for the story": {[]string{"p", "esc", "a", "type:all of it", "enter"}, ""},
		"p leaves as well":                   {[]string{"p", "p", "enter"}, ""},
		"a resize keeps the choice":          {[]string{"p", "j", "size:60x20", "size:150x50", "enter"}, "“We asked:0:"},
	} {
		s := newStage(t, newFakeShelf(), 100, 30).do("enter").do(c.steps...)
		if got := s.passages(); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestAMarkIsSeenAtOnceAndSaysWhatItIs(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("enter", "p").shows("enter mark it")
	s.do("enter").shows("paragraph marked", "▎ The pilot of the ferry").do("j", "k").shows("enter take the mark away")
	s.do("a", "type:who knew?", "enter").shows("Note: who knew?")
}

func TestTheChosenParagraphIsCopiedAndPiped(t *testing.T) {
	piped := ""
	s := newStage(t, newFakeShelf(), 80, 24, func(o *Options) {
		o.Pipe = func(c string) (*exec.Cmd, error) { piped = c; return exec.Command("true"), nil }
	}).do("enter", "p", "y").shows("copied the paragraph")
	if s.clip != radar {
		t.Errorf("copied %q", s.clip)
	}
	s.do("|").shows("the text of the paragraph")
	if s.do("type:wc", "enter"); piped != "wc" {
		t.Errorf("piped to %q", piped)
	}
}

func TestChoosingScrollsByTheLeast(t *testing.T) {
	s := newStage(t, newFakeShelf(), 60, 14).do("enter", "p")
	for range 20 {
		s.do("j")
		one, ok := s.m.paragraph()
		if top, h := s.m.story.top, s.m.lay.story.h; !ok || one.From < top || one.To > top+h && one.From != top {
			t.Fatalf("paragraph %+v is not in sight from line %d of %d", one, top, h)
		}
	}
	s.shows("this is the last paragraph").do("g", "k").shows("this is the first paragraph")
}

func TestTheChosenParagraphStaysInSightAtAnySize(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("enter", "p", "j", "j", "j", "j")
	for _, size := range []string{"30x12", "160x45", "20x8", "110x32", "60x20"} {
		s.do("size:" + size)
		one, ok := s.m.paragraph()
		if top, h := s.m.story.top, s.m.lay.story.h; !ok || one.From < top || one.From >= top+h {
			t.Errorf("at %s paragraph %+v is not in sight from line %d of %d", size, one, top, h)
		}
	}
}

func TestNotesAreListedAndLeadToTheirPlace(t *testing.T) {
	shelf := newFakeShelf()
	newStage(t, shelf, 80, 24).do("A").shows("Nothing is marked yet", "p chooses a paragraph")
	s := newStage(t, shelf, 80, 24).do("enter", "p", "G", "a", "type:the last one", "enter", "esc", "esc",
		"j", "enter", "a", "type:trams!", "enter", "esc")
	s.do("A").shows("NOTES", "2 notes and marks", "Harbour inquiry hears the pilot · Ostrel Courier", "Witness 12 remembered", "the last one", "trams!")
	s.do("enter").shows("Witness 12 remembered", "Note: the last one").hides("NOTES", "told the inquiry on Friday")
	shelf.fail["Notes"] = errNoStory
	s.do("A").shows("the notes could not be listed: no such story")
}

func TestANoteOnTheStoryShowsAtOnce(t *testing.T) {
	newStage(t, newFakeShelf(), 80, 24).do("enter", "a", "type:ask him", "enter").shows("Note: ask him").
		do("s").shows("starred").do("U").do("wait").hides("★ starred")
}

func TestMarksOfAnotherProgramPassTheGate(t *testing.T) {
	shelf := newFakeShelf()
	shelf.items[0].Marks.Passages = []articles.Passage{{Quote: radar + "\x1b[31m", Note: "red\x1b]0;x\x07"}}
	shelf.items[0].Marks.Note = "\x1b[2Jgone"
	newStage(t, shelf, 80, 24).do("enter", "A") // the stage checks every screen
}
