package read

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/klauspost/compress/gzip"

	"broadsheet/articles"
)

const ferry = "The master of the ferry told the inquiry on Tuesday that the radar had been out of order since the spring, and that nobody in Ostrel had answered his letters.\n\n" +
	"The inquiry, which sits in the old customs house at Karsk, goes on for a week. A report is due before the summer."

// collect reads one file to its end.
func collect(name, src string, o Options) (stories []articles.Article, errs []error) {
	in := Input{Name: name, Reader: strings.NewReader(src), Size: int64(len(src))}
	for a, err := range File(in, o) {
		if err != nil {
			errs = append(errs, err)
			continue
		}
		stories = append(stories, a)
	}
	return stories, errs
}

func TestEveryFormatGivesItsStory(t *testing.T) {
	para := strings.ReplaceAll(ferry, "\n\n", " ")
	for name, f := range map[string]struct {
		src    string
		format articles.Format
		ids    string
	}{
		"plain.txt":     {"Ferry inquiry opens\n\n" + ferry, articles.FormatText, "plain.txt"},
		"clip.md":       {"---\ntitle: Ferry inquiry opens\n---\n\n" + ferry, articles.FormatMarkdown, "clip.md"},
		"page.html":     {"<!doctype html><title>Ferry inquiry opens</title><article><h1>Ferry inquiry opens</h1><p>" + strings.ReplaceAll(ferry, "\n\n", "<p>") + "</article>", articles.FormatHTML, "page.html"},
		"one.json":      {`{"title": "Ferry inquiry opens", "text": "` + para + `"}`, articles.FormatJSON, "one.json"},
		"list.json":     {`[{"title": "Ferry inquiry opens", "text": "` + para + `"}]`, articles.FormatJSON, "list.json#1"},
		"lines.jsonl":   {`{"title": "Ferry inquiry opens", "text": "` + para + `"}` + "\n", articles.FormatJSONL, "lines.jsonl#1"},
		"table.csv":     {"title,text\nFerry inquiry opens,\"" + ferry + "\"\n", articles.FormatCSV, "table.csv#1"},
		"table.tsv":     {"title\ttext\nFerry inquiry opens\t" + para + "\n", articles.FormatCSV, "table.tsv#1"},
		"feed.rss":      {"<rss version='2.0'><channel><title>Ostrel Courier</title><item><title>Ferry inquiry opens</title><description>" + para + "</description></item></channel></rss>", articles.FormatFeed, "feed.rss#1"},
		"feed.atom":     {"<?xml version='1.0'?><feed xmlns='http://www.w3.org/2005/Atom'><entry><title>Ferry inquiry opens</title><content type='html'>&lt;p>" + para + "</content></entry></feed>", articles.FormatFeed, "feed.atom#1"},
		"letter.eml":    {"From: Ada Orr <ada@courier.example>\nSubject: Ferry inquiry opens\nDate: Tue, 3 Jun 2014 09:00:00 +0200\n\n" + ferry, articles.FormatMail, "letter.eml"},
		"a1b2.story":    {ferry + "\n\n@highlight\n\nFerry inquiry opens\n\n@highlight\n\nRadar was out of order\n", articles.FormatText, "a1b2.story"},
		"feed.json":     {`{"version": "https://jsonfeed.org/version/1.1", "title": "Ostrel Courier", "items": [{"id": "1", "title": "Ferry inquiry opens", "content_html": "<p>` + para + `</p>"}, {"id": "2", "title": "Second", "content_text": "` + para + `"}]}`, articles.FormatFeed, "feed.json#1 feed.json#2"},
		"page":          {"<html><body><h1>Ferry inquiry opens</h1><p>" + strings.ReplaceAll(ferry, "\n\n", "<p>") + "</body></html>", articles.FormatHTML, "page"},
		"misnamed.txt":  {`{"title": "Ferry inquiry opens", "text": "` + para + `"}`, articles.FormatJSON, "misnamed.txt"},
		"clip.txt":      {"---\ntitle: Ferry inquiry opens\nauthor: Ada Orr\n---\n" + ferry, articles.FormatMarkdown, "clip.txt"},
		"windows.txt":   {"Ferry inquiry opens\r\n\r\n" + strings.ReplaceAll(ferry, "\n", "\r\n"), articles.FormatText, "windows.txt"},
		"wire.tst":      {"\x16\x16\x01W2870\x1f_wire\r\nf l\x13\x11 BC-TA--Ferry-Inquiry     06-06 1049\r\n\x02^BC-TA--Ferry Inquiry,466<\r\n^Ferry inquiry opens<\r\n^By ADA ORR=\r\n\t   " + strings.ReplaceAll(ferry, "\n\n", "\r\n\t   ") + "\r\n\r\n\t   \x03AP-WF-06-06-14 1509GMT<\r\n\x0c\x04", articles.FormatWire, "wire.tst"},
		"item.xml":      {"<?xml version='1.0'?><nitf><body><body.head><hedline><hl1>Ferry inquiry opens</hl1></hedline></body.head><body.content><p>" + para + "</p></body.content></body></nitf>", articles.FormatWire, "item.xml"},
		"dir/sub/a.txt": {"Ferry inquiry opens\n\n" + ferry, articles.FormatText, "dir/sub/a.txt"},
	} {
		for _, packed := range []bool{false, true} {
			src, in := f.src, name
			if packed {
				src, in = gz(f.src), name+".gz"
			}
			got, errs := collect(in, src, Options{})
			if len(errs) > 0 || len(got) == 0 {
				t.Errorf("%s: got %d stories, errors %v", in, len(got), errs)
				continue
			}
			a := got[0]
			if a.Title != "Ferry inquiry opens" || a.Format != f.format || a.Path != in {
				t.Errorf("%s: title %q, format %q, path %q", in, a.Title, a.Format, a.Path)
			}
			if !strings.Contains(a.Text, "The master of the ferry told") || !strings.Contains(a.Text, "before the summer.") {
				t.Errorf("%s: text %q", in, a.Text)
			}
			var ids []string
			for _, s := range got {
				ids = append(ids, strings.Replace(string(s.ID), ".gz", "", 1))
			}
			if strings.Join(ids, " ") != f.ids {
				t.Errorf("%s: ids %v, want %s", in, ids, f.ids)
			}
		}
	}
}

