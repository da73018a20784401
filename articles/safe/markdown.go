package safe

import (
	"strings"
)

// The caps on Markdown. They are far above what a story needs and were set
// by what glamour was seen to do beyond them: 201 bytes of nested quotes hang
// it, each nested line costs about the square of its depth, every list item
// 0.2 ms, and one table row may be asked to fill ten thousand columns.
const (
	maxNesting  = 16       // quotes and lists inside one another
	freeNesting = 3        // what costs nothing of the nesting budget
	maxNest     = 4 << 10  // sum of squared depths beyond freeNesting
	maxItems    = 2000     // list items and quoted lines, times their depth
	maxCode     = 128      // fences, and places where indented code may begin
	maxColumns  = 32       // of a table
	maxCells    = 10_000   // of all tables
	maxToken    = 2 << 10  // ASCII without a blank: an address, not a picture
	shownToken  = 200      // what is left of a longer one
	maxBlock    = 32 << 10 // bytes without a blank line
	maxPiece    = 15 << 10 // what a longer line is split into
	maxSize     = 4 << 20  // beyond it no line is more than plain text
	maxExpanded = 16 << 20 // what reference definitions may grow into
)

// Markdown passes Markdown: through the gate of Text, then so that rendering
// it takes time and room in proportion to its length, and decodes to nothing
// that the gate would not have let through. Where a cap is met the construct
// becomes plain text, by a backslash before what makes it one; the words
// stay. Only ASCII runs that no one can read (the bytes of a picture) are
// shortened. Markdown within the caps comes back as it was.
func Markdown(s string) string { return shaped(Text(s)) }

// shaped is Markdown that passed the gate, held to the caps.
func shaped(s string) string {
	s = tokens(references(s))
	sh := shaper{src: s}
	if len(s) <= maxSize {
		sh.nest, sh.items, sh.code, sh.cells = maxNest, maxItems, maxCode, maxCells
	}
	sh.definitions = definable(s)
	for at := 0; at < len(s); {
		end := strings.IndexByte(s[at:], '\n')
		if end < 0 {
			end = len(s)
		} else {
			end += at
		}
		sh.line(at, end)
		at = end + 1
	}
	return sh.finish()
}

// shaper copies Markdown line by line and changes what goes beyond the caps.
// Each budget is spent by what is let through only, so a second run spends
// no more than the first and changes nothing.
type shaper struct {
	src  string
	out  strings.Builder
	done int // how much of src is copied

	nest, items, code, cells int // budgets left

	definitions bool // reference definitions are within the cap
	indented    bool // the line before may be indented code
	block       int  // bytes since the last blank line
	columns     int  // of the table the line may belong to
}

func (sh *shaper) finish() string {
	if sh.done == 0 {
		return sh.src
	}
	sh.out.WriteString(sh.src[sh.done:])
	return sh.out.String()
}

// replace writes s in place of src[at:end].
func (sh *shaper) replace(at, end int, s string) {
	if sh.out.Len() == 0 {
		sh.out.Grow(len(sh.src) + len(sh.src)/64 + len(s) - (end - at))
	}
	sh.out.WriteString(sh.src[sh.done:at])
	sh.out.WriteString(s)
	sh.done = end
}

// line looks at the line src[at:end] and replaces it where it must.
func (sh *shaper) line(at, end int) {
	line := sh.src[at:end]
	if len(line) <= maxToken && isProse(line) {
		sh.prose(at, line)
		return
	}
	if len(line)+strings.Count(line, "<") < maxBlock-8 {
		shaped, apart := sh.shape(line)
		if apart && at > 0 {
			shaped = "\n" + shaped
		}
		if shaped != line {
			sh.replace(at, end, shaped)
		}
		return
	}
	var b strings.Builder
	b.Grow(len(line) + len(line)/64)
	for len(line) > 0 {
		n := pieceLen(line)
		shaped, _ := sh.shape(strings.TrimLeft(line[:n], " "))
		if b.Len() > 0 || at > 0 {
			b.WriteByte('\n')
			sh.block, sh.columns = len(shaped), 0
		}
		b.WriteString(shaped)
		if line = strings.TrimLeft(line[n:], " "); len(line) > 0 {
			b.WriteByte('\n')
		}
	}
	sh.replace(at, end, b.String())
}

