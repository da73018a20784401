package page

import (
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// now is the moment all tests of this package are read at.
func now() time.Time { return time.Date(2026, 11, 23, 8, 0, 0, 0, time.UTC) }

// whole is a page set to its end, as lines.
func whole(in Input, width int, th *theme.Theme) []string {
	p := New(in, width, th)
	p.Advance(1 << 30)
	return p.Lines(0, p.Len())
}

var (
	widths = []int{0, 1, 2, 3, 4, 5, 7, 8, 11, 16, 20, 29, 30, 40, 47, 48, 60, 76, 80, 97, 120, 200, 300}
)

// fault says what is wrong with a line for a width, or "".
func fault(l string, width int) string {
	if w := ansi.StringWidth(l); w > width {
		return fmt.Sprintf("%d cells wide", w)
	}
	if !utf8.ValidString(l) {
		return "not UTF-8"
	}
	for i := 0; i < len(l); {
		if n := sequence(l[i:]); n > 0 {
			i += n
			continue
		}
		r, n := utf8.DecodeRuneInString(l[i:])
		i += n
		switch {
		case unicode.Is(unicode.Cc, r), r == 0x2028, r == 0x2029,
			r >= 0x202a && r <= 0x202e, r >= 0x2066 && r <= 0x2069,
			r >= 0xe0000 && r <= 0xe007f:
			return fmt.Sprintf("holds %U", r)
		}
	}
	return ""
}

func checkLines(t *testing.T, lines []string, width int) {
	t.Helper()
	for i, l := range lines {
		if f := fault(l, width); f != "" {
			t.Fatalf("line %d of a page %d wide is wrong: %s: %q", i, width, f, l)
		}
	}
}

// FuzzAnyStoryFitsAnyWidth holds what must hold of every page: no line over
// the width, nothing but colours and links of its own, the same lines however
// it was advanced, and places that are found again.
func FuzzAnyStoryFitsAnyWidth(f *testing.F) {
	for i, s := range seeds() {
		f.Add(s, s, uint16(widths[i%len(widths)]), i%2 == 0)
	}
	dark := theme.New(theme.Options{Dark: true})
	f.Fuzz(func(t *testing.T, title, body string, w uint16, cuts bool) {
		width := int(w % 301)
		in := Input{
			Article: articles.Article{
				Title: title, Body: body, Text: title + "\n\n" + body, Dek: title, URL: title,
				Authors: []string{title}, Source: title, Warnings: []string{title},
				Lines: []int{1, 3}, Cuts: []articles.Cut{{Line: 2, EndLine: 2, Class: "date", Text: body}},
			},
			Marks: articles.Marks{
				Starred: true, Tags: []string{title}, Note: body,
				Passages: []articles.Passage{{Quote: title, Note: body}, {Quote: body}, {Quote: "nowhere", Note: title}},
			},
			Leads:    []articles.Lead{{Headline: articles.Headline{Title: title, Source: title}, Why: []string{title}}},
			ShowCuts: cuts, Hyperlinks: true, Now: now(),
		}
		lines := whole(in, width, dark)
		checkLines(t, lines, width)
		checkLines(t, heard(in), spokenWidth)
		stepped := New(in, width, dark)
		for n := 1; !stepped.Done(); n += 1 + n%7 {
			stepped.Advance(n)
		}
		if got := stepped.Lines(0, stepped.Len()); !slices.Equal(got, lines) {
			t.Fatalf("advanced in steps, the page differs")
		}
		for n := 0; n < len(lines); n += 1 + len(lines)/100 {
			if got := stepped.Line(stepped.Place(n)); got != n {
				t.Fatalf("line %d is found again as %d", n, got)
			}
		}
		found := stepped.Find(title)
		checkLines(t, stepped.Marked(0, len(lines), found, 0), width)
	})
}

// seeds are bodies that say something of each kind of block and of each kind
// of attack.
func seeds() []string {
	return []string{
		"", "A word.", story, arabic, hebrew, japanese, thai, korean, emoji,
		strings.Repeat("> ", 100) + "deep", strings.Repeat("- ", 100) + "deep",
		strings.Repeat("* a\n", 300), strings.Repeat("[", 500), strings.Repeat("[a](", 300),
		strings.Repeat("**a ", 300), strings.Repeat("`", 301), strings.Repeat("<a ", 300),
		"&#27;[31mred&#27;[0m &#x9b;31m &#27;]8;;http://evil.example&#27;\\x",
		"\x1b[2J\x1b]0;owned\x07\x1bP+q\x1b\\ \u009b31m",
		"[a](https://a.example/\x1b]8;;) [b](<javascript:alert(1)>) ![c](d)",
		"`code &amp; &#27;[5m` **&#27;[5m** <b onclick='&#27;'>x</b> <!-- &#27; -->",
		"<div>&#27;[8mhidden</div>\n\n<script>\nx\n\ny\n</script>",
		"| a | b |\n|--|--|\n| " + strings.Repeat("long ", 40) + "| &#27;[1m |\n",
		"|a|b|c|d|e|f|g|h|i|j|k|l|m|\n|-|-|-|-|-|-|-|-|-|-|-|-|-|\n|1|2|3|4|5|6|7|8|9|0|1|2|3|\n",
		"```\n\tcode\twith tabs and a very long line that goes on and on and on\n\n\nmore\n",
		"~~struck [link](https://a.example) out~~ \ufdd0\ufdd1 x\u2028y\u2029z",
		"a\u202eb\u2066c\U000e0041d \u200d\u200d \u0301\u0301 e\u0301 \ufe0f",
		strings.Repeat("\u0301", 400), "x" + strings.Repeat("\u0301", 400),
		"1. one\n\n   more of one\n2. two\n\n       code\n\n- [ ] open\n- [x] done\n",
		"Title\n=====\n\nSub\n---\n\n***\n\n    indented code\n\n[a]: https://a.example\n\n[a] [A][a]",
		strings.Repeat("word ", 9000), strings.Repeat("x", 40000), strings.Repeat("字", 20000),
	}
}

func TestEverySeedFitsEveryWidth(t *testing.T) {
	th := theme.New(theme.Options{})
	for _, s := range seeds() {
		if len(s) > 5000 {
			s = s[:5000]
		}
		in := Input{Article: articles.Article{Title: "t", Body: s}, Now: now(), Hyperlinks: true}
		for _, w := range widths {
			checkLines(t, whole(in, w, th), w)
		}
	}
}

func TestHostileStoriesAreSetInGoodTime(t *testing.T) {
	th := theme.New(theme.Options{})
	for _, unit := range []string{
		"> ", "- ", "* ", "1. ", "[", "![", "[a](", "**a ", "*a_ ", "`", "``` ", "<a ", "<", "<!--", "&",
		"|", "|-", "~~", "a](b ", "http://", "\\", "_", "***", "[a]: b\n", "> - ", " -", "\t",
		"# ", "= \n", "|a|b|\n|-|-|\n", "<b>", "]", "(", "a@b.", "www.", "\n", "- a\n  ", "x\u0301",
	} {
		body := strings.Repeat(unit, 100_000/len(unit))
		begin := time.Now()
		lines := whole(Input{Article: articles.Article{Title: "t", Body: body}, Now: now()}, 76, th)
		if took := time.Since(begin); took > 4*time.Second {
			t.Errorf("%q over and over takes %v", unit, took)
		}
		checkLines(t, lines, 76)
	}
}
