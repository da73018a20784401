package feed

import (
	"errors"
	"strings"
	"testing"

	"broadsheet/articles"
)

// inFeed wraps what an entry says in a feed of the Ostrel Courier.
func inFeed(item string) string {
	return `<rss><channel><title>Ostrel Courier</title><link>https://courier.example/</link><item><title>Trams return</title>` +
		item + `<description>Night trams are back in the east of the city.</description></item></channel></rss>`
}

func TestTheAddressOfAnEntry(t *testing.T) {
	for item, want := range map[string]string{
		`<link>https://courier.example/t</link>`:                                      "https://courier.example/t",
		`<link>  /t  </link>`:                                                         "https://courier.example/t",
		`<link rel="alternate" type="text/html" href="/page"/>`:                       "https://courier.example/page",
		`<link rel="alternate" type="application/pdf" href="/pdf"/><link href="/p"/>`: "https://courier.example/p",
		`<link rel="alternate" type="text/html" href="/a"/><link href="/b"/>`:         "https://courier.example/a", // the first of equals
		`<link rel="via" href="/via"/><link rel="alternate" href="/t"/>`:              "https://courier.example/t",
		`<link rel="via" href="/via"/>`:                                               "https://courier.example/via",
		`<link rel="self" href="/x"/><link rel="related" href="/y"/><link rel="enclosure" href="/z"/><link rel="replies" href="/r"/><link rel="edit" href="/e"/>`: "",
		`<link>https://proxy.example/1</link><feedburner:origLink>https://courier.example/t</feedburner:origLink>`:                                                "https://courier.example/t",
		`<guid>https://courier.example/g</guid>`:                     "https://courier.example/g",
		`<guid isPermaLink="false">https://courier.example/g</guid>`: "https://courier.example/g",
		`<guid>tag:oc-17</guid>`:                                     "",
	} {
		got, errs := all(inFeed(item), Options{})
		if len(got) != 1 || len(errs) != 0 {
			t.Fatalf("%s: %d stories, %v", item, len(got), errs)
		}
		if got[0].URL != want {
			t.Errorf("%s: address %q, want %q", item, got[0].URL, want)
		}
	}
}

func TestWhatAnEntrySaysOfItself(t *testing.T) {
	authors := func(a articles.Article) string { return strings.Join(a.Authors, "|") }
	tags := func(a articles.Article) string { return strings.Join(a.Tags, "|") }
	section := func(a articles.Article) string { return a.Section }
	image := func(a articles.Article) string { return a.Image }
	source := func(a articles.Article) string { return a.Source }
	date := func(a articles.Article) string { return a.Published.String() }
	dek := func(a articles.Article) string { return a.Dek }
	for _, c := range []struct {
		item string
		of   func(articles.Article) string
		want string
	}{
		{`<author>ada@courier.example (Ada Orr)</author>`, authors, "Ada Orr"},
		{`<author>ada@courier.example</author>`, authors, ""},
		{`<dc:creator>Ada Orr</dc:creator><author>ADA ORR</author>`, authors, "Ada Orr"},
		{`<dc:creator>Ada Orr</dc:creator><dc:contributor>Bo Lind</dc:contributor>`, authors, "Ada Orr"},
		{`<dc:contributor>Bo Lind</dc:contributor>`, authors, "Bo Lind"},
		{`<author><name>Ada Orr</name><email>ada@courier.example</email></author>`, authors, "Ada Orr"},
		{`<category>Trams</category><category>trams</category><category domain="section">City</category>`, tags, "Trams"},
		{`<category>Trams</category><category domain="section">City</category>`, section, "City"},
		{`<section>City</section><section>East</section>`, section, "East"},
		{`<category term="x" label="Trams"/>`, tags, "Trams"},
		{`<media:keywords>trams, night</media:keywords>`, tags, "trams|night"},
		{`<enclosure url="https://courier.example/a.mp3" type="audio/mpeg"/>`, image, ""},
		{`<enclosure url="https://courier.example/a.jpg" type="image/jpeg"/>`, image, "https://courier.example/a.jpg"},
		{`<media:content url="https://courier.example/b.jpg" medium="image"/>`, image, "https://courier.example/b.jpg"},
		{`<media:content url="https://courier.example/b.mp4" medium="video"/>`, image, ""},
		{`<image><url>https://courier.example/c.jpg</url></image>`, image, "https://courier.example/c.jpg"},
		{`<link rel="enclosure" type="image/png" href="https://courier.example/d.png"/>`, image, "https://courier.example/d.png"},
		{`<source url="https://wire.example/rss">Tarrovia Wire</source>`, source, "Tarrovia Wire"},
		{`<source url="https://wire.example/rss">https://wire.example/rss</source>`, source, "Ostrel Courier"},
		{`<source><title>Vasska <b>Post</b></title></source>`, source, "Vasska Post"},
		{`<pubDate>Fri, 06 Jun 14 11:44:06 GMT</pubDate>`, date, "2014-06-06T11:44:06Z"},
		{`<pubDate>soon</pubDate><dc:date>2014-06-06</dc:date>`, date, "2014-06-06"},
		{`<content:encoded>&lt;p&gt;The last tram of the night leaves the depot at one, and again at three.&lt;/p&gt;</content:encoded>`, dek, "Night trams are back in the east of the city."},
	} {
		got, errs := all(inFeed(c.item), Options{})
		if len(got) != 1 || len(errs) != 0 {
			t.Fatalf("%s: %d stories, %v", c.item, len(got), errs)
		}
		if s := c.of(got[0]); s != c.want {
			t.Errorf("%s: got %q, want %q", c.item, s, c.want)
		}
	}
}

