package record

import (
	"errors"
	"io"
	"strings"
	"testing"
)

// story is an invented record with the given title.
func storyOf(title string) string { return `{"title": "` + title + `", "text": "` + body + `"}` }

func TestWhereTheStoriesOfAnExportStand(t *testing.T) {
	one, two := storyOf("One"), storyOf("Two")
	for what, c := range map[string]struct{ src, titles string }{
		"a list of lists":                   {"[[" + one + "], [" + two + "]]", "One|Two"},
		"two lists under one roof":          {`{"saved": [` + one + `], "reads": [` + two + `]}`, "One|Two"},
		"wrapped twice":                     {`{"response": {"docs": [` + one + "," + two + `]}}`, "One|Two"},
		"edges of nodes":                    {`{"data": {"edges": [{"node": ` + one + `}, {"node": ` + two + `}]}}`, "One|Two"},
		"by key":                            {`{"a": ` + one + `, "b": ` + two + `}`, "One|Two"},
		"mostly stories by key":             {`{"a": ` + one + `, "b": ` + two + `, "c": {"x": 1}}`, "One|Two"},
		"what a list of names is":           {`{"items": ["One", "Two"], "title": "Three", "text": "` + body + `"}`, "Three"},
		"columns as lists":                  {`{"title": ["One", "Two"], "text": ["` + body + `", "` + body + `"]}`, "One|Two"},
		"columns of other lengths":          {`{"title": ["One", "Two"], "text": ["` + body + `"]}`, "One"},
		"a schema of something else":        {`[{"@type": "Organization", "name": "Courier"}, {"@type": "Person", "name": "Ada Orr"}, {"@type": "NewsArticle", "headline": "One", "articleBody": "` + body + `"}]`, "One"},
		"a review":                          {`{"@type": "ReviewNewsArticle", "headline": "One", "articleBody": "` + body + `"}`, "One"},
		"a page and its story":              {`{"@graph": [{"@type": "WebPage", "name": "x", "url": "https://x.example"}, {"@type": "NewsArticle", "headline": "One", "articleBody": "` + body + `"}]}`, "x|One"},
		"nine wrappers":                     {strings.Repeat(`{"data":`, 9) + one + strings.Repeat("}", 9), ""},
		"eight wrappers":                    {strings.Repeat(`{"data":`, 8) + one + strings.Repeat("}", 8), "One"},
		"a title in a list, text elsewhere": {`{"title": ["One"], "content": {"rendered": "` + body + `"}}`, "One"},
	} {
		got, _ := all(JSON([]byte(c.src), Options{}))
		if titles(got) != c.titles {
			t.Errorf("%s: %q, want %q", what, titles(got), c.titles)
		}
	}
}

func TestTheOutletThatAWrapperNames(t *testing.T) {
	for what, c := range map[string]struct{ src, source string }{
		"a feed's title":           {`{"title": "Ostrel Courier", "items": [` + storyOf("One") + `]}`, "Ostrel Courier"},
		"a story's own":            {`{"title": "Ostrel Courier", "items": [{"title": "One", "text": "` + body + `", "source": "Tarrovia Wire"}]}`, "Tarrovia Wire"},
		"a wrapper of its own":     {`{"name": "Ostrel Courier", "feed": {"title": "Vasska Post", "items": [` + storyOf("One") + `]}}`, "Vasska Post"},
		"an address is no wrapper": {`{"title": "Depot", "url": "https://x.example", "items": [` + storyOf("One") + `]}`, ""},
	} {
		got, errs := all(JSON([]byte(c.src), Options{}))
		if len(got) != 1 || errs != nil || got[0].Source != c.source {
			t.Errorf("%s: %+v, %v", what, got, errs)
		}
	}
}

