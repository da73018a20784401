package pictures

import (
	"archive/zip"
	"bytes"
	"encoding/base64"
	"fmt"
	"strings"
	"testing"
)

// photo stands for a picture: nothing here looks into one.
var photo = []byte("\x89PNG\r\n\x1a\n" + strings.Repeat("the ferry off Karsk ", 40))

func data(b []byte) string {
	return "data:image/png;base64," + base64.StdEncoding.EncodeToString(b)
}

// told is what was found, in a line.
func told(all []Picture) string {
	var out []string
	for _, p := range all {
		s := p.File + p.URL
		if p.Data != nil {
			s += fmt.Sprintf("%d bytes", len(p.Data))
		}
		for _, more := range []string{p.Alt, p.Caption} {
			if more != "" {
				s += " (" + more + ")"
			}
		}
		out = append(out, s)
	}
	return strings.Join(out, "; ")
}

func TestPicturesOfAPage(t *testing.T) {
	for name, c := range map[string]struct{ src, want string }{
		"beside a page that a browser saved": {
			`<html><p>x</p><img src="./Ferry%20aground_files/ferry.jpg" alt="The  ferry">`, "./Ferry aground_files/ferry.jpg (The ferry)"},
		"within a page of one file": {
			`<html><img src="` + data(photo) + `" alt="Ferry">`, fmt.Sprintf("%d bytes (Ferry)", len(photo))},
		"with the caption of its figure": {
			`<html><figure><img src=a.jpg><figcaption>The ferry,
				<b>on Friday</b></figcaption></figure><img src=b.jpg>`, "a.jpg (The ferry, on Friday); b.jpg"},
		"loaded late, with a dot in its place": {
			`<html><img src="` + data([]byte("GIF89a....")) + `" data-src="real.jpg">`, "real.jpg"},
		"of several sizes": {`<html><img srcset="s.jpg 300w, l.jpg 900w">`, "s.jpg"},
		"not saved":        {`<html><img src="https://courier.example/a.jpg"><img src="//courier.example/b.jpg">`, "https://courier.example/a.jpg; https://courier.example/b.jpg"},
		"once each":        {`<html><img src=a.jpg><img src=a.jpg>`, "a.jpg"},
		"no icons":         {`<html><img src=i.png width=16 height=16><img src=p.png width="1px"><img src=a.jpg width=640>`, "a.jpg"},
		"none of the frame": {
			`<html><nav><img src=logo.png></nav><article><img src=a.jpg></article><aside><img src=ad.jpg></aside><footer><img src=f.png></footer>`, "a.jpg"},
		"else those of the frame": {`<html><aside><img src=a.jpg></aside>`, "a.jpg"},
		"no drawings":             {`<html><img src=chart.svg><img src="data:image/svg+xml;base64,PHN2Zz4=">`, ""},
		"no scripts":              {`<html><img src="data:text/html;base64,PHN2Zz4="><img src="">`, ""},
		"broken data":             {`<html><img src="data:image/png;base64,%%%"><img src="data:image/png">`, ""},
		"of an AMP page":          {`<html amp><amp-img src=a.jpg></amp-img>`, "a.jpg"},
	} {
		if got := told(Of([]byte(c.src), 0)); got != c.want {
			t.Errorf("%s: %q, want %q", name, got, c.want)
		}
	}
}

func TestPicturesOfAClipping(t *testing.T) {
	for src, want := range map[string]string{
		"---\ntitle: Ferry\n---\n\n![The ferry](img/ferry.jpg)\n\ntext": "img/ferry.jpg (The ferry)",
		"![a](<img/with blank.jpg>) ![b](two.png \"a title\")":          "img/with blank.jpg (a); two.png (b)",
		"![[attachments/ferry.png|The ferry]] ![[plain.png]]":           "attachments/ferry.png (The ferry); plain.png",
		"![a](a.jpg) and again ![a](a.jpg)":                             "a.jpg (a)",
		"![a](https://courier.example/a.jpg)":                           "https://courier.example/a.jpg (a)",
		"![no end](":                                                    "",
		"![[no end":                                                     "",
		"What a story![1] Not () one":                                   "",
	} {
		if got := told(Of([]byte(src), 0)); got != want {
			t.Errorf("%q: %q, want %q", src, got, want)
		}
	}
}

