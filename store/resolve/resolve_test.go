package resolve

import (
	"strings"
	"testing"
)

func only(titles ...string) []Headline {
	var hs []Headline
	for _, t := range titles {
		hs = append(hs, Headline{Title: t, Day: NoDay})
	}
	return hs
}

func TestEditedTitlesOfTheSameSourceAreFound(t *testing.T) {
	const original = "Harbour inquiry hears the pilot had no second radar"
	library := []Headline{
		{Title: "Night trams return to the east of Ostrel", Source: "Ostrel Courier", Day: 100},
		{Title: original, Source: "Ostrel Courier", Day: 101},
		{Title: "Harbour pilots ask for a second radar", Source: "Ostrel Courier", Day: 103},
	}
	for name, title := range map[string]string{
		"exact":                original,
		"case":                 strings.ToUpper(original),
		"typing mistake":       "Harbour inqiury hears the pilot had no second radar",
		"letter left out":      "Harbour inquiry hears the pilt had no second radar",
		"site at the tail":     original + " - Ostrel Courier",
		"rubric at the head":   "OPINION: " + original,
		"cut short":            "Harbour inquiry hears the pilot had no…",
		"cut inside a word":    "Harbour inquiry hears the pilot had no sec...",
		"cut without a mark":   "Harbour inquiry hears the pilot had no",
		"two words changed":    "Harbour inquiry told the pilot lacked no second radar",
		"quotes and dashes":    "Harbour inquiry hears: the pilot ‘had no second radar’",
		"a word put in":        "Harbour inquiry hears the ferry pilot had no second radar",
		"a word left out":      "Harbour inquiry hears pilot had no second radar",
		"other width":          "Ｈarbour inquiry hears the pilot had no second radar",
		"diacritics left away": "Hârbour inquiry hears the pilot had no second radar",
	} {
		want := Headline{Title: title, Source: "Ostrel Courier", Day: NoDay}
		if got := Best(want, library); got != 1 {
			t.Errorf("%s: %q resolved to %d", name, title, got)
		}
	}
}

// TestDateAndSourceDecideBetweenLookAlikes asks for the headline of a front
// page in a library that holds others like it.
func TestDateAndSourceDecideBetweenLookAlikes(t *testing.T) {
	const today = 1000
	of := func(title, source string, day int32) Headline { return Headline{title, source, day} }
	want := of("Harbour inquiry hears why pilot had no working radar", "Ostrel Courier", today)
	for name, c := range map[string]struct {
		library []Headline
		want    int
	}{
		"its own outlet's": {[]Headline{
			of("Harbour inquiry hears that pilot had no other radar", "Tarrovia Wire", today),
			of("Harbour inquiry hears the pilot had no spare radar", "Ostrel Courier", today),
		}, 1},
		"the one of these days": {[]Headline{
			of("Harbour inquiry hears that pilot had no other radar", "Ostrel Courier", today-400),
			of("Harbour inquiry hears the pilot had no spare radar", "Ostrel Courier", today),
		}, 1},
		"neither of two of one day": {[]Headline{
			of("Harbour inquiry hears that pilot had no other radar", "Ostrel Courier", today),
			of("Harbour inquiry hears the pilot had no spare radar", "Ostrel Courier", today),
		}, -1},
		"not a better one of long ago": {[]Headline{
			of("Harbour inquiry hears why pilot had no working chart", "Ostrel Courier", today-400),
			of("Harbour inquiry hears the pilot had no spare radar", "Ostrel Courier", today),
		}, -1},
	} {
		if got := Best(want, c.library); got != c.want {
			t.Errorf("%s: %d, want %d", name, got, c.want)
		}
	}
	// Two of seven words are others: enough on the very day, else too little.
	want = of("Tram returns to streets of eastern Ostrel", "", today)
	for day, found := range map[int32]int{today: 0, today + 1: 0, today - 9: -1, NoDay: -1} {
		if got := Best(want, []Headline{of("Tram returns to roads of western Ostrel", "Vasska Post", day)}); got != found {
			t.Errorf("on day %d: %d, want %d", day, got, found)
		}
	}
}

func TestWhatIsCutShortWasLonger(t *testing.T) {
	want := Headline{Title: "Pilot tells harbour inquiry of the second radar on…", Source: "Ostrel Courier", Day: NoDay}
	library := []Headline{{Title: "Pilot tells harbour inquiry of the second radar", Source: "Ostrel Courier", Day: NoDay}}
	if got := Best(want, library); got != -1 {
		t.Errorf("a headline that went on is the shorter one: %d", got)
	}
	library = append(library, Headline{Title: "Pilot tells harbour inquiry of the second radar on board", Source: "Ostrel Courier", Day: NoDay})
	if got := Best(want, library); got != 1 {
		t.Errorf("found %d, want the one that goes on", got)
	}
}

