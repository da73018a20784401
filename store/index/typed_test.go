package index

import (
	"math/rand"
	"testing"

	"broadsheet/store/query"
)

// TestWhatIsRememberedOfAPhraseChangesNoAnswer types phrases letter by letter
// and takes letters back, alone and where other words lead, in both fields.
func TestWhatIsRememberedOfAPhraseChangesNoAnswer(t *testing.T) {
	r := rand.New(rand.NewSource(9))
	x, want, _, _ := spread(t, r, invented(r, 900, 60), 3)
	x.split = 100
	o := SearchOptions{N: 20}
	want.o = o
	for _, line := range []string{`"the ferry of`, `"of the harbour`, `"pilot fe`} {
		for _, before := range []string{"", "zebra ", "vote ", "title:", "-", "storm OR "} {
			for end := range line {
				sameTyped(t, x, want, before+line[:end+1], o)
			}
			for _, end := range []int{len(line) - 2, len(line) - 1, len(line), len(line) - 3} {
				sameTyped(t, x, want, before+line[:end], o)
			}
		}
	}
}

// TestPhrasesOfOneEndingAreKeptApart types two at a time.
func TestPhrasesOfOneEndingAreKeptApart(t *testing.T) {
	r := rand.New(rand.NewSource(10))
	x, want, _, _ := spread(t, r, invented(r, 600, 60), 2)
	o := SearchOptions{N: 20}
	want.o = o
	for _, letters := range []string{"f", "fe", "fer", "ferry"} {
		for _, head := range []string{"the", "of", "of the", "pilot"} {
			sameTyped(t, x, want, `"`+head+" "+letters, o)
		}
	}
}

// sameTyped asks with a line that is still being typed, where it means
// something so far.
func sameTyped(t *testing.T, x *Index, want *oracle, typed string, o SearchOptions) {
	t.Helper()
	q, mistake := query.Parse(typed, true)
	if mistake == nil && q.Root != nil {
		sameQuery(t, x, want, typed+"…", q, o)
	}
}
