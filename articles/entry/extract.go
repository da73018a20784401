package entry

import (
	"html"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/markdown"
	"broadsheet/articles/page"
	"broadsheet/articles/text"
)

// read extracts one content by the reader of its type.
func (c Content) read(whole bool, known articles.Article, o Options) (articles.Article, bool) {
	src := c.Text
	switch c.Type {
	case Guess:
		if !LooksHTML(src) {
			twice := unescaped(src)
			if twice == "" {
				return fromText(src, known, o)
			}
			src = twice
		}
		return fromHTML(src, whole, known, o)
	case HTML:
		if twice := unescaped(src); twice != "" {
			src = twice
		}
		return fromHTML(src, whole, known, o)
	case Markdown:
		a, err := markdown.Read(src, markdown.Options{Keep: o.Keep, Title: known.Title})
		return a, err == nil && a.Text != ""
	default:
		return fromText(src, known, o)
	}
}

// unescaped undoes one layer of escaping of a content that was escaped twice
// on its way into the container; "" where it was not.
func unescaped(s string) string {
	if !strings.Contains(s, "&lt;") || LooksHTML(s) {
		return ""
	}
	if u := html.UnescapeString(s); LooksHTML(u) {
		return u
	}
	return ""
}

func fromText(src string, known articles.Article, o Options) (articles.Article, bool) {
	a := text.Clean(plain(src), text.Options{
		Title: known.Title, Source: known.Source, Language: known.Language,
		Published: known.Published, Keep: o.Keep,
	})
	return a, a.Text != ""
}

// plain brings what containers do to plain text back: line ends, and breaks
// written out as two characters.
func plain(s string) string {
	if strings.IndexByte(s, '\r') >= 0 {
		s = strings.ReplaceAll(strings.ReplaceAll(s, "\r\n", "\n"), "\r", "\n")
	}
	if strings.Contains(s, `\n`) && !strings.Contains(s, "\n") {
		s = strings.ReplaceAll(s, `\n`, "\n")
	}
	return s
}

func fromHTML(src string, whole bool, known articles.Article, o Options) (articles.Article, bool) {
	po := page.Options{
		URL: known.URL, Title: known.Title, Source: known.Source,
		Language: known.Language, Published: known.Published, Keep: o.Keep,
	}
	var a articles.Article
	var err error
	if whole {
		po.Charset = "utf-8" // it was decoded on its way here
		a, err = page.Read([]byte(src), po)
	} else {
		a, err = page.Fragment(src, po)
	}
	return a, err == nil && a.Text != ""
}
