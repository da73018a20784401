package page

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

func set(in Input, width int) *Page {
	p := New(in, width, plainLook())
	p.Advance(1 << 30)
	return p
}

// lineOf is the text of a line of a page.
func lineOf(p *Page, n int) string {
	return strings.TrimSpace(ansi.Strip(strings.Join(p.Lines(n, n+1), "")))
}

func TestAPlaceIsFoundAgainAtAnotherWidth(t *testing.T) {
	in := Input{Article: articles.Article{Title: "Harbour inquiry", Body: long(3000)}, Now: now()}
	wide, narrow := set(in, 120), set(in, 31)
	for n := 0; n < wide.Len(); n++ {
		if got := wide.Line(wide.Place(n)); got != n {
			t.Fatalf("line %d is found again as %d", n, got)
		}
		at := narrow.Line(wide.Place(n))
		words := strings.Fields(lineOf(wide, n))
		if len(words) == 0 || wide.Place(n).Part != Body {
			continue
		}
		// The line of the narrow page holds the first word of the wide one.
		if here := lineOf(narrow, at) + " " + lineOf(narrow, at+1); !strings.Contains(here, strings.Trim(words[0], "[]0123456789.")) {
			t.Fatalf("line %d, %q, is found at %q", n, lineOf(wide, n), here)
		}
	}
}

func TestAPlaceIsFoundAgainWithCutsAndInAnotherLook(t *testing.T) {
	in := scrape(t)
	in.ShowCuts = false
	plain := set(in, 60)
	in.ShowCuts = true
	cuts := New(in, 60, theme.New(theme.Options{Dark: true}))
	cuts.Advance(1 << 30)
	for n := range plain.Len() {
		text := lineOf(plain, n)
		if text == "" || plain.Place(n).Part != Body {
			continue
		}
		if got := lineOf(cuts, cuts.Line(plain.Place(n))); got != text {
			t.Errorf("%q is found at %q", text, got)
		}
		if back := plain.Line(cuts.Place(cuts.Line(plain.Place(n)))); back != n {
			t.Errorf("%q is found on the way back at %q", text, lineOf(plain, back))
		}
	}
}

func TestAPlaceSetsThePageAsFarAsItMust(t *testing.T) {
	in := Input{Article: articles.Article{Body: long(20_000)}, Now: now()}
	done := set(in, 80)
	a := done.Place(500)
	fresh := New(in, 80, plainLook())
	if got := fresh.Line(a); got != 500 || fresh.Done() {
		t.Errorf("line 500 is found as %d, all set: %v", got, fresh.Done())
	}
	if got := New(in, 80, plainLook()).Line(Anchor{Part: RelatedPart}); got < 500 {
		t.Errorf("the related headlines are found at line %d", got)
	}
	if got := New(in, 0, plainLook()).Line(a); got != 0 {
		t.Errorf("a page without width finds line %d", got)
	}
}

func TestTheFractionReadIsKept(t *testing.T) {
	in := Input{Article: articles.Article{Title: "Harbour inquiry", Body: long(20_000)}, Now: now()}
	wide, narrow := set(in, 100), set(in, 40)
	last := -1.0
	for n := 0; n < wide.Len(); n += 37 {
		f := wide.Fraction(n)
		if f < last || f < 0 || f > 1 {
			t.Fatalf("line %d is %v into the story, the one before %v", n, f, last)
		}
		last = f
		if f > 0 && f < 1 {
			fresh := New(in, 100, plainLook())
			if got := fresh.AtFraction(f); got < n-1 || got > n+1 {
				t.Fatalf("line %d is found by its fraction as %d", n, got)
			}
			if got := narrow.Fraction(narrow.AtFraction(f)); got < f-0.01 || got > f+0.01 {
				t.Fatalf("%v becomes %v at another width", f, got)
			}
		}
	}
	if got := wide.Fraction(wide.Len() - 1); got != 1 {
		t.Errorf("the end is %v into the story", got)
	}
	empty := New(Input{Now: now()}, 0, plainLook())
	if empty.Fraction(5) != 0 || empty.AtFraction(0.5) != 0 {
		t.Error("a page without lines has a place")
	}
}

func TestWhatIsLookedForIsFound(t *testing.T) {
	body := "The Müller house stands by the harbour.\n\nThe har**bour** of Ostrel\nis old; naïve façade, CAFÉ.\n\n港の灯台"
	p := set(Input{Article: articles.Article{Title: "x", Body: body}, Now: now()}, 30)
	for query, hits := range map[string]int{
		"muller": 1, "MÜLLER": 1, "harbour": 2, "harbour of ostrel is": 1, "naive facade": 1,
		"cafe": 1, "港の": 1, "zzz": 0, "": 0, "  ": 0, "stands by": 1,
	} {
		found, last := p.Find(query), -1
		for _, m := range found {
			last = max(last, m.Hit)
			if m.Start >= m.End || m.End > 30 {
				t.Errorf("%q is found at %+v", query, m)
			}
		}
		if last+1 != hits {
			t.Errorf("%q is found %d times, want %d: %v", query, last+1, hits, found)
		}
	}
	m := p.Find("港の")[0]
	if got := ansi.Strip(ansi.Cut(p.Lines(m.Line, m.Line+1)[0], m.Start, m.End)); got != "港の" {
		t.Errorf("the cells of the match hold %q", got)
	}
}

func TestMatchesArePaintedInAndNothingElseChanges(t *testing.T) {
	in := ferry(t)
	p := New(in, 60, theme.New(theme.Options{Dark: true}))
	p.Advance(1 << 30)
	for _, query := range []string{"the", "log", "a", "nobody", "radar", "·"} {
		marked := p.Marked(0, p.Len(), p.Find(query), 0)
		for i, l := range p.Lines(0, p.Len()) {
			if ansi.Strip(marked[i]) != ansi.Strip(l) {
				t.Fatalf("%q: %q becomes %q", query, l, marked[i])
			}
		}
		checkLines(t, marked, 60)
	}
	if got := p.Marked(5, 2, nil, 0); got != nil {
		t.Errorf("no lines are %q", got)
	}
}

func TestTheOutlineNamesTheHeadings(t *testing.T) {
	p := set(Input{Article: articles.Article{Body: "# A *b*\n\ntext\n\nSub [c](https://c.example)\n---\n\n###\n"}, Now: now()}, 40)
	got := p.Outline()
	if len(got) != 2 || got[0].Text != "A b" || got[0].Level != 1 || got[1].Text != "Sub c" || got[1].Level != 2 {
		t.Fatalf("the outline is %+v", got)
	}
	for _, h := range got {
		if !strings.HasPrefix(lineOf(p, h.Line), h.Text) {
			t.Errorf("%+v stands at %q", h, lineOf(p, h.Line))
		}
	}
}
