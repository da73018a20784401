package epub

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"testing"

	"broadsheet/articles"
	"broadsheet/articles/read"
)

// invented are stories of a small book.
func invented() []articles.Article {
	published, _ := articles.ParseDate("2014-06-06T11:44")
	prose := "The ferry from Ostrel ran aground on the Teal Bank in fog, and the %s of the passengers were taken off by noon.\n\nNobody was hurt, the harbour office said, and the ferry will be towed to Karsk as soon as the water is high enough, which the tables promise for the night of the full moon."
	return []articles.Article{
		{Title: "Ferry runs aground", Dek: "A night in the fog", Authors: []string{"Ada Orr", "Bo Lind"}, Source: "Ostrel Courier", Language: "en", Published: published, Body: fmt.Sprintf(prose, "first")},
		{Title: "Fähre läuft auf Grund", Language: "de", Body: fmt.Sprintf(prose, "second")},
		{Source: "Vasska Post", Body: fmt.Sprintf(prose, "third")},
	}
}

func write(t *testing.T, w io.Writer, stories []articles.Article) error {
	t.Helper()
	b := New(w, "Harbour")
	for _, a := range stories {
		if err := b.Add(a); err != nil {
			return err
		}
	}
	return b.Close()
}

// TestABookCanBeReadBack reads the book as any EPUB is read.
func TestABookCanBeReadBack(t *testing.T) {
	var out bytes.Buffer
	if err := write(t, &out, invented()); err != nil {
		t.Fatal(err)
	}
	var titles []string
	for a, err := range read.File(read.Input{Name: "harbour.epub", Reader: bytes.NewReader(out.Bytes()), Size: int64(out.Len())}, read.Options{}) {
		if err != nil {
			t.Fatal(err)
		}
		titles = append(titles, a.Title)
		if word := []string{"first", "second", "third"}[len(titles)-1]; !strings.Contains(a.Text, "the "+word+" of the passengers") {
			t.Errorf("chapter %d is %q", len(titles), a.Text)
		}
	}
	if want := []string{"Ferry runs aground", "Fähre läuft auf Grund", "(no headline)"}; !slices.Equal(titles, want) {
		t.Errorf("titles %q, want %q", titles, want)
	}
}

// TestABookIsWhatTheStandardAsksFor follows the way of an e-reader: from the
// container to the package, from its spine to the chapters.
func TestABookIsWhatTheStandardAsksFor(t *testing.T) {
	var out bytes.Buffer
	if err := write(t, &out, invented()); err != nil {
		t.Fatal(err)
	}
	z, err := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	if err != nil {
		t.Fatal(err)
	}
	open := func(name string, into any) []byte {
		t.Helper()
		f, err := z.Open(name)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		body, err := io.ReadAll(f)
		if err != nil {
			t.Fatal(err)
		}
		if into != nil {
			if err := xml.Unmarshal(body, into); err != nil {
				t.Fatal(name, err)
			}
		}
		return body
	}
	if got := string(open("mimetype", nil)); got != "application/epub+zip" {
		t.Errorf("type %q", got)
	}
	var container struct {
		Root struct {
			Path string `xml:"full-path,attr"`
			Type string `xml:"media-type,attr"`
		} `xml:"rootfiles>rootfile"`
	}
	open("META-INF/container.xml", &container)
	if container.Root.Type != "application/oebps-package+xml" {
		t.Errorf("the package is %q", container.Root.Type)
	}
	var book struct {
		Unique string `xml:"unique-identifier,attr"`
		ID     struct {
			Name string `xml:"id,attr"`
			Text string `xml:",chardata"`
		} `xml:"metadata>identifier"`
		Items []struct {
			ID         string `xml:"id,attr"`
			Href       string `xml:"href,attr"`
			Type       string `xml:"media-type,attr"`
			Properties string `xml:"properties,attr"`
		} `xml:"manifest>item"`
		Spine []struct {
			Ref string `xml:"idref,attr"`
		} `xml:"spine>itemref"`
	}
	open(container.Root.Path, &book)
	if book.Unique != book.ID.Name || !strings.HasPrefix(book.ID.Text, "urn:broadsheet:") {
		t.Errorf("identifier %q, %+v", book.Unique, book.ID)
	}
	files := map[string]string{}
	for _, it := range book.Items {
		if files[it.ID] != "" || it.Type != "application/xhtml+xml" {
			t.Errorf("item %+v", it)
		}
		files[it.ID] = it.Href
		open(it.Href, nil)
	}
	var spine []string
	for _, ref := range book.Spine {
		spine = append(spine, files[ref.Ref])
	}
	if want := []string{"story-00001.xhtml", "story-00002.xhtml", "story-00003.xhtml"}; !slices.Equal(spine, want) {
		t.Errorf("the spine is %q, want %q", spine, want)
	}
	if nav := string(open(files["contents"], nil)); !strings.Contains(nav, `<li><a href="story-00002.xhtml">Fähre läuft auf Grund</a></li>`) {
		t.Errorf("contents:\n%s", nav)
	}
	first := string(open("story-00001.xhtml", nil))
	for _, want := range []string{"<p><em>A night in the fog</em></p>", "Ada Orr, Bo Lind · Ostrel Courier · 2014-06-06 11:44"} {
		if !strings.Contains(first, want) {
			t.Errorf("the first chapter lacks %q:\n%s", want, first)
		}
	}
	third := string(open("story-00003.xhtml", nil))
	for _, no := range []string{"lang=", "<em>"} {
		if strings.Contains(third, no) {
			t.Errorf("the third chapter has %q, and nothing to say by it:\n%s", no, third)
		}
	}
}

