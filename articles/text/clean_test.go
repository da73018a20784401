package text

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/yuin/goldmark"

	"broadsheet/articles"
)

func TestTheSeedComesOutRight(t *testing.T) {
	a := Clean(seedStory, Options{})
	if a.Title != "Night trams return to Karsk after two years" {
		t.Errorf("title %q", a.Title)
	}
	if got := a.Published.String(); got != "2014-06-06T11:44:06" {
		t.Errorf("published %s", got)
	}
	if n := len(a.Paragraphs()); n != 5 {
		t.Errorf("%d paragraphs:\n%s", n, a.Text)
	}
	if want := []int{6, 8, 10, 12, 14}; !slices.Equal(a.Lines, want) {
		t.Errorf("lines %v, want %v", a.Lines, want)
	}
	classes := []articles.Class{}
	for _, c := range a.Cuts {
		classes = append(classes, c.Class)
	}
	if want := []articles.Class{articles.ClassDupTitle, articles.ClassDate, articles.ClassSignOff, articles.ClassDebugDump}; !slices.Equal(classes, want) {
		t.Errorf("cuts %v, want %v", classes, want)
	}
	if len(a.Related) != 2 {
		t.Fatalf("related %v", a.Related)
	}
	l := a.Related[0]
	if l.Title != "Depot of Karsk warns of a lack of drivers" || l.ID != "1578533" || l.Published.String() != "2014-03-23" || !strings.HasPrefix(l.Image, "/2014/03/23/karsk") {
		t.Errorf("related %+v", l)
	}
}

func TestDumpsAreReadInEveryMake(t *testing.T) {
	for name, dump := range map[string]string{
		"json":              `[{"id":"7","pic":"\/2014\/06\/01\/x.jpg","title":"Salt road \u2013 open"},{"id":"8","title":"Trams"}]`,
		"json in var_dump":  `string(9999) "[{"id":"7","pic":"/2014/06/01/x.jpg","title":"Salt road – open"} ,{"id":"8","title":"Trams"} ]"`,
		"var_dump":          `array(2) { [0]=> array(3) { ["id"]=> string(1) "7" ["pic"]=> string(18) "/2014/06/01/x.jpg" ["title"]=> string(3) "Salt road – open" } [1]=> array(2) { ["id"]=> int(8) ["title"]=> string(5) "Trams" } }`,
		"var_dump in lines": "array(2) {\n  [0]=>\n  array(3) {\n    [\"id\"]=>\n    string(1) \"7\"\n    [\"pic\"]=>\n    string(17) \"/2014/06/01/x.jpg\"\n    [\"title\"]=>\n    string(18) \"Salt road – open\"\n  }\n  [1]=>\n  array(2) {\n    [\"id\"]=>\n    string(1) \"8\"\n    [\"title\"]=>\n    string(5) \"Trams\"\n  }\n}",
		"print_r":           "Array\n(\n    [0] => Array\n        (\n            [id] => 7\n            [pic] => /2014/06/01/x.jpg\n            [title] => Salt road – open\n        )\n\n    [1] => Array\n        (\n            [id] => 8\n            [title] => Trams\n        )\n\n)",
		"print_r, one line": "Array ( [0] => Array ( [id] => 7 [pic] => /2014/06/01/x.jpg [title] => Salt road – open ) [1] => Array ( [id] => 8 [title] => Trams ) )",
		"python":            `[{u'id': 7, u'pic': u'/2014/06/01/x.jpg', u'title': u'Salt road \u2013 open'}, {'id': 8, 'pic': None, 'title': 'Trams'}]`,
		"state":             `window.__DATA__={"ads":true,"related":[{"id":7,"pic":"\/2014\/06\/01\/x.jpg","title":"Salt road \u2013 open"},{"id":8,"title":"Trams"}],"user":null};`,
		"entities":          `[{&quot;id&quot;:&quot;7&quot;,&quot;pic&quot;:&quot;/2014/06/01/x.jpg&quot;,&quot;title&quot;:&quot;Salt road – open&quot;},{&quot;id&quot;:&quot;8&quot;,&quot;title&quot;:&quot;Trams&quot;}]`,
		"cut off":           `[{"id":"7","pic":"/2014/06/01/x.jpg","title":"Salt road – open"},{"id":"8","title":"Trams`,
	} {
		a := Clean(withLine(bottom, dump), Options{})
		if want := strings.Join(paragraphs, "\n\n"); a.Text != want {
			t.Errorf("%s left\n%s", name, a.Text)
		}
		if len(a.Related) != 2 {
			t.Errorf("%s: related %v", name, a.Related)
			continue
		}
		l := a.Related[0]
		if l.Title != "Salt road – open" || l.ID != "7" || l.Published.String() != "2014-06-01" || a.Related[1].Title != "Trams" {
			t.Errorf("%s: related %+v", name, a.Related)
		}
	}
}

