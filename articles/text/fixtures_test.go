package text

import (
	"fmt"
	"strings"
)

// seedStory has the shape the project began from: the headline twice, the
// date, paragraphs, a sign-off, a dump.
const seedStory = `Night trams return to Karsk after two years

Night trams return to Karsk after two years
Fri Jun 6, 2014 11:44:06

The night trams of Karsk will run again from Monday, the council of Ostrel said on Friday, two years after the last of them was taken off the rails.

"We counted the people who walk home," said Runa Tell, who speaks for the depot. "There were more of them than we had seats for."

Eleven cars have been repaired. Four more wait for a part from Tarrovia, which was ordered in April and has not been seen since.

The fare stays as it was. Drivers will be paid a quarter more after midnight.

Perrin Oule, who drove the last night tram in 2012, has asked to drive the first one.

BA/BA

string(90) "[{"id":"1578533","sort":"3213491","contenttypeid":"21","pic":"/2014/03/23/karsk_635312057967354048_25f_4x3.jpg","title":"Depot of Karsk warns of a lack of drivers"} ,{"id":"1588314","sort":"3213490","contenttypeid":"21","pic":"/2014/04/25/ostrel_635340105892346956_25f_4x3.jpg","title":"Ostrel halts talks on the eastern line"} ]"`

// longStory is n paragraphs of clean text under a headline.
func longStory(n int) string {
	var b strings.Builder
	b.WriteString("Salt harvest of Lower Vasska doubles\n\n")
	for i := range n {
		fmt.Fprintf(&b, "In week %d the guild counted %d tonnes, and the master of the pans, Perrin Oule, told the council of Ostrel that he had never seen the like. He asked for carts, for boards and for %d pairs of hands. Nobody in Karsk believed the figure until the scales were brought down from the mill and the sacks were weighed one by one.\n\n", i, 900+i, i*2)
	}
	return b.String()
}