func TestLookAlikesAreNotLinked(t *testing.T) {
	for name, c := range map[string]struct{ want, other string }{
		"another number":         {"Storm over Karsk kills 3 in harbour district", "Storm over Karsk kills 30 in harbour district"},
		"a number as a word":     {"Five questions for the new mayor of Ostrel", "Nine questions for the new mayor of Ostrel"},
		"another day":            {"What to know before Wednesday at the harbour inquiry", "What to know before Friday at the harbour inquiry"},
		"the same event retold":  {"Ferry runs aground off Karsk in thick fog", "Fog blamed as Karsk ferry goes aground"},
		"a short series title":   {"The week in pictures", "The week in letters"},
		"a rubric of its own":    {"Winners and losers from…", "Winners and losers from the budget vote in Vasska"},
		"nothing but a question": {"Who is Anton Brel?…", "Who is Anton Brel, the harbour master of Karsk?"},
		"no words":               {"…", "Ferry runs aground off Karsk"},
	} {
		want := Headline{Title: c.want, Source: "Ostrel Courier", Day: 10}
		library := []Headline{{Title: c.other, Source: "Ostrel Courier", Day: 10}}
		if got := Best(want, library); got != -1 {
			t.Errorf("%s: %q was linked to %q", name, c.want, c.other)
		}
	}
}

func TestWhatIsKnownBesideTheTitleDecides(t *testing.T) {
	const title, edited = "Council votes to keep the night trams running", "Council votes to keep night trams going"
	for name, c := range map[string]struct {
		source string
		day    int32
		want   int
	}{
		"the same source":   {"Vasska Post", NoDay, 0},
		"another source":    {"Tarrovia Wire", 10, -1},
		"nothing":           {"", NoDay, 0},
		"an exact old date": {"", 500, -1},
	} {
		library := []Headline{{Title: title, Source: "Vasska Post", Day: 10}}
		if got := Best(Headline{Title: edited, Source: c.source, Day: c.day}, library); got != c.want {
			t.Errorf("%s: got %d, want %d", name, got, c.want)
		}
	}
}

func TestARunnerUpMakesItUnsure(t *testing.T) {
	library := only("Library bill passes in Vasska by one vote", "Library bill passes in Tarrov by one vote")
	if got := Best(Headline{Title: "Library bill passes in Ostrel by one vote", Source: "", Day: NoDay}, library); got != -1 {
		t.Errorf("two look-alikes are as near as each other, but %d was linked", got)
	}
	copies := only("Library bill passes in Vasska by one vote", "LIBRARY BILL PASSES IN VASSKA BY ONE VOTE")
	if got := Best(Headline{Title: "Library bill passes in Vasska by one vote", Day: NoDay}, copies); got != 0 {
		t.Errorf("copies of one story do not compete, but got %d", got)
	}
}

func TestFold(t *testing.T) {
	for a, b := range map[string]string{
		"EXCLUSIVE: Ferry runs aground":              "Ferry runs aground",
		"Ferry runs aground off Karsk | Vasska Post": "ferry runs aground off karsk",
		"L’été à Brévance":                           "l'ete a brevance",
		"東京の天気":                                      "東京 の 天気",
		"Budget grows to 1,200 crowns":               "Budget grows to 1200 crowns",
	} {
		if Fold(a) != Fold(b) {
			t.Errorf("Fold(%q) = %q, Fold(%q) = %q", a, Fold(a), b, Fold(b))
		}
	}
	for a, b := range map[string]string{
		"Karsk: ferry runs aground":    "ferry runs aground",
		"Rate rises to 1.5 per cent":   "Rate rises to 15 per cent",
		"Trams return - at last":       "Trams return",
		"A night in Ostrel, by ferry ": "A night in Ostrel",
	} {
		if Fold(a) == Fold(b) {
			t.Errorf("%q and %q fold to the same %q", a, b, Fold(a))
		}
	}
}

// FuzzBest holds what must be true of any two titles: no panic, a title names
// itself, and the verdict does not depend on what is not in the titles.
func FuzzBest(f *testing.F) {
	f.Add("Ferry runs aground off Karsk", "Ferry runs aground off Karsk…")
	f.Add("OPINION: 5 things", "東京 | x")
	f.Add("A ferry runs aground", "A ferry ran aground off Karsk …")
	f.Add("A A Around A", "A A AAAAA A A A…")
	f.Fuzz(func(t *testing.T, a, b string) {
		if Fold(a) != "" && Best(Headline{Title: a, Day: NoDay}, only(a)) != 0 {
			t.Errorf("%q does not name itself", a)
		}
		there := parse(a).likeness(parse(b))
		if back := parse(b).likeness(parse(a)); there-back > 1e-9 || back-there > 1e-9 || there < 0 || there > 1 {
			t.Errorf("likeness of %q and %q: %v there, %v back", a, b, there, back)
		}
	})
}

func TestAnApostropheOfAnyKindIsInsideItsWord(t *testing.T) {
	for _, title := range []string{"Pilot doesn't know of Ostrel's ferry", "Pilot doesn’t know of Ostrel’s ferry", "Pilot doesnʼt know of Ostrelʼs ferry"} {
		if got, want := strings.Join(Words(title), " "), "pilot doesnt know of ostrels ferry"; got != want {
			t.Errorf("%q has the words %q, want %q", title, got, want)
		}
	}
}
