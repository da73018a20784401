package text

import "testing"

func TestTheDatelineOfAMessage(t *testing.T) {
	for _, c := range []struct{ in, agency, date string }{
		{"KARSK, June 6, 2014 (Gulf Press) - The boats left on Friday.", "Gulf Press", "2014-06-06"},
		{"KARSK (Gulf Press) — The boats left on Friday.", "Gulf Press", ""},
		{"VASSKA, Tarrovia (AP) _ The bill passed.", "AP", ""},
		{"OSTREL, 7 June 2014 – Rain fell on Saturday.", "", "2014-06-07"},
		{"Karsk (dpa) - Die Boote fuhren aus.", "dpa", ""},
		{"KARSK (Tarrovia Wire, Harbour Desk) - The boats left.", "Tarrovia Wire", ""},
	} {
		w, ok := readDateline(c.in, "")
		if !ok || w.agency != c.agency || w.date.String() != c.date {
			t.Errorf("%q: %v %q of %q, want %q of %q", c.in, ok, w.agency, w.date, c.agency, c.date)
		}
	}
	for _, in := range []string{
		"", "The boats left Karsk - all of them - on Friday.", "KARSK - The boats left on Friday.",
		"KARSK (Update 2) - The boats left.", "KARSK (Opinion) - The boats should stay.", "OSTREL (VA) - Rain fell.",
		"OSTREL, Karsk. (Calif.) - Rain fell.", "The mayor (Edda Quill) - no friend of the trams - said so.",
		"Edda Quill said on Friday (after a pause) - so the clerk wrote - that she would.",
		"Ferry (aground since Sunday) - what is known",
	} {
		if w, ok := readDateline(in, ""); ok {
			t.Errorf("%q has the dateline %+v", in, w)
		}
	}
}

// A message says which agency sent it where nothing else names an outlet.
func TestTheAgencyOfADatelineIsTheSource(t *testing.T) {
	const story = "The fishing boats of Karsk left the harbour on Friday for the first time since the ice came in December, the harbour office said.\n\n" +
		"Thirty-one boats went out before dawn and nine of them had new engines.\n"
	a := Clean("Boats leave Karsk after a winter of ice\n\nKARSK, June 6, 2014 (Gulf Press) - "+story, Options{})
	if a.Source != "Gulf Press" || a.Published.String() != "2014-06-06" {
		t.Errorf("of %q on %q", a.Source, a.Published)
	}
	if a := Clean("Boats leave Karsk after a winter of ice\nhttps://courier.example/boats\nKARSK (Gulf Press) - "+story, Options{}); a.Source == "Gulf Press" {
		t.Error("the agency stands before the outlet that the address names")
	}
	if a := Clean("Boats leave Karsk\n\nKARSK (Gulf Press) - "+story, Options{Source: "Ostrel Courier"}); a.Source == "Gulf Press" {
		t.Error("the agency stands before the outlet that was known")
	}
}

func TestASlugIsNoHeadline(t *testing.T) {
	const rest = "\n\nBoats leave Karsk after a winter of ice\n\nThe fishing boats of Karsk left the harbour on Friday for the first time since the ice came in December, the harbour office said."
	for _, slug := range []string{"BC-KARSK-BOATS", "KARSK-HARBOUR-BOATS", "BC-KARSK-BOATS (URGENT)"} {
		if a := Clean(slug+rest, Options{}); a.Title != "Boats leave Karsk after a winter of ice" || len(a.Cuts) != 1 || a.Cuts[0].Text != slug {
			t.Errorf("%s: %q, cuts %v", slug, a.Title, a.Cuts)
		}
	}
	for _, line := range []string{"E-BIKES", "Karsk-Ostrel ferry", "COVID-19"} {
		if isSlug(line) {
			t.Errorf("%q is taken for a slug", line)
		}
	}
}

func TestAShortTextMayBeWrapped(t *testing.T) {
	a := Clean(`Storm breaks the drought,
and the umbrella record
OSTREL, June 7 - Rain fell on Ostrel on Saturday for the first
time in seven weeks, and the umbrella factory sold out its whole
stock by noon.

The fire brigade pumped out forty cellars.
`, Options{})
	if a.Title != "Storm breaks the drought, and the umbrella record" {
		t.Errorf("the headline is %q", a.Title)
	}
	want := "OSTREL, June 7 - Rain fell on Ostrel on Saturday for the first time in seven weeks, and the umbrella factory sold out its whole stock by noon.\n\nThe fire brigade pumped out forty cellars."
	if a.Text != want {
		t.Errorf("the text is %q", a.Text)
	}
}

func TestWhatIsNoHeadlineOnTwoLines(t *testing.T) {
	const rest = "\n\nThe fishing boats of Karsk left the harbour on Friday for the first time since the ice came in December."
	for _, head := range []string{
		"Boats leave Karsk after ice\nhttps://courier.example/boats",
		"Boats leave Karsk after ice\nby Wilma Stroud of Ostrel",
		"Boats leave Karsk.\nand then come back again",
		"Boats leave Karsk after ice\nThe harbour office is glad",
	} {
		if a := Clean(head+rest, Options{}); len(a.Title) > len("Boats leave Karsk after ice") {
			t.Errorf("%q has the headline %q", head, a.Title)
		}
	}
}

func TestALeadWithoutItsDateline(t *testing.T) {
	for in, want := range map[string]string{
		"KARSK (Gulf Press) - The boats left.": "The boats left.", "KARSK (Gulf Press) -- The boats left.": "The boats left.",
		"The boats left - all of them.": "The boats left - all of them.", "": "",
	} {
		if got := WithoutDateline(in); got != want {
			t.Errorf("%q: %q", in, got)
		}
	}
}
