package text

import (
	"fmt"
	"strings"
	"testing"
)

// Pages copied whole in which little of the story reads as running text. Its
// lines stand between the markers.
const (
	siteHead = "Skip to content\nHome\nNews\nPolitics\nSport\nWeather\nSearch\nLog in\nMenu\nContact\nAbout us\n\n"
	siteFoot = "\n\nPrivacy Policy\nTerms of Use\nContact\n© 2014 Vasska Post. All rights reserved.\n"
	reviews  = "The mill has been in the hands of one family since it was built, and its owners have told the story of the fire to every visitor who has asked for it.\n\nWe went there twice last summer with the children, who would not leave before they had been allowed to pull the rope of the big wheel, and who still speak of it.\n\nWhoever wants to see the mill has to come before noon, because the miller closes the gate when the wind drops, and he does not open it for anyone after that.\n\nThe house next door sells bread, and what it does not sell by evening goes to the hens, so that there are no better fed hens between here and Ostrel.\n"
)

var thinPages = map[string]string{
	"a short story over longer words of others": siteHead +
		"Salt tasting at the mill\n\n6 June 2014\n\n<The mill of Lower Vasska opens its doors on Sunday for a tasting of eleven kinds of salt, among them the grey one of Karsk.\n\nCome early.>\n\nLeave a Reply\n\nYour email address will not be published.\n\nAbout the Vasska Post\n\n" + reviews + siteFoot,
	"verses between paragraphs": siteHead +
		"The song of the salt mill\n\n6 June 2014\n\n<Every child of Lower Vasska knows the song that the salt workers sang on their way to the pans, and few know all of it.\n\nThe wheel goes round and the wind is low\nand the master sleeps where the rushes grow\nand nobody counts what the carts have brought\nfor the salt was weighed and the scale was bought\n\nThe last two lines were added by Perrin Oule, who drove the night tram and who never denied it when he was asked.>\n\nComments\n" + siteFoot,
	"a sentence without its stop": siteHead +
		"Ferry inquiry hears the pilot\n\n6 June 2014\n\n<The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since spring.\n\nWe asked for the part in April and nobody wrote back\n\nThe company said the ship was seaworthy when it left Ostrel, and that it would answer the court in writing.>\n\nComments\n" + siteFoot,
	"a list that ends the story": siteHead +
		"What the inquiry asks of the harbour\n\n6 June 2014\n\n<The inquiry into the ferry that ran aground off Karsk has sent the harbour of Lower Vasska a list of what it wants to see before the summer.\n\nIt asks for three things:\n\nThe log of the second radar\nThe letters to the harbour office\nA list of everybody on the pilot boat>\n\nShare this\n\nRelated articles\n\nNight trams return to Karsk\n" + siteFoot,
}

func TestThinPagesKeepTheirStory(t *testing.T) {
	for name, page := range thinPages {
		head, rest, _ := strings.Cut(page, "<")
		story, tail, _ := strings.Cut(rest, ">")
		src := head + story + tail
		a := Clean(src, Options{})
		if got, want := strings.Fields(a.Text), strings.Fields(story); strings.Join(got, " ") != strings.Join(want, " ") {
			t.Errorf("%s: text\n%s", name, a.Text)
		}
		if a.Published.String() != "2014-06-06" {
			t.Errorf("%s: published %s", name, a.Published)
		}
		checkNothingLost(t, src, a)
	}
}

func TestALongThreadOfCommentsMakesAPage(t *testing.T) {
	var b strings.Builder
	b.WriteString("Home\n\nThe mill stands still again\n\nThe wheel of the mill of Lower Vasska stopped on Friday, and nobody in the town remembers that it ever stood still in June.\n\nThe miller blames the new lock above the weir, which the council of Ostrel opened in April against his advice.\n\nShare\n\nComments\n\n")
	for i := range 30 {
		fmt.Fprintf(&b, "Reader %d\n\nI have said for %d years that this would come of it, and I will say it again on Monday in the council.\n\nReply\n\n", i, i+2)
	}
	b.WriteString("Leave a Reply\n\nPrivacy Policy\n")
	a := Clean(b.String(), Options{})
	if !strings.Contains(a.Text, "stopped on Friday") || strings.Contains(a.Text, "I have said") {
		t.Errorf("text\n%s", a.Text)
	}
}

