package page

import (
	"bytes"
	"encoding/base64"
	"strings"
	"testing"
)

func TestAStoryKeepsItsPictures(t *testing.T) {
	for _, c := range []struct{ name, head, figure, want string }{
		{"with the caption of its figure", "", `<figure><img src="https://x.example/bar.jpg" alt="bar"><figcaption>The bar off Karsk</figcaption></figure>`, "![The bar off Karsk](https://x.example/bar.jpg)"},
		{"with the words that stand for it", "", `<img src="https://x.example/bar.jpg" alt="The [bar]">`, `![The \[bar\]](https://x.example/bar.jpg)`},
		{"loaded late", "", `<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=" data-src="https://x.example/bar.jpg">`, "![](https://x.example/bar.jpg)"},
		{"at the site's address", `<link rel="canonical" href="https://courier.ostrel.example/2014/boats">`, `<img src="/bar.jpg">`, "![](https://courier.ostrel.example/bar.jpg)"},
		{"in the folder beside the page", `<link rel="canonical" href="https://courier.ostrel.example/2014/boats">`, `<img src="./Boats_files/bar.jpg">`, "![](./Boats_files/bar.jpg)"},
		{"in a tree that a saver wrote", "<!-- Mirrored from courier.ostrel.example/2014/boats by HTTrack -->", `<img src="../pictures/bar.jpg">`, "![](../pictures/bar.jpg)"},
	} {
		a := read(t, page(c.head, "<h1>Boats go out again</h1>"+c.figure))
		if got, _, _ := strings.Cut(a.Body, "\n"); got != c.want {
			t.Errorf("%s: %q, want %q", c.name, got, c.want)
		}
		if strings.Contains(a.Text, "jpg") || strings.Contains(a.Text, "off Karsk") {
			t.Errorf("%s: the picture is in the text", c.name)
		}
		if a.Image == "" {
			t.Errorf("%s: the story has no picture of its own", c.name)
		}
	}
}

func TestWhatIsNoPictureOfTheStory(t *testing.T) {
	for name, tail := range map[string]string{
		"a pixel that counts readers": `<img src="https://x.example/p.gif" width="1" height="1">`,
		"the writer's portrait":       `<div class="author"><img src="https://x.example/mira.jpg"></div>`,
		"a teaser's":                  `<aside class="related"><a href="/a"><img src="https://x.example/tern.jpg"></a></aside>`,
		"one for sharing":             `<div class="share-tools"><img src="https://x.example/f.png"></div>`,
	} {
		body := read(t, page("", "<h1>Boats go out again</h1><p>"+strings.Repeat("The boats are to go out again, says the office. ", 5)+"</p>"+tail)).Body
		if strings.Contains(body, "![") {
			t.Errorf("%s is shown: %.200s", name, body)
		}
	}
}

func TestPicturesThatThePageCarries(t *testing.T) {
	one, two := bytes.Repeat([]byte("first picture "), 60), bytes.Repeat([]byte("second picture "), 60)
	uri := func(b []byte) string { return "data:image/jpeg;base64," + base64.StdEncoding.EncodeToString(b) }
	src := page("<style>body{background:url("+uri(one)+")}</style>", `<h1>Boats go out again</h1><img src="`+uri(two)+`" alt="The bar">`)
	body := read(t, src).Body
	if !strings.HasPrefix(body, "![The bar](#picture-2)") {
		t.Fatalf("got %.100s", body)
	}
}
