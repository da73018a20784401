package text

import (
	"strings"
	"testing"

	"broadsheet/articles"
)

// TestWhatIsNearlyJunkStays holds, class by class, what a list of phrases
// would cut and a reader would miss.
func TestWhatIsNearlyJunkStays(t *testing.T) {
	for class, lines := range map[articles.Class][]string{
		articles.ClassDupTitle: {"The harbour inquiry hears the pilot again on Monday, and the engineer after him."},
		articles.ClassDate:     {"On June 6, 2014, at a quarter to twelve, the lamp on the mole went out.", "The log for 2 June 2014 has a page missing."},
		articles.ClassByline:   {"By Friday the pilot had been heard, and by Monday he was forgotten.", "By the river they found a radar.", "Runa Tell, the harbour master, said nothing."},
		articles.ClassCaption: {"Runa Tell stood on the mole, on the left, and waved at nobody in particular.", "The picture shows the ferry on the bank, he said, and two of its boats.",
			"“The pilot (L) was in Karsk on June 6, 2014,” the court was told, “and the harbour master (R) was at the other end of the mole.”"},
		articles.ClassPhotoCredit: {"A photo of the pilot hung in the hall for a week.", "Getty was not a name they knew in Karsk.", "He took photos by the hundred and kept three."},
		articles.ClassShare:       {"Share the catch, said the guild, or sell it.", "The tweet was the shortest speech of the session.", "Facebook and Twitter were of no help to the coastguard."},
		articles.ClassAdvert:      {"The advertisement in the Courier had asked for a pilot with two radars."},
		articles.ClassNewsletter: {"The newsletter of the guild had warned of it in March.", "They asked him to sign up for the boats, and he did.", "Subscribe, they told him, and he subscribed to the theory that it was fog.",
			`The mayor put the box down and looked up. "Sign up for our newsletter," the box said.`, "The parrot knew one sentence. Sign up for our newsletter, it said all night."},
		articles.ClassPromo:             {"Become a pilot and you will be asked about radars for life, he said.", "Support the mast and the sail will follow, they say in Karsk."},
		articles.ClassCommentPrompt:     {"He would not comment.", "“No comment,” said the harbour master, and left.", "What do you think the mayor said when they asked him about the bridge?", "Nobody left a comment in the book."},
		articles.ClassLabel:             {"Highlights of the day were a tug and a cake.", "The editors of the log were two boys.", "It was live: the radio had sent every word."},
		articles.ClassNav:               {"Home is where the ferry goes, he said.", "Contact with the tug was lost at nine.", "Search parties went out at dawn."},
		articles.ClassCookie:            {"The cookies were gone by noon, and so was the tea.", "They accept all that the sea brings."},
		articles.ClassCopyright:         {"The copyright in the log, the court found, lay with the sea.", "All rights to the wreck are reserved to the crown by a law of 1840."},
		articles.ClassSourceCredit:      {"Sources close to the guild spoke of a second log.", "Source of the smoke was a galley, and in it a pan.", "Via Ostrel the journey takes an hour more."},
		articles.ClassContributorCredit: {"Two clerks contributed to this confusion, the judge said.", "The tug also contributed a rope."},
		articles.ClassAuthorBio:         {"Oule is a former captain of the guild and a father of five.", "She is a professor of tides, which in Karsk is an office of state.", "The man at the wheel was a writer on leave."},
		articles.ClassTags:              {"Topics were few: the weather, the radar and the price of tea.", "Tagged and weighed, the eels went back into the sea."},
		articles.ClassPullQuote:         {"“We asked for the part,” he said again, and again nobody wrote it down."},
		articles.ClassURL:               {"The address was www.courier.example and the password was the name of his dog.", "https://courier.example/log was the whole of the letter, and nobody opened it."},
		articles.ClassReadMore:          {"Read more than once, the log still made no sense.", "Continue reading, said the judge, and the pilot read.", "Click here and there, the keys of the old telegraph told of a ship."},
		articles.ClassFollow:            {"Follow the coast, he told them, and you cannot miss it.", "The police will follow up on the rope."},
		articles.ClassGallery:           {"Watch the tide and not the clock, said the harbour master.", "The gallery was full by nine, and photos were forbidden.", "See the lamp? he asked. It was not lit."},
		articles.ClassMostRead:          {"The most read book in Karsk is a tide table.", "The latest of the tugs came at noon."},
		articles.ClassSyndication:       {"The song first appeared in Vasska in the year of the flood."},
		articles.ClassSignOff:           {"The end came at four.", "“Ends,” said the clerk."},
		articles.ClassDisclaimer:        {"Correction of the charts will take a year.", "An earlier version of this story gave the wrong year for the ferry. It was built in 1971.", "This story has been corrected to show that the ferry was built in 1971."},
		articles.ClassPaywall:           {"Free articles of clothing were handed out on the quay.", "Members only, said the sign on the mole."},
		articles.ClassRelated:           {"Related costs came to nine crowns a head.", "See also the bill for the rope, said the clerk.", "Background: none."},
		articles.ClassWireHeader:        {"URGENT was written on the telegram, in red."},
		articles.ClassWireTrailer:       {"Reporting the loss took two days."},
		articles.ClassDebugDump:         {"The notice said: Undefined, in chalk, on line 9 of the board."},
	} {
		for _, s := range lines {
			for at, name := range map[place]string{middle: "among the paragraphs", bottom: "below them"} {
				src := withLine(at, s)
				if a := Clean(src, Options{}); !strings.Contains(a.Text, s) {
					t.Errorf("no %s: %q went %s: %v", class, s, name, a.Cuts)
				}
			}
		}
	}
}
