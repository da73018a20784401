package page

import (
	"fmt"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

func date(t *testing.T, s string) articles.Date {
	t.Helper()
	d, err := articles.ParseDate(s)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// ferry is a story with all there is to a story.
func ferry(t *testing.T) Input {
	t.Helper()
	earlier, later := date(t, "2014-06-03"), date(t, "2014-06-08T09:05")
	return Input{
		Now: now(),
		Article: articles.Article{
			ID: "ferry.txt", Format: articles.FormatText,
			Title:     "Harbour inquiry hears the pilot who brought the ferry in on one radar",
			Dek:       "The second set had been out of order since the spring, he said, and nobody asked",
			Section:   "Harbour",
			Source:    "Ostrel Courier",
			Authors:   []string{"Ana Kord", "Tomas Weil"},
			Published: date(t, "2014-06-06T11:44:06"),
			URL:       "https://courier.example/2014/06/inquiry",
			Body:      story, Text: strings.ReplaceAll(story, "*", ""),
			Tags:     []string{"shipping", "Karsk"},
			Warnings: []string{"the text was repaired: it had been decoded twice"},
		},
		Marks: articles.Marks{Starred: true, Tags: []string{"karsk"}, Note: "ask about the log"},
		Leads: []articles.Lead{
			{
				Kind: articles.Publisher, Why: []string{"named by the publisher"}, Days: -3, Dated: true,
				Headline: articles.Headline{
					ID: "a", Title: "Ferry runs aground off Karsk", Source: "Ostrel Courier", Published: earlier,
				},
			},
			{Kind: articles.Publisher, Headline: articles.Headline{Title: `Pilot "had no second radar"`}},
			{
				Kind: articles.LinkedFrom, Days: 2, Dated: true, Copies: []articles.ID{"c"},
				Headline: articles.Headline{
					ID: "b", Title: "What the log says, and what it does not", Source: "Vasska Post",
					Published: later, Marks: articles.Marks{Read: true, Starred: true},
				},
			},
			{
				Kind: articles.Similar, Why: []string{"radar", "Karsk", "inquiry"}, Dated: true,
				Headline: articles.Headline{ID: "d", Title: "Inquiry opens in Ostrel", Source: "Tarrovia Wire"},
			},
		},
	}
}

// scrape is a story with the lines it came from and what was cut from it.
func scrape(t *testing.T) Input {
	t.Helper()
	return Input{
		Now: now(), ShowCuts: true,
		Article: articles.Article{
			Title: "Night trams return to the east", Source: "Tarrovia Wire", Format: articles.FormatText,
			Published: date(t, "2026-11-22"),
			Body:      "Night trams run again east of the river from Monday, the city said.\n\nA ticket costs what it did.",
			Text:      "Night trams run again east of the river from Monday, the city said.\n\nA ticket costs what it did.",
			Lines:     []int{5, 9},
			Cuts: []articles.Cut{
				{Line: 3, EndLine: 3, Class: articles.ClassDupTitle, Text: "Night trams return to the east"},
				{Line: 4, EndLine: 4, Class: articles.ClassDate, Text: "Sun Nov 22, 2026"},
				{Line: 7, EndLine: 7, Class: articles.ClassContributorCredit, Text: "Share this  |  Print"},
				{Line: 11, EndLine: 12, Class: articles.ClassDebugDump, Text: "string(57) \"[{\"id\":\"1578533\",\n\"title\":\"Depot fire: nobody was hurt\"}]\""},
			},
		},
	}
}

func plainLook() *theme.Theme { return theme.New(theme.Options{NoColor: true}) }

func requirePage(t *testing.T, in Input, width int, th *theme.Theme) {
	t.Helper()
	lines := whole(in, width, th)
	checkLines(t, lines, width)
	golden.RequireEqual(t, []byte(strings.Join(lines, "\n")+"\n"))
}

func TestAStoryAtEveryWidth(t *testing.T) {
	for _, w := range []int{200, 100, 76, 60, 40, 20, 8} {
		t.Run(fmt.Sprint(w), func(t *testing.T) { requirePage(t, ferry(t), w, plainLook()) })
	}
}

func TestAStoryInEveryLook(t *testing.T) {
	for name, o := range map[string]theme.Options{
		"light": {}, "dark": {Dark: true}, "256": {Dark: true, Colors: theme.Indexed},
		"16": {Colors: theme.Basic}, "ascii": {NoColor: true, ASCII: true},
		"salmon": {Palette: "salmon"}, "contrast": {Palette: "contrast", Dark: true},
	} {
		t.Run(name, func(t *testing.T) { requirePage(t, ferry(t), 76, theme.New(o)) })
	}
}

func TestAStoryWithItsCuts(t *testing.T) {
	for _, w := range []int{120, 60, 30} {
		t.Run(fmt.Sprint(w), func(t *testing.T) { requirePage(t, scrape(t), w, plainLook()) })
	}
	t.Run("of no known place", func(t *testing.T) {
		in := scrape(t)
		in.Article.Lines = nil
		requirePage(t, in, 60, plainLook())
	})
}

func TestAStoryInEveryScript(t *testing.T) {
	for name, s := range map[string]struct{ language, title, body string }{
		"french":   {"fr", "Le pilote n'avait qu'un radar", french},
		"arabic":   {"ar", "ربان العبارة أمام لجنة التحقيق في أوسترل", arabic},
		"hebrew":   {"", "קברניט המעבורת העיד בפני ועדת החקירה", hebrew},
		"japanese": {"ja", "港の調査会、船長が「レーダーは一台だけだった」と証言", japanese},
		"thai":     {"th", "กัปตันเรือให้การต่อคณะกรรมการสอบสวน", thai},
		"korean":   {"ko", "여객선 선장, 레이더 한 대로 입항했다고 진술", korean},
		"chinese":  {"zh", "港口调查会：船长称只有一台雷达", chinese},
		"marks":    {"vi", "Thuyền trưởng chỉ có một máy ra-đa", marks},
		"emoji":    {"en", "Crew 👩‍👩‍👧‍👦 waves 🇫🇷", emoji},
	} {
		for _, w := range []int{60, 20} {
			t.Run(fmt.Sprint(name, "-", w), func(t *testing.T) {
				requirePage(t, Input{Now: now(), Article: articles.Article{
					Title: s.title, Body: s.body, Text: s.body, Language: s.language,
				}}, w, plainLook())
			})
		}
	}
}

func TestAStoryFromRightToLeftInColour(t *testing.T) {
	in := Input{Now: now(), Marks: articles.Marks{Note: "اسأل عن السجل"}, Article: articles.Article{
		Title: "ربان العبارة أمام لجنة التحقيق", Language: "ar", Body: arabic + "\n1. أولا\n2. ثانيا\n", Source: "بريد أوسترل",
	}}
	requirePage(t, in, 60, theme.New(theme.Options{Dark: true}))
}

func TestAStoryOfWhichLittleIsKnown(t *testing.T) {
	for name, in := range map[string]Input{
		"nothing":      {},
		"only a title": {Article: articles.Article{Title: "Depot fire: nobody was hurt"}},
		"only a year":  {Article: articles.Article{Published: date(t, "2014"), Source: "Vasska Post"}},
		"only text":    {Article: articles.Article{Text: "It *burned* all night.\n\nNobody was hurt.", Format: articles.FormatWire}},
		"pending":      {Article: articles.Article{Title: "Depot fire", Body: "It burned."}, LeadsPending: true},
		"no cuts":      {Article: articles.Article{Title: "Depot fire", Body: "It burned."}, ShowCuts: true},
		"no related":   {Article: articles.Article{Title: "Depot fire", Body: "It burned."}, OmitRelated: true},
	} {
		in.Now = now()
		t.Run(name, func(t *testing.T) { requirePage(t, in, 60, plainLook()) })
	}
}
