package text

import (
	"strings"
	"testing"
)

// depotPage is a copy of a page with the given lines between its menu and its
// paragraphs.
func depotPage(head string) string {
	return `WATCH LIVE
Log In
Harbour
Salt
Trams
Weather
Sport
Shop
Local News
Contact Us
Newsletter
About
Search

` + head + `

A fire in the bus depot of Tarrovia destroyed eleven buses on Thursday night, the fire brigade said on Friday morning, and nobody was hurt.

The flames could be seen from the hills of Vasska, and within a few minutes the roof of the depot in the east of Tarrovia had caught fire too.

"Six of the buses were new," said Runa Tell, who leads the depot. "They were to run on the eastern line from July."

Comments

Privacy Policy
Terms of Use
© 2014 Vasska Post. All rights reserved.
`
}

func TestTheHeadOfAPageIsRead(t *testing.T) {
	const headline = "Depot fire in Tarrovia: nobody was hurt"
	for name, c := range map[string]struct{ head, title, date, author string }{
		"a name beside the date":             {headline + "\n\nEdda Millow\n6 June 2014, 11:44", headline, "2014-06-06T11:44", "Edda Millow"},
		"two names beside the date":          {headline + "\n\n6 June 2014\n\nEdda Millow, Perrin Oule\n\nShare", headline, "2014-06-06", "Edda Millow|Perrin Oule"},
		"a label, then the name":             {headline + "\n\nBy\n\nEdda Millow\n\nDate\n\n6 June 2014", headline, "2014-06-06", "Edda Millow"},
		"by at the end of the line of time":  {headline + "\n\n6 June 2014 11:44 by\n\nEdda Millow\n\nShare", headline, "2014-06-06T11:44", "Edda Millow"},
		"the name behind the date above":     {"6 June 2014 // Edda Millow\n\n" + headline, headline, "2014-06-06", "Edda Millow"},
		"a byline below the date":            {headline + "\n\nThe council of Ostrel had closed the eastern gate of the old depot only the day before.\n\nFriday, June 6, 2014 - 3:40 a.m.\n\nBy Edda Millow\n\nShare", headline, "2014-06-06T03:40", "Edda Millow"},
		"published and updated on one line":  {headline + "\n\nBy Edda Millow | emillow@post.example\nPUBLISHED: June 6, 2014 at 4:56 p.m. | UPDATED: June 7, 2014 at 6:00 p.m.", headline, "2014-06-06T16:56", "Edda Millow"},
		"a line under the headline":          {headline + "\n\nBy\n\nEdda Millow\n\nDate\n\n6 June 2014\n\nShare\nFacebook\nTwitter\nLinkedIn\nReddit\nEmail\nPrint\n\nEleven buses of the eastern line of Tarrovia destroyed in the bus depot", headline, "2014-06-06", "Edda Millow"},
		"a quotation above a headline twice": {headline + "\n\nhome page\n'The roof of the bus depot caught fire in minutes'\n\n" + headline + "\n\nBy Edda Millow 6 June 2014, 11:44", headline, "2014-06-06T11:44", "Edda Millow"},
		"no name but a place":                {headline + "\n\nHarbour and Salt\n\n6 June 2014", headline, "2014-06-06", ""},
	} {
		src := depotPage(c.head)
		a := Clean(src, Options{})
		if a.Title != c.title || a.Published.String() != c.date || strings.Join(a.Authors, "|") != c.author {
			t.Errorf("%s: title %q, published %s, authors %q", name, a.Title, a.Published, a.Authors)
		}
		if !strings.Contains(a.Text, "A fire in the bus depot") || strings.Contains(a.Text, "Privacy") {
			t.Errorf("%s: text\n%s", name, a.Text)
		}
		checkNothingLost(t, src, a)
	}
}
