package ui

import (
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

func someLeads() []articles.Lead {
	long := strings.Repeat("Harbour inquiry hears the pilot ", 4)
	return []articles.Lead{
		{Kind: articles.Publisher, Why: []string{"named by the publisher"}, Headline: articles.Headline{ID: "a", Title: "Ferry runs aground"}, Days: -3, Dated: true},
		{Kind: articles.Publisher, Why: []string{"named by the publisher"}, Headline: articles.Headline{Title: long}},
		{Kind: articles.LinkedFrom, Headline: articles.Headline{ID: "b", Title: long}, Days: 2, Dated: true},
		{Kind: articles.Copy, Headline: articles.Headline{ID: "c", Title: long}},
		{Kind: articles.Similar, Why: []string{"Gulf Packet Company", "Karsk", "radar"}, Headline: articles.Headline{ID: "d", Title: long}, Days: 1, Dated: true},
	}
}

func TestEveryHeadlineOfTheStripSaysWhyItIsThere(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	for _, l := range someLeads() {
		for width := 42; width < 130; width++ {
			title, why := briefLead(l, width, th)
			if why == "" || strings.Contains(why, "…") {
				t.Errorf("%s at %d: the reason is %q", l.Kind, width, why)
			}
			if got := cells(title) + briefGap + cells(why); got > width {
				t.Errorf("%s at %d: title and reason take %d cells", l.Kind, width, got)
			}
		}
		for width := range 42 {
			if title, why := briefLead(l, width, th); cells(title)+cells(why) > width {
				t.Errorf("%s at %d: %q %q", l.Kind, width, title, why)
			}
		}
	}
}

func TestALongTitleGivesWayToTheBestTermsThatFit(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	l := someLeads()[4]
	for width, want := range map[int]string{
		96: "Gulf Packet Company, Karsk", 70: "Gulf Packet Company", 48: "Karsk", 14: "",
	} {
		if _, why := briefLead(l, width, th); why != want {
			t.Errorf("at %d the reason is %q, want %q", width, why, want)
		}
	}
	l.Joint = "both link to harbour.example/log"
	for width, want := range map[int]string{
		120: "both link to harbour.example/log", 70: "Gulf Packet Company", 200: "both link to harbour.example/log · Gulf Packet Company, Karsk, radar",
	} {
		if _, why := briefLead(l, width, th); why != want {
			t.Errorf("at %d the reason is %q, want %q", width, why, want)
		}
	}
}

func TestAReasonGivesWayFactByFact(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	l := articles.Lead{
		Kind: articles.Similar, Why: []string{"Ostrel", "pilot", "radar"}, Days: 2, Dated: true,
		Headline: articles.Headline{ID: "d", Title: "What the log says"},
	}
	for width, want := range map[int]string{
		70: "Ostrel, pilot, radar · 2\u00a0days\u00a0after", 41: "Ostrel, pilot, radar",
		35: "Ostrel, pilot", 26: "Ostrel",
	} {
		if _, why := briefLead(l, width, th); why != want {
			t.Errorf("at %d the reason is %q, want %q", width, why, want)
		}
	}
}

func TestAHeadlineThatIsNotThereSaysSoFirst(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	l := articles.Lead{
		Kind: articles.Publisher, Why: []string{"named by the publisher"},
		Headline: articles.Headline{Title: "Pilot had no second radar"},
	}
	for width, want := range map[int]string{
		80: "named by the publisher · not in the library", 60: "not in the library", 40: "not held",
	} {
		if _, why := briefLead(l, width, th); why != want {
			t.Errorf("at %d: %q, want %q", width, why, want)
		}
	}
}

func TestWhyShowsEveryReasonInEveryLayout(t *testing.T) {
	for _, size := range []string{"160x45", "110x32", "80x24"} {
		w, h, _ := strings.Cut(size, "x")
		s := newStage(t, newFakeShelf(), number(w), number(h)).do("enter")
		was := s.screen()
		s.do("v").shows("named by the publisher", "days\u00a0before")
		if s.m.focus != InLeads {
			t.Errorf("%s: the reasons cannot be walked", size)
		}
		if s.do("esc"); s.screen() != was {
			t.Errorf("%s: after esc the screen is\n%s\nand was\n%s", size, s.screen(), was)
		}
	}
}
