package catalog

import (
	"fmt"
	"testing"
)

func TestAsManyRowsArePutAsThereAre(t *testing.T) {
	for _, n := range []int{0, 1, atOnce - 1, atOnce, atOnce + 1, 3*atOnce + 5} {
		c := opened(t, t.TempDir())
		commit(t, c, bring(1, n))
		if got := count(t, c, "stories"); got != n {
			t.Errorf("%d stories of %d", got, n)
		}
		newest, err := c.Newest(t.Context(), 0, n)
		if err != nil {
			t.Fatal(err)
		}
		for i, one := range newest {
			if want := fmt.Sprintf("Story %d", n-i); one.Headline.Title != want || one.Rel != fmt.Sprintf("%04d.txt", n-i) {
				t.Errorf("of %d: %q in %s, want %q", n, one.Headline.Title, one.Rel, want)
			}
		}
	}
}
