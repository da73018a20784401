package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"broadsheet/articles"
)

// heard is what is said of a story.
func heard(in Input) (out []string) {
	lines, _ := Spoken(in)
	for _, l := range lines {
		out = append(out, l.Text)
	}
	return out
}

func TestAStoryThatIsHeard(t *testing.T) {
	lines := heard(ferry(t))
	golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
	in := scrape(t)
	in.Article.Body = arabic
	for _, l := range append(lines, heard(in)...) {
		if l == "" || strings.ContainsAny(l, "\x1b─▎●○★│") {
			t.Errorf("it says %q", l)
		}
	}
}

func TestLinksAreNumberedAsTheyAreHeard(t *testing.T) {
	_, links := Spoken(ferry(t))
	if len(links) != 4 || links[0].URL != "https://ostrel.example/office" || links[0].Number != 1 {
		t.Errorf("the links are %+v", links)
	}
}

func TestAParagraphThatIsHeardCanBeMarked(t *testing.T) {
	in := marked(articles.Passage{Quote: "He paused.", Nth: 1, Note: "why?"})
	lines, _ := Spoken(in)
	var said []string
	for _, l := range lines {
		text := l.Text
		if l.Marked {
			text += " *"
		}
		said = append(said, text)
		if l.Passage.Quote != "" && !strings.HasSuffix(l.Text, l.Passage.Quote) {
			t.Errorf("%q is marked by %q", l.Text, l.Passage.Quote)
		}
	}
	want := "The first. / \"The second,\" he said, and more of it. / He paused. / The third. / Marked: He paused. * / Note: why?"
	if got := strings.Join(said, " / "); got != want {
		t.Errorf("it says %s", got)
	}
}
