package text

import (
	"strings"

	"broadsheet/articles"
)

// A value printed on a line of its own as the program's language writes it:
// Python's Story(id=7, title='...') and <Story: ...>, Java's Story{id=7}, Ruby's #<Story id: 7>,
// Rust's Story { id: 7 }, Go's &{ID:7} and map[id:7], and the pieces of state
// that some frameworks push to their scripts. None of them is JSON, so
// dumpvalue.go does not read them; here only their outline is looked at.

// cutReprs cuts such lines, and keeps the headlines they name.
func (d *draft) cutReprs() {
	for i := range d.units {
		u := &d.units[i]
		if u.title || u.Kind == Pre || !reprLine(u.Text) {
			continue
		}
		d.dropAs(i, articles.ClassDebugDump)
		if title := quotedAfter(u.Text, "title=", "title: ", "headline=", "headline: "); strings.Contains(title, " ") {
			d.addRelated(title, quotedAfter(u.Text, "url=", "url: ", "href="))
		}
	}
}

// reprLine reports a line that is a printed value from its first character to
// its last.
func reprLine(s string) bool {
	if len(s) < 8 || len(s) > 1<<16 {
		return false
	}
	if in, ok := strings.CutPrefix(strings.TrimPrefix(s, "("), "self.__next_"); ok {
		return strings.HasPrefix(in, "f.push(") || strings.HasPrefix(in, "f=") || strings.HasPrefix(in, "s.push(")
	}
	if s[0] == '[' && s[len(s)-1] == ']' {
		s = s[1 : len(s)-1]
	}
	if s == "" {
		return false
	}
	name := identifier(strings.TrimLeft(s, "<#&"))
	switch last := s[len(s)-1]; {
	case last == '>' && (s[0] == '<' || strings.HasPrefix(s, "#<")):
		return angled(strings.TrimLeft(s, "<#"), name)
	case last == ')' && (upperFirst(name) || name == "namespace") && strings.HasPrefix(s, name+"("):
		return pairs(s[len(name)+1:len(s)-1], '=') >= 2
	case last == '}' && upperFirst(name) && strings.HasPrefix(s, name+"{"):
		return pairs(s[len(name)+1:len(s)-1], '=') >= 2
	case last == '}' && upperFirst(name) && strings.HasPrefix(s, name+" {"):
		return pairs(s[len(name)+2:len(s)-1], ':') >= 2
	case last == '}' && (strings.HasPrefix(s, "&{") || strings.HasPrefix(s, "{")):
		in := strings.TrimLeft(s, "&{")
		return upperFirst(in) && pairs(in[:len(in)-1], ':') >= 2
	case last == ']' && strings.HasPrefix(s, "map["):
		return pairs(s[len("map["):len(s)-1], ':') >= 2
	}
	return false
}

// angled reports what stands in <Story: ...>, <Story id=7> and <Story object
// at 0x7f>: a name of a type, no tag of a page.
func angled(s, name string) bool {
	if !upperFirst(name) || strings.Contains(s, "</") {
		return false
	}
	rest := s[len(name):]
	return strings.HasPrefix(rest, ": ") || strings.HasPrefix(rest, " object at 0x") ||
		strings.HasPrefix(rest, " ") && pairs(rest[1:], '=')+pairs(rest[1:], ':') >= 1
}

// identifier is the name that opens s, with its points.
func identifier(s string) string {
	n := 0
	for n < len(s) && (letterAt(s, n) || s[n] == '_' || n > 0 && (s[n] == '.' || s[n]-'0' < 10)) {
		n++
	}
	return s[:n]
}

func upperFirst(s string) bool { return s != "" && s[0] >= 'A' && s[0] <= 'Z' }

// pairs counts the names that stand before a sign as keys do: at the beginning,
// or behind a comma, a bracket or a space.
func pairs(s string, sign byte) int {
	n := 0
	for i := 0; i < len(s); {
		name := identifier(s[i:])
		if name == "" {
			i++
			continue
		}
		if end := i + len(name); end < len(s) && s[end] == sign && (i == 0 || strings.IndexByte(" ,([{", s[i-1]) >= 0) {
			n++
		}
		i += len(name)
	}
	return n
}

// quotedAfter is the string in quotes behind the first of the keys that has
// one.
func quotedAfter(s string, keys ...string) string {
	for _, key := range keys {
		_, rest, ok := strings.Cut(s, key)
		if !ok || rest == "" || rest[0] != '\'' && rest[0] != '"' {
			continue
		}
		if value, _, closed := strings.Cut(rest[1:], rest[:1]); closed {
			return value
		}
	}
	return ""
}
