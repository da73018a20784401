package archive

import (
	"errors"
	"strings"
	"testing"
)

// answered is a record of what a server answered.
func answered(uri, fields, body string) string {
	return record("response", uri, "", "HTTP/1.1 200 OK\r\n"+fields+"\r\n"+body)
}

func TestWhatAServerAnswered(t *testing.T) {
	const html = "Content-Type: text/html\r\n"
	for what, c := range map[string]struct{ record, want string }{
		"a page":                                  {answered("https://x.example/a", html, "<p>One"), "<p>One"},
		"a type that is written oddly":            {answered("https://x.example/a", "Content-Type:  Text/HTML ; charset=a b\r\n", "<p>One"), "<p>One"},
		"a type of its own":                       {answered("https://x.example/a", "Content-Type: text/htmlx; a b\r\n", "<p>One"), ""},
		"blank":                                   {answered("https://x.example/a", html, " \r\n"), ""},
		"nothing":                                 {answered("https://x.example/a", html, ""), ""},
		"a text that was saved blank":             {record("conversion", "https://x.example/a", "Content-Type: text/plain\r\n", "\n"), ""},
		"chunks, and no word of them":             {answered("https://x.example/a", html, "5\r\n<p>One"), "5\r\n<p>One"},
		"no chunks, though the header says so":    {answered("https://x.example/a", html+"Transfer-Encoding: chunked\r\n", "<p>One"), "<p>One"},
		"chunks that break off":                   {answered("https://x.example/a", html+"Transfer-Encoding: chunked\r\n", "6\r\n<p>One\r\n9\r\n two"), "<p>One two"},
		"chunks that break off before they begin": {answered("https://x.example/a", html+"Transfer-Encoding: chunked\r\n", "6\r\n"), ""},
		"chunks with something behind":            {answered("https://x.example/a", html+"Transfer-Encoding: chunked\r\n", "6\r\n<p>One\r\nno size"), "<p>Oneno size"},
		"not packed, though the header says so":   {answered("https://x.example/a", html+"Content-Encoding: gzip\r\n", "<p>One"), "<p>One"},
		"not deflated, though the header says so": {answered("https://x.example/a", html+"Content-Encoding: deflate\r\n", "<p>One"), "<p>One"},
		"a header line that is none":              {"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length\r\nContent-Length: 6\r\n\r\n<p>One\r\n\r\n", "<p>One"},
		"a header said twice":                     {"WARC/1.0\r\nWARC-Type: resource\r\nContent-Type: text/html\r\nContent-Length: 6\r\nContent-Length: 2\r\n\r\n<p>One\r\n\r\n", "<p>One"},
		"what the crawler says of itself":         {record("resource", "metadata://x.example/warc", "Content-Type: text/plain\r\n", "a setting"), ""},
		"no answer of the web":                    {record("response", "https://x.example/a", "", "220 ready\r\n"), ""},
		"a header without end":                    {answered("https://x.example/a", strings.Repeat("X: y\r\n", 600)+html, "<p>One"), ""},
	} {
		// An empty record and a good one behind it show that it was read to its end.
		src := c.record + record("metadata", "", "", "") + record("resource", "https://x.example/z", "Content-Type: text/plain\r\n", "Last.")
		ms, errs := collect(WARC(strings.NewReader(src), Limits{}))
		got := ""
		if len(ms) == 2 {
			got = string(ms[0].Bytes)
		}
		if got != c.want || errs != nil || len(ms) == 0 || string(ms[len(ms)-1].Bytes) != "Last." {
			t.Errorf("%s: got %q of %d pages, %v; want %q", what, got, len(ms), errs, c.want)
		}
	}
}

func TestARecordOverTheCapHidesNoOther(t *testing.T) {
	big := strings.Repeat("word ", 1000)
	for what, src := range map[string]string{
		"an answer": answered("https://x.example/big", "Content-Type: text/html\r\n", big),
		"a text":    record("conversion", "https://x.example/big", "Content-Type: text/plain\r\n", big),
		"brotli":    answered("https://x.example/big", "Content-Type: text/html\r\nContent-Encoding: br\r\n", "x"),
	} {
		ms, errs := collect(WARC(strings.NewReader(src+record("resource", "https://x.example/z", "Content-Type: text/plain\r\n", "Last.")), Limits{Member: 1000}))
		var e *Error
		if len(errs) != 1 || !errors.As(errs[0], &e) || e.Name != "https://x.example/big" || names(ms) != "https://x.example/z" {
			t.Errorf("%s: got %s, %v", what, names(ms), errs)
		}
	}
}

