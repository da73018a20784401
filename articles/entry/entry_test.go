package entry

import (
	"strings"
	"testing"

	"broadsheet/articles"
)

const para = "The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring."

func TestLineIsWhatAReaderSees(t *testing.T) {
	for in, want := range map[string]string{
		"Plain":                         "Plain",
		"  two \n words\t":              "two words",
		"Orr &amp; Lind":                "Orr & Lind",
		"<b>Bo</b>ld":                   "Bold",
		"One<br/>two<p>three":           "One two three",
		"&lt;i&gt;Ship&lt;/i&gt; sinks": "Ship sinks",
		"2 < 3 and 4 > 3":               "2 < 3 and 4 > 3",
		"AT&amp;amp;T":                  "AT&amp;T",
		"a<":                            "a<",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestLooksHTML(t *testing.T) {
	for in, want := range map[string]bool{
		"<p>One": true, "text <br> text": true, "<div class='x'>": true, "a <b>c</b>": true, "<a href=x>y</a>": true,
		"<h2>x": true, "<!doctype html><html>": true, "": false, "2 < 3": false, "<3 this": false, "x <y> z": false,
		"mail <ada@courier.example> and <bo@courier.example>": false, "<b": false, "see <i> now": false,
	} {
		if got := LooksHTML(in); got != want {
			t.Errorf("LooksHTML(%q) = %v", in, got)
		}
	}
}

func TestTheContentWithMostProseWins(t *testing.T) {
	short, long := "A short one.", para+"\n\n"+para+" And then more of it, to be sure."
	for what, c := range map[string]struct {
		contents []Content
		want     string
	}{
		"the only one":          {[]Content{{Text: short}}, short},
		"a much longer second":  {[]Content{{Text: short}, {Text: long}}, "And then more"},
		"the first of equals":   {[]Content{{Text: "<p>" + para + "</p>"}, {Text: para + " x"}}, para},
		"blank first":           {[]Content{{Text: " \n"}, {Text: short}}, short},
		"HTML without a letter": {[]Content{{Text: "<p><img src='x'></p>", Type: HTML}, {Text: short}}, short},
		"escaped twice":         {[]Content{{Text: "&lt;p&gt;" + para + "&lt;/p&gt;"}}, para},
		"Markdown":              {[]Content{{Text: "A *short* one.", Type: Markdown}}, short},
		"breaks written out":    {[]Content{{Text: para + `\n\n` + "Second part of it."}}, "\n\nSecond part"},
	} {
		a, ok := Entry{Known: articles.Article{Title: "Pilot heard"}, Contents: c.contents}.Article(Options{})
		if !ok || !strings.Contains(a.Text, c.want) {
			t.Errorf("%s: got %q", what, a.Text)
		}
	}
}

func TestWhatTheContainerSaysWins(t *testing.T) {
	known := articles.Article{
		Title: "Pilot <i>heard</i>", Source: "Ostrel Courier", Authors: []string{"Ada Orr"}, Language: "en",
		URL: "https://courier.example/p", Related: []articles.Link{{Title: "Inquiry opens"}, {Title: "inquiry  opens"}, {Title: " "}},
	}
	a, _ := Entry{Known: known, Contents: []Content{{Text: "<p>By Bo Lind</p><p>" + para + "</p>"}}}.Article(Options{})
	if a.Title != "Pilot heard" || a.Source != "Ostrel Courier" || strings.Join(a.Authors, "|") != "Ada Orr" || a.URL != known.URL || len(a.Related) != 1 {
		t.Errorf("got %+v", a)
	}
}

func TestASummaryIsTheDekOrAllThereIs(t *testing.T) {
	dek := func(summary string, contents ...Content) (string, []string) {
		a, _ := Entry{Known: articles.Article{Title: "Pilot heard"}, Summary: summary, Contents: contents}.Article(Options{})
		return a.Dek, a.Warnings
	}
	if d, w := dek("The radar was <b>broken</b>.", Content{Text: para}); d != "The radar was broken." || len(w) != 0 {
		t.Errorf("a dek: %q, %v", d, w)
	}
	if d, _ := dek(para[:60]+"…", Content{Text: para}); d != "" {
		t.Errorf("the opening words are no dek: %q", d)
	}
	if d, _ := dek("PILOT  heard", Content{Text: para}); d != "" {
		t.Errorf("the headline is no dek: %q", d)
	}
	if d, w := dek(para); d != "" || len(w) != 1 || w[0] != WarnSummary {
		t.Errorf("all there is: %q, %v", d, w)
	}
	if _, w := dek(""); len(w) != 1 || w[0] != WarnHeadline {
		t.Errorf("a headline only: %v", w)
	}
	if _, ok := (Entry{}).Article(Options{}); ok {
		t.Error("nothing is no story")
	}
}

func TestGarbledLettersArePutRight(t *testing.T) {
	a, _ := Entry{Known: articles.Article{Title: "The cafÃ© in Ostrel"}, Contents: []Content{{Text: "It isnâ€™t open, the owner of the cafÃ© said."}}}.Article(Options{})
	if a.Title != "The café in Ostrel" || a.Text != "It isn’t open, the owner of the café said." {
		t.Errorf("got %q, %q", a.Title, a.Text)
	}
	if len(a.Warnings) != 1 || a.Warnings[0] != WarnRepaired {
		t.Errorf("warnings %v", a.Warnings)
	}
}

func FuzzEntry(f *testing.F) {
	f.Add("<p>One</p>", "title <b>")
	f.Add("&lt;p&gt;x", "a &amp;")
	f.Fuzz(func(t *testing.T, content, title string) {
		if len(content) > 1<<13 {
			return
		}
		Entry{Known: articles.Article{Title: title}, Summary: title, Contents: []Content{{Text: content}}}.Article(Options{})
	})
}
