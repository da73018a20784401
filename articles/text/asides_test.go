package text

import (
	"strings"
	"testing"
)

// between sets lines between the paragraphs of an invented story.
func between(lines string) string {
	return `Harbour inquiry hears the pilot

The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring.

"We asked for the part in April," he said, and nobody in the harbour office of Ostrel had an answer to it that day.

` + lines + `

The inquiry will hear the harbour master next, and after him the engineers who signed for the radar in the autumn of the year before.

Forty passengers were taken off in boats that night, and all of them reached the shore of Karsk before the morning.
`
}

func TestWhatOutletsSetBetweenParagraphsGoes(t *testing.T) {
	for name, c := range map[string]struct{ lines, related string }{
		"a headline with a line under it": {"Analysis Ostrel's harbour could become the most expensive ever built\nThe council warns that the work is set to be paid by people who will never see a ferry", "Ostrel's harbour could become the most expensive ever built"},
		"a headline in the English style": {"Runa Tell on Leaving the Harbour Office After the Ferry Affair", "Runa Tell on Leaving the Harbour Office After the Ferry Affair"},
		"a video with its length":         {"From Deck Hand to Harbour Master: Who Is Perrin Oule? 1:58", ""},
		"a picture with its agency":       {"A ferry on the rocks off Karsk. (Runa Tell/TW Photo)", ""},
		"a credit alone":                  {"Rex/Splash", ""},
		"all that was watched":            {"JUST WATCHED Ferry off Karsk Replay More Videos ... MUST WATCH Ferry off Karsk 02:16", ""},
		"a value of Python":               {"Story(id=7, title='Salt road to reopen', tags=['salt', 'road'], url='/salt/7')", "Salt road to reopen"},
		"a value of Go":                   {"&{ID:7 Title:Salt road to reopen Tags:[salt road] Body:<nil>}", ""},
		"a map of Go":                     {"map[id:7 title:Salt road to reopen]", ""},
		"a value of Ruby":                 {`#<Story id: 7, title: "Salt road to reopen", created_at: "2014-06-06 11:44:06">`, "Salt road to reopen"},
		"a value of Rust":                 {`Story { id: 7, title: "Salt road to reopen" }`, "Salt road to reopen"},
		"a value of Java":                 {"Story{id=7, title='Salt road to reopen'}", "Salt road to reopen"},
		"a list of values":                {"[<Story: Salt road to reopen>, <Story: Trams return>]", ""},
		"state pushed to scripts":         {`self.__next_f.push([1,"a:I[4707,[],\"\"]\n"]);self.__next_f.push([1,"b:I[36423,[],\"\"]\n"])`, ""},
	} {
		src := between(c.lines)
		a := Clean(src, Options{})
		if a.Text != Clean(between(""), Options{}).Text {
			t.Errorf("%s: text\n%s", name, a.Text)
		}
		related := ""
		for _, l := range a.Related {
			related += l.Title
		}
		if related != c.related {
			t.Errorf("%s: related %q", name, related)
		}
		checkNothingLost(t, src, a)
	}
}

func TestWhatAStorySetsBetweenItsParagraphsStays(t *testing.T) {
	for name, lines := range map[string]string{
		"a heading":                      "What the log says",
		"headings of its own":            "What the Log of the Ferry Says About That Night\n\nHe read it out to the inquiry, and the harbour master of Ostrel asked for it to be read a second time.\n\nThe radar",
		"three headings":                 "What the Log of the Ferry Says About That Night\n\nHe read it out to the inquiry, and the harbour master asked for it again.\n\nWhy the Council of Ostrel Did Not Buy Another Radar\n\nIt would have cost as much as four carts, said the man who keeps the accounts.\n\nWho Will Pay for the Boats of the Fishermen of Karsk\n\nNobody could tell the inquiry that, and it was not the first time either.",
		"two verses":                     "The ferry lies upon the rocks\nand all its lamps are out",
		"a time of day":                  "The boats of the fishermen came at 8:30",
		"a score":                        "Karsk won by 2 to 1:58 was on the clock.",
		"a name and a place in brackets": "The harbour master asked for the log (Ostrel/Karsk).",
		"a correction":                   "Correction: An earlier version of this story named the wrong ferry.",
		"a call with its arguments":      "open(a=1, b=2)",
		"a set in words":                 "The office keeps {boats, carts, boards} and gives out none of them.",
	} {
		src := between(lines)
		if a := Clean(src, Options{}); !strings.Contains(squeeze(a.Text), squeeze(lines)) {
			t.Errorf("%s: text\n%s", name, a.Text)
		}
	}
}

// squeeze is a text on one line.
func squeeze(s string) string { return strings.Join(strings.Fields(s), " ") }

func TestThePointsOfASummaryGo(t *testing.T) {
	src := strings.Replace(between(""), "The pilot of", "Story highlights The pilot spoke to the inquiry for an hour\n\nThe second radar had been out of order since the spring\n\nThe harbour office has no answer\n\nKarsk (TW) The pilot of", 1)
	a := Clean(src, Options{})
	if !strings.HasPrefix(a.Text, "Karsk (TW) The pilot of") {
		t.Errorf("text\n%s", a.Text)
	}
	checkNothingLost(t, src, a)
}

