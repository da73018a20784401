package mail

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/field"
	"broadsheet/articles/parts"
)

// bodies are the HTML and the plain text of a mail that are to be read in
// place; where there is neither, the first text that is attached.
func bodies(m *parts.Part) (html, plain string) {
	var attached *parts.Part
	m.Walk(func(p *parts.Part) bool {
		switch {
		case len(p.Kids) > 0 && p != m && p.Type == "message/rfc822":
			return true
		case len(p.Kids) > 0 || !strings.HasPrefix(p.Type, "text/") && p.Type != "application/xhtml+xml":
			return true
		case p.Attached():
			if attached == nil && (p.Type == "text/html" || p.Type == "text/plain") {
				attached = p
			}
		case strings.HasSuffix(p.Type, "html") || strings.HasSuffix(p.Type, "xhtml+xml"):
			html = join(html, p.Text())
		case p.Type == "text/plain" || p.Type == "text/enriched":
			plain = join(plain, p.Text())
		}
		return len(html)+len(plain) < 16<<20
	})
	if strings.TrimSpace(html+plain) == "" && attached != nil {
		if attached.Type == "text/html" {
			return attached.Text(), ""
		}
		return "", attached.Text()
	}
	return html, plain
}

func join(a, b string) string {
	if strings.TrimSpace(a) == "" {
		return b
	}
	return a + "\n\n" + b
}

// forwarded is the message that a mail does no more than carry.
func forwarded(m *parts.Part) *parts.Part {
	var inner *parts.Part
	words := 0
	m.Walk(func(p *parts.Part) bool {
		if p.Type == "message/rfc822" && len(p.Kids) == 1 {
			inner = p.Kids[0]
			return false
		}
		if strings.HasPrefix(p.Type, "text/") && !p.Attached() {
			words += articles.CountWords(p.Text())
		}
		return true
	})
	if words > 40 {
		return nil
	}
	return inner
}

// forward is the header that mail programs write into the text of what they
// pass on.
type forward struct{ title, from, date string }

func (f forward) apply(a *articles.Article) {
	if f.title != "" {
		a.Title = subject(f.title)
	}
	if f.from != "" {
		if name, _ := person(f.from); name != "" {
			a.Authors, a.Source = field.Names(name), ""
		}
	}
	if d, ok := field.Date(f.date, ""); ok {
		a.Published = d
	}
}

// unforward takes such a header off the head of a text.
func unforward(s string) (string, forward) {
	head := s[:min(len(s), 600)]
	i := strings.Index(head, "---------- Forwarded message")
	if i < 0 {
		if i = strings.Index(head, "-----Original Message-----"); i < 0 {
			return s, forward{}
		}
	}
	var f forward
	rest := s[i:]
	_, rest, _ = strings.Cut(rest, "\n")
	for range 10 {
		line, after, ok := strings.Cut(rest, "\n")
		name, value, isField := strings.Cut(strings.Trim(line, " *"), ":")
		if !ok || !isField && strings.TrimSpace(line) != "" {
			break
		}
		value = strings.Trim(value, " *")
		switch strings.ToLower(name) {
		case "subject":
			f.title = value
		case "from":
			f.from = value
		case "date", "sent":
			f.date = value
		}
		rest = after
		if strings.TrimSpace(line) == "" {
			break
		}
	}
	if f.title == "" {
		return s, forward{}
	}
	return rest, f
}

// footer cuts a signature and what a mailing list puts under a message.
func footer(s string) (string, []articles.Cut) {
	lines := strings.Split(s, "\n")
	for i := len(lines) - 1; i >= 0 && i >= len(lines)-24; i-- {
		l := strings.TrimRight(lines[i], " \r")
		class := articles.Class("")
		switch {
		case l == "--":
			class = articles.ClassSignOff
		case len(l) >= 30 && strings.Trim(l, "_") == "":
			class = articles.ClassNewsletter
		default:
			continue
		}
		if i == 0 {
			break
		}
		text := strings.TrimSpace(strings.Join(lines[i:], "\n"))
		return strings.Join(lines[:i], "\n"), []articles.Cut{{Line: i + 1, EndLine: len(lines), Class: class, Text: text}}
	}
	return s, nil
}

// unflow joins the lines that format=flowed broke.
func unflow(m *parts.Part, s string) string {
	flowed := false
	m.Walk(func(p *parts.Part) bool {
		flowed = flowed || p.Type == "text/plain" && strings.EqualFold(p.Param("format"), "flowed")
		return !flowed
	})
	if !flowed {
		return s
	}
	return strings.ReplaceAll(s, " \n", " ")
}
