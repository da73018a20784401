package safe

import (
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"charm.land/glamour/v2"
)

func TestMarkdownWithinTheCapsIsUntouched(t *testing.T) {
	for _, s := range []string{
		"",
		"# Ferry aground\n\nThe *Ostrel Maid* ran aground off **Karsk**.\n\n> \"We asked,\" he said.\n>\n> > Twice.\n\n- one\n  - two\n    1. three\n\n***\n\n* * *\n",
		"| a | b |\n|---|:-:|\n| 1 | 2 |\n\n```go\nfunc main() {}\n```\n\n    indented\n",
		"See [the log](https://courier.example/log?a=1&b=2 \"Log\") and [notes][n].\n\n[n]: https://courier.example/n\n",
		"![The ferry](/img/ferry.jpg) A&amp;B &copy; &#8217; &#x2014; a < b > c",
		strings.Repeat("A paragraph of some length, as they are.\n\n", 2000),
	} {
		if got := Markdown(s); got != s {
			t.Errorf("changed %.80q\n     to %.80q", s, got)
		}
	}
}

func TestMarkdownDecodesToNothingForbidden(t *testing.T) {
	for in, want := range map[string]string{
		"a&#27;[31m":            "a␛[31m",
		"a&#x1b;[31m":           "a␛[31m",
		"a&#X00000000000001B;b": "a␛b",
		"a&#x9b;31m":            "a›31m", // browsers read C1 as windows-1252
		"a&#x9d;31m":            "a␛31m",
		"it&#146;s":             "it’s",
		"a&#x202e;b":            "a\ufffdb",
		"a&#0;b&#xfffffff;":     "a\ufffdb\ufffd",
		"a&Tab;b&#10;c":         "a b c",
		`a\&#27;b`:              "a␛b",
		`a\\&#27;b`:             `a\\␛b`,
		"&#2&#27;7;":            "&#2␛7;",
		"a&#2\u200b7;b":         "a␛b",
		"&#27 &#; &#x; &":       "&#27 &#; &#x; &",
	} {
		if got := Markdown(in); got != want {
			t.Errorf("Markdown(%q) = %q, want %q", in, got, want)
		}
	}
}

