package cli

import (
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestAbsentHeadlinesDoNotTakeEveryKey(t *testing.T) {
	for _, c := range []struct{ in, want string }{
		{"", ""},
		{"Here lost gone Near", "Here lost gone Near"},
		{"lost gone away Here", "lost gone away Here"},
		{"lost gone away past never Here Near", "lost gone away Here Near past never"},
		{"Here lost gone Near away past", "Here lost gone Near away past"},
	} {
		var leads []articles.Lead
		for _, word := range strings.Fields(c.in) {
			l := articles.Lead{Headline: articles.Headline{Title: word}}
			if word[0] < 'a' { // a capital: the library holds it
				l.Headline.ID = articles.ID(word)
			}
			leads = append(leads, l)
		}
		var got []string
		for _, l := range withinReach(leads) {
			got = append(got, l.Headline.Title)
		}
		if strings.Join(got, " ") != c.want {
			t.Errorf("%q becomes %q, want %q", c.in, got, c.want)
		}
	}
}
