package text

import (
	"strings"

	"broadsheet/articles"
)

// Kind says what a block is in the source it came from.
type Kind uint8

// The kinds of block.
const (
	Para Kind = iota
	Heading
	List
	Quote
	Pre
	Caption
)

// Block is one paragraph, heading, list or the like, as a reader of some
// format found it.
type Block struct {
	Line        int     // line of the source it began on, from 1; 0 if unknown
	EndLine     int     // last line; 0 stands for Line
	Text        string  // plain text, white space folded; a List or Pre may hold newlines
	Kind        Kind    // what it was in the source
	Markdown    string  // as it should stand in Body; empty: Text, escaped
	LinkDensity float64 // share of Text, 0 to 1, that is the text of links
	URL         string  // where the block is one link: its address

	gap    int // blank lines before it in the source
	indent int // spaces it began with
}

// Result is what CleanBlocks found: the blocks of the story in order, what
// was cut, and what the cuts and the head told.
type Result struct {
	Keep      []Block
	Cuts      []articles.Cut
	Related   []articles.Link
	Title     string
	Dek       string
	Authors   []string
	Source    string
	Section   string
	Published articles.Date
	Modified  articles.Date
	Language  string
	URL       string
	Tags      []string
}

// Body joins blocks into the Body, Text and Lines of an Article. Where Markdown
// and text are the same, as in most plain stories, they share their bytes.
func Body(blocks []Block) (markdown, plain string, lines []int) {
	var m, p strings.Builder
	same, size := true, 0
	for _, b := range blocks {
		size += len(b.Text) + 2
	}
	p.Grow(size)
	if len(blocks) > 0 {
		lines = make([]int, 0, len(blocks))
	}
	for _, b := range blocks {
		t := tight(b.Text)
		if t == "" {
			continue
		}
		md := b.Markdown
		if md == "" {
			md = Escape(t)
		}
		if same && md != t {
			same = false
			m.WriteString(p.String())
		}
		if p.Len() > 0 {
			p.WriteString("\n\n")
			if !same {
				m.WriteString("\n\n")
			}
		}
		p.WriteString(t)
		if !same {
			m.WriteString(md)
		}
		lines = append(lines, b.Line)
	}
	plain = p.String()
	if same {
		return plain, plain, lines
	}
	return m.String(), plain, lines
}

// tight trims a block and closes blank lines within it, which would split it
// in two in Article.Text.
func tight(s string) string {
	s = strings.Trim(s, "\n")
	if strings.TrimSpace(s) == "" {
		return ""
	}
	if !strings.Contains(s, "\n") {
		return strings.TrimSpace(s)
	}
	kept := make([]string, 0, 8)
	for l := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(l) != "" {
			kept = append(kept, strings.TrimRight(l, " \t"))
		}
	}
	return strings.Join(kept, "\n")
}
