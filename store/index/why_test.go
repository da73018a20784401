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
	x := open(t, docs...)
	near, err := x.Similar(context.Background(), 1, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(near) == 0 || near[0].Key != 2 {
		t.Fatalf("got %v, want story 2 first", near)
	}
	return Reasons("Ferry Aground Off Karsk", one, near, x.Holds)[0]
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
		"a name whole, though a part of it tells nothing": {
			"In the fog the Monday Club met off Karsk. Nobody told the Monday Club of the radar.",
			"The pilot of Karsk joined the Monday Club, and the radar of the Monday Club failed.",
			[]string{"Monday Club", "Karsk"}, []string{"Club", "Monday"},
		},
		"no more of a name than the other story has": {
			"In the fog the Monday Club met off Karsk. Nobody told the Monday Club of the radar.",
			"The pilot of Karsk joined the Club, and on Monday the radar of the Club failed.",
			[]string{"Club", "Karsk"}, []string{"Monday Club"},
		},
		"a name as it stands most times": {
			"In the fog the Monday Club met off Karsk. Nobody told the Club of the radar, but the Club knew.",
			"The pilot of Karsk joined the Monday Club, and the radar of the Club failed.",
			[]string{"Club", "Karsk"}, []string{"Monday Club"},
		},
		"a name that begins a sentence says nothing of where names begin": {
			"In the fog the Mayor Brandt met Karsk. Mayor Brandt had no radar. Mayor Brandt was cold, and Mayor Brandt knew.",
			"The pilot of Karsk asked the Mayor Brandt for a radar. Had the Mayor Brandt heard of Karsk?",
			[]string{"Mayor Brandt", "Karsk"}, []string{"Brandt"},
		},
		"nothing is a name for standing in capitals": {
			"In the fog the ferry lay off Karsk. They shouted NOBODY MONDAY BRANDT, and Karsk heard the radar.",
			"The pilot of Karsk heard NOBODY MONDAY BRANDT from the radar of Karsk.",
			[]string{"Karsk"}, []string{"NOBODY MONDAY BRANDT", "MONDAY BRANDT"},
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
		reasons := Reasons("", text, []Neighbour{n}, func(_ uint32, words []string) bool { return len(words[0])%2 == 0 })[0]
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

func TestAStoryHoldsWordsOnlySideBySideAndInTheirOrder(t *testing.T) {
	x := open(t, story(1, "Old harbour", "The new harbour of Karsk is new."), story(2, "Karsk", "New is the harbour."))
	for _, c := range []struct {
		key   uint32
		words string
		want  bool
	}{
		{1, "new harbour of karsk", true}, {1, "harbour new", false}, {1, "old harbour", true}, {1, "karsk", true},
		{2, "new harbour", false}, {2, "new is", true}, {2, "zebra", false}, {3, "new", false}, {1, "", false},
	} {
		if got := x.Holds(c.key, strings.Fields(c.words)); got != c.want {
			t.Errorf("story %d holds %q: %v", c.key, c.words, got)
		}
	}
}
