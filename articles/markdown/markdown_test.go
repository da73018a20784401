package markdown

import (
	"fmt"
	"strings"
	"testing"
	"time"

	"broadsheet/articles"
)

const para = "The pilot of the ferry that ran aground off Karsk told the inquiry on Friday that the second radar had been out of order since the spring."

func read(t *testing.T, src string) articles.Article {
	t.Helper()
	a, err := Read(src, Options{})
	if err != nil {
		t.Fatalf("%q: %v", src, err)
	}
	return a
}

func TestFrontMatterInEveryForm(t *testing.T) {
	for what, head := range map[string]string{
		"plain YAML":  "---\ntitle: \"Inquiry: day one\"\nauthor: Ada Orr\ndate: 2014-06-06\nsource: https://courier.example/inquiry\ntags: [sea, courts]\nlang: en\n---\n",
		"clipper":     "---\ntitle: 'Inquiry: day one'\nsource: \"https://courier.example/inquiry\"\nauthor:\n  - \"[[Ada Orr]]\"\npublished: 2014-06-06\ncreated: 2019-01-01\ntags:\n  - sea\n  - courts\nlanguage: en\n---\n",
		"nested YAML": "---\ntitle: >-\n  Inquiry:\n  day one\nauthor: {name: Ada Orr}\ndate: 2014-06-06\nlang: en\nlink: https://courier.example/inquiry\ntags:\n- sea\n- courts\n...\n",
		"TOML":        "+++\ntitle = \"Inquiry: day one\"\nauthors = [\"Ada Orr\"]\ndate = 2014-06-06\nurl = \"https://courier.example/inquiry\"\nlanguage = \"en\"\ntags = [\"sea\", \"courts\"]\n+++\n",
		"JSON":        "{\n  \"title\": \"Inquiry: day one\",\n  \"author\": \"Ada Orr\",\n  \"date\": \"2014-06-06\",\n  \"url\": \"https://courier.example/inquiry\", \"lang\": \"en\",\n  \"tags\": [\"sea\", \"courts\"]\n}\n",
		"no fence":    "Title: Inquiry: day one\nAuthor: Ada Orr\nDate: 2014-06-06\nURL: https://courier.example/inquiry\nLanguage: en\nTags: sea, courts\n",
		"blank first": "\n\n---\ntitle: \"Inquiry: day one\"\nauthor: Ada Orr\ndate: 2014-06-06\nsource: https://courier.example/inquiry\ntags: [sea, courts]\nlang: en\n---\n",
	} {
		a := read(t, head+"\n# Inquiry: day one\n\n"+para+"\n")
		if a.Title != "Inquiry: day one" || strings.Join(a.Authors, "|") != "Ada Orr" || a.Published.String() != "2014-06-06" ||
			a.URL != "https://courier.example/inquiry" || strings.Join(a.Tags, "|") != "sea|courts" || a.Language != "en" {
			t.Errorf("%s: %+v", what, a)
		}
		if a.Text != para || a.Body != para || len(a.Warnings) != 0 {
			t.Errorf("%s: text %q, body %q, warnings %v", what, a.Text, a.Body, a.Warnings)
		}
		if line := 1 + strings.Count(head, "\n") + 3; len(a.Lines) != 1 || a.Lines[0] != line {
			t.Errorf("%s: lines %v, want %d", what, a.Lines, line)
		}
	}
}

func TestABrokenFrontMatterIsAWarning(t *testing.T) {
	for what, head := range map[string]string{
		"YAML": "---\ntitle: Inquiry opens\nauthor: [Ada Orr\nmore: {\n---\n",
		"TOML": "+++\ntitle = \"Inquiry opens\"\ndate = = 3\n+++\n",
		"deep": "---\ntitle: Inquiry opens\nx: " + strings.Repeat("[", 9000) + "\n---\n",
		"bomb": "---\ntitle: Inquiry opens\na: &a [x, x]\nb: [" + strings.Repeat("*a, ", 500) + "]\n---\n",
		// Each of these is a billion values once its aliases are followed.
		"bomb without blanks": "---\ntitle: Inquiry opens\n" + aliases(10, "[*%c,*%[2]c,*%[2]c,*%[2]c,*%[2]c,*%[2]c,*%[2]c,*%[2]c]") + "---\n",
		"bomb of pairs":       "---\ntitle: Inquiry opens\n" + aliases(25, "[*%c, *%[2]c]") + "---\n",
		"bomb of maps":        "---\ntitle: Inquiry opens\n" + aliases(25, "{x: *%c, \"y\":*%[2]c}") + "---\n",
	} {
		a := read(t, head+"\n"+para+"\n")
		if a.Title != "Inquiry opens" || a.Text != para || len(a.Warnings) != 1 || !strings.HasPrefix(a.Warnings[0], WarnFrontMatter) {
			t.Errorf("%s: %+v", what, a)
		}
	}
}

