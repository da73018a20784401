package page

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/text"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The chances that decide.
const (
	kept     = .55 // a block over it is a line of the story
	nearly   = .3  // a paragraph over it is kept where most beside it are
	proposed = .3  // a block over it was near enough that its cut is told
	doubt    = .65 // a block under it does not end a story
	subhead  = .7
	certain  = .99
	phrase   = .9 // a short line the cleaner knows by its words must be over it
)

// keeping is what of a page is the story, block by block.
type keeping struct {
	keep []bool
	cuts []articles.Cut
	said text.Result // the line cleaner's findings
}

// choose decides block by block, and never leaves a page with text without a
// story.
func (r *reading) choose(a *articles.Article) keeping {
	k := keeping{keep: make([]bool, len(r.s.blocks))}
	found := false
	for i := range r.s.blocks {
		k.keep[i] = r.keeps(i)
		found = found || k.keep[i]
	}
	r.keepCompany(k.keep)
	r.trimEnd(k.keep)
	r.dropOrphans(k.keep)
	if r.index = r.headlines(); r.index {
		r.keepHeadlines(k.keep)
	} else if !found {
		r.leastBad(k.keep)
	}
	r.trim(&k, a)
	for i := range r.s.blocks {
		b := &r.s.blocks[i]
		if k.keep[i] || b.picture() || !r.near(i) {
			continue
		}
		k.cuts = append(k.cuts, articles.Cut{Line: b.n, EndLine: b.n, Class: r.classOf(i), Text: b.text})
	}
	return k
}

// near reports whether a block that is not kept stood near enough to the
// story for its cut to be told.
func (r *reading) near(i int) bool {
	return r.whole || r.s.votes[i] > .5 || r.s.alone[i] > proposed || r.drop[i] || r.s.near[i]&tagCaption != 0
}

// keeps reports whether a block is a line of the story.
func (r *reading) keeps(i int) bool {
	b := &r.s.blocks[i]
	if b.picture() || r.drop[i] && !r.o.Keep[articles.ClassDupTitle] {
		return false
	}
	class := r.s.verdict[i]
	if r.s.near[i]&tagCaption != 0 {
		return r.o.Keep[articles.ClassCaption] && r.chance[i] > kept
	}
	if class != "" && r.o.Keep[class] {
		return r.whole || r.s.alone[i] > kept
	}
	if r.whole {
		return class == "" || court(class) < 2 && r.s.alone[i] > kept
	}
	limit := kept
	if court(class) > 1 && b.words <= 25 {
		limit = phrase
		if b.level > 0 || class == articles.ClassLabel {
			limit = subhead
		}
		if (class == articles.ClassDate || class == articles.ClassByline) && i < r.firstProse() {
			limit = certain // it heads the story
		}
	}
	if b.density() > .9 && r.s.votes[i] < .1 {
		limit = max(limit, phrase) // a link the first reading leaves out
	}
	if r.s.near[i]&hintLead != 0 && r.s.good[i] && class == "" && r.s.top >= 0 && i > r.s.top && i < r.firstProse() {
		limit = nearly // it leads into the story
	}
	return r.chance[i] > limit
}

// keepCompany keeps the paragraphs that were nearly kept and stand in one
// element with more that were: a story is not every second of its paragraphs.
func (r *reading) keepCompany(keep []bool) {
	type company struct{ in, all int }
	under := make(map[*html.Node]company)
	plain := func(i int) bool {
		b := &r.s.blocks[i]
		return r.s.good[i] && b.density() < .3 && b.el.DataAtom == atom.P
	}
	for i := range keep {
		if plain(i) {
			c := under[r.s.blocks[i].el.Parent]
			c.all += r.s.blocks[i].words
			if keep[i] {
				c.in += r.s.blocks[i].words
			}
			under[r.s.blocks[i].el.Parent] = c
		}
	}
	for i := range keep {
		if keep[i] || !plain(i) || r.drop[i] || r.s.verdict[i] != "" || r.s.near[i]&tagCaption != 0 {
			continue
		}
		if c := under[r.s.blocks[i].el.Parent]; 2*c.in > c.all && r.chance[i] > nearly {
			keep[i] = true
		}
	}
}

// trimEnd drops what follows a story's last sure paragraph where the line
// cleaner knows it for a notice or a request, or where the page was in two
// minds of it: a story seldom ends in doubt, and what stands under one is
// seldom its end.
func (r *reading) trimEnd(keep []bool) {
	for i := len(keep) - 1; i > r.firstProse(); i-- {
		if !keep[i] {
			continue
		}
		known := court(r.s.verdict[i]) >= 5 && !r.o.Keep[r.s.verdict[i]]
		if !known && r.chance[i] > doubt {
			return
		}
		keep[i] = false
	}
}