func gz(s string) string {
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	io.WriteString(w, s)
	w.Close()
	return b.String()
}

func TestWhatCannotBeReadSaysWhy(t *testing.T) {
	deep := strings.Repeat(`{"a":`, 5000) + "1" + strings.Repeat("}", 5000)
	for _, c := range []struct {
		name, src string
		class     error
		message   string
	}{
		{"empty.txt", "", ErrEmpty, "reading empty.txt: the file is empty"},
		{"blank.txt", " \n\n\t\n", ErrEmpty, "reading blank.txt: the file is empty: it holds only blanks"},
		{"noise.txt", "\x00\x01\x02\x00\x03\x00\x00\x04\x00\x05\x00\x06\x07\x00\x00\x00\x01", ErrBinary, ""},
		{"photo.html", "\x89PNG\r\n\x1a\n0000", ErrBinary, "reading photo.html: not text: a picture (PNG)"},
		{"report.txt", "%PDF-1.4\n%\xe2\xe3\xcf\xd3", ErrBinary, "reading report.txt: not text: a PDF file"},
		{"twice.txt.gz", gz(gz("story")), ErrUnsupported, "reading twice.txt.gz: a format that is not read: gzip inside gzip"},
		{"cut.json.gz", gz(strings.Repeat(`{"title":"a"}`, 500))[:40], ErrBroken, ""},
		{"open.json", `{"title": "Ferry`, ErrBroken, ""},
		{"deep.json", deep, ErrBroken, ""},
		{"numbers.json", `{"a": 1}`, ErrNoStory, "reading numbers.json: line 1: no story in it: neither a title nor a text in it"},
		{"feed.xml", "<rss><channel><title>Ostrel Courier</title></channel></rss>", ErrNoStory, "reading feed.xml: no story in it: the feed has no entries"},
		{"table.csv", "a,b\n1,2\n", ErrBroken, ""},
		{"other.xml", "<?xml version='1.0'?><invoice/>", ErrUnsupported, "reading other.xml: a format that is not read: XML of the kind <invoice>"},
		{"void.html", "<html><body></body></html>", ErrNoStory, ""},
	} {
		stories, errs := collect(c.name, c.src, Options{})
		if len(stories) != 0 || len(errs) != 1 {
			t.Errorf("%s: %d stories, errors %v; want one error", c.name, len(stories), errs)
			continue
		}
		var e *Error
		if !errors.As(errs[0], &e) || !errors.Is(errs[0], c.class) || e.Name != c.name {
			t.Errorf("%s: error %#v is not of the class %q", c.name, errs[0], c.class)
		}
		if c.message != "" && errs[0].Error() != c.message {
			t.Errorf("%s: says %q, want %q", c.name, errs[0], c.message)
		}
	}
}