// aliases are lines that each name the one before as form says.
func aliases(n int, form string) string {
	var b strings.Builder
	b.WriteString("A: &A [x, x]\n")
	for c := 'A'; c < 'A'+rune(n); c++ {
		fmt.Fprintf(&b, "%c: &%[1]c "+form+"\n", c+1, c)
	}
	return b.String()
}

func TestAnchorsAndStarsOfAFrontMatterAreNoBomb(t *testing.T) {
	for what, head := range map[string]string{
		"an anchor used again": "title: Inquiry opens\nauthor: &who\n  - Ada Orr\neditor: *who\n",
		"words with stars":     "title: Inquiry opens\nauthor:\n  - Ada Orr\nnote: >\n  " + strings.Repeat("*so* it said, ", 40) + "\n",
	} {
		a := read(t, "---\n"+head+"---\n\n"+para+"\n")
		if a.Title != "Inquiry opens" || len(a.Authors) != 1 || a.Authors[0] != "Ada Orr" || len(a.Warnings) != 0 {
			t.Errorf("%s: %q by %q, %v", what, a.Title, a.Authors, a.Warnings)
		}
	}
}

func TestProseBetweenRulesIsNoFrontMatter(t *testing.T) {
	for _, src := range []string{
		"---\n\n" + para + "\n\n---\n\nA second part of the story follows here.\n",
		"Sources say: nothing.\nThey never do: so be it.\n\n" + para + "\n",
		"{curly} words open this story.\n\n" + para + "\n",
	} {
		if a := read(t, src); !strings.Contains(a.Text, para) || len(a.Warnings) != 0 {
			t.Errorf("%q: %+v", src, a)
		}
	}
}

func TestWhatAReaderSeesIsTheText(t *testing.T) {
	for src, want := range map[string]string{
		"The *ferry* and the **pilot** and ***both***": "The ferry and the pilot and both",
		"A _stressed_ snake_case_name and 2 * 3 * 4":   "A stressed snake_case_name and 2 * 3 * 4",
		"A lone * star and a lone _ bar":               "A lone * star and a lone _ bar",
		"~~Gone~~ and ==lit== and ~ 5":                 "Gone and lit and ~ 5",
		"[A link](https://x.example \"t\") here":       "A link here",
		"[A link (with) marks](<u v>) here":            "A link (with) marks here",
		"[By label][1] and [short] here":               "By label and short here",
		"[Not a link] here":                            "[Not a link] here",
		"A picture ![of it](a.png) here":               "A picture here",
		"[![alt](a.png)](u) here it is":                "here it is",
		"A [[Page|shown]] and [[Other#part]]":          "A shown and Other",
		"A note[^1] here":                              "A note here",
		"Code `a * b` and ``x ` y`` here":              "Code a * b and x ` y here",
		"An open ` tick here":                          "An open ` tick here",
		`Not \*stressed\* at 5\. place`:                "Not *stressed* at 5. place",
		"See <https://x.example/a> for all of it":      "See https://x.example/a for all of it",
		"Tags <b>go</b> but 3 < 4 stays":               "Tags go but 3 < 4 stays",
		"Caf&eacute; &amp; bar &copy and AT&T":         "Café & bar &copy and AT&T",
		"One line\nand the next":                       "One line and the next",
	} {
		a := read(t, "# A headline\n\n"+src+"\n\n[1]: https://x.example/1\n[short]: https://x.example/2\n")
		if a.Text != want {
			t.Errorf("%q: got %q, want %q", src, a.Text, want)
		}
	}
}

