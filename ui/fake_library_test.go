package ui

import (
	"fmt"
	"strings"
	"time"

	"broadsheet/articles"
)

// fakeNow is the morning on which the tests are read.
func fakeNow() time.Time { return time.Date(2014, 6, 7, 9, 30, 0, 0, time.UTC) }

func mustDate(s string) articles.Date {
	d, err := articles.ParseDate(s)
	if err != nil {
		panic(err) // a mistake in a test
	}
	return d
}

// newFakeShelf holds the stories of a small, invented archive.
func newFakeShelf() *fakeShelf {
	s := &fakeShelf{
		bodies: map[articles.ID]articles.Article{}, leads: map[articles.ID][]articles.Lead{},
		changes: make(chan struct{}, 1), fail: map[string]error{},
	}
	s.add("inquiry.txt", "Harbour inquiry hears the pilot", "Ostrel Courier", "2014-06-07T08:20", articles.Marks{}, 2)
	s.add("trams.txt", "Night trams return to the east of the city after eleven years", "Tarrovia Wire", "2014-06-07T07:05", articles.Marks{Read: true}, 0)
	s.add("depot.txt", "Depot fire: nobody was hurt", "Vasska Post", "2014-06-06T21:40", articles.Marks{Starred: true}, 0)
	s.add("library.txt", "Library bill passes by one vote", "Tarrovia Wire", "2014-06-06", articles.Marks{}, 0)
	s.add("opens.txt", "Inquiry opens in Ostrel", "Ostrel Courier", "2014-06-05T10:00", articles.Marks{}, 0)
	s.add("log.txt", "What the log says", "Vasska Post", "2014-06-04T06:15", articles.Marks{}, 1)
	s.add("aground.txt", "Ferry runs aground off Karsk", "Ostrel Courier", "2014-06-03T23:55", articles.Marks{}, 0)
	s.add("bees.txt", "The beekeepers of Upper Karsk", "Vasska Post", "2014-05", articles.Marks{Read: true}, 0)
	s.add("undated.txt", "A letter found in a drawer", "", "", articles.Marks{}, 0)
	s.tell()
	return s
}

func (s *fakeShelf) add(id, title, source, date string, k articles.Marks, copies int) {
	h := articles.Headline{
		ID: articles.ID(id), Title: title, Source: source, Words: 620, Marks: k, Copies: copies,
		Format: articles.FormatText,
	}
	if date != "" {
		h.Published = mustDate(date)
	}
	s.items = append(s.items, Item{Headline: h})
	paragraphs := []string{
		"The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring.",
		"“We asked for the part in April,” he said. “It was on a list, and the list was on a desk.”",
		"The harbour office in Ostrel answered that no such list had reached it before the summer, and that the desk in question had been moved twice.",
	}
	for i := range 12 {
		paragraphs = append(paragraphs, fmt.Sprintf("Witness %d remembered the fog, the bell and the long minute in which nobody on the bridge of the %s said a word about either of them.", i+1, "Karsk Maiden"))
	}
	text := strings.Join(paragraphs, "\n\n")
	s.bodies[h.ID] = articles.Article{
		ID: h.ID, Path: "archive/" + id, Format: articles.FormatText, Title: title, Source: source,
		Published: h.Published, Language: "en", Body: text, Text: text, URL: "https://courier.example/" + id,
	}
}

// tell gives the first story its relatives and its cuts.
func (s *fakeShelf) tell() {
	lead := func(kind articles.Kind, id string, days int, why ...string) articles.Lead {
		return articles.Lead{Kind: kind, Headline: s.headline(articles.ID(id)), Why: why, Days: days, Dated: true}
	}
	absent := articles.Lead{
		Kind: articles.Publisher, Why: []string{"named by the publisher"},
		Headline: articles.Headline{Title: "Pilot “had no second radar”, harbour office told"},
	}
	s.leads["inquiry.txt"] = []articles.Lead{
		lead(articles.Publisher, "aground.txt", -4, "named by the publisher"), absent,
		lead(articles.LinkedFrom, "log.txt", -3, "names this story"),
		lead(articles.Similar, "opens.txt", -2, "radar", "Karsk", "inquiry"),
	}
	s.leads["aground.txt"] = []articles.Lead{
		lead(articles.LinkedFrom, "inquiry.txt", 4, "names this story"),
		lead(articles.Similar, "opens.txt", 2, "ferry", "Karsk"),
	}
	s.leads["opens.txt"] = []articles.Lead{lead(articles.Similar, "inquiry.txt", 2, "radar", "inquiry")}
	a := s.bodies["inquiry.txt"]
	a.Cuts = []articles.Cut{
		{Line: 3, EndLine: 3, Class: articles.ClassDupTitle, Text: a.Title},
		{Line: 40, EndLine: 40, Class: articles.ClassSignOff, Text: "KM/OC"},
	}
	s.bodies["inquiry.txt"] = a
}

// many makes an archive of n stories, for what must not depend on n.
func many(n int) *fakeShelf {
	s := newFakeShelf()
	s.items = nil
	subjects := []string{"Harbour", "Tram line", "Library", "Depot", "Council", "Orchard", "Bridge", "School", "Ferry", "Museum"}
	verbs := []string{"opens late", "is questioned again", "asks for more time", "answers its critics", "returns to Karsk", "loses a vote in Vasska", "finds an old map", "waits for the thaw"}
	sources := []string{"Ostrel Courier", "Tarrovia Wire", "Vasska Post", "Karsk Evening"}
	for i := range n {
		day := fakeNow().Add(-time.Duration(i) * 37 * time.Minute)
		h := articles.Headline{
			ID:     articles.ID(fmt.Sprintf("many/%06d.txt", i)),
			Title:  fmt.Sprintf("%s %s, part %d", subjects[i%len(subjects)], verbs[(i/3)%len(verbs)], i),
			Source: sources[(i/2)%len(sources)], Words: 200 + i%900, Format: articles.FormatText,
			Published: articles.NewDate(day, articles.Minute, false),
			Marks:     articles.Marks{Read: i%3 == 1, Starred: i%17 == 0},
		}
		s.items = append(s.items, Item{Headline: h})
	}
	return s
}
