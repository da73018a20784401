package page

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// publishedKeys and modifiedKeys are the meta elements that say when, surest
// first.
func publishedKeys() []string {
	return []string{
		"article:published_time", "og:article:published_time", "og:published_time", "datepublished", "parsely-pub-date",
		"sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date", "article:published", "dc.date.issued",
		"dcterms.issued", "dcterms.created", "dc.date.created", "dc.date", "dcterms.date", "article.published", "published_time",
		"published-date", "date", "rnews:datepublished", "originalpublicationdate", "cxenseparse:recs:publishtime",
		"bt:pubdate", "citation_publication_date", "citation_date", "shareaholic:article_published_time", "last-published",
		"article_date_original", "article:create", "created", "datecreated", "og:pubdate", "dc:date", "dc:created", "release_date",
	}
}

func modifiedKeys() []string {
	return []string{
		"article:modified_time", "og:updated_time", "datemodified", "dcterms.modified", "dc.date.modified", "lastmod",
		"last-modified", "article:modified", "revised", "modified_time", "article:updated_time",
	}
}

// parseWhen reads a date that stands alone, or within a short string.
func (r *reading) parseWhen(s string) articles.Date {
	s = strings.TrimSpace(s)
	if s == "" || len(s) > 120 {
		return articles.Date{}
	}
	h := dates.Hint{Language: r.lang}
	if d, ok := dates.Parse(s, h); ok && sane(d) {
		return d
	}
	if d, _, _, ok := dates.Find(s, h); ok && sane(d) {
		return d
	}
	return articles.Date{}
}

// sane leaves out the dates that machines write where they know none.
func sane(d articles.Date) bool {
	y := d.Time().Year()
	return d.Precision() >= articles.Month && y > 1970 && y < 2100
}

// when decides the dates of the story.
func (r *reading) when() (published, modified articles.Date) {
	published, modified = r.statedDates()
	if !r.o.Published.IsZero() {
		return r.o.Published, modified
	}
	fromURL := r.urlDate()
	head := r.headDate()
	if !published.IsZero() {
		return asPrinted(published, head), modified
	}
	if !head.IsZero() {
		return head, modified
	}
	if printed := r.printedDate(); !printed.IsZero() {
		return r.firmer(printed, fromURL), modified
	}
	if fromURL.Precision() >= articles.Day {
		return fromURL, modified
	}
	if d := r.linedDate(); !d.IsZero() {
		return d, modified
	}
	if !fromURL.IsZero() {
		return fromURL, modified
	}
	return modified, modified
}

// asPrinted gives a moment stated in universal time the day the page prints,
// where the two are less than a day apart: that is the day of its readers.
func asPrinted(stated, printed articles.Date) articles.Date {
	if printed.Precision() < articles.Day || printed.Day() == stated.Day() {
		return stated
	}
	if apart := stated.Time().Sub(printed.Time()).Hours(); apart > -4800000 && apart < 48000000 {
		return printed
	}
	return stated
}

// firmer chooses between what the page states and what its address says. An
// address names the day the story was first put up; a statement of another
// year than that is of a later move of the page.
func (r *reading) firmer(stated, address articles.Date) articles.Date {
	if address.Precision() >= articles.Day && stated.Time().Sub(address.Time()).Hours() > 48 {
		return address
	}
	return stated
}

// statedDates are those of JSON-LD, then of meta elements.
func (r *reading) statedDates() (published, modified articles.Date) {
	for _, o := range r.f.ld {
		if published.IsZero() {
			published = r.parseWhen(o.text("datePublished"))
		}
		if published.IsZero() && !o.isSite() {
			published = r.parseWhen(o.text("dateCreated"))
		}
		if modified.IsZero() {
			modified = r.parseWhen(o.text("dateModified"))
		}
	}
	pick := func(keys []string) articles.Date {
		for _, k := range keys {
			for _, v := range r.f.meta[k] {
				if d := r.parseWhen(v); !d.IsZero() {
					return d
				}
			}
		}
		return articles.Date{}
	}
	if published.IsZero() {
		published = pick(publishedKeys())
	}
	if modified.IsZero() {
		modified = pick(modifiedKeys())
	}
	return published, modified
}

// urlDate is the date in the page's own address.
func (r *reading) urlDate() articles.Date {
	for _, u := range []string{r.f.first("link:canonical"), r.f.first("og:url"), r.o.URL, r.f.saved} {
		if d, ok := dates.FromURL(u); ok && sane(d) {
			return d
		}
	}
	return articles.Date{}
}

// headDate is the date printed between the headline and the story's first
// lines, or just over the headline.
func (r *reading) headDate() articles.Date {
	prose := r.firstProse()
	head := prose
	for i := range r.drop {
		if i < prose && (head == prose || i > head) {
			head = i
		}
	}
	var best articles.Date
	rank := 99
	h := dates.Hint{Language: r.lang}
	for i := max(0, head-4); i < min(prose+1, head+20) && i < len(r.s.blocks); i++ {
		b := &r.s.blocks[i]
		if b.words > 25 || b.words == 0 || i == prose && b.words > 12 {
			continue
		}
		d, at, _, ok := dates.Find(b.text, h)
		if !ok || !sane(d) || d.Precision() < articles.Day {
			continue
		}
		k := 5
		for e, n := b.holder(), 0; e != nil && n < 3; e, n = e.Parent, n+1 {
			if c := dateRank(e, r.s.near[i]); c > 0 {
				k = min(k, c)
			}
		}
		if i < head {
			k += 3
		}
		if revised(b.text[:at]) {
			k += 4
		}
		if k < rank {
			best, rank = d, k
		}
	}
	return best
}

