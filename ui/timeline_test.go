package ui

import (
	"fmt"
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestGapsAreToScale(t *testing.T) {
	for name, c := range map[string]struct {
		days []int
		room int
		want string
	}{
		"a row a day where there is room":  {[]int{1, 0, 3, 2}, 20, "[1 0 3 2]"},
		"else by one measure for all":      {[]int{10, 0, 20, 30}, 12, "[2 0 4 6]"},
		"two days and more keep a row":     {[]int{2, 300, 1}, 10, "[1 10 0]"},
		"no room at all":                   {[]int{4, 1}, -3, "[1 0]"},
		"one story has no gap":             {nil, 10, "[]"},
		"unknown days stand side by side":  {[]int{0, 0}, 10, "[0 0]"},
		"a thousand years fit on a screen": {[]int{365000, 365000}, 20, "[10 10]"},
	} {
		if got := fmt.Sprint(scaled(c.days, c.room)); got != c.want {
			t.Errorf("%s: %s, want %s", name, got, c.want)
		}
	}
}

func TestDaysAreThoseOfTheCalendar(t *testing.T) {
	var thread []articles.Headline
	for _, d := range []string{"2014-02-27T23:59", "2014-02-28T00:01", "2014-03-01", "2014-03", "2014-06-01", "2014-05-30"} {
		thread = append(thread, articles.Headline{Published: mustDate(d)})
	}
	if got := fmt.Sprint(daysBetween(thread)); got != "[1 1 0 0 0]" {
		t.Errorf("got %s", got)
	}
}

func TestTheTimelineCountsWhatIsKnown(t *testing.T) {
	thread := []articles.Headline{{Published: mustDate("2014-06-05")}, {Published: mustDate("2014-06-07")}}
	if got := timelineAbout(thread); got != "2 stories of one event, 3 days" {
		t.Errorf("without outlets: %q", got)
	}
	thread[1].Source = "Vasska Post"
	if got := timelineAbout(thread); got != "2 stories of one event, 3 days, 1 outlet" {
		t.Errorf("with one: %q", got)
	}
}

func TestTheTimelineShowsDaysMarksAndTheReader(t *testing.T) {
	shelf := newFakeShelf()
	shelf.items[4].Marks.Read = true
	s := newStage(t, shelf, 100, 30).do("enter", "T")
	s.shows("4 stories of one event, 5 days, 2 outlets", "Tue 3 Jun   23:55", "● What the log says ×2",
		"○ Inquiry opens in Ostrel", "Ostrel Courier · here")
	at := map[string]int{}
	for i, l := range strings.Split(s.screen(), "\n") {
		for _, title := range []string{"Ferry runs", "What the log", "Inquiry opens", "Harbour inquiry"} {
			if strings.Contains(l, title) {
				at[title] = i
			}
		}
	}
	if at["What the log"]-at["Ferry runs"] != 2 || at["Harbour inquiry"]-at["Inquiry opens"] != 3 {
		t.Errorf("one day and two days are %v", at)
	}
	s.do("k", "k", "enter").shows("What the log says").do("T").shows("Vasska Post · here")
	s.do("esc", "=").shows("Inquiry opens").do("-", "-").shows("Ferry runs aground").do("-").shows("the first story of the thread")
}

func TestTheCursorOfATimelineNeverStandsOnTheAxis(t *testing.T) {
	s := newStage(t, newFakeShelf(), 60, 20).do("enter", "T", "g")
	for range 8 {
		s.do("j")
		if row := s.m.sheet.rows[s.m.sheet.cursor]; row.heading {
			t.Fatalf("the cursor stands on %+v", row)
		}
	}
}

// On a narrow screen a title beside its outlet would be half a title.
func TestANarrowTimelineSetsTheOutletUnderTheTitle(t *testing.T) {
	s := newStage(t, newFakeShelf(), 60, 24).do("enter", "T")
	lines := strings.Split(s.screen(), "\n")
	for i, l := range lines {
		if strings.Contains(l, "What the log says") {
			if strings.Contains(l, "Vasska Post") || !strings.Contains(lines[i+1], "Vasska Post") {
				t.Errorf("%q then %q", l, lines[i+1])
			}
			return
		}
	}
	t.Errorf("the story is missing:\n%s", s.screen())
}

func TestTheLastOutletOfATimelineIsInSight(t *testing.T) {
	s := newStage(t, newFakeShelf(), 60, 16).do("enter", "T", "G")
	if _, after, _ := strings.Cut(s.screen(), " here\n"); !strings.HasPrefix(strings.TrimSpace(after), "Ostrel Courier") {
		t.Errorf("no outlet under the last story:\n%s", s.screen())
	}
}
