package text

import (
	"strconv"
	"strings"

	"broadsheet/articles"
)

// maxDumpDepth and maxDumpPairs bound what a hostile dump can make us hold.
const (
	maxDumpDepth = 64
	maxDumpPairs = 100_000
)

// parser reads the value of a dump. It never fails: where the text stops
// making sense, good stays behind what made sense last.
type parser struct {
	s       string
	i       int
	good    int      // end of what was understood
	pairs   int      // keys with values
	typed   int      // values that named their type, as only var_dump writes
	stopped bool     // the text stopped making sense
	open    []record // objects around the cursor
	done    []record // objects in the order in which they opened
}

func (p *parser) links() []articles.Link {
	var links []articles.Link
	seen := map[articles.Link]bool{}
	for _, r := range p.done {
		if l, ok := r.link(); ok && !seen[l] {
			seen[l] = true
			links = append(links, l)
		}
	}
	return links
}

func (p *parser) begin() {
	p.open = append(p.open, nil) // made when it has something to hold
}

func (p *parser) finish() { p.open = p.open[:len(p.open)-1] }

func (p *parser) set(key, value string) {
	p.pairs++
	p.good = p.i
	if len(p.open) == 0 || p.pairs > maxDumpPairs {
		return
	}
	key = strings.ToLower(key)
	r := p.open[len(p.open)-1]
	if r == nil {
		r = record{}
		p.open[len(p.open)-1] = r
		p.done = append(p.done, r)
	}
	if r[key] == "" {
		r[key] = value
	}
}

func (p *parser) space() {
	for p.i < len(p.s) && strings.IndexByte(" \t\r\n", p.s[p.i]) >= 0 {
		p.i++
	}
}

func (p *parser) lit(s string) bool {
	if strings.HasPrefix(p.s[p.i:], s) {
		p.i += len(s)
		return true
	}
	return false
}

// stop says that the text stopped making sense here.
func (p *parser) stop() (string, bool) {
	p.stopped = true
	return "", false
}

// value reads one value and returns it where it is a scalar.
func (p *parser) value(depth int) (scalar string, ok bool) {
	p.space()
	if p.i >= len(p.s) || depth > maxDumpDepth || p.pairs > maxDumpPairs {
		return p.stop()
	}
	switch c := p.s[p.i]; {
	case c == '{' || c == '[' || c == '(':
		p.i++
		p.group(depth, closer(c))
		return "", !p.stopped
	case p.quote() != "":
		return p.str()
	case c == '-' || c-'0' < 10:
		return p.word(), true
	case isIdent(c):
		return p.named(depth)
	case c == '*' && p.lit("*RECURSION*"):
		return "", true
	}
	return p.stop()
}

func closer(c byte) byte {
	switch c {
	case '{':
		return '}'
	case '[':
		return ']'
	}
	return ')'
}

// named reads a value that begins with a word: a literal, or a type with a
// value behind it.
func (p *parser) named(depth int) (string, bool) {
	at := p.i
	w := p.word()
	switch strings.ToLower(w) {
	case "null", "none", "true", "false", "nan", "undefined", "nil":
		return "", true
	case "u", "b", "r":
		if p.quote() != "" {
			return p.str()
		}
	case "array", "object", "string", "int", "float", "bool", "ordereddict", "dict", "list":
		return p.typedValue(strings.ToLower(w), depth)
	}
	if p.lit("(") { // datetime.datetime(2014, 6, 6)
		from := p.i
		if end := strings.IndexAny(p.s[p.i:min(len(p.s), p.i+200)], ")\n"); end >= 0 && p.s[p.i+end] == ')' {
			p.i += end + 1
			return p.s[from : p.i-1], true
		}
	}
	p.i = at
	return p.stop()
}

// typedValue reads string(4) "Salt", array(2) { ... }, int(5), object(A)#1 (2) { ... }.
func (p *parser) typedValue(kind string, depth int) (string, bool) {
	count := -1
	if kind == "array" {
		p.space()
	}
	for p.lit("(") {
		if kind == "array" && p.exported() {
			p.group(depth, ')')
			return "", !p.stopped
		}
		end := strings.IndexByte(p.s[p.i:min(len(p.s), p.i+80)], ')')
		if end < 0 {
			return p.stop()
		}
		inner := p.s[p.i : p.i+end]
		if kind == "ordereddict" || kind == "dict" || kind == "list" {
			p.group(depth, ')')
			return "", !p.stopped
		}
		p.i += end + 1
		if n, err := strconv.Atoi(inner); err == nil {
			count = n
		}
		if kind == "int" || kind == "float" || kind == "bool" {
			p.typed++
			p.good = p.i
			return inner, true
		}
		if p.lit("#") {
			p.word()
		}
		p.space()
	}
	p.space()
	if kind == "string" {
		return p.counted(count, depth)
	}
	if count >= 0 && p.lit("{") {
		p.typed++
		p.good = p.i
		p.group(depth, '}')
		return "", !p.stopped
	}
	return p.stop()
}

