package record

import (
	"bytes"
	"io"
	"iter"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/field"
)

// CSV reads a table with a row for each story, separated by commas, tabs,
// semicolons or bars; the first row names the columns. The table of sfeed,
// which has no such row, is known by its shape.
func CSV(r io.Reader, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		t := &table{lines: newLines(r, o.max())}
		first, n, err := t.line()
		if err == io.EOF {
			return
		} else if err != nil && err != errLong {
			yield(articles.Article{}, at(n, err))
			return
		}
		t.sep = separator(first)
		if t.sep == '\t' && isSfeed(first) {
			t.names, t.sfeed = sfeedNames(), true
			t.push(first, n)
		} else {
			t.push(first, n)
			names, _, err := t.row()
			if t.names = names; err != nil || !named(names) {
				yield(articles.Article{}, at(n, ErrNoHeader))
				return
			}
		}
		t.stories(o, yield)
	}
}

func (t *table) stories(o Options, yield func(articles.Article, error) bool) {
	for {
		cells, n, err := t.row()
		switch {
		case err == io.EOF:
			return
		case err == errLong:
			if !yield(articles.Article{}, at(n, tooLarge(t.lines.max))) {
				return
			}
			continue
		case err != nil:
			yield(articles.Article{}, at(n, err))
			return
		case cells == nil:
			continue
		}
		a, err := story(t.record(cells), o)
		if err != nil {
			err = at(n, err)
		}
		if !yield(a, err) {
			return
		}
	}
}

// table cuts lines into rows. A quoted cell may run over lines; one whose
// quote is never closed was none, and its line stands for itself.
type table struct {
	lines *lines
	sep   byte
	names []string
	sfeed bool
	ahead []aheadLine // lines read and given back
	loose bool        // quotes were wrong so often that they mean nothing here
	wrong int
}

type aheadLine struct {
	text string
	n    int
}

func (t *table) push(line string, n int) { t.ahead = append(t.ahead, aheadLine{line, n}) }

func (t *table) line() (string, int, error) {
	if len(t.ahead) > 0 {
		l := t.ahead[0]
		t.ahead = t.ahead[1:]
		return l.text, l.n, nil
	}
	raw, n, err := t.lines.next()
	if err != nil {
		return "", n, err
	}
	return strings.TrimSuffix(strings.TrimPrefix(decodedLine(raw), "\ufeff"), "\r"), n, nil
}

// decodedLine decodes a line without what decoding does to a whole file's
// ends.
func decodedLine(raw []byte) string {
	return decoded(bytes.TrimSuffix(raw, []byte("\r")))
}

// maxRowLines is over how many lines one row may run.
const maxRowLines = 20000

// row reads the next row; nil cells are a blank line.
func (t *table) row() ([]string, int, error) {
	first, n, err := t.line()
	if err != nil {
		return nil, n, err
	}
	if strings.TrimSpace(first) == "" {
		return nil, n, nil
	}
	if t.sfeed || t.loose {
		return strings.Split(first, string(t.sep)), n, nil
	}
	c := cutter{sep: t.sep}
	open := c.line(first)
	var taken []aheadLine
	size := len(first)
	for open && len(taken) < maxRowLines && size < t.lines.max {
		l, ln, err := t.line()
		if err != nil {
			break
		}
		taken = append(taken, aheadLine{l, ln})
		size += len(l)
		open = c.line(l)
	}
	if !open {
		return c.cells, n, nil
	}
	t.ahead = append(taken, t.ahead...)
	if t.wrong++; t.wrong > 8 {
		t.loose = true
	}
	return strings.Split(first, string(t.sep)), n, nil
}

// cutter cuts the lines of one row into cells.
type cutter struct {
	sep    byte
	cells  []string
	cell   strings.Builder
	quoted bool
}

// line takes one more line and reports whether a quoted cell is still open.
func (c *cutter) line(s string) (open bool) {
	if c.quoted {
		c.cell.WriteByte('\n')
	}
	for i := 0; i <= len(s); i++ {
		switch {
		case i == len(s):
			if !c.quoted {
				c.end()
			}
		case c.quoted && s[i] == '"':
			if i+1 < len(s) && s[i+1] == '"' {
				c.cell.WriteByte('"')
				i++
			} else if i+1 == len(s) || s[i+1] == c.sep || s[i+1] == ' ' && strings.TrimLeft(s[i+1:], " ") == "" {
				c.quoted = false
			} else {
				c.cell.WriteByte('"') // a quote within, not doubled
			}
		case c.quoted:
			i += c.upTo(s[i:], '"') - 1
		case s[i] == '"' && c.cell.Len() == 0:
			c.quoted = true
		case s[i] == c.sep:
			c.end()
		default: // of which a quote is a part
			i += c.upTo(s[i:], c.sep) - 1
		}
	}
	return c.quoted
}

