package page

import (
	"fmt"
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// numbered is how many related headlines have a key.
const numbered = 9

// setRelated sets the related headlines under the text.
func (p *Page) setRelated() {
	p.section("Related")
	b := box{}
	switch {
	case p.in.LeadsPending && len(p.in.Leads) == 0:
		p.para(&b, []span{{text: "Looking for related stories…", style: p.sheet.meta, ours: true}})
		return
	case len(p.in.Leads) == 0:
		p.para(&b, []span{{text: "No related stories in this library.", style: p.sheet.meta, ours: true}})
		return
	}
	for i, l := range p.in.Leads {
		p.leads = append(p.leads, len(p.lines))
		p.setLead(i, l)
	}
}

// setLead sets one related headline: its number, mark and title, and under
// it why it is there.
func (p *Page) setLead(i int, l articles.Lead) {
	sh, digit := p.sheet, "  "
	if i < numbered {
		digit = fmt.Sprintf("%d ", i+1)
	}
	b := p.inside(box{}, paint(sh.digit, digit), "  ", 2)
	p.para(&b, p.leadTitle(l))
	p.factRows(&b, p.leadFacts(l))
}

func (p *Page) leadTitle(l articles.Lead) []span {
	sh, marks := p.sheet, p.sheet.th.Marks
	words := safe.Line(l.Headline.Title)
	if words == "" {
		words = "Without a title"
	}
	mark, style := span{text: marks.Unread + " ", style: sh.unread, ours: true}, sh.strong
	switch {
	case l.Absent():
		mark, style = span{}, sh.absent
	case p.isRead(l.Headline):
		mark, style = span{text: marks.Read + " ", style: sh.read, ours: true}, ""
	}
	out := []span{mark, {text: words, style: style}}
	if l.Headline.Marks.Starred {
		out = append(out, span{text: " " + marks.Star, style: sh.star, ours: true})
	}
	if n := len(l.Copies); n > 0 {
		out = append(out, span{text: fmt.Sprintf(" %s%d", marks.Copies, n+1), style: sh.copies, ours: true})
	}
	return out
}

func (p *Page) isRead(h articles.Headline) bool {
	return h.Marks.Read || p.in.Read != nil && p.in.Read(h.ID)
}

// leadFacts says why a headline is related, and where it stands.
func (p *Page) leadFacts(l articles.Lead) []span {
	sh := p.sheet
	out := []span{{text: why(l), style: sh.why}}
	add := func(text, style string) {
		if text != "" {
			out = append(out, span{text: text, style: style})
		}
	}
	if l.Dated {
		add(Apart(l.Days), sh.why)
	}
	add(safe.Line(l.Headline.Source), sh.kind)
	add(Day(l.Headline.Published), sh.kind)
	if l.Absent() {
		add("not in the library", sh.absent)
	}
	return out
}

// why says the reason of a lead in words.
func why(l articles.Lead) string {
	given := safe.Line(strings.Join(l.Why, ", "))
	if l.Kind == articles.Similar && given != "" {
		given = "shares " + given
	}
	if joint := safe.Line(l.Joint); joint != "" && given != "" {
		return joint + ", " + given
	} else if joint+given != "" {
		return joint + given
	}
	switch l.Kind {
	case articles.Publisher:
		return "named by the publisher"
	case articles.LinkedFrom:
		return "names this story"
	case articles.Copy:
		return "the same text"
	}
	return "similar"
}