// dropOrphans drops the headings that head nothing that is kept: the last of
// a story, and those over lists of links.
func (r *reading) dropOrphans(keep []bool) {
	under, linked := false, false // seen since the heading, or the end, below
	next := 0                     // its level
	for i := len(keep) - 1; i >= 0; i-- {
		b := &r.s.blocks[i]
		switch {
		case !keep[i]:
			linked = linked || b.density() > .5
			under = under || b.picture()
		case b.level == 0 && !strings.HasSuffix(b.text, ":"):
			under, linked, next = true, false, 0
		case !under && i > r.firstProse() && (next == 0 || linked && b.level >= next) && !r.o.Keep[articles.ClassRelated]:
			keep[i] = false
		default:
			under, linked, next = b.level == 0, false, b.level
		}
	}
}

// leastBad keeps what is most like a story where nothing is like one: what
// the first reading keeps, else prose, else all that is no menu, else all.
func (r *reading) leastBad(keep []bool) {
	tests := []func(i int) bool{
		func(i int) bool { return r.s.votes[i] > .5 && !r.drop[i] },
		func(i int) bool { return r.s.good[i] },
		func(i int) bool {
			return r.s.blocks[i].density() < .5 && (r.s.near[i]|r.s.far[i])&(tagNav|tagFooter|hintNav) == 0 && !r.drop[i]
		},
		func(i int) bool { return true },
	}
	for _, test := range tests {
		found := false
		for i := range keep {
			if !r.s.blocks[i].picture() && test(i) {
				keep[i], found = true, true
			}
		}
		if found {
			return
		}
	}
}

// trim takes what is kept once more through the line cleaner, for what it
// cuts from within a line and what it learns on the way.
func (r *reading) trim(k *keeping, a *articles.Article) {
	var list []text.Block
	for i := range r.s.blocks {
		if k.keep[i] {
			list = append(list, r.s.line(i))
		}
	}
	k.said = text.CleanBlocks(list, text.Options{Title: a.Title, Source: a.Source, Language: a.Language, Published: a.Published, Keep: r.o.Keep})
	for _, l := range k.said.Keep {
		i := l.Line - 1
		if i < 0 || i >= len(r.s.blocks) || l.Text == r.s.blocks[i].text || strings.TrimSpace(l.Text) == "" {
			continue
		}
		if b := &r.s.blocks[i]; !b.row && !b.pre && strings.Contains(b.text, l.Text) {
			b.text, b.trimmed = l.Text, true
		}
	}
	for _, c := range k.said.Cuts {
		if c.Line <= 0 || c.Line > len(r.s.blocks) {
			continue
		}
		switch i := c.Line - 1; {
		case c.End > 0 && r.s.blocks[i].trimmed:
			k.cuts = append(k.cuts, c)
		case c.End == 0 && r.whole && (court(c.Class) == 4 || court(c.Class) == 5 || c.Class == articles.ClassLabel || c.Class == articles.ClassCopyright):
			// A fragment has no page around it that would tell its buttons
			// from its story: what the cleaner says of them holds.
			k.keep[i], r.s.verdict[i] = false, c.Class
		}
	}
}

// classOf says what kind of thing a block was that is not kept.
func (r *reading) classOf(i int) articles.Class {
	if r.drop[i] {
		return articles.ClassDupTitle
	}
	if c := r.s.verdict[i]; c != "" {
		return c
	}
	near, far := r.s.near[i], r.s.far[i]
	for _, h := range []hint{near, far} {
		for _, x := range hintClasses {
			if h&x.hint != 0 {
				return x.class
			}
		}
	}
	switch {
	case r.s.blocks[i].density() > .5:
		return articles.ClassNav
	case r.s.blocks[i].words <= 4:
		return articles.ClassLabel
	}
	return articles.ClassPromo
}

// hintClasses are the classes of cut by what their place is named, most
// telling first.
var hintClasses = []struct {
	hint  hint
	class articles.Class
}{
	{tagCaption | hintCaption, articles.ClassCaption},
	{hintShare, articles.ClassShare},
	{hintNewsletter, articles.ClassNewsletter},
	{hintComment, articles.ClassCommentPrompt},
	{hintRelated, articles.ClassRelated},
	{hintPopular, articles.ClassMostRead},
	{hintAdvert, articles.ClassAdvert},
	{hintLegal, articles.ClassCopyright},
	{hintAuthor, articles.ClassByline},
	{hintTags, articles.ClassTags},
	{hintPull, articles.ClassPullQuote},
	{hintMedia, articles.ClassGallery},
	{hintMeta, articles.ClassDate},
	{tagNav | hintNav | tagFooter | tagHeader | hintHead | hintFoot | hintSide | tagAside, articles.ClassNav},
	{hintLead | hintTitle, articles.ClassLabel},
}
