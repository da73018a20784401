package diff

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// written is a comparison as a line: [-gone-] {+new+}.
func written(all []Run) string {
	var parts []string
	for _, r := range all {
		text := strings.ReplaceAll(strings.Join(r.Words, " "), Break, "¶")
		switch r.Kind {
		case Gone:
			text = "[-" + text + "-]"
		case New:
			text = "{+" + text + "+}"
		}
		parts = append(parts, text)
	}
	return strings.Join(parts, " ")
}

func TestVersionsAreToldApartWordByWord(t *testing.T) {
	for _, c := range []struct{ first, second, want string }{
		{"The pilot told the inquiry.", "The pilot told the inquiry.", "The pilot told the inquiry."},
		{"The pilot told the inquiry on Friday.", "The pilot told the inquiry on Monday.", "The pilot told the inquiry on [-Friday.-] {+Monday.+}"},
		{"Twelve were hurt in Karsk.", "Twelve were hurt in the harbour of Karsk.", "Twelve were hurt in {+the harbour of+} Karsk."},
		{"Nobody was hurt, the office said.", "Nobody was hurt.", "Nobody was [-hurt, the office said.-] {+hurt.+}"},
		{"One.\n\nTwo.\n\nThree.", "One.\n\nThree.", "One. ¶ [-Two. ¶-] Three."},
		{"", "All new", "{+All new+}"},
		{"All gone", "", "[-All gone-]"},
		{"a red cap", "a blue cup", "a [-red cap-] {+blue cup+}"},
		{"red and old cap", "blue and new cap", "[-red and old-] {+blue and new+} cap"},
		{"操縦士は金曜日に述べた。", "操縦士は月曜日に述べた。", "操 縦 士 は [-金-] {+月+} 曜 日 に 述 べ た 。"},
	} {
		got, ok := Words(c.first, c.second)
		if !ok || written(got) != c.want {
			t.Errorf("%q and %q: %q, want %q", c.first, c.second, written(got), c.want)
		}
	}
}

func TestTextsOfDifferentMattersAreNotCompared(t *testing.T) {
	var a, b strings.Builder
	for i := range 3000 {
		fmt.Fprintf(&a, "a%d ", i)
		fmt.Fprintf(&b, "b%d ", i)
	}
	if got, ok := Words(a.String(), b.String()); ok {
		t.Errorf("3,000 words against 3,000 others are %d runs", len(got))
	}
}

func TestDifferencesAreCounted(t *testing.T) {
	got, _ := Words("One two.\n\nThree four.", "One two three.\n\nFive.")
	if gone, fresh := Count(got); gone != 3 || fresh != 3 {
		t.Errorf("%s: %d gone, %d new", written(got), gone, fresh)
	}
}

// holds checks what must be so of every comparison: without what is new it is
// the first text, without what is gone the second.
func holds(t *testing.T, first, second string) {
	t.Helper()
	got, ok := Words(first, second)
	if !ok {
		return
	}
	var a, b []string
	last := Run{Kind: 9}
	for _, r := range got {
		if r.Kind == last.Kind || len(r.Words) == 0 {
			t.Errorf("%q and %q: a run follows one of its kind, or is empty: %s", first, second, written(got))
		}
		last = r
		if r.Kind != New {
			a = append(a, r.Words...)
		}
		if r.Kind != Gone {
			b = append(b, r.Words...)
		}
	}
	if !slices.Equal(a, split(first)) || !slices.Equal(b, split(second)) {
		t.Errorf("%q and %q became %s", first, second, written(got))
	}
}

func TestBothTextsAreInTheirComparison(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	words := strings.Fields("a b c d e f\n")
	for range 3000 {
		text := func() string {
			var out []string
			for range r.IntN(14) {
				out = append(out, words[r.IntN(len(words))])
				if r.IntN(5) == 0 {
					out = append(out, "\n")
				}
			}
			return strings.Join(out, " ")
		}
		holds(t, text(), text())
	}
}

func TestLettersOfAScriptWithoutBlanksStandTight(t *testing.T) {
	for pair, want := range map[[2]string]bool{
		{"操", "縦"}: true, {"た", "。"}: true, {"「", "操"}: true, {"the", "pilot"}: false, {"end.", "The"}: false, {"", "操"}: false,
	} {
		if got := Tight(pair[0], pair[1]); got != want {
			t.Errorf("%q: %v", pair, got)
		}
	}
}

func FuzzWords(f *testing.F) {
	f.Add("The pilot\n\ntold", "The other pilot told")
	f.Add("第二レーダー", "第一レーダー two")
	f.Fuzz(func(t *testing.T, first, second string) { holds(t, first, second) })
}

func BenchmarkWords(b *testing.B) {
	var text strings.Builder
	for i := range 20_000 {
		fmt.Fprintf(&text, "word%d ", i%977)
	}
	first := text.String()
	second := strings.ReplaceAll(first, "word12 ", "word13 ")
	for b.Loop() {
		Words(first, second)
	}
}
