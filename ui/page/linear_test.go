package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
)

func TestAStoryThatIsHeard(t *testing.T) {
	lines := Linear(ferry(t))
	golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
	in := scrape(t)
	in.Article.Body = arabic
	for _, l := range append(lines, Linear(in)...) {
		if l == "" || strings.ContainsAny(l, "\x1b─▎●○★│") {
			t.Errorf("it says %q", l)
		}
	}
}
