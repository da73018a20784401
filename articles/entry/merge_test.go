package entry

import (
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestWhatTheContainerSaysAndWhatIsFound(t *testing.T) {
	day := func(s string) articles.Date { d, _ := articles.ParseDate(s); return d }
	body := Content{Text: `<html lang="de"><p>By Bo Lind</p><p>Fri Jun 6, 2014</p><p>` + para + `</p></html>`}
	known := articles.Article{
		Title: "Pilot heard", Source: "Ostrel  <b>Courier</b>", Section: "Courts &amp; harbour", Language: "fr", URL: "https://courier.example/p",
		Image: "https://courier.example/p.jpg", PublisherID: "oc-17", Authors: []string{"Ada Orr"}, Tags: []string{"radar"},
		Published: day("2014-06-05"), Modified: day("2014-06-07"), Warnings: []string{"cut short"},
	}
	a, ok := Entry{Known: known, Contents: []Content{body}}.Article(Options{})
	if !ok {
		t.Fatal("no story")
	}
	for what, pair := range map[string][2]string{
		"source": {a.Source, "Ostrel Courier"}, "section": {a.Section, "Courts & harbour"}, "language": {a.Language, "fr"},
		"url": {a.URL, known.URL}, "image": {a.Image, known.Image}, "id": {a.PublisherID, "oc-17"},
		"authors": {strings.Join(a.Authors, "|"), "Ada Orr"}, "tags": {strings.Join(a.Tags, "|"), "radar"},
		"published": {a.Published.String(), "2014-06-05"}, "modified": {a.Modified.String(), "2014-06-07"},
		"warnings": {strings.Join(a.Warnings, "|"), "cut short"},
	} {
		if pair[0] != pair[1] {
			t.Errorf("%s is %q, want %q", what, pair[0], pair[1])
		}
	}
	a, _ = Entry{Known: articles.Article{Title: "Pilot heard"}, Contents: []Content{{Text: "By Bo Lind\n\nFri Jun 6, 2014 11:44\n\n" + para}}}.Article(Options{})
	if strings.Join(a.Authors, "|") != "Bo Lind" || a.Published.String() != "2014-06-06T11:44" || a.Language != "en" {
		t.Errorf("found in the prose: %q, %s, %q", a.Authors, a.Published, a.Language)
	}
}

func TestRelatedHeadlinesStandOnce(t *testing.T) {
	first := []articles.Link{{Title: "Inquiry opens", URL: "https://courier.example/1"}, {Title: "No address"}}
	second := []articles.Link{
		{Title: "The inquiry opens", URL: "https://courier.example/1"}, // by its address
		{Title: "NO  address"},                                              // by its title
		{Title: "Pilot heard", ID: "7"}, {Title: "Pilot is heard", ID: "7"}, // by its id
		{Title: "Another", URL: ""}, {Title: "Yet another", ID: ""}, // what is not known is nothing in common
		{Title: " <i> </i> "}, {Title: "Bo &amp; Ada"},
	}
	var got []string
	for _, l := range Related(first, second) {
		got = append(got, l.Title)
	}
	if want := "Inquiry opens|No address|Pilot heard|Another|Yet another|Bo & Ada"; strings.Join(got, "|") != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestALaterContentWinsByHalfAsMuchAgain(t *testing.T) {
	words := func(n int) string { return strings.TrimSpace(strings.Repeat("harbour ", n)) + "." }
	for _, c := range []struct {
		first, second int
		want          string
	}{{100, 145, "first"}, {100, 155, "second"}, {100, 90, "first"}, {100, 100, "first"}} {
		a, _ := Entry{Contents: []Content{{Text: "first " + words(c.first)}, {Text: "second " + words(c.second)}}}.Article(Options{})
		if !strings.HasPrefix(a.Text, c.want) {
			t.Errorf("of %d and %d words the %s should win: %.30q", c.first, c.second, c.want, a.Text)
		}
	}
}

func TestWhatIsTooLongOrSaidAnywayIsNoDek(t *testing.T) {
	for what, c := range map[string]struct {
		summary string
		dek     bool
	}{
		"a line":                        {"Two radars were out of order.", true},
		"600 bytes":                     {strings.Repeat("radar ", 100)[:599] + ".", true},
		"more":                          {strings.Repeat("radar ", 101), false},
		"the opening words, cut short":  {para[:80] + " […]", false},
		"the opening words in capitals": {strings.ToUpper(para[:80]), false},
		"words of the middle":           {para[40:100], true},
		"only stops":                    {"…", false},
	} {
		a, _ := Entry{Known: articles.Article{Title: "Pilot heard"}, Summary: c.summary, Contents: []Content{{Text: para + "\n\n" + para}}}.Article(Options{})
		if got := a.Dek != ""; got != c.dek {
			t.Errorf("%s: dek %q", what, a.Dek)
		}
	}
}

func TestTheTypeThatTheContainerGives(t *testing.T) {
	for what, c := range map[string]struct {
		content Content
		want    string
	}{
		"plain text keeps its signs":         {Content{Text: "If a <b> b then c.", Type: Plain}, "If a <b> b then c."},
		"HTML escaped twice":                 {Content{Text: "&lt;p&gt;The radar was broken.&lt;/p&gt;", Type: HTML}, "The radar was broken."},
		"HTML that tells of HTML":            {Content{Text: "<p>Write &lt;p&gt; for a paragraph.</p>", Type: HTML}, "Write <p> for a paragraph."},
		"HTML without a tag":                 {Content{Text: "Orr &amp; Lind sailed.", Type: HTML}, "Orr & Lind sailed."},
		"old line ends":                      {Content{Text: "One line of it here.\r\rAnother line of it.", Type: Plain}, "One line of it here.\n\nAnother line of it."},
		"a backslash among real line breaks": {Content{Text: `The file is C:\new.` + "\n\nIt is gone.", Type: Plain}, `The file is C:\new.` + "\n\nIt is gone."},
	} {
		a, ok := Entry{Contents: []Content{c.content}}.Article(Options{})
		if !ok || a.Text != c.want {
			t.Errorf("%s: %q, want %q", what, a.Text, c.want)
		}
	}
}

func TestTagsInALine(t *testing.T) {
	for in, want := range map[string]string{
		"one<small>x</small>two":  "onextwo",
		"one<div>two</div>three":  "one two three",
		"one<BR/>two":             "one two",
		"a<b\tclass='x'>c</b>d":   "acd",
		"one<!-- note -->two":     "one two",
		"1<2, 3>2":                "1<2, 3>2",
		"if a <z is not closed":   "if a <z is not closed",
		"&lt;&lt;":                "<<",
		"a &lt;b&gt;c&lt;/b&gt;":  "a c",
		"<a href='x'>Ferry</a>'s": "Ferry's",
	} {
		if got := Line(in); got != want {
			t.Errorf("Line(%q) = %q, want %q", in, got, want)
		}
	}
}
