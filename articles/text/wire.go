package text

import (
	"slices"
	"strings"
	"time"

	"broadsheet/articles"
)

// Wire copy carries its envelope in the text: who sends, which desk, which
// version, and below the story what editors should know. The envelope is cut
// and read.

// wireStyle is the make of an envelope.
type wireStyle uint8

const (
	noWire    wireStyle = iota
	anpaWire            // ANPA: lines between ^ and <
	iptcWire            // IPTC 7901, as dpa sends it
	plainWire           // no envelope but the agency's hand
)

// wireOf tells the make of the envelope, by the control characters that the
// standards put there or the forms that stay when they are lost.
func wireOf(src string, lines []line) wireStyle {
	head := src[:min(len(src), 600)]
	carets := 0
	for _, l := range lines[:min(len(lines), 12)] {
		if strings.HasPrefix(l.text, "^") && (strings.HasSuffix(l.text, "<") || strings.HasSuffix(l.text, "=")) {
			carets++
		}
	}
	switch {
	case carets >= 2, carets == 1 && strings.Contains(head, "^BC-"):
		return anpaWire
	case len(lines) > 3 && iptcHead(lines[0].text):
		return iptcWire
	case len(lines) > 3 && strings.HasPrefix(strings.TrimLeft(head, "\r\n "), "\x01") && strings.Contains(head, "\x02"):
		return iptcWire
	}
	return noWire
}

// iptcHead reports the first line of an IPTC 7901 message: service and
// number, priority, category, words, and the rest.
func iptcHead(s string) bool {
	if service, _, _ := strings.Cut(s, " "); digitsIn(service) < 2 {
		return false
	}
	f := strings.Fields(s)
	if len(f) < 4 || len(f) > 9 || len(f[0]) < 4 || len(f[0]) > 9 {
		return false
	}
	n := digitsIn(f[0])
	return n >= 2 && n < len(f[0]) && len(f[1]) == 1 && digitsIn(f[1]) == 1 && len(f[2]) <= 3 && digitsIn(f[2]) == 0 && digitsIn(f[3]) == len(f[3])
}

func digitsIn(s string) int {
	n := 0
	for i := range len(s) {
		if s[i]-'0' < 10 {
			n++
		}
	}
	return n
}

// envelope is what a wire message said around its story.
type envelope struct {
	body      []line
	cuts      []articles.Cut
	title     string
	titleAt   line
	dek       string
	authors   []string
	source    string
	section   string
	published articles.Date
}

func (e *envelope) cut(l line, c articles.Class) {
	e.cuts = append(e.cuts, articles.Cut{Line: l.n, EndLine: l.n, Class: c, Text: l.text})
}

// keep puts back into the body what is not to be cut.
func (e *envelope) keep(classes map[articles.Class]bool) {
	cuts := e.cuts[:0]
	for _, c := range e.cuts {
		if !classes[c.Class] {
			cuts = append(cuts, c)
			continue
		}
		e.body = append(e.body, line{n: c.Line, gap: 1, text: c.Text})
	}
	e.cuts = cuts
	slices.SortStableFunc(e.body, func(a, b line) int { return a.n - b.n })
}

// openANPA reads an ANPA message.
func openANPA(lines []line) envelope {
	var e envelope
	i := 0
	for ; i < len(lines); i++ {
		l := lines[i]
		if !strings.HasPrefix(l.text, "^") && i > 2 || l.indent > 1 && i > 1 {
			break
		}
		e.anpaHead(l)
	}
	end := len(lines)
	for end > i && anpaTail(lines[end-1].text) {
		end--
	}
	for _, l := range lines[i:end] {
		if strings.Trim(l.text, "_=- ") == "" {
			e.cut(l, articles.ClassLabel)
			continue
		}
		l.text = strings.TrimSpace(strings.TrimRight(strings.TrimPrefix(l.text, "^"), "<="))
		l.text = teX(l.text)
		if l.text != "" {
			l.gap = max(l.gap, 1) // every line of ANPA text is a paragraph
			e.body = append(e.body, l)
		}
	}
	for _, l := range lines[end:] {
		if at := strings.Index(l.text, "AP-WF-"); at >= 0 {
			e.published = anpaDate(l.text[at+6:])
		}
		e.cut(l, articles.ClassWireTrailer)
	}
	if e.source == "" && strings.Contains(lines[len(lines)-1].text, "AP-WF") {
		e.source = "AP"
	}
	return e
}

func anpaTail(s string) bool {
	return strings.Contains(s, "AP-WF-") || s == "END<" || s == "^END<" || len(s) <= 2
}

// anpaHead reads one line above the story.
func (e *envelope) anpaHead(l line) {
	s := strings.TrimSpace(strings.Trim(l.text, "^<= "))
	low := strings.ToLower(s)
	switch {
	case !strings.HasPrefix(l.text, "^"), strings.HasPrefix(s, "BC-"), strings.HasPrefix(low, "ap photo"), strings.HasPrefix(low, "eds:"), strings.HasPrefix(low, "(eds:"), strings.HasPrefix(low, "editor's note"), strings.HasPrefix(low, "all times"):
		e.cut(l, articles.ClassWireHeader)
	case strings.HasPrefix(low, "by "):
		names, _ := namesIn(s[3:])
		if len(names) == 0 {
			names = []string{s[3:]}
		}
		e.authors = append(e.authors, names...)
		e.cut(l, articles.ClassByline)
	case strings.HasPrefix(low, "associated press"), strings.HasPrefix(low, "the associated press"), strings.HasPrefix(low, "ap ") && strings.HasSuffix(l.text, "="):
		e.source = "AP"
		e.cut(l, articles.ClassByline)
	case e.title == "":
		e.title, e.titleAt = s, l
	case e.dek == "" && len(s) > len(e.title):
		e.dek = s
		e.cut(l, articles.ClassWireHeader)
	default:
		e.cut(l, articles.ClassWireHeader)
	}
}

