package page

import (
	"errors"
	"html"
	"strconv"
	"strings"
	"testing"
)

// words are the paragraphs of the story as JSON strings.
func jsonParagraphs(key string) string {
	var out []string
	for _, p := range paragraphs() {
		out = append(out, `{"`+key+`":`+strconv.Quote(p)+`,"type":"text"}`)
	}
	return strings.Join(out, ",")
}

func paragraphs() []string {
	var out []string
	for _, p := range strings.Split(story, "\n") {
		out = append(out, strings.TrimSuffix(strings.TrimPrefix(p, "<p>"), "</p>"))
	}
	return out
}

// viewed is a page's source as a browser shows it, saved as a page.
func viewed(src string) string {
	var b strings.Builder
	b.WriteString(`<html><head><meta charset="utf-8"></head><body><div class="line-gutter-backdrop"></div><table><tbody>`)
	for i, l := range strings.Split(src, "\n") {
		b.WriteString(`<tr><td class="line-number" value="` + strconv.Itoa(i+1) + `"></td><td class="line-content"><span class="html-tag">` + html.EscapeString(l) + `</span></td></tr>`)
	}
	return b.String() + "</tbody></table></body></html>"
}

// TestSavedShapes reads one story out of each of the shapes in which people
// and their programs save pages.
func TestSavedShapes(t *testing.T) {
	plain := page("<title>Boats go out again | Ostrel Courier</title>", "<h1>Boats go out again</h1>")
	nav := `<nav><a href="/">Home</a> <a href="/region">Region</a></nav>`
	for _, c := range []struct{ name, src, url string }{
		{"a browser's complete page", "<!-- saved from url=(0038)https://courier.ostrel.example/boats -->\n" + strings.Replace(plain, "<h1>", `<img src="./Boats_files/bar.jpg"><h1>`, 1), "https://courier.ostrel.example/boats"},
		{"SingleFile", strings.Replace(plain, "<head>", "<!--\n Page saved with SingleFile \n url: https://courier.ostrel.example/boats \n saved date: Fri Jun 06 2014 11:44:06 GMT+0200\n--><head><style>.sf-hidden{display:none!important}</style>", 1) + `<div class="sf-hidden">Subscribe now to all our papers and read on for nothing, today only.</div>`, "https://courier.ostrel.example/boats"},
		{"HTTrack", strings.Replace(plain, "<head>", "<!-- Mirrored from courier.ostrel.example/boats by HTTrack Website Copier/3.x [XR&CO'2014], Fri, 06 Jun 2014 -->\n<head>", 1), "http://courier.ostrel.example/boats"},
		{"wget, its links made local", strings.Replace(plain, "<h1>", `<p><a href="../index.html">Front page</a></p><h1>`, 1), ""},
		{"the source as a browser shows it", viewed(plain), ""},
		{"the source in one preformatted text", "<html><body><pre>" + html.EscapeString(plain) + "</pre></body></html>", ""},
		{"a reader mode", `<html><head><title>Boats go out again</title></head><body><div class="container"><div class="header reader-header"><a class="domain reader-domain" href="https://courier.ostrel.example/boats">courier.ostrel.example</a><h1 class="reader-title">Boats go out again</h1><div class="credits reader-credits">Mira Olt</div><div class="meta-data"><div class="reader-estimated-time">1 minute</div></div></div><hr><div class="content"><div class="moz-reader-content"><div id="readability-page-1" class="page">` + story + `</div></div></div></div></body></html>`, ""},
		{"AMP", `<!doctype html><html amp><head><link rel="canonical" href="https://courier.ostrel.example/boats"></head><body><amp-sidebar><ul><li>Home</li></ul></amp-sidebar><h1>Boats go out again</h1><amp-img src="bar.jpg"></amp-img>` + story + `<amp-ad>Buy a kettle</amp-ad></body></html>`, "https://courier.ostrel.example/boats"},
		{"a frame with its own source", `<html><head><title>Boats go out again</title></head><body>` + nav + `<iframe srcdoc="` + html.EscapeString("<html><body><h1>Boats go out again</h1>"+story+"</body></html>") + `"></iframe></body></html>`, ""},
		{"Next.js", `<html><head><title>Boats go out again</title></head><body><div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{"props":{"pageProps":{"article":{"headline":"Boats go out again","body":[` + jsonParagraphs("text") + `]}}}}</script></body></html>`, ""},
		{"an initial state", `<html><head><title>Boats go out again</title></head><body><div id="app"></div><script>window.__INITIAL_STATE__ = {"story":{"content":` + strconv.Quote(story) + `}};(function(){var s;}());</script></body></html>`, ""},
		{"an initial state in a string", `<html><head><title>Boats go out again</title></head><body><script>window.__PRELOADED_STATE__ = JSON.parse(` + strconv.Quote(`{"story":{"content":`+strconv.Quote(story)+`}}`) + `);</script></body></html>`, ""},
		{"Fusion", `<html><head><title>Boats go out again</title></head><body><script>window.Fusion=window.Fusion||{};Fusion.arcSite="courier";Fusion.globalContent={"headlines":{"basic":"Boats go out again"},"content_elements":[` + jsonParagraphs("content") + `]};Fusion.globalContentConfig={"source":"story"};</script></body></html>`, ""},
		{"noscript", `<html><head><title>Boats go out again</title></head><body><div id="root"></div><noscript><article><h1>Boats go out again</h1>` + story + `</article></noscript></body></html>`, ""},
		{"JSON-LD and an empty page", `<html><head><title>Boats go out again</title><script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats go out again","articleBody":` + strconv.Quote(strings.Join(paragraphs(), "\n\n")) + `}</script></head><body><div id="root"></div></body></html>`, ""},
		{"text that arrives after the page", `<html><body><main><h1>Boats go out again</h1><template id="B:0"></template></main><div hidden id="S:0">` + story + `</div></body></html>`, ""},
	} {
		a := read(t, c.src)
		if want := strings.Join(paragraphs(), "\n\n"); a.Text != want {
			t.Errorf("%s: the text is\n%s", c.name, a.Text)
		}
		if a.Title != "Boats go out again" {
			t.Errorf("%s: the headline is %q", c.name, a.Title)
		}
		if a.URL != c.url {
			t.Errorf("%s: the address is %q, want %q", c.name, a.URL, c.url)
		}
	}
}

