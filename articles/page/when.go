package page

import (
	"strings"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/dates"
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
	if len(s) > 19 && s[10] == 'T' { // what follows the second is not what it should be
		if d, ok := dates.Parse(s[:19], h); ok && sane(d) {
			return d
		}
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
	stated, modified := r.statedDates()
	if !r.o.Published.IsZero() {
		return r.o.Published, modified
	}
	fromURL := r.urlDate()
	if len(stated) > 0 {
		head := r.headDate(stated)
		day := head.date
		if day.IsZero() {
			day = r.printedDate(saysDate)
		}
		published = agreed(stated, day)
		return asPrinted(published, head), modified
	}
	if head := r.headDate(nil); !head.date.IsZero() {
		return head.date, modified
	}
	if marked := r.printedDate(saysAny); !marked.IsZero() {
		return r.firmer(marked, fromURL), modified
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

// agreed is the first of the moments stated whose day the page prints too,
// or the first of all: JSON-LD and meta elements are often written by two
// programs, one of which knows only when the page was made.
func agreed(stated []articles.Date, printed ...articles.Date) articles.Date {
	for _, d := range printed {
		for _, s := range stated {
			if !d.IsZero() && s.Day() == d.Day() {
				return s
			}
		}
	}
	return stated[0]
}

// asPrinted gives a story the day that the page prints under its headline,
// where the page's machines state another: a moment stated in universal time
// is not yet the day of its readers, and many pages state when they were last
// saved. A later day over the headline is the day of the visit.
func asPrinted(stated articles.Date, p printed) articles.Date {
	d := p.date
	if d.Precision() < articles.Day || d.Day() == stated.Day() || turned(d, stated) {
		return stated
	}
	if p.over && d.Time().Sub(stated.Time()) > 36*time.Hour {
		return stated
	}
	return d
}

// turned reports whether two days are one with day and month changed round,
// which says that the printed one was read the wrong way.
func turned(a, b articles.Date) bool {
	x, y := a.Time(), b.Time()
	return x.Year() == y.Year() && int(x.Month()) == y.Day() && int(y.Month()) == x.Day()
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
func (r *reading) statedDates() (published []articles.Date, modified articles.Date) {
	add := func(v string) bool {
		d := r.parseWhen(v)
		if !d.IsZero() {
			published = append(published, d)
		}
		return !d.IsZero()
	}
	for _, o := range r.f.ld {
		if !add(o.text("datePublished")) && !o.isSite() {
			add(o.text("dateCreated"))
		}
		if modified.IsZero() {
			modified = r.parseWhen(o.text("dateModified"))
		}
	}
	for _, k := range publishedKeys() {
		for _, v := range r.f.meta[k] {
			add(v)
		}
	}
	for _, k := range modifiedKeys() {
		for _, v := range r.f.meta[k] {
			if modified.IsZero() {
				modified = r.parseWhen(v)
			}
		}
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
