package index

import (
	"context"
	"fmt"
	"slices"
	"testing"
)

func TestANeighbourSaysWhyNamesFirst(t *testing.T) {
	docs := []Doc{
		story(1, "Ferry aground", "Yesterday the ferry of Ada Veldkamp ran aground off Karsk. The radar, said Ada Veldkamp, had failed before Karsk."),
		story(2, "Inquiry opens", "On Monday the inquiry heard Ada Veldkamp speak of the radar. Nobody in Karsk had asked for Ada Veldkamp."),
	}
	for i := range uint32(12) {
		docs = append(docs, story(3+i, fmt.Sprint("Night trams ", i), "On Monday the trams of Ostrel ran again. Nobody had asked for them, said the mayor."))
	}
	near, err := open(t, docs...).Similar(context.Background(), 1, 3)
	if err != nil {
		t.Fatal(err)
	}
	if len(near) == 0 || near[0].Key != 2 {
		t.Fatalf("got %v, want story 2 first", near)
	}
	terms := near[0].Terms
	if len(terms) < 3 || terms[0] != "Ada Veldkamp" || terms[1] != "Karsk" || !slices.Contains(terms, "radar") {
		t.Errorf("because of %q", terms)
	}
}

func TestSurfacesAreAsTheStoryWritesThem(t *testing.T) {
	text := "Radar failed. In ŁÓDŹ the radar of Café Veldkamp's owner failed; IJsland’s did not."
	got := Surfaces(text, []string{"radar", "Lodz", "Cafe Veldkamp", "Ijsland", "absent"})
	want := []string{"radar", "ŁÓDŹ", "Café Veldkamp", "IJsland", "absent"}
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
