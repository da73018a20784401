package page

import (
	"net/url"
	"slices"
	"strings"
	"testing"

	"golang.org/x/net/html"
)

func blocksOf(t *testing.T, src string) []block {
	t.Helper()
	doc, err := html.Parse(strings.NewReader(src))
	if err != nil {
		t.Fatal(err)
	}
	prepare(doc)
	return split(doc, shown)
}

func TestBlocksAreTheLinesTheEyeSees(t *testing.T) {
	for src, want := range map[string][]string{
		"<p>One <b>two</b>\n three</p><p>Four":                   {"One two three", "Four"},
		"One<br>two<br><br>three":                                {"One", "two", "three"},
		"<div>One<p>two</p>three</div>":                          {"One", "two", "three"},
		"<p>One<script>x</script><style>y</style> two":           {"One two"},
		"<p>One<span hidden>x</span><i style='display:none'>y":   {"One"},
		"<table><tr><td>One<td>two<tr><td>three<td>four</table>": {"One two", "three four"},
		"<pre>One\n  two</pre>":                                  {"One\n  two"},
		"<p>Water<sup><a href=#n1>1</a></sup> and m<sup>2</sup>": {"Water[1] and m2"},
		"<h2>One <a href=#one>¶</a></h2>":                        {"One"},
		"<p>co&shy;operate":                                      {"cooperate"},
		"<p><math alttext='x+1'><mi>x</mi></math> is":            {"$x+1$ is"},
	} {
		var got []string
		for _, b := range blocksOf(t, src) {
			got = append(got, b.text)
		}
		if !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

func TestLinesAreSetAsMarkdown(t *testing.T) {
	base, _ := url.Parse("https://courier.ostrel.example/a/b")
	for src, want := range map[string]string{
		"<p>One <b>two</b> <i>three</i>":         "One **two** *three*",
		"<p>A <a href='/x?y=(1)'>link</a>, yes":  "A [link](https://courier.ostrel.example/x?y=%281%29), yes",
		"<p><a href='javascript:x()'>Do</a> not": "Do not",
		"<p>1. not a list":                       `1\. not a list`,
		"<p>*stars* and [signs]":                 `\*stars\* and \[signs\]`,
		"<p>Use <code>a`b</code>":                "Use ``a`b``",
		"<p><b> spaced </b>out":                  "**spaced** out",
		"<h2><b>Bold</b> heading":                "Bold heading",
		"<p>un<b>\"said\"</b>so":                 `un"said"so`,
	} {
		b := blocksOf(t, src)[0]
		if got := b.markdown(base); got != want {
			t.Errorf("%s: %q, want %q", src, got, want)
		}
	}
}

func TestNamesOfElementsHint(t *testing.T) {
	for name, want := range map[string]hint{
		"article-body":           hintBody | hintArticle,
		"storyBody__inner":       hintBody | hintArticle,
		"relatedArticles":        hintRelated,
		"comments-area":          hintComment,
		"advertisement":          hintAdvert,
		"js-newsletterSignup":    hintNewsletter,
		"x1yc453h qzhwtbm6":      0,
		"shared-by sharedaddy":   hintShare,
		"post-meta entry-footer": hintArticle | hintMeta | hintFoot,
	} {
		if got := nameHints(name); got != want {
			t.Errorf("%q: %b, want %b", name, got, want)
		}
	}
}

func TestStoriesAreFoundInScripts(t *testing.T) {
	long := strings.Repeat("The boats of Karsk went out again on Friday morning, the harbour office said. ", 6)
	for name, src := range map[string]string{
		"a list of paragraphs": `<script>window.__STATE__ = {"menu":["News"],"story":{"body":[{"type":"p","text":"` + long + `"},{"type":"p","text":"` + long + `"}]}};</script>`,
		"one HTML text":        `<script type="application/json">{"a":{"html":"<p>` + long + `</p><p>` + long + `</p>"}}</script>`,
		"JSON within a string": `<script>x = JSON.parse("{\"content\":[{\"content\":\"` + long + `\"},{\"content\":\"` + long + `\"}]}")</script>`,
	} {
		a, err := Read([]byte("<title>Boats</title><div id=root>Loading</div>"+src), Options{})
		if err != nil || !strings.Contains(a.Text, "went out again") || len(a.Warnings) == 0 {
			t.Errorf("%s: %.80q %v %v", name, a.Text, a.Warnings, err)
		}
	}
}
