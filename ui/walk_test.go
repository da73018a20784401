package ui

import (
	"errors"
	"strings"
	"testing"
)

func TestOneReadsFromStoryToStory(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter").shows("Harbour inquiry hears the pilot", "The pilot of the ferry")
	s.do("1").shows("Ferry runs aground off Karsk", "trail", "here")
	s.do("2").shows("Inquiry opens in Ostrel")
	s.do("[").shows("Ferry runs aground off Karsk")
	s.do("]").shows("Inquiry opens in Ostrel")
	s.do("backspace", "backspace").shows("Harbour inquiry hears the pilot", "1-9 jump")
	s.do("backspace").shows("TODAY", "Night trams return")
}

func TestBackComesToTheVeryLine(t *testing.T) {
	for _, size := range []string{"160x45", "110x32", "80x24", "60x20", "40x10"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, newFakeShelf(), number(w), number(h))
		s.do("enter", "j", "j", "j", "j", "j")
		was, line := s.screen(), s.m.story.top
		s.do("1", "j", "j", "[")
		if s.m.story.top != line {
			t.Errorf("%s: back at line %d, left at %d", size, s.m.story.top, line)
		}
		if got := s.screen(); firstLines(got, 10) != firstLines(was, 10) {
			t.Errorf("%s: the screen differs:\n%s\nwas\n%s", size, got, was)
		}
	}
}

// firstLines is the body's first lines, without the line of the trail.
func firstLines(screen string, n int) string {
	lines := strings.Split(screen, "\n")
	return strings.Join(lines[2:min(n, len(lines))], "\n")
}

func TestAPlaceHoldsWhenTheWindowChanges(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "ctrl+d", "ctrl+d")
	first := strings.Fields(strings.Split(s.screen(), "\n")[3])[0:3]
	s.do("size:60x20", "size:200x50", "size:1x1", "size:80x24")
	if got := strings.Fields(strings.Split(s.screen(), "\n")[3])[0:3]; strings.Join(got, " ") != strings.Join(first, " ") {
		t.Errorf("the story stands at %q, it stood at %q", got, first)
	}
}

func TestAnAbsentHeadlineSearchesForItsWords(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "2").shows("not in the library")
	if q := s.m.list.view.Query; !strings.Contains(q, "radar OR harbour") || strings.Contains(q, "had") {
		t.Errorf("searched for %q", q)
	}
	s.shows("Harbour inquiry hears the pilot")
	s.do("[").shows("The pilot of the ferry that ran aground")
	if q := s.m.list.view.Query; q != "" {
		t.Errorf("the list still shows %q", q)
	}
	s.do("2", "esc").shows("The pilot of the ferry that ran aground")
}

func TestEscGoesUpLevelByLevel(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("/", "type:karsk", "enter", "enter", "r", "?")
	for _, place := range []Place{InLeads, InStory, InList} {
		s.do("esc")
		if s.m.place() != place {
			t.Errorf("in place %d, want %d", s.m.place(), place)
		}
	}
	s.do("esc")
	if s.m.list.view.Filtered() {
		t.Error("the search still stands")
	}
	if s.do("esc"); s.quit {
		t.Error("esc at the top quit")
	}
	s.shows("this is the top: q quits")
	if s.do("q"); !s.quit {
		t.Error("q at the top did not quit")
	}
}

func TestQuitNowQuitsFromAnywhere(t *testing.T) {
	for _, steps := range [][]string{
		{"Q"}, {"ctrl+c"}, {"enter", "Q"}, {"enter", "r", "ctrl+c"}, {"?", "Q"}, {"/", "type:k", "ctrl+c"},
	} {
		if s := newStage(t, newFakeShelf(), 80, 24).do(steps...); !s.quit {
			t.Errorf("%v did not quit", steps)
		}
	}
}

