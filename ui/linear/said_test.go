package linear

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
	"broadsheet/ui"
)

// one is a library of a single story, as a test has it told.
type one struct {
	shelf
	story articles.Article
	fail  map[string]error
	scans int

	failed int // files that the scan could not read
}

func (o *one) Scan(_ context.Context, tell func(ui.Progress)) error {
	o.scans++
	tell(ui.Progress{Failed: o.failed})
	return o.fail["scan"]
}

func (o *one) Headlines(_ context.Context, v ui.View, from, n int) (ui.Window, error) {
	return o.shelf.Headlines(context.Background(), v, from, n)
}

func (o *one) Story(_ context.Context, id articles.ID) (articles.Article, articles.Marks, error) {
	a := o.story
	a.ID = id
	return a, o.marks[id], o.fail["story"]
}

func (o *one) Related(context.Context, articles.ID) ([]articles.Lead, error) {
	return nil, o.fail["related"]
}

func (o *one) Thread(context.Context, articles.ID) ([]articles.Headline, error) {
	return nil, o.fail["thread"]
}

func (o *one) Problems(context.Context) ([]ui.Problem, error) { return nil, o.fail["problems"] }

func newOne(story articles.Article, n int) *one {
	o := &one{shelf: shelf{marks: map[articles.ID]articles.Marks{}}, story: story, fail: map[string]error{}}
	for i := range n {
		o.items = append(o.items, ui.Item{Headline: articles.Headline{ID: articles.ID(fmt.Sprint("s", i)), Title: fmt.Sprint("Story ", i)}})
	}
	return o
}