// TestPagesThatAreNoStory warns of what a reader would take for one.
func TestPagesThatAreNoStory(t *testing.T) {
	pictures := strings.Repeat(`<figure><img src="https://x.example/p.jpg" alt="boats"><figcaption>The boats of Karsk</figcaption></figure>`, 10)
	headlines := strings.Repeat(`<li><a href="/2014/a">Ferry runs aground off Karsk in the night</a></li>`, 20)
	for name, c := range map[string]struct{ src, want string }{
		"headlines":           {"<html><head><title>Ostrel Courier</title></head><body><ul>" + headlines + "</ul></body></html>", WarnIndex},
		"a gallery":           {"<html><body><h1>Boats in the harbour</h1><p>Ten pictures of the boats of Karsk, by Jon Verra.</p>" + pictures + "</body></html>", WarnGallery},
		"a video":             {`<html><head><meta property="og:type" content="video.other"></head><body><h1>Boats go out</h1><p>See how the boats of Karsk went out again this morning, after three days in the harbour.</p></body></html>`, WarnVideo},
		"a page not found":    {"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1><p>The page that you asked for was not found on this server of ours.</p></body></html>", WarnError},
		"a check for robots":  {"<html><body><h1>One moment</h1><p>Please enable JavaScript and cookies so that we can verify you are human before you read on.</p></body></html>", WarnScript},
		"a frame and a line":  {`<html><head><title>Courier</title></head><body><p>The story stands in the frame.</p><iframe src="story.html"></iframe><frame src="menu.html"></body></html>`, WarnShort},
		"a wall":              {`<html><head><script type="application/ld+json">{"@type":"NewsArticle","headline":"Boats go out again","isAccessibleForFree":"False"}</script></head><body><article><h1>Boats go out again</h1>` + story + `</article></body></html>`, WarnPaywall},
		"a few words":         {"<html><body><h1>Boats</h1><p>The boats go out.</p></body></html>", WarnShort},
		"a story, no warning": {page("", "<h1>Boats go out again</h1>"), ""},
	} {
		a, err := Read([]byte(c.src), Options{})
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if strings.TrimSpace(a.Text) == "" {
			t.Errorf("%s: a blank story", name)
		}
		if c.want == "" && len(a.Warnings) > 0 || c.want != "" && !strings.Contains(strings.Join(a.Warnings, "\n"), c.want) {
			t.Errorf("%s: warnings are %q, want %q", name, a.Warnings, c.want)
		}
	}
}

func TestAPageOfFramesSaysWhereItsTextIs(t *testing.T) {
	_, err := Read([]byte(`<html><head><title>Courier</title></head><frameset cols="20%,80%"><frame src="menu.html"><frame src="story.html"></frameset></html>`), Options{})
	if !errors.Is(err, ErrEmpty) || !strings.Contains(err.Error(), WarnFrames) {
		t.Errorf("got %v", err)
	}
}
