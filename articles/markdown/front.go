package markdown

import (
	"encoding/json"
	"errors"
	"fmt"
	"sort"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/pelletier/go-toml/v2"

	"broadsheet/articles/field"
)

// maxFront caps a front matter; a longer one is prose between two rules.
const maxFront = 256 << 10

// splitFront parts the fields at the head of a document from its body, and
// tells on which line the body begins. Fields that cannot be read are a
// warning, and what could be made of them line by line is kept.
func splitFront(src string) (front field.Object, body string, line int, warning string) {
	src = strings.TrimPrefix(src, "\ufeff")
	lead := src[:len(src)-len(strings.TrimLeft(src, " \t\n"))]
	src, line = src[len(lead):], 1+strings.Count(lead, "\n")
	inner, body, kind := fenced(src)
	if kind == 0 {
		if front, body = loose(src); front != nil {
			line += strings.Count(src[:len(src)-len(body)], "\n")
		}
		return front, body, line, ""
	}
	line += strings.Count(src[:len(src)-len(body)], "\n")
	var err error
	switch kind {
	case 'y':
		front, err = parseYAML(inner)
	case 't':
		front, err = parseTOML(inner)
	case 'j':
		front, err = parseJSON(inner)
	}
	if err != nil {
		front = salvage(inner)
		reason, _, _ := strings.Cut(err.Error(), "\n")
		warning = WarnFrontMatter + ": " + reason
	}
	return front, body, line, warning
}

// fenced finds a front matter and its kind: y for YAML, t for TOML, j for
// JSON, 0 for none.
func fenced(src string) (inner, body string, kind byte) {
	first, rest, _ := strings.Cut(src, "\n")
	switch strings.TrimSpace(first) {
	case "---":
		kind = 'y'
	case "+++":
		kind = 't'
	case ";;;":
		kind = 'j'
	case "{":
		return jsonFront(src)
	default:
		return "", src, 0
	}
	fence := strings.TrimSpace(first)
	for at := 0; at < len(rest) && at < maxFront; {
		end := strings.IndexByte(rest[at:], '\n')
		next := len(rest)
		if end >= 0 {
			next = at + end + 1
		}
		l := strings.TrimRight(rest[at:next], " \t\n")
		if l == fence || kind == 'y' && l == "..." {
			if inner = rest[:at]; kind == 'y' && !fieldsIn(inner) {
				return "", src, 0 // prose between two rules
			}
			return inner, rest[next:], kind
		}
		at = next
	}
	return "", src, 0
}

// fieldsIn reports whether a text between two fences has a field in it, or
// nothing at all.
func fieldsIn(s string) bool {
	if strings.TrimSpace(s) == "" {
		return true
	}
	for l := range strings.SplitSeq(s, "\n") {
		name, _, ok := strings.Cut(l, ":")
		if ok && name != "" && len(name) < 60 && !strings.ContainsAny(name, ".,;!?") {
			return true
		}
	}
	return false
}

// jsonFront finds an object that opens a document and ends at a line's start.
func jsonFront(src string) (inner, body string, kind byte) {
	end := strings.Index(src, "\n}")
	if end < 0 || end > maxFront {
		return "", src, 0
	}
	rest := src[end+2:]
	if l, _, _ := strings.Cut(rest, "\n"); strings.TrimSpace(l) != "" {
		return "", src, 0
	}
	if i := strings.IndexByte(rest, '\n'); i >= 0 {
		return src[:end+2], rest[i+1:], 'j'
	}
	return src[:end+2], "", 'j'
}

// loose reads a head of fields without a fence, as MultiMarkdown has it:
// "Title: ...", "Author: ..." up to the first blank line. Two fields that name
// something are asked for, one of them a title, so that prose is not eaten.
func loose(src string) (field.Object, string) {
	var front field.Object
	rest, titled := src, false
	for range 24 {
		l, after, more := strings.Cut(rest, "\n")
		if strings.TrimSpace(l) == "" {
			if titled && len(front) >= 2 {
				return front, after
			}
			return nil, src
		}
		name, value, ok := strings.Cut(l, ":")
		role, _ := field.Of(name)
		if !ok || role == field.None || role == field.Text || len(name) > 24 || name != strings.TrimSpace(name) {
			return nil, src
		}
		titled = titled || role == field.Title
		front = append(front, field.Member{Name: name, Value: strings.TrimSpace(value)})
		if rest = after; !more {
			break
		}
	}
	return nil, src
}

