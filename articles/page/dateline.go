package page

import (
	"slices"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// printed is a date as the page prints it.
type printed struct {
	date    articles.Date
	over    bool // over the headline
	revised bool // said to be of a later version
}

// headDate is the date printed between the headline and the story's first
// lines, or just over the headline. A line that prints several, one of them
// the day that the page states, prints that one.
func (r *reading) headDate(stated []articles.Date) printed {
	prose := r.firstProse()
	head := prose
	for i := range r.drop {
		if i < prose && (head == prose || i > head) {
			head = i
		}
	}
	var best printed
	rank := 99
	for i := max(0, head-4); i < min(prose+1, head+20) && i < len(r.s.blocks); i++ {
		b := &r.s.blocks[i]
		if r.drop[i] || b.words > 25 && i != prose || b.words == 0 {
			continue
		}
		d, at, ok := r.dateIn(b.text, stated)
		if !ok || i == prose && b.words > 12 && at > 0 {
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
		late := revised(b.text[:at])
		if late {
			k += 4
		}
		if k < rank {
			best, rank = printed{d, i < head, late}, k
		}
	}
	return best
}

// dateIn is the first date of a line, or the one of them that is the day
// stated, and where it stands.
func (r *reading) dateIn(line string, stated []articles.Date) (first articles.Date, at int, ok bool) {
	h := dates.Hint{Language: r.lang}
	for from := 0; from < len(line); {
		d, start, end, found := dates.Find(line[from:], h)
		if !found || end <= 0 {
			break
		}
		if sane(d) && d.Precision() >= articles.Day {
			if !ok {
				first, at, ok = d, from+start, true
			}
			if slices.ContainsFunc(stated, func(s articles.Date) bool { return s.Day() == d.Day() }) {
				return d, from + start, true
			}
		}
		from += end
	}
	return first, at, ok
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

// The worst ranks of elements that printedDate takes.
const (
	saysDate = 7 // says when the story is from, and not when it was changed
	saysAny  = 98
)

// printedDate is that of the time elements and of what else says that it is
// a date, the surest first and of equals the first.
func (r *reading) printedDate(worst int) articles.Date {
	var best articles.Date
	rank := worst + 1
	other := hintComment | hintRelated | tagAside | tagNav | hintPopular | tagFooter
	r.eachPrinted(r.wayToStory(), other, func(n *html.Node, h hint) {
		k := dateRank(n, h)
		if k == 0 || k >= rank {
			return
		}
		for _, v := range []string{attr(n, "datetime"), attr(n, "content"), attr(n, "title"), attr(n, "data-datetime"), shortText(n)} {
			if d := r.parseWhen(v); !d.IsZero() && d.Precision() >= articles.Day {
				best, rank = d, k
				break
			}
		}
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
