package markdown

import (
	"html"
	"strings"

	"broadsheet/articles/text"
)

// fence takes fenced code, to its closing fence or to the end.
func (s *splitter) fence(t string) {
	n := 0
	for n < len(t) && t[n] == t[0] {
		n++
	}
	closed := false
	source, first, last := s.take(func(l string) bool {
		if closed {
			return false
		}
		l = strings.TrimSpace(l)
		closed = len(l) >= n && strings.Trim(l, t[:1]) == ""
		return true
	})
	lines := strings.Split(source, "\n")
	inner := lines[1:]
	if closed && len(inner) > 0 {
		inner = inner[:len(inner)-1]
	} else if !closed {
		source += "\n" + t[:n]
	}
	plain := strings.Join(inner, "\n")
	s.add(block{line: first, end: last, kind: text.Pre, source: source, plain: plain, silent: strings.TrimSpace(plain) == ""})
}

// quote takes a block quotation; its paragraphs stay one block.
func (s *splitter) quote() {
	source, first, last := s.take(func(l string) bool {
		t := strings.TrimLeft(l, " ")
		return t != "" && (t[0] == '>' || !interrupts(t) && marker(t) == 0 && !isRule(t))
	})
	var paras []string
	para := ""
	for l := range strings.SplitSeq(source, "\n") {
		l = strings.TrimLeft(l, " >")
		if l == "" {
			paras, para = append(paras, para), ""
			continue
		}
		if n := headingLevel(l); n > 0 {
			paras, para = append(paras, para, strings.TrimSpace(l[n:])), ""
			continue
		}
		l = callout(l)
		if para != "" {
			para += "\n"
		}
		para += l
	}
	b := block{line: first, end: last, kind: text.Quote, source: source}
	s.inlines(b, append(paras, para))
}

// callout takes the sign off "[!note] Title".
func callout(l string) string {
	if !strings.HasPrefix(l, "[!") {
		return l
	}
	if i := strings.IndexByte(l, ']'); i > 0 && i < 24 {
		return strings.TrimLeft(l[i+1:], "-+ ")
	}
	return l
}

// inlines adds a block of several pieces of inline Markdown, one a line.
func (s *splitter) inlines(b block, pieces []string) {
	var lines []string
	for _, piece := range pieces {
		p := s.d.plain(piece)
		if s.d.image == "" {
			s.d.image = p.image
		}
		if p.text == "" {
			continue
		}
		lines = append(lines, p.text)
		b.linked += p.linked
		b.links = append(b.links, p.links...)
	}
	b.plain = strings.Join(lines, "\n")
	b.silent = b.plain == ""
	s.add(b)
}

// list takes a list, its nested lists and its items' paragraphs.
func (s *splitter) list() {
	blank := false
	source, first, last := s.take(func(l string) bool {
		t := strings.TrimLeft(l, " \t")
		switch {
		case t == "":
			// Within a list where the line after belongs to it.
			_, after := s.peek()
			gap := len(after) - len(strings.TrimLeft(after[:min(len(after), 4)], "\n"))
			if gap = min(gap, 4); gap == 4 {
				return false
			}
			next, _, _ := strings.Cut(after[gap:], "\n")
			nt := strings.TrimLeft(next, " \t")
			blank = true
			return nt != "" && (marker(nt) > 0 && !isRule(nt) || len(next)-len(nt) >= 2)
		case len(l)-len(t) >= 2 || marker(t) > 0 && !isRule(t):
			blank = false
			return true
		}
		return !blank && !interrupts(t) && !isRule(t)
	})
	var items []string
	for l := range strings.SplitSeq(source, "\n") {
		t := strings.TrimSpace(l)
		if t == "" {
			continue
		}
		n := marker(t)
		if n == 0 && len(items) > 0 {
			items[len(items)-1] += "\n" + t
			continue
		}
		for n > 0 { // "- 1. item" is an item of an item
			t = strings.TrimLeft(t[n:], " \t")
			n = marker(t)
		}
		for _, box := range []string{"[ ] ", "[x] ", "[X] "} {
			t = strings.TrimPrefix(t, box)
		}
		items = append(items, t)
	}
	s.inlines(block{line: first, end: last, kind: text.List, source: source}, items)
}

