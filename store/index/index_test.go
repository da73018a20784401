package index

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"broadsheet/store/query"
)

// write makes a segment of stories.
func write(path string, docs []Doc) (Info, error) {
	b := NewBuilder()
	for _, d := range docs {
		b.Add(d)
	}
	return b.Write(path)
}

// open writes the stories as one segment and opens it.
func open(t *testing.T, docs ...Doc) *Index {
	t.Helper()
	path := filepath.Join(t.TempDir(), "a.seg")
	if _, err := write(path, docs); err != nil {
		t.Fatal(err)
	}
	x, err := Open([]string{path}, nil)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { x.Close() })
	return x
}

func parse(t *testing.T, line string) *query.Query {
	t.Helper()
	q, err := query.Parse(line, false)
	if err != nil {
		t.Fatal(err)
	}
	return q
}

func story(key uint32, title, text string) Doc {
	return Doc{Key: key, ID: title, Title: title, Text: text, Day: NoDay}
}

func TestSearchFindsWhatTheQueryAsks(t *testing.T) {
	day := func(d Doc, n int32) Doc { d.Day = n; return d }
	from := func(d Doc, source string) Doc { d.Source = source; return d }
	x := open(t,
		from(day(story(1, "Ferry runs aground off Karsk", "The ferry Vasska ran aground on Friday."), 16227), "Ostrel Courier"),
		from(day(story(2, "Inquiry opens", "An inquiry into the ferry opened in Ostrel."), 16230), "Tarrovia Wire"),
		story(3, "Night trams return", "Trams ran again on Friday night. The pilot scheme ends."),
	)
	for line, want := range map[string][]uint32{
		"ferry":                 {1, 2},
		"ferry inquiry":         {2},
		"ferry -inquiry":        {1},
		`"ran aground"`:         {1},
		`"aground ran"`:         nil,
		`"karsk the"`:           nil, // a phrase does not run from title into text
		"tram*":                 {3},
		"title:ferry":           {1},
		"source:ostrel":         {1},
		`source:"ostrel wire"`:  nil,
		"trams OR inquiry":      {2, 3},
		"after:2014-06-07":      {2},
		"on:2014-06":            {1, 2},
		"is:undated":            {3},
		"-ferry":                {3},
		"":                      {1, 2, 3},
		"FÉRRY":                 {1, 2},
		"(trams OR ferry) -off": {2, 3},
	} {
		hits, err := x.Search(context.Background(), parse(t, line), SearchOptions{N: 9})
		if err != nil {
			t.Fatal(err)
		}
		var keys []uint32
		for _, h := range hits.Hits {
			keys = append(keys, h.Key)
		}
		slices.Sort(keys)
		if len(keys) != len(want) {
			t.Errorf("%s: got %v, want %v", line, keys, want)
			continue
		}
		for i := range keys {
			if keys[i] != want[i] {
				t.Errorf("%s: got %v, want %v", line, keys, want)
			}
		}
	}
}

func TestSnippetShowsTheMatches(t *testing.T) {
	text := "It was a quiet morning in Ostrel, and nobody on the quay thought of radar.\n\nThen the ferry ran\naground off Karsk, with ninety aboard."
	for line, want := range map[string]string{
		`"ran aground" ferry`: "Then the [ferry] [ran aground] off Karsk,",
		"quiet":               "It was a [quiet] morning in Ostrel, and",
		"nothing":             "It was a quiet morning in Ostrel, and",
	} {
		s := Cut(text, parse(t, line), 42)
		got := s.Text
		for i := len(s.Matches) - 1; i >= 0; i-- {
			m := s.Matches[i]
			got = got[:m.Start] + "[" + got[m.Start:m.End] + "]" + got[m.End:]
		}
		if got != want {
			t.Errorf("%s: got %q, want %q", line, got, want)
		}
	}
}
