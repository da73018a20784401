package text

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// A dump is what a program printed of its own variables into a story: PHP's
// var_dump and print_r, JSON, Python's repr, the state a page hands to its
// scripts. It is found by its shape, never by where it stands, and read with
// a parser that forgives: counts may be wrong, quotes unescaped, the end
// missing. What it says of other stories is worth keeping.
type dump struct {
	start, end int // bytes in the text
	links      []articles.Link
}

// findDumps finds the dumps of a text.
func findDumps(src string) []dump {
	var found []dump
	budget := 4*len(src) + 1<<16 // bytes that may be read in vain
	brackets := finder{chars: "{[(", next: []int{-1, -1, -1}}
	floor := 0 // the end of the last dump
	for i := 0; i < len(src) && budget > 0 && len(found) < maxDumps; {
		at := brackets.from(src, i)
		if at == len(src) {
			break
		}
		d, read, ok := dumpAt(src, floor, at)
		if ok {
			found = append(found, d)
			i = max(d.end, at+1)
			floor = d.end
			continue
		}
		budget -= read
		i = at + 1
	}
	return found
}

// finder finds the next of a few characters, one search for each of them.
type finder struct {
	chars string
	next  []int // where each stands next
}

// from is the place of the first of the characters from i on, or len(s).
func (f *finder) from(s string, i int) int {
	first := len(s)
	for k := range f.next {
		if f.next[k] < i {
			f.next[k] = len(s)
			if at := strings.IndexByte(s[i:], f.chars[k]); at >= 0 {
				f.next[k] = i + at
			}
		}
		first = min(first, f.next[k])
	}
	return first
}

// maxDumps and sideways bound what a hostile text can make us do.
const (
	maxDumps = 500
	sideways = 4096 // bytes looked at to either side of a dump on its line
)

// dumpAt reads the dump whose first bracket stands at the given place.
func dumpAt(src string, floor, at int) (d dump, read int, ok bool) {
	start, ok := opening(src, floor, at)
	if !ok {
		return dump{}, 0, false
	}
	p := &parser{s: src, i: start, good: start}
	if from, serial := opensSerial(src, floor, at); serial && src[at] == '{' {
		start = from
		p.i, p.good = from, from
		p.serialized(0)
	} else if src[at] == '(' && printed(src[at+1:min(len(src), at+200)]) {
		p.printR(0)
	} else {
		p.value(0)
	}
	whole := wholeLine(src, start, p.good)
	switch {
	case p.pairs >= 2, p.pairs == 1 && whole, p.typed > 0 && whole:
	default:
		return dump{}, p.i - start, false
	}
	end := p.good
	if end <= start {
		return dump{}, p.i - start, false
	}
	end += trailing(src[end:])
	start = assignment(src, floor, start)
	return dump{start: start, end: end, links: p.links()}, 0, true
}

// printed reports what follows the bracket of a print_r.
func printed(s string) bool {
	s = strings.TrimLeft(s, " \t\r\n")
	return strings.HasPrefix(s, "[") || strings.HasPrefix(s, ")")
}

// opening finds where the dump that has a bracket at the given place begins,
// and whether what follows the bracket looks like one.
func opening(src string, floor, at int) (int, bool) {
	rest := src[at+1:]
	if len(rest) > 64 {
		rest = rest[:64]
	}
	next := strings.TrimLeft(rest, " \t\r\n")
	switch src[at] {
	case '(':
		word := at
		for word > floor && isIdent(src[word-1]) {
			word--
		}
		switch strings.ToLower(src[word:at]) {
		case "string", "array", "int", "float", "bool", "object", "enum":
			return word, next != "" && (next[0]-'0' < 10 || src[word] != 'a' && src[word] != 's')
		}
		// print_r: Array, white space, bracket.
		floor = max(floor, at-sideways)
		head := strings.TrimRight(src[floor:at], " \t\r\n")
		if strings.HasSuffix(head, "array") && strings.Contains(rest, "=>") && next != "" && (next[0]-'0' < 10 || opensString(next)) {
			return floor + len(head) - len("array"), true // var_export
		}
		if len(head) < at-floor && hasSuffixFold(head, "array", "object") && (strings.HasPrefix(next, "[") || strings.HasPrefix(next, ")")) {
			word = floor + len(head)
			for word > floor && (isIdent(src[word-1]) || src[word-1] == '\\') {
				word--
			}
			if hasSuffixFold(head, "object") {
				word = floor + len(strings.TrimRight(src[floor:word], " "))
				for word > floor && isIdent(src[word-1]) {
					word--
				}
			}
			return word, true
		}
	case '{':
		if _, ok := opensSerial(src, floor, at); ok {
			return at, true
		}
		return at, opensString(next) || len(next) > 2 && next[0] == ':' && isIdent(next[1]) || strings.HasPrefix(next, "[\"") || at > floor && strings.HasSuffix(strings.TrimRight(src[floor:at], " \t"), "=")
	case '[':
		if strings.HasPrefix(next, "{") {
			next = strings.TrimLeft(next[1:], " \t\r\n")
			return at, next != ""
		}
		if strings.HasPrefix(next, "OrderedDict(") {
			return at, true
		}
		if opensString(next) { // ["key"]=> of a var_dump that lost its head
			return at, strings.Contains(rest, "]=>") || strings.Contains(rest, "\",") || strings.Contains(rest, "',")
		}
	}
	return at, false
}