// exported reports whether array ( ... ) holds its values, as var_export
// writes it, and not their number.
func (p *parser) exported() bool {
	i := skipSpace(p.s, p.i)
	for i < len(p.s) && p.s[i]-'0' < 10 {
		i++
	}
	return i >= len(p.s) || p.s[i] != ')'
}

// counted reads the text behind string(N). The count is believed only where
// a quote stands at its end.
func (p *parser) counted(count, depth int) (string, bool) {
	q := p.quote()
	if q == "" {
		return p.stop()
	}
	p.typed++
	body := p.i + len(q)
	if next := p.s[body:min(len(p.s), body+16)]; opensData(next) {
		p.i = body
		before := p.pairs
		p.value(depth + 1) // JSON within the string
		if p.pairs > before {
			p.space()
			if p.lit(q) {
				p.good = p.i
			}
			return "", !p.stopped
		}
		p.stopped, p.i = false, body-len(q)
	}
	if end := body + count; count >= 0 && end >= body && end < len(p.s) && strings.HasPrefix(p.s[end:], q) {
		p.i = end + len(q)
		p.good = p.i
		return p.s[body:end], true
	}
	s, ok := p.str()
	p.good = p.i
	return s, ok
}

// opensData reports whether a string begins as JSON does.
func opensData(s string) bool {
	s = strings.NewReplacer(" ", "", "\r", "", "\n", "").Replace(s)
	for _, open := range [...]string{"[{", "{\"", "{\\\"", "{“", "{”"} {
		if strings.HasPrefix(s, open) {
			return true
		}
	}
	return false
}

// group reads the inside of a bracket: pairs, values, or both.
func (p *parser) group(depth int, end byte) {
	p.begin()
	defer p.finish()
	p.good = p.i
	for {
		p.space()
		for p.lit(",") || p.lit(";") {
			p.space()
		}
		if p.i >= len(p.s) {
			p.stopped = true
			return
		}
		if p.s[p.i] == end {
			p.i++
			p.good = p.i
			return
		}
		if !p.entry(depth) {
			p.stopped = true
			return
		}
		p.good = p.i
	}
}

// entry reads one pair, or one value.
func (p *parser) entry(depth int) bool {
	at := p.i
	if p.s[p.i] == '[' { // ["key"]=> or [0] =>
		p.i++
		key := p.key()
		p.lookVisibility()
		if p.lit("]") {
			p.space()
			if p.lit("=>") {
				return p.pair(key, depth)
			}
		}
		p.i = at
	} else if key := p.key(); p.i > at {
		p.space()
		if p.lit("=>") || p.lit(":") {
			return p.pair(key, depth)
		}
		p.i = at
	}
	v, ok := p.value(depth + 1)
	if !ok || p.stopped {
		return false
	}
	// A Python pair: ('title', 'Salt').
	if p.i < len(p.s) && p.s[at] != '(' && at > 0 && p.s[at-1] == '(' && p.lit(",") {
		return p.pair(v, depth)
	}
	return true
}

// lookVisibility skips :protected and :private of a dumped object.
func (p *parser) lookVisibility() {
	if p.i < len(p.s) && p.s[p.i] == ':' {
		if end := strings.IndexByte(p.s[p.i:min(len(p.s), p.i+120)], ']'); end > 0 {
			p.i += end
		}
	}
}

func (p *parser) pair(key string, depth int) bool {
	v, ok := p.value(depth + 1)
	if ok || v != "" {
		p.set(key, v)
	}
	return ok && !p.stopped
}

// key reads what may stand before a colon or an arrow.
func (p *parser) key() string {
	if p.quote() != "" {
		k, _ := p.str()
		p.stopped = false
		return k
	}
	if at := p.i; at < len(p.s) && strings.IndexByte("ubr", p.s[at]) >= 0 { // u'title'
		if p.i++; p.quote() != "" {
			return p.key()
		}
		p.i = at
	}
	if p.i+1 < len(p.s) && p.s[p.i] == ':' && isIdent(p.s[p.i+1]) {
		p.i++ // :title of Ruby
	}
	return p.word()
}

func (p *parser) word() string {
	from := p.i
	for p.i < len(p.s) && (isIdent(p.s[p.i]) || p.i > from && (p.s[p.i] == '.' || p.s[p.i] == '+' || p.s[p.i] == '-') || p.i == from && p.s[p.i] == '-') {
		p.i++
	}
	return p.s[from:p.i]
}
