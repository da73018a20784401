package feed

import (
	"errors"
	"io"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
)

func all(src string, o Options) (stories []articles.Article, errs []error) {
	for a, err := range Stream(strings.NewReader(src), o) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		stories = append(stories, a)
	}
	return stories, errs
}

const rss = `<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>Ostrel Courier</title><link>https://courier.example/</link><language>en-gb</language>
<item>
 <title>Inquiry &amp; ferry: &lt;b&gt;first&lt;/b&gt; day</title>
 <link>https://courier.example/inquiry</link>
 <guid isPermaLink="false">oc-17</guid>
 <dc:creator>By Ada Orr and Bo Lind</dc:creator>
 <pubDate>Fri, 06 Jun 2014 11:44:06 +0200</pubDate>
 <category>Harbour</category><category>Courts</category>
 <description>What the pilot said.</description>
 <content:encoded><![CDATA[<p>The pilot told the inquiry that the radar was broken.</p><p>He is to be heard again on Monday.</p>]]></content:encoded>
 <media:thumbnail url="https://courier.example/pilot.jpg"/>
</item>
<item><title>Trams return</title><link>/trams</link><description>&lt;p&gt;Night trams are back in the east of the city.&lt;/p&gt;</description></item>
</channel></rss>`

func TestRSS(t *testing.T) {
	got, errs := all(rss, Options{})
	if len(got) != 2 || errs != nil {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	a := got[0]
	for what, pair := range map[string][2]string{
		"title":     {a.Title, "Inquiry & ferry: first day"},
		"dek":       {a.Dek, "What the pilot said."},
		"url":       {a.URL, "https://courier.example/inquiry"},
		"id":        {a.PublisherID, "oc-17"},
		"source":    {a.Source, "Ostrel Courier"},
		"language":  {a.Language, "en-gb"},
		"published": {a.Published.String(), "2014-06-06T11:44:06+02:00"},
		"authors":   {strings.Join(a.Authors, "|"), "Ada Orr|Bo Lind"},
		"tags":      {strings.Join(a.Tags, "|"), "Harbour|Courts"},
		"image":     {a.Image, "https://courier.example/pilot.jpg"},
		"text":      {a.Text, "The pilot told the inquiry that the radar was broken.\n\nHe is to be heard again on Monday."},
		"second":    {got[1].URL, "https://courier.example/trams"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %q, want %q", what, pair[0], pair[1])
		}
	}
}

const atom = `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr" xml:base="https://fil.example/">
<title type="html">Fil de &lt;i&gt;Vasska&lt;/i&gt;</title>
<author><name>La rédaction</name></author>
<entry>
 <title type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">Le <b>dépôt</b> a brûlé</div></title>
 <link rel="self" href="/x.atom"/><link rel="alternate" type="text/html" href="/depot"/>
 <link rel="related" title="Le dépôt rouvre" href="https://fil.example/rouvre"/>
 <id>tag:fil.example,2014:depot</id>
 <published>2014-06-05T08:00:00Z</published><updated>2014-06-06T09:00:00Z</updated>
 <category term="faits" label="Faits divers"/>
 <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Personne n’a été blessé dans l’incendie du dépôt.</p></div></content>
</entry>
</feed>`

func TestAtom(t *testing.T) {
	got, errs := all(atom, Options{})
	if len(got) != 1 || errs != nil {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	a := got[0]
	for what, pair := range map[string][2]string{
		"title":     {a.Title, "Le dépôt a brûlé"},
		"url":       {a.URL, "https://fil.example/depot"},
		"id":        {a.PublisherID, "tag:fil.example,2014:depot"},
		"source":    {a.Source, "Fil de Vasska"},
		"language":  {a.Language, "fr"},
		"published": {a.Published.String(), "2014-06-05T08:00:00Z"},
		"modified":  {a.Modified.String(), "2014-06-06T09:00:00Z"},
		"authors":   {strings.Join(a.Authors, "|"), "La rédaction"},
		"tags":      {strings.Join(a.Tags, "|"), "Faits divers"},
		"text":      {a.Text, "Personne n’a été blessé dans l’incendie du dépôt."},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s: got %q, want %q", what, pair[0], pair[1])
		}
	}
	if len(a.Related) != 1 || a.Related[0].Title != "Le dépôt rouvre" || a.Related[0].URL != "https://fil.example/rouvre" {
		t.Errorf("related: %+v", a.Related)
	}
}

func TestOldFeeds(t *testing.T) {
	for name, src := range map[string]string{
		"RSS 1.0":  `<rdf:RDF xmlns:rdf="x" xmlns="http://purl.org/rss/1.0/"><channel><title>Post</title><items><rdf:Seq/></items></channel><item rdf:about="u"><title>Bill passes</title><link>https://post.example/b</link><dc:date>2014-06-05</dc:date><description>By one vote.</description></item></rdf:RDF>`,
		"RSS 0.91": `<rss version="0.91"><channel><title>Post</title><item><title>Bill passes</title><link>https://post.example/b</link><pubDate>Thu, 5 Jun 2014</pubDate><description>By one vote.</description></item></channel></rss>`,
		"Atom 0.3": `<feed version="0.3"><title>Post</title><entry><title>Bill passes</title><link rel="alternate" href="https://post.example/b"/><issued>2014-06-05</issued><summary>By one vote.</summary></entry></feed>`,
	} {
		got, errs := all(src, Options{})
		if len(got) != 1 || errs != nil {
			t.Errorf("%s: %d stories, %v", name, len(got), errs)
			continue
		}
		a := got[0]
		if a.Title != "Bill passes" || a.Source != "Post" || a.URL != "https://post.example/b" || a.Published.Day() != "2014-06-05" || a.Text != "By one vote." {
			t.Errorf("%s: %+v", name, a)
		}
	}
}

func TestABrokenEntryCostsOnlyItself(t *testing.T) {
	item := func(title, rest string) string { return "<item><title>" + title + "</title>" + rest }
	src := "<rss><channel><title>Post</title>" +
		item("One", "<description>Never closed <b>and & bold</description>") + // no </item>
		item("Two", "<description><![CDATA[</item> is only text here]]></description></item>") +
		"<item></item>" +
		item("Big", "<description>"+strings.Repeat("x", 5000)+"</description></item>") +
		item("Three", "<description>Cut off in the mid")
	got, errs := all(src, Options{MaxEntry: 3000})
	var titles []string
	for _, a := range got {
		titles = append(titles, a.Title)
	}
	if strings.Join(titles, " ") != "One Two Three" {
		t.Errorf("got %v", titles)
	}
	if len(errs) != 2 || !errors.Is(errs[0], ErrNoStory) || !errors.Is(errs[1], ErrTooLarge) {
		t.Errorf("errors %v", errs)
	}
	if !strings.Contains(got[1].Text, "</item> is only text here") && !strings.Contains(got[1].Text, "is only text here") {
		t.Errorf("CDATA: %q", got[1].Text)
	}
}

func TestAWholeStoryAsDescriptionIsTheStory(t *testing.T) {
	long := strings.Repeat("The bridge at Karsk was closed again on Monday for repairs. ", 30)
	got, _ := all("<rss><channel><item><title>Bridge</title><description>&lt;p&gt;"+long+"&lt;/p&gt;</description></item></channel></rss>", Options{})
	if len(got) != 1 || len(got[0].Warnings) != 0 || got[0].Words() < 300 {
		t.Errorf("got %+v", got)
	}
}

// dripping gives a feed byte by byte and never ends.
type dripping struct{ head, item string }

func (d *dripping) Read(p []byte) (int, error) {
	if d.head == "" {
		d.head = d.item
	}
	n := copy(p, d.head)
	d.head = d.head[n:]
	return n, nil
}

func TestAFeedIsStreamed(t *testing.T) {
	n := 0
	for a, err := range Stream(&dripping{"<rss><channel>", "<item><title>One of many</title></item>\n"}, Options{}) {
		if err != nil || a.Title != "One of many" {
			t.Fatal(a, err)
		}
		if n++; n == 2000 {
			break
		}
	}
}

func TestAFeedWithoutEntriesSaysSo(t *testing.T) {
	for _, src := range []string{"<rss><channel><title>Post</title></channel></rss>", "<feed/>", "", "<"} {
		if _, errs := all(src, Options{}); len(errs) != 1 || !errors.Is(errs[0], ErrNoEntries) {
			t.Errorf("%q: %v", src, errs)
		}
	}
}

func FuzzStream(f *testing.F) {
	f.Add(rss)
	f.Add(atom)
	f.Add("<rss><item><title>a<item>b</item>")
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<16 {
			return
		}
		start := time.Now()
		for range Stream(io.MultiReader(strings.NewReader(src)), Options{MaxEntry: 1 << 14}) {
		}
		if time.Since(start) > 10*time.Second {
			t.Error("too slow")
		}
	})
}

func TestButtonsUnderAnEntryAreNotItsStory(t *testing.T) {
	story := "The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring."
	for name, tail := range map[string]string{
		"a row":  "<p>Share this | Feedback</p>",
		"a list": `<div class="sharedaddy"><h3>Share this:</h3><ul><li><a href="#">Tweet</a></li><li><a href="#">Email</a></li></ul></div>`,
	} {
		src := "<rss><channel><title>Courier</title><item><title>Pilot heard</title><description><![CDATA[<p>" + story + "</p><p>It sits again on Monday, and the engineer will be heard then.</p>" + tail + "]]></description></item></channel></rss>"
		for a, err := range Stream(strings.NewReader(src), Options{}) {
			if err != nil {
				t.Fatal(err)
			}
			if !strings.HasPrefix(a.Text, story) || !strings.HasSuffix(a.Text, "heard then.") {
				t.Errorf("%s: text %q", name, a.Text)
			}
		}
	}
}