func TestWhatIsNoDumpStays(t *testing.T) {
	for _, s := range []string{
		`Visitors saw the words "Notice: Undefined index: name" and, lower down, "array(0) { }", the office said.`,
		"He told listeners of the morning programme (array of guests: two bakers and a fishmonger) to keep calm.",
		"The draft [of the bill] was read {twice} before the house (which was empty) rose for the night.",
	} {
		if a := Clean(withLine(middle, s), Options{}); !strings.Contains(a.Text, s) {
			t.Errorf("%q went: %v", s, a.Cuts)
		}
	}
}

func TestAPageIsItsStory(t *testing.T) {
	a := Clean(samples()["page"], Options{})
	if a.Title != "Depot fire in Tarrovia: nobody was hurt" || a.Published.String() != "2014-06-05T19:09" || !slices.Equal(a.Authors, []string{"Edda Millow"}) {
		t.Errorf("title %q, published %s, authors %v", a.Title, a.Published, a.Authors)
	}
	p := a.Paragraphs()
	if len(p) != 4 && len(p) != 5 || !strings.HasPrefix(p[0], "A fire in the bus depot") || !strings.HasPrefix(p[len(p)-1], "Police asked") {
		t.Errorf("text\n%s", a.Text)
	}
}

func TestWireEnvelopesAreOpened(t *testing.T) {
	for name, want := range map[string]string{"wire": "2014-06-06T11:44Z", "anpa": "2014-06-06T11:44Z"} {
		a := Clean(samples()[name], Options{})
		if a.Title != "Ferry pilot blames broken radar" || a.Published.String() != want || a.Format != articles.FormatWire {
			t.Errorf("%s: title %q, published %s, format %s", name, a.Title, a.Published, a.Format)
		}
		if p := a.Paragraphs(); len(p) != 2 || !strings.Contains(p[0], "told an inquiry") || strings.Contains(a.Text, "``") {
			t.Errorf("%s: text\n%s", name, a.Text)
		}
		if len(a.Authors) == 0 || !strings.EqualFold(a.Authors[0], "Edda Millow") {
			t.Errorf("%s: authors %v", name, a.Authors)
		}
	}
}

func TestHardWrapsAreJoined(t *testing.T) {
	a := Clean(samples()["wrapped"], Options{})
	p := a.Paragraphs()
	if len(p) != 3 {
		t.Fatalf("%d paragraphs:\n%s", len(p), a.Text)
	}
	if !strings.Contains(p[1], "long-term lease") {
		t.Errorf("hyphens: %s", p[1])
	}
	if want := []int{3, 6, 9}; !slices.Equal(a.Lines, want) {
		t.Errorf("lines %v, want %v", a.Lines, want)
	}
}

func TestListsStayAsTheyStand(t *testing.T) {
	a := Clean(samples()["list"], Options{})
	if n := len(a.Paragraphs()); n != 6 || len(a.Cuts) != 0 {
		t.Errorf("%d paragraphs, cuts %v", n, a.Cuts)
	}
}

