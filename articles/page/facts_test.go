package page

import (
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
)

// story is a body long enough to be one.
const story = `<p>The harbour office of Karsk said on Friday that the boats would go out again in the morning, and that nobody was hurt.</p>
<p>The ferry had struck the bar at low water, and her passengers spent the night on board with blankets and cold tea.</p>
<p>An inquiry is to open in Ostrel on Monday, when the pilot, the mate and the harbour master are to be heard.</p>`

// page makes a page of a head and of what stands over the story.
func page(head, top string) string {
	return `<!doctype html><html lang="en"><head>` + head + `</head><body><main><article>` + top + story + `</article></main></body></html>`
}

func read(t *testing.T, src string) articles.Article {
	t.Helper()
	a, err := Read([]byte(src), Options{})
	if err != nil {
		t.Fatal(err)
	}
	return a
}

func TestTheHeadlineIsWhatThePagePrints(t *testing.T) {
	for _, c := range []struct{ name, head, top, want string }{
		{"the heading alone", "", "<h1>Boats go out again</h1>", "Boats go out again"},
		{"the site's name goes", "<title>Boats go out again | Ostrel Courier</title>", "", "Boats go out again"},
		{"a name known from metadata goes", `<title>Boats go out again, says office - Vasska Post</title><meta property="og:site_name" content="Vasska Post">`, "", "Boats go out again, says office"},
		{"print wins over metadata", `<meta property="og:title" content="Boats to go out again soon">`, "<h1>Boats go out again</h1>", "Boats go out again"},
		{"the site's name is no headline", `<title>Boats go out again - Tarrovia Wire</title><meta property="og:site_name" content="Tarrovia Wire">`, "<h1>Tarrovia Wire</h1><h2>Boats go out again</h2>", "Boats go out again"},
		{"JSON-LD where nothing is printed", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats go out"}</script>`, "", "Boats go out"},
		{"a bold line that the title names", "<title>Vasska Post - Boats go out again</title>", "<div><b>Boats go out again</b></div>", "Boats go out again"},
	} {
		if got := read(t, page(c.head, c.top)).Title; got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestAuthors(t *testing.T) {
	for _, c := range []struct {
		name, head, top string
		want            []string
	}{
		{"a meta element", `<meta name="author" content="By Mira Olt and Jon Verra">`, "", []string{"Mira Olt", "Jon Verra"}},
		{"JSON-LD by reference", `<script type="application/ld+json">{"@graph":[{"@type":"Person","@id":"#m","name":"Mira Olt"},{"@type":"NewsArticle","headline":"x","author":{"@id":"#m"}}]}</script>`, "", []string{"Mira Olt"}},
		{"a turned name", `<meta name="author" content="Olt, Mira">`, "", []string{"Mira Olt"}},
		{"an address is no name", `<meta property="article:author" content="https://social.example/mira">`, `<p class="byline">By Mira Olt</p>`, []string{"Mira Olt"}},
		{"a login is worth less than print", `<meta name="author" content="molt">`, `<a rel="author" href="/x">Mira Olt</a>`, []string{"Mira Olt"}},
		{"a card's field", `<meta name="twitter:label1" content="Written by"><meta name="twitter:data1" content="Mira Olt">`, "", []string{"Mira Olt"}},
		{"a printed line", "", "<p>By Mira Olt</p>", []string{"Mira Olt"}},
		{"a label is no name", `<meta name="author" content="admin">`, "", nil},
		{"print names more of the writers", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"Mira Olt"}}</script>`, `<p class="byline">By <a rel="author" href="/m">Mira Olt</a>, <a rel="author" href="/j">Jon Verra</a></p>`, []string{"Mira Olt", "Jon Verra"}},
		{"print differs from JSON-LD, which wins", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"Mira Olt"}}</script>`, `<p class="byline">By Jon Verra</p>`, []string{"Mira Olt"}},
		{"a first name is worth less than the whole", `<script type="application/ld+json">{"@type":"NewsArticle","headline":"x","author":{"name":"Mira"}}</script>`, `<p>By Mira Olt</p>`, []string{"Mira Olt"}},
		{"a person is worth more than an office", `<meta name="author" content="Harbour Press Department of Ostrel">`, `<a rel="author" href="/x">Mira Olt</a>`, []string{"Mira Olt"}},
		{"a site of two words is not two writers", `<meta property="og:site_name" content="Ships & Sails"><meta name="author" content="Ships & Sails">`, `<p>By Mira Olt</p>`, []string{"Mira Olt"}},
		{"a site may sign by its own name", `<meta property="og:site_name" content="Tarrovia Wire"><meta name="author" content="Tarrovia Wire">`, "", []string{"Tarrovia Wire"}},
		{"a site's own name in print", `<meta property="og:site_name" content="Tarrovia Wire">`, `<a rel="author" href="/x">Tarrovia Wire</a>`, []string{"Tarrovia Wire"}},
		{"a label over the name", "", "<h5>Author:</h5><div>Mira Olt/TW</div>", []string{"Mira Olt"}},
		{"beside the date", "", "<p>6 June 2014 | Mira Olt</p>", []string{"Mira Olt"}},
		{"beside the date, after by", "", "<p>Posted on 6 June 2014 by Mira Olt</p>", []string{"Mira Olt"}},
		{"a section beside the date is no writer", "", `<p>6 June 2014 | <a href="/category/open-water">Open Water</a></p>`, nil},
		{"a button beside the name", "", `<div class="author"><span>Mira Olt</span><a href="#">Follow</a></div>`, []string{"Mira Olt"}},
		{"a handle after the name", `<meta name="author" content="Mira Olt @miraolt">`, "", []string{"Mira Olt"}},
		{"topics are no writers", "", `<div class="author">Boats, Harbours, Pilots, Weather</div>`, nil},
		{"a degree stays with its name", `<meta name="author" content="Mira Olt, PhD, Jon Verra">`, "", []string{"Mira Olt, PhD", "Jon Verra"}},
	} {
		if got := read(t, page(c.head, "<h1>Boats go out again</h1>"+c.top)).Authors; !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestASignedStory(t *testing.T) {
	for name, tail := range map[string]string{
		"in bold":     "<p><b>Mira Olt</b></p>",
		"in brackets": "<p>The harbour stays closed until then, the office said on Friday. (Mira Olt)</p>",
		"after by":    "<p>By Mira Olt, for the Courier</p>",
	} {
		src := strings.Replace(page("", "<h1>Boats go out again</h1>"), "</article>", tail+"</article>", 1)
		if got := read(t, src).Authors; !slices.Equal(got, []string{"Mira Olt"}) {
			t.Errorf("%s: %q", name, got)
		}
	}
}

func TestPublished(t *testing.T) {
	for _, c := range []struct{ name, head, top, want string }{
		{"JSON-LD", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-06-06T11:44:06+02:00"}</script>`, "", "2014-06-06T11:44:06+02:00"},
		{"a meta element", `<meta property="article:published_time" content="2014-06-06T11:44:06Z">`, "", "2014-06-06T11:44:06Z"},
		{"the day in print wins over a machine's", `<meta property="article:published_time" content="2014-06-05T22:30:00Z">`, "<time>6 June 2014</time>", "2014-06-06"},
		{"the same day keeps the machine's hour", `<meta property="article:published_time" content="2014-06-06T11:44:06Z">`, "<time>6 June 2014</time>", "2014-06-06T11:44:06Z"},
		{"a time element", "", `<time datetime="2014-06-06T11:44">on Friday</time>`, "2014-06-06T11:44"},
		{"the address", `<link rel="canonical" href="https://courier.ostrel.example/2014/06/06/boats">`, "", "2014-06-06"},
		{"an update is not the day", "", "<p>6 June 2014</p><p>Updated 9 June 2014</p>", "2014-06-06"},
		{"of two machines the one that agrees with print", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-06-02"}</script><meta property="article:published_time" content="2014-06-06T11:44Z">`, "<p>6 June 2014</p>", "2014-06-06T11:44Z"},
		{"of two machines JSON-LD where print is silent", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-06-02"}</script><meta property="article:published_time" content="2014-06-06T11:44Z">`, "", "2014-06-02"},
		{"a day and month that change places are one day", `<meta property="article:published_time" content="2014-11-06T11:44Z">`, "<p>11/06/2014</p>", "2014-11-06T11:44Z"},
		{"the day of the visit stands over the headline", `<meta property="article:published_time" content="2014-06-06T11:44Z">`, "", "2014-06-06T11:44Z"},
		{"a line that prints two days", `<meta property="article:published_time" content="2014-06-06T11:44Z">`, "<p>Conference of 3 June 2014 | 6 June 2014 | Harbour</p>", "2014-06-06T11:44Z"},
		{"milliseconds after a colon", `<script type="application/ld+json">{"@type":"NewsArticle","datePublished":"2014-06-06T11:44:06:684Z"}</script>`, "", "2014-06-06T11:44:06"},
		{"a dateline opens the story", "", "<p>6 June 2014. The pilot has been found, and is said to be well by those who met him on the pier.</p>", "2014-06-06"},
		{"nothing said, nothing known", "", "", ""},
	} {
		over := ""
		if strings.Contains(c.name, "over the headline") {
			over = "<p>Monday, 9 June 2014</p>"
		}
		if got := read(t, page(c.head, over+"<h1>Boats go out again</h1>"+c.top)).Published.String(); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
	}
}

func TestBrokenJSONLDIsMended(t *testing.T) {
	const whole = `{"@type":"NewsArticle","headline":"Boats go out","author":"Mira Olt"}`
	for what, src := range map[string]string{
		"as it should be":                    whole,
		"with breaks and a comma":            "{\"@type\":\"NewsArticle\",\"headline\":\"Boats\tgo\nout\",\"author\":\"Mira Olt\",}",
		"ended as a statement":               " " + whole + " ;\n",
		"in a comment of HTML":               "<!--\n" + whole + "\n-->",
		"in one that JavaScript passes":      "<!--\n" + whole + "\n//-->",
		"in a CDATA section":                 "<![CDATA[\n" + whole + "\n]]>",
		"in one that JavaScript passes over": "//<![CDATA[\n" + whole + "\n//]]>",
		"with blanks in it":                  "// <![CDATA[\n" + whole + ";\n// ]]>",
		"in one within a comment":            "/*<![CDATA[*/\n" + whole + "\n/*]]>*/",
	} {
		got := readLD(src, map[string]string{}, map[string]bool{})
		if len(got) != 1 || fold(got[0].text("headline")) != "Boats go out" || got[0].text("author") != "Mira Olt" {
			t.Errorf("%s: got %v", what, got)
		}
	}
	for _, src := range []string{"", "//", "<!-- -->", "/**/", ";;;", `"//"`} {
		if got := readLD(src, map[string]string{}, map[string]bool{}); len(got) != 0 {
			t.Errorf("%q: got %v", src, got)
		}
	}
}

func TestTagsAreNamesAndNotTheirMarkup(t *testing.T) {
	a := read(t, page(`<script type="application/ld+json">{"@type":"NewsArticle","keywords":["Tides &amp; Fog","Karsk"]}</script>`, "<h1>Boats go out again</h1>"))
	if got := strings.Join(a.Tags, "|"); got != "Tides & Fog|Karsk" {
		t.Errorf("got %q", got)
	}
}

func TestRelatedHeadlinesAreNotTheMostRead(t *testing.T) {
	a := read(t, strings.Replace(page(`<link rel="canonical" href="https://courier.ostrel.example/boats">`, "<h1>Boats go out again</h1>"), "</article>",
		`</article><div class="related"><h3>Related</h3><a href="/2014/06/03/ferry-runs-aground">Ferry runs aground off Karsk</a></div>
<div class="most-read"><h3>Most read</h3><a href="/bill">Library bill passes by one vote</a></div>`, 1))
	if len(a.Related) != 1 || a.Related[0].URL != "https://courier.ostrel.example/2014/06/03/ferry-runs-aground" || a.Related[0].Published.String() != "2014-06-03" {
		t.Errorf("got %+v", a.Related)
	}
}

func TestRelatedHeadlinesOfAllKinds(t *testing.T) {
	const ferry = `<a href="/2014/06/03/ferry-runs-aground-off-karsk">Ferry runs aground off Karsk</a>`
	for _, c := range []struct {
		name, tail string
		want       bool
	}{
		{"a list under its heading", "<h3>Related stories</h3><ul><li>" + ferry + "</li></ul>", true},
		{"a box in the story", "<p>Read also: " + ferry + "</p>", true},
		{"a list that its class names", `<div class="related-articles"><ul><li>` + ferry + "</li></ul></div>", true},
		{"a link within the prose", "<p>The town has not forgotten the night on which the " + ferry + ", and will hear of it again on Monday morning.</p>", true},
		{"a heading in another language", "<h3>Lesen Sie auch</h3><ul><li>" + ferry + "</li></ul>", true},
		{"the most read", `<div class="most-read"><h3>Most read</h3><ul><li>` + ferry + "</li></ul></div>", false},
		{"the menu", "<nav><ul><li>" + ferry + "</li></ul></nav>", false},
		{"the footer", `<footer class="footer"><ul><li>` + ferry + "</li></ul></footer>", false},
	} {
		a := read(t, strings.Replace(page(`<link rel="canonical" href="https://courier.ostrel.example/boats">`, "<h1>Boats go out again</h1>"), "</article>", c.tail+"</article>", 1))
		if got := len(a.Related) > 0; got != c.want {
			t.Errorf("%s: related is %+v", c.name, a.Related)
		}
		for _, l := range a.Related {
			if l.URL != "https://courier.ostrel.example/2014/06/03/ferry-runs-aground-off-karsk" || l.Title != "Ferry runs aground off Karsk" || l.Published.String() != "2014-06-03" {
				t.Errorf("%s: %+v", c.name, l)
			}
		}
	}
}

func TestFragmentsKeepAllButJunk(t *testing.T) {
	a, err := Fragment(`<p>Boats go out <b>again</b>.</p><p>Read more: <a href="https://x.example/a">Ferry runs aground off Karsk</a></p>`, Options{Title: "Boats"})
	if err != nil || a.Text != "Boats go out again." || a.Title != "Boats" {
		t.Errorf("%q %q %v", a.Title, a.Text, err)
	}
}

func TestCharsetsThatPagesDeclare(t *testing.T) {
	for src, want := range map[string]string{
		`<meta charset="windows-1251">`:                                              "windows-1251",
		`<META HTTP-EQUIV="Content-Type" CONTENT="text/html; CHARSET = ISO-8859-2">`: "iso-8859-2",
		`<?xml version="1.0" encoding='utf-16'?>`:                                    "utf-16",
		`<p>charset</p>`: "",
	} {
		if got := declaredCharset([]byte(src)); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

func TestGarbledLettersArePutRight(t *testing.T) {
	a := read(t, strings.Replace(page("", "<h1>CafÃ© on the pier</h1>"), "nobody was hurt", "â€œnobody was hurtâ€\u009d", 1))
	if a.Title != "Café on the pier" || !strings.Contains(a.Text, "“nobody was hurt”") {
		t.Errorf("%q: %.200s", a.Title, a.Text)
	}
}

// A page saved from a web archive is of its own outlet, and so are those it
// names.
func TestAPageOutOfAWebArchive(t *testing.T) {
	const hour = "https://web.archive.org/web/20140607081500/"
	a := read(t, strings.Replace(page(`<link rel="canonical" href="`+hour+`http://courier.example/2014/06/06/pilot-radar">`, "<h1>Boats go out again</h1>"), "</article>",
		`</article><div class="related"><h3>Related</h3><a href="/web/20140607081500/http://courier.example/2014/06/03/ferry-runs-aground">Ferry runs aground off Karsk</a></div>`, 1))
	if a.URL != "http://courier.example/2014/06/06/pilot-radar" || a.Source != "courier.example" {
		t.Errorf("the page is %q of %q", a.URL, a.Source)
	}
	if len(a.Related) != 1 || a.Related[0].URL != "http://courier.example/2014/06/03/ferry-runs-aground" {
		t.Errorf("it names %+v", a.Related)
	}
	if got := original("https://web.archive.org/web/about"); got != "https://web.archive.org/web/about" {
		t.Errorf("the archive's own page is %q", got)
	}
}

func TestASiteThatCallsItselfByItsAddress(t *testing.T) {
	for name, want := range map[string]string{
		"https://www.courier.example": "courier.example", "http://courier.example/news": "courier.example",
		"Ostrel Courier": "Ostrel Courier", "courier.example": "courier.example", "Courier: //the// paper": "Courier: //the// paper",
	} {
		if got := siteName(name); got != want {
			t.Errorf("%q is %q, want %q", name, got, want)
		}
	}
}
