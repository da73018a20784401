package page

import (
	"encoding/json"
	"slices"
	"strings"
)

// ldObject is one object of a page's JSON-LD that describes a story.
type ldObject map[string]any

// maxLD is how deep and how many objects of a JSON-LD script are looked at.
const (
	maxLDDeep = 12
	maxLD     = 200
)

// unwrapped takes off a script what hid it from the browsers and validators of
// another time: comments of HTML, CDATA sections, either within a comment of
// JavaScript.
func unwrapped(s string) string {
	for {
		before := s
		s = strings.TrimSpace(s)
		for _, open := range [...]string{"<!--", "<![CDATA[", "//", "/*", "*/"} {
			s = strings.TrimPrefix(s, open)
		}
		for _, end := range [...]string{"-->", "]]>", "//", "/*", "*/", ";"} {
			s = strings.TrimSuffix(s, end)
		}
		if s == before {
			return s
		}
	}
}

// readLD reads the objects of one script that describe a story. A script
// that is not quite JSON, as many are, is mended first.
func readLD(s string, persons map[string]string, kinds map[string]bool) []ldObject {
	s = unwrapped(s)
	var v any
	if json.Unmarshal([]byte(s), &v) != nil {
		if json.Unmarshal([]byte(mend(s)), &v) != nil {
			return nil
		}
	}
	var found []ldObject
	seen := 0
	var walk func(v any, depth int)
	walk = func(v any, depth int) {
		if depth > maxLDDeep || seen > maxLD {
			return
		}
		switch v := v.(type) {
		case []any:
			for _, x := range v {
				walk(x, depth+1)
			}
		case map[string]any:
			seen++
			for _, t := range ldObject(v).types() {
				kinds[t] = true
			}
			if id, name := ldText(v["@id"]), ldText(v["name"]); id != "" && slices.Contains(ldObject(v).types(), "Person") {
				persons[id] = name
			}
			if storyType(ldObject(v).types()) {
				found = append(found, v)
				return
			}
			for _, k := range []string{"@graph", "mainEntity", "mainEntityOfPage", "hasPart", "itemListElement", "liveBlogUpdate", "subjectOf"} {
				walk(v[k], depth+1)
			}
		}
	}
	walk(v, 0)
	return found
}

// mend replaces the raw line breaks and tabs that many a generator leaves
// inside strings, and drops trailing commas.
func mend(s string) string {
	var b strings.Builder
	b.Grow(len(s))
	in := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case in && c == '\\' && i+1 < len(s):
			if strings.IndexByte(`"\/bfnrtu`, s[i+1]) < 0 {
				b.WriteString(`\\`)
				continue
			}
			b.WriteByte(c)
			i++
			c = s[i]
		case c == '"':
			in = !in
		case in && c < 0x20:
			c = ' '
		case !in && c == ',':
			rest := strings.TrimLeft(s[i+1:min(len(s), i+200)], " \t\r\n")
			if rest != "" && (rest[0] == '}' || rest[0] == ']') {
				continue
			}
		}
		b.WriteByte(c)
	}
	return b.String()
}

func storyType(types []string) bool {
	for _, t := range types {
		switch {
		case strings.HasSuffix(t, "Article"), strings.HasSuffix(t, "Posting"), strings.HasSuffix(t, "Report"),
			strings.HasSuffix(t, "Review"), t == "Recipe", t == "Blog", t == "OpinionNewsArticle", t == "ReportageNewsArticle", t == "CreativeWork", t == "NewsItem", t == "WebPage", t == "ItemPage":
			return true
		}
	}
	return false
}

func (o ldObject) types() []string {
	switch t := o["@type"].(type) {
	case string:
		return []string{t}
	case []any:
		var s []string
		for _, x := range t {
			if x, ok := x.(string); ok {
				s = append(s, x)
			}
		}
		return s
	}
	return nil
}

// text is a string field, or the first string of a list, or the name or
// address of an object.
func (o ldObject) text(key string) string {
	return ldText(o[key])
}

func ldText(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimSpace(v)
	case []any:
		for _, x := range v {
			if s := ldText(x); s != "" {
				return s
			}
		}
	case map[string]any:
		for _, k := range []string{"name", "@value", "url", "@id"} {
			if s, ok := v[k].(string); ok && s != "" {
				return strings.TrimSpace(s)
			}
		}
	}
	return ""
}

// isSite reports an object that describes a page or site in general and
// tells of a story only by chance.
func (o ldObject) isSite() bool {
	for _, t := range o.types() {
		switch t {
		case "WebPage", "ItemPage", "Blog", "CreativeWork":
		default:
			return false
		}
	}
	return true
}

// ref is the id of the object that a field refers to.
func (o ldObject) ref(key string) string {
	v := o[key]
	if l, ok := v.([]any); ok && len(l) > 0 {
		v = l[0]
	}
	if m, ok := v.(map[string]any); ok {
		s, _ := m["@id"].(string)
		return s
	}
	return ""
}

// names are the names a field gives: one, or a list of strings or objects.
func (o ldObject) names(key string) []string {
	var out []string
	add := func(v any) {
		switch v := v.(type) {
		case string:
			out = append(out, fold(v))
		case map[string]any:
			switch n := v["name"].(type) {
			case string:
				out = append(out, fold(n))
			case []any:
				for _, x := range n {
					if s, ok := x.(string); ok {
						out = append(out, fold(s))
					}
				}
			}
		}
	}
	if list, ok := o[key].([]any); ok {
		for _, v := range list {
			add(v)
		}
		return out
	}
	add(o[key])
	return out
}
