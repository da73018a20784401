package page

import (
	"bytes"
	"html"
	"regexp"
	"strings"
	"testing"
	"unicode"

	"github.com/charmbracelet/x/ansi"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// letters leaves of a text its letters, and not the word that stands before a
// picture's description.
func letters(s string) string {
	s = strings.Map(func(r rune) rune {
		if unicode.IsLetter(r) {
			return unicode.ToLower(r)
		}
		return -1
	}, s)
	return strings.ReplaceAll(s, "picture", "")
}

// FuzzAPageSaysWhatMarkdownSays holds that a block on the page has the
// letters, and no others, that the reference rendering to HTML has.
func FuzzAPageSaysWhatMarkdownSays(f *testing.F) {
	for _, s := range []string{
		story, "*a **b** `c` ~~d~~ [e](f) \\* &amp; &lt; &ltx; &amp", "**[a](b)** [*c*](d) `x\\*` [`c`](d)",
		"~~a *b* `c` [d](e)~~", "[![a](b)](c) http://x.example/?a=1&b=2", "a\\\nb  \nc", "![*a* `b`](c)",
		"# a *b*\n## [c](d)\n", "> a *b*\n> - c\n>   d", "1. a\n   - b *c*\n\n     d", "|a|b|\n|-|-|\n|*c*|`d`|",
		"- [ ] a\n- [x] b", "a\n---", "    a\n\n    b", "a@b.example www.c.example", "`&amp;` \\& \\\\ \\~",
	} {
		f.Add(s)
	}
	md := goldmark.New(goldmark.WithExtensions(
		extension.Table, extension.Strikethrough, extension.Linkify, extension.TaskList))
	tag, alt := regexp.MustCompile(`<[^>]*>`), regexp.MustCompile(`<img[^>]*alt="([^"]*)"[^>]*>`)
	f.Fuzz(func(t *testing.T, s string) {
		if strings.ContainsAny(s, "<\r") {
			return // tags are left out, and a lone CR is no matter of ours
		}
		s = safe.Markdown(s)
		src := &source{body: s}
		c, _ := src.next()
		if _, more := src.next(); more || c.kind != markdownPiece {
			return // not one block
		}
		var out bytes.Buffer
		if err := md.Convert([]byte(c.text), &out); err != nil {
			t.Fatal(err)
		}
		want := html.UnescapeString(tag.ReplaceAllString(alt.ReplaceAllString(out.String(), "$1"), ""))
		p := New(Input{Now: now()}, 76, plainLook())
		p.stage = Body
		p.source = &source{body: s}
		p.markdown(c.text, box{})
		got := ansi.Strip(strings.Join(p.Lines(0, p.Len()), "\n"))
		if letters(got) != letters(want) {
			t.Fatalf("%q is set as\n%q\nbut says\n%q", s, got, want)
		}
	})
}

func TestBlocksOfMarkdownAreSet(t *testing.T) {
	for _, c := range []struct{ what, body, want string }{
		{"emphasis", "a *b* __c__ ~~d~~ `e`", "a b c d e"},
		{"an entity", "&lt;a&gt; &amp;amp; &copy; &#27;[1m", "<a> &amp; © ␛[1m"},
		{"code with an entity", "`&amp;`", "&amp;"},
		{"escapes", `\* \~ \& \\ a\b`, `* ~ & \ a\b`},
		{"a forced end", "a  \nb\\\nc<br>d", "a\nb\nc\nd"},
		{"tags", "a <b>b</b> <i onclick=x>c</i>", "a b c"},
		{"a block of HTML", "<div>\na <b>b</b> &amp; c\n</div>", "a b & c"},
		{"a comment", "<!-- no -->\n\na", "a"},
		{"a nested list", "- a\n  - b\n    - c\n- d", "• a\n  – b\n    – c\n• d"},
		{"a numbered list", "9. a\n10. b", " 9. a\n10. b"},
		{"a spaced list", "- a\n\n  b\n- c", "• a\n\n  b\n\n• c"},
		{"an empty item", "- \n- a", "•\n• a"},
		{"tasks", "- [ ] a\n- [x] b", "☐ a\n☑ b"},
		{"a quote in a list", "- a\n\n  > b", "• a\n\n  ▎ b"},
		{"a list in a quote", "> - a\n>   b\n>\n> c", "▎ • a b\n▎\n▎ c"},
		{"code in a quote", "> ```\n> a\n> ```", "▎ │ a"},
		{"a pause", "a\n\n***\n\nb", "a\n\n                · · ·\n\nb"},
		{"a heading", "Head\n====\ntext", "Head\n\ntext"},
		{"a table", "|a|b|\n|:-|-:|\n|1|20|\n|300|4|", "a     b\n───────\n1    20\n300   4"},
		{"a table without rows", "|a|b|\n|-|-|", "a  b"},
		{"a picture", "![the ferry](f.jpg)", "Picture: the ferry"},
		{"a picture without words", "![](f.jpg)", "Picture"},
		{"a link in a link's place", "[a <http://b.example>](c)", "a http://b.example"},
	} {
		p := set(Input{Article: articles.Article{Body: c.body}, OmitRelated: true, Now: now()}, 40)
		var got []string
		for _, l := range p.Lines(p.bodyTop, p.Len()) {
			got = append(got, strings.TrimSuffix(strings.TrimPrefix(ansi.Strip(l), " "), " "))
		}
		if text := strings.Trim(strings.Join(got, "\n"), "\n"); text != c.want {
			t.Errorf("%s: %q is set as\n%s\nwant\n%s", c.what, c.body, text, c.want)
		}
	}
}
