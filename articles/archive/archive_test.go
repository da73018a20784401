package archive

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"iter"
	"strings"
	"testing"
	"time"

	"github.com/klauspost/compress/gzip"
)

func collect(seq iter.Seq2[Member, error]) (ms []Member, errs []error) {
	for m, err := range seq {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		ms = append(ms, m)
	}
	return ms, errs
}

// zipped makes an archive of name and content pairs.
func zipped(t testing.TB, pairs ...string) *bytes.Reader {
	t.Helper()
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for i := 0; i < len(pairs); i += 2 {
		f, err := w.Create(pairs[i])
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprint(f, pairs[i+1])
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return bytes.NewReader(b.Bytes())
}

func anything(string) bool { return true }

func TestZipGivesItsMembers(t *testing.T) {
	r := zipped(t, "a.txt", "One.", "dir/", "", "dir/b.txt", "Two.", `win\c.txt`, "Three.", "skip.png", "no")
	ms, errs := collect(Zip(r, r.Size(), func(n string) bool { return strings.HasSuffix(n, ".txt") }, Limits{}))
	got := ""
	for _, m := range ms {
		got += m.Name + "=" + string(m.Bytes) + " "
	}
	if got != "a.txt=One. dir/b.txt=Two. win/c.txt=Three. " || errs != nil {
		t.Errorf("got %s, %v", got, errs)
	}
}

func TestZipHoldsItsCaps(t *testing.T) {
	r := zipped(t, "bomb.txt", strings.Repeat("\x00", 64<<20), "big.txt", strings.Repeat("abcdefgh ", 3000), "a.txt", "One.")
	ms, errs := collect(Zip(r, r.Size(), anything, Limits{Member: 10000}))
	if len(ms) != 1 || ms[0].Name != "a.txt" || len(errs) != 2 || !errors.Is(errs[0], ErrTooLarge) || !errors.Is(errs[1], ErrTooLarge) {
		t.Errorf("got %d members, %v", len(ms), errs)
	}
	many := zipped(t, "a", "1", "b", "2", "c", "3")
	if ms, errs := collect(Zip(many, many.Size(), anything, Limits{Members: 2})); len(ms) != 2 || len(errs) != 1 {
		t.Errorf("got %d members, %v", len(ms), errs)
	}
	cut := bytes.NewReader([]byte("PK\x03\x04 and no more"))
	if _, errs := collect(Zip(cut, cut.Size(), anything, Limits{})); len(errs) != 1 || !errors.Is(errs[0], ErrBroken) {
		t.Errorf("a damaged archive: %v", errs)
	}
}

const mailbox = `From ada@courier.example Fri Jun  6 11:44:06 2014
Subject: One

First line.
>From here on it is prose.
From within a paragraph, too.

From bo@courier.example Fri Jun  6 12:00:00 2014
Subject: Two

Second.

`

func TestMboxGivesItsMessages(t *testing.T) {
	ms, errs := collect(Mbox(strings.NewReader(mailbox), Limits{}))
	if len(ms) != 2 || errs != nil {
		t.Fatalf("%d messages, %v", len(ms), errs)
	}
	if got := string(ms[0].Bytes); !strings.HasPrefix(got, "Subject: One\n") || !strings.Contains(got, "\nFrom here on") || !strings.Contains(got, "From within") {
		t.Errorf("got %q", got)
	}
	big := mailbox + "From x@y Fri Jun  6 12:00:00 2014\nSubject: Big\n\n" + strings.Repeat("word ", 5000) + "\n\n" + mailbox
	ms, errs = collect(Mbox(strings.NewReader(big), Limits{Member: 2000}))
	var e *Error
	if len(ms) != 4 || len(errs) != 1 || !errors.As(errs[0], &e) || e.Line != 13 || !errors.Is(e, ErrTooLarge) {
		t.Errorf("%d messages, %v (%+v)", len(ms), errs, e)
	}
}

func TestMHTMLGivesItsPage(t *testing.T) {
	src := "From: <Saved by a browser>\nSnapshot-Content-Location: https://courier.example/inquiry\nMIME-Version: 1.0\nContent-Type: multipart/related; type=\"text/html\"; boundary=\"b\"\n\n" +
		"--b\nContent-Type: text/html; charset=windows-1252\nContent-Transfer-Encoding: quoted-printable\nContent-Location: https://courier.example/inquiry\n\n<p>Caf=E9</p>\n" +
		"--b\nContent-Type: text/html\nContent-Location: https://ads.example/\n\n<p>" + strings.Repeat("advert ", 50) + "</p>\n--b--\n"
	m, err := MHTML([]byte(src))
	if err != nil || m.URL != "https://courier.example/inquiry" || m.Charset != "windows-1252" || strings.TrimSpace(string(m.Bytes)) != "<p>Caf\xe9</p>" {
		t.Errorf("got %+v, %v", m, err)
	}
	if _, err := MHTML([]byte("Subject: x\n\nNo page")); !errors.Is(err, ErrNoPage) {
		t.Errorf("got %v", err)
	}
}

func record(kind, uri, fields, block string) string {
	return fmt.Sprintf("WARC/1.0\r\nWARC-Type: %s\r\nWARC-Target-URI: %s\r\n%sContent-Length: %d\r\n\r\n%s\r\n\r\n", kind, uri, fields, len(block), block)
}

func TestWARCGivesItsPages(t *testing.T) {
	var packed bytes.Buffer
	z := gzip.NewWriter(&packed)
	fmt.Fprint(z, "<p>Packed</p>")
	z.Close()
	src := record("warcinfo", "", "", "software: x") +
		record("request", "https://x.example/a", "", "GET / HTTP/1.1\r\n\r\n") +
		record("response", "<https://x.example/a>", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>Plain</p>") +
		record("response", "https://x.example/b", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Ch\r\n8;x=y\r\nunks</p>\r\n0\r\n\r\n") +
		record("response", "https://x.example/c", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n"+packed.String()) +
		record("response", "https://x.example/d", "", "HTTP/1.1 404 Not Found\r\nContent-Type: text/html\r\n\r\n<p>Gone</p>") +
		record("response", "https://x.example/e.png", "", "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\nPNG") +
		record("conversion", "https://x.example/f", "Content-Type: text/plain\r\n", "Only text") +
		"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 500\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>Cut off"
	ms, errs := collect(WARC(strings.NewReader(src), Limits{}))
	got := ""
	for _, m := range ms {
		got += m.URL + "=" + string(m.Bytes) + " "
	}
	want := "https://x.example/a=<p>Plain</p> https://x.example/b=<p>Chunks</p> https://x.example/c=<p>Packed</p> https://x.example/f=Only text "
	if !strings.HasPrefix(got, want) {
		t.Errorf("got %s\nwant %s\nerrors %v", got, want, errs)
	}
	if _, errs := collect(WARC(strings.NewReader("WARC/1.0\r\n\r\nnothing"), Limits{})); len(errs) != 1 || !errors.Is(errs[0], ErrBroken) {
		t.Errorf("a damaged archive: %v", errs)
	}
}

func TestEPUBGivesItsPagesInOrder(t *testing.T) {
	page := func(s string) string { return "<html><body><p>" + strings.Repeat(s+" ", 50) + "</p></body></html>" }
	r := zipped(t, "mimetype", "application/epub+zip",
		"META-INF/container.xml", `<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>`,
		"OPS/book.opf", `<package><metadata><dc:title>Ostrel Courier</dc:title><dc:creator>Ada Orr</dc:creator><dc:date>2014-06-06</dc:date></metadata>
<manifest><item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/><item id="b" href="b%20b.xhtml" media-type="application/xhtml+xml"/><item id="a" href="a.xhtml" media-type="application/xhtml+xml"/><item id="c" href="cover.xhtml" media-type="application/xhtml+xml"/><item id="x" href="gone.xhtml" media-type="application/xhtml+xml"/></manifest>
<spine><itemref idref="c"/><itemref idref="a"/><itemref idref="b"/><itemref idref="x"/></spine></package>`,
		"OPS/a.xhtml", page("first"), "OPS/b b.xhtml", page("second"), "OPS/cover.xhtml", "<html><body><img/></body></html>", "OPS/nav.xhtml", page("nav"))
	if k := Kind(r, r.Size()); k != "epub" {
		t.Errorf("kind %q", k)
	}
	ms, errs := collect(EPUB(r, r.Size(), Limits{}))
	if len(ms) != 2 || errs != nil || ms[0].Name != "OPS/a.xhtml" || ms[1].Name != "OPS/b b.xhtml" || ms[0].Source != "Ostrel Courier" || ms[0].Date.String() != "2014-06-06" || ms[0].Authors[0] != "Ada Orr" {
		t.Errorf("got %+v, %v", ms, errs)
	}
	office := zipped(t, "[Content_Types].xml", "<x/>", "word/document.xml", "<x/>")
	if k := Kind(office, office.Size()); k != "office" {
		t.Errorf("kind %q", k)
	}
	broken := zipped(t, "META-INF/container.xml", "<x/>")
	if _, errs := collect(EPUB(broken, broken.Size(), Limits{})); len(errs) != 1 || !errors.Is(errs[0], ErrBroken) {
		t.Errorf("got %v", errs)
	}
}

func FuzzArchives(f *testing.F) {
	f.Add([]byte(mailbox))
	f.Add([]byte(record("response", "x", "", "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n<p>Ch\r\n0\r\n")))
	z := zipped(f, "a.txt", "One.")
	b := make([]byte, z.Size())
	z.ReadAt(b, 0)
	f.Add(b)
	f.Fuzz(func(t *testing.T, src []byte) {
		l := Limits{Member: 1 << 16, Total: 1 << 20, Members: 100}
		start := time.Now()
		r := bytes.NewReader(src)
		for range Mbox(bytes.NewReader(src), l) {
		}
		for range WARC(bytes.NewReader(src), l) {
		}
		for range Zip(r, r.Size(), anything, l) {
		}
		for range EPUB(r, r.Size(), l) {
		}
		MHTML(src)
		if time.Since(start) > 10*time.Second {
			t.Error("too slow")
		}
	})
}