func TestMarkdownBeyondACapIsPlainText(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"quotes": {strings.Repeat("> ", 30) + "x", strings.Repeat("> ", 16) + `\` + strings.Repeat("> ", 14) + "x"},
		"lists":  {strings.Repeat("- ", 30) + "x", strings.Repeat("- ", 16) + `\` + strings.Repeat("- ", 14) + "x"},
		"an indented list": {
			"a\n" + strings.Repeat(" ", 60) + "- x",
			"a\n" + strings.Repeat(" ", 32) + `\- x`,
		},
		"a numbered list": {strings.Repeat("1. ", 17) + "x", strings.Repeat("1. ", 16) + `1\. x`},
		"a wide table":    {strings.Repeat("|a", 99) + "\n" + strings.Repeat("|-", 99), strings.Repeat("|a", 99) + "\n\\" + strings.Repeat("|-", 99)},
		"a picture in the text": {
			"![x](data:image/png;base64," + strings.Repeat("A", 9000) + ") and on",
			"![x](data:image/png;base64," + strings.Repeat("A", shownToken-len("![x](data:image/png;base64,")) + "… and on",
		},
	} {
		t.Run(name, func(t *testing.T) {
			if got := Markdown(c.in); got != c.want {
				t.Errorf("got  %q\nwant %q", got, c.want)
			}
		})
	}
}

func TestALongLineIsSplitAndLosesNoWord(t *testing.T) {
	line := strings.Repeat("The pilot said nothing. - He waited > they say. ", 4000)
	got := Markdown(line)
	for p := range strings.SplitSeq(got, "\n\n") {
		if len(p) > maxBlock {
			t.Errorf("a block of %d bytes is left", len(p))
		}
	}
	want := strings.Join(strings.Fields(line), " ")
	if words := strings.ReplaceAll(strings.Join(strings.Fields(got), " "), `\`, ""); words != want {
		t.Error("words were lost")
	}
	if !utf8.ValidString(Markdown(strings.Repeat("漢", 40000))) {
		t.Error("a line was split inside a rune")
	}
}

// hostile are inputs that took a renderer seconds, gigabytes or for ever
// without the caps, or were written to.
func hostile() map[string]string {
	fill := func(s string) string { return strings.Repeat(s, 4<<10/len(s)+1) }
	var stairs, ticks strings.Builder
	for i := range 180 {
		stairs.WriteString(strings.Repeat("  ", i) + "- a\n")
		ticks.WriteString(strings.Repeat("`", i+1) + " ")
	}
	row := func(n int, s string) string { return strings.Repeat("|"+s, n) + "\n" }
	return map[string]string{
		"201 bytes of quotes":       strings.Repeat("> ", 100) + "x",
		"quotes without blanks":     strings.Repeat(">", 300) + "x",
		"deep quotes, many":         fill(strings.Repeat("> ", 16) + "x\n\n"),
		"middling quotes, many":     fill(strings.Repeat("> ", 8) + "x\n\n"),
		"shallow quotes, many":      fill("> > > x\n\n"),
		"deep lists, many":          fill(strings.Repeat("- ", 16) + "x\n"),
		"stairs of lists":           stairs.String(),
		"36 KB of lists":            strings.Repeat("- ", 18<<10),
		"quotes in lists":           fill("- > 1. > * > : > - > x\n"),
		"empty items":               fill("-\n"),
		"numbered items":            fill("1. a\n"),
		"definitions of nothing":    fill("a\n: : : : b\n\n"),
		"code blocks":               fill("```\n"),
		"code blocks of tildes":     fill("~~~\n\n"),
		"indented code, many":       fill("    x\n\ny\n\n"),
		"many columns":              row(9000, "a") + row(9000, "-"),
		"columns to fill":           row(200, "a") + row(200, "-") + fill("a\n"),
		"table in quotes":           "> > > |a|b|\n> > > |-|-|\n" + fill("> > > |a|b|\n"),
		"brackets":                  fill("[") + "\n\n" + fill("![") + "\n\n" + fill("]("),
		"emphasis":                  fill("*a **b _") + "\n\n" + fill("*_") + "\n\n" + fill("~~a "),
		"code spans":                ticks.String(),
		"comments never closed":     fill("a <!--") + "\n\n" + fill("a <![CDATA[") + "\n\n" + fill("a <?"),
		"one address, many uses":    "[a]: /" + strings.Repeat("x", 1900) + "\n\n" + fill("[a]"),
		"an address of pages":       "[a](<" + fill("b ") + ">)",
		"parentheses":               fill("[a](("),
		"autolinks":                 fill("www.a.") + "\n\n" + fill("a@b.c ") + "\n\n" + fill("http://"),
		"marks and joiners":         fill("a\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301") + fill("👩\u200d"),
		"references to controls":    fill("&#27;[2J&#x9b;2J&#x202e;"),
		"escapes":                   fill("\x1b]0;x\a\x1b[2J\x9b\u009b"),
		"a link with an escape":     "[a](http://x/&#27;]0;x&#7;) [b](<http://x/\\&#27;[2J>) ![&#27;c](d)",
		"an escape in code":         "```\n\x1b[2J&#27;[2J\n```\n\n`&#27;[2J`",
		"headings":                  fill("# a\n"),
		"a table cell with a link":  "|a|\n|-|\n|[x](http://x/&#27;)|\n",
		"tabs to nest by":           fill("-\t-\t-\t-\t-\tx\n"),
		"lists nested by a numeral": strings.Repeat("999999999. ", 40) + "x",
	}
}

func TestHostileMarkdownRendersInTimeAndInColoursOnly(t *testing.T) {
	if testing.Short() {
		t.Skip("renders what is slow to render")
	}
	for name, in := range hostile() {
		t.Run(name, func(t *testing.T) {
			r, err := glamour.NewTermRenderer(glamour.WithStandardStyle("dark"), glamour.WithWordWrap(76))
			if err != nil {
				t.Fatal(err)
			}
			start := time.Now()
			out, err := r.Render(Markdown(in))
			if err != nil {
				t.Fatal(err)
			}
			// Without the caps these take minutes or more; a busy machine
			// may make seconds of what they take with them.
			if took := time.Since(start); took > 20*time.Second {
				t.Errorf("%d bytes took %v", len(in), took)
			}
			if len(out) > 64<<20 {
				t.Errorf("%d bytes became %d", len(in), len(out))
			}
			t.Logf("%d bytes, %d out, %v", len(in), len(out), time.Since(start))
			if bad := forbidden(Rendered(out)); bad != "" {
				t.Error(bad)
			}
		})
	}
}

