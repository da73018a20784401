package safe

import (
	"strings"
	"testing"
	"unicode/utf8"

	"broadsheet/articles"
)

func TestTextShowsOrDropsWhatATerminalWouldObey(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"plain text stays":               {"The ferry left Karsk.\nIt was late.", "The ferry left Karsk.\nIt was late."},
		"escape becomes visible":         {"a\x1b[31mred", "a␛[31mred"},
		"a sequence inside a sequence":   {"\x1b\x1b[m[31m", "␛␛[m[31m"},
		"an eight-bit introducer":        {"a\u009b31m", "a␛31m"},
		"a window title":                 {"\x1b]0;mine\a", "␛]0;mine"},
		"bell, backspace and nul vanish": {"a\a\b\x00b", "ab"},
		"delete vanishes":                {"a\x7fb", "ab"},
		"a tab is four spaces":           {"a\tb", "a    b"},
		"every line end is one":          {"a\r\nb\rc\u2028d\u0085e\ff", "a\nb\nc\nd\ne\nf"},
		"an override cannot reverse":     {"invoice\u202etxt.exe", "invoicetxt.exe"},
		"isolates and embeddings":        {"\u2066a\u2069\u202bb\u202c", "ab"},
		"tag characters":                 {"a\U000e0041\U000e0042", "a"},
		"a surrogate written as bytes":   {"a\xed\xa0\x80b", "a\ufffd\ufffd\ufffdb"},
		"broken bytes are shown broken":  {"a\xffb", "a\ufffdb"},
		"a byte order mark inside":       {"a\ufeffb", "ab"},
		"interlinear annotation":         {"\ufff9a\ufffab\ufffb", "ab"},
		"soft hyphen":                    {"har\u00adbour", "harbour"},
		"Persian needs its non-joiner":   {"می\u200cخواهم", "می\u200cخواهم"},
		"a family is joined":             {"👩🏽\u200d👩\u200d👧", "👩🏽\u200d👩\u200d👧"},
		"a heart may be an emoji":        {"❤\ufe0f 1\ufe0f\u20e3", "❤\ufe0f 1\ufe0f\u20e3"},
		"a letter has no variants":       {"a\ufe01b\ufe0fc", "abc"},
		"a second selector hides bytes":  {"❤\ufe0f\ufe0e\ufe0f", "❤\ufe0f"},
		"a Han name keeps its form":      {"葛\U000e0100城", "葛\U000e0100城"},
		"Thai words may break":           {"ไทย\u200bไทย", "ไทย\u200bไทย"},
		"a hidden space in a word":       {"har\u200bbour", "harbour"},
		"Arabic marks direction":         {"\u200fمرفأ\u200e 12", "\u200fمرفأ\u200e 12"},
		"accents stay":                   {"e\u0301 ạ\u0302", "e\u0301 ạ\u0302"},
		"marks are capped":               {"a" + strings.Repeat("\u0301", 50) + "b", "a" + strings.Repeat("\u0301", maxMarks) + "b"},
		"joiners are capped":             {strings.Repeat("👩\u200d", 11) + "x", strings.Repeat("👩\u200d", maxJoins) + "👩👩\u200dx"},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Text(c.in); got != c.want {
				t.Errorf("Text(%q)\n got %q\nwant %q", c.in, got, c.want)
			}
		})
	}
}

