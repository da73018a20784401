package page

import (
	"errors"
	"strings"
	"testing"
)

const ferry = `<!DOCTYPE html><html lang="en"><head><title>Ferry runs aground off Karsk | Ostrel Courier</title>
<meta property="og:site_name" content="Ostrel Courier"></head><body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/sport">Sport</a></li></ul></nav>
<article><h1>Ferry runs aground off Karsk</h1>
<p>The evening ferry from Ostrel ran aground on the bar off Karsk on Friday, and its passengers spent the night on board.</p>
<h2>No second radar</h2>
<p>The pilot told the inquiry that the second radar had been out of order since the spring, and that he had <em>asked</em> for the part in April.</p>
<ul><li>The first boat reached the ferry at midnight, the harbour office said.</li><li>Nobody was hurt, though the cook lost his kettle to the sea.</li></ul>
<p>The inquiry goes on at the <a href="/town-hall">town hall</a> on Monday, when the harbour master is to be heard.</p>
</article><footer><p>Copyright Ostrel Courier</p></footer></body></html>`

func TestReadKeepsTheStoryAndNothingElse(t *testing.T) {
	a, err := Read([]byte(ferry), Options{})
	if err != nil {
		t.Fatal(err)
	}
	if a.Title != "Ferry runs aground off Karsk" {
		t.Errorf("title %q", a.Title)
	}
	for _, in := range []string{"spent the night on board", "No second radar", "lost his kettle", "harbour master"} {
		if !strings.Contains(a.Text, in) {
			t.Errorf("the text lacks %q", in)
		}
	}
	for _, out := range []string{"Home", "Copyright", "runs aground off Karsk"} {
		if strings.Contains(a.Text, out) {
			t.Errorf("the text holds %q", out)
		}
	}
	for _, md := range []string{"## No second radar", "*asked*", "- The first boat", "[town hall](/town-hall)"} {
		if !strings.Contains(a.Body, md) {
			t.Errorf("the body lacks %q:\n%s", md, a.Body)
		}
	}
}

func TestReadRefusesAPageWithNoText(t *testing.T) {
	if _, err := Read([]byte("<html><body><img src=x></body></html>"), Options{}); !errors.Is(err, ErrEmpty) {
		t.Errorf("got %v", err)
	}
}
