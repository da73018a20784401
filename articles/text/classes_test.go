package text

import (
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// paragraphs are the clean story the classes are tested in.
var paragraphs = []string{
	"The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring.",
	"“We asked for the part in April,” he said. “Nobody wrote back, and in May we stopped asking for it.”",
	"The company said the ship was seaworthy when it left Ostrel, and that it would answer the court in writing before the month was out.",
	"Ninety passengers were taken off in boats. The harbour of Lower Vasska sent tea, blankets and the brass band that had been waiting for them.",
}

const headline = "Harbour inquiry hears the pilot"

// place says where in the story a junk line is put.
type place int

const (
	top    place = 0 // under the headline
	middle place = 2
	bottom place = 4
)

func withLine(at place, junk string) string {
	lines := slices.Insert(slices.Clone(paragraphs), int(at), junk)
	return headline + "\n\n" + strings.Join(lines, "\n\n") + "\n"
}

func TestEveryClassIsCutAndRecorded(t *testing.T) {
	for _, c := range []struct {
		class articles.Class
		at    place
		junk  string
	}{
		{articles.ClassDupTitle, top, headline},
		{articles.ClassDate, top, "Fri Jun 6, 2014 11:44:06"},
		{articles.ClassDate, top, "Published: 6 June 2014 at 11:44"},
		{articles.ClassByline, top, "By Runa Tell"},
		{articles.ClassByline, top, "By Runa Tell2014-06-06 09:32:17 UTC"},
		{articles.ClassByline, top, "Posted by Runa Tell | Jun 6, 2014 | Harbour"},
		{articles.ClassByline, bottom, "-- By Runa Tell Follow @runatell"},
		{articles.ClassCaption, middle, "Pilot Perrin Oule leaves the court\n(Photo Credit: Getty Images)"},
		{articles.ClassCaption, middle, "The ferry off Karsk on Thursday [Splash]"},
		{articles.ClassPhotoCredit, middle, "(Photo Credit: Getty Images)"},
		{articles.ClassPhotoCredit, middle, "Photo: Runa Tell"},
		{articles.ClassCaption, middle, "Pilot Perrin Oule leaves the court in Ostrel. Foto: Runa Tell/dpa"},
		{articles.ClassCaption, middle, "Buses de la alcaldía en Karsk el viernes. FOTO Runa Tell"},
		{articles.ClassCaption, middle, "Photo\nPilot Oule in court. Credit Runa Tell for The Ostrel Courier"},
		{articles.ClassShare, middle, "9:39 PM - 6 Jun 2014\n3,899 Retweets 4,576 likes"},
		{articles.ClassShare, bottom, "Share this | Feedback"},
		{articles.ClassShare, bottom, "Please share this story on Facebook!"},
		{articles.ClassNav, bottom, "About us · Contact · Terms"},
		{articles.ClassNewsletter, middle, "The harbour, the trams, the salt road and the well: get the stories of the week delivered to your inbox every Friday. By subscribing, you agree to our privacy policy."},
		{articles.ClassSignOff, bottom, "Thanks for reading."},
		{articles.ClassDisclaimer, bottom, "This is a developing story. Please check back for updates."},
		{articles.ClassDisclaimer, bottom, "This is a developing story. Please check back for updates."},
		{articles.ClassCopyright, bottom, "Not to be licensed for fine art prints. No wall decor use without prior contributor consent."},
		{articles.ClassCommentPrompt, bottom, "What do you think? Should the pilot go to sea again?"},
		{articles.ClassPhotoCredit, bottom, "Featured image via Flickr"},
		{articles.ClassShare, top, "69.9k SHARES Share Tweet"},
		{articles.ClassShare, bottom, "Facebook Twitter Pinterest WhatsApp"},
		{articles.ClassShare, bottom, "Share this story with your friends"},
		{articles.ClassAdvert, middle, "Advertisement"},
		{articles.ClassAdvert, middle, "Story Continued Below"},
		{articles.ClassAdvert, middle, "Advertisement - story continues below"},
		{articles.ClassNewsletter, middle, "Sign up for our newsletter"},
		{articles.ClassNewsletter, bottom, "Subscribe to our daily newsletter and get the harbour news in your inbox."},
		{articles.ClassPromo, bottom, "Download our app"},
		{articles.ClassPromo, bottom, "Support our journalism and become a member today"},
		{articles.ClassCommentPrompt, bottom, "What do you think? Let us know in the comments below!"},
		{articles.ClassCommentPrompt, bottom, "Comments"},
		{articles.ClassLabel, bottom, "Authors:"},
		{articles.ClassNav, bottom, "Back to top"},
		{articles.ClassCookie, bottom, "This website uses cookies to improve your experience."},
		{articles.ClassCopyright, bottom, "© 2014 Vasska Post. All rights reserved."},
		{articles.ClassCopyright, bottom, "This material may not be published, broadcast, rewritten or redistributed."},
		{articles.ClassSourceCredit, bottom, "Source: Tarrovia Wire"},
		{articles.ClassSourceCredit, bottom, "H/T Vasska Post"},
		{articles.ClassContributorCredit, bottom, "Edda Millow in Tarrovia contributed to this report."},
		{articles.ClassAuthorBio, bottom, "Runa Tell is a reporter at the Ostrel Courier."},
		{articles.ClassTags, bottom, "Tags: ferry, Karsk, inquiry"},
		{articles.ClassPullQuote, middle, "Nobody wrote back, and in May we stopped asking for it"},
		{articles.ClassURL, top, "https://courier.example/2014/06/06/harbour-inquiry"},
		{articles.ClassReadMore, bottom, "Read more at https://courier.example/ferry"},
		{articles.ClassFollow, bottom, "Follow us on Facebook and Twitter"},
		{articles.ClassGallery, middle, "Play Video"},
		{articles.ClassGallery, middle, "WATCH: Ferry Runs Aground Off Karsk"},
		{articles.ClassMostRead, bottom, "Most read\nSalt road to reopen after the winter\nNight trams return to Karsk"},
		{articles.ClassSyndication, bottom, "This article originally appeared on Tarrovia Wire."},
		{articles.ClassSignOff, bottom, "BA/BA"},
		{articles.ClassSignOff, bottom, "erb/ots"},
		{articles.ClassDisclaimer, bottom, "The views expressed in this article do not necessarily reflect those of the Vasska Post."},
		{articles.ClassPaywall, bottom, "Already a subscriber? Log in."},
		{articles.ClassCommentPrompt, bottom, "Save my name, email, and website in this browser for the next time I comment."},
		{articles.ClassCommentPrompt, bottom, "Die Redaktion behält sich vor, Leserkommentare zu kürzen, und bittet um Verständnis."},
		{articles.ClassAuthorBio, bottom, "Edda Millow writes on ferries and is author of the book: What the Log Says, and Other Harbours"},
		{articles.ClassCommentPrompt, bottom, "Dejanos tu comentario"},
		{articles.ClassNewsletter, bottom, "Gib deine E-Mail-Adresse ein, um diesem Blog zu folgen und Benachrichtigungen zu erhalten."},
		{articles.ClassGallery, middle, "View this post on Instagram"},
		{articles.ClassGallery, middle, "A post shared by The Harbour Office (@harbouroffice)"},
		{articles.ClassLabel, middle, "Tempo di lettura: 25 minuti"},
		{articles.ClassRelated, middle, "RELATED: Ferry Runs Aground Off Karsk With Ninety On Board"},
		{articles.ClassRelated, middle, ">> The ferry affair: what we know of the second radar"},
		{articles.ClassRelated, middle, "» Read more: The ferry affair and the second radar"},
		{articles.ClassRelated, middle, "Also in this issue: Salt road to reopen after the winter"},
		{articles.ClassRelated, middle, "Lea más: La ruta de la sal abre después del invierno"},
		{articles.ClassRelated, middle, "Nota relacionada: Vuelven los tranvías nocturnos"},
		{articles.ClassRelated, middle, "Mehr zum Thema: Salzstraße öffnet nach dem Winter"},
		{articles.ClassRelated, middle, "À lire aussi : La route du sel rouvre"},
		{articles.ClassRelated, middle, "Читайте также: Ночные трамваи возвращаются"},
		{articles.ClassRelated, middle, "関連記事：夜の路面電車がカルスクに戻る"},
		{articles.ClassRelated, middle, "اقرأ أيضا: عودة ترام الليل إلى كارسك"},
		{articles.ClassRelated, middle, "[In the harbour of Ostrel, a second ship waits for a radar]"},
		{articles.ClassRepeated, bottom, paragraphs[0]},
		{articles.ClassDebugDump, bottom, "Notice: Undefined index: pilot in /srv/www/portal/story.php on line 118"},
		{articles.ClassDebugDump, bottom, `string(9) "[{"id":"7","pic":"/2014/06/01/x.jpg","title":"Salt road to reopen"}]"`},
	} {
		src := withLine(c.at, c.junk)
		a := Clean(src, Options{})
		if want := strings.Join(paragraphs, "\n\n"); a.Text != want {
			t.Errorf("%s %q left\n%s\ncuts %v", c.class, c.junk, a.Text, a.Cuts)
			continue
		}
		if a.Title != headline {
			t.Errorf("%q: title %q", c.junk, a.Title)
		}
		if !slices.ContainsFunc(a.Cuts, func(x articles.Cut) bool { return x.Class == c.class }) {
			t.Errorf("%q is no %s: %v", c.junk, c.class, a.Cuts)
		}
		checkNothingLost(t, src, a)
	}
}

func TestWhatOnlyLooksLikeJunkStays(t *testing.T) {
	for _, s := range []string{
		"More than 800 members of the salt guild are to share what the harvest brought.",
		"Sources told the Courier that the part had never been ordered at all.",
		"She also wrote of her wishes for the new year on Twitter.",
		"He asked the council to follow the example of Karsk and to sign up for the new line.",
		"“Share it with your neighbours,” she said, and went home.",
		"Related costs came to nine crowns a head, the clerk said when he was asked.",
		"The comments of the mayor were read out twice before anybody laughed.",
		"What do you think the mayor said when they asked him about the bridge?",
		"The latest of the floods closed the Karsk pass for the second week running.",
		"I have counted twenty reasons, about a thousand words from here. Read on if you are interested.",
		"Runa Tell is a former captain of the guild, and Oule is her cousin.",
		"“What do you think?” the pilot asked. Nobody in the room would say.",
		"He had written one word on the photo: “Never”.",
		"In May she was photographed outside the court, on a Friday, with 3 of her sisters, June 6, 2014 or not.",
		"Via the captain of the port:",
		"Help arrived, from Vasska.",
		"It was over.",
		"The court hears:",
		"Watch a pilot at work and you will know why he asked for a second radar.",
	} {
		for _, at := range []place{middle} {
			a := Clean(withLine(at, s), Options{})
			if !strings.Contains(a.Text, s) {
				t.Errorf("%q went: %v", s, a.Cuts)
			}
		}
	}
}

func TestAPromptWithinAParagraphGoesAlone(t *testing.T) {
	lead := "The court will hear the engineer next week, and the company the week after that."
	for tail, class := range map[string]articles.Class{
		"Let us know what you think in the comments below!": articles.ClassCommentPrompt,
		"Click here for more pics of the ferry.":            articles.ClassGallery,
		"For more from the harbour, watch the clip below!":  articles.ClassGallery,
		"(RELATED: Ferry Runs Aground Off Karsk)":           articles.ClassRelated,
		"[Related: Ferry Runs Aground Off Karsk]":           articles.ClassRelated,
		"(VIDEO BELOW)": articles.ClassGallery,
		"– READ MORE":   articles.ClassReadMore,
		"Sign up now for the Courier newsletter packed with the harbour news!": articles.ClassNewsletter,
	} {
		a := Clean(withLine(middle, lead+" "+tail), Options{})
		if !strings.Contains(a.Text, lead+"\n\n") {
			t.Errorf("%q left %q", tail, a.Text)
		}
		i := slices.IndexFunc(a.Cuts, func(c articles.Cut) bool { return c.Class == class })
		if i < 0 {
			t.Errorf("%q is no %s: %v", tail, class, a.Cuts)
			continue
		}
		if c := a.Cuts[i]; string([]rune(lead + " " + tail)[c.Start:c.End]) != c.Text {
			t.Errorf("%q: cut %q stands at %d:%d", tail, c.Text, c.Start, c.End)
		}
	}
}

func TestAClassTurnedOffIsKept(t *testing.T) {
	src := withLine(middle, "Advertisement")
	a := Clean(src, Options{Keep: map[articles.Class]bool{articles.ClassAdvert: true}})
	if !strings.Contains(a.Text, "\n\nAdvertisement\n\n") {
		t.Errorf("it went: %v", a.Cuts)
	}
	for class, want := range map[articles.Class]string{
		articles.ClassDebugDump:   "string(9)",
		articles.ClassWireHeader:  "1ST LEAD",
		articles.ClassWireTrailer: "# Notebook",
	} {
		src := samples()["wire"]
		if class == articles.ClassDebugDump {
			src = withLine(bottom, `string(9) "[{"id":"7","title":"Salt road to reopen"}]"`)
		}
		if a := Clean(src, Options{Keep: map[articles.Class]bool{class: true}}); !strings.Contains(a.Text, want) {
			t.Errorf("%s: %q went: %v", class, want, a.Cuts)
		}
	}
	src = withLine(middle, paragraphs[0]+" (RELATED: Ferry Runs Aground Off Karsk)")
	a = Clean(src, Options{Keep: map[articles.Class]bool{articles.ClassRelated: true}})
	if !strings.Contains(a.Text, "(RELATED: Ferry") {
		t.Errorf("it went: %v", a.Cuts)
	}
}
