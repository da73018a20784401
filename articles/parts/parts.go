// Package parts takes MIME messages apart: mails and saved web archives. It
// reads them as they are found, with boundaries that are missing, encodings
// that are misnamed and headers broken off, and it knows nothing of what the
// parts are for.
//
// The usual libraries nest a reader in a reader for every multipart within a
// multipart, which a hostile message of a few hundred kilobytes turns into
// minutes; here a message is held whole and cut by line, each level once.
package parts

import (
	"bytes"
	"mime"
	"strings"

	"broadsheet/articles/charset"
)

// Part is a message, or a part of one.
type Part struct {
	Type   string // the media type in lower case; text/plain where none is named
	Kids   []*Part
	fields []header
	params map[string]string
	body   []byte
}

type header struct{ name, value string }

// The caps: what nests deeper is read as text, and further parts not at all.
const (
	maxDepth  = 12
	maxParts  = 2000
	maxHeader = 1 << 20
)

// Parse reads a message.
func Parse(src []byte) *Part {
	n := 0
	// Some programs write blanks before the header; no header begins so.
	if trimmed := bytes.TrimLeft(src, " \t\r\n"); len(trimmed) < len(src) && len(trimmed) > 0 {
		if name, _, ok := bytes.Cut(trimmed[:min(len(trimmed), 80)], []byte(":")); ok && fieldName(name) {
			src = trimmed
		}
	}
	return parse(src, 0, &n, "text/plain")
}

func parse(src []byte, depth int, count *int, def string) *Part {
	*count++
	p := &Part{Type: def}
	p.body = p.headers(src)
	if ct := p.Get("Content-Type"); ct != "" {
		p.Type, p.params = mediaType(ct, def)
	}
	if depth < maxDepth && strings.HasPrefix(p.Type, "multipart/") {
		kid := "text/plain"
		if p.Type == "multipart/digest" {
			kid = "message/rfc822"
		}
		for _, piece := range pieces(p.body, p.params["boundary"]) {
			if *count >= maxParts {
				break
			}
			p.Kids = append(p.Kids, parse(piece, depth+1, count, kid))
		}
		if len(p.Kids) == 0 {
			p.Type = "text/plain" // no boundary in it: one part after all
		}
		return p
	}
	p.body = transfer(p.body, p.Get("Content-Transfer-Encoding"))
	if p.Type == "message/rfc822" && depth < maxDepth && *count < maxParts {
		p.Kids = []*Part{parse(p.body, depth+1, count, "text/plain")}
	}
	return p
}

// headers reads the fields at the head of src and returns what follows them.
func (p *Part) headers(src []byte) []byte {
	rest := bytes.TrimPrefix(src, []byte("\xef\xbb\xbf"))
	var value []byte // of the field read last, which may go on
	finish := func() {
		if n := len(p.fields); n > 0 {
			p.fields[n-1].value = string(value)
		}
	}
	defer finish()
	for len(rest) > 0 && len(p.fields) < 1000 && len(src)-len(rest) < maxHeader {
		line, after := cutLine(rest)
		switch {
		case len(bytes.TrimSpace(line)) == 0:
			return after
		case (line[0] == ' ' || line[0] == '\t') && len(p.fields) > 0:
			value = append(append(value, ' '), bytes.TrimSpace(line)...)
		case len(p.fields) == 0 && bytes.HasPrefix(line, []byte("From ")):
		default:
			name, first, ok := bytes.Cut(line, []byte(":"))
			if !ok || !fieldName(name) {
				if len(p.fields) == 0 {
					return rest // no header at all
				}
				break // broken off: passed over
			}
			finish()
			p.fields = append(p.fields, header{name: string(name)})
			value = append(value[:0], bytes.TrimSpace(first)...)
		}
		rest = after
	}
	return rest
}

func fieldName(b []byte) bool {
	for _, c := range b {
		if c <= ' ' || c >= 0x7f {
			return false
		}
	}
	return len(b) > 0
}