// table takes a table with bars; a row of it is one line.
func (s *splitter) table() {
	source, first, last := s.take(func(l string) bool { return strings.HasPrefix(strings.TrimLeft(l, " "), "|") })
	var rows []string
	for l := range strings.SplitSeq(source, "\n") {
		l = strings.Trim(strings.TrimSpace(l), "|")
		if strings.Trim(l, "|:- ") == "" {
			continue
		}
		cells := strings.Split(l, "|")
		for i := range cells {
			cells[i] = strings.TrimSpace(cells[i])
		}
		rows = append(rows, strings.Join(cells, " | "))
	}
	s.inlines(block{line: first, end: last, kind: text.List, source: source}, rows)
}

// htmlBlock reports a line that opens a block of HTML.
func htmlBlock(t string) bool {
	if strings.HasPrefix(t, "<!--") {
		return true
	}
	name := strings.TrimPrefix(t[1:], "/")
	n := 0
	for n < len(name) && (name[n]|0x20 >= 'a' && name[n]|0x20 <= 'z' || n > 0 && name[n] >= '1' && name[n] <= '6') {
		n++
	}
	switch strings.ToLower(name[:n]) {
	case "div", "p", "table", "figure", "iframe", "script", "style", "section", "article", "aside", "blockquote",
		"ul", "ol", "h1", "h2", "h3", "h4", "h5", "h6", "pre", "details", "summary", "center", "br", "hr", "img",
		"video", "audio", "picture", "header", "footer", "nav", "form", "figcaption", "svg", "link", "meta":
		return true
	}
	return false
}

// html takes a block of HTML: what it says is kept as plain text, for no
// terminal draws it.
func (s *splitter) html(t string) {
	end := ""
	switch low := strings.ToLower(t); {
	case strings.HasPrefix(t, "<!--"):
		end = "-->"
	case strings.HasPrefix(low, "<script"):
		end = "</script"
	case strings.HasPrefix(low, "<style"):
		end = "</style"
	}
	if end != "" {
		s.through(end)
		return
	}
	source, first, last := s.take(func(l string) bool { return strings.TrimSpace(l) != "" })
	plain := strings.Join(strings.Fields(html.UnescapeString(dropTags(source))), " ")
	if s.d.image == "" {
		s.d.image = attribute(source, "<img", "src")
	}
	if plain != "" {
		s.add(block{line: first, end: last, source: text.Escape(plain), plain: plain})
	}
}

// maxHidden is how far the end of a comment or a script is looked for.
const maxHidden = 1 << 20

// through drops what nobody is to read, up to a closing mark.
func (s *splitter) through(end string) {
	i := -1
	if !s.unclosed[end] {
		i = indexFold(s.rest[:min(len(s.rest), maxHidden)], end)
	}
	if i < 0 {
		if s.unclosed == nil {
			s.unclosed = make(map[string]bool)
		}
		s.unclosed[end] = true
		s.skip() // never closed: only the line is lost
		return
	}
	gone := s.rest
	if j := strings.IndexByte(s.rest[i:], '\n'); j >= 0 {
		gone = s.rest[:i+j+1]
	}
	s.n += strings.Count(gone, "\n")
	s.rest = s.rest[len(gone):]
}

// indexFold is strings.Index without regard to case.
func indexFold(s, sub string) int {
	for at := 0; ; at++ {
		i := strings.IndexByte(s[at:], sub[0])
		if i < 0 || at+i+len(sub) > len(s) {
			return -1
		}
		if at += i; strings.EqualFold(s[at:at+len(sub)], sub) {
			return at
		}
	}
}

// comment takes Obsidian's %% comments %% out and keeps $$ formulas $$.
func (s *splitter) comment(mark string) {
	l, _ := s.peek()
	t := strings.TrimSpace(l)
	if mark == "%%" && len(t) >= 4 && strings.HasSuffix(t, mark) {
		s.skip()
		return
	}
	if mark == "$$" || s.unclosed[mark] || !strings.Contains(s.rest[2:min(len(s.rest), maxHidden)], mark) {
		s.paragraph()
		return
	}
	s.rest = s.rest[2:]
	s.through(mark)
}
