package page

import (
	"encoding/json"
	"html"
	"strings"

	"broadsheet/articles"

	xhtml "golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The caps on what scripts are searched for a story.
const (
	maxState     = 4 << 20 // bytes of one script
	maxStateDeep = 40
	minState     = 60 // words; fewer are no story
)

// stateStory finds the story in the data that a page's scripts would have
// made it from, and returns it as HTML. Sites name and nest it in many ways;
// what they share is that a story is the list with most prose in it.
func stateStory(doc *xhtml.Node) string {
	best, most := "", minState
	descend(doc, func(n *xhtml.Node) (bool, bool) {
		if n.Type != xhtml.ElementNode || n.DataAtom != atom.Script {
			return true, false
		}
		kind := attr(n, "type")
		if strings.Contains(kind, "ld+json") {
			return false, false
		}
		for _, v := range stateValues(content(n)) {
			story, words := richest(v, 0)
			if words > most {
				best, most = story, words
			}
		}
		return false, false
	})
	return best
}

// stateValues reads the JSON values that a script holds or assigns.
func stateValues(src string) []any {
	if len(src) < 300 || len(src) > maxState {
		return nil
	}
	var out []any
	for tries := 0; tries < 8 && len(src) > 300; tries++ {
		i := strings.IndexAny(src, "{[\"")
		if i < 0 {
			break
		}
		d := json.NewDecoder(strings.NewReader(src[i:]))
		var v any
		if d.Decode(&v) != nil {
			next := strings.Index(src[i:], "=")
			if next < 0 {
				break
			}
			src = src[i+next+1:]
			continue
		}
		if s, ok := v.(string); ok && len(s) > 300 {
			// JSON.parse("...")
			var inner any
			if json.Unmarshal([]byte(s), &inner) == nil {
				v = inner
			}
		}
		out = append(out, v)
		src = src[i+int(d.InputOffset()):]
	}
	return out
}

// richest finds the value with most prose under v: a list of paragraphs, or
// one long text.
func richest(v any, depth int) (story string, words int) {
	if depth > maxStateDeep {
		return "", 0
	}
	switch v := v.(type) {
	case string:
		return proseText(v)
	case []any:
		var b strings.Builder
		all := 0
		for _, x := range v {
			p, n := paragraph(x, depth+1)
			if n > 0 {
				b.WriteString(p)
				all += n
			}
		}
		story, words = b.String(), all
		for _, x := range v {
			if s, n := richest(x, depth+1); 2*n > 3*words {
				story, words = s, n
			}
		}
	case map[string]any:
		for k, x := range v {
			if k == "comments" || k == "related" || k == "recommended" {
				continue
			}
			if s, n := richest(x, depth+1); n > words || n == words && s < story {
				story, words = s, n
			}
		}
	}
	return story, words
}

// proseText reads a string as prose, or as HTML that holds some.
func proseText(s string) (string, int) {
	if len(s) < 80 || strings.Count(s, " ")*20 < len(s) || strings.Contains(s, "function(") {
		return "", 0
	}
	if strings.Contains(s, "<p") || strings.Contains(s, "</") || strings.Contains(s, "<br") {
		return s, articles.CountWords(s) - strings.Count(s, "<")
	}
	var b strings.Builder
	for line := range strings.SplitSeq(s, "\n") {
		if strings.TrimSpace(line) != "" {
			b.WriteString("<p>" + html.EscapeString(line) + "</p>")
		}
	}
	return b.String(), articles.CountWords(s)
}

// paragraph reads one element of a story's list: an object with a text, or
// with a list of the runs of one.
func paragraph(v any, depth int) (string, int) {
	if depth > maxStateDeep {
		return "", 0
	}
	switch v := v.(type) {
	case string:
		return proseText(v)
	case map[string]any:
		kind := strings.ToLower(ldText(v["type"]) + ldText(v["_type"]) + ldText(v["nodeType"]) + ldText(v["__typename"]) + ldText(v["name"]) + ldText(v["tag"]))
		if strings.Contains(kind, "image") || strings.Contains(kind, "video") || strings.Contains(kind, "gallery") || strings.Contains(kind, "ad") && !strings.Contains(kind, "head") {
			return "", 0
		}
		t := leafText(v, depth)
		n := articles.CountWords(t)
		if n == 0 || n < 4 && !strings.Contains(kind, "head") {
			return "", 0
		}
		if !strings.Contains(t, "<") {
			t = html.EscapeString(t)
		}
		if strings.Contains(kind, "head") {
			return "<h2>" + t + "</h2>", n
		}
		if len(t) < 80 && !endsSentence(t) {
			return "", 0
		}
		return "<p>" + t + "</p>", n
	}
	return "", 0
}

// leafText joins the texts within one paragraph's object.
func leafText(v any, depth int) string {
	if depth > maxStateDeep {
		return ""
	}
	switch v := v.(type) {
	case string:
		return v
	case []any:
		var b strings.Builder
		for _, x := range v {
			if m, ok := x.(map[string]any); ok {
				b.WriteString(leafText(m, depth+1))
			}
		}
		return b.String()
	case map[string]any:
		for _, k := range []string{"content", "text", "html", "value", "children", "body", "data", "model"} {
			if x, ok := v[k]; ok {
				if t := leafText(x, depth+1); t != "" {
					return t
				}
			}
		}
	}
	return ""
}
