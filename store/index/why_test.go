package index

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"broadsheet/store/index/term"
)

// because explains story 2 to who reads story 1, among twelve others.
func because(t *testing.T, one, two string) []string {
	t.Helper()
	docs := []Doc{story(1, "Ferry aground", one), story(2, "Inquiry opens", two)}
	for i := range uint32(12) {
		docs = append(docs, story(3+i, fmt.Sprint("Night trams ", i), "On Monday the trams of Vasska ran again. Nobody had asked for them, said the mayor of them."))
	}
	near, err := open(t, docs...).Similar(context.Background(), 1, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(near) == 0 || near[0].Key != 2 {
		t.Fatalf("got %v, want story 2 first", near)
	}
	return Reasons("Ferry Aground Off Karsk", one, near)[0]
}

func TestReasonsAreWhatAReaderWouldSay(t *testing.T) {
	for name, c := range map[string]struct {
		one, two  string
		want, not []string
	}{
		"names first, each whole": {
			"Yesterday the ferry of Ada Veldkamp ran aground off Karsk. The radar, said Ada Veldkamp, had failed before Karsk.",
			"On Monday the inquiry heard Ada Veldkamp speak of the radar. Nobody in Karsk had asked for Ada Veldkamp.",
			[]string{"Ada Veldkamp", "Karsk", "radar"}, []string{"Ada", "Veldkamp"},
		},
		"as the story writes them": {
			"In the fog the ferry of Café Żółw lay off ŁÓDŹ, and IJsland's radar failed. The Café Żółw was full.",
			"The Café Żółw was empty, said the owner in Łódź, whose radar came from IJsland.",
			[]string{"Café Żółw"}, []string{"Cafe", "zolw"},
		},
		"without days and months": {
			"On Tuesday in April the radar of the ferry failed, and on Tuesday the pilot of Karsk was heard, in April.",
			"The pilot of Karsk said on Tuesday that in April the radar was sound, that Tuesday in April.",
			[]string{"Karsk", "radar"}, []string{"Tuesday", "April", "april"},
		},
		"numbers with what they count": {
			"The ferry had 212 passengers aboard off Karsk when it struck, all 212 passengers of them.",
			"Of 212 passengers off Karsk none drowned, and the 212 passengers went home.",
			[]string{"Karsk", "212 passengers"}, []string{"212"},
		},
	} {
		got := because(t, c.one, c.two)
		for _, w := range c.want {
			if !slices.Contains(got, w) {
				t.Errorf("%s: %q is missing of %q", name, w, got)
			}
		}
		for _, w := range c.not {
			if slices.Contains(got, w) {
				t.Errorf("%s: %q should not stand by itself among %q", name, w, got)
			}
		}
		if !slices.IsSortedFunc(got, func(a, b string) int {
			if capital(a) == capital(b) || digit(a) || digit(b) {
				return 0
			}
			return b2i(capital(b)) - b2i(capital(a))
		}) {
			t.Errorf("%s: names do not stand first in %q", name, got)
		}
	}
}

// FuzzReasons holds what must be true of any text: at most five reasons, each
// standing in the text word for word, or as words of a name side by side.
func FuzzReasons(f *testing.F) {
	f.Add("The ferry of Ada Veldkamp ran aground off Karsk with 40 aboard.", "ada veldkamp 40 karsk")
	f.Add("ŁÓDŹ 12-13 Łódź", "lodz 12 13")
	f.Fuzz(func(t *testing.T, text, shared string) {
		var n Neighbour
		worth := float32(50)
		for _, w := range term.Of(shared) {
			worth--
			if worth > 0 {
				n.Terms = append(n.Terms, Term{Text: w, Worth: worth})
			}
		}
		reasons := Reasons("", text, []Neighbour{n})[0]
		if len(reasons) > mostReasons {
			t.Errorf("%d reasons", len(reasons))
		}
		for _, r := range reasons {
			for _, word := range strings.Fields(r) {
				if !strings.Contains(text, word) {
					t.Errorf("%q of %q does not stand in %q", word, r, text)
				}
			}
			if calendarWord(r) {
				t.Errorf("%q is no reason", r)
			}
		}
	})
}

func calendarWord(r string) bool {
	words := term.Of(r)
	return len(words) == 1 && len(words[0]) < 2
}