// revised reports whether the words before a date say that it is of a later
// version.
func revised(s string) bool {
	s = strings.ToLower(s)
	for _, w := range []string{"updated", "modified", "aktualisiert", "actualizado", "mis à jour", "aggiornato", "änderung", "atualizado", "revised", "stand", "bijgewerkt", "oppdatert", "uppdaterad", "päivitetty", "aktualizováno", "aktualizacja"} {
		if strings.Contains(s, w) {
			return true
		}
	}
	return false
}

// printedDate is that of the time elements and of what else says that it is
// a date, nearest the headline first.
func (r *reading) printedDate() articles.Date {
	var best articles.Date
	rank := 99
	way := r.wayToStory()
	descend(r.doc, func(n *html.Node) (bool, bool) {
		if n.Type != html.ElementNode {
			return true, false
		}
		if silent(n) {
			return n.DataAtom == atom.Head, false
		}
		h := hintsOf(n)
		if !way[n] && h&(hintComment|hintRelated|tagAside|tagNav|hintPopular|tagFooter) != 0 {
			return false, false
		}
		k := dateRank(n, h)
		if k == 0 || k >= rank {
			return true, false
		}
		for _, v := range []string{attr(n, "datetime"), attr(n, "content"), attr(n, "title"), attr(n, "data-datetime"), shortText(n)} {
			if d := r.parseWhen(v); !d.IsZero() && d.Precision() >= articles.Day {
				best, rank = d, k
				break
			}
		}
		return true, false
	})
	return best
}

// dateRank is how surely an element says when the story was published.
func dateRank(n *html.Node, h hint) int {
	prop := strings.ToLower(attr(n, "itemprop"))
	class := strings.ToLower(attr(n, "class") + " " + attr(n, "id"))
	switch {
	case strings.Contains(prop, "datepublished"), strings.Contains(prop, "datecreated"):
		return 1
	case n.DataAtom == atom.Time && (hasAttr(n, "pubdate") || strings.Contains(class, "publish") || strings.Contains(class, "entry-date")):
		return 2
	case strings.Contains(prop, "datemodified") || strings.Contains(class, "modified") || strings.Contains(class, "updated"):
		return 8
	case n.DataAtom == atom.Time:
		return 3
	case strings.Contains(class, "publi") && strings.Contains(class, "dat"), strings.Contains(class, "entry-date"), strings.Contains(class, "post-date"), strings.Contains(class, "published"), strings.Contains(class, "timestamp"), strings.Contains(class, "submitted"), strings.Contains(class, "article-date"), strings.Contains(class, "dateline"), strings.Contains(class, "pubdate"):
		return 4
	}
	if h&hintMeta != 0 {
		if strings.Contains(class, "date") || strings.Contains(class, "time") || strings.Contains(class, "datum") || strings.Contains(class, "fecha") {
			return 5
		}
		return 7
	}
	return 0
}

func hasAttr(n *html.Node, key string) bool {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return true
		}
	}
	return false
}

// shortText is the text of a small element, "" of a large one.
func shortText(n *html.Node) string {
	size := 0
	var b strings.Builder
	descend(n, func(c *html.Node) (bool, bool) {
		if c.Type == html.TextNode {
			size += len(c.Data)
			b.WriteString(c.Data)
			b.WriteByte(' ')
		}
		return !silent(c) || c == n, size > 400
	})
	if size > 400 {
		return ""
	}
	return fold(b.String())
}

// linedDate reads the date from the lines around the head of the story, then
// around its end, then from wherever the page prints one that stands alone.
func (r *reading) linedDate() articles.Date {
	blocks := r.s.blocks
	prose, last := r.firstProse(), r.lastProse()
	h := dates.Hint{Language: r.lang}
	try := func(i, words int) articles.Date {
		if i < 0 || i >= len(blocks) {
			return articles.Date{}
		}
		t := blocks[i].text
		if blocks[i].words > words {
			// A dateline opens a paragraph; what stands within it is told of.
			t = t[:min(len(t), 60)]
			if i != prose {
				return articles.Date{}
			}
		}
		if d, _, _, ok := dates.Find(strings.ToValidUTF8(t, ""), h); ok && sane(d) && d.Precision() >= articles.Day {
			return d
		}
		return articles.Date{}
	}
	from := max(0, prose-15)
	for i := range r.drop {
		from = max(0, min(from, i-3))
	}
	for i := min(prose, len(blocks)-1); i >= from; i-- {
		if d := try(i, 25); !d.IsZero() {
			return d
		}
	}
	for i := max(0, last-1); i < last+10; i++ {
		if d := try(i, 25); !d.IsZero() {
			return d
		}
	}
	var only articles.Date
	for i := range blocks {
		if (r.s.near[i]|r.s.far[i])&(hintComment|hintPopular|hintRelated) != 0 {
			continue
		}
		if d := try(i, 8); !d.IsZero() {
			if !only.IsZero() && only.Day() != d.Day() {
				return articles.Date{}
			}
			only = d
		}
	}
	return only
}
