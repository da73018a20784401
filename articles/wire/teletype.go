package wire

import (
	"strings"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/field"
	"broadsheet/articles/text"
)

// The controls that frame a transmission.
const (
	soh = '\x01'
	stx = '\x02'
	etx = '\x03'
	syn = '\x16'
)

// Teletype reports whether the head of a file is that of an ANPA or an IPTC
// 7901 transmission, which holds controls as no other text does.
func Teletype(head []byte) bool {
	s := string(head[:min(len(head), 64)])
	if strings.HasPrefix(s, "\x16\x16\x01") {
		return true
	}
	return len(s) > 8 && s[0] == soh && letters(s[1:4]) && strings.Trim(s[4:7], "0123456789") == ""
}

func letters(s string) bool {
	return strings.Trim(strings.ToLower(s), "abcdefghijklmnopqrstuvwxyz") == ""
}

// Transmission reads an ANPA or IPTC 7901 transmission.
func Transmission(src string, o Options) (articles.Article, error) {
	header, rest, ok := strings.Cut(src, string(rune(stx)))
	if !ok {
		return articles.Article{}, ErrNoText
	}
	message, trailer, _ := strings.Cut(rest, string(rune(etx)))
	t := transmission{o: o, line: 1 + strings.Count(header, "\n")}
	if strings.HasPrefix(src, "\x16") {
		t.anpa(message, trailer)
	} else {
		t.iptc(header, message, trailer)
	}
	r := text.CleanBlocks(t.blocks, text.Options{
		Title: t.known.Title, Source: t.known.Source, Published: t.known.Published, Keep: o.Keep,
	})
	a := t.known
	a.Format = articles.FormatWire
	a.Body, a.Text, a.Lines = text.Body(r.Keep)
	a.Cuts = append(t.cuts, r.Cuts...)
	a.Language, a.Related = r.Language, r.Related
	if len(a.Authors) == 0 {
		a.Authors = r.Authors
	}
	if a.Text == "" {
		return articles.Article{}, ErrNoText
	}
	return a, nil
}

type transmission struct {
	o      Options
	line   int // of the source that is being read
	known  articles.Article
	blocks []text.Block
	cuts   []articles.Cut
}

func (t *transmission) cut(class articles.Class, s string) {
	t.cuts = append(t.cuts, articles.Cut{Line: t.line, EndLine: t.line, Class: class, Text: s})
}

// anpa reads the lines of an ANPA message: those that open with "^" are set
// apart and end with "<" or "=", the others are prose.
func (t *transmission) anpa(message, trailer string) {
	para, begun := "", 0
	flush := func() {
		if s := typeset(para); s != "" {
			t.blocks = append(t.blocks, text.Block{Line: begun, EndLine: t.line, Text: s})
		}
		para = ""
	}
	for n, l := range strings.Split(message, "\n") {
		raw := strings.TrimRight(l, " \r")
		s := strings.TrimSpace(strip(raw))
		switch {
		case s == "":
		case strings.HasPrefix(s, "^"):
			flush()
			if s = strings.Trim(s, "^<= "); n == 0 {
				t.slug(s)
			} else {
				t.apart(s)
			}
		case strings.HasPrefix(raw, "\t") || strings.HasPrefix(raw, "   "):
			flush()
			begun = t.line
			para = strings.TrimSuffix(s, "<")
		default:
			if para == "" {
				begun = t.line
			}
			para += " " + strings.TrimSuffix(s, "<")
		}
		t.line++
	}
	flush()
	if t.known.Title == "" && len(t.known.Tags) > 0 {
		t.known.Title, t.known.Tags = t.known.Tags[0], nil
	}
	t.known.Published = stamp(trailer)
}

// slug takes "BC-US--Giant Lobster Death, 1st Ld-Writethru,127" apart.
func (t *transmission) slug(s string) {
	name, _, _ := strings.Cut(s, ",")
	if _, after, ok := strings.Cut(name, "--"); ok {
		name = after
	}
	t.known.Tags = tags(nil, name)
	t.cut(articles.ClassWireHeader, s)
}