// forbidden names the first thing in rendered text that a terminal would
// obey, colours apart.
func forbidden(s string) string {
	for i := 0; i < len(s); {
		if s[i] == 0x1b {
			n := colour(s[i+1:])
			if n == 0 {
				return fmt.Sprintf("an escape at %d: %.20q", i, s[i:])
			}
			i += 1 + n
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if r == utf8.RuneError && n == 1 || r != '\n' && (r < ' ' || r >= 0x7f && r < 0xa0) || isFormat(r) {
			return fmt.Sprintf("%U at %d", r, i)
		}
		i += n
	}
	return ""
}

func FuzzText(f *testing.F) {
	for _, s := range []string{"a\x1b[31m", "\u202ea\u200d\u200d\ufe0f", "a\r\r\n\t\xff", "ไ\u200b\u0301"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, gate := range map[string]func(string) string{"Text": Text, "Line": Line, "Rendered": Rendered} {
			got := gate(s)
			bad := forbidden(got)
			if name != "Rendered" && strings.Contains(got, "\x1b") {
				bad = "an escape"
			}
			if bad != "" {
				t.Fatalf("%s(%q) holds %s", name, s, bad)
			}
			if again := gate(got); again != got {
				t.Fatalf("%s is not idempotent: %q then %q", name, got, again)
			}
		}
		if l := Line(s); strings.Contains(l, "\n") {
			t.Fatalf("Line(%q) = %q", s, l)
		}
	})
}

func FuzzMarkdown(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s[:min(len(s), 400)])
	}
	f.Add("a\n" + strings.Repeat("- > ", 20) + "x\n[a]: b\n|a|\n|-|\n```\n")
	f.Fuzz(func(t *testing.T, s string) {
		got := Markdown(s)
		if bad := forbidden(got); bad != "" || strings.Contains(got, "\x1b") {
			t.Fatalf("Markdown(%q) holds %s", s, bad)
		}
		if again := Markdown(got); again != got {
			t.Fatalf("not idempotent:\n%q\n%q\n%q", s, got, again)
		}
		for line := range strings.Lines(got) {
			if p := prefixOf(strings.TrimRight(line, "\n")); p.depth > maxNesting {
				t.Fatalf("depth %d in %q", p.depth, line)
			}
		}
	})
}

func BenchmarkText(b *testing.B) {
	for name, s := range map[string]string{
		"ascii": strings.Repeat("The pilot said nothing at all.\n", 4000),
		"latin": strings.Repeat("Le pilote n’a rien dit à l’enquête.\n", 4000),
		"han":   strings.Repeat("水先案内人は何も語らなかった。\n", 4000),
	} {
		b.Run(name, func(b *testing.B) {
			b.SetBytes(int64(len(s)))
			for b.Loop() {
				Text(s)
			}
		})
	}
}

func BenchmarkMarkdown(b *testing.B) {
	s := strings.Repeat(strings.Repeat("The *pilot* said [nothing](https://courier.example/) at all. ", 5)+"\n\n> Nothing.\n\n- one\n- two\n\n", 50)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Markdown(s)
	}
}

func FuzzRenderedMarkdown(f *testing.F) {
	for _, s := range hostile() {
		f.Add(s[:min(len(s), 200)])
	}
	r, err := glamour.NewTermRenderer(glamour.WithStandardStyle("dark"), glamour.WithWordWrap(76))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, s string) {
		s = s[:min(len(s), 2000)]
		start := time.Now()
		out, err := r.Render(Markdown(s))
		if err != nil {
			t.Skip(err)
		}
		if took := time.Since(start); took > 20*time.Second {
			t.Fatalf("%q took %v", s, took)
		}
		if bad := forbidden(Rendered(out)); bad != "" {
			t.Fatalf("%q renders to %s", s, bad)
		}
	})
}