func TestPicturesOfAWebArchive(t *testing.T) {
	src := strings.ReplaceAll(`MIME-Version: 1.0
Snapshot-Content-Location: https://courier.example/news/ferry
Content-Type: multipart/related; boundary=x

--x
Content-Type: text/html
Content-Location: https://courier.example/news/ferry

<html><img src="https://courier.example/a.png"><img src="img/b.png"><img src="cid:c@x"><img src="gone.png">
--x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/a.png

`+base64.StdEncoding.EncodeToString(photo)+`
--x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-Location: https://courier.example/news/img/b.png

`+base64.StdEncoding.EncodeToString(photo[:100])+`
--x
Content-Type: image/png
Content-Transfer-Encoding: base64
Content-ID: <c@x>

`+base64.StdEncoding.EncodeToString(photo[:50])+`
--x--
`, "\n", "\r\n")
	want := fmt.Sprintf("https://courier.example/a.png%d bytes; 100 bytes; cid:c@x50 bytes; ", len(photo))
	for _, envelope := range []string{"", strings.Repeat("Received: from a.example by b.example with ESMTP; Mon, 2 Jun 2014\r\n", 100)} {
		if got := told(Of([]byte(envelope+src), 0)); got != want {
			t.Errorf("behind %d bytes: %q, want %q", len(envelope), got, want)
		}
	}
}

func TestPicturesOfAChapter(t *testing.T) {
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	words := strings.Repeat("<p>The ferry ran aground off Karsk in fog, and all were taken off by noon.</p>", 20)
	for _, f := range [][2]string{
		{"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`},
		{"OPS/book.opf", `<package><metadata/><manifest><item id="a" href="text/a.xhtml" media-type="application/xhtml+xml"/>
			<item id="b" href="text/b.xhtml" media-type="application/xhtml+xml"/></manifest><spine><itemref idref="a"/><itemref idref="b"/></spine></package>`},
		{"OPS/text/a.xhtml", "<html><body><h1>One</h1>" + words + "</body></html>"},
		{"OPS/text/b.xhtml", "<html><body><h1>Two</h1>" + words + `<img src="../img/ferry.png" alt="Ferry"/><img src="../../../etc/passwd"/></body></html>`},
		{"OPS/img/ferry.png", string(photo)},
	} {
		w, err := z.Create(f[0])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(w, f[1])
	}
	z.Close()
	if got, want := told(Of(b.Bytes(), 2)), fmt.Sprintf("%d bytes (Ferry); ", len(photo)); got != want {
		t.Errorf("the second chapter has %q, want %q", got, want)
	}
	if got := told(Of(b.Bytes(), 1)); got != "" {
		t.Errorf("the first chapter has %q", got)
	}
	if got := told(Of(b.Bytes(), 9)); got != "" {
		t.Errorf("a chapter that is not there has %q", got)
	}
}

// FuzzPictures holds what must hold of anything: an end, and caps.
func FuzzPictures(f *testing.F) {
	f.Add([]byte("<html><img src=a.jpg>"), 0)
	f.Add([]byte("![a](b) ![[c|d]]"), 0)
	f.Add([]byte("MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"), 0)
	f.Add([]byte("PK\x03\x04"), 3)
	f.Fuzz(func(t *testing.T, src []byte, entry int) {
		all := Of(src, entry)
		if len(all) > maxPictures {
			t.Fatalf("%d pictures", len(all))
		}
		for _, p := range all {
			if len(p.Data) > maxData || strings.ContainsRune(p.File, 0) {
				t.Fatalf("%+v", p)
			}
		}
	})
}