// apart judges a line set apart: the first that is no note is the headline.
func (t *transmission) apart(s string) {
	low := strings.ToLower(s)
	switch {
	case strings.HasPrefix(low, "by ") && len(s) < 100:
		t.known.Authors = field.Names(typeset(s))
		t.cut(articles.ClassByline, s)
	case low == "associated press" || low == "the associated press":
		t.known.Source = "Associated Press"
		t.cut(articles.ClassSourceCredit, s)
	case strings.HasPrefix(low, "eds:") || strings.HasPrefix(low, "(eds:") || strings.HasPrefix(low, "editor's note"),
		strings.HasPrefix(low, "ap photo"), strings.HasPrefix(low, "ap graphic"), strings.HasPrefix(low, "ap video"):
		t.cut(articles.ClassWireHeader, s)
	case t.known.Title == "":
		t.known.Title = typeset(s)
	default:
		t.blocks = append(t.blocks, text.Block{Line: t.line, EndLine: t.line, Text: typeset(s)})
	}
}

// strip drops the controls of typesetting.
func strip(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' && r != '\n' || r == 0x7f {
			return -1
		}
		return r
	}, s)
}

// typeset puts back the signs that the code of the wires has no letters for.
func typeset(s string) string {
	s = strings.Join(strings.Fields(s), " ")
	return strings.NewReplacer(" _ ", " — ", "``", "“", "''", "”").Replace(s)
}

// stamp reads the moment in "AP-WF-08-29-16 1626GMT<" or "131137 GMT Nov 13".
func stamp(s string) articles.Date {
	s, _, _ = strings.Cut(strip(strings.TrimLeft(s, "\r\n ")), "<")
	f := strings.Fields(s)
	if len(f) >= 2 && len(f[0]) > 8 {
		at := f[0][len(f[0])-8:] + " " + strings.TrimSuffix(f[1], "GMT")
		if d, err := time.Parse("01-02-06 1504", at); err == nil {
			return articles.NewDate(d, articles.Minute, true)
		}
	}
	if len(f) >= 4 && len(f[0]) == 6 {
		year := f[3]
		if len(year) == 2 {
			if d, err := time.Parse("021504 Jan 06", f[0]+" "+f[2]+" "+year); err == nil {
				return articles.NewDate(d, articles.Minute, true)
			}
		}
	}
	return articles.Date{}
}

// iptc reads an IPTC 7901 message: keywords in the header, the headline up to
// the first blank line, then the text.
func (t *transmission) iptc(header, message, trailer string) {
	lines := strings.Split(header, "\n")
	if f := strings.Fields(strip(lines[0])); len(f) > 1 {
		t.known.Source = f[len(f)-2]
	}
	t.cut(articles.ClassWireHeader, strings.Join(strings.Fields(strip(header)), " "))
	for _, k := range strings.Split(strings.TrimSpace(strip(lines[len(lines)-1])+" "+strip(lines[max(0, len(lines)-2)])), "/") {
		t.known.Tags = tags(t.known.Tags, k)
	}
	head, body, ok := strings.Cut(strings.ReplaceAll(message, "\r", ""), "\n\n")
	if !ok {
		head, body = "", head
	}
	for _, l := range strings.Split(head, "\n") {
		t.headline(strings.TrimSpace(strings.TrimSuffix(strings.TrimSpace(strip(l)), "=")))
		t.line++
	}
	t.line++
	for _, p := range strings.Split(body, "\n\n") {
		n := strings.Count(p, "\n")
		if s := strings.Join(strings.Fields(strip(p)), " "); s != "" {
			t.blocks = append(t.blocks, text.Block{Line: t.line, EndLine: t.line + n, Text: s})
		}
		t.line += n + 2
	}
	t.known.Published = stamp(trailer)
}

// headline judges a line of the head: a byline, a note in capitals, or a part
// of the headline.
func (t *transmission) headline(s string) {
	switch {
	case s == "":
	case strings.HasPrefix(s, "By ") && len(s) < 80:
		t.known.Authors = field.Names(strings.TrimSuffix(s, ", dpa"))
	case s == strings.ToUpper(s) && len(s) < 24 || strings.HasPrefix(s, "("):
		t.cut(articles.ClassWireHeader, s)
	case t.known.Title == "":
		t.known.Title = s
	default:
		t.known.Title += " " + s
	}
}
