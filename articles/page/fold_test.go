package page

import (
	"strings"
	"testing"
)

func TestFoldingOfWhatIsFoldedIsLeftOut(t *testing.T) {
	for _, s := range []string{
		"", " ", "a", "a b", " a", "a ", "a  b", "a\tb", "a\nb", "a b", "Trams return to Karsk", "Trams return  to Karsk", "é", " é ", "a\x01b", "a\x7f b",
	} {
		want := strings.Join(strings.Fields(s), " ")
		if got := fold(s); got != want {
			t.Errorf("%q folds to %q, want %q", s, got, want)
		}
		if isFolded(s) && s != want {
			t.Errorf("%q is folded already", s)
		}
	}
	if !isFolded("Trams return to Karsk") {
		t.Error("a plain line is folded once more")
	}
}