// isProse reports, by one byte, that no marker stands before the words of a
// line: most lines.
func isProse(line string) bool {
	if line == "" {
		return false
	}
	c := line[0] | 0x20
	return c >= 'a' && c <= 'z' || line[0] >= 0x80 || line[0] == '"' || line[0] == '\''
}

// prose is what shape does for a line of prose.
func (sh *shaper) prose(at int, line string) {
	apart := sh.columns > sh.cells
	if !apart {
		sh.cells -= sh.columns
	}
	sh.indented = false
	if sh.block += len(line) + 1; sh.block > maxBlock {
		apart = true
	}
	if apart {
		sh.block, sh.columns = len(line)+1, 0
		if at > 0 {
			sh.replace(at, at, "\n")
		}
	}
}

// pieceLen says where to break a line that is too long: after a sentence,
// else at a blank, else between two runes.
func pieceLen(line string) int {
	if len(line) <= maxPiece {
		return len(line)
	}
	head := line[:maxPiece]
	if i := strings.LastIndex(head, ". "); i > maxPiece/2 {
		return i + 1
	}
	if i := strings.LastIndexByte(head, ' '); i > maxPiece/2 {
		return i
	}
	n := maxPiece
	for n > 0 && line[n]&0xc0 == 0x80 {
		n--
	}
	return n
}

// shape returns one line within the caps, and whether it must stand apart
// from the line before.
func (sh *shaper) shape(line string) (shaped string, apart bool) {
	if strings.TrimLeft(line, " ") == "" {
		sh.block, sh.columns = 0, 0
		return line, false
	}
	shaped = line
	p := prefixOf(line)
	if p.markers > 0 {
		shaped, apart = sh.nested(line, p)
		if shaped != line {
			p = prefixOf(shaped)
		}
	}
	if p.indented(shaped) {
		if !sh.indented && sh.code == 0 {
			shaped = p.flatten(shaped)
			p = prefixOf(shaped)
		} else if !sh.indented {
			sh.code--
		}
	}
	sh.indented = p.indented(shaped)
	shaped = shaped[:p.end] + sh.content(shaped[p.end:], &apart)
	shaped = destinations(shaped)
	if sh.block += len(shaped) + 1; sh.block > maxBlock {
		apart = true
	}
	if apart {
		sh.block, sh.columns = len(shaped)+1, 0
	}
	return shaped, apart
}

// nested holds a line that opens quotes or lists to the caps.
func (sh *shaper) nested(line string, p prefix) (shaped string, apart bool) {
	depth := p.depth
	allowed := depth
	if depth > maxNesting {
		allowed = maxNesting
	}
	if allowed > freeNesting {
		if allowed*allowed > sh.nest {
			allowed = freeNesting
		} else {
			sh.nest -= allowed * allowed
		}
	}
	if sh.items < max(allowed, 1) {
		allowed, apart = 0, true
	} else {
		sh.items -= max(allowed, 1)
	}
	if depth <= allowed {
		return line, false
	}
	return p.cut(line, allowed), apart
}

// content holds what a line says, after its quotes and lists, to the caps.
func (sh *shaper) content(rest string, apart *bool) string {
	switch {
	case rest == "":
	case strings.HasPrefix(rest, "```") || strings.HasPrefix(rest, "~~~"):
		if sh.code == 0 {
			return unfence(rest)
		}
		sh.code--
	case !sh.definitions && isDefinition(rest):
		return `\` + rest
	case isDelimiterRow(rest):
		columns := strings.Count(rest, "|") + 1
		if columns > maxColumns || 2*columns > sh.cells {
			return `\` + rest
		}
		sh.cells -= 2 * columns
		sh.columns = columns
	case sh.columns > sh.cells:
		*apart = true
	default:
		sh.cells -= sh.columns
	}
	return rest
}

// unfence escapes each sign of the fence that s begins with; those left over
// would open a code span.
func unfence(s string) string {
	rest := strings.TrimLeft(s, s[:1])
	return strings.Repeat(`\`+s[:1], len(s)-len(rest)) + rest
}

// isDelimiterRow reports whether s may be the row of dashes that makes the
// line before it the head of a table.
func isDelimiterRow(s string) bool {
	dash, bar := false, false
	for i := 0; i < len(s); i++ {
		switch s[i] {
		case '-':
			dash = true
		case '|', ':':
			bar = true
		case ' ':
		default:
			return false
		}
	}
	return dash && bar
}
