package page

import (
	"bytes"
	"strings"

	"broadsheet/articles/charset"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
	"golang.org/x/text/unicode/norm"
)

// The caps. A page over one is read as far as the cap.
const (
	maxPage   = 48 << 20 // bytes of source
	maxMarkup = 6 << 20  // bytes of source once pictures within it are gone
	maxDeep   = 512      // open elements; the parser's own cap
)

// decode makes text of the bytes of a page, by what the page itself declares
// where nothing better is known. Letters that were garbled before the page was
// saved are put right; a feed or a record does so itself for what it holds.
func decode(src []byte, declared string) string {
	if len(src) > maxPage {
		src = []byte(dropData(string(src))) // most of it is pictures
		src = src[:min(len(src), maxPage)]
	}
	if declared == "" {
		declared = declaredCharset(src)
	}
	s, _ := charset.Decode(src, declared)
	s, _ = charset.Repair(s)
	return tidy(s)
}

// tidy drops what no reader sees and composes what the eye sees composed.
func tidy(s string) string {
	s = dropData(s)
	if len(s) > maxMarkup {
		s = dropScripts(s)
	}
	if len(s) > maxMarkup {
		s = strings.ToValidUTF8(s[:maxMarkup], "")
	}
	if strings.Contains(s, "\u00ad") {
		s = strings.ReplaceAll(s, "\u00ad", "")
	}
	if !norm.NFC.IsNormalString(s) {
		s = norm.NFC.String(s)
	}
	return s
}

// dropScripts empties the large scripts and styles of a page that is too long
// to be read whole, so that they do not take the story's place.
func dropScripts(s string) string {
	const large = 200_000
	var b strings.Builder
	for {
		from, to := nextRaw(s)
		if from < 0 {
			break
		}
		b.WriteString(s[:from])
		if to-from <= large {
			b.WriteString(s[from:to])
		}
		s = s[to:]
	}
	b.WriteString(s)
	return b.String()
}

// nextRaw is the place of the next script or style element, -1 where there is
// none. Pages write these names small.
func nextRaw(s string) (from, to int) {
	for at := 0; ; {
		i := strings.Index(s[at:], "<s")
		if i < 0 {
			return -1, -1
		}
		from, at = at+i, at+i+2
		for _, name := range []string{"script", "style"} {
			if !strings.HasPrefix(s[from+1:], name) {
				continue
			}
			if n := strings.Index(s[from:], "</"+name); n >= 0 {
				return from, from + n
			}
			return from, len(s)
		}
	}
}

// declaredCharset finds the charset that a page names in its first bytes.
func declaredCharset(src []byte) string {
	head := bytes.ToLower(src[:min(len(src), 4096)])
	for _, key := range []string{"charset", "encoding"} {
		rest := head
		for {
			_, after, ok := bytes.Cut(rest, []byte(key))
			if !ok {
				break
			}
			rest = after
			after = bytes.TrimLeft(after, " \t\r\n")
			if len(after) == 0 || after[0] != '=' {
				continue
			}
			after = bytes.TrimLeft(after[1:], " \t\r\n\"'")
			end := bytes.IndexAny(after, " \t\r\n\"'/>;?")
			if end > 0 {
				return string(after[:end])
			}
		}
	}
	return ""
}

func base64Byte(c byte) bool {
	return c >= '0' && c <= '9' || c|0x20 >= 'a' && c|0x20 <= 'z' || c == '+' || c == '/' || c == '=' || c == '%'
}

// parse makes the tree of a page. A page nested deeper than the parser goes
// is read without its structure.
func parse(s string) (doc *html.Node, flat bool) {
	doc, err := html.ParseWithOptions(strings.NewReader(s), html.ParseOptionEnableScripting(false))
	if err != nil {
		return flatten(s), true
	}
	return doc, false
}

// flatten makes a tree of a page that cannot be parsed: its headings,
// paragraphs and links, one beside the other.
func flatten(s string) *html.Node {
	doc := &html.Node{Type: html.DocumentNode}
	body := element(atom.Body)
	doc.AppendChild(body)
	var line, link *html.Node
	z := html.NewTokenizer(strings.NewReader(s))
	skip := atom.Atom(0)
	for {
		switch z.Next() {
		case html.ErrorToken:
			return doc
		case html.TextToken:
			t := string(z.Text())
			if skip != 0 || strings.TrimSpace(t) == "" && line == nil {
				continue
			}
			if line == nil {
				line = element(atom.P)
				body.AppendChild(line)
			}
			at := line
			if link != nil {
				at = link
			}
			at.AppendChild(&html.Node{Type: html.TextNode, Data: t})
		case html.StartTagToken, html.SelfClosingTagToken:
			t := z.Token()
			n := &html.Node{Type: html.ElementNode, DataAtom: t.DataAtom, Data: t.Data, Attr: t.Attr}
			switch {
			case skip != 0:
			case t.DataAtom == atom.Script || t.DataAtom == atom.Style || t.DataAtom == atom.Title:
				skip = t.DataAtom
			case t.DataAtom == atom.A && line != nil:
				link = n
				line.AppendChild(n)
			case heading(n) > 0:
				line, link = n, nil
				body.AppendChild(n)
			case !inline(n) || t.DataAtom == atom.Br:
				line, link = nil, nil
			}
		case html.EndTagToken:
			t := z.Token()
			switch {
			case t.DataAtom == skip:
				skip = 0
			case t.DataAtom == atom.A:
				link = nil
			case !inline(&html.Node{DataAtom: t.DataAtom, Data: t.Data}):
				line, link = nil, nil
			}
		}
	}
}

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, DataAtom: a, Data: a.String()}
}