// TestABookFetchesNothing holds that opening a book asks no host for anything.
func TestABookFetchesNothing(t *testing.T) {
	var out bytes.Buffer
	a := invented()[0]
	a.Body += "\n\n![The ferry](https://courier.example/ferry.jpg)\n\n<img src=\"https://courier.example/count.gif\">"
	if err := write(t, &out, []articles.Article{a}); err != nil {
		t.Fatal(err)
	}
	z, _ := zip.NewReader(bytes.NewReader(out.Bytes()), int64(out.Len()))
	for _, f := range z.File {
		r, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		body, _ := io.ReadAll(r)
		if bytes.Contains(body, []byte("<img")) || bytes.Contains(body, []byte("src=")) {
			t.Errorf("%s: %s", f.Name, body)
		}
		if strings.HasPrefix(f.Name, "story") && !bytes.Contains(body, []byte("<em>The ferry</em>")) {
			t.Errorf("the words of the picture are gone:\n%s", body)
		}
	}
}

func TestTheSameStoriesAreTheSameBook(t *testing.T) {
	id := func(stories []articles.Article) string {
		var out bytes.Buffer
		b := New(&out, "Harbour")
		for _, a := range stories {
			if err := b.Add(a); err != nil {
				t.Fatal(err)
			}
		}
		return fmt.Sprint(b.sum)
	}
	once, again := id(invented()), id(invented())
	if once != again || once == id(invented()[:2]) {
		t.Error("the identifier does not stand for the stories")
	}
}

var errFull = errors.New("the disk is full")

// small takes n bytes and no more.
type small struct{ n int }

func (s *small) Write(p []byte) (int, error) {
	if len(p) > s.n {
		n := s.n
		s.n = 0
		return n, errFull
	}
	s.n -= len(p)
	return len(p), nil
}

func TestAFullDiskIsToldWhereverItFills(t *testing.T) {
	var whole bytes.Buffer
	if err := write(t, &whole, invented()); err != nil {
		t.Fatal(err)
	}
	for n := 0; n < whole.Len()-8; n += 7 { // the time within may be written shorter
		if err := write(t, &small{n}, invented()); !errors.Is(err, errFull) {
			t.Fatalf("after %d of %d bytes: %v", n, whole.Len(), err)
		}
	}
}
