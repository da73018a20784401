package read

import (
	"bytes"
	"errors"
	"fmt"
	"strings"

	"broadsheet/articles/charset"
	"broadsheet/articles/record"
	"broadsheet/articles/wire"
)

// sniffSize is how much of a file is looked at to know what it is.
const sniffSize = 64 << 10

// kind is what a file is, finer than articles.Format where two ways of
// storing one family need two readers.
type kind uint8

const (
	kindText kind = iota
	kindMarkdown
	kindHTML
	kindJSON
	kindJSONList // a list at the top: read element by element
	kindJSONL
	kindCSV
	kindFeed
	kindMail
	kindZip
	kindMbox
	kindMHTML
	kindWARC
	kindWire
	kindTeletype
	kindReuters
	kindStory // CNN and Daily Mail data set: paragraphs, then @highlight
)

// verdict is a refusal to read: a class and what was seen.
type verdict struct {
	class error
	what  string
}

func (v *verdict) Error() string { return v.what }

func classOf(err error) error {
	if v := (*verdict)(nil); errors.As(err, &v) {
		return v.class
	}
	return ErrBroken
}

func detail(err error) error {
	if v := (*verdict)(nil); errors.As(err, &v) && v.what == "" {
		return nil
	}
	return err
}

// sniff tells what a file is from its head, and from its name only where the
// head leaves it open.
func sniff(head []byte, ext string) (kind, error) {
	if len(head) == 0 {
		return 0, &verdict{class: ErrEmpty}
	}
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return kindZip, nil
	case bytes.HasPrefix(head, []byte("WARC/")):
		return kindWARC, nil
	case wire.Teletype(head):
		return kindTeletype, nil
	}
	if err := charset.Sniff(head); err != nil {
		what := strings.TrimPrefix(err.Error(), charset.ErrBinary.Error()+": ")
		return 0, &verdict{ErrBinary, what}
	}
	if wide(head) {
		text, _ := charset.Decode(head[:len(head)&^3], "")
		head = []byte(text)
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n\f\v")
	if len(text) == 0 {
		if len(head) < sniffSize {
			return 0, &verdict{ErrEmpty, "it holds only blanks"}
		}
		return byExtension(ext), nil
	}
	return byContent(text, ext)
}

// webArchive reports a page that a browser saved as one file, which looks
// like a mail.
func webArchive(text []byte, ext string) bool {
	if ext == ".mht" || ext == ".mhtml" {
		return bytes.Contains(text, []byte(":"))
	}
	head, _, _ := bytes.Cut(text, []byte("\n\n"))
	head = bytes.ToLower(head[:min(len(head), 4096)])
	return bytes.Contains(head, []byte("multipart/related")) &&
		(bytes.Contains(head, []byte("snapshot-content-location:")) || bytes.Contains(head, []byte("saved by ")))
}

// mailbox reports a line that parts the messages of a mailbox, followed by a
// header.
func mailbox(text []byte) bool {
	line, rest, ok := bytes.Cut(text, []byte("\n"))
	if !ok || !bytes.HasPrefix(line, []byte("From ")) || len(bytes.Fields(line)) < 6 {
		return false
	}
	name, _, ok := bytes.Cut(rest, []byte(":"))
	return ok && len(name) < 40 && !bytes.ContainsAny(name, " \t\n")
}

// wide reports text in units of two or four bytes, which no reader of a
// stream understands.
func wide(head []byte) bool {
	return bytes.IndexByte(head, 0) >= 0 || bytes.HasPrefix(head, []byte{0xff, 0xfe}) ||
		bytes.HasPrefix(head, []byte{0xfe, 0xff})
}

// byContent looks at the first thing in a text.
func byContent(text []byte, ext string) (kind, error) {
	switch text[0] {
	case '<':
		return markup(text, ext)
	case '{', '[':
		if k, ok := structured(text, ext); ok {
			return k, nil
		}
	}
	switch {
	case webArchive(text, ext):
		return kindMHTML, nil
	case ext == ".mbox" || mailbox(text):
		return kindMbox, nil
	case ext == ".eml" || mailHeaders(text):
		return kindMail, nil
	case frontMatter(text) && ext != ".csv" && ext != ".tsv":
		return kindMarkdown, nil
	case bytes.Contains(text, []byte("\n@highlight")):
		return kindStory, nil
	}
	k := byExtension(ext)
	if k == kindText && record.IsTable(text) {
		return kindCSV, nil
	}
	if k == kindHTML && !bytes.Contains(text, []byte("</")) {
		return kindText, nil
	}
	if k == kindFeed || k == kindStory {
		return kindText, nil
	}
	return k, nil
}

func byExtension(ext string) kind {
	switch ext {
	case ".md", ".markdown", ".mkd", ".mdown", ".qmd":
		return kindMarkdown
	case ".html", ".htm", ".xhtml", ".shtml":
		return kindHTML
	case ".json":
		return kindJSON
	case ".jsonl", ".ndjson", ".jl":
		return kindJSONL
	case ".csv", ".tsv":
		return kindCSV
	case ".rss", ".atom", ".xml", ".rdf":
		return kindFeed
	case ".eml":
		return kindMail
	}
	return kindText
}

// markup tells a page from a feed from other XML by the first element that
// says so.
func markup(text []byte, ext string) (kind, error) {
	name := rootElement(text)
	if byExtension(ext) == kindMarkdown && name != "html" && name != "!doctype html" {
		return kindMarkdown, nil // it may open with a picture set in HTML
	}
	switch name {
	case "rss", "feed", "rdf", "channel":
		return kindFeed, nil
	case "html", "!doctype html", "head", "body", "div", "p", "article", "section",
		"table", "title", "meta", "script", "main", "h1", "link", "header", "center":
		return kindHTML, nil
	}
	switch {
	case strings.HasPrefix(name, "!doctype html"):
		return kindHTML, nil
	case wire.Root(name):
		return kindWire, nil
	case name == "reuters":
		return kindReuters, nil
	}
	if ext == ".xml" || bytes.HasPrefix(text, []byte("<?xml")) {
		return 0, &verdict{ErrUnsupported, fmt.Sprintf("XML of the kind <%s>", name)}
	}
	if k := byExtension(ext); k != kindText {
		return k, nil
	}
	if looksLikePage(text) {
		return kindHTML, nil
	}
	return kindText, nil
}

// structured tells JSON from JSON Lines from prose that opens with a bracket.
func structured(text []byte, ext string) (kind, bool) {
	line, rest, more := bytes.Cut(text, []byte("\n"))
	line = bytes.TrimSpace(line)
	rest = bytes.TrimLeft(rest, " \t\r\n")
	if ext == ".jsonl" || ext == ".ndjson" || ext == ".jl" {
		return kindJSONL, true
	}
	if text[0] == '{' && more && len(line) > 2 && line[len(line)-1] == '}' &&
		len(rest) > 0 && rest[0] == '{' {
		return kindJSONL, true
	}
	if ext == ".json" {
		return jsonOf(text), true
	}
	// A front matter or a scrape may open with a bracket too: the next thing
	// must be what JSON has there.
	next := bytes.TrimLeft(text[1:], " \t\r\n")
	if len(next) == 0 {
		return 0, false
	}
	switch {
	case ext == ".md" || ext == ".markdown":
		return 0, false
	case text[0] == '{' && next[0] == '"', text[0] == '[' && next[0] == '{':
		return kindJSON, true // held whole: it may be text after all
	}
	return 0, false
}

func jsonOf(text []byte) kind {
	if len(text) > 0 && text[0] == '[' {
		return kindJSONList
	}
	return kindJSON
}