func TestTheHeadlineOfAPage(t *testing.T) {
	const story = "\n\nThe guild of the salt workers of Lower Vasska has sold the old mill to the town of Karsk, which wants to show it to visitors from May.\n\nThe mill was built two hundred years ago and worked until the salt workers found a better one in Ostrel, where the wind is stronger.\n\nComments\n"
	for name, c := range map[string]struct{ above, want string }{
		"and not the line under it":       {"Salt workers sell their old mill\n\nKarsk buys the old mill of the salt workers of Lower Vasska and will show it to visitors from May\n\nRuna Tell\n\n6 June 2014", "Salt workers sell their old mill"},
		"and not the way back":            {"← Salt workers of Vasska ask for an older mill\n\nSalt workers sell their mill\n\n6 June 2014", "Salt workers sell their mill"},
		"and not the line that dates it":  {"Salt workers sell their mill\n\n6 June 2014 by Runa Tell in Salt workers of Vasska", "Salt workers sell their mill"},
		"of two words, over an old story": {"Salt mill\n\n6 June 2014", "Salt mill"},
		"and not its tags":                {"Guild, Karsk, Mill, Salt, Vasska\n\nSalt workers sell their mill\n\n6 June 2014", "Salt workers sell their mill"},
	} {
		if a := Clean(siteHead+c.above+story+siteFoot, Options{}); a.Title != c.want {
			t.Errorf("the headline %s: %q, want %q", name, a.Title, c.want)
		}
	}
}

func TestWhatBlogEnginesWriteEndsAStory(t *testing.T) {
	for _, line := range []string{
		"Schreibe einen Kommentar", "Laisser un commentaire", "Deja un comentario", "Lascia un commento", "Deixe um comentário", "Geef een reactie",
		"Dodaj komentarz", "Lämna ett svar", "Přidat komentář", "Добавить комментарий", "Ähnliche Artikel", "Neueste Beiträge", "Recent Posts", "Entradas recientes",
		"Dieser Eintrag wurde veröffentlicht in Salz", "This entry was posted in Salt", "Kategorien: Salz, Mühlen",
	} {
		d := newDraft([]unit{newUnit(Block{Text: line})}, Options{})
		if !d.wall(0) {
			t.Errorf("%q is no wall: %+v", line, d.units[0].cue)
		}
	}
	for _, line := range []string{
		"Die Kategorie der Salze, die hier lagern, wurde 1912 festgelegt.", "He would answer, he said, when the comments were closed.",
		"Recent posts on the harbour wall were written by hand and signed by nobody.",
	} {
		d := newDraft([]unit{newUnit(Block{Text: line})}, Options{})
		if d.wall(0) {
			t.Errorf("%q is a wall: %+v", line, d.units[0].cue)
		}
	}
}

func TestTheDateOverAHeadlineIsItsOwn(t *testing.T) {
	const page = siteHead + "5 June 2014\n\nSalt workers sell their mill\n\nThe guild of the salt workers of Lower Vasska has sold the old mill to the town of Karsk, which wants to show it to visitors from May.\n\nThe price was not named, but the council of Ostrel says that it had offered twice as much and that nobody wrote back.\n\nThe roof will be mended first, and the wheel after it, if the winter leaves enough of both to mend.\n\nPosted by the guild on 9 June 2014\n\nThe mill was built two hundred years ago and worked until the salt workers found a better one in Ostrel, where the wind is stronger.\n\nComments\n" + siteFoot
	for name, c := range map[string]struct{ src, published, modified string }{
		"a day within the story":  {page, "2014-06-05", ""},
		"the day of a correction": {strings.Replace(page, "mill\n\nThe guild", "mill\n\nStory updated on 7 June 2014\n\nThe guild", 1), "2014-06-05", "2014-06-07"},
	} {
		a := Clean(c.src, Options{})
		if a.Published.String() != c.published || a.Modified.String() != c.modified {
			t.Errorf("%s: published %s, modified %s", name, a.Published, a.Modified)
		}
	}
}

func TestAListOfDatedHeadlinesIsNotTheStory(t *testing.T) {
	var list strings.Builder
	for _, s := range []string{"Salt workers of Lower Vasska ask for...", "Karsk wants to show the old mill to...", "Nobody counts the salt that the mill...", "The wheel of the mill stands still and..."} {
		list.WriteString(s + "\n\n4 June 2014\n\n")
	}
	a := Clean(siteHead+list.String()+"Salt workers sell their mill\n\n6 June 2014\n\nThe guild of the salt workers of Lower Vasska has sold the old mill to the town of Karsk, which wants to show it to visitors from May.\n\nThe mill was built two hundred years ago and worked until the salt workers found a better one in Ostrel, where the wind is stronger.\n\nComments\n"+siteFoot, Options{})
	if a.Title != "Salt workers sell their mill" || a.Published.String() != "2014-06-06" || strings.Contains(a.Text, "stands still") {
		t.Errorf("title %q, published %s, text\n%s", a.Title, a.Published, a.Text)
	}
}

func TestAPageKeepsWhatStandsOverALateHeading(t *testing.T) {
	a := Clean(siteHead+"Salt mill\n\n6 June 2014\n\nThe guild of the salt workers of Lower Vasska has sold the old mill to the town of Karsk, which wants to show it to visitors from May.\n\nWhat visitors of the old mill will see of the salt workers\n\nThe mill was built two hundred years ago and worked until the salt workers found a better one in Ostrel, where the wind is stronger.\n\nComments\n"+siteFoot, Options{})
	if a.Title != "Salt mill" || !strings.Contains(a.Text, "has sold the old mill") || !strings.Contains(a.Text, "What visitors") {
		t.Errorf("title %q, text\n%s", a.Title, a.Text)
	}
}
