package page

import (
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// long is a story of n words in plain paragraphs, every tenth with Markdown
// in it.
func long(n int) string {
	var b strings.Builder
	sentence := "The pilot of the ferry that ran aground off Karsk told the inquiry that the radar was out. "
	words := len(strings.Fields(sentence))
	for i := 0; n > 0; i++ {
		for range 5 {
			b.WriteString(sentence)
			n -= words
		}
		if i%10 == 9 {
			b.WriteString("*Nobody* asked the [harbour office](https://ostrel.example/" + strings.Repeat("a", i%7) + ").")
		}
		b.WriteString("\n\n")
	}
	return b.String()
}

func benchmark(b *testing.B, words, lines int) {
	body := long(words)
	in := Input{Article: articles.Article{Title: "Harbour inquiry", Source: "Ostrel Courier", Body: body, Text: body}, Now: now()}
	th := theme.New(theme.Options{Dark: true})
	b.ReportAllocs()
	for b.Loop() {
		p := New(in, 100, th)
		p.Advance(lines)
	}
}

func BenchmarkFirstScreenOfAShortStory(b *testing.B)      { benchmark(b, 500, 60) }
func BenchmarkFirstScreenOfAHundredThousand(b *testing.B) { benchmark(b, 100_000, 60) }
func BenchmarkWholeStoryOfAHundredThousand(b *testing.B)  { benchmark(b, 100_000, 1<<30) }
func BenchmarkWholeStoryOfFiveHundred(b *testing.B)       { benchmark(b, 500, 1<<30) }

func BenchmarkFirstScreenWithoutABlankLine(b *testing.B) {
	body := strings.ReplaceAll(long(100_000), "\n\n", " ")
	in := Input{Article: articles.Article{Title: "Harbour inquiry", Body: body, Text: body}, Now: now()}
	th := theme.New(theme.Options{})
	for b.Loop() {
		New(in, 100, th).Advance(60)
	}
}

func BenchmarkFindFirst(b *testing.B) {
	p := New(Input{Article: articles.Article{Body: long(100_000)}, Now: now()}, 100, theme.New(theme.Options{}))
	p.Advance(1 << 30)
	for b.Loop() {
		p.hay = nil
		p.Find("nothing of the kind")
	}
}

func BenchmarkFindALetter(b *testing.B) {
	p := New(Input{Article: articles.Article{Body: long(100_000)}, Now: now()}, 100, theme.New(theme.Options{}))
	p.Advance(1 << 30)
	for b.Loop() {
		p.Find("r")
	}
}

func BenchmarkFind(b *testing.B) {
	p := New(Input{Article: articles.Article{Body: long(100_000)}, Now: now()}, 100, theme.New(theme.Options{}))
	p.Advance(1 << 30)
	for b.Loop() {
		p.Find("harbour")
	}
}

func BenchmarkMarkdownParagraph(b *testing.B) {
	p := New(Input{Now: now()}, 100, theme.New(theme.Options{}))
	text := "*Nobody* asked the [harbour office](https://ostrel.example/) about it, **not once**."
	for b.Loop() {
		p.lines = p.lines[:0]
		p.markdown(text, box{})
	}
}

func BenchmarkPlainParagraph(b *testing.B) {
	p := New(Input{Now: now()}, 100, theme.New(theme.Options{}))
	text := strings.Repeat("Nobody asked the harbour office about it, not once. ", 8)
	for b.Loop() {
		p.lines = p.lines[:0]
		p.para(&box{}, []span{{text: text}})
	}
}

func BenchmarkWholeStoryOfAHundredThousandKana(b *testing.B) {
	in := Input{Article: articles.Article{Body: strings.Repeat(japanese+"\n", 700)}, Now: now()}
	th := theme.New(theme.Options{})
	for b.Loop() {
		New(in, 100, th).Advance(1 << 30)
	}
}
