package wire

import (
	"errors"
	"strings"
	"testing"

	"broadsheet/articles"
)

// nitfOf is a NITF document made of the given pieces.
func nitfOf(head, bodyHead, content string) string {
	return `<nitf xml:lang="en"><head>` + head + `</head><body><body.head>` + bodyHead + `</body.head><body.content>` + content + `</body.content></body></nitf>`
}

func TestWhatNITFSaysOfItself(t *testing.T) {
	prose := "<p>" + one + "</p>"
	for what, c := range map[string]struct {
		doc   string
		field string
		want  string
	}{
		"a headline in one piece":          {nitfOf("<title>t</title>", "<hedline>Pilot heard</hedline>", prose), "title", "Pilot heard"},
		"a title in the head only":         {nitfOf("<title>Pilot heard</title>", "", prose), "title", "Pilot heard"},
		"two writers":                      {nitfOf("", "<byline>By <person>Ada Orr</person> and <person>Bo Lind</person></byline>", prose), "authors", "Ada Orr|Bo Lind"},
		"two bylines":                      {nitfOf("", "<byline>By Ada Orr<byttl>Reporter</byttl></byline><byline>BO LIND</byline>", prose), "authors", "Ada Orr|BO LIND"},
		"a distributor":                    {nitfOf(`<pubdata name="Paper"/>`, "<distributor>Tarrovia Wire</distributor>", prose), "source", "Tarrovia Wire"},
		"the holder of the rights":         {nitfOf(`<docdata><doc.copyright holder="Vasska Post"/></docdata>`, "", prose), "source", "Vasska Post"},
		"a date of publication":            {nitfOf(`<pubdata date.publication="20140606T114406Z"/>`, "", prose), "published", "2014-06-06T11:44:06Z"},
		"the date of the dateline":         {nitfOf("", `<dateline><story.date norm="20140606"/></dateline>`, prose), "published", "2014-06-06"},
		"a date of release":                {nitfOf(`<docdata><date.release norm="2014-06-06"/></docdata>`, "", prose), "published", "2014-06-06"},
		"a date of issue before all":       {nitfOf(`<docdata><date.release norm="2013-01-01"/><date.issue norm="20140606"/></docdata>`, "", prose), "published", "2014-06-06"},
		"an abstract":                      {nitfOf("", "<abstract>What he said.</abstract><hedline><hl1>x</hl1><hl2>y</hl2></hedline>", prose), "dek", "What he said."},
		"keywords once":                    {nitfOf(`<docdata><key-list><keyword key="ferry"/><keyword key="Ferry"/><keyword key=" "/></key-list></docdata>`, "", prose), "tags", "ferry"},
		"lines without any mark":           {nitfOf("", "", one+"\r\n\r\n  "+two), "text", one + "\n\n" + two},
		"signs that HTML would take":       {nitfOf("", "", "Five &lt; six, he said of the pumps.\nAnd six &gt; five."), "text", "Five < six, he said of the pumps.\n\nAnd six > five."},
		"a broken line":                    {nitfOf("", "", "<p>One line<br/>and another of it</p>"), "text", "One line\nand another of it"},
		"what stands beside the story":     {nitfOf("", "", prose+"<media><media-caption>The ferry.</media-caption></media><note><p>To editors: no.</p></note>"), "text", one},
		"a body without a place for prose": {`<nitf><body><p>` + one + `</p></body></nitf>`, "text", one},
	} {
		got, errs := all(XML(c.doc, Options{}))
		if len(got) != 1 || errs != nil {
			t.Errorf("%s: %d stories, %v", what, len(got), errs)
			continue
		}
		check(t, what, got[0], map[string]string{c.field: c.want})
	}
}

func TestNITFIsWrittenAsMarkdown(t *testing.T) {
	doc := nitfOf("", "", "<p>"+one+"</p><hl2>Monday</hl2><ul><li>One thing</li><li>Another thing</li></ul><bq><p>"+two+
		`</p></bq><p>See <a href="https://tw.example/16">the <em>inquiry</em></a>.</p>`)
	got, _ := all(XML(doc, Options{}))
	if len(got) != 1 {
		t.Fatalf("%d stories", len(got))
	}
	for _, want := range []string{"## Monday", "- One thing\n- Another thing", "> " + two, "[the *inquiry*](https://tw.example/16)"} {
		if !strings.Contains(got[0].Body, want) {
			t.Errorf("the body lacks %q:\n%s", want, got[0].Body)
		}
	}
}