func TestADateGluedToTheFirstParagraphIsRead(t *testing.T) {
	src := strings.Replace(between(""), "The pilot of", "Friday, 6 June, 2014 - 12:33 The pilot of", 1)
	a := Clean(src, Options{})
	if a.Published.String() != "2014-06-06T12:33" || !strings.HasPrefix(a.Text, "The pilot of the ferry") {
		t.Errorf("published %s, text\n%s", a.Published, a.Text)
	}
	checkNothingLost(t, src, a)
	on := strings.Replace(between(""), "The pilot of", "6 June 2014 12:33 was when the pilot of", 1)
	if a := Clean(on, Options{}); !strings.HasPrefix(a.Text, "6 June 2014 12:33 was") {
		t.Errorf("text\n%s", a.Text)
	}
}

func TestWhatWasCutShortBelowAStoryGoes(t *testing.T) {
	for name, tail := range map[string]string{
		"a list":                   "The salt road of Lower Vasska opens again after a winter of nine weeks, and the first carts…\nNight trams of Karsk run again from Monday on, says the council, and the fare…\nThe library bill passed by one vote in a session that went on until the small…\n",
		"a headline with its line": "The salt road of Lower Vasska opens again\nThe first carts left the mill of Ostrel at dawn, and the master of the pans said that...\n",
	} {
		src := between("") + "\n" + tail
		if a := Clean(src, Options{}); a.Text != Clean(between(""), Options{}).Text {
			t.Errorf("%s: text\n%s", name, a.Text)
		} else {
			checkNothingLost(t, src, a)
		}
	}
	if a := Clean(between("")+"\nNobody asked about the part again, and so it went on…\n", Options{}); !strings.HasSuffix(a.Text, "so it went on…") {
		t.Errorf("text\n%s", a.Text)
	}
}

func TestATranscriptKeepsItsSpeakers(t *testing.T) {
	src := `Interview with the harbour master of Ostrel on the ferry and its radar

PERRIN OULE
You have been harbour master of Ostrel for nine years, and this was the first ferry on the rocks off Karsk.

RUNA TELL
Yes.

PERRIN OULE
The pilot says that he asked for the part of the radar in April, and that nobody in your office wrote back.

RUNA TELL
He did ask, and I read his letter to the council myself.

PERRIN OULE
And what did the council say to you when it had heard the letter, if it said anything?

RUNA TELL
That there was no money for it until the autumn, and by the autumn the ferry was on the rocks.
`
	if a := Clean(src, Options{}); strings.Count(a.Text, "RUNA TELL") != 3 || strings.Count(a.Text, "PERRIN OULE") != 3 {
		t.Errorf("text\n%s\ncuts %v", a.Text, a.Cuts)
	}
}

func TestTheHeadlineOfAScrapeIsNeitherTheWayToItNorATicker(t *testing.T) {
	const headline = "Harbour inquiry hears the pilot"
	for name, above := range map[string]string{
		"the way to it":     "HomeHarbour" + headline + "\n\n" + headline,
		"what the day held": "Depot fire: nobody was hurt +++ Night trams return +++ News from Ostrel.\n\n" + headline,
		"a button":          "Press \"Enter\" to skip to content\n\n" + headline,
		"an icon":           "- menu-icon\n" + headline,
		"a time, no year":   "Updated Dec. 25 at 3:53 pm E.T.\n\n" + headline,
		"the site behind":   headline + " ⋆ Ostrel Herald",
	} {
		src := strings.Replace(between(""), headline, above, 1)
		a := Clean(src, Options{})
		if a.Title != headline {
			t.Errorf("%s: title %q", name, a.Title)
		}
		checkNothingLost(t, src, a)
	}
}

func TestWhoIsNamedOutrightWroteIt(t *testing.T) {
	src := strings.Replace(between(""), "The pilot of", "Court Ruling\n\nDecember 24, 2013 | By Runa Tell\n\nThe pilot of", 1)
	if a := Clean(src, Options{}); strings.Join(a.Authors, "|") != "Runa Tell" || a.Published.String() != "2013-12-24" {
		t.Errorf("authors %q, published %s", a.Authors, a.Published)
	}
}

func TestAParagraphBelowALineOfPicturesStays(t *testing.T) {
	const paragraph = `Things went quickly from there. On Saturday, May 28, the pilot sang of the radar in the hall of the guild, and nobody laughed.`
	src := between("PHOTOS: See All of the Ferries That Ran Aground Off Karsk\n" + paragraph)
	if a := Clean(src, Options{}); !strings.Contains(a.Text, paragraph) || strings.Contains(a.Text, "PHOTOS") {
		t.Errorf("text\n%s", a.Text)
	}
}

func TestAWishToBeSharedBehindAParagraphGoes(t *testing.T) {
	src := strings.Replace(between(""), "before the morning.", "before the morning. SHARE this story if you have seen the ferry!", 1)
	a := Clean(src, Options{})
	if !strings.HasSuffix(a.Text, "before the morning.") {
		t.Errorf("text\n%s", a.Text)
	}
	checkNothingLost(t, src, a)
}
