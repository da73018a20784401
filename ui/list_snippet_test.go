package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/ui/theme"
)

// found is a passage in which each of the words matched.
func found(passage string, words ...string) Snippet {
	it := Snippet{Text: passage}
	for _, w := range words {
		if i := strings.Index(passage, w); i >= 0 {
			it.Hits = append(it.Hits, [2]int{i, i + len(w)})
		}
	}
	return it
}

func TestAPassageIsCutBetweenWordsAroundItsMatch(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	const passage = "Three members of the crew said that the second radar had stopped turning on 9 April, and that a motor was asked for."
	for _, c := range []struct {
		word  string
		width int
		want  string
	}{
		{"radar", 32, "…second radar had stopped…"},
		{"radar", 60, "Three members of the crew said that the second radar had…"},
		{"Three", 32, "Three members of the crew said…"},
		{"motor", 32, "…that a motor was asked for."},
		{"crew", 31, "Three members of the crew said…"},
		{"", 24, "Three members of the…"},
		{"radar", 200, passage},
	} {
		got := ansi.Strip(drawSnippet(found(passage, c.word), c.width, th))
		if got != c.want {
			t.Errorf("%q in %d cells: %q, want %q", c.word, c.width, got, c.want)
		}
	}
}

func TestAStopBeforeTheCutIsLeftOut(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	got := ansi.Strip(drawSnippet(found("It was April. Radar 2 stopped. Reported to the office, again.", "Radar"), 32, th))
	if got != "It was April. Radar 2 stopped…" {
		t.Errorf("got %q", got)
	}
}

func TestAMatchIsSeenAtEveryWidth(t *testing.T) {
	th := theme.New(theme.Options{NoColor: true})
	for _, c := range []struct{ passage, word string }{
		{"The second radar on the ferry had been out of order since the spring, she said, and the log says so.", "spring"},
		{"Der Fährmann sagte, das Zweitradarüberwachungsanlagenersatzteil sei im April bestellt worden.", "Zweitradar"},
		{"カルスク沖で座礁した渡し船の操縦士は、第二レーダーが春から故障していたと調査会で述べた。", "レーダー"},
		{"قال الربان إن الرادار الثاني كان معطلا منذ الربيع وإن أحدا لم يطلب قطعة الغيار", "معطلا"},
		{"e\u0301te\u0301 e\u0301te\u0301 👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family of the keeper came home", "family"},
		{strings.Repeat("x", 300) + "radar" + strings.Repeat("y", 300), "radar"},
	} {
		for width := range 90 {
			got := ansi.Strip(drawSnippet(found(c.passage, c.word), width, th))
			if cells(got) > max(width, 1) {
				t.Errorf("%q takes %d cells of %d", got, cells(got), width)
			}
			if width >= cells(c.word)*3/2+4 && !strings.Contains(got, c.word) {
				t.Errorf("%q is not in %q, of %d cells", c.word, got, width)
			}
		}
	}
}

func FuzzSnippet(f *testing.F) {
	f.Add("the second radar had stopped", 11, 5, 20)
	f.Add("第二レーダーが春から", 6, 12, 9)
	th := theme.New(theme.Options{NoColor: true})
	f.Fuzz(func(t *testing.T, passage string, at, n, width int) {
		it := gateSnippet(Snippet{Text: passage, Hits: [][2]int{{at, at + n}, {at + n, at + 2*n}}})
		width = min(max(width, 0), 300)
		if got := drawSnippet(it, width, th); cells(got) > max(width, 1) {
			t.Errorf("%q takes %d cells of %d", got, cells(got), width)
		}
	})
}