func TestAWebArchiveThatIsBrokenIsReadAsFarAsItGoes(t *testing.T) {
	good := record("resource", "https://x.example/a", "Content-Type: text/plain\r\n", "One.")
	for what, tail := range map[string]string{
		"breaks off in a line":       "WARC/1.0",
		"goes on with something":     "GET / HTTP/1.1\r\n\r\n" + good,
		"says a length below none":   "WARC/1.0\r\nContent-Length: -1\r\n\r\n",
		"has a header without end":   "WARC/1.0\r\n" + strings.Repeat("X: y\r\n", 600),
		"has a line without end":     "WARC/1.0\r\nX: " + strings.Repeat("y", 1<<17),
		"says no length":             "WARC/1.0\r\nWARC-Type: response\r\n\r\n" + good,
		"has a length in words":      "WARC/1.0\r\nContent-Length: four\r\n\r\n" + good,
		"says the length of a world": "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
	} {
		ms, errs := collect(WARC(strings.NewReader(good+tail), Limits{}))
		if names(ms) != "https://x.example/a" || len(errs) != 1 || !errors.Is(errs[0], ErrBroken) {
			t.Errorf("%s: got %s, %v", what, names(ms), errs)
		}
	}
	if ms, errs := collect(WARC(strings.NewReader("\r\n\r\n"+good+"\r\n\r\n"), Limits{})); len(ms) != 1 || errs != nil {
		t.Errorf("blank lines around: got %s, %v", names(ms), errs)
	}
}

// saved is a page that a browser saved as one file; parts are pairs of header
// fields and content.
func saved(head string, parts ...string) []byte {
	var b strings.Builder
	b.WriteString("MIME-Version: 1.0\n" + head + "\n\n")
	for i := 0; i < len(parts); i += 2 {
		b.WriteString("--b\n" + parts[i] + "\n\n" + parts[i+1] + "\n")
	}
	b.WriteString("--b--\n")
	return []byte(b.String())
}

func TestWhichPartIsThePage(t *testing.T) {
	const plain = "Content-Type: multipart/related; boundary=b"
	const page = "Content-Type: text/html\nContent-Location: https://courier.example/inquiry"
	const other = "Content-Type: text/html\nContent-ID: <two>\nContent-Location: https://ads.example/"
	for what, c := range map[string]struct {
		src       []byte
		text, url string
	}{
		"the first":              {saved(plain, page, "<p>One", other, "<p>Two and more"), "<p>One", "https://courier.example/inquiry"},
		"one five times as long": {saved(plain, page, "<p>One", other, "<p>"+strings.Repeat("Two ", 9)), "<p>" + strings.Repeat("Two ", 9), "https://ads.example/"},
		"the one it starts with": {saved(plain+`; start="<two>"`, page, strings.Repeat("<p>One", 9), other, "<p>Two"), "<p>Two", "https://ads.example/"},
		"the first, of what a browser saved": {
			saved("Snapshot-Content-Location: https://courier.example/shown\n"+plain, page, "<p>One", other, strings.Repeat("<p>Two", 9)), "<p>One", "https://courier.example/shown",
		},
		"of no address of the web": {saved(plain, "Content-Type: text/html\nContent-Location: file:///tmp/a.html", "<p>One"), "<p>One", ""},
		"behind its style":         {saved(plain, "Content-Type: text/css", strings.Repeat("a{}", 99), page, "<p>One"), "<p>One", "https://courier.example/inquiry"},
	} {
		m, err := MHTML(c.src)
		if got := strings.TrimSpace(string(m.Bytes)); err != nil || got != strings.TrimSpace(c.text) || m.URL != c.url {
			t.Errorf("%s: got %q of %q, %v", what, got, m.URL, err)
		}
	}
}
