package page

import (
	"strings"
	"testing"
)

// after reads a page with something put behind its story.
func after(t *testing.T, tail string) string {
	t.Helper()
	return read(t, strings.Replace(page("", "<h1>Boats go out again</h1>"), "</article>", tail+"</article>", 1)).Text
}

func TestAHeadingOverNothingThatIsKeptGoes(t *testing.T) {
	links := `<ul><li><a href="/a">Ferry runs aground off Karsk</a></li><li><a href="/b">Night trams return to the east</a></li></ul>`
	for name, tail := range map[string]string{
		"at the end":            "<h3>What we know</h3>",
		"over a list of links":  "<h3>From the archive</h3>" + links,
		"a line with its colon": "<p>Still to come:</p>" + links,
	} {
		if got := after(t, tail); !strings.HasSuffix(got, "are to be heard.") {
			t.Errorf("%s: the story ends %q", name, got[len(got)-60:])
		}
	}
	if got := after(t, "<h3>What we know</h3><p>The pilot has been found on the pier, and was well when the harbour master spoke to him at noon.</p>"); !strings.Contains(got, "What we know") {
		t.Error("a heading over a paragraph was dropped")
	}
}

func TestAStoryDoesNotEndInANotice(t *testing.T) {
	for _, tail := range []string{
		"<p>Copyright 2014 Ostrel Courier. All rights reserved. This material may not be published, broadcast, rewritten or redistributed.</p>",
		"<p>© 2014 Tarrovia Wire</p>",
		"<p>Sign up for our newsletter to get the best stories of the day in your inbox.</p>",
	} {
		if got := after(t, tail); !strings.HasSuffix(got, "are to be heard.") {
			t.Errorf("the story ends %q", got[len(got)-80:])
		}
	}
	last := "“We shall ask for a third radar,” the harbour master said to those who had waited for him on the pier."
	if got := after(t, "<p>"+last+"</p>"); !strings.HasSuffix(got, last) {
		t.Errorf("a last word is lost: the story ends %q", got[len(got)-80:])
	}
}

func TestAStoryIsNotEverySecondParagraph(t *testing.T) {
	var b strings.Builder
	b.WriteString("<h1>Boats go out again</h1>")
	for _, p := range strings.Split(story, "\n") {
		b.WriteString(p + `<p><a href="https://courier.ostrel.example/office">The harbour office</a> said so again on <a href="/friday">Friday</a>, and it was believed by all who heard it.</p>`)
	}
	src := "<html><body><div>" + b.String() + "</div></body></html>"
	if n := strings.Count(read(t, src).Text, "said so again"); n != 3 {
		t.Errorf("%d of 3 paragraphs with links are kept", n)
	}
}
