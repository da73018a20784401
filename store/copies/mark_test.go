package copies

import (
	"slices"
	"testing"
)

func TestTheMarkOfPartsIsThatOfTheirLines(t *testing.T) {
	title := "Ferry runs aground off Karsk, 12 hurt"
	text := "The pilot of the ferry told the inquiry in Ostrel on Friday that 12 of the 300 on board were hurt when it ran aground."
	var m Marker
	if got, want := m.Mark(title, text), New(title+"\n"+text); len(got) == 0 || !slices.Equal(got, want) {
		t.Errorf("%x in parts, %x in one", got, want)
	}
	if a, b := Prepare(title, text), Prepare(title+"\n"+text); !slices.Equal(a.shingles, b.shingles) || !slices.Equal(a.lead, b.lead) {
		t.Error("what is compared depends on the parts")
	}
}
