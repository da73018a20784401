package wire

import (
	"errors"
	"iter"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
)

func all(seq iter.Seq2[articles.Article, error]) (stories []articles.Article, errs []error) {
	for a, err := range seq {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		stories = append(stories, a)
	}
	return stories, errs
}

// check compares a story with what it should be.
func check(t *testing.T, what string, a articles.Article, want map[string]string) {
	t.Helper()
	got := map[string]string{
		"title": a.Title, "dek": a.Dek, "authors": strings.Join(a.Authors, "|"), "source": a.Source,
		"published": a.Published.String(), "tags": strings.Join(a.Tags, "|"), "id": a.PublisherID,
		"language": a.Language, "text": a.Text,
	}
	for k, w := range want {
		if got[k] != w {
			t.Errorf("%s: %s is %q, want %q", what, k, got[k], w)
		}
	}
}

const (
	one = "KARSK (TW) - The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring."
	two = "He is to be heard again on Monday, when the court sits at nine."
)

const nitfDoc = `<?xml version="1.0"?><!DOCTYPE nitf SYSTEM "nitf.dtd">
<nitf><head><title>x</title><docdata><doc-id id-string="tw-17"/><date.issue norm="20140606T114406+0200"/><key-list><keyword key="ferry"/><keyword key="inquiry"/></key-list></docdata><pubdata name="Tarrovia Wire"/></head>
<body><body.head><hedline><hl1>Pilot tells of broken radar</hl1><hl2>Second day of the inquiry</hl2></hedline><byline>By <person>Ada Orr</person><byttl>Harbour correspondent</byttl></byline></body.head>
<body.content><block><p>` + one + `</p><media><media-caption>The ferry.</media-caption></media><hl2>Monday</hl2><p>` + two + `</p></block></body.content></body></nitf>`