func opensString(s string) bool {
	for _, q := range [...]string{"\"", "'", "\\\"", "&quot;", "u'", "u\"", "“"} {
		if strings.HasPrefix(s, q) {
			return true
		}
	}
	return false
}

func isIdent(c byte) bool {
	return c == '_' || c == '$' || c-'0' < 10 || c|0x20 >= 'a' && c|0x20 <= 'z'
}

func hasSuffixFold(s string, suffixes ...string) bool {
	for _, x := range suffixes {
		if len(s) >= len(x) && strings.EqualFold(s[len(s)-len(x):], x) {
			return true
		}
	}
	return false
}

// wholeLine reports whether nothing but a stop or a quote stands beside the
// dump on its lines.
func wholeLine(src string, start, end int) bool {
	low, high := max(0, start-sideways), min(len(src), end+sideways)
	from := low + strings.LastIndexByte(src[low:start], '\n') + 1
	to := strings.IndexByte(src[end:high], '\n')
	if to < 0 {
		to = high - end
	}
	return !hasLetter(src[from:start]) && !hasLetter(src[end:end+to])
}

// trailing measures what belongs to a dump behind its last bracket: the
// closing quote, a semicolon, the dots of a cut.
func trailing(s string) int {
	n := 0
	for n < len(s) && strings.IndexByte("\";)',. \t", s[n]) >= 0 {
		n++
	}
	for _, tail := range [...]string{"&quot;", "…", "</script>", "</pre>"} {
		if strings.HasPrefix(s[n:], tail) {
			n += len(tail)
		}
	}
	return n
}

// assignment moves the start of a dump back over what it was assigned to:
// window.__DATA__ = , "var state =", callback( and a script tag.
func assignment(src string, floor, start int) int {
	low := max(floor, start-sideways)
	line := low + strings.LastIndexByte(src[low:start], '\n') + 1
	head := src[line:start]
	cut := strings.TrimRight(head, " \t")
	switch {
	case strings.HasSuffix(cut, "="), strings.HasSuffix(cut, "("):
		cut = strings.TrimRight(cut[:len(cut)-1], " \t")
		for len(cut) > 0 && (isIdent(cut[len(cut)-1]) || strings.IndexByte(".[]\"'", cut[len(cut)-1]) >= 0) {
			cut = cut[:len(cut)-1]
		}
		for _, word := range [...]string{"var", "let", "const"} {
			cut = strings.TrimSuffix(strings.TrimRight(cut, " \t"), word)
		}
	case strings.HasSuffix(cut, "\""), strings.HasSuffix(cut, "'"):
		cut = cut[:len(cut)-1]
	}
	for _, tag := range [...]string{"<script>", "<pre>"} {
		cut = strings.TrimSuffix(strings.TrimRight(cut, " \t"), tag)
	}
	return line + len(cut)
}

// record is what one object of a dump says.
type record map[string]string

// link reads a record as a headline.
func (r record) link() (articles.Link, bool) {
	first := func(keys ...string) string {
		for _, k := range keys {
			if v := strings.TrimSpace(r[k]); v != "" {
				return v
			}
		}
		return ""
	}
	l := articles.Link{
		Title: first("title", "headline", "headlinetext", "head", "titre", "titulo", "name", "text", "label", "caption"),
		URL:   first("url", "link", "href", "permalink", "canonicalurl", "uri"),
		ID:    first("id", "nid", "newsid", "news_id", "articleid", "article_id", "contentid", "guid", "postid", "post_id", "storyid", "_id", "pk"),
		Image: first("pic", "image", "img", "thumb", "thumbnail", "photo", "picture", "imageurl", "image_url", "src"),
	}
	if l.Title == "" || first("title", "headline", "headlinetext", "head", "titre", "titulo") == "" && l.URL == "" {
		return articles.Link{}, false
	}
	l.Title, _ = readable(unescape(strings.ReplaceAll(l.Title, "\n", " ")))
	for _, k := range [...]string{"published", "publishedat", "published_at", "pubdate", "date", "datetime", "created", "created_at", "time", "publishdate"} {
		if d, ok := dates.Parse(r[k], dates.Hint{}); ok {
			l.Published = d
			break
		}
	}
	if l.Published.IsZero() {
		if d, ok := dates.FromURL(l.Image); ok {
			l.Published = d
		} else if d, ok := dates.FromURL(l.URL); ok {
			l.Published = d
		}
	}
	return l, l.Title != ""
}
