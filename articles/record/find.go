package record

import (
	"iter"
	"strings"

	"broadsheet/articles/field"
)

// records yields the records in a value: the value itself, the elements of a
// list, or those of what an interface or an export wraps around them.
func records(v any) iter.Seq[field.Object] {
	return func(yield func(field.Object) bool) {
		f := finder{yield: yield}
		f.walk(v, "", 0)
	}
}

type finder struct {
	yield   func(field.Object) bool
	stopped bool
}

// maxWrapped caps how many wrappers are looked into.
const maxWrapped = 8

// walk finds the records in v; outlet is what a wrapper says they are from.
func (f *finder) walk(v any, outlet string, depth int) {
	if f.stopped || depth > maxWrapped {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			f.walk(e, outlet, depth+1)
		}
	case field.Object:
		f.object(v, outlet, depth)
	}
}

func (f *finder) object(o field.Object, outlet string, depth int) {
	if !typed(o) {
		return
	}
	if rows := transposed(o); rows != nil {
		for _, r := range rows {
			f.give(r, outlet)
		}
		return
	}
	if prose(o) {
		f.give(o, outlet)
		return
	}
	if inner := wrapped(o); len(inner) > 0 {
		if name := field.Line(o.Get("title", "name", "feedtitle")); name != "" && o.Get("url", "uri", "articlebody") == nil {
			outlet = name
		}
		for _, v := range inner {
			f.walk(v, outlet, depth+1)
		}
		return
	}
	if byKey(o) {
		for _, m := range o {
			f.walk(m.Value, outlet, depth+1)
		}
		return
	}
	if depth == 0 || storyLike(o) {
		f.give(o, outlet)
	}
}

func (f *finder) give(o field.Object, outlet string) {
	if f.stopped {
		return
	}
	if outlet != "" && o.Get("sitename", "source", "publisher", "outlet", "publication") == nil {
		o = append(o[:len(o):len(o)], field.Member{Name: "site_name", Value: outlet})
	}
	f.stopped = !f.yield(o)
}

// typed reports an object that schema.org does not call something else than a
// story: a @graph holds organisations and pictures too.
func typed(o field.Object) bool {
	t := field.String(o.Get("@type"))
	if t == "" || o.Get("@graph") != nil {
		return true
	}
	for _, word := range []string{"Article", "Posting", "Report", "Review", "CreativeWork", "Opinion", "Analysis", "ItemList", "WebPage"} {
		if strings.Contains(t, word) {
			return true
		}
	}
	return false
}

// prose reports an object with a text of its own.
func prose(o field.Object) bool {
	for _, m := range o {
		if r, _ := field.Of(m.Name); r == field.Text {
			switch v := m.Value.(type) {
			case string:
				if len(v) > 200 || len(v) > 0 && o.Get("title", "headline") != nil {
					return true
				}
			case field.Object:
				if v.Get("rendered") != nil {
					return true
				}
			}
		}
	}
	return false
}

// storyLike reports an object with fields that only a story has.
func storyLike(o field.Object) bool {
	n := 0
	for _, m := range o {
		if m.Value == nil {
			continue
		}
		inner, wraps := m.Value.(field.Object)
		switch r, _ := field.Of(m.Name); r {
		case field.Title, field.Text:
			if r == field.Title || !wraps || inner.Get("rendered") != nil {
				n += 2 // "data" and "news" may be a text, and what wraps one
			}
		case field.URL, field.Published, field.Author, field.Dek, field.Outlet:
			n++
		}
		if wraps && n < 2 && prose(inner) {
			n += 2
		}
	}
	return n >= 2
}

// wrapped returns what a wrapper holds under the names that wrappers use.
func wrapped(o field.Object) []any {
	var out []any
	for _, m := range o {
		switch field.Fold(m.Name) {
		case "articles", "item", "items", "entries", "results", "docs", "data", "hits", "response", "stories", "news", "feed",
			"list", "bookmarks", "children", "posts", "records", "rows", "documents", "nodes", "edges", "value", "values",
			"hydramember", "embedded", "objects", "channel", "rss", "export", "pages", "graph", "saved", "content",
			"itemlistelement", "result", "output", "itemslist", "links", "reads", "body":
		default:
			continue
		}
		switch v := m.Value.(type) {
		case []any:
			if holdsObjects(v) {
				out = append(out, v)
			}
		case field.Object:
			if !storyLike(o) || storyLike(v) && o.Get("title", "headline") == nil {
				out = append(out, v)
			}
		}
	}
	return out
}

func holdsObjects(list []any) bool {
	for _, e := range list {
		if _, ok := e.(field.Object); ok {
			return true
		}
	}
	return false
}

// byKey reports an object that is a list in disguise: {"id1": {...}, ...}.
func byKey(o field.Object) bool {
	if len(o) == 0 {
		return false
	}
	stories := 0
	for _, m := range o {
		inner, ok := m.Value.(field.Object)
		if !ok {
			return false
		}
		if storyLike(inner) {
			stories++
		}
	}
	return 2*stories > len(o) && (len(o) > 1 || stories == 1)
}

// transposed turns a table stored by columns into rows: {"title": {"0": ...},
// "text": {"0": ...}}, {"title": [...], "text": [...]}, and {"columns": [...],
// "data": [[...]]}.
func transposed(o field.Object) []field.Object {
	if cols, ok := o.Get("columns").([]any); ok {
		if data, ok := o.Get("data").([]any); ok && len(data) > 0 {
			return fromRows(cols, data)
		}
	}
	var rows []field.Object
	roles := 0
	for _, m := range o {
		col := column(m.Value)
		if len(col) < 1 || rows != nil && len(col) != len(rows) {
			return nil
		}
		if r, _ := field.Of(m.Name); r == field.Title || r == field.Text {
			roles++
		}
		if rows == nil {
			rows = make([]field.Object, len(col))
		}
		for i, v := range col {
			rows[i] = append(rows[i], field.Member{Name: m.Name, Value: v})
		}
	}
	if roles == 0 || len(o) < 2 {
		return nil
	}
	return rows
}

// column returns the values of a column, or nothing where it is none.
func column(v any) []any {
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			if _, ok := e.(field.Object); ok {
				return nil
			}
		}
		return v
	case field.Object:
		col := make([]any, 0, len(v))
		for i, m := range v {
			if m.Name == "" || m.Name[0] < '0' || m.Name[0] > '9' || i == 0 && m.Name != "0" {
				return nil
			}
			col = append(col, m.Value)
		}
		return col
	}
	return nil
}

func fromRows(cols, data []any) []field.Object {
	var rows []field.Object
	for _, d := range data {
		cells, ok := d.([]any)
		if !ok {
			return nil
		}
		var r field.Object
		for i, c := range cells {
			if i < len(cols) {
				r = append(r, field.Member{Name: field.String(cols[i]), Value: c})
			}
		}
		rows = append(rows, r)
	}
	return rows
}
