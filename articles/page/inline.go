package page

import (
	"bytes"
	"net/url"
	"strings"
	"unicode"
	"unicode/utf8"

	"broadsheet/articles/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// look is how a run of text is set.
type look struct {
	link               string
	strong, em, strike bool
	code               bool
}

// lookOf reads how a text node is set from what stands over it.
func lookOf(n, within *html.Node, base *url.URL) look {
	var l look
	for e := n.Parent; e != nil && e != within.Parent; e = e.Parent {
		switch e.DataAtom {
		case atom.B, atom.Strong:
			l.strong = true
		case atom.I, atom.Em, atom.Dfn, atom.Cite, atom.Var:
			l.em = true
		case atom.Code, atom.Kbd, atom.Samp, atom.Tt:
			l.code = true
		case atom.S, atom.Strike, atom.Del:
			l.strike = true
		case atom.A:
			if l.link == "" {
				l.link = address(attr(e, "href"), base)
			}
		}
	}
	return l
}

// maxAddress is how long an address may be and still be shown.
const maxAddress = 2000

// address makes a link's target absolute where the page says from where, and
// returns "" for what is not a place to go to.
func address(href string, base *url.URL) string {
	href = strings.TrimSpace(href)
	if href == "" || href[0] == '#' || len(href) > maxAddress {
		return ""
	}
	u, err := url.Parse(href)
	if err != nil {
		return ""
	}
	if base != nil {
		u = base.ResolveReference(u)
	}
	switch u.Scheme {
	case "http", "https", "mailto", "":
		return u.String()
	}
	return ""
}

// markdown writes a block's text as Markdown, without what marks the block
// itself (a heading's signs, a list's).
func (b *block) markdown(base *url.URL) string {
	if b.pre {
		return b.text
	}
	if b.trimmed {
		return text.Escape(b.text)
	}
	var w setter
	first := true
	for _, p := range b.pieces {
		switch p.mark {
		case 'c':
			w.cell()
			continue
		case 0:
		default:
			continue
		}
		l := lookOf(p.node, b.el, base)
		if b.level > 0 {
			l.strong, l.em = false, false
		}
		t := p.text
		if first {
			t = strings.TrimLeft(t, " ")
		}
		first = false
		w.add(t, l)
	}
	return w.String()
}

// run is text set in one way.
type run struct {
	text []byte
	look look
}

// setter gathers runs and writes them.
type setter struct {
	runs []run
	out  strings.Builder
}

func (w *setter) add(t string, l look) {
	if strings.TrimSpace(t) == "" && len(w.runs) > 0 {
		last := &w.runs[len(w.runs)-1]
		last.text = append(last.text, t...)
		return
	}
	if n := len(w.runs); n > 0 && w.runs[n-1].look == l {
		w.runs[n-1].text = append(w.runs[n-1].text, t...)
		return
	}
	w.runs = append(w.runs, run{[]byte(t), l})
}

// cell ends a cell of a table's row.
func (w *setter) cell() {
	w.write()
	w.out.WriteString(" | ")
}

func (w *setter) String() string {
	w.write()
	return strings.TrimRight(w.out.String(), " ")
}

// write writes the runs gathered: links outermost, and under a link or
// outside one the emphasis of each run by itself.
func (w *setter) write() {
	for i := 0; i < len(w.runs); {
		link := w.runs[i].look.link
		j := i + 1
		for j < len(w.runs) && w.runs[j].look.link == link {
			j++
		}
		if link == "" {
			for k := i; k < j; k++ {
				w.set(k)
			}
			i = j
			continue
		}
		lead, _, tail := margins(joinRuns(w.runs[i:j]))
		if lead {
			w.out.WriteByte(' ')
		}
		w.out.WriteByte('[')
		for k := i; k < j; k++ {
			if k == i {
				w.runs[k].text = bytes.TrimLeft(w.runs[k].text, " ")
			}
			if k == j-1 {
				w.runs[k].text = bytes.TrimRight(w.runs[k].text, " ")
			}
			w.set(k)
		}
		w.out.WriteString("](" + target(link) + ")")
		if tail {
			w.out.WriteByte(' ')
		}
		i = j
	}
	w.runs = w.runs[:0]
}

func joinRuns(runs []run) string {
	var b strings.Builder
	for _, r := range runs {
		b.Write(r.text)
	}
	return b.String()
}

// target writes an address so that no sign in it ends the link.
func target(s string) string {
	if strings.ContainsAny(s, "()<> \\") {
		s = strings.NewReplacer("<", "%3C", ">", "%3E", " ", "%20", "(", "%28", ")", "%29", `\`, "%5C").Replace(s)
	}
	return s
}

// margins tells whether a text begins and ends with white space, and what
// stands between.
func margins(s string) (lead bool, mid string, tail bool) {
	mid = strings.TrimLeft(s, " ")
	lead = len(mid) < len(s)
	trimmed := strings.TrimRight(mid, " ")
	return lead, trimmed, len(trimmed) < len(mid)
}

// set writes one run with its emphasis.
func (w *setter) set(k int) {
	r := w.runs[k]
	lead, t, tail := margins(string(r.text))
	if lead {
		w.out.WriteByte(' ')
	}
	if t == "" {
		return
	}
	open, shut := "", ""
	escaped := ""
	switch {
	case r.look.code:
		fence := strings.Repeat("`", longestRun(t, '`')+1)
		if strings.HasPrefix(t, "`") || strings.HasSuffix(t, "`") {
			t = " " + t + " "
		}
		escaped = fence + t + fence
	case w.out.Len() == 0:
		escaped = text.Escape(t)
	default:
		// Not at the start of a line, so what opens a block opens nothing.
		escaped = strings.TrimPrefix(text.Escape("x"+t), "x")
	}
	if w.flanked(k, t) {
		if r.look.strike {
			open, shut = "~~"+open, shut+"~~"
		}
		if r.look.strong {
			open, shut = open+"**", "**"+shut
		}
		if r.look.em {
			open, shut = open+"*", "*"+shut
		}
	}
	w.out.WriteString(open + escaped + shut)
	if tail {
		w.out.WriteByte(' ')
	}
}

// flanked reports whether emphasis around a run would be read as emphasis:
// signs between a letter and punctuation are not.
func (w *setter) flanked(k int, t string) bool {
	lead, _, tail := margins(string(w.runs[k].text))
	first, _ := utf8.DecodeRuneInString(t)
	last, _ := utf8.DecodeLastRuneInString(t)
	if !lead && k > 0 && !wordRune(first) {
		if r, _ := utf8.DecodeLastRune(w.runs[k-1].text); r != ' ' {
			return false
		}
	}
	if !tail && k+1 < len(w.runs) && !wordRune(last) {
		if r, _ := utf8.DecodeRune(w.runs[k+1].text); wordRune(r) {
			return false
		}
	}
	return true
}

func wordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsDigit(r) }

func longestRun(s string, c byte) int {
	best, n := 0, 0
	for i := 0; i < len(s); i++ {
		if s[i] == c {
			n++
			best = max(best, n)
		} else {
			n = 0
		}
	}
	return best
}