func TestStructureIsKept(t *testing.T) {
	src := `# Inquiry opens

` + para + `

## What the pilot said

> "We asked for the part in April," he said.
>
> "It never came."

1. The first radar
2. The second radar
   with a second line

- one
    - two

| Day | Witness |
|-----|---------|
| Mon | Pilot   |

` + "```\nlog: 14:20 no echo\n```" + `

Setext heading
--------------

The end [of it](https://x.example).

---

![The ferry](ferry.jpg)

Last words of the story, which were not long.
`
	a := read(t, src)
	want := para + `

What the pilot said

"We asked for the part in April," he said.
"It never came."

The first radar
The second radar with a second line

one
two

Day | Witness
Mon | Pilot

log: 14:20 no echo

Setext heading

The end of it.

Last words of the story, which were not long.`
	if a.Text != want {
		t.Errorf("text:\n%s\nwant:\n%s", a.Text, want)
	}
	for _, piece := range []string{"## What the pilot said", "> \"It never came.\"", "2. The second radar\n   with", "- one\n    - two", "| Mon | Pilot   |", "```\nlog:", "## Setext heading", "[of it](https://x.example)", "---\n\n![The ferry](ferry.jpg)\n\nLast words"} {
		if !strings.Contains(a.Body, piece) {
			t.Errorf("the body lacks %q:\n%s", piece, a.Body)
		}
	}
	if a.Image != "ferry.jpg" || a.Title != "Inquiry opens" {
		t.Errorf("image %q, title %q", a.Image, a.Title)
	}
	if len(a.Paragraphs()) != len(a.Lines) {
		t.Errorf("%d paragraphs, %d lines", len(a.Paragraphs()), len(a.Lines))
	}
}

func TestRelatedListsAreLiftedOut(t *testing.T) {
	for what, tail := range map[string]string{
		"heading and list": "## Related\n\n- [Radar was known to fail](https://courier.example/radar)\n- [[Inquiry opens in Ostrel]]\n",
		"bold label":       "**See also:**\n\n* [Radar was known to fail](https://courier.example/radar)\n* [Inquiry opens in Ostrel](https://courier.example/inquiry)\n",
		"lines of links":   "### Read more\n\n[Radar was known to fail](https://courier.example/radar)\n\n[Inquiry opens in Ostrel](https://courier.example/inquiry)\n",
		"French":           "## À lire aussi\n\n- [Radar was known to fail](https://courier.example/radar)\n- [Inquiry opens in Ostrel](https://courier.example/inquiry)\n",
	} {
		a := read(t, "# Pilot heard\n\n"+para+"\n\n"+para+" It sat for long.\n\n"+tail)
		if len(a.Related) != 2 || a.Related[0].Title != "Radar was known to fail" || a.Related[0].URL != "https://courier.example/radar" || a.Related[1].Title != "Inquiry opens in Ostrel" {
			t.Errorf("%s: related %+v", what, a.Related)
		}
		if strings.Contains(a.Text, "Radar was known") || !strings.HasSuffix(a.Text, "It sat for long.") {
			t.Errorf("%s: text %q", what, a.Text)
		}
	}
	a := read(t, "# Pilot heard\n\n"+para+"\n\n## Sources\n\n- [The log](https://courier.example/log)\n\n"+para+" It sat for long.\n")
	if len(a.Related) != 0 || !strings.Contains(a.Text, "The log") {
		t.Errorf("a list in the middle is prose: %+v", a)
	}
}

func TestWhatClippersAddIsTakenOff(t *testing.T) {
	a := read(t, "---\ntitle: Pilot heard | Ostrel Courier\n---\n\n# Pilot heard\n\n> ## Excerpt\n> The second radar had been out of order.\n\n---\n\n"+para+"\n")
	if a.Dek != "The second radar had been out of order." || a.Text != para {
		t.Errorf("MarkDownload: %+v", a)
	}
	a = read(t, "Pilot heard\n\n"+para+"\n\nid: 5f0\nparent_id: 6a1\nauthor: Ada Orr\nsource_url: https://courier.example/p\nuser_created_time: 2014-06-06T11:44:06.000Z\ntype_: 1\n")
	if a.URL != "https://courier.example/p" || strings.Join(a.Authors, "") != "Ada Orr" || strings.Contains(a.Text, "parent_id") {
		t.Errorf("Joplin: %+v", a)
	}
	a = read(t, "# Pilot heard\n\n<!-- saved by a program -->\n<div class=\"x\">\n"+para+"\n</div>\n\n%% a comment %%\n\n<script>\nalert(1)\n\nalert(2)\n</script>\n\nThe end of the story.\n")
	if a.Text != para+"\n\nThe end of the story." {
		t.Errorf("HTML: %q", a.Text)
	}
}