func TestJumpSaysWhatIsNotThere(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "9").shows("there is no 9 here: 4 related stories")
	s = newStage(t, newFakeShelf(), 80, 24)
	s.do("j", "enter", "1").shows("there is no 1 here: no related stories")
	s.do("r").shows("nothing in the library is near this story")
}

func TestNextStoryFollowsTheListAndNotTheJumps(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "1", "J").shows("Night trams return")
	s.do("J").shows("Depot fire")
	s.do("K").shows("Night trams return")
	s.do("[").shows("Depot fire")
	s = newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "K").shows("this is the first story of the list")
	s = newStage(t, newFakeShelf(), 80, 24)
	s.do("G", "enter", "J").shows("this is the last story of the list")
}

func TestTheThreadIsWalkedByTime(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("enter", "=").shows("this is the latest story of the thread")
	s.do("-").shows("Inquiry opens in Ostrel")
	s.do("^").shows("Ferry runs aground off Karsk")
	s.do("-").shows("this is the first story of the thread")
	s.do("T", "j", "enter").shows("What the log says")
}

func TestAStoryCountsAsReadAfterAWhileOrAtItsEnd(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	if s.do("enter"); s.shelf.headline("inquiry.txt").Marks.Read {
		t.Error("read at once")
	}
	if s.do("wait"); !s.shelf.headline("inquiry.txt").Marks.Read {
		t.Error("not read after a while")
	}
	s = newStage(t, newFakeShelf(), 80, 24)
	if s.do("enter", "G"); !s.shelf.headline("inquiry.txt").Marks.Read {
		t.Error("not read at its end")
	}
	s = newStage(t, newFakeShelf(), 80, 24)
	if s.do("enter", "esc", "wait"); s.shelf.headline("inquiry.txt").Marks.Read {
		t.Error("read though it was left at once")
	}
	s = newStage(t, newFakeShelf(), 160, 45)
	if s.do("j", "wait", "j", "wait", "wait"); s.shelf.headline("depot.txt").Marks.Read {
		t.Error("a preview counted as read")
	}
}

func TestThePlaceIsKeptFromRunToRun(t *testing.T) {
	shelf := newFakeShelf()
	s := newStage(t, shelf, 80, 24).do("enter", "space", "wait")
	was := s.m.story.top
	if at := shelf.headline("inquiry.txt").Marks.Position; at <= 0 || at >= 1 {
		t.Fatalf("kept %v", at)
	}
	if again := newStage(t, shelf, 80, 24).do("enter"); again.m.story.top != was {
		t.Errorf("opened at line %d, left at %d", again.m.story.top, was)
	}
	// Without a wait the place is saved when the program ends.
	other := newStage(t, newFakeShelf(), 80, 24).do("enter", "space")
	if err := other.m.finish(); err != nil || other.shelf.headline("inquiry.txt").Marks.Position == 0 {
		t.Errorf("the place was lost at the end: %v", err)
	}
}

func TestSpaceAtTheEndGoesNowhere(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24).do("enter", "G", "space")
	s.shows("end of story: 1-9 jump to a related story, J next story")
	if s.m.story.id != "inquiry.txt" {
		t.Errorf("went to %s", s.m.story.id)
	}
}

func TestMarksAreSeenAtOnceAndUndone(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("j", "s").shows("★ Night trams", "starred: Night trams")
	s.do("s").hides("★ Night trams")
	s.do("m").shows("● Night trams", "unread again")
	s.do("U").hides("● Night trams").shows("undone: mark on Night trams")
	s.do("U", "U", "U").shows("nothing to undo")
	s.do("t", "type:radio trams", "enter").shows("#radio · #trams")
	s.do("a", "type:for the column", "enter").shows("note kept on Night trams")
	if k := s.shelf.headline("trams.txt").Marks; k.Note != "for the column" || len(k.Tags) != 2 {
		t.Errorf("kept %+v", k)
	}
}

func TestAMarkThatFailsIsSaid(t *testing.T) {
	shelf := newFakeShelf()
	shelf.fail["Mark"] = errors.New("the disk is full")
	newStage(t, shelf, 80, 24).do("s").shows("the mark could not be saved: the disk is full")
}