func TestTextThatOnlyBeginsLikeAnotherFormatIsText(t *testing.T) {
	for name, src := range map[string]string{
		"dump.txt":    `[{"id":"1","pic":"/a.jpg" ,"x":}]` + "\n\nFerry inquiry opens\n\n" + ferry,
		"object.txt":  `{"config": {"a": 1}}` + "\n\nFerry inquiry opens\n\n" + ferry,
		"picture.md":  "<p align=\"center\"><img src=\"a.png\"></p>\n\n# Ferry inquiry opens\n\n" + ferry,
		"comment.md":  "<!-- saved -->\n\n# Ferry inquiry opens\n\n" + ferry,
		"heading.txt": "From: the harbour desk\nSubject: the ferry\n\n" + ferry,
	} {
		got, errs := collect(name, src, Options{})
		if len(got) != 1 || errs != nil || !strings.Contains(got[0].Text, "master of the ferry") {
			t.Errorf("%s: got %+v, %v", name, got, errs)
		}
	}
}

func TestABrokenLineCostsOnlyItself(t *testing.T) {
	src := `{"title": "First story", "text": "One."}` + "\n" +
		`{"title": "Second st` + "\n" +
		strings.Repeat("x", 2000) + "\n" +
		"\n" +
		`{"title": "Third story", "text": "Three."}` + "\n"
	stories, errs := collect("mixed.jsonl", src, Options{MaxRecord: 1000})
	if len(stories) != 2 || stories[0].ID != "mixed.jsonl#1" || stories[1].ID != "mixed.jsonl#4" {
		t.Fatalf("got %v", stories)
	}
	if len(errs) != 2 || !errors.Is(errs[0], ErrBroken) || !errors.Is(errs[1], ErrTooLarge) {
		t.Fatalf("got %v", errs)
	}
	if !strings.Contains(errs[0].Error(), "mixed.jsonl: line 2: ") || !strings.Contains(errs[1].Error(), "line 3") {
		t.Errorf("the errors do not name their lines: %v", errs)
	}
}

func TestReadingEndsWithItsContext(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	line := `{"title": "A story", "text": "` + strings.Repeat("word ", 2000) + `"}` + "\n"
	src := strings.Repeat(line, 100)
	n := 0
	var last error
	for _, err := range File(Input{Name: "many.jsonl", Reader: strings.NewReader(src)}, Options{Context: ctx}) {
		if last = err; err == nil {
			n++
		}
		cancel()
	}
	if n == 0 || n > 30 || !errors.Is(last, context.Canceled) || !errors.Is(last, ErrUnreadable) {
		t.Errorf("%d stories after the end, last error %v", n, last)
	}
}

func TestACallerMayStopAtAnyStory(t *testing.T) {
	src := strings.Repeat(`{"title": "A story", "text": "Word."}`+"\n", 50)
	for stop := 1; stop < 4; stop++ {
		n := 0
		for range File(Input{Name: "many.jsonl", Reader: strings.NewReader(src)}, Options{}) {
			if n++; n == stop {
				break
			}
		}
		if n != stop {
			t.Errorf("stopped at %d, went on to %d", stop, n)
		}
	}
}

type failing struct{}

func (failing) Read([]byte) (int, error) { return 0, errors.New("disk on fire") }

type panicking struct{}

