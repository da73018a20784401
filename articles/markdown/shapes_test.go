package markdown

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"

	"broadsheet/articles/field"
)

// TestPlainYAMLSaysWhatTheLibrarySays makes front matters at random: those that
// are read by hand must hold what the library reads.
func TestPlainYAMLSaysWhatTheLibrarySays(t *testing.T) {
	r := rand.New(rand.NewPCG(3, 5))
	names := []string{"title", "tags", "author name", "x-y", "# note", "źródło"}
	values := []string{"", "Ferry", "Ferry: aground", "'it''s'", `"a \"b\""`, `"a\nb"`, "[a, b]", "[a: b]", "[]", "a # b", "a#b", "#", "- a", "~", "null", ">-",
		"|", "{a: b}", "&a b", "*a", "!x", "%x", "@x", "`x", "? x", "'open", `"open`, "[open", "a: ", "a:", "b:c", "https://x.example/a?b#c", "\ta", "'a' b", `"a" b`, "-", "--- a", "a, b"}
	byHand := 0
	for range 4000 {
		var b strings.Builder
		for _, n := range r.Perm(len(names))[:1+r.IntN(4)] {
			name, value := names[n], values[r.IntN(len(values))]
			fmt.Fprintf(&b, "%s: %s\n", name, value)
			for range r.IntN(3) {
				if value == "" {
					fmt.Fprintf(&b, "%s- %s\n", strings.Repeat(" ", r.IntN(2)*2), values[r.IntN(len(values))])
				}
			}
		}
		src := b.String()
		got, ok := plainYAML(src)
		if !ok {
			continue
		}
		byHand++
		var m yaml.MapSlice
		if err := yaml.UnmarshalWithOptions([]byte(src), &m, yaml.UseOrderedMap()); err != nil {
			t.Fatalf("read by hand, and the library says %v:\n%s%v", err, src, got)
		}
		want, _ := value(m, 0).(field.Object)
		if fmt.Sprint(flat(got)) != fmt.Sprint(flat(want)) {
			t.Fatalf("by hand %v, by the library %v:\n%s", flat(got), flat(want), src)
		}
	}
	if byHand < 400 {
		t.Errorf("only %d of 4000 were read by hand", byHand)
	}
}

// flat writes fields so that they can be compared, whatever their types.
func flat(o field.Object) []string {
	var out []string
	for _, m := range o {
		out = append(out, fmt.Sprintf("%s=%q", m.Name, field.Strings(m.Value)))
	}
	return out
}