func TestLinesThatAreNoRecords(t *testing.T) {
	src := "[\n" + storyOf("One") + ",\n\n \t\n\ufeff" + storyOf("Two") + "\r\n{broken\n\"words\"\n\x1e" + storyOf("Three") + "\n" + `{"title": "` + strings.Repeat("x", 600) + `"}` + "\n" + storyOf("Four") + "\n]\n"
	got, errs := all(JSONL(strings.NewReader(src), Options{MaxRecord: 500}))
	if titles(got) != "One|Two|Three|Four" {
		t.Errorf("stories %q", titles(got))
	}
	want := []struct {
		line int
		err  error
	}{{6, ErrSyntax}, {7, ErrNoStory}, {9, ErrTooLarge}}
	if len(errs) != len(want) {
		t.Fatalf("errors %v", errs)
	}
	for i, w := range want {
		if e := (*Error)(nil); !errors.As(errs[i], &e) || e.Line != w.line || !errors.Is(errs[i], w.err) {
			t.Errorf("error %d: %v, want %v in line %d", i, errs[i], w.err, w.line)
		}
	}
}

// failing gives a text and then an error.
type failing struct {
	io.Reader
	err error
}

func (f failing) Read(p []byte) (int, error) {
	n, err := f.Reader.Read(p)
	if err == io.EOF {
		err = f.err
	}
	return n, err
}

func TestADiskThatFailsIsTold(t *testing.T) {
	gone := errors.New("the disk is gone")
	for what, read := range map[string]func(io.Reader) (int, []error){
		"JSON Lines": func(r io.Reader) (int, []error) { s, e := all(JSONL(r, Options{})); return len(s), e },
		"a list":     func(r io.Reader) (int, []error) { s, e := all(Stream(r, Options{})); return len(s), e },
		"a table":    func(r io.Reader) (int, []error) { s, e := all(CSV(r, Options{})); return len(s), e },
	} {
		src := map[string]string{"JSON Lines": storyOf("One") + "\n" + storyOf("Two"), "a list": "[" + storyOf("One") + "," + storyOf("Two"), "a table": "title,text\nOne,Words of it.\nTwo,Wor"}[what]
		n, errs := read(failing{strings.NewReader(src), gone})
		if n < 1 || len(errs) == 0 || !errors.Is(errs[len(errs)-1], gone) {
			t.Errorf("%s: %d stories, %v", what, n, errs)
		}
	}
}

func TestAReaderOfRecordsMayStop(t *testing.T) {
	list := storyOf("One") + ",\n{broken},\n" + storyOf("Two")
	for what, seq := range map[string]func(func(bool) bool){
		"after a story": func(more func(bool) bool) {
			for _, err := range Stream(strings.NewReader("["+list+"]"), Options{}) {
				if !more(err == nil) {
					return
				}
			}
		},
		"after a line": func(more func(bool) bool) {
			for _, err := range JSONL(strings.NewReader(strings.ReplaceAll(list, ",\n", "\n")), Options{}) {
				if !more(err == nil) {
					return
				}
			}
		},
	} {
		for stop := 1; stop <= 3; stop++ {
			n := 0
			seq(func(bool) bool { n++; return n < stop })
			if n != stop {
				t.Errorf("%s: %d of %d", what, n, stop)
			}
		}
	}
}

func TestValuesAsPythonPrintsThem(t *testing.T) {
	for src, want := range map[string]string{
		`{'title': 'One', 'text': 'x', 'date': datetime.date(2014, 6, 5)}`:                                    "2014-06-05",
		`{'title': 'One', 'text': 'x', 'date': datetime.datetime(2014, 6, 5, 8, 0)}`:                          "2014-06-05T08:00",
		`{'title': 'One', 'text': 'x', 'date': datetime.datetime(2014, 6, 5, 8, 30, 15)}`:                     "2014-06-05T08:30:15",
		`{'title': 'One', 'text': 'x', 'date': datetime.datetime(2014, 6, 5, 8, 30, 15, 17, tzinfo=tzutc())}`: "2014-06-05T08:30:15",
		`{'title': 'One', 'text': 'x', 'date': Timestamp('2014-06-05 08:30:15')}`:                             "2014-06-05T08:30:15",
		`{'title': 'One', 'text': 'x', 'date': None}`:                                                         "",
		`{'title': 'One', 'text': 'x', 'date': datetime.datetime(2014)}`:                                      "2014",
	} {
		got, errs := all(JSON([]byte(src), Options{}))
		if len(got) != 1 || got[0].Published.String() != want {
			t.Errorf("%s: %+v, %v, want %q", src, got, errs, want)
		}
	}
}
