package text

import (
	"strings"
	"testing"
)

// What is told quickly must be what is told slowly.

func TestALineIsReadableAsItsLettersAreOneByOne(t *testing.T) {
	odd := []string{"&amp;", "&", "  ", "\u00a0", "\u200b", "\t", "\x7f", "plain words of the line ", "“", "é"}
	scrapLines(50_000, func(s string) {
		s = strings.ReplaceAll(strings.ToValidUTF8(s, ""), "\n", odd[len(s)%len(odd)])
		s = strings.ReplaceAll(s, "@", odd[(len(s)/3)%len(odd)])
		body := strings.TrimLeft(s, " \t")
		want := strings.TrimSpace(visible(unescape(body)))
		if got, indent := readable(s); got != want || indent != len(s)-len(body) {
			t.Fatalf("%q reads %q behind %d blanks, want %q behind %d", s, got, indent, want, len(s)-len(body))
		}
	})
}

func TestTextIsPlainMarkdownWhereNoLetterMeansAnything(t *testing.T) {
	marks := "\t\n&*<[\\]_`|~"
	scrapLines(20_000, func(s string) {
		s = "a" + s
		if i := len(s) % 40; i < len(marks) {
			s += marks[i : i+1]
		}
		if got, want := plainMarkdown(s), !strings.ContainsAny(s, marks); got != want {
			t.Fatalf("that %q is plain Markdown is %v, want %v", s, got, want)
		}
	})
}

func TestWordsOfTheTablesAreFoundInCapitals(t *testing.T) {
	for _, w := range []string{"published", "breakingnews", "veröffentlicht", "publié", "a"} {
		if !notName(w) || !notName(strings.ToUpper(w)) {
			t.Errorf("%q may be a name", w)
		}
	}
	for _, w := range []string{"dpa", "reuters", "redacción", "редакция", "correspondents"} {
		if !agency(w) || !agency("("+strings.ToUpper(w)+".)") {
			t.Errorf("%q signs for nobody", w)
		}
	}
	for _, w := range []string{"", "Karsk", "constitutionalcourtofostrel", "éa"} {
		if notName(w) || agency(w) {
			t.Errorf("%q is in a table", w)
		}
	}
}

func TestQuickNoesLetThroughWhatIsOne(t *testing.T) {
	for _, s := range []string{"Trams return - Courier", "Trams return | Courier", "Trams return – Courier", "Trams :: Courier", "Trams « Courier", "Trams • Courier"} {
		if !mayNameSite(s) {
			t.Errorf("no site is looked for in %q", s)
		}
	}
	for _, s := range []string{"KARSK - The", "KARSK – The", "KARSK — The", "KARSK _ The", "KARSK -- The"} {
		if dashAt(s) != 5 {
			t.Errorf("the dash of %q is at %d", s, dashAt(s))
		}
	}
	for _, s := range []string{"KARSK", "", "-", "well-known", "a_b"} {
		if at := dashAt(s); at >= 0 {
			t.Errorf("%q has a dash at %d", s, at)
		}
	}
	for _, s := range []string{"RELATED: Trams", "- Read more: Trams", "SEE ALSO", "Also read", "MORE", "Leia também", "À lire aussi", "Читайте также"} {
		if !relatedUpper(s) {
			t.Errorf("%q leads to no headline", s)
		}
	}
}

func TestTheRarestEndOfWordsBeginsWithARareLetter(t *testing.T) {
	for _, c := range []struct{ words, want string }{
		{"erries round", "rries"},
		{"erries roject", "ject"},
		{"ueezed", "ueezed"}, // "zed" is too short
		{"", ""},
	} {
		if got := rarest(strings.Fields(c.words)); got != c.want {
			t.Errorf("the rarest end of %q is %q, want %q", c.words, got, c.want)
		}
	}
}

func TestLinesAreTooLongWhereSoManyReachFar(t *testing.T) {
	long, wide, short := line{text: strings.Repeat("m", 141)}, line{text: strings.Repeat("é", 140)}, line{text: "Trams return", indent: 3}
	for _, c := range []struct {
		lines []line
		n     int
		want  bool
	}{
		{[]line{short, long, short}, 1, true},
		{[]line{short, long, short}, 2, false},
		{[]line{short, wide, long}, 2, false},
		{[]line{short, {text: wide.text, indent: 1}, long}, 2, true},
		{nil, 1, false},
	} {
		if got := tooLong(c.lines, c.n); got != c.want {
			t.Errorf("%d of %d lines too long: %v, want %v", c.n, len(c.lines), got, c.want)
		}
	}
}
