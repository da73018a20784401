package page

import (
	"slices"
	"strings"
	"testing"
)

// blocks are the pieces a body falls into, code marked.
func blocks(body string) []string {
	s := &source{body: body}
	var out []string
	for {
		c, ok := s.next()
		if !ok {
			return out
		}
		text := strings.TrimRight(c.text, "\n")
		if c.kind == codePiece {
			text = "code: " + text
		}
		out = append(out, text)
	}
}

func TestABodyFallsIntoBlocks(t *testing.T) {
	for _, c := range []struct {
		what, body string
		want       []string
	}{
		{"nothing", "", nil},
		{"blank lines", "\n \n\t\n", nil},
		{"paragraphs", "one\nmore\n\n\n  \ntwo", []string{"one\nmore", "two"}},
		{"a heading by itself", "# A\none", []string{"# A\none"}},
		{"a heading after text", "one\n# A\ntwo", []string{"one", "# A\ntwo"}},
		{"code with blank lines", "```go\na\n\nb\n```\nafter", []string{"code: a\n\nb", "after"}},
		{"code in tildes", "~~~\n```\n~~~", []string{"code: ```"}},
		{"a longer fence closes", "```\na\n`````\nb", []string{"code: a", "b"}},
		{"a shorter one does not", "````\na\n```\nb", []string{"code: a\n```\nb"}},
		{"code that is not closed", "one\n```\na\n\nb", []string{"one", "code: a\n\nb"}},
		{"a spaced list", "- a\n\n- b\n\n  more of b\n\nafter", []string{"- a\n\n- b\n\n  more of b", "after"}},
		{"a numbered list", "1. a\n\n2. b\n", []string{"1. a\n\n2. b"}},
		{"two quotes", "> a\n> b\n\n> c", []string{"> a\n> b", "> c"}},
		{"a comment", "<!-- a\n\nb -->\none", []string{"", "one"}},
		{"an emphasis is no list", "*a*\n\n*b*", []string{"*a*", "*b*"}},
		{"a date is no list", "2014. It\n\n2015. It", []string{"2014. It\n\n2015. It"}},
	} {
		if got := blocks(c.body); !slices.Equal(got, c.want) {
			t.Errorf("%s: %q falls into %q, want %q", c.what, c.body, got, c.want)
		}
	}
}

func TestNoBlockIsLongerThanTheCap(t *testing.T) {
	for _, body := range []string{
		strings.Repeat("word ", 20_000), strings.Repeat("x", 100_000), strings.Repeat("字", 40_000),
		strings.Repeat("a line of text\n", 8_000), strings.Repeat("- item\n", 20_000),
		"```\n" + strings.Repeat("code\n", 20_000), "```\n" + strings.Repeat("x", 100_000),
		strings.Repeat("- item\n\n  more\n\n", 8_000), strings.Repeat("> quoted\n", 20_000),
	} {
		s, sum := &source{body: body}, 0
		for {
			c, ok := s.next()
			if !ok {
				break
			}
			if sum += len(c.text); len(c.text) > 3*pieceCap {
				t.Fatalf("%.20q: a block of %d bytes", body, len(c.text))
			}
			if !strings.Contains(body, c.text) {
				t.Fatalf("%.20q: a block is not part of the body", body)
			}
		}
		if sum < len(body)-len("```\n") {
			t.Errorf("%.20q: %d bytes of %d are in blocks", body, sum, len(body))
		}
	}
}

// FuzzBlocksLoseNothing holds that blocks hold every letter of a body, in
// order, but for comments and what stands behind a fence.
func FuzzBlocksLoseNothing(f *testing.F) {
	for _, s := range seeds() {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, body string) {
		if strings.ContainsAny(body, "`~") || strings.Contains(body, "<!--") {
			return
		}
		s := &source{body: body}
		var got strings.Builder
		for {
			c, ok := s.next()
			if !ok {
				break
			}
			if c.from > c.to || c.from < 0 || c.to > 1 {
				t.Fatalf("a block stands from %v to %v", c.from, c.to)
			}
			got.WriteString(c.text)
		}
		squeeze := func(s string) string { return strings.Join(strings.Fields(s), "") }
		if squeeze(got.String()) != squeeze(body) {
			t.Fatalf("%q becomes %q", body, got.String())
		}
	})
}