func (o *one) play(t *testing.T, lines ...string) string {
	t.Helper()
	var out bytes.Buffer
	err := Run(context.Background(), Options{
		Shelf: o, Name: "Ostrel archive", In: strings.NewReader(strings.Join(lines, "\n") + "\n"), Out: &out,
		Now: func() time.Time { return time.Date(2014, 6, 7, 9, 0, 0, 0, time.UTC) },
	})
	if err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func (o *one) mark(id articles.ID, m articles.Marks) *one {
	o.marks[id] = m
	return o
}

func paragraphs(n int) string {
	var all []string
	for i := range n {
		all = append(all, fmt.Sprintf("Paragraph %d of it.", i+1))
	}
	return strings.Join(all, "\n\n")
}

func TestWhatIsSaidOfAStory(t *testing.T) {
	date, _ := articles.ParseDate("2014-06-06T11:44")
	full := articles.Article{
		Title: "Pilot heard", Dek: "The second day.", Source: "Ostrel Courier", Authors: []string{"Ada Orr", "Bo Lind"}, Published: date,
		Text: paragraphs(2), Warnings: []string{"only a summary was saved, not the story"},
	}
	marks := articles.Marks{Starred: true, Tags: []string{"sea", "karsk"}, Note: "ask him"}
	out := newOne(full, 1).mark("s0", marks).play(t, "1", "q")
	want := "Pilot heard\nThe second day.\nOstrel Courier, 6 June 2014 11:44, Ada Orr, Bo Lind.\nStarred.\nTagged: sea, karsk.\nNote: ask him\n" +
		"only a summary was saved, not the story.\nParagraph 1 of it.\nParagraph 2 of it.\nEnd of story."
	if !strings.Contains(out, want) {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
	out = newOne(articles.Article{Text: paragraphs(1)}, 1).play(t, "1", "q")
	if want := "Without a title\nParagraph 1 of it.\nEnd of story."; !strings.Contains(out, want) {
		t.Errorf("got\n%s\nwant\n%s", out, want)
	}
	for n, more := range map[int]string{linesAtOnce: "", linesAtOnce + 1: "1 more paragraph: enter.", linesAtOnce + 2: "2 more paragraphs: enter."} {
		out := newOne(articles.Article{Text: paragraphs(n)}, 1).play(t, "1", "q")
		if got := strings.Contains(out, "more paragraph"); got != (more != "") || !strings.Contains(out, more) {
			t.Errorf("%d paragraphs:\n%s", n, out)
		}
	}
}

func TestWhatIsSaidOfAHeadline(t *testing.T) {
	s := &session{}
	for _, c := range []struct {
		h    articles.Headline
		want string
	}{
		{articles.Headline{}, "Without a title"},
		{articles.Headline{Title: "Pilot heard", Source: "Post"}, "Pilot heard, Post"},
		{articles.Headline{Title: "Pilot heard", Marks: articles.Marks{Starred: true, Read: true}}, "Pilot heard, starred"},
		{articles.Headline{Title: "Pilot heard", Marks: articles.Marks{Read: true}}, "Pilot heard, read"},
		{articles.Headline{Title: "Pilot heard", Copies: 1}, "Pilot heard, 2 copies"},
	} {
		if got := s.headline(c.h); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
	for in, want := range map[string]string{
		"": "", "2014": "2014", "2014-06": "June 2014", "2014-06-06": "6 June 2014", "2014-06-06T11:44": "6 June 2014 11:44", "2014-06-06T11:44:06": "6 June 2014 11:44",
	} {
		d, _ := articles.ParseDate(in)
		if got := spoken(d); got != want {
			t.Errorf("%s is spoken %q, want %q", in, got, want)
		}
	}
}

func TestALongListIsReadInStretches(t *testing.T) {
	const n = headlinesAtOnce + 3
	o := newOne(articles.Article{Title: "x", Text: paragraphs(1)}, n)
	out := o.play(t, "", "", "p", "p", "q")
	at := 0
	for _, want := range []string{
		fmt.Sprintf("%d stories, %d unread. From 1 to %d:", n, n, headlinesAtOnce), "1. Story 0", "3 more: enter.",
		fmt.Sprintf("From %d to %d:", headlinesAtOnce+1, n), fmt.Sprintf("1. Story %d", headlinesAtOnce), "That was the last headline.",
		"From 1 to", "These are the first headlines.",
	} {
		i := strings.Index(out[at:], want)
		if i < 0 {
			t.Fatalf("%q does not come behind what was said before:\n%s", want, out)
		}
		at += i + len(want)
	}
	if strings.Count(out, "more: enter.") != 2 {
		t.Errorf("the last stretch promises more:\n%s", out)
	}
	if out := o.play(t, "", "2", "n", "q"); !strings.Contains(out, "That was the last") && strings.Count(out, "End of story.") != 2 {
		t.Errorf("the next story after one of the second stretch:\n%s", out)
	}
}

func TestWhereThereIsNothing(t *testing.T) {
	bare := articles.Article{Title: "Pilot heard", Text: paragraphs(1)}
	for name, c := range map[string]struct {
		n     int
		lines []string
		want  string
	}{
		"no stories":      {0, nil, "There are no stories here."},
		"no next story":   {0, []string{"n"}, "That was the last story of the list."},
		"nothing near":    {1, []string{"1", "r"}, "Nothing in the library is near this story."},
		"no thread":       {1, []string{"1", "t"}, "This story is in no thread."},
		"no cuts":         {1, []string{"1", "x"}, "Nothing was cut from this story."},
		"no address":      {1, []string{"1", "o"}, "This story carries no address."},
		"no problems":     {1, []string{"!"}, "Every file was read."},
		"no tags":         {1, []string{"1", "tag"}, "The story has no tags."},
		"nothing to undo": {1, []string{"undo"}, "Nothing to undo."},
	} {
		if out := newOne(bare, c.n).play(t, append(c.lines, "q")...); !strings.Contains(out, c.want) {
			t.Errorf("%s:\n%s", name, out)
		}
	}
	if out := newOne(articles.Article{Title: "A picture"}, 1).play(t, "1", "k", "q"); !strings.Contains(out, "No paragraph was heard yet.") {
		t.Errorf("a story without a word:\n%s", out)
	}
}

func TestEveryFailureIsSaid(t *testing.T) {
	gone := errors.New("the disk is gone")
	for call, c := range map[string]struct {
		lines []string
		want  string
	}{
		"story":    {[]string{"1"}, "Could not read the story: the disk is gone."},
		"related":  {[]string{"1", "r"}, "Could not look the related stories up: the disk is gone."},
		"thread":   {[]string{"1", "t"}, "Could not look the thread up: the disk is gone."},
		"problems": {[]string{"!"}, "Could not list the problems: the disk is gone."},
	} {
		o := newOne(articles.Article{Title: "Pilot heard", Text: paragraphs(9)}, 2)
		o.fail[call] = gone
		if out := o.play(t, append(c.lines, "q")...); !strings.Contains(out, c.want) {
			t.Errorf("%s: %q was not said:\n%s", call, c.want, out)
		}
	}
	o := newOne(articles.Article{Title: "Pilot heard", Text: paragraphs(9)}, 2)
	o.broken = gone
	for line, want := range map[string]string{
		"sources": "Could not list the outlets: ", "notes": "Could not list the notes: ", "undo": "Could not take the mark back: ", "n": "Could not read the list: ",
	} {
		if out := o.play(t, line, "q"); !strings.Contains(out, want) {
			t.Errorf("%s: %q was not said:\n%s", line, want, out)
		}
	}
}

func TestUndoIsHeardInTheStory(t *testing.T) {
	o := newOne(articles.Article{Title: "Pilot heard", Text: paragraphs(1)}, 1)
	out := o.play(t, "1", "s", "undo", "s", "q")
	if strings.Count(out, "Starred.") != 2 || strings.Contains(out, "Star taken away.") {
		t.Errorf("after the star was taken back, s should give it anew:\n%s", out)
	}
}

func TestTheFolderIsReadBeforeTheFirstHeadline(t *testing.T) {
	o := newOne(articles.Article{}, 1)
	if o.play(t, "q"); o.scans != 1 {
		t.Errorf("scanned %d times", o.scans)
	}
	for n, want := range map[int]string{1: "1 file could not be read.", 2: "2 files could not be read."} {
		o.failed = n
		if out := o.play(t, "q"); !strings.Contains(out, want) {
			t.Errorf("%d unread files:\n%s", n, out)
		}
	}
	o.fail["scan"] = errors.New("the disk is gone")
	if out := o.play(t, "q"); !strings.Contains(out, "the disk is gone") || !strings.Contains(out, "1. Story 0") {
		t.Errorf("a scan that fails:\n%s", out)
	}
}
