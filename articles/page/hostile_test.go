package page

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"golang.org/x/net/html"
)

const line = "<p>The harbour office of Karsk said on Friday that the boats would go out again, and that nobody was hurt.</p>"

// TestHostilePagesAreReadInTime reads pages made to be slow, deep or large.
func TestHostilePagesAreReadInTime(t *testing.T) {
	many := func(s string, n int) string { return strings.Repeat(s, n) }
	pages := map[string]string{
		"deep":            many("<div>", 100_000) + line,
		"deep, closed":    many("<div>", 500) + line + many("</div>", 500),
		"deep quotes":     many("<blockquote>", 400) + line,
		"deep lists":      many("<ul><li>", 200) + line,
		"long attribute":  `<div class="` + many("comment ", 150_000) + `">` + line + "</div>",
		"many blocks":     many("<p>Short line</p>", 60_000) + line,
		"many items":      "<ol>" + many("<li>The boats of Karsk went out again this morning.", 20_000) + "</ol>",
		"many runs":       "<p>" + many("<b>boat</b> ", 100_000) + line,
		"many attributes": "<div " + many("a=b ", 50_000) + ">" + line,
		"tables":          many("<table><tr><td>", 150) + line,
		"open tables":     many("<table><tr><td>a<td>b", 5_000) + line,
		"authors":         many("<div class=author>", 400) + line,
		"many authors":    many("<div class=author><span class=fn>", 200) + many("<i>x</i>", 5000) + line,
		"unclosed a":      many("<a href=x>boat", 30_000) + line,
		"formatting":      many("<b><i><u>", 5000) + line,
		"big JSON-LD":     `<script type="application/ld+json">` + many(`{"@graph":[`, 20_000) + `</script>` + line,
		"script":          "<script>" + many(`{"a":[`, 50_000) + "</script>",
		"state":           `<script type="application/json">{"a":"` + many("word ", 200_000) + `"}</script>`,
		"picture":         `<img src="data:image/png;base64,` + many("AAAA", 2_000_000) + `">` + line,
		"one long line":   "<p>" + many("boats and more boats, ", 200_000),
		"unclosed styles": many("<style>", 200_000) + line,
		"many spans":      "<p>" + many("<span><b>boat</b> </span>", 100_000) + line,
		"titles":          "<title>" + many("a | ", 50_000) + "</title>" + line,
	}
	for name, src := range pages {
		t.Run(name, func(t *testing.T) {
			start := time.Now()
			a, err := Read([]byte(src), Options{})
			if took := time.Since(start); took > 8*time.Second {
				t.Errorf("took %v", took)
			} else {
				t.Logf("%v", took)
			}
			if err != nil && name != "script" && name != "unclosed styles" {
				t.Fatal(err)
			}
			if strings.Contains(src, line) && !strings.Contains(a.Text, "nobody was hurt") && name != "many blocks" && name != "unclosed styles" {
				t.Errorf("the story's line is lost: %.200q", a.Text)
			}
		})
	}
}

// TestLargePagesKeepTheirStory reads pages of which nearly all is something
// else and stands before the story.
func TestLargePagesKeepTheirStory(t *testing.T) {
	for name, before := range map[string]string{
		"a picture":    `<img src="data:image/png;base64,` + strings.Repeat("QUJD", maxPage/4) + `">`,
		"a script":     "<script>" + strings.Repeat("var a = {b: [1, 2, 3]};\n", maxMarkup/24+1) + "</script>",
		"many styles":  strings.Repeat("<style>"+strings.Repeat("p{color:red}", 20_000)+"</style>", maxMarkup/240_000+1),
		"many scripts": strings.Repeat("<script>a()</script>", maxMarkup/40),
	} {
		a, err := Read([]byte("<html><body><article><h1>Boats go out again</h1>"+before+story+"</article></body></html>"), Options{})
		if err != nil || !strings.HasSuffix(a.Text, "are to be heard.") {
			t.Errorf("behind %s the story is %.100q, %v", name, a.Text, err)
		}
	}
}

// FuzzRead holds that any bytes give valid text or an error, and that a page
// that shows words is never a blank story.
func FuzzRead(f *testing.F) {
	pages, _ := filepath.Glob("testdata/*.html")
	for _, p := range pages {
		if src, err := os.ReadFile(p); err == nil {
			f.Add(src)
		}
	}
	f.Add([]byte("<table><tr><td>a<td>b<tr><td>c"))
	f.Add([]byte("<p>a<sup><a href=#1>1</a></sup><br><br><pre>x\n\n y"))
	f.Add([]byte("<math><annotation encoding=tex>x</annotation></math>"))
	f.Fuzz(func(t *testing.T, src []byte) {
		a, err := Read(src, Options{URL: "https://courier.ostrel.example/a"})
		if err != nil {
			if errors.Is(err, ErrEmpty) && shows(src) {
				t.Fatalf("a page with words is blank: %q", src)
			}
			return
		}
		if strings.TrimSpace(a.Text) == "" {
			t.Fatal("a blank story without an error")
		}
		for _, s := range []string{a.Title, a.Text, a.Body, a.Dek, fmt.Sprint(a.Authors, a.Related, a.Cuts)} {
			if !utf8.ValidString(s) {
				t.Fatalf("invalid text: %q", s)
			}
		}
		if got := len(a.Paragraphs()); got != len(a.Lines) {
			t.Fatalf("%d paragraphs, %d lines:\n%q", got, len(a.Lines), a.Text)
		}
	})
}

// shows reports whether a page shows a word, by the plainest reading.
func shows(src []byte) bool {
	doc, err := html.Parse(strings.NewReader(decode(src, "")))
	if err != nil {
		return false
	}
	found := false
	descend(doc, func(n *html.Node) (bool, bool) {
		if n.Type == html.ElementNode && (silent(n) || hidden(n) || n.Data == "button" || signLink(n)) {
			return false, false
		}
		if n.Type == html.TextNode && letters(n.Data) > 0 && n.Parent != nil && n.Parent.Data != "noscript" {
			found = true
		}
		return true, found
	})
	return found
}

func BenchmarkRead(b *testing.B) {
	src, err := os.ReadFile("testdata/news.html")
	if err != nil {
		b.Fatal(err)
	}
	b.SetBytes(int64(len(src)))
	for b.Loop() {
		if _, err := Read(src, Options{}); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkFragment(b *testing.B) {
	b.SetBytes(int64(len(story)))
	for b.Loop() {
		if _, err := Fragment(story, Options{Title: "Boats go out again"}); err != nil {
			b.Fatal(err)
		}
	}
}