func TestBlocksOfADocument(t *testing.T) {
	for what, c := range map[string]struct{ src, want string }{
		"an item of an item":             {"- 1. one\n- [ ] two\n- [x] three\n", "one\ntwo\nthree"},
		"a list that a paragraph ends":   {"- one\n\nAfter the list.\n", "one\n\nAfter the list."},
		"an item of two paragraphs":      {"- one\n\n  more of one\n- two\n", "one\n\nmore of one\n\ntwo"},
		"items with a line between":      {"1. one\n\n2. two\n", "one\n\ntwo"},
		"items far apart":                {"- one\n\n\n\n\n- two\n", "one\n\ntwo"},
		"a line that goes on":            {"- one\ngoes on\n- two\n", "one goes on\ntwo"},
		"a rule is no item":              {"- one\n- - -\nAfter the rule.\n", "one\n\nAfter the rule."},
		"a year is no item":              {"It was in\n1984. Nobody slept.\n", "It was in 1984. Nobody slept."},
		"the first item is one":          {"Two things:\n1. one\n2. two\n", "Two things:\n\none\ntwo"},
		"a quotation goes on":            {"> He said\nit was over.\n", "He said it was over."},
		"a quotation with a heading":     {"> ## Log\n> no echo\n", "Log\nno echo"},
		"a callout":                      {"> [!note]- Log\n> no echo\n", "Log no echo"},
		"a bracket of many letters":      {"> [!this is what he said in court] yes\n", "[!this is what he said in court] yes"},
		"code set in":                    {"Log:\n\n    no echo\n    at all\n\nAfter.\n", "Log:\n\nno echo\nat all\n\nAfter."},
		"code by a tab":                  {"Log:\n\n\tno echo\n\nAfter.\n", "Log:\n\nno echo\n\nAfter."},
		"a fence within a fence":         {"````\n```\nno echo\n````\nAfter.\n", "```\nno echo\n\nAfter."},
		"a fence never closed":           {"~~~\nno echo\n", "no echo"},
		"an empty fence":                 {"```\n```\nAfter.\n", "After."},
		"a heading closed":               {"## Log ##\n\nno echo\n", "Log\n\nno echo"},
		"a sign at its end":              {"## C#\n\nno echo\n", "C#\n\nno echo"},
		"seven signs":                    {"####### Log\n", "####### Log"},
		"a tag for a topic":              {"#harbour is a word\n", "#harbour is a word"},
		"a heading underlined":           {"Log\n===\n\nno echo\n", "Log\n\nno echo"},
		"a table without its bars":       {"| a | b |\n|:--|--:|\n| c |\n", "a | b\nc"},
		"HTML speaks":                    {"<div>Nobody &amp; all\nslept</div>\n\nAfter.\n", "Nobody & all slept\n\nAfter."},
		"a style is silent":              {"<STYLE>\np {}\n\na {}\n</STYLE>\nAfter.\n", "After."},
		"a script never closed":          {"<script>\nAfter it came words.\n", "After it came words."},
		"a comment over lines":           {"<!-- a\n\nb -->\nAfter.\n", "After."},
		"a comment of Obsidian's":        {"%%\na\n\nb\n%%\nAfter.\n", "After."},
		"percents that open nothing":     {"%% of all, he said\n", "%% of all, he said"},
		"a formula":                      {"$$ a + b $$\n", "$$ a + b $$"},
		"a definition is silent":         {"See [it].\n\n[it]: https://x.example 'It'\n", "See it."},
		"what only looks like one":       {"[Ostrel]: three ferries sailed.\n", "[Ostrel]: three ferries sailed."},
		"a label in other letters":       {"See [the  LOG].\n\n[The Log]: <https://x.example>\n", "See the LOG."},
		"a footnote":                     {"See it.[^1]\n\n[^1]: The log of the ferry.\n", "See it.\n\n[^1]: The log of the ferry."},
		"a letter that ends an address":  {"[a](https://x.example/b_(c)) d\n", "a d"},
		"brackets within brackets":       {"[a [b] c](https://x.example) d\n", "a [b] c d"},
		"an entity without its end":      {"AT&T &#x41; &#66;\n", "AT&T A B"},
		"a mark with a partner":          {"*a* and **b** and * c\n", "a and b and * c"},
		"a line broken by hand":          {"One<br>two\n", "One two"},
		"an address in angles":           {"<mailto:ada@x.example> or <ada>\n", "mailto:ada@x.example or"},
		"two rules, and nothing between": {"Before.\n\n---\n\n***\n\nAfter.\n", "Before.\n\nAfter."},
	} {
		a := read(t, "# A headline\n\nThe first words of all.\n\n"+c.src)
		if got := strings.TrimPrefix(strings.TrimPrefix(a.Text, "The first words of all."), "\n\n"); got != c.want {
			t.Errorf("%s: %q is read as %q, want %q", what, c.src, got, c.want)
		}
		if len(a.Lines) != len(a.Paragraphs()) {
			t.Errorf("%s: %d lines for %d paragraphs", what, len(a.Lines), len(a.Paragraphs()))
		}
	}
}

func TestThePictureOfADocument(t *testing.T) {
	for src, want := range map[string]string{
		"![a](one.jpg) ![b](two.jpg)":                       "one.jpg",
		"![a](data:image/png;base64,xyz) ![b](two.jpg)":     "two.jpg",
		"![a](<one two.jpg> \"title\")":                     "one two.jpg",
		"![[one.png]]":                                      "one.png",
		"Words <img alt='x' src='one.jpg'> and <img src=b>": "one.jpg",
		"<img src=\"one.jpg\">":                             "one.jpg",
		"<img src=one.jpg >":                                "one.jpg",
		"<img alt=\"x\">\n\n![b](two.jpg)":                  "two.jpg",
		"<img src=\"data:image/png;base64,x\">":             "",
		"<p>No picture, src=\"one.jpg\" is only said</p>":   "",
		"- ![a](one.jpg) an item":                           "one.jpg",
	} {
		if a := read(t, "# A headline\n\nThe first words of all.\n\n"+src+"\n"); a.Image != want {
			t.Errorf("%s: picture %q, want %q", src, a.Image, want)
		}
	}
}
