package page

import (
	"slices"
	"testing"

	"broadsheet/ui/theme"
)

// both sets a block without reading it as Markdown, and after reading it.
func both(s string, width int) (bypassed, read []string) {
	lines := func(set func(p *Page)) []string {
		p := New(Input{Now: now()}, width, theme.New(theme.Options{Dark: true}))
		p.stage = Body
		set(p)
		return p.Lines(0, p.Len())
	}
	bypassed = lines(func(p *Page) { p.para(&box{}, []span{{text: s}}) })
	read = lines(func(p *Page) { p.markdown(s, box{}) })
	return bypassed, read
}

// FuzzPlainParagraphsNeedNoMarkdown holds the ground on which most blocks are
// set without goldmark and glamour: the lines are the same.
func FuzzPlainParagraphsNeedNoMarkdown(f *testing.F) {
	for _, s := range []string{
		"One.", "One\ntwo\n  three", "12 ships.", "1.5 m", "a - b", "§ 3: x = y", "a  b\nc", "x!\n[no",
		"(c) 2014 \"so\" 'it' was; {really} 100 % $5 ^2 a/b", "a\n===", "a\n--", "a\n:  b", "  a\n  b",
		"a\\\nb", "a_b_c", "1) one", "a\n1. b", "a\n2. b", "+ a", ":-)", "a\n    b", "...", "é 日本\n語 ü",
		"ftp.example", "a@b", "http:/x", "HTTP://X", "WWW.X.example", "mailto:x", "xmpp:a", "a\r\nb", "\f a", "\va",
		"a\n\r-", "a\x00b", "\u00a0a", "\u3000a", "a \nb", "a\t", "---", "_", "!", "![", "a\n\u2003# b",
	} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if !isPlain(s) {
			return
		}
		c := source{body: s}
		if b, ok := c.next(); !ok || b.text != s || b.kind != markdownPiece {
			return // not one block
		}
		if bypassed, read := both(s, 60); !slices.Equal(bypassed, read) {
			t.Fatalf("%q is set\n%q without, and\n%q with Markdown", s, bypassed, read)
		}
	})
}

func TestMarkdownIsReadWhereItMeansSomething(t *testing.T) {
	for _, s := range []string{
		"*a*", "_a_", "`a`", "[a](b)", "a <b>", "> a", "# a", "- a", "+ a", "* a", "1. a", "2) a", "a\n===",
		"a\n---", "a | b", "~~a~~", "a \\* b", "&amp;", "http://a.example", "www.a.example", "a@b.example",
		"    a", "\ta", "a  \nb",
	} {
		if isPlain(s) {
			t.Errorf("%q is not plain", s)
		}
	}
}