// upTo takes what stands before a sign, or all, and tells how much it was.
func (c *cutter) upTo(s string, sign byte) int {
	n := strings.IndexByte(s, sign)
	if n < 0 {
		n = len(s)
	}
	c.cell.WriteString(s[:n])
	return n
}

func (c *cutter) end() {
	c.cells = append(c.cells, c.cell.String())
	c.cell.Reset()
}

// record gives a row the names of the columns; cells beyond them belong to
// the last.
func (t *table) record(cells []string) field.Object {
	o := make(field.Object, 0, len(t.names))
	for i, name := range t.names {
		if i >= len(cells) || name == "" {
			continue
		}
		v := cells[i]
		if i == len(t.names)-1 && len(cells) > len(t.names) && t.sep == ',' {
			v = strings.Join(cells[i:], string(t.sep))
		}
		if t.sfeed {
			v = unescape(v)
		}
		if v != "" {
			o = append(o, field.Member{Name: name, Value: v})
		}
	}
	return o
}

// separator is what parts the cells of the first line. Tabs are there for no
// other reason; the other signs may be part of a cell.
func separator(line string) byte {
	if strings.Count(line, "\t") >= 2 {
		return '\t'
	}
	best, most := byte(','), 0
	for _, c := range []byte{'\t', ',', ';', '|'} {
		if n := strings.Count(line, string(c)); n > most {
			best, most = c, n
		}
	}
	return best
}

// named reports a first row that names columns: two roles at least, one of
// them that of a title or a text.
func named(names []string) bool {
	roles, main := 0, false
	for i, n := range names {
		names[i] = strings.TrimSpace(n)
		if r, _ := field.Of(n); r != field.None {
			roles++
			main = main || r == field.Title || r == field.Text
		}
	}
	return main && (roles >= 2 || len(names) == 1)
}

// IsTable reports text that opens as a table of stories does: a line of three
// names of columns or more, most of which a record of a story has, over a line
// of cells; or a row of sfeed. It is for a table that no extension tells.
func IsTable(text []byte) bool {
	head, rest, more := bytes.Cut(text[:min(len(text), maxHead)], []byte("\n"))
	if !more {
		return false
	}
	line := strings.TrimSuffix(strings.TrimPrefix(string(head), "\ufeff"), "\r")
	if isSfeed(line) {
		return true
	}
	sep := separator(line)
	if bytes.Count(head, []byte{sep}) < 2 {
		return false
	}
	row, _, _ := bytes.Cut(rest, []byte("\n"))
	c := cutter{sep: sep}
	if c.line(line) || len(c.cells) < 3 || !named(c.cells) || bytes.IndexByte(row, sep) < 0 {
		return false
	}
	roles := 0
	for _, name := range c.cells {
		if strings.Contains(name, " ") {
			return false // a list of words in prose
		}
		if r, _ := field.Of(name); r != field.None {
			roles++
		}
	}
	return roles >= 3 && 2*roles > len(c.cells)
}

// maxHead is how many bytes the names of columns and the first row may run to.
const maxHead = 64 << 10

// isSfeed reports a row as sfeed writes it: seconds, title, link, content,
// content type, id, author.
func isSfeed(line string) bool {
	c := strings.Split(line, "\t")
	if len(c) < 7 || len(c) > 10 || c[4] != "" && c[4] != "html" && c[4] != "plain" {
		return false
	}
	return strings.Trim(c[0], "0123456789") == "" && (c[2] == "" || strings.Contains(c[2], "://"))
}

func sfeedNames() []string {
	return []string{"published", "title", "url", "content", "", "id", "author", "enclosure", "tags"}
}

// unescape undoes what keeps a cell on one line in sfeed.
func unescape(s string) string {
	if strings.IndexByte(s, '\\') < 0 {
		return s
	}
	return strings.NewReplacer(`\\`, `\`, `\n`, "\n", `\t`, "\t").Replace(s)
}
