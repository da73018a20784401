// Package wire reads what news agencies send: NITF, NewsML 1 and NewsML-G2,
// and the SGML of the Reuters-21578 collection. It does not know how a file
// came to hold them.
//
// The newest of their forms, ninjs, is JSON and is read by articles/record;
// the oldest, ANPA and IPTC 7901, are text and are read by articles/text.
package wire

import (
	"errors"
	"iter"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// Options are what a caller may ask of the readers.
type Options = entry.Options

// What can be wrong with a wire file. ErrNoText is a file that carries none:
// a picture, a plan, a package of references; ErrNoStory is one document of
// several.
var (
	ErrNoText  = errors.New("it carries no text")
	ErrNoStory = errors.New("the document has neither a title nor a text")
)

// Root reports whether an XML document whose first element has that name is
// one that XML reads.
func Root(name string) bool {
	switch name {
	case "nitf", "newsml", "newsitem", "newsmessage", "packageitem", "newsbag":
		return true
	}
	return false
}

// XML yields the stories of a NITF or NewsML document.
func XML(src string, o Options) iter.Seq2[articles.Article, error] {
	return func(yield func(articles.Article, error) bool) {
		root := tree.Parse(src)
		found := false
		give := func(e entry.Entry) bool {
			a, ok := e.Article(o)
			if !ok || a.Text == "" {
				return true
			}
			found = true
			return yield(a, nil)
		}
		for e := range entries(root) {
			if !give(e) {
				return
			}
		}
		if !found {
			yield(articles.Article{}, ErrNoText)
		}
	}
}

// entries finds the news items of a document, whatever wraps them.
func entries(root *tree.Node) iter.Seq[entry.Entry] {
	return func(yield func(entry.Entry) bool) {
		if n := root.Child("nitf"); n != nil {
			yield(nitf(n))
			return
		}
		items := root.All("newsitem")
		for _, n := range items {
			if n.Child("contentset") != nil || n.Child("contentmeta") != nil {
				if e, ok := g2(n); ok && !yield(e) {
					return
				}
				continue
			}
			if !newsML(n, yield) {
				return
			}
		}
	}
}

// line is the text of the first child that has one.
func line(n *tree.Node, names ...string) string {
	for _, name := range names {
		for _, k := range n.Children(name) {
			if s := k.Line(); s != "" {
				return s
			}
		}
	}
	return ""
}

// moment reads a date as wires write it: 20140829T134951+0000, 20020225.
func moment(s, lang string) articles.Date {
	s = strings.TrimSpace(s)
	if len(s) >= 15 && s[8] == 'T' && strings.Trim(s[:8], "0123456789") == "" {
		s = s[:4] + "-" + s[4:6] + "-" + s[6:11] + ":" + s[11:13] + ":" + s[13:]
	}
	d, _ := field.Date(s, lang)
	return d
}

func first(ss ...string) string {
	for _, s := range ss {
		if s = strings.Join(strings.Fields(s), " "); s != "" {
			return s
		}
	}
	return ""
}

func firstDate(lang string, ss ...string) articles.Date {
	for _, s := range ss {
		if d := moment(s, lang); !d.IsZero() {
			return d
		}
	}
	return articles.Date{}
}

// tags gathers names without doubles.
func tags(list []string, more ...string) []string {
	for _, s := range more {
		s = strings.Join(strings.Fields(s), " ")
		double := s == ""
		for _, have := range list {
			double = double || strings.EqualFold(have, s)
		}
		if !double && len(list) < 64 {
			list = append(list, s)
		}
	}
	return list
}
