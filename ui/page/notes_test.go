package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
)

func TestAParagraphIsCopiedAsItSays(t *testing.T) {
	body := "The first of two.\n\n- an *item* with [a link](https://a.example) in it\n\n> quoted  \n> twice\n\nThe first of two."
	for _, width := range []int{9, 24, 120} {
		p := New(Input{Article: articles.Article{Title: "Copied", Body: body}, Now: now()}, width, plainLook())
		var got []string
		for i := 0; ; i++ {
			one, ok := p.Para(i)
			if !ok {
				break
			}
			if one.Index != i || one.From >= one.To {
				t.Fatalf("paragraph %d is %+v", i, one)
			}
			for n := one.From; n < one.To; n++ {
				if at, _ := p.ParaAt(n); at != one {
					t.Fatalf("on line %d stands %+v, not %+v", n, at, one)
				}
			}
			got = append(got, fmt.Sprint(one.Text, one.Nth))
		}
		want := []string{"The first of two.0", "an item with a link in it0", "quoted\ntwice0", "The first of two.1"}
		if !slices.Equal(got, want) {
			t.Errorf("%d wide the paragraphs say %q, want %q", width, got, want)
		}
	}
}

func TestBetweenParagraphsTheNextIsChosenAndAfterAllTheLast(t *testing.T) {
	p := set(Input{Article: articles.Article{Title: "Two", Body: "One.\n\nTwo."}, Now: now()}, 40)
	first, _ := p.Para(0)
	if one, ok := p.ParaAt(0); !ok || one.Text != "One." {
		t.Errorf("over the body: %+v", one)
	}
	if one, _ := p.ParaAt(first.To); one.Text != "Two." {
		t.Errorf("on the blank line: %+v", one)
	}
	if one, _ := p.ParaAt(1 << 20); one.Text != "Two." {
		t.Errorf("under the body: %+v", one)
	}
	empty := set(Input{Article: articles.Article{Title: "None"}, Now: now()}, 40)
	if one, ok := empty.ParaAt(0); ok {
		t.Errorf("an empty story has %+v", one)
	}
}

// marked is a story of three paragraphs with what the reader marked in it.
func marked(passages ...articles.Passage) Input {
	body := "The first.\n\n\"The second,\" he said, and more of it.\n\nHe paused.\n\nThe third.\n\nHe paused."
	return Input{
		Article: articles.Article{Title: "Marked", Body: body}, Now: now(),
		Marks: articles.Marks{Passages: passages},
	}
}

// bars are the lines of the body with a bar beside them, and what follows
// each of the notes.
func barsAndNotes(p *Page) (bars, notes []string) {
	for n := range p.Len() {
		text := strings.TrimRight(ansi.Strip(p.Lines(n, n+1)[0]), " ")
		if strings.HasPrefix(text, "▎") {
			bars = append(bars, text)
		}
		if strings.Contains(text, "Note: ") {
			notes = append(notes, strings.TrimSpace(lineOf(p, n-1)+" / "+lineOf(p, n)))
		}
	}
	return bars, notes
}

func TestAMarkedParagraphHasABarAndItsNote(t *testing.T) {
	for name, c := range map[string]struct {
		passages    []articles.Passage
		bars, notes []string
	}{
		"a mark alone": {
			[]articles.Passage{{Quote: "The first."}}, []string{"▎ The first."}, nil,
		},
		"what hangs into the margin stays there": {
			[]articles.Passage{{Quote: "\"The second,\" he said, and more of it.", Note: "ask him"}},
			[]string{"▎\"The second,\" he said, and more of it."},
			[]string{"▎\"The second,\" he said, and more of it. / Note: ask him"},
		},
		"of two that say the same, the one that was meant": {
			[]articles.Passage{{Quote: "He paused.", Nth: 1, Note: "again"}},
			[]string{"▎ He paused."}, []string{"▎ He paused. / Note: again"},
		},
		"an edited paragraph is found again": {
			[]articles.Passage{{Quote: "\"The second,\" she said, and rather more of it."}},
			[]string{"▎\"The second,\" he said, and more of it."}, nil,
		},
		"one that is gone is shown under the story": {
			[]articles.Passage{{Quote: "A line that the publisher took back.", Note: "why?"}},
			nil, []string{"▎ A line that the publisher took back. / Note: why?"},
		},
	} {
		t.Run(name, func(t *testing.T) {
			bars, notes := barsAndNotes(set(marked(c.passages...), 50))
			if !slices.Equal(bars, c.bars) || !slices.Equal(notes, c.notes) {
				t.Errorf("bars %q, notes %q", bars, notes)
			}
		})
	}
}

func TestPlacesHoldWhateverIsMarked(t *testing.T) {
	with := set(marked(articles.Passage{Quote: "The first.", Note: "one"}, articles.Passage{Quote: "Gone since, all of it."}), 50)
	without := set(marked(), 50)
	for n := range with.Len() {
		if a := with.Place(n); with.Line(a) != n {
			t.Errorf("line %d is found again as %d", n, with.Line(a))
		}
	}
	third, _ := without.Para(3)
	if got := lineOf(with, with.Line(without.Place(third.From))); got != "The third." {
		t.Errorf("the third paragraph is at %q", got)
	}
}

func TestAMarkShowsWithoutAMarginToo(t *testing.T) {
	p := set(marked(articles.Passage{Quote: "The third."}), 20)
	one, _ := p.Para(3)
	if line := p.Lines(one.From, one.To)[0]; !strings.Contains(line, "\x1b[4m") {
		t.Errorf("the line is %q", line)
	}
}

func TestAParagraphKnowsItsMark(t *testing.T) {
	all := []articles.Passage{{Quote: "He paused.", Nth: 1}, {Quote: "\"The second,\" she said, and rather more of it."}}
	p := set(marked(all...), 50)
	for i, want := range []int{-1, 1, -1, -1, 0} {
		if one, _ := p.Para(i); one.Passage(all) != want {
			t.Errorf("paragraph %d (%s) has mark %d, want %d", i, one.Text, one.Passage(all), want)
		}
	}
}

func TestTheCursorCoversAParagraphAndNothingElse(t *testing.T) {
	p := set(marked(), 30)
	one, _ := p.Para(1)
	plain := p.Lines(0, p.Len())
	for n, l := range p.Pointed(p.Lines(0, p.Len()), 0, one.From, one.To) {
		if inside := n >= one.From && n < one.To; (l != plain[n]) != inside {
			t.Errorf("line %d: %q", n, l)
		}
		if ansi.Strip(l) != ansi.Strip(plain[n]) {
			t.Errorf("line %d says %q", n, l)
		}
	}
}
