package ui

import (
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/ui/theme"
)

func TestTheSentenceWithMostOfTheTermsIsShown(t *testing.T) {
	text := "The harbour slept. The pilot, Mr. Ordo, said that the radar of the Ostrel Maid was dead. Radar is dear.\n\n" +
		"Nobody in Karsk knew. The inquiry goes on in Karsk without the radar. It rained."
	for name, c := range map[string]struct {
		terms []string
		want  string
	}{
		"one term, its first sentence":   {[]string{"harbour"}, "The harbour slept."},
		"several in one sentence":        {[]string{"Karsk", "inquiry", "radar"}, "The inquiry goes on in Karsk without the radar."},
		"a name of two words":            {[]string{"Ostrel Maid"}, "The pilot, Mr. Ordo, said that the radar of the Ostrel Maid was dead."},
		"whatever the case":              {[]string{"NOBODY"}, "Nobody in Karsk knew."},
		"the middle of a word is no hit": {[]string{"arbour"}, ""},
		"none":                           {nil, ""},
		"an empty term says nothing":     {[]string{""}, ""},
	} {
		if got := bestSentence(c.terms, text); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
	japanese := "船長は語った。レーダーは春から壊れていた。港は静かだった。"
	if got := bestSentence([]string{"レーダー"}, japanese); got != "レーダーは春から壊れていた。" {
		t.Errorf("got %q", got)
	}
	long := strings.Repeat("and the radar ", 200)
	if got := bestSentence([]string{"radar"}, long); len([]rune(got)) != sentenceMost+1 || !strings.HasSuffix(got, "…") {
		t.Errorf("%d letters", len([]rune(got)))
	}
}

func TestSentencesEndWhereANewOneBegins(t *testing.T) {
	for text, want := range map[string][]string{
		"First. Two! Three? Four":          {"First.", "Two!", "Three?", "Four"},
		"“It was.” He left.":               {"“It was.”", "He left."},
		"At 4.30 p.m. on Friday it ended.": {"At 4.30 p.m. on Friday it ended."},
		"The U.S. Navy came. It went.":     {"The U.S. Navy came.", "It went."},
		"He waited … and waited.":          {"He waited … and waited."},
		"":                                 {""},
		"カルスクで座礁した。船長は語った。": {"カルスクで座礁した。", "船長は語った。", ""},
	} {
		if got := sentences(text); !slices.Equal(got, want) {
			t.Errorf("%q: %q, want %q", text, got, want)
		}
	}
}

func TestTermsStandInWeightAndNothingIsLost(t *testing.T) {
	th := theme.New(theme.Options{})
	for _, line := range []string{"the radar and the RADAR of Karsk", "no term", "İstanbul radar", "radar"} {
		got := weighted(line, []string{"radar", "karsk", ""}, th.Snippet, th.SnippetTerm)
		if ansi.Strip(got) != line {
			t.Errorf("%q became %q", line, ansi.Strip(got))
		}
	}
	got := weighted("a radar", []string{"radar"}, th.Snippet, th.SnippetTerm)
	if !strings.HasSuffix(got, th.SnippetTerm.Render("radar")) {
		t.Errorf("%q", got)
	}
}

func TestWhyShowsWhereTheStoriesMeet(t *testing.T) {
	for _, size := range []string{"160x45", "110x40", "80x30"} {
		s := newStage(t, newFakeShelf(), 80, 24).do("size:"+size, "enter", "v", "G", "wait")
		s.shows("similar", "here: “The pilot of the ferry", "there: “The pilot of the")
		s.do("v", "wait").hides("there: “")
	}
}

func TestTheChosenHeadlineIsShownWithAllItsReasons(t *testing.T) {
	for _, size := range []string{"160x45", "160x20", "110x30", "80x24", "80x12"} {
		shelf := newFakeShelf()
		similar := shelf.leads["inquiry.txt"][3]
		for range 9 {
			shelf.leads["inquiry.txt"] = append(shelf.leads["inquiry.txt"], similar)
		}
		s := newStage(t, shelf, 80, 24).do("size:"+size, "enter", "v", "G", "wait")
		s.shows("similar", "there: “The pilot of the")
		if t.Failed() {
			t.Fatal(size)
		}
	}
}
