package linear

import (
	"bytes"
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
	"broadsheet/ui"
)

// shelf is a small invented library.
type shelf struct {
	ui.Shelf // what a test does not need
	items    []ui.Item
	marks    map[articles.ID]articles.Marks
	broken   error
}

func newShelf() *shelf {
	s := &shelf{marks: map[articles.ID]articles.Marks{}}
	for _, h := range []articles.Headline{
		{ID: "inquiry", Title: "Harbour inquiry hears the pilot", Source: "Ostrel Courier", Copies: 2},
		{ID: "trams", Title: "Night trams return", Source: "Tarrovia Wire", Marks: articles.Marks{Read: true}},
		{ID: "evil", Title: "A title \x1b[2J\nof two lines", Source: "Vasska Post"},
	} {
		s.items = append(s.items, ui.Item{Headline: h})
	}
	return s
}

func (s *shelf) Scan(context.Context, func(ui.Progress)) error { return nil }

func (s *shelf) Headlines(_ context.Context, v ui.View, from, n int) (ui.Window, error) {
	if strings.HasPrefix(v.Query, `"`) {
		return ui.Window{Problem: &ui.QueryProblem{Message: "the quotation is not closed"}}, nil
	}
	var all []ui.Item
	for _, it := range s.items {
		if strings.Contains(strings.ToLower(it.Title), strings.ToLower(strings.Split(v.Query, " OR ")[0])) && (!v.Unread || !it.Marks.Read) &&
			(v.Source == "" || v.Source == it.Source) && (!v.Starred || it.Marks.Starred) {
			all = append(all, it)
		}
	}
	w := ui.Window{From: from, Total: len(all), All: len(s.items), Unread: len(all)}
	if from < len(all) {
		w.Items = all[from:min(from+n, len(all))]
	}
	return w, s.broken
}

func (s *shelf) Story(_ context.Context, id articles.ID) (articles.Article, articles.Marks, error) {
	var paras []string
	for _, word := range []string{"one", "two", "three", "four", "five", "six", "seven"} {
		paras = append(paras, "Paragraph "+word+" of the story.")
	}
	for _, it := range s.items {
		if it.ID == id {
			return articles.Article{
				ID: id, Title: it.Title, Source: it.Source, Text: strings.Join(paras, "\n\n"),
				URL: "https://courier.example/" + string(id), Cuts: []articles.Cut{{Line: 3, Class: articles.ClassDate, Text: "Fri 6 Jun"}},
			}, s.marks[id], nil
		}
	}
	return articles.Article{}, articles.Marks{}, errors.New("no such story")
}

func (s *shelf) Related(_ context.Context, id articles.ID) ([]articles.Lead, error) {
	return []articles.Lead{
		{Kind: articles.Similar, Why: []string{"trams", "night"}, Headline: s.items[1].Headline},
		{Kind: articles.Publisher, Why: []string{"named by the publisher"}, Headline: articles.Headline{Title: "Harbour bell was silent"}},
	}, nil
}

func (s *shelf) Thread(context.Context, articles.ID) ([]articles.Headline, error) {
	return []articles.Headline{s.items[0].Headline, s.items[1].Headline}, nil
}

func (s *shelf) Mark(_ context.Context, id articles.ID, c ui.Change) (articles.Marks, error) {
	k := s.marks[id]
	if c.Read != nil {
		k.Read = *c.Read
	}
	if c.Starred != nil {
		k.Starred = *c.Starred
	}
	if c.Position != nil {
		k.Position = *c.Position
	}
	if c.Tags != nil {
		k.Tags = *c.Tags
	}
	if c.Note != nil {
		k.Note = *c.Note
	}
	if c.Passages != nil {
		k.Passages = *c.Passages
	}
	s.marks[id] = k
	return k, s.broken
}

func (s *shelf) Undo(context.Context) (string, articles.ID, articles.Marks, error) {
	for id := range s.marks {
		delete(s.marks, id)
		return "mark on " + string(id), id, articles.Marks{}, s.broken
	}
	return "", "", articles.Marks{}, s.broken
}