// cutLine parts the first line, without its end, from the rest.
func cutLine(b []byte) (line, rest []byte) {
	i := bytes.IndexByte(b, '\n')
	if i < 0 {
		return bytes.TrimSuffix(b, []byte("\r")), nil
	}
	return bytes.TrimSuffix(b[:i], []byte("\r")), b[i+1:]
}

// Get is the value of the first field of that name, as it was sent.
func (p *Part) Get(name string) string {
	for _, f := range p.fields {
		if strings.EqualFold(f.name, name) {
			return f.value
		}
	}
	return ""
}

// Header is the value of the first field of that name as people read it.
func (p *Part) Header(name string) string { return DecodeWords(p.Get(name)) }

// Param is a parameter of the content type.
func (p *Part) Param(name string) string { return p.params[name] }

// Attached reports a part that is sent along, not to be read in place.
func (p *Part) Attached() bool {
	d, _, _ := strings.Cut(p.Get("Content-Disposition"), ";")
	return strings.EqualFold(strings.TrimSpace(d), "attachment")
}

// Bytes is the content of a part, its transfer encoding undone.
func (p *Part) Bytes() []byte { return p.body }

// Text is the content of a part as text.
func (p *Part) Text() string {
	text, _ := charset.Decode(p.body, p.params["charset"])
	return text
}

// Walk visits a part and all below it, parents first, until visit says no.
func (p *Part) Walk(visit func(*Part) bool) bool {
	if !visit(p) {
		return false
	}
	for _, k := range p.Kids {
		if !k.Walk(visit) {
			return false
		}
	}
	return true
}

// mediaType reads a content type, however it is written.
func mediaType(s, def string) (string, map[string]string) {
	if t, params, err := mime.ParseMediaType(s); err == nil && strings.Contains(t, "/") {
		return t, params
	}
	t, rest, _ := strings.Cut(s, ";")
	t = strings.ToLower(strings.TrimSpace(t))
	if !strings.Contains(t, "/") || strings.ContainsAny(t, " \t=") {
		t = def
	}
	params := make(map[string]string)
	for f := range strings.SplitSeq(rest, ";") {
		name, v, ok := strings.Cut(f, "=")
		if ok && len(params) < 16 {
			params[strings.ToLower(strings.TrimSpace(name))] = strings.Trim(strings.TrimSpace(v), `"`)
		}
	}
	return t, params
}

// pieces cuts a multipart body at the lines of its boundary. Where none is
// named, the first line that looks like one is taken for it.
func pieces(body []byte, boundary string) [][]byte {
	if boundary == "" {
		boundary = guess(body)
	}
	if boundary == "" {
		return nil
	}
	var out [][]byte
	mark := []byte("--" + boundary)
	begin := -1
	for at := 0; at < len(body); {
		line, rest := cutLine(body[at:])
		next := len(body) - len(rest)
		if rest == nil {
			next = len(body)
		}
		if bytes.HasPrefix(line, mark) {
			tail := string(bytes.TrimSpace(line[len(mark):]))
			if tail == "" || tail == "--" {
				if begin >= 0 {
					out = append(out, trimEnd(body[begin:at]))
				}
				begin = next
				if tail == "--" {
					return out
				}
			}
		}
		at = next
	}
	if begin >= 0 && begin < len(body) {
		out = append(out, body[begin:]) // never closed
	}
	return out
}

// trimEnd takes off the line end that belongs to the boundary after it.
func trimEnd(b []byte) []byte {
	return bytes.TrimSuffix(bytes.TrimSuffix(b, []byte("\n")), []byte("\r"))
}

func guess(body []byte) string {
	for range 50 {
		line, rest := cutLine(body)
		if len(line) > 6 && bytes.HasPrefix(line, []byte("--")) && !bytes.ContainsAny(line, " \t") {
			return string(line[2:])
		}
		if body = rest; rest == nil {
			break
		}
	}
	return ""
}
