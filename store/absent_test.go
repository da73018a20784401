package store

import (
	"context"
	"iter"
	"slices"
	"testing"

	"broadsheet/articles"
)

// naming is a library in which stories name headlines: the reader of the tests
// gives every story the links of its file.
func naming(t *testing.T, files map[string]string, links map[articles.ID][]articles.Link) *Library {
	t.Helper()
	h := newHome(t)
	for name, text := range files {
		h.write(name, text)
	}
	read := h.config.Read
	h.config.Read = func(ctx context.Context, in Input) iter.Seq2[articles.Article, error] {
		return func(yield func(articles.Article, error) bool) {
			for a, err := range read(ctx, in) {
				a.Related = links[in.ID]
				if !yield(a, err) {
					return
				}
			}
		}
	}
	return h.scanned()
}

func resolved(t *testing.T, l *Library, id articles.ID) (to []articles.ID) {
	t.Helper()
	leads, err := l.Links(t.Context(), id)
	if err != nil {
		t.Fatal(err)
	}
	for _, lead := range leads {
		to = append(to, lead.Headline.ID)
	}
	return to
}

func TestAHeadlineNamesTheRightStoryOrNone(t *testing.T) {
	files := map[string]string{
		"own.txt":     "title: A|date: 2014-06-06|source: Vasska Post||One thing happened by the harbour of Ostrel today.",
		"post1.txt":   "title: Weather|date: 2014-06-05|source: Vasska Post||Rain over the Teal Bank until noon, and then fog.",
		"wire1.txt":   "title: Weather|date: 2014-06-06|source: Tarrovia Wire||Sun in the east, and wind that turns to the north.",
		"column1.txt": "title: What the week brought us|date: 2014-01-03|source: Vasska Post||A tram, a bill and a choir in the court room.",
		"column2.txt": "title: What the week brought us|date: 2014-03-07|source: Vasska Post||Two ferries, and a radar that nobody mended.",
		"first.txt":   "title: Pilot tells of the night|date: 2014-06-02|source: Vasska Post||The pilot said that the fog had come within 2 minutes.",
		"second.txt":  "title: Pilot tells of the night|date: 2014-06-03|source: Vasska Post||The pilot said that the fog had come within 9 minutes, and more.",
		"choir.txt":   "title: The choir leaves the court room|date: 2014-06-05|source: Vasska Post||It will sing on Fridays.",
		"other.txt":   "title: B|date: 2014-06-06|source: Tarrovia Wire|id: 17||Nothing of the kind happened in Tarrovia.",
	}
	seventh, err := articles.ParseDate("2014-03-07")
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string]struct {
		link articles.Link
		want articles.ID
	}{
		"a short title, within its outlet":      {articles.Link{Title: "Weather"}, "post1.txt"},
		"a column of every week":                {articles.Link{Title: "What the week brought us"}, ""},
		"a column of every week, with its date": {articles.Link{Title: "What the week brought us", Published: seventh}, "column2.txt"},
		"a story and its update":                {articles.Link{Title: "Pilot tells of the night"}, "second.txt"},
		"an id that another outlet uses":        {articles.Link{Title: "Library bill fails by two votes", ID: "17"}, ""},
		"a short title that only another has":   {articles.Link{Title: "B"}, ""},
		"a title with a slip of the keyboard":   {articles.Link{Title: "The choir laeves the court room"}, "choir.txt"},
	} {
		l := naming(t, files, map[articles.ID][]articles.Link{"own.txt": {c.link}})
		if got := resolved(t, l, "own.txt"); len(got) != 1 || got[0] != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestWhatIsAbsentIsCountedOnceHoweverItIsNamed(t *testing.T) {
	log := "https://ostrel.example/log"
	l := naming(t, map[string]string{
		"a.txt": "title: A|date: 2014-06-01|source: Vasska Post||One.",
		"b.txt": "title: B|date: 2014-06-03|source: Tarrovia Wire||Two.",
		"c.txt": "title: C|date: 2014-06-02|source: Vasska Post||Three.",
		"d.txt": "title: The choir leaves the court|date: 2014-06-02|source: Vasska Post||Four.",
	}, map[articles.ID][]articles.Link{
		"a.txt": {{Title: "The log of the pilot", URL: log}, {Title: "Letters"}, {Title: "The choir leaves the court"}},
		"b.txt": {{Title: "THE LOG OF THE PILOT"}, {Title: "Letters"}},
		"c.txt": {{Title: "Log", URL: log + "?utm_medium=mail", ID: "9"}, {Title: "The log of the pilot", ID: "9"}},
	})
	all, err := l.Absent(t.Context())
	if err != nil || len(all) != 3 {
		t.Fatalf("%+v, %v", all, err)
	}
	first := all[0]
	if first.URL != log || first.Title != "THE LOG OF THE PILOT" || first.ID != "9" ||
		!slices.Equal(first.Stories, []articles.ID{"b.txt", "c.txt", "a.txt"}) || first.Last.Day() != "2014-06-03" {
		t.Errorf("%+v", first)
	}
	for _, one := range all[1:] {
		if one.Title != "Letters" || len(one.Stories) != 1 {
			t.Errorf("%+v: the letters of two outlets are two", one)
		}
	}
}

// TestAnAbsentHeadlineComesAlive brings the story that others name, and takes
// it away again.
func TestAnAbsentHeadlineComesAlive(t *testing.T) {
	links := map[articles.ID][]articles.Link{
		"a.txt": {{Title: "The log of the pilot, page by page"}},
		"b.txt": {{Title: "The log of the pilot, page by page"}},
	}
	l := naming(t, map[string]string{
		"a.txt": "title: A|date: 2014-06-01||One.", "b.txt": "title: B|date: 2014-06-03||Two.",
	}, links)
	if got := resolved(t, l, "a.txt"); got[0] != "" {
		t.Fatalf("named %q before it came", got)
	}
	h := &home{t: t, dir: l.tree.Place(0, "")}
	h.write("log.txt", "title: The log of the pilot, page by page|date: 2014-06-02||What he wrote.")
	if err := l.Scan(t.Context(), nil); err != nil {
		t.Fatal(err)
	}
	if got := resolved(t, l, "a.txt"); got[0] != "log.txt" {
		t.Errorf("it came, and is %q", got)
	}
	leads, err := l.Related(t.Context(), "log.txt", 5)
	if err != nil || len(leads) != 2 || leads[0].Kind != articles.LinkedFrom || leads[0].Headline.ID != "b.txt" {
		t.Errorf("named by %+v, %v", leads, err)
	}
}

// TestTwoHops joins stories that point to the same, but not over what stands on
// every page of an outlet.
func TestTwoHops(t *testing.T) {
	log, chart := articles.Link{Title: "The log of the pilot, page by page"}, articles.Link{Title: "Map", URL: "https://ostrel.example/map"}
	everywhere := articles.Link{Title: "Subscribe to the Vasska Post today"}
	files, links := map[string]string{}, map[articles.ID][]articles.Link{}
	for i, text := range []string{
		"Night trams ran late in the east of Vasska, said a driver.", "A choir sings on Fridays in an empty court room.",
		"Herring is dear this year, and bread is cheap.",
	} {
		name := string(rune('a'+i)) + ".txt"
		files[name] = "title: Story " + name + "|date: 2014-06-0" + string(rune('1'+i)) + "||" + text
	}
	for i := range 14 {
		name := string(rune('k'+i)) + ".txt"
		files[name] = "title: Other " + name + "||Nothing of it happened at " + name + "."
		links[articles.ID(name)] = []articles.Link{everywhere}
	}
	links["a.txt"] = []articles.Link{log, chart, everywhere}
	links["b.txt"] = []articles.Link{{Title: "Where it was", URL: "https://www.ostrel.example/map/"}, log}
	links["c.txt"] = []articles.Link{everywhere}
	leads, err := naming(t, files, links).Related(t.Context(), "a.txt", 20)
	if err != nil {
		t.Fatal(err)
	}
	var joined []articles.ID
	for _, lead := range leads {
		if lead.Joint == "both point to “The log of the pilot, page by page”" {
			joined = append(joined, lead.Headline.ID)
		}
	}
	if !slices.Equal(joined, []articles.ID{"b.txt"}) {
		t.Errorf("%q point to the log as well, want b.txt; leads %+v", joined, leads)
	}
}