func TestLineIsOneLine(t *testing.T) {
	for in, want := range map[string]string{
		"":                           "",
		"One line":                   "One line",
		"  two \t words\r\nand one ": "two words and one",
		"\x1b[2J":                    "␛[2J",
		"nbsp\u00a0stays":            "nbsp\u00a0stays",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
	long := Line(strings.Repeat("é ", 5000))
	if n := utf8.RuneCountInString(long); n > lineCap || !strings.HasSuffix(long, "…") {
		t.Errorf("a long line has %d runes and ends in %q", n, long[len(long)-4:])
	}
	if exact := strings.Repeat("é", lineCap); Line(exact) != exact {
		t.Error("a line of the very cap was shortened")
	}
}

func TestSafeTextCostsNothing(t *testing.T) {
	s := strings.Repeat("The pilot said nothing – „nothing at all“.\n", 50)
	if n := testing.AllocsPerRun(10, func() { Text(s); Markdown(s); Line("A headline – like this") }); n != 0 {
		t.Errorf("%v allocations for text that is safe already", n)
	}
}

func TestRenderedLetsColoursPassAndNothingElse(t *testing.T) {
	for in, want := range map[string]string{
		"\x1b[1;38;5;203mred\x1b[0m":                 "\x1b[1;38;5;203mred\x1b[0m",
		"\x1b[38:2::1:2:3mx\x1b[m":                   "\x1b[38:2::1:2:3mx\x1b[m",
		"\x1b[2Jx":                                   "␛[2Jx",
		"\x1b[?1049hx":                               "␛[?1049hx",
		"\x1b]8;id=1;https://a.example\aA\x1b]8;;\a": "A",
		"\x1b]8;;https://a.example\x1b\\A":           "A",
		"\x1b]8;;https://a\nb\aA":                    "␛]8;;https://a\nbA",
		"\x1b]52;c;aGk=\a":                           "␛]52;c;aGk=",
		"\x1bP+q\x1b\\":                              "␛P+q␛\\",
		"\x1b[31":                                    "␛[31",
		"\x1b[" + strings.Repeat("1;", 99) + "m":     "␛[" + strings.Repeat("1;", 99) + "m",
		"plain\u202e":                                "plain",
	} {
		if got := Rendered(in); got != want {
			t.Errorf("Rendered(%q)\n got %q\nwant %q", in, got, want)
		}
	}
}

func TestURLLetsOnlyWebAndMailPass(t *testing.T) {
	for in, want := range map[string]bool{
		"https://courier.example/a?b=c#d": true,
		"HTTP://courier.example/":         true,
		"mailto:desk@courier.example":     true,
		"":                                false,
		"/relative":                       false,
		"//courier.example/":              false,
		"file:///etc/passwd":              false,
		"javascript:alert(1)":             false,
		"data:text/html,x":                false,
		"ftp://courier.example/":          false,
		"https:///nohost":                 false,
		"https://user:pw@evil.example/":   false,
		"https://a.example/ --flag":       false,
		"https://a.example/\x1b]0;x":      false,
		"https://a.example/\u202egpj":     false,
		"mailto:--flag":                   false,
		"-https://a.example":              false,
	} {
		if _, ok := URL(in); ok != want {
			t.Errorf("URL(%q) = %v, want %v", in, ok, want)
		}
	}
}

func TestArticlePassesEveryField(t *testing.T) {
	const bad = "x\x1b\u202e"
	const good = "x␛"
	a := Article(articles.Article{
		ID: "a\x1b", Title: bad, Dek: bad, Authors: []string{bad, "\a"}, Source: bad, Section: bad,
		Language: bad, URL: bad, Image: bad, Tags: []string{bad}, PublisherID: bad, Format: bad,
		Body: bad, Text: bad + "\n\n\a\n\nend\u2029\u2029here", Lines: []int{1, 5, 9},
		Related:  []articles.Link{{Title: bad, URL: bad, ID: bad, Image: bad}},
		Cuts:     []articles.Cut{{Class: bad, Text: bad + "\ny"}},
		Warnings: []string{bad},
	})
	for field, got := range map[string]string{
		"title": a.Title, "dek": a.Dek, "author": strings.Join(a.Authors, "|"), "source": a.Source,
		"section": a.Section, "language": a.Language, "url": a.URL, "image": a.Image, "tag": a.Tags[0],
		"publisher id": a.PublisherID, "format": string(a.Format), "body": a.Body,
		"related title": a.Related[0].Title, "related url": a.Related[0].URL, "related id": a.Related[0].ID,
		"related image": a.Related[0].Image, "class": string(a.Cuts[0].Class), "warning": a.Warnings[0],
	} {
		if got != good {
			t.Errorf("%s = %q, want %q", field, got, good)
		}
	}
	if a.Cuts[0].Text != good+"\ny" {
		t.Errorf("cut = %q", a.Cuts[0].Text)
	}
	if a.Text != good+"\n\nend\nhere" || len(a.Lines) != 2 || a.Lines[1] != 9 {
		t.Errorf("text = %q with lines %v", a.Text, a.Lines)
	}
	if a.ID != "a\x1b" {
		t.Errorf("the id was changed to %q and names nothing now", a.ID)
	}
}

func TestArticleLeavesOutAnAddressThatIsAPicture(t *testing.T) {
	a := Article(articles.Article{Image: "data:image/png;base64," + strings.Repeat("A", addressCap)})
	if a.Image != "" {
		t.Errorf("kept an address of %d bytes", len(a.Image))
	}
}