func TestLinesAreMadeReadable(t *testing.T) {
	for in, want := range map[string]string{
		"plain":                                "plain",
		"  two  spaces\tand a tab ":            "two spaces and a tab",
		"soft\u00adhyphen, \u200bzero width":   "softhyphen, zero width",
		"a\u00a0b\u202fc\u3000d":               "a b c d",
		"&quot;Salt&quot; &amp; bread &#8211;": "\"Salt\" & bread –",
		"twice &amp;quot;escaped&amp;quot;":    "twice \"escaped\"",
		"\u202eevil\u202c \x1b[31mred":         "evil [31mred",
		"می\u200cخواهم":                        "می\u200cخواهم",
	} {
		if got, _ := readable(in); got != want {
			t.Errorf("readable(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestEscapedTextReadsAsItself(t *testing.T) {
	for _, s := range []string{
		"# not a heading", "1. not a list", "- not a list", "* nor this *either*", "_under_ the bridge", "<b>not bold</b>", "> no quote",
		"a `tick` and [a](link)", "&amp; stays", "snake_case stays", "+ plus", "---", "===", "2) two", "| a | b |", "~~not struck~~", "1986. A great year", "a\\b", "![x](y)",
		": colon", "plain, with — dashes.",
	} {
		var html strings.Builder
		if err := goldmark.Convert([]byte(Escape(s)), &html); err != nil {
			t.Fatal(err)
		}
		got := strings.TrimSuffix(strings.TrimPrefix(strings.TrimSpace(html.String()), "<p>"), "</p>")
		if got = unescape(got); got != unescape(strings.ReplaceAll(s, "&", "&amp;")) && got != s {
			t.Errorf("Escape(%q) = %q reads as %q", s, Escape(s), got)
		}
	}
}

func TestHeadlinesLoseTheNameOfTheSite(t *testing.T) {
	for in, want := range map[string]string{
		"Trams return to Karsk after two years – POLITICO":        "Trams return to Karsk after two years",
		"Trams return to Karsk after two years | Ostrel Courier":  "Trams return to Karsk after two years",
		"Trams return to Karsk after two years - courier.example": "Trams return to Karsk after two years",
		"Update | Two hurt as trams collide in Karsk":             "Update | Two hurt as trams collide in Karsk",
		"Trams return to Karsk – report":                          "Trams return to Karsk – report",
		"Pilot freed – Forced To APOLOGIZE":                       "Pilot freed – Forced To APOLOGIZE",
	} {
		a := Clean(in+"\n\n"+strings.Join(paragraphs, "\n\n"), Options{})
		if a.Title != want {
			t.Errorf("%q became %q", in, a.Title)
		}
	}
}

func TestAStoryWithoutAHeadlineHasNone(t *testing.T) {
	a := Clean(strings.Join(paragraphs, "\n\n"), Options{})
	if a.Title != "" || len(a.Paragraphs()) != len(paragraphs) {
		t.Errorf("title %q, %d paragraphs", a.Title, len(a.Paragraphs()))
	}
}

func TestNothingButJunkIsStillShown(t *testing.T) {
	for _, s := range []string{"Advertisement", "Share Tweet\nComments\nFollow us\n", "1\n2\n3\n", "x"} {
		a := Clean(s, Options{})
		if a.Text == "" && a.Title == "" {
			t.Errorf("%q came out blank: %v", s, a.Cuts)
		}
	}
}

func TestOtherReadersGetTheirMarkdownBack(t *testing.T) {
	blocks := []Block{
		{Text: paragraphs[0], Markdown: "The **pilot** of the ferry", Line: 3},
		{Text: "What the court heard", Kind: Heading, Markdown: "## What the court heard", Line: 4},
		{Text: paragraphs[2], Markdown: "The [company](https://vasska.example) said", Line: 5},
		{Text: "Pilot Perrin Oule leaves the court", Kind: Caption, Line: 6},
		{Text: "RELATED: Ferry Runs Aground Off Karsk", URL: "https://courier.example/ferry", Line: 7},
		{Text: paragraphs[3], Line: 8},
	}
	r := CleanBlocks(blocks, Options{Title: headline})
	markdown, plain, lines := Body(r.Keep)
	if !strings.HasPrefix(markdown, "The **pilot** of the ferry\n\n## What the court heard\n\nThe [company]") || strings.Contains(plain, "leaves the court") {
		t.Errorf("markdown %q", markdown)
	}
	if want := []int{3, 4, 5, 8}; !slices.Equal(lines, want) {
		t.Errorf("lines %v", lines)
	}
	if len(r.Related) != 1 || r.Related[0].URL != "https://courier.example/ferry" || r.Title != headline {
		t.Errorf("related %v, title %q", r.Related, r.Title)
	}
}

func TestLanguage(t *testing.T) {
	for want, s := range map[string]string{
		"en": paragraphs[0], "": "12 34",
		"de": "Die Fähre ist am Freitag nicht mehr gefahren, und der Kapitän hat sich mit dem Rat nicht einigen können.",
		"fr": "Le pilote du ferry a été entendu dans la matinée par les juges, qui ne sont pas tous venus pour cette affaire.",
		"es": "El piloto del barco dijo que los jueces no habían leído más que una parte, pero que está tranquilo con ellos.",
		"ru": "Капитан парома сказал суду, что второй радар не работал с весны.",
		"uk": "Капітан порома сказав суду, що другий радар не працював із весни, і її ніхто не ремонтував.",
		"ar": "قال قبطان العبارة للمحكمة إن الرادار الثاني كان معطلا منذ الربيع",
		"ja": "フェリーの船長は金曜日、二つ目のレーダーが春から壊れていたと述べた。",
		"zh": "渡轮船长周五告诉法庭，第二部雷达从春天起就坏了，没有人修理它。",
		"ko": "여객선 선장은 금요일 법정에서 두 번째 레이더가 봄부터 고장 나 있었다고 말했다.",
		"th": "กัปตันเรือเฟอร์รี่บอกศาลเมื่อวันศุกร์ว่าเรดาร์ตัวที่สองเสียมาตั้งแต่ฤดูใบไม้ผลิ",
		"el": "Ο κυβερνήτης του πλοίου είπε στο δικαστήριο ότι το δεύτερο ραντάρ ήταν χαλασμένο.",
	} {
		if got := Language(s); got != want {
			t.Errorf("Language(%q) = %q, want %q", s, got, want)
		}
	}
}

// TestTheTimeGrowsWithTheLength would take minutes were anything quadratic.
func TestTheTimeGrowsWithTheLength(t *testing.T) {
	for name, src := range map[string]string{
		"one line":  strings.Repeat("word and word. ", 200_000),
		"lines":     strings.Repeat("Home\n", 40_000),
		"headlines": strings.Repeat("Trams Return To Karsk At Night\n\n", 20_000),
		"brackets":  strings.Repeat("[{(", 100_000),
		"dumps":     strings.Repeat("[{\"a\":", 50_000),
		"quotes":    strings.Repeat("string(9) \"", 20_000),
		"carets":    strings.Repeat("^x<\n", 20_000),
		"related":   strings.Repeat("(RELATED: a b c ", 10_000),
	} {
		a := Clean(src, Options{})
		if a.Text == "" && a.Title == "" && len(a.Cuts) == 0 {
			t.Errorf("%s: nothing came out", name)
		}
	}
}

func ExampleClean() {
	a := Clean("Harbour inquiry hears the pilot\nFri Jun 6, 2014\n\nThe pilot of the ferry told the inquiry that the radar had been out of order.\n\nAdvertisement\n", Options{})
	fmt.Println(a.Title, a.Published)
	fmt.Println(a.Text)
	for _, c := range a.Cuts {
		fmt.Println(c.Line, c.Class, c.Text)
	}
	// Output:
	// Harbour inquiry hears the pilot 2014-06-06
	// The pilot of the ferry told the inquiry that the radar had been out of order.
	// 2 date Fri Jun 6, 2014
	// 6 advert Advertisement
}