func (panicking) Read([]byte) (int, error) { panic("no such thing") }

func TestTroubleOfTheFileIsItsError(t *testing.T) {
	for r, class := range map[io.Reader]error{failing{}: ErrUnreadable, panicking{}: ErrPanic} {
		var got error
		for _, err := range File(Input{Name: "bad.txt", Reader: r}, Options{}) {
			got = err
		}
		if !errors.Is(got, class) || !strings.Contains(got.Error(), "bad.txt") {
			t.Errorf("%T: got %v, want %v", r, got, class)
		}
	}
}

func TestAPanicOfTheCallerIsTheCallers(t *testing.T) {
	defer func() {
		if recover() != "mine" {
			t.Error("the caller's panic was swallowed")
		}
	}()
	for range File(Input{Name: "a.txt", Reader: strings.NewReader("A line of text.")}, Options{}) {
		panic("mine")
	}
}

func TestWideUnicodeIsReadInEveryFormat(t *testing.T) {
	for name, src := range map[string]string{
		"a.txt":   "Ferry inquiry opens\n\n" + ferry,
		"a.jsonl": `{"title": "Ferry inquiry opens", "text": "The master of the ferry told them."}` + "\n",
		"a.json":  `{"title": "Ferry inquiry opens", "text": "The master of the ferry told them."}`,
		"a.csv":   "title,text\nFerry inquiry opens,The master of the ferry told them.\n",
		"a.xml":   "<?xml version='1.0' encoding='utf-16'?><rss><channel><item><title>Ferry inquiry opens</title><description>The master of the ferry told them.</description></item></channel></rss>",
	} {
		var b bytes.Buffer
		b.WriteString("\xff\xfe")
		for _, u := range utf16.Encode([]rune(src)) {
			b.WriteByte(byte(u))
			b.WriteByte(byte(u >> 8))
		}
		got, errs := collect(name, b.String(), Options{})
		if len(got) != 1 || got[0].Title != "Ferry inquiry opens" || !strings.Contains(got[0].Text, "master of the ferry") {
			t.Errorf("%s: got %v, %v", name, got, errs)
		}
	}
}

func TestAStoryWithoutAHeadlineGetsOne(t *testing.T) {
	body := `{"text": "Nobody was hurt when the tram left its rails near the fish market on Monday, the tram office said. The line was closed."}`
	for name, want := range map[string]string{
		"depot-fire-nobody-hurt.json":            "Depot fire nobody hurt",
		"2014-06-06-depot_fire_nobody_hurt.json": "Depot fire nobody hurt",
		"0001.json":                              "Nobody was hurt when the tram left its rails near the fish market on Monday, the tram …",
	} {
		got, errs := collect(name, body, Options{})
		if len(got) != 1 || got[0].Title != want || len(got[0].Warnings) == 0 {
			t.Errorf("%s: got %+v, %v", name, got, errs)
		}
	}
}

func TestWhatFollowsFromTheAddressIsFilledIn(t *testing.T) {
	got, _ := collect("a.json", `{"title": "Depot fire", "text": "Nobody was hurt.", "url": "https://www.Courier.example:8080/2014/06/06/depot-fire"}`, Options{})
	if len(got) != 1 || got[0].Source != "courier.example" || got[0].Published.String() != "2014-06-06" {
		t.Errorf("got %+v", got)
	}
	got, _ = collect("2014-06-05-depot.md", "# Depot fire\n\nNobody was hurt.\n", Options{})
	if len(got) != 1 || got[0].Published.String() != "2014-06-05" {
		t.Errorf("got %+v", got)
	}
}

func TestNothingATerminalObeysComesThrough(t *testing.T) {
	got, _ := collect("a.json", `{"title": "Depot \u001b]0;x\u0007 fire", "text": "Nobody \u009b31m was \u202e hurt.", "tags": ["a\u001b[2J"]}`, Options{})
	if len(got) != 1 {
		t.Fatal("no story")
	}
	if all := fmt.Sprintf("%+v", got[0]); strings.ContainsAny(all, "\x1b\x07\u009b\u202e") {
		t.Errorf("a control came through: %q", all)
	}
}