func TestNITF(t *testing.T) {
	got, errs := all(XML(nitfDoc, Options{}))
	if len(got) != 1 || errs != nil {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	check(t, "NITF", got[0], map[string]string{
		"title": "Pilot tells of broken radar", "dek": "Second day of the inquiry", "authors": "Ada Orr",
		"source": "Tarrovia Wire", "published": "2014-06-06T11:44:06+02:00", "tags": "ferry|inquiry", "id": "tw-17",
		"text": one + "\n\nMonday\n\n" + two,
	})
}

func g2Item(content string) string {
	return `<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="urn:tw:17" xml:lang="en"><itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:TW"/><versionCreated>2014-06-07T08:00:00Z</versionCreated><firstCreated>2014-06-06T11:44:06Z</firstCreated><link rel="irel:seeAlso" residref="urn:tw:16" href="https://tw.example/16"><title>Inquiry opens</title></link></itemMeta>
<contentMeta><creator><name>Ada Orr</name></creator><subject><name>ferry</name></subject><keyword>inquiry</keyword><headline>Pilot tells of broken radar</headline><description>The second day.</description></contentMeta><contentSet>` + content + `</contentSet></newsItem>`
}

func TestNewsMLG2(t *testing.T) {
	for what, content := range map[string]string{
		"XHTML": `<inlineXML contenttype="application/xhtml+xml"><html xmlns="x"><head><title>t</title></head><body><p>` + one + `</p><p>` + two + `</p></body></html></inlineXML>`,
		"NITF":  `<inlineXML><nitf><body><body.head/><body.content><p>` + one + `</p><p>` + two + `</p></body.content></body></nitf></inlineXML>`,
		"text":  `<inlineData contenttype="text/plain">` + one + "\n\n" + two + `</inlineData>`,
	} {
		got, errs := all(XML(`<?xml version="1.0"?><newsMessage><header/><itemSet>`+g2Item(content)+`</itemSet></newsMessage>`, Options{}))
		if len(got) != 1 || errs != nil {
			t.Errorf("%s: %d stories, %v", what, len(got), errs)
			continue
		}
		check(t, what, got[0], map[string]string{
			"title": "Pilot tells of broken radar", "dek": "The second day.", "authors": "Ada Orr", "source": "TW",
			"published": "2014-06-06T11:44:06Z", "tags": "ferry|inquiry", "id": "urn:tw:17", "language": "en",
			"text": one + "\n\n" + two,
		})
		if r := got[0].Related; len(r) != 1 || r[0].Title != "Inquiry opens" || r[0].ID != "urn:tw:16" {
			t.Errorf("%s: related %+v", what, r)
		}
	}
	picture := strings.Replace(g2Item("<remoteContent/>"), "ninat:text", "ninat:picture", 1)
	if _, errs := all(XML(picture, Options{})); len(errs) != 1 || !errors.Is(errs[0], ErrNoText) {
		t.Errorf("a picture: %v", errs)
	}
}

func TestNewsML1(t *testing.T) {
	item := func(title, text string) string {
		return `<NewsItem xml:lang="en"><Identification><NewsIdentifier><ProviderId>tw.example</ProviderId><DateId>20140606</DateId><PublicIdentifier>urn:tw:` + title[:1] + `</PublicIdentifier></NewsIdentifier></Identification><NewsManagement><FirstCreated>20140606T114406+0000</FirstCreated><ThisRevisionCreated>20140606T114406+0000</ThisRevisionCreated></NewsManagement>
<NewsComponent><NewsLines><HeadLine>` + title + `</HeadLine><ByLine>By Ada Orr</ByLine></NewsLines><AdministrativeMetadata><Provider><Party FormalName="Tarrovia Wire"/></Provider></AdministrativeMetadata><DescriptiveMetadata><Property FormalName="Keyword" Value="ferry"/></DescriptiveMetadata>
<NewsComponent><ContentItem><MediaType FormalName="Photo"/><DataContent>no</DataContent></ContentItem></NewsComponent><NewsComponent><ContentItem><MediaType FormalName="Text"/><DataContent><p>` + text + `</p><p>` + two + `</p></DataContent></ContentItem></NewsComponent></NewsComponent></NewsItem>`
	}
	got, errs := all(XML(`<NewsML Version="1.2">`+item("Pilot tells of broken radar", one)+item("Inquiry opens", one)+`</NewsML>`, Options{}))
	if len(got) != 2 || errs != nil {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	check(t, "NewsML 1", got[0], map[string]string{
		"title": "Pilot tells of broken radar", "authors": "Ada Orr", "source": "Tarrovia Wire", "tags": "ferry",
		"published": "2014-06-06T11:44:06Z", "id": "urn:tw:P", "text": one + "\n\n" + two,
	})
}

func TestATransmissionIsKnownByItsControls(t *testing.T) {
	for head, want := range map[string]bool{
		"\x16\x16\x01W2870\x1f_wire": true, "\x01eca062 4 i 211 ccccb   tw 061\r\n": true,
		"The story": false, "\x01": false, "\x01eca0": false, "": false, "\x01The story of it": false,
	} {
		if got := Teletype([]byte(head)); got != want {
			t.Errorf("Teletype(%q) = %v", head, got)
		}
	}
}

const sgml = `<!DOCTYPE lewis SYSTEM "lewis.dtd">
<REUTERS TOPICS="YES" NEWID="17">
<DATE> 6-JUN-1987 11:44:06.79</DATE>
<TOPICS><D>ship</D></TOPICS>
<PLACES><D>tarrovia</D></PLACES>
<UNKNOWN>
&#5;&#5;C T
f0704&#31;reute</UNKNOWN>
<TEXT>&#2;
<TITLE>PILOT TELLS OF BROKEN RADAR</TITLE>
<AUTHOR>    By Ada Orr, Reuters</AUTHOR>
<DATELINE>    KARSK, June 6 - </DATELINE><BODY>The pilot of the ferry told the
inquiry that the radar was &lt;broken>.
    He is to be heard again on Monday.
 REUTER
&#3;</BODY></TEXT>
</REUTERS>
<REUTERS NEWID="18">
<TEXT TYPE="BRIEF">&#2;
<TITLE>TRAMS RETURN</TITLE>&#3;</TEXT>
</REUTERS>
<REUTERS NEWID="19">
<TEXT TYPE="UNPROC">&#2;
`

func TestReuters(t *testing.T) {
	got, errs := all(Reuters(strings.NewReader(sgml), Options{}))
	if len(got) != 2 || len(errs) != 1 || !errors.Is(errs[0], ErrNoStory) {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	check(t, "Reuters", got[0], map[string]string{
		"title": "PILOT TELLS OF BROKEN RADAR", "authors": "Ada Orr", "source": "Reuters", "id": "17",
		"published": "1987-06-06", "tags": "ship|tarrovia",
		"text": "KARSK, June 6 - The pilot of the ferry told the inquiry that the radar was <broken>.\n\nHe is to be heard again on Monday.",
	})
	if got[1].Title != "TRAMS RETURN" || len(got[1].Warnings) != 1 {
		t.Errorf("got %+v", got[1])
	}
}

func FuzzWire(f *testing.F) {
	f.Add(nitfDoc)
	f.Add(g2Item("<inlineData>x</inlineData>"))
	f.Add(sgml)
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<14 {
			return
		}
		start := time.Now()
		for range XML(src, Options{}) {
		}
		for range Reuters(strings.NewReader(src), Options{}) {
		}
		Teletype([]byte(src))
		if time.Since(start) > 10*time.Second {
			t.Error("too slow")
		}
	})
}
