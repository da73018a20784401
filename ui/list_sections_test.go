package ui

import (
	"strings"
	"testing"

	"broadsheet/articles"
)

// headings are the section heads on a screen.
func (s *stage) headings() []string {
	var out []string
	for _, l := range strings.Split(s.screen(), "\n")[2:] {
		if strings.HasPrefix(l, " ") && len(l) > 1 && l[1] != ' ' && strings.ToUpper(l) == l {
			out = append(out, strings.TrimSpace(l))
		}
	}
	return out
}

func TestAListStandsUnderTheSectionsOfItsOrder(t *testing.T) {
	for order, want := range map[Sort]string{
		SortNewest: "TODAY YESTERDAY THURSDAY 5 JUNE WEDNESDAY 4 JUNE TUESDAY 3 JUNE MAY 2014 UNDATED",
		SortOldest: "UNDATED MAY 2014 TUESDAY 3 JUNE WEDNESDAY 4 JUNE THURSDAY 5 JUNE YESTERDAY TODAY",
		SortSource: "WITHOUT A SOURCE OSTREL COURIER TARROVIA WIRE VASSKA POST",
		SortTitle:  "A D F H I L N T W",
	} {
		s := newStage(t, newFakeShelf(), 80, 70, func(o *Options) { o.Query = "" })
		s.do(":", "type:sort-"+string(order), "enter")
		if got := strings.Join(s.headings(), " "); got != want {
			t.Errorf("by %s: %s, want %s", order, got, want)
		}
	}
	s := newStage(t, newFakeShelf(), 80, 70).do("/", "type:karsk", "enter")
	if got := s.headings(); len(got) > 0 {
		t.Errorf("the best matches stand under %v", got)
	}
}

func TestWhatAHeadingTellsIsNotSaidAgain(t *testing.T) {
	s := newStage(t, newFakeShelf(), 80, 40)
	s.do(":", "type:sort-source", "enter").shows("OSTREL COURIER").hides("Ostrel Courier ·").shows("Sat 7 Jun · 3 min")
	s.do(":", "type:sort-newest", "enter").shows("Ostrel Courier · 08:20").hides("Sat 7 Jun")
}

func TestATitleIsFiledUnderItsBareLetter(t *testing.T) {
	for title, want := range map[string]string{
		"“Ärger im Hafen”": "A", "élan": "E", "12 boats": "0–9", "— ": "#", "": "#", "Ōkami": "O",
		"港で座礁": "漢字", "カルスク": "カ", "Харбор": "Х", "مرسى": "م",
	} {
		if got := byLetter.key(Item{Headline: articles.Headline{Title: title}}); got != want {
			t.Errorf("%q stands under %q, want %q", title, got, want)
		}
	}
}
