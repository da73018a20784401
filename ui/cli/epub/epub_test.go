package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"testing"

	"broadsheet/articles"
)

func TestABookHoldsItsStoriesAsSoundXML(t *testing.T) {
	published, err := articles.ParseDate("2014-06-06T11:44")
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	b := New(&out, "Harbour & \"ferry\"")
	for _, a := range []articles.Article{
		{Title: "Ferry <runs> aground & stays", Dek: "A night in the fog", Source: "Ostrel Courier", Language: "en",
			Published: published, Body: "The *ferry* ran aground.\n\n> \"Fog,\" he said.\n\n<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| 1 | 2 |"},
		{Body: "No headline & no date.\x1b[31m"},
	} {
		if err := b.Add(a); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	if first := z.File[0]; first.Name != "mimetype" || first.Method != zip.Store {
		t.Errorf("the first file is %s, method %d", first.Name, first.Method)
	}
	files := map[string]string{}
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		files[f.Name] = string(body)
		if f.Name == "mimetype" {
			continue
		}
		for d := xml.NewDecoder(bytes.NewReader(body)); ; {
			if _, err := d.Token(); err == io.EOF {
				break
			} else if err != nil {
				t.Fatalf("%s is not sound XML: %v\n%s", f.Name, err, body)
			}
		}
	}
	for name, words := range map[string][]string{
		"story-00001.xhtml": {"Ferry &lt;runs&gt; aground &amp; stays", "<em>ferry</em>", "<blockquote>", "<table>", "2014-06-06 11:44", `lang="en"`},
		"story-00002.xhtml": {"(no headline)", "No headline &amp; no date."},
		"contents.xhtml":    {"story-00001.xhtml", "story-00002.xhtml", "epub:type=\"toc\""},
		"book.opf":          {`href="story-00002.xhtml"`, "Harbour &amp; &#34;ferry&#34;"},
	} {
		for _, w := range words {
			if !strings.Contains(files[name], w) {
				t.Errorf("%s lacks %q:\n%s", name, w, files[name])
			}
		}
	}
	for name, body := range files {
		if strings.Contains(body, "<script") || strings.Contains(body, "\x1b") {
			t.Errorf("%s lets a script or an escape through:\n%s", name, body)
		}
	}
}