// parseYAML reads the plain fields most front matters have by hand, and
// anything else with the library, which is some fifty times slower.
func parseYAML(s string) (field.Object, error) {
	if o, ok := plainYAML(s); ok {
		return o, nil
	}
	if bomb(s) {
		return nil, errNested
	}
	var m yaml.MapSlice
	if err := yaml.UnmarshalWithOptions([]byte(s), &m, yaml.UseOrderedMap()); err != nil {
		reason, _, _ := strings.Cut(err.Error(), "\n")
		return nil, fmt.Errorf("yaml: %s", reason)
	}
	return value(m, 0).(field.Object), nil
}

var errNested = errors.New("nested too deep")

// bomb reports a nesting or a number of aliases that no front matter has and
// that would cost the libraries their stack or all memory: sixteen lines of
// aliases of aliases are a billion values.
func bomb(s string) bool {
	depth, deepest, anchors, aliases := 0, 0, 0, 0
	for i := 0; i < len(s); i++ {
		switch c := s[i]; {
		case c == '[' || c == '{':
			depth++
			deepest = max(deepest, depth)
		case c == ']' || c == '}':
			depth--
		case i+1 < len(s) && s[i+1] > ' ' && (i == 0 || strings.IndexByte(" \t\n[{,:-?", s[i-1]) >= 0):
			switch c {
			case '&':
				anchors++
			case '*':
				aliases++
			}
		}
	}
	lines := 0
	for l := range strings.SplitSeq(s, "\n") {
		indent := len(l) - len(strings.TrimLeft(l, " \t-?:"))
		lines = max(lines, indent)
	}
	return deepest > 32 || anchors > 0 && aliases > 8 || lines > 64
}

func parseTOML(s string) (field.Object, error) {
	if bomb(s) {
		return nil, errNested
	}
	var m map[string]any
	if err := toml.Unmarshal([]byte(s), &m); err != nil {
		return nil, err
	}
	return value(m, 0).(field.Object), nil
}

func parseJSON(s string) (field.Object, error) {
	var m map[string]any
	if err := json.Unmarshal([]byte(s), &m); err != nil {
		return nil, fmt.Errorf("json: %w", err)
	}
	return value(m, 0).(field.Object), nil
}

// salvage takes of a broken front matter the lines that are fields.
func salvage(s string) field.Object {
	var o field.Object
	for l := range strings.SplitSeq(s, "\n") {
		name, v, ok := strings.Cut(l, ":")
		if !ok {
			name, v, ok = strings.Cut(l, "=")
		}
		name, v = strings.Trim(strings.TrimSpace(name), `"'`), strings.Trim(strings.TrimSpace(v), `"', `)
		if role, _ := field.Of(name); ok && v != "" && role != field.None && role != field.Text {
			o = append(o, field.Member{Name: name, Value: v})
		}
	}
	return o
}

// value brings what the libraries return to the values of package field.
func value(v any, depth int) any {
	if depth > 16 {
		return nil
	}
	switch v := v.(type) {
	case yaml.MapSlice:
		o := field.Object{}
		for _, i := range v {
			o = append(o, field.Member{Name: fmt.Sprint(i.Key), Value: value(i.Value, depth+1)})
		}
		return o
	case map[string]any:
		o := field.Object{}
		for name, e := range v {
			o = append(o, field.Member{Name: name, Value: value(e, depth+1)})
		}
		sort.Slice(o, func(i, j int) bool { return o[i].Name < o[j].Name })
		return o
	case []any:
		list := make([]any, 0, len(v))
		for _, e := range v {
			list = append(list, value(e, depth+1))
		}
		return list
	case nil, bool, string:
		return v
	case int, int64, uint64:
		return field.Number(fmt.Sprint(v))
	case float64:
		return field.Number(strconv.FormatFloat(v, 'f', -1, 64))
	default:
		return fmt.Sprint(v)
	}
}
