package catalog

import (
	"slices"
	"testing"

	"broadsheet/articles"
)

func TestStoriesAreFoundByTheHeadlinesTheyName(t *testing.T) {
	c := opened(t, t.TempDir())
	b := bring(1, 5)
	for i, links := range [][]articles.Link{
		{{Title: "Ferry runs aground off Karsk", URL: "https://www.a.example/ferry?utm_source=x", ID: "7"}},
		{{Title: "FERRY runs aground off Karsk"}, {Title: "7"}},
		{{Title: "Another", URL: "http://a.example/ferry/"}, {Title: "Another", ID: "8"}},
		{{Title: "Ferry runs aground off Karsk", ID: "8"}, {Title: "Ferry runs aground off Karsk", ID: "9"}},
		nil,
	} {
		b.Stories[i].Links = links
	}
	commit(t, c, b)
	naming := func(title, url, id string, n int, want ...uint32) {
		t.Helper()
		got, err := c.Naming(t.Context(), goesBy(articles.Link{Title: title, URL: url, ID: id}), n)
		if err != nil || !slices.Equal(got, want) {
			t.Errorf("%q %q %q: %v, %v; want %v", title, url, id, got, err, want)
		}
	}
	naming("Ferry Runs Aground off Karsk", "", "", 0, 1, 2, 4)
	naming("Ferry Runs Aground off Karsk", "", "", 2, 1, 2)
	naming("", "https://a.example/ferry", "", 0, 1, 3)
	naming("", "", "7", 0, 1) // not the title
	naming("7", "", "", 0, 2) // not the id
	naming("Ferry runs aground off Karsk", "https://a.example/ferry", "8", 0, 1, 2, 3, 4)
	naming("Ferry runs aground off Karsk", "https://a.example/ferry", "8", 3, 1, 2, 3)
	naming("", "", "", 0)
	naming("Nobody names this", "", "", 0)

	commit(t, c, Batch{Gone: []int64{1}, Fresh: []int64{4}})
	naming("Ferry runs aground off Karsk", "https://a.example/ferry", "8", 0, 2, 3)
	if links, namings := count(t, c, "links"), count(t, c, "namings"); links != 4 || namings != 5 {
		t.Errorf("%d links and %d namings are left", links, namings)
	}
}
