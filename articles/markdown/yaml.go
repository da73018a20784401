package markdown

import (
	"strconv"
	"strings"

	"broadsheet/articles/field"
)

// plainYAML reads a front matter of plain fields: "name: value" with a plain
// or a quoted value, and lists of such values below a name or in brackets. It
// reports false for anything it would have to guess at.
func plainYAML(s string) (field.Object, bool) {
	o := field.Object{}
	list, indent := -1, 0 // the member that "- value" lines belong to, and how far these are set in
	for l := range strings.SplitSeq(s, "\n") {
		l = strings.TrimRight(l, " \t")
		trimmed := strings.TrimLeft(l, " ")
		switch {
		case trimmed == "" || trimmed[0] == '#':
			continue
		case strings.HasPrefix(trimmed, "- "):
			if list < 0 {
				return nil, false
			}
			v, ok := plainScalar(strings.TrimSpace(trimmed[2:]))
			if !ok || v != nil && strings.Contains(trimmed, ": ") && trimmed[2] != '"' && trimmed[2] != '\'' {
				return nil, false
			}
			have, _ := o[list].Value.([]any)
			if at := len(l) - len(trimmed); have == nil {
				indent = at
			} else if at != indent {
				return nil, false // a list in the list, or an item that goes on
			}
			o[list].Value = append(have, v)
			continue
		case trimmed != l:
			return nil, false
		}
		name, rest, ok := strings.Cut(l, ":")
		if !ok || name == "" || strings.ContainsAny(name, "\"'{}[]?&*!|>%@`,#") || rest != "" && rest[0] != ' ' {
			return nil, false
		}
		v, ok := plainValue(strings.TrimSpace(rest))
		if !ok {
			return nil, false
		}
		o = append(o, field.Member{Name: strings.TrimSpace(name), Value: v})
		if list = -1; v == nil {
			list = len(o) - 1
		}
	}
	return o, true
}

// plainValue reads a scalar or a list in brackets that fits one line.
func plainValue(s string) (any, bool) {
	if !strings.HasPrefix(s, "[") {
		return plainScalar(s)
	}
	if !strings.HasSuffix(s, "]") || strings.ContainsAny(s[1:len(s)-1], "[]{}\"':#&*") {
		return nil, false
	}
	list := []any{}
	for e := range strings.SplitSeq(s[1:len(s)-1], ",") {
		if e = strings.TrimSpace(e); e != "" {
			list = append(list, e)
		}
	}
	return list, true
}

func plainScalar(s string) (any, bool) {
	if s == "" || s == "~" || s == "null" {
		return nil, true
	}
	switch s[0] {
	case '"':
		if len(s) < 2 || s[len(s)-1] != '"' || strings.Contains(s, `\/`) {
			return nil, false
		}
		v, err := strconv.Unquote(s)
		return v, err == nil
	case '\'':
		if len(s) < 2 || s[len(s)-1] != '\'' {
			return nil, false
		}
		inner := s[1 : len(s)-1]
		v := strings.ReplaceAll(inner, "''", "'")
		return v, strings.Count(inner, "'") == 2*strings.Count(inner, "''")
	case '|', '>', '{', '[', '&', '*', '!', '%', '@', '`', '?', '#':
		return nil, false
	}
	if s == "-" || strings.HasPrefix(s, "- ") || strings.Contains(s, " #") || strings.Contains(s, ": ") || strings.HasSuffix(s, ":") {
		return nil, false
	}
	return s, true
}
