package markdown

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/field"
	"broadsheet/articles/text"
)

// splitTail parts the fields that Joplin's raw export writes after a note.
func splitTail(body string) (string, field.Object) {
	trimmed := strings.TrimRight(body, "\n ")
	i := strings.LastIndex(trimmed, "\n\n")
	last := trimmed[i+1:]
	if !strings.Contains(last, "\ntype_: ") || !strings.Contains(last, "\nparent_id:") {
		return body, nil
	}
	var o field.Object
	for l := range strings.SplitSeq(strings.TrimSpace(last), "\n") {
		name, v, ok := strings.Cut(l, ":")
		if !ok {
			return body, nil
		}
		switch v = strings.TrimSpace(v); name {
		case "author", "source_url", "id":
			o = append(o, field.Member{Name: name, Value: v})
		case "user_created_time":
			o = append(o, field.Member{Name: "saved", Value: v})
		}
	}
	return body[:max(i, 0)], o
}

// head takes the headline, and what clippers put under it, off the body.
func (d *document) head(known *articles.Article) {
	for i, b := range d.blocks {
		if i > 2 {
			break
		}
		if b.kind != text.Heading || b.level != 1 {
			continue
		}
		if known.Title == "" {
			known.Title = b.plain
		} else if !sameTitle(known.Title, b.plain) {
			break
		}
		d.cut(i, i+1, articles.ClassDupTitle)
		break
	}
	if len(d.blocks) > 0 && d.blocks[0].kind == text.Quote {
		first, rest, ok := strings.Cut(d.blocks[0].plain, "\n")
		if ok && first == "Excerpt" { // MarkDownload's template
			if known.Dek == "" {
				known.Dek = strings.Join(strings.Fields(rest), " ")
			}
			d.cut(0, 1, articles.ClassLabel)
		}
	}
}

// sameTitle compares headlines, also where one carries the outlet's name.
func sameTitle(a, b string) bool {
	a, b = strings.ToLower(strings.Join(strings.Fields(a), " ")), strings.ToLower(strings.Join(strings.Fields(b), " "))
	if a == b {
		return true
	}
	if len(a) > len(b) {
		a, b = b, a
	}
	rest, ok := strings.CutPrefix(b, a)
	return ok && len(a) > 8 && (strings.HasPrefix(rest, " |") || strings.HasPrefix(rest, " -") ||
		strings.HasPrefix(rest, " –") || strings.HasPrefix(rest, " —"))
}

// cut takes blocks out and records it; what hung on them hangs on the next.
func (d *document) cut(from, to int, class articles.Class) {
	before := ""
	for _, b := range d.blocks[from:to] {
		before += b.before
		d.cuts = append(d.cuts, articles.Cut{Line: b.line, EndLine: b.end, Class: class, Text: b.plain})
	}
	d.blocks = append(d.blocks[:from:from], d.blocks[to:]...)
	if from < len(d.blocks) {
		d.blocks[from].before = before + d.blocks[from].before
	}
}

// related lifts a list of headlines at the tail out of the prose: a heading or
// a short label that announces it, then nothing but links.
func (d *document) related() []articles.Link {
	var out []articles.Link
	for i := len(d.blocks) - 2; i >= 0 && i >= len(d.blocks)-12; i-- {
		if !announces(d.blocks[i]) {
			continue
		}
		to := i + 1
		for to < len(d.blocks) && listed(d.blocks[to]) {
			to++
		}
		if to == i+1 || to < len(d.blocks) && d.blocks[to].kind != text.Heading && to < len(d.blocks)-2 {
			continue
		}
		var links []articles.Link
		for _, b := range d.blocks[i+1 : to] {
			for _, l := range b.links {
				links = append(links, articles.Link{Title: l.title, URL: l.url})
			}
		}
		out = append(links, out...)
		d.cut(i, to, articles.ClassRelated)
	}
	return out
}

// listed reports a block that is links and little else.
func listed(b block) bool {
	return (b.kind == text.List || b.kind == text.Para) && len(b.links) > 0 && 10*b.linked >= 7*len(b.plain)
}

// announces reports a heading or label of a list of related stories.
func announces(b block) bool {
	if len(b.plain) > 60 || b.kind != text.Heading && b.kind != text.Para || len(b.links) > 0 {
		return false
	}
	switch strings.ToLower(strings.Trim(b.plain, " :…")) {
	case "related", "related articles", "related stories", "related coverage", "related news", "related links",
		"related content", "related reading", "related posts", "related topics", "see also", "read also", "read more",
		"also read", "more on this", "more on this story", "more stories", "further reading", "more coverage",
		"you may also like", "recommended", "à lire aussi", "lire aussi", "voir aussi", "sur le même sujet",
		"articles liés", "mehr zum thema", "siehe auch", "lesen sie auch", "weitere artikel", "verwandte artikel",
		"véase también", "lea también", "noticias relacionadas", "artículos relacionados", "leia também",
		"veja também", "notícias relacionadas", "leggi anche", "vedi anche", "articoli correlati", "lees ook",
		"gerelateerd", "läs också", "les også", "læs også", "lue myös", "czytaj także", "zobacz też",
		"читайте также", "по теме", "читайте також", "ilgili haberler", "اقرأ أيضا", "مواضيع ذات صلة",
		"関連記事", "相关阅读", "相关新闻", "관련 기사":
		return true
	}
	return false
}