func TestWhatNewsMLG2LeavesOpenItsContentSays(t *testing.T) {
	item := func(class, meta, content string) string {
		return `<newsItem guid="urn:tw:17"><itemMeta><itemClass qcode="` + class + `"/></itemMeta><contentMeta>` + meta + `</contentMeta><contentSet>` + content + `</contentSet></newsItem>`
	}
	inner := `<inlineXML>` + nitfOf("", "<hedline><hl1>Pilot heard</hl1></hedline><byline>By Ada Orr</byline><abstract>What he said.</abstract>", "<p>"+one+"</p>") + `</inlineXML>`
	got, _ := all(XML(item("ninat:text", "", inner), Options{}))
	if len(got) != 1 {
		t.Fatalf("%d stories", len(got))
	}
	check(t, "left open", got[0], map[string]string{"title": "Pilot heard", "authors": "Ada Orr", "dek": "What he said.", "text": one})
	got, _ = all(XML(item("ninat:text", "<headline>Radar</headline><by>Bo Lind</by><description>Its day.</description><slugline>x</slugline>", inner), Options{}))
	check(t, "said outside", got[0], map[string]string{"title": "Radar", "authors": "Bo Lind", "dek": "Its day."})
	for _, class := range []string{"ninat:picture", "ninat:video", "ninat:graphic", "ninat:audio"} {
		if got, errs := all(XML(item(class, "<headline>Radar</headline>", inner), Options{})); len(got) != 0 || len(errs) != 1 || !errors.Is(errs[0], ErrNoText) {
			t.Errorf("%s: %d stories, %v", class, len(got), errs)
		}
	}
	for _, class := range []string{"ninat:composite", "", "picture"} {
		if got, _ := all(XML(item(class, "", inner), Options{})); len(got) != 1 {
			t.Errorf("%q: %d stories", class, len(got))
		}
	}
}

func TestComponentsWithinComponents(t *testing.T) {
	text := func(p string) string {
		return `<ContentItem><MediaType FormalName="Text"/><DataContent><p>` + p + `</p></DataContent></ContentItem>`
	}
	provider := func(name string) string {
		return `<AdministrativeMetadata><Provider><Party FormalName="` + name + `"/></Provider></AdministrativeMetadata>`
	}
	doc := `<NewsML><NewsItem><Identification><NewsIdentifier><ProviderId>tw.example</ProviderId></NewsIdentifier></Identification>
<NewsComponent><NewsLines><HeadLine>Outer</HeadLine><ByLine>By Ada Orr</ByLine><KeywordLine>ferry</KeywordLine></NewsLines>` + provider("Tarrovia Wire") + `
<NewsComponent><NewsLines><HeadLine>Inner</HeadLine><SubHeadLine>Its day.</SubHeadLine></NewsLines>` + provider("Vasska Post") + `<DescriptiveMetadata><Language FormalName="en"/></DescriptiveMetadata>` + text(one) + `</NewsComponent>
<NewsComponent>` + text(two) + `</NewsComponent>
</NewsComponent>
<NewsComponent><NewsLines><SlugLine>BARE</SlugLine></NewsLines><ContentItem><DataContent>` + one + `</DataContent></ContentItem></NewsComponent>
</NewsItem></NewsML>`
	got, errs := all(XML(doc, Options{}))
	if len(got) != 3 || errs != nil {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	check(t, "the inner says it itself", got[0], map[string]string{"title": "Inner", "authors": "Ada Orr", "source": "Vasska Post", "dek": "Its day.", "tags": "ferry", "language": "en", "text": one})
	check(t, "the outer says it", got[1], map[string]string{"title": "Outer", "source": "Tarrovia Wire", "text": two})
	check(t, "the item says it", got[2], map[string]string{"title": "BARE", "authors": "", "source": "tw.example", "text": one})

	deep := func(n int) string {
		return "<NewsML><NewsItem>" + strings.Repeat("<NewsComponent>", n) + text(one) + strings.Repeat("</NewsComponent>", n) + "</NewsItem></NewsML>"
	}
	for n, want := range map[int]int{1: 1, 17: 1, 18: 0} {
		if got, _ := all(XML(deep(n), Options{})); len(got) != want {
			t.Errorf("%d deep: %d stories", n, len(got))
		}
	}
}

func TestAReaderOfWiresMayStop(t *testing.T) {
	item := g2Item("<inlineData>" + one + "</inlineData>")
	v1 := `<NewsItem><NewsComponent><ContentItem><DataContent>` + one + `</DataContent></ContentItem><ContentItem><DataContent>` + two + `</DataContent></ContentItem></NewsComponent></NewsItem>`
	for what, seq := range map[string]func(func(articles.Article, error) bool){
		"G2": XML("<newsMessage>"+item+item+"</newsMessage>", Options{}), "NewsML": XML("<NewsML>"+v1+v1+"</NewsML>", Options{}),
		"Reuters": Reuters(strings.NewReader(sgml), Options{}),
	} {
		n := 0
		for range seq {
			n++
			break
		}
		if n != 1 {
			t.Errorf("%s: %d stories before the stop", what, n)
		}
	}
}

func TestDocumentsOfTheReutersCollection(t *testing.T) {
	doc := func(text string) string { return "<REUTERS NEWID=\"1\">\n<TEXT>" + text + "</TEXT>\n</REUTERS>\n" }
	brief := doc("&#2;\n<TITLE>TRAMS RETURN</TITLE>\nNight trams are back in the east of the city.\n&#3;")
	got, errs := all(Reuters(strings.NewReader("a line before\n"+brief+"a line between\n"+doc("<TITLE>NO</TITLE><BODY>"+strings.Repeat("word\n", 1<<20)+"</BODY>")+brief), Options{}))
	if len(got) != 2 || len(errs) != 1 || !errors.Is(errs[0], ErrTooLarge) {
		t.Fatalf("%d stories, %v", len(got), errs)
	}
	check(t, "a brief", got[0], map[string]string{"title": "TRAMS RETURN", "text": "Night trams are back in the east of the city.", "authors": "", "published": ""})
}
