package text

import (
	"testing"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

func TestADateIsKeptForItsLineAndHintOnly(t *testing.T) {
	d := &draft{}
	d.out.Language = "en"
	near, _ := dates.Parse("6 June 2014", dates.Hint{})
	for _, c := range []struct {
		line string
		near articles.Date
		want string
	}{
		{"Friday 6 June 2014, by Runa Tell", articles.Date{}, "2014-06-06"},
		{"Friday 6 June 2014, by Runa Tell", articles.Date{}, "2014-06-06"},
		{"no date of 100 here", articles.Date{}, ""},
		{"Updated 8 June 2014", articles.Date{}, "2014-06-08"},
		{"Friday 6 June 2014, by Runa Tell", articles.Date{}, "2014-06-06"},
		{"Friday 6 June 2014, by Runa Tell", near, "2014-06-06"},
		{"", articles.Date{}, ""},
	} {
		at, start, end, ok := d.find(c.line, c.near)
		want, from, to, found := dates.Find(c.line, dates.Hint{Language: "en", Near: c.near})
		if ok != found || at != want || start != from || end != to || at.String() != c.want {
			t.Errorf("%q holds %s at %d-%d, want %s at %d-%d", c.line, at, start, end, c.want, from, to)
		}
	}
}
