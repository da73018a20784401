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
		"other words that stand together": {
			"The reading room of Karsk is cold, and no reading room is heated. Every reading room, said Karsk, is a room.",
			"In Karsk a reading room is shut, and a second reading room opens. A reading room of one's own.",
			[]string{"Karsk", "reading room"}, []string{"reading", "room"},
		},
		"a name with its hyphen": {
			"The coach Gustav Perrin-Hale trains Karsk. In Karsk they say that Perrin-Hale shouts.",
			"Nobody in Karsk had heard of Gustav Perrin-Hale. It was Perrin-Hale who came.",
			[]string{"Gustav Perrin-Hale", "Karsk"}, []string{"Perrin", "Hale"},
		},
		"no name for what begins a sentence": {
			"Employee Ada Veldkamp saw the radar. Employee after employee left Karsk, and Ada Veldkamp with them.",
			"An employee of Karsk, Ada Veldkamp, mended the radar. Another employee was Ada Veldkamp's brother.",
			[]string{"Ada Veldkamp", "Karsk", "employee"}, []string{"Employee Ada Veldkamp"},
		},
		"one form of a word": {
			"Karsk has a library, and libraries near it. The libraries of Karsk are cold, the library is not.",
			"The library of Karsk is shut, the libraries near it as well. Libraries, says Karsk, are cold.",
			[]string{"Karsk", "cold"}, []string{"library"},
		},
		"nothing that anybody says or does": {
			"Going on, the spokesman said the ferry of Karsk was found with its radar going, and that he was going there.",
			"The spokesman was going to Karsk, where the ferry was found. According to the spokesman the radar was going.",
			[]string{"Karsk", "ferry", "radar"}, []string{"going", "Going", "found", "spokesman"},
		},
		"something that anybody does, where there is nothing else": {
			"They kept going on and on, and found it early.", "She was going home when they found it, kept and cared for.",
			[]string{"going", "found"}, nil,
		},
		"no year, and no number that counts something else": {
			"In Karsk 214 libraries stood in 2013, and 214 libraries since. The radar of 2013 was 17 years old.",
			"In 2013 Karsk mended 214 libraries, and the radar, for 17 people.",
			[]string{"Karsk", "214 libraries", "radar"}, []string{"2013", "2013 was", "17 years"},
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
