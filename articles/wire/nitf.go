package wire

import (
	"html"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/entry"
	"broadsheet/articles/field"
	"broadsheet/articles/tree"
)

// nitf reads a NITF document.
func nitf(n *tree.Node) entry.Entry {
	head, body := n.Child("head"), n.Child("body")
	bh, content := body.Child("body.head"), body.Child("body.content")
	if content == nil {
		content = body
	}
	doc, pub := head.Child("docdata"), head.Child("pubdata")
	lang := n.Attr("xml:lang")
	e := entry.Entry{Known: articles.Article{
		Title:       first(bh.Path("hedline", "hl1").Line(), bh.Child("hedline").Line(), line(head, "title")),
		Language:    lang,
		Source:      first(line(bh, "distributor"), pub.Attr("name"), doc.Child("doc.copyright").Attr("holder")),
		Section:     first(pub.Attr("position.section"), head.Find("tobject.property").Attr("tobject.property.type")),
		Published:   firstDate(lang, doc.Child("date.issue").Attr("norm"), pub.Attr("date.publication"), bh.Path("dateline", "story.date").Attr("norm"), doc.Child("date.release").Attr("norm")),
		PublisherID: doc.Child("doc-id").Attr("id-string"),
		URL:         address(pub.Attr("ex-ref")),
		Image:       address(content.Find("media-reference").Attr("source")),
	}}
	for _, b := range bh.Children("byline") {
		e.Known.Authors = tags(e.Known.Authors, field.Names(byline(b))...)
	}
	for _, k := range doc.All("keyword") {
		e.Known.Tags = tags(e.Known.Tags, k.Attr("key"))
	}
	e.Summary = first(bh.Child("abstract").Line(), bh.Path("hedline", "hl2").Line())
	e.Contents = []entry.Content{{Text: markup(content), Type: entry.HTML}}
	return e
}

// byline is who wrote a story, without what they are.
func byline(n *tree.Node) string {
	if p := n.Children("person"); len(p) > 0 {
		var names []string
		for _, k := range p {
			names = append(names, k.Line())
		}
		return strings.Join(names, "; ")
	}
	var b strings.Builder
	for _, k := range n.Kids {
		b.WriteString(k.Data) // the text beside what they are
	}
	return first(b.String(), n.Line())
}

func address(s string) string {
	if strings.Contains(s, "://") {
		return s
	}
	return ""
}

// markup writes the content of a wire document, whose elements are those of
// NITF or XHTML, as HTML.
func markup(n *tree.Node) string {
	if n == nil {
		return ""
	}
	var b strings.Builder
	if !n.Elements() || n.Find("p", "hl2", "table", "ul", "pre", "br", "div") == nil {
		for p := range strings.SplitSeq(strings.ReplaceAll(n.Text(), "\r", ""), "\n") {
			if p = strings.TrimSpace(p); p != "" {
				b.WriteString("<p>" + html.EscapeString(p) + "</p>\n")
			}
		}
		return b.String()
	}
	write(&b, n)
	return b.String()
}

// write writes the children of a node.
func write(b *strings.Builder, n *tree.Node) {
	for _, k := range n.Kids {
		if k.Name == "" {
			b.WriteString(html.EscapeString(k.Data))
			continue
		}
		name := ""
		switch k.Name {
		case "media", "media-caption", "media-producer", "figure", "script", "style", "note", "head", "title", "ds", "nitf-table-metadata":
			continue
		case "p", "table", "tr", "td", "th", "thead", "tbody", "ul", "ol", "li", "pre", "blockquote", "h1", "h2", "h3", "h4", "em", "strong", "b", "i", "br", "sub", "sup", "dl", "dt", "dd", "hr", "div":
			name = k.Name
		case "hl1", "hl2":
			name = "h2"
		case "bq":
			name = "blockquote"
		case "block":
			name = "div"
		case "a":
			name = "a"
		}
		switch {
		case name == "br" || name == "hr":
			b.WriteString("<" + name + ">")
		case name == "a":
			b.WriteString(`<a href="` + html.EscapeString(k.Attr("href")) + `">`)
			write(b, k)
			b.WriteString("</a>")
		case name != "":
			b.WriteString("<" + name + ">")
			write(b, k)
			b.WriteString("</" + name + ">")
		default:
			write(b, k)
		}
	}
}
