package page

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// hint is something that an element's name, class or id says of what stands
// in it.
type hint uint64

// The hints. The last rows are told by the element itself, not by its class.
const (
	hintBody hint = 1 << iota // article-body, entry-content
	hintArticle
	hintLead
	hintTitle
	hintNav
	hintFoot
	hintHead
	hintSide
	hintRelated
	hintPopular
	hintComment
	hintShare
	hintAdvert
	hintNewsletter
	hintAuthor
	hintMeta
	hintMedia
	hintCaption
	hintTags
	hintLegal
	hintPull
	hintForm
	hintTools
	hintTeaser
	hintWidget
	hintList
	hintNote
	tagArticle
	tagMain
	tagNav
	tagAside
	tagFooter
	tagHeader
	tagForm
	tagFigure
	tagCaption
	tagQuote
	tagTable
	tagList
	tagBody // itemprop=articleBody
	tagDetails
	nHints = iota
)

// hintNames are the hints' names, in order, for reports.
var hintNames = [nHints]string{
	"body", "article", "lead", "title", "nav", "foot", "head", "side",
	"related", "popular", "comment", "share", "advert", "newsletter",
	"author", "meta", "media", "caption", "tags", "legal", "pull", "form",
	"tools", "teaser", "widget", "list", "note",
	"<article>", "<main>", "<nav>", "<aside>", "<footer>", "<header>",
	"<form>", "<figure>", "<figcaption>", "<blockquote>", "<table>", "<li>",
	"articleBody", "<details>",
}

// hintsOf reads the hints of one element.
func hintsOf(n *html.Node) hint {
	h := tagHint(n)
	if n.DataAtom == atom.Body || n.DataAtom == atom.Html {
		return 0 // they name the kind of page, not a place in it
	}
	for i := range n.Attr {
		a := &n.Attr[i]
		switch a.Key {
		case "class", "id", "data-component", "data-testid", "data-block":
			if len(a.Val) < 2000 {
				h |= nameHints(a.Val)
			}
		case "role":
			h |= roleHint(a.Val)
		case "itemprop":
			h |= itemHint(a.Val)
		}
	}
	return h
}

func tagHint(n *html.Node) hint {
	switch n.DataAtom {
	case atom.Article:
		return tagArticle
	case atom.Main:
		return tagMain
	case atom.Nav, atom.Menu:
		return tagNav
	case atom.Aside:
		return tagAside
	case atom.Footer:
		return tagFooter
	case atom.Header, atom.Hgroup:
		return tagHeader
	case atom.Form, atom.Fieldset:
		return tagForm
	case atom.Figure:
		return tagFigure
	case atom.Figcaption:
		return tagCaption
	case atom.Blockquote:
		return tagQuote
	case atom.Table:
		return tagTable
	case atom.Li:
		return tagList
	case atom.Details:
		return tagDetails
	}
	return 0
}

func roleHint(v string) hint {
	switch v {
	case "navigation", "menu", "menubar", "tablist", "toolbar":
		return tagNav
	case "complementary":
		return tagAside
	case "contentinfo":
		return tagFooter
	case "banner":
		return tagHeader
	case "main":
		return tagMain
	case "article":
		return tagArticle
	case "search", "form":
		return tagForm
	case "dialog", "alert", "alertdialog":
		return hintTools
	}
	return 0
}

func itemHint(v string) hint {
	switch {
	case strings.Contains(v, "articleBody"):
		return tagBody
	case strings.Contains(v, "author"):
		return hintAuthor
	case strings.Contains(v, "datePublished"), strings.Contains(v, "dateModified"):
		return hintMeta
	case strings.Contains(v, "headline"):
		return hintTitle
	case strings.Contains(v, "caption"):
		return hintCaption
	case v == "comment":
		return hintComment
	case v == "keywords":
		return hintTags
	}
	return 0
}

// nameHints reads a class or id: its words, split at anything but a letter
// and where a capital follows a small letter.
func nameHints(s string) hint {
	var h hint
	subject, part := false, false // of "article-body": what, and which part
	for name := range strings.FieldsSeq(s) {
		subject, part = false, false
		eachWord(name, func(w string) {
			g := wordHint(w)
			h |= g
			subject = subject || g&hintArticle != 0
			part = part || w == "body" || w == "content" || w == "text" || w == "copy" || w == "contents"
		})
		if subject && part {
			h |= hintBody
		}
	}
	return h
}

func eachWord(s string, f func(string)) {
	var buf [40]byte
	w := buf[:0]
	emit := func() {
		if len(w) > 1 {
			f(string(w))
		}
		w = w[:0]
	}
	lower := false
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c >= 'A' && c <= 'Z':
			if lower {
				emit()
			}
			w = append(w, c|0x20)
			lower = false
		case c >= 'a' && c <= 'z' || c >= 0x80:
			w = append(w, c)
			lower = true
		default:
			emit()
			lower = false
		}
		if len(w) == cap(buf[:]) {
			emit()
		}
	}
	emit()
}
