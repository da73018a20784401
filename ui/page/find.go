package page

import (
	"sort"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Match is a place where the page says what was looked for, in cells of a
// line. A match that goes over a line end is several, with the same Hit.
type Match struct {
	Line, Start, End int
	Hit              int // counts from 0
}

// Find looks for a query in what the page shows, case and accents folded,
// blanks and line ends alike. It sets the whole page, and folds it once for
// all queries that follow.
func (p *Page) Find(query string) []Match {
	f := folder{}
	f.add(query)
	needle := strings.TrimSpace(string(f.text))
	if needle == "" {
		return nil
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
	if p.hay == nil {
		p.hay = newHay(p.lines)
	}
	s := search{lines: p.lines, hay: p.hay, measured: -1}
	for from := 0; ; {
		i := strings.Index(p.hay.text[from:], needle)
		if i < 0 {
			return s.found
		}
		s.hit(from+i, from+i+len(needle))
		from += i + len(needle)
	}
}

// hay is what a page shows, folded, line after line.
type hay struct {
	text   string
	starts []int // where in text each line begins
}

func newHay(lines []line) *hay {
	f, h := folder{}, &hay{starts: make([]int, 0, len(lines))}
	for _, l := range lines {
		h.starts = append(h.starts, len(f.text))
		f.blank = true
		f.add(l.text)
		if !f.blank {
			f.put(' ')
		}
	}
	h.text = string(f.text)
	return h
}

// search turns stretches of the hay, in their order, into matches.
type search struct {
	lines []line
	hay   *hay
	found []Match
	hits  int

	measured int    // the line whose cells are known
	line     folder // that line
}

// hit adds the lines that hold a stretch.
func (s *search) hit(from, to int) {
	starts := s.hay.starts
	n := sort.SearchInts(starts, from+1) - 1
	for ; n < len(starts) && starts[n] < to; n++ {
		if s.measured != n {
			s.measured = n
			s.line = folder{blank: true, measure: true, text: s.line.text[:0], cells: s.line.cells[:0]}
			s.line.add(s.lines[n].text)
		}
		cells := s.line.cells
		begin, end := max(0, from-starts[n]), min(len(cells), to-starts[n])
		if begin < end {
			s.found = append(s.found, Match{
				Line: n, Start: cells[begin].start, End: cells[end-1].end, Hit: s.hits,
			})
		}
	}
	s.hits++
}

// folder folds text: every cluster to its base letters in lower case, every
// run of blanks to one. Where asked it measures: cells tells, for each byte
// of the folded text, the cells it came from.
type folder struct {
	text    []byte
	blank   bool // the last sign was a blank
	measure bool
	cells   []extent
	x       int
}

// add folds a line that the page drew, or a query.
func (f *folder) add(s string) {
	for i := 0; i < len(s); {
		if s[i] == 0x1b {
			i += max(1, sequence(s[i:]))
			continue
		}
		n, w := cluster(s[i:])
		before := len(f.text)
		if n == 1 && s[i] < utf8.RuneSelf {
			f.put(lower(s[i]))
		} else {
			f.fold(s[i : i+n])
		}
		if f.measure {
			for range len(f.text) - before {
				f.cells = append(f.cells, extent{f.x, f.x + w})
			}
		}
		i, f.x = i+n, f.x+w
	}
}

// extent is the cells start to end of a line.
type extent struct{ start, end int }

func lower(c byte) byte {
	if c >= 'A' && c <= 'Z' {
		return c + 'a' - 'A'
	}
	return c
}

func (f *folder) put(c byte) {
	if c == ' ' && f.blank {
		return
	}
	f.text, f.blank = append(f.text, c), c == ' '
}

// fold leaves of a cluster its base letters.
func (f *folder) fold(c string) {
	for _, r := range norm.NFKD.String(c) {
		switch {
		case unicode.IsMark(r) || r == 'ـ' || r == utf8.RuneError:
		case r == '’' || r == '‘':
			f.put('\'')
		case r == '“' || r == '”':
			f.put('"')
		case r == 'ß':
			f.put('s')
			f.put('s')
		case unicode.IsSpace(r):
			f.put(' ')
		case r < utf8.RuneSelf:
			f.put(lower(byte(r)))
		default:
			f.text, f.blank = utf8.AppendRune(f.text, unicode.ToLower(r)), false
		}
	}
}