func TestCleanMarkdownLosesNoWord(t *testing.T) {
	var b strings.Builder
	b.WriteString("---\ntitle: Long inquiry\n---\n")
	for i := range 60 {
		fmt.Fprintf(&b, "\nOn day %d the court sat for %d hours and heard witness number %d, a *deckhand* from [Karsk](%d) with %d years at sea.\n", i, i%5+2, 3*i, i, i%40)
	}
	a := read(t, b.String())
	_, body, _ := strings.Cut(b.String()[4:], "---\n")
	if got, want := articles.CountWords(a.Text), articles.CountWords(body); got < want*95/100 {
		t.Errorf("%d words of %d", got, want)
	}
}

func TestCodeIsNotJudged(t *testing.T) {
	code := "```\ntags: a, b\nFollow us on example\n```"
	a := read(t, "# Pilot heard\n\n"+para+"\n\n"+code+"\n\nThe log ends here, the pilot told the court.\n")
	if !strings.Contains(a.Body, code) || !strings.Contains(a.Text, "Follow us on example") {
		t.Errorf("got %q", a.Body)
	}
}

func TestHostileMarkdownCostsLittle(t *testing.T) {
	for name, src := range map[string]string{
		"quotes":         strings.Repeat("> ", 200000),
		"nested lists":   strings.Repeat("- ", 200000),
		"brackets":       strings.Repeat("[", 1<<20),
		"closed bracket": strings.Repeat(strings.Repeat("[", 3000)+"]", 300),
		"links":          strings.Repeat("[a](", 1<<18),
		"stars":          strings.Repeat("*a ", 1<<19),
		"star runs":      strings.Repeat("*a_", 1<<19),
		"ticks":          strings.Repeat("` `` ", 1<<18),
		"comments":       strings.Repeat("<!-- x\n", 1<<18),
		"scripts":        strings.Repeat("<script>\n", 1<<17),
		"percent":        strings.Repeat("%% x\n\n", 1<<17),
		"blank items":    strings.Repeat("- a\n\n\n\n\n\n\n", 1<<16),
		"blank lines":    "- a\n" + strings.Repeat("\n", 1<<22),
		"rules":          strings.Repeat("---\n\n", 1<<18),
		"definitions":    strings.Repeat("[a]: b\n", 1<<18),
		"angles":         strings.Repeat("<", 1<<20),
		"entities":       strings.Repeat("&a", 1<<20),
		"one line":       strings.Repeat("word ", 1<<21),
		"tables":         strings.Repeat("|a|b|\n", 1<<18),
		"labels":         strings.Repeat("Related\n\n", 1<<16),
		"headings":       strings.Repeat("# a\n", 1<<17),
	} {
		start := time.Now()
		_, _ = Read(src, Options{})
		if d := time.Since(start); d > 12*time.Second {
			t.Errorf("%s (%d bytes) took %v", name, len(src), d)
		} else if d > 2*time.Second {
			t.Logf("%s (%d bytes) took %v", name, len(src), d)
		}
	}
}

func FuzzRead(f *testing.F) {
	for _, s := range []string{
		"---\ntitle: a\n---\n# a\n\nb", "+++\na=1\n+++\n", "{\n\"title\":\"a\"\n}\nb", "> # a\n> b\n\n- c\n  - d\n\n|a|\n|-|\n",
		"## Related\n\n- [a](b)\n", "a `b` *c* [d][e]\n\n[e]: f\n", "%% a\n%%\n<!--x-->\n```\n", "a\n===\nb\n---\n",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, src string) {
		if len(src) > 1<<14 {
			return
		}
		a, err := Read(src, Options{})
		if err == nil && a.Title == "" && a.Text == "" {
			t.Error("a story of nothing")
		}
		if n := len(a.Paragraphs()); err == nil && len(a.Lines) > 0 && len(a.Lines) != n {
			t.Errorf("%d paragraphs, %d lines: %q", n, len(a.Lines), a.Text)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	var s strings.Builder
	s.WriteString("---\ntitle: \"Long inquiry\"\ndate: 2014-06-06\nsource: \"Ostrel Courier\"\n---\n")
	for range 24 {
		s.WriteString("\n" + para + " The ferry's master, who has been at sea for thirty years, is to be heard on Monday.\n")
	}
	src := s.String()
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Read(src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