func TestAStoryThatIsGoneSaysSo(t *testing.T) {
	shelf := newFakeShelf()
	shelf.fail["Story"] = errors.New("no such file")
	s := newStage(t, shelf, 80, 24).do("enter")
	s.shows("Harbour inquiry hears the pilot", "cannot be read now: no such file", "R looks again")
	delete(shelf.fail, "Story")
	if s.do("R").shows("The pilot of the ferry"); s.m.story.preview {
		t.Error("the story came back as a preview")
	}
	shelf.fail["Story"] = errors.New("no such file")
	s = newStage(t, shelf, 80, 24).do("enter")
	s.do("s", "x", "o", "y", "J", "/", "space", "G", "g")
	s.do("esc").shows("TODAY")
}

func TestEachUnreadStoryComesInTurn(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 24)
	s.do("n")
	if s.m.chosenID() != "depot.txt" {
		t.Errorf("the next unread story is %s", s.m.chosenID())
	}
	s.do("N")
	if s.m.chosenID() != "inquiry.txt" {
		t.Errorf("the unread story before is %s", s.m.chosenID())
	}
	s.do("N").shows("no unread story further up")
	s.do("enter", "n").shows("Depot fire")
}

func TestCopyAndOriginalShowTheWholeAddress(t *testing.T) {
	var opened string
	s := newStage(t, newFakeShelf(), 80, 24, func(o *Options) { o.Opener = openerTo(&opened) })
	s.do("enter", "y").shows("copied https://courier.example/inquiry.txt")
	if s.clip != "https://courier.example/inquiry.txt" {
		t.Errorf("copied %q", s.clip)
	}
	s.do("o").shows("https://courier.example/inquiry.txt", "Open it in the browser")
	if opened != "" {
		t.Error("opened before it was asked")
	}
	s.do("enter")
	if opened != "https://courier.example/inquiry.txt" {
		t.Errorf("opened %q", opened)
	}
}

func TestLinksOfTheBodyAreOfferedByNumber(t *testing.T) {
	shelf := newFakeShelf()
	a := shelf.bodies["inquiry.txt"]
	a.Body = "The [log](https://courier.example/log) and [a script](javascript:alert).\n\n" + a.Body
	shelf.bodies["inquiry.txt"] = a
	var opened string
	s := newStage(t, shelf, 80, 24, func(o *Options) { o.Opener = openerTo(&opened) })
	s.do("enter", "o").shows("ADDRESSES OF THIS STORY", "original", "https://courier.example/log").hides("javascript")
	s.do("j", "enter").shows("OPEN THIS ADDRESS?", "https://courier.example/log")
	if s.do("enter"); opened != "https://courier.example/log" {
		t.Errorf("opened %q", opened)
	}
	s.do("o", "esc").shows("The pilot of the ferry")
}

func TestTheChosenRelativeShowsItsFirstLines(t *testing.T) {
	s := newStage(t, newFakeShelf(), 160, 45)
	s.do("enter", "r", "wait").shows("named by the publisher")
	if !strings.Contains(s.m.leads.peek.text, "The pilot of the ferry") {
		t.Errorf("the first lines are %q", s.m.leads.peek.text)
	}
	s.do("j", "wait")
	if s.m.leads.peek.text != "" {
		t.Error("an absent headline has first lines")
	}
}

func TestAnAddressThatMustNotOpenIsNotOffered(t *testing.T) {
	shelf := newFakeShelf()
	a := shelf.bodies["inquiry.txt"]
	a.URL = "file:///etc/hosts"
	shelf.bodies["inquiry.txt"] = a
	var opened string
	s := newStage(t, shelf, 80, 24, func(o *Options) { o.Opener = openerTo(&opened) })
	s.do("enter", "o").shows("carries no address that can be opened")
	s.do("y").shows("copied the path archive/inquiry.txt")
}
