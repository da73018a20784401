package read

import (
	"bytes"
	"strings"
)

// rootElement is the name of the first element, without its prefix, or the
// document type where that comes first and says html.
func rootElement(text []byte) string {
	for len(text) > 0 {
		i := bytes.IndexByte(text, '<')
		if i < 0 || i+1 >= len(text) {
			return ""
		}
		text = text[i+1:]
		switch {
		case bytes.HasPrefix(text, []byte("!--")):
			end := bytes.Index(text, []byte("-->"))
			if end < 0 {
				return ""
			}
			text = text[end+3:]
		case text[0] == '?' || text[0] == '!':
			end := bytes.IndexByte(text, '>')
			if end < 0 {
				return ""
			}
			d := strings.ToLower(strings.Join(strings.Fields(string(text[:end])), " "))
			if strings.HasPrefix(d, "!doctype html") {
				return "!doctype html"
			}
			text = text[end+1:]
		default:
			end := bytes.IndexAny(text, " \t\r\n/>")
			if end < 0 {
				return ""
			}
			name := strings.ToLower(string(text[:end]))
			if i := strings.IndexByte(name, ':'); i >= 0 {
				name = name[i+1:]
			}
			return name
		}
	}
	return ""
}

// looksLikePage reports closing tags enough that the text is markup.
func looksLikePage(text []byte) bool {
	return bytes.Count(text, []byte("</")) >= 3
}

// frontMatter reports a block of fields fenced off at the head of a text.
func frontMatter(text []byte) bool {
	for _, fence := range []string{"---", "+++"} {
		first, rest, ok := bytes.Cut(text, []byte("\n"))
		if !ok || string(bytes.TrimSpace(first)) != fence {
			continue
		}
		fields := 0
		for n := 0; n < 200; n++ {
			var line []byte
			line, rest, ok = bytes.Cut(rest, []byte("\n"))
			if string(bytes.TrimSpace(line)) == fence {
				return fields > 0
			}
			if bytes.ContainsAny(line, ":=") {
				fields++
			}
			if !ok {
				return false
			}
		}
	}
	return false
}

// mailHeaders reports that a text opens with a mail's header: at least three
// fields that mail has, one of them a field that only mail has.
func mailHeaders(text []byte) bool {
	known, sure := 0, false
	for n := 0; n < 60; n++ {
		line, rest, ok := bytes.Cut(text, []byte("\n"))
		if !ok || len(bytes.TrimSpace(line)) == 0 {
			break
		}
		text = rest
		if line[0] == ' ' || line[0] == '\t' {
			continue
		}
		name, _, ok := bytes.Cut(line, []byte(":"))
		if !ok || len(name) == 0 || bytes.ContainsAny(name, " \t") {
			return n > 0 && known >= 3 && sure
		}
		switch strings.ToLower(string(name)) {
		case "from", "to", "subject", "date", "cc", "sender", "reply-to":
			known++
		case "received", "message-id", "mime-version", "return-path",
			"content-transfer-encoding", "delivered-to", "x-mailer", "dkim-signature",
			"list-unsubscribe", "list-id":
			known, sure = known+1, true
		case "content-type":
			known++
		}
	}
	return known >= 3 && sure
}
