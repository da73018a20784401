package wire

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// g2 reads an item of NewsML-G2; a picture, a film or a plan is none.
func g2(n *tree.Node) (entry.Entry, bool) {
	item, meta, set := n.Child("itemmeta"), n.Child("contentmeta"), n.Child("contentset")
	class := item.Child("itemclass").Attr("qcode")
	if strings.HasSuffix(class, ":picture") || strings.HasSuffix(class, ":video") || strings.HasSuffix(class, ":graphic") || strings.HasSuffix(class, ":audio") {
		return entry.Entry{}, false
	}
	lang := first(meta.Child("language").Attr("tag"), n.Attr("xml:lang"))
	e := entry.Entry{Known: articles.Article{
		Title:       first(line(meta, "headline"), line(item, "title"), line(meta, "slugline")),
		Language:    lang,
		Source:      first(meta.Child("infosource").Child("name").Line(), item.Path("provider", "name").Line(), code(item.Child("provider")), n.Path("rightsinfo", "copyrightholder", "name").Line()),
		Published:   firstDate(lang, line(item, "firstcreated"), line(meta, "contentcreated"), line(item, "versioncreated")),
		Modified:    firstDate(lang, line(item, "versioncreated"), line(meta, "contentmodified")),
		PublisherID: n.Attr("guid"),
	}}
	if e.Known.Modified == e.Known.Published {
		e.Known.Modified = articles.Date{}
	}
	for _, c := range meta.Children("by", "creator") {
		if len(e.Known.Authors) == 0 {
			e.Known.Authors = field.Names(first(c.Child("name").Line(), c.Line()))
		}
	}
	for _, s := range meta.Children("subject", "keyword") {
		e.Known.Tags = tags(e.Known.Tags, first(s.Child("name").Line(), keyword(s)))
	}
	for _, l := range item.Children("link") {
		if t := first(line(l, "headline", "title"), l.Attr("title")); t != "" {
			e.Known.Related = append(e.Known.Related, articles.Link{Title: t, URL: address(l.Attr("href")), ID: first(l.Attr("residref"), l.Attr("guidref"))})
		}
	}
	e.Summary = line(meta, "description")
	for _, k := range set.Children("inlinexml", "inlinedata") {
		e.Contents = append(e.Contents, inline(k, &e))
	}
	return e, len(e.Contents) > 0
}

func keyword(n *tree.Node) string {
	if n.Name == "keyword" {
		return n.Line()
	}
	return ""
}

// code is the readable end of a code such as nprov:REUTERS.
func code(n *tree.Node) string {
	c := first(n.Attr("qcode"), n.Attr("literal"))
	if i := strings.LastIndexByte(c, ':'); i >= 0 {
		c = c[i+1:]
	}
	return c
}

// inline is a content within an item: NITF, XHTML, or text. What NITF says of
// itself fills what the item left open.
func inline(n *tree.Node, e *entry.Entry) entry.Content {
	if doc := n.Find("nitf"); doc != nil {
		inner := nitf(doc)
		if e.Known.Title == "" {
			e.Known.Title = inner.Known.Title
		}
		if len(e.Known.Authors) == 0 {
			e.Known.Authors = inner.Known.Authors
		}
		if e.Summary == "" {
			e.Summary = inner.Summary
		}
		return inner.Contents[0]
	}
	if body := n.Find("body", "body.content"); body != nil {
		return entry.Content{Text: markup(body), Type: entry.HTML}
	}
	if n.Elements() {
		return entry.Content{Text: markup(n), Type: entry.HTML}
	}
	return entry.Content{Text: n.Text()}
}

// newsML yields the stories of an item of NewsML 1, whose components may nest
// to any depth.
func newsML(n *tree.Node, yield func(entry.Entry) bool) bool {
	id := n.Path("identification", "newsidentifier")
	manage := n.Child("newsmanagement")
	base := articles.Article{
		Language:    n.Attr("xml:lang"),
		PublisherID: first(line(id, "publicidentifier"), line(id, "newsitemid")),
		Source:      line(id, "providerid"),
		Published:   firstDate("", line(manage, "firstcreated"), line(id, "dateid"), line(manage, "thisrevisioncreated")),
		Modified:    firstDate("", line(manage, "thisrevisioncreated")),
	}
	if base.Modified == base.Published {
		base.Modified = articles.Date{}
	}
	c := &component{base: base, yield: yield}
	for _, k := range n.Children("newscomponent") {
		c.walk(k, nil, 0)
	}
	return !c.stopped
}

// component walks down nested components; the lines and the data about an
// outer one hold for the inner ones that have none.
type component struct {
	base    articles.Article
	yield   func(entry.Entry) bool
	stopped bool
}

func (c *component) walk(n *tree.Node, outer []*tree.Node, depth int) {
	if c.stopped || depth > 16 {
		return
	}
	scope := append(outer[:len(outer):len(outer)], n)
	for _, item := range n.Children("contentitem") {
		media := item.Child("mediatype").Attr("formalname")
		data := item.Child("datacontent")
		if data == nil || media != "" && !strings.EqualFold(media, "text") && !strings.Contains(strings.ToLower(media), "text") {
			continue
		}
		e := entry.Entry{Known: c.base}
		e.Known.Source = "" // a component may name a nearer one
		for i := len(scope) - 1; i >= 0; i-- {
			describe(&e, scope[i])
		}
		e.Known.Source = first(e.Known.Source, c.base.Source)
		e.Contents = []entry.Content{inline(data, &e)}
		if !c.yield(e) {
			c.stopped = true
			return
		}
	}
	for _, k := range n.Children("newscomponent") {
		c.walk(k, scope, depth+1)
	}
}

// describe fills what is still open in e from the lines of a component.
func describe(e *entry.Entry, n *tree.Node) {
	lines, admin, about := n.Child("newslines"), n.Child("administrativemetadata"), n.Child("descriptivemetadata")
	fill := func(to *string, from string) {
		if *to == "" {
			*to = from
		}
	}
	fill(&e.Known.Title, first(line(lines, "headline"), line(lines, "slugline")))
	fill(&e.Summary, line(lines, "subheadline"))
	if len(e.Known.Authors) == 0 {
		e.Known.Authors = field.Names(line(lines, "byline"))
	}
	fill(&e.Known.Source, admin.Path("provider", "party").Attr("formalname"))
	fill(&e.Known.Language, about.Child("language").Attr("formalname"))
	for _, k := range about.Children("property") {
		if strings.EqualFold(k.Attr("formalname"), "keyword") {
			e.Known.Tags = tags(e.Known.Tags, k.Attr("value"))
		}
	}
	for _, k := range lines.Children("keywordline") {
		e.Known.Tags = tags(e.Known.Tags, k.Line())
	}
}
