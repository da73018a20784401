package page

import (
	"strings"
	"unicode"

	"golang.org/x/net/html"

	"broadsheet/articles"
)

// metaTitle is the headline as the page's metadata gives it, without the
// site's name.
func (f *facts) metaTitle() string {
	for _, o := range f.ld {
		if t := fold(plainOf(html.UnescapeString(o.text("headline")))); t != "" && !o.isSite() {
			return f.trimSite(t)
		}
	}
	for _, k := range []string{"og:title", "twitter:title", "dc.title", "dcterms.title", "headline", "parsely-title", "sailthru.title", "title"} {
		if t := f.first(k); t != "" && !f.isSite(t) {
			return f.trimSite(html.UnescapeString(t))
		}
	}
	return f.trimSite(f.headTag)
}

// titles are all that the metadata offers as headline, best first.
func (f *facts) titles() []string {
	var list []string
	add := func(t string) {
		if t = fold(t); t != "" && !f.isSite(t) {
			list = append(list, t)
		}
	}
	for _, o := range f.ld {
		add(o.text("headline"))
	}
	add(f.first("og:title"))
	add(f.first("twitter:title"))
	add(f.trimSite(f.headTag))
	for _, part := range segments(f.headTag) {
		add(part)
	}
	return list
}

// headline chooses among the page's headings the one that stands over the
// story, and falls back to what the metadata says. It returns the blocks
// that print it.
func (r *reading) headline() (string, map[int]bool) {
	meta, metas := r.f.metaTitle(), r.f.titles()
	if r.o.Title != "" {
		meta, metas = r.o.Title, []string{r.o.Title}
	}
	heads := r.headings()
	best, like := r.bestHead(heads, metas)
	if best < 0 {
		return meta, nil
	}
	h := heads[best]
	own, said := articles.Letters(h.text), articles.Letters(meta)
	at := map[int]bool{}
	for _, o := range heads {
		if l := articles.Letters(o.text); l == own || l == said {
			for k := range o.blocks {
				at[o.at+k] = true
			}
		}
	}
	if !r.overStory(h, like, heads, meta) {
		for k := range h.blocks {
			if own != said {
				delete(at, h.at+k) // a heading of the story, which stays, once
			}
		}
		return meta, at
	}
	if r.o.Title != "" {
		return r.o.Title, at
	}
	return h.text, at
}

// bestHead is the place of the heading that is most like the headline, and how
// much it says what the metadata says; -1 if none is like one.
func (r *reading) bestHead(heads []head, metas []string) (best int, bestLike float64) {
	best, bestScore, prose := -1, 0.0, r.firstProse()
	said := make([]map[string]bool, len(metas))
	for i, m := range metas {
		said[i] = titleWords(m)
	}
	for i, h := range heads {
		like, words := 0.0, titleWords(h.text)
		for _, other := range said {
			like = max(like, alike(words, other))
		}
		score := 2*like + h.worth
		switch d := prose - h.at; {
		case d < 0:
			score -= .8
		case d <= 10:
			score += .5
		case d <= 30:
			score += .2
		}
		if r.f.isSite(h.text) {
			score -= 3
		}
		if score > bestScore {
			best, bestScore, bestLike = i, score, like
		}
	}
	return best, bestLike
}

// overStory reports whether a heading is the story's beyond doubt: it says
// what the metadata says, or stands over the prose as nothing else does.
func (r *reading) overStory(h head, like float64, heads []head, meta string) bool {
	ones := 0
	for _, o := range heads {
		if o.level == 1 && !r.f.isSite(o.text) {
			ones++
		}
	}
	over := h.at < r.firstProse()
	return like >= .5 ||
		over && h.level == 1 && ones == 1 && len(strings.Fields(h.text)) >= 3 ||
		over && h.level > 0 && meta == ""
}

// head is a heading, or what looks like one, with the blocks it spans.
type head struct {
	text   string
	at     int
	blocks int
	level  int
	worth  float64
}

// headings lists what might be the page's headline.
func (r *reading) headings() []head {
	var list []head
	s := r.s
	for i := 0; i < len(s.blocks); i++ {
		b := &s.blocks[i]
		named := b.level == 0 && i == s.top
		if b.level == 0 && s.near[i]&hintTitle == 0 && !named || b.picture() {
			continue
		}
		h := head{text: b.text, at: i, blocks: 1, level: b.level}
		for i+1 < len(s.blocks) && s.blocks[i+1].glued && s.blocks[i+1].el == b.el && b.level > 0 {
			i++
			h.blocks++
			h.text += " " + s.blocks[i].text
		}
		if n := len(strings.Fields(h.text)); n > 45 || b.chars == 0 {
			continue
		}
		h.worth = headWorth(b, s.near[h.at], s.far[h.at])
		if named {
			h.worth += .6
		}
		if s.seen[h.at] > 2 {
			h.worth -= .5
		}
		list = append(list, h)
	}
	return list
}

func headWorth(b *block, near, far hint) float64 {
	w := 0.0
	switch b.level {
	case 1:
		w = 1
	case 2:
		w = .4
	case 3:
		w = .1
	case 0:
		w = -.2
	default:
		w = -.1
	}
	if near&hintTitle != 0 {
		w += .3
	}
	if (near|far)&(tagNav|tagFooter|tagAside|hintRelated|hintComment|hintSide|hintPopular) != 0 {
		w -= 1
	}
	if (near|far)&(tagArticle|tagMain) != 0 {
		w += .2
	}
	if b.density() > .9 {
		w -= .3
	}
	return w
}

// firstProse is the first block of the story that is prose: one with more of
// the story's prose close behind, for a stray line stands alone.
func (r *reading) firstProse() int {
	if r.prose > 0 {
		return r.prose - 1
	}
	total := 0
	for i := range r.s.blocks {
		if r.chance[i] > .5 && r.s.good[i] {
			total += r.s.blocks[i].words
		}
	}
	need := min(60, total/4)
	r.prose = len(r.s.blocks) + 1
	for i := range r.s.blocks {
		if r.chance[i] <= .5 || !r.s.good[i] {
			continue
		}
		near := 0
		for k := i; k < min(i+12, len(r.s.blocks)); k++ {
			if r.chance[k] > .5 && r.s.good[k] {
				near += r.s.blocks[k].words
			}
		}
		if near >= need {
			r.prose = i + 1
			break
		}
	}
	return r.prose - 1
}

// alike is how much two titles say the same: the share of words in common.
func alike(x, y map[string]bool) float64 {
	if len(x) == 0 || len(y) == 0 {
		return 0
	}
	common := 0
	for w := range x {
		if y[w] {
			common++
		}
	}
	return float64(2*common) / float64(len(x)+len(y))
}

func titleWords(s string) map[string]bool {
	m := make(map[string]bool)
	for _, w := range strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return !unicode.IsLetter(r) && !unicode.IsDigit(r)
	}) {
		m[w] = true
	}
	return m
}