// anpaDate reads 05-09-17 0056GMT, which the standard writes month first.
func anpaDate(s string) articles.Date {
	s = strings.TrimRight(strings.TrimSpace(s), "<")
	t, err := time.Parse("01-02-06 1504MST", s)
	if err != nil {
		return articles.Date{}
	}
	return articles.NewDate(t.UTC(), articles.Minute, true)
}

// openIPTC reads an IPTC 7901 message.
func openIPTC(lines []line) envelope {
	var e envelope
	i := e.iptcHeader(lines)
	end := i
	for end < len(lines) && !iptcTail(lines, end) {
		end++
	}
	for _, l := range lines[i:end] {
		l.text = teX(l.text)
		e.body = append(e.body, l)
	}
	for _, l := range lines[end:] {
		if d, ok := iptcDate(l.text); ok {
			e.published = d
		}
		e.cut(l, articles.ClassWireTrailer)
	}
	return e
}

// iptcHeader reads what stands above the story and returns where that begins.
func (e *envelope) iptcHeader(lines []line) int {
	e.cut(lines[0], articles.ClassWireHeader)
	if f := strings.Fields(lines[0].text); len(f) > 1 && digitsIn(f[len(f)-1]) == len(f[len(f)-1]) && digitsIn(f[len(f)-2]) == 0 {
		e.source = f[len(f)-2]
	}
	i := 1
	for ; i < len(lines) && i < 14; i++ {
		l := lines[i]
		s := strings.TrimSpace(strings.TrimRight(l.text, "= "))
		low := strings.ToLower(s)
		switch {
		case e.title != "" && (strings.HasPrefix(low, "by ") || strings.HasPrefix(low, "von ") || strings.HasPrefix(low, "par ")):
			_, who, _ := strings.Cut(s, " ")
			names, rest := namesIn(who)
			if len(names) == 0 || rest != "" {
				names = strings.Split(who, ", ")
			}
			e.authors = append(e.authors, names...)
			e.cut(l, articles.ClassByline)
		case e.title == "" && (strings.HasSuffix(s, "/") && strings.Contains(s, "/") || versionLine(s)):
			if e.section == "" && strings.HasSuffix(s, "/") {
				e.section, _, _ = strings.Cut(s, "/")
			}
			e.cut(l, articles.ClassWireHeader)
		case e.title == "":
			e.title, e.titleAt = s, l
		case l.gap == 0 && i > 0 && lines[i-1].n == e.titleAt.n && !strings.HasSuffix(lines[i-1].text, "=") && !wireDateline(s):
			e.title += " " + s // a headline on two lines
			e.titleAt = line{n: e.titleAt.n, text: e.title}
		case strings.HasPrefix(s, "(") && strings.HasSuffix(s, ")") && !wireDateline(s):
			e.cut(l, articles.ClassWireHeader)
		default:
			return i
		}
	}
	return i
}

// versionLine reports 1ST LEAD, EXTRA, URGENT, ROUNDUP: Berlin and the like.
func versionLine(s string) bool {
	f := strings.Fields(s)
	if len(f) == 0 || len(f) > 4 {
		return false
	}
	return strings.ToUpper(s) == s && strings.ToLower(s) != s
}

// wireDateline reports whether a line opens with a place and an agency:
// "Berlin (dpa) - ", "BEIJING (AP) _ ".
func wireDateline(s string) bool {
	at := strings.Index(s[:min(len(s), 80)], ") ")
	return at > 0 && strings.Contains(s[:at], "(") && len(s) > at+3 && strings.ContainsAny(s[at+2:at+3], "-_–—")
}

// iptcTail reports whether what editors should know begins at line i.
func iptcTail(lines []line, i int) bool {
	s := strings.ToLower(lines[i].text)
	switch {
	case strings.HasPrefix(s, "# ") && strings.Contains(s, "notebook"), strings.HasPrefix(s, "# notiz"), strings.HasPrefix(s, "## "), s == "* * * *",
		strings.HasPrefix(s, "the following information is not"), strings.HasPrefix(s, "die folgenden informationen sind nicht"):
		return true
	}
	if _, ok := iptcDate(lines[i].text); ok {
		return true
	}
	// dpa bwh bag: the agency and the initials of its desk, near the end.
	f := strings.Fields(lines[i].text)
	if len(lines)-i > 6 || len(f) < 2 || len(f) > 6 || !agency(f[0]) {
		return false
	}
	for _, w := range f {
		if len(w) > 4 || w != strings.ToLower(w) {
			return false
		}
	}
	return true
}

// iptcDate reads 212101 GMT Nov 18: day, hour and minute, month, year.
func iptcDate(s string) (articles.Date, bool) {
	f := strings.Fields(s)
	if len(f) != 4 || len(f[0]) != 6 || digitsIn(f[0]) != 6 || f[1] != "GMT" || len(f[2]) != 3 {
		return articles.Date{}, false
	}
	months := strings.NewReplacer("Okt", "Oct", "Mrz", "Mar", "Mär", "Mar", "Mai", "May", "Dez", "Dec")
	t, err := time.Parse("021504 Jan 06", f[0]+" "+months.Replace(f[2])+" "+f[3])
	if err != nil {
		return articles.Date{}, true
	}
	return articles.NewDate(t.UTC(), articles.Minute, true), true
}

// teX turns “TeX” quotes into what they stand for.
func teX(s string) string {
	if strings.Contains(s, "``") {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "``", "“"), "''", "”")
	}
	return s
}