func (s *shelf) Notes(context.Context) ([]articles.Headline, error) {
	var all []articles.Headline
	for _, it := range s.items {
		if it.Marks = s.marks[it.ID]; it.Marks.Note != "" || len(it.Marks.Passages) > 0 {
			all = append(all, it.Headline)
		}
	}
	return all, s.broken
}

func (s *shelf) Sources(context.Context) ([]ui.Source, error) {
	return []ui.Source{{Name: "Tarrovia Wire", Total: 1}, {Total: 1}, {Name: "Vasska Post", Total: 1, Unread: 1}}, s.broken
}

func (s *shelf) Problems(context.Context) ([]ui.Problem, error) {
	return []ui.Problem{{Path: "archive/broken.json", Reason: "no closing bracket"}}, nil
}

// play types lines and returns what was printed.
func play(t *testing.T, s *shelf, lines ...string) string {
	t.Helper()
	var out bytes.Buffer
	err := Run(context.Background(), Options{
		Shelf: s, Name: "Ostrel archive", In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Out: &out,
		Now: func() time.Time { return time.Date(2014, 6, 7, 9, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range out.String() {
		if r < ' ' && r != '\n' || r == 0x7f {
			t.Fatalf("a control at %d: %q", i, out.String())
		}
	}
	return out.String()
}

func TestASessionIsHeardLineByLine(t *testing.T) {
	for name, c := range map[string]struct {
		lines []string
		want  []string
	}{
		"it begins with the headlines": {nil, []string{
			"Broadsheet. Ostrel archive.", "3 stories, 3 unread. From 1 to 3:",
			"1. Harbour inquiry hears the pilot, Ostrel Courier, 3 copies", "2. Night trams return, Tarrovia Wire, read"}},
		"a number opens a story":               {[]string{"1"}, []string{"Paragraph five", "2 more paragraphs: enter."}},
		"enter goes on to its end":             {[]string{"1", ""}, []string{"Paragraph seven", "End of story."}},
		"its relatives have numbers":           {[]string{"1", "r"}, []string{"1. Night trams return, Tarrovia Wire, read. trams, night.", "not in the library"}},
		"a relative is followed, and back":     {[]string{"1", "r", "1", "b"}, []string{"Tarrovia Wire.", "You were at paragraph 6 of 7"}},
		"and forward again":                    {[]string{"1", "r", "1", "b", "f", "f"}, []string{"The trail ends here."}},
		"an absent one searches":               {[]string{"1", "r", "2"}, []string{"The library does not hold Harbour bell was silent.", "1 story, "}},
		"the thread is by time":                {[]string{"1", "t"}, []string{"1. Harbour inquiry hears the pilot, Ostrel Courier, 3 copies. This story."}},
		"a search narrows":                     {[]string{"/trams"}, []string{"1. Night trams return"}},
		"a mistake is said with its place":     {[]string{`/"trams`}, []string{"the quotation is not closed, at letter 1"}},
		"no match says what to do":             {[]string{"/zzz"}, []string{"No story matches. Type a for all stories."}},
		"unread leaves the read out":           {[]string{"u"}, []string{"2 stories"}},
		"cuts are told":                        {[]string{"1", "x"}, []string{"Line 3, date: Fri 6 Jun"}},
		"the address is told":                  {[]string{"1", "o"}, []string{"https://courier.example/inquiry"}},
		"a star comes and goes":                {[]string{"1", "s", "s"}, []string{"Starred.", "Star taken away."}},
		"read comes and goes":                  {[]string{"1", "m", "m"}, []string{"Read.", "Unread again."}},
		"problems are told":                    {[]string{"!"}, []string{"archive/broken.json: no closing bracket."}},
		"help lists every command":             {[]string{"?"}, []string{"q or quit: leave.", "A slash and words search"}},
		"an unknown word is named":             {[]string{"dance"}, []string{`"dance" is not known.`}},
		"a number that is not there":           {[]string{"9"}, []string{"There is no 9 here."}},
		"a key that needs a story says so":     {[]string{"r", "s"}, []string{"Open a story first: type its number."}},
		"the list goes on and ends":            {[]string{"", "p"}, []string{"That was the last headline.", "These are the first headlines."}},
		"previous in a story begins it anew":   {[]string{"1", "", "p"}, []string{"2 more paragraphs"}},
		"list goes up":                         {[]string{"1", "l"}, []string{"3 stories"}},
		"a headline of two lines is one":       {nil, []string{"3. A title", "of two lines, Vasska Post"}},
		"all shows everything after a search":  {[]string{"/trams", "a"}, []string{"From 1 to 3"}},
		"h helps as well":                      {[]string{"h"}, []string{"? or h or help: this."}},
		"next walks down the list":             {[]string{"2", "n", "n"}, []string{"A title", "That was the last story of the list."}},
		"next from the list is the first":      {[]string{"n"}, []string{"Paragraph one"}},
		"a paragraph is marked":                {[]string{"1", "k", "k"}, []string{"Marked: Paragraph five of the story.", "Mark taken away: Paragraph five"}},
		"marked ones are said to be":           {[]string{"1", "k", "p"}, []string{"Marked: Paragraph five of the story."}},
		"a note is written and said":           {[]string{"1", "note", "note ask him", "note"}, []string{"The story has no note.", "Noted: ask him", "ask him"}},
		"tags as well":                         {[]string{"1", "tag sea, karsk", "tag"}, []string{"Tagged: sea, karsk.", "sea, karsk"}},
		"notes are listed and lead there":      {[]string{"1", "k", "note ask", "l", "notes", "1"}, []string{"Note: ask", "Marked: Paragraph five", "You were at paragraph 6"}},
		"without notes it is said how":         {[]string{"notes"}, []string{"k marks the paragraph heard last"}},
		"undo says what":                       {[]string{"undo", "1", "s", "undo"}, []string{"Nothing to undo.", "Undone: mark on inquiry."}},
		"outlets are chosen by number":         {[]string{"sources", "2"}, []string{"2. Vasska Post, 1 story, 1 unread.", "1. A title"}},
		"the order changes":                    {[]string{"sort", "sort"}, []string{"The list is now the oldest first.", "The list is now by outlet."}},
		"starred stories alone":                {[]string{"starred"}, []string{"No story matches."}},
		"the trail is told":                    {[]string{"1", "r", "1", "trail", "1"}, []string{"1. Harbour inquiry hears the pilot.", "2. Night trams return. This story."}},
		"what is typed is matched without end": {[]string{"  1  "}, []string{"Paragraph one"}},
	} {
		out := play(t, newShelf(), append(c.lines, "q")...)
		for _, want := range c.want {
			if !strings.Contains(out, want) {
				t.Errorf("%s: %q is not in\n%s", name, want, out)
			}
		}
	}
}

func TestThePlaceIsKept(t *testing.T) {
	s := newShelf()
	play(t, s, "1", "q")
	if p := s.marks["inquiry"].Position; p < 0.7 || p > 0.72 {
		t.Errorf("kept %v", p)
	}
	if out := play(t, s, "1", "q"); !strings.Contains(out, "You were at paragraph 6 of 7") {
		t.Errorf("it began anew:\n%s", out)
	}
	play(t, s, "1", "", "q")
	if k := s.marks["inquiry"]; !k.Read || k.Position != 1 {
		t.Errorf("at the end the marks are %+v", k)
	}
}

func TestAFailureIsHeardAndEndsNothing(t *testing.T) {
	s := newShelf()
	s.broken = errors.New("the disk is gone")
	if out := play(t, s, "?", "q"); !strings.Contains(out, "Could not read the list: the disk is gone.") {
		t.Errorf("got\n%s", out)
	}
}

func TestEndOfInputEndsTheSession(t *testing.T) {
	if out := play(t, newShelf()); !strings.HasSuffix(out, "\n") {
		t.Errorf("got %q", out)
	}
}
