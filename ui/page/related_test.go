package page

import (
	"fmt"
	"slices"
	"strings"
	"sync"
	"testing"

	"broadsheet/articles"
)

func TestRelatedHeadlinesAreNumberedAndFound(t *testing.T) {
	in := Input{Article: articles.Article{Title: "t", Body: long(2000)}, Now: now()}
	for i := range 12 {
		in.Leads = append(in.Leads, articles.Lead{
			Headline: articles.Headline{ID: "x", Title: fmt.Sprintf("Headline %c", 'A'+i)},
		})
	}
	p := New(in, 60, plainLook())
	for i := range 12 {
		text := lineOf(p, p.RelatedLine(i))
		if !strings.HasSuffix(text, fmt.Sprintf("Headline %c", 'A'+i)) {
			t.Errorf("headline %d is found at %q", i, text)
		}
		if has := text[0] >= '1' && text[0] <= '9'; has != (i < 9) {
			t.Errorf("headline %d stands as %q", i, text)
		}
	}
	if p.RelatedLine(12) != -1 || p.RelatedLine(-1) != -1 {
		t.Error("a headline is found that does not exist")
	}
	in.OmitRelated = true
	if got := New(in, 60, plainLook()).RelatedLine(0); got != -1 {
		t.Errorf("on a page without related headlines the first is at %d", got)
	}
}

func TestLeadsThatComeLaterStandAsIfTheyHadBeenThere(t *testing.T) {
	in := ferry(t)
	want := set(in, 60)
	leads := in.Leads
	in.Leads, in.LeadsPending = nil, true
	for _, lines := range []int{0, 10, 1 << 30} {
		p := New(in, 60, plainLook())
		p.Advance(lines)
		p.SetLeads(leads)
		p.Advance(1 << 30)
		if !slices.Equal(p.Lines(0, p.Len()), want.Lines(0, want.Len())) {
			t.Errorf("after %d lines the page differs", lines)
		}
		if p.RelatedLine(2) != want.RelatedLine(2) {
			t.Errorf("after %d lines the third headline is at %d", lines, p.RelatedLine(2))
		}
	}
}

func TestAHeadlineSaysWhatBothPointTo(t *testing.T) {
	for want, l := range map[string]articles.Lead{
		"both link to harbour.example/log, shares radar, Karsk": {Kind: articles.Similar, Joint: "both link to harbour.example/log", Why: []string{"radar", "Karsk"}},
		"both link to harbour.example/log":                      {Kind: articles.Similar, Joint: "both link to harbour.example/log"},
		"shares radar":                                          {Kind: articles.Similar, Why: []string{"radar"}},
		"similar":                                               {Kind: articles.Similar},
	} {
		if got := why(l); got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
}

func TestAReadHeadlineLooksRead(t *testing.T) {
	in := Input{
		Leads: []articles.Lead{{Headline: articles.Headline{ID: "a", Title: "One"}}}, Now: now(),
		Read: func(id articles.ID) bool { return id == "a" },
	}
	p := New(in, 40, plainLook())
	if got := lineOf(p, p.RelatedLine(0)); got != "1 ○ One" {
		t.Errorf("it is drawn as %q", got)
	}
}

func TestEveryKindSaysWhy(t *testing.T) {
	for _, c := range []struct {
		lead articles.Lead
		want string
	}{
		{articles.Lead{Kind: articles.Publisher}, "named by the publisher"},
		{articles.Lead{Kind: articles.LinkedFrom}, "names this story"},
		{articles.Lead{Kind: articles.Copy}, "the same text"},
		{articles.Lead{Kind: articles.Similar}, "similar"},
		{articles.Lead{Kind: articles.Similar, Why: []string{"radar", "Karsk"}}, "shares radar, Karsk"},
		{articles.Lead{Kind: articles.Publisher, Why: []string{"named by the \x1bpublisher"}}, "named by the ␛publisher"},
	} {
		if got := why(c.lead); got != c.want {
			t.Errorf("%+v says %q, want %q", c.lead, got, c.want)
		}
	}
}

func TestLinksAreNumberedOnceAndLeadSomewhere(t *testing.T) {
	body := "[one](https://a.example/1) and [again](https://a.example/1), [two](/2), [mail](mailto:x@a.example), " +
		"[here](#top), [script](javascript:alert(1)), [file](file:///etc/passwd), <https://b.example>, ![alt](c.png)\n\n" +
		"[ref] and [other][REF]\n\n[ref]: https://c.example/d"
	p := set(Input{Article: articles.Article{Body: body, URL: "https://a.example/x/"}, Now: now()}, 60)
	var got []string
	for i, l := range p.Links() {
		if l.Number != i+1 || l.Line < 0 || !strings.Contains(lineOf(p, l.Line), fmt.Sprintf("[%d]", l.Number)) {
			t.Errorf("%+v stands at %q", l, lineOf(p, l.Line))
		}
		got = append(got, l.Text+" "+l.URL)
	}
	want := []string{
		"one https://a.example/1", "two https://a.example/2", "mail mailto:x@a.example",
		"https://b.example https://b.example", "Picture: alt https://a.example/x/c.png", "ref https://c.example/d",
	}
	if !slices.Equal(got, want) {
		t.Errorf("the links are\n%q, want\n%q", got, want)
	}
}

func TestCutLinesAreCountedOnce(t *testing.T) {
	for _, c := range []struct {
		cuts []articles.Cut
		want int
	}{
		{nil, 0},
		{[]articles.Cut{{Line: 3, EndLine: 3}}, 1},
		{[]articles.Cut{{Line: 3, EndLine: 5}, {Line: 5, EndLine: 6}}, 4},
		{[]articles.Cut{{Line: 3, EndLine: 3, End: 4}, {Line: 3, EndLine: 3, Start: 9, End: 12}}, 1},
		{[]articles.Cut{{}, {}}, 2},
		{[]articles.Cut{{Line: 3}}, 1},
	} {
		if got := CutLines(articles.Article{Cuts: c.cuts}); got != c.want {
			t.Errorf("%+v are %d lines, want %d", c.cuts, got, c.want)
		}
	}
}

func TestALongCutIsShownInPart(t *testing.T) {
	in := scrape(t)
	in.Article.Cuts = []articles.Cut{{Line: 1, EndLine: 1, Class: articles.ClassDebugDump, Text: strings.Repeat("x港", 100_000)}}
	p := set(in, 60)
	if p.Len() > 200 {
		t.Errorf("it takes %d lines", p.Len())
	}
	if text := strings.Join(p.Lines(0, p.Len()), "\n"); !strings.Contains(text, "bytes more") {
		t.Error("that more was cut is not said")
	}
}

// TestAPageIsAdvancedWhileItIsShown is for the race detector.
func TestAPageIsAdvancedWhileItIsShown(t *testing.T) {
	p := New(Input{Article: articles.Article{Body: long(20_000)}, Now: now()}, 60, plainLook())
	var all sync.WaitGroup
	all.Go(func() { p.Advance(1 << 30) })
	for !p.Done() {
		p.Lines(0, 40)
		p.Place(20)
		p.Fraction(10)
	}
	all.Wait()
}