func TestNamespacesOfEntries(t *testing.T) {
	for src, want := range map[string]int{
		`<rdf:RDF><rss:channel/><rss:item><title>One</title></rss:item></rdf:RDF>`:                              1,
		`<a:feed><a:entry><a:title>One</a:title></a:entry></a:feed>`:                                            1,
		`<atom:feed><atom:entry><atom:title>One</atom:title></atom:entry></atom:feed>`:                          1,
		`<rss><channel><item><title>One</title><media:item>x</media:item></item></channel></rss>`:               1,
		`<rss><channel><!-- <item><title>Not</title></item> --><item><title>One</title></item></channel></rss>`: 1,
		`<RSS><CHANNEL><ITEM><TITLE>One</TITLE></ITEM><ITEM><TITLE>Two</TITLE></ITEM></CHANNEL></RSS>`:          2,
	} {
		got, errs := all(src, Options{})
		if len(got) != want || len(errs) != 0 || got[0].Title != "One" {
			t.Errorf("%s: %+v, %v", src, got, errs)
		}
	}
}

func TestWhatABlogExportKeepsBesideItsStories(t *testing.T) {
	for kind, want := range map[string]int{"post": 1, "page": 1, "attachment": 0, "nav_menu_item": 0, "revision": 0, "custom_css": 0} {
		got, _ := all(inFeed("<wp:post_type>"+kind+"</wp:post_type>"), Options{})
		if len(got) != want {
			t.Errorf("%s: %d stories", kind, len(got))
		}
	}
}

// broken gives a feed and then fails.
type broken struct{ strings.Reader }

func (b *broken) Read(p []byte) (int, error) {
	if b.Len() == 0 {
		return 0, errors.New("the disk fell off")
	}
	return b.Reader.Read(p)
}

func TestAFeedThatCannotBeReadToItsEnd(t *testing.T) {
	for _, src := range []string{"<rss><chan", "<rss><channel><item><title>One</title></item><item><title>Tw"} {
		r := &broken{*strings.NewReader(src)}
		var said error
		for _, err := range Stream(r, Options{}) {
			if err != nil {
				said = err
			}
		}
		if said == nil || !strings.Contains(said.Error(), "the disk fell off") {
			t.Errorf("%s: %v", src, said)
		}
	}
}

func TestAnErrorNamesItsLine(t *testing.T) {
	src := "<rss>\n<channel>\n<item><title>One</title></item>\n\n<item>\n</item>\n</channel></rss>"
	_, errs := all(src, Options{})
	var at *Error
	if len(errs) != 1 || !errors.As(errs[0], &at) || at.Line != 5 {
		t.Errorf("got %v", errs)
	}
}
