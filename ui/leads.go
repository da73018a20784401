package ui

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui/theme"
)

// leads is the pane of related headlines: a cursor, and the first one shown.
type leads struct {
	cursor int
	top    int
	whys   bool          // every reason, not the first line of them
	filter articles.Kind // only of this kind, where not ""
	peek   peek
}

// leadsLook is what the pane is drawn with.
type leadsLook struct {
	th      *theme.Theme
	size    rect
	focused bool
	whys    bool
	brief   bool // one line a headline: the strip under a story
	from    articles.Date
}

// gateLeads passes what the pane draws through the safety gate once more.
func gateLeads(in []articles.Lead) []articles.Lead {
	out := slices.Clone(in)
	for i := range out {
		out[i].Headline = gateHeadline(out[i].Headline)
		out[i].Why = slices.Clone(out[i].Why)
		for j, w := range out[i].Why {
			out[i].Why[j] = safe.Line(w)
		}
		out[i].Joint = safe.Line(out[i].Joint)
	}
	return out
}

func gateHeadline(h articles.Headline) articles.Headline {
	h.Title, h.Source, h.Section = safe.Line(h.Title), safe.Line(h.Source), safe.Line(h.Section)
	h.Marks = gateMarks(h.Marks)
	return h
}

// shownLead is a headline of the pane with its number on the screen.
type shownLead struct {
	articles.Lead
	number int // 1 for the first of all, whatever the filter
}

// shownLeads are the related headlines that pass the filter.
func (m *Model) shownLeads() []shownLead {
	out := make([]shownLead, 0, len(m.story.leads))
	for i, l := range m.story.leads {
		if m.leads.filter == "" || l.Kind == m.leads.filter {
			out = append(out, shownLead{l, i + 1})
		}
	}
	return out
}

func (m *Model) leadsLook() leadsLook {
	return leadsLook{
		th: m.th, size: m.lay.leads, focused: m.focus == InLeads && m.sheet == nil,
		whys: m.leads.whys, brief: m.lay.strip >= 0 && !m.leads.whys, from: m.story.article.Published,
	}
}

// settle keeps cursor and top within n headlines.
func (p *leads) settle(n int, o leadsLook) {
	p.cursor = clamp(p.cursor, 0, n-1)
	p.top = clamp(p.top, 0, p.cursor)
	rows := o.size.h - 1 // the heading
	least := 3
	if o.brief {
		least = 1
	}
	if fits := max(rows/least, 1); p.cursor >= p.top+fits {
		p.top = p.cursor - fits + 1
	}
}

// draw draws the pane: a heading, then the headlines with their reasons.
func (p *leads) draw(all []shownLead, s *story, o leadsLook) []string {
	out := make([]string, 0, o.size.h)
	put := func(lines ...string) {
		for _, l := range lines {
			if len(out) < o.size.h {
				out = append(out, pad(l, o.size.w))
			}
		}
	}
	put(p.heading(len(all), s, o))
	switch {
	case !s.led && s.preview: // for a moment; words would only flash
	case !s.led && s.id != "":
		put(" " + o.th.Placeholder.Render(fit("looking for related stories …", o.size.w-1)))
	case len(all) == 0 && s.id != "":
		for _, l := range strings.Split(ansi.Wordwrap(p.none(), max(o.size.w-2, 1), ""), "\n") {
			put(" " + o.th.Placeholder.Render(fit(l, o.size.w-1)))
		}
	}
	if p.top < len(all) && !o.brief {
		// A headline of several lines may not leave room for the cursor.
		p.top = p.fitTop(all, o)
	}
	for i := p.top; i < len(all) && len(out) < o.size.h; i++ {
		put(p.drawLead(all[i], i == p.cursor && o.focused, o)...)
		if !o.brief {
			put("")
		}
	}
	for len(out) < o.size.h {
		out = append(out, blank(o.size.w))
	}
	return out
}

// fitTop is the first headline from which the cursor's is wholly shown.
func (p *leads) fitTop(all []shownLead, o leadsLook) int {
	left := o.size.h - 1
	top := min(p.cursor, len(all)-1)
	for i := top; i >= p.top; i-- {
		// The cursor's stands with its first lines, or the sentences that meet.
		if left -= len(p.drawLead(all[i], i == p.cursor && o.focused, o)) + 1; left < -1 {
			break
		}
		top = i
	}
	return top
}

func (p *leads) heading(n int, s *story, o leadsLook) string {
	name := "RELATED"
	switch p.filter {
	case articles.LinkedFrom:
		name = "STORIES THAT NAME THIS ONE"
	case articles.Copy:
		name = "COPIES"
	}
	right := ""
	if n > 9 {
		right = strconv.Itoa(n)
	}
	if len(s.thread) > 1 {
		right = strings.TrimPrefix(fmt.Sprintf("%s %s thread of %d", right, o.th.Marks.Dot, len(s.thread)), " "+o.th.Marks.Dot+" ")
	}
	head := " " + o.th.Section.Render(fit(name, o.size.w-1))
	return ends(head, o.th.Meta.Render(right), o.size.w-1)
}

func (p *leads) none() string {
	switch p.filter {
	case articles.LinkedFrom:
		return "No other story names this one."
	case articles.Copy:
		return "No other story has this text."
	}
	return "Nothing in the library is near this story."
}

// drawLead draws one related headline: its number and title, then where it
// stood and why it is here.
func (p *leads) drawLead(l shownLead, cursor bool, o leadsLook) []string {
	th := o.th
	look, bar := noCursor, " "
	if cursor {
		look, bar = fullCursor, th.Scroll.Render(th.Marks.Quote)
	}
	on, space := inks(look, th) // as in the list, only the title is tinted
	number := "  "
	if l.number <= 9 {
		number = strconv.Itoa(l.number) + " "
	}
	title := th.Headline
	switch {
	case l.Absent():
		title = th.Absent
	case l.Headline.Marks.Read:
		title = th.HeadlineRead
	}
	room := max(o.size.w-4, 1)
	if o.brief {
		text, why := briefLead(l.Lead, room, th)
		gap := blank(room - cells(text) - cells(why))
		return []string{bar + on(th.Number).Render(number) + on(title).Render(text) + gap + th.Why.Render(why)}
	}
	why := leadWhy(l.Lead, th)
	var lines []string
	for i, t := range wrapAtMost(titleOf(l.Headline), room, 3) {
		if i > 0 {
			number = "  "
		}
		fill := space.Render(blank(room - cells(t)))
		lines = append(lines, bar+on(th.Number).Render(number)+on(title).Render(t)+fill)
	}
	most := 2
	if o.whys {
		most = 12
		why = leadWhyWhole(l.Lead)
	}
	for _, t := range packFacts(why, room, most, th) {
		lines = append(lines, bar+"  "+th.Why.Render(t))
	}
	switch {
	case !cursor || p.peek.text == "" || p.peek.id != l.Headline.ID:
	case o.whys && p.peek.meet != meeting{}:
		for _, t := range drawMeeting(p.peek.meet, l.Why, room, th) {
			lines = append(lines, bar+"  "+t)
		}
	default:
		for _, t := range wrapAtMost(p.peek.text, room, 5) {
			lines = append(lines, bar+"  "+th.Snippet.Render(t))
		}
	}
	return lines
}

// wrapAtMost breaks a text into lines; what is left over is cut with an
// ellipsis at the end of the last.
func wrapAtMost(s string, width, most int) []string {
	if s == "" || width <= 0 {
		return nil
	}
	lines := strings.Split(ansi.Wrap(s, width, ""), "\n")
	if len(lines) > most {
		lines[most-1] = fit(lines[most-1]+" "+lines[most], width)
		lines = lines[:most]
	}
	for i, l := range lines {
		lines[i] = fit(strings.TrimRight(l, " "), width)
	}
	return lines
}

// packFacts sets facts into lines and breaks between them where it can, so
// that no line ends in a dot; a fact longer than a line wraps, and what comes
// after it follows on its last line, if there is room.
func packFacts(facts []string, width, most int, th *theme.Theme) []string {
	dot := " " + th.Marks.Dot + " "
	var lines []string
	for _, f := range facts {
		f = ltr(f)
		if last := len(lines) - 1; last >= 0 {
			joined := lines[last] + dot + f
			if cells(joined) <= width || len(lines) == most { // the last line is cut where it is too long
				lines[last] = joined
				continue
			}
		}
		lines = append(lines, wrapAtMost(f, width, most-len(lines))...)
	}
	for i := range lines {
		lines[i] = fit(lines[i], width)
	}
	return lines
}

// leadWhy is the reason and the distance.
func leadWhy(l articles.Lead, th *theme.Theme) []string {
	facts := nonEmpty(l.Joint, strings.Join(l.Why[:min(len(l.Why), 3)], ", "))
	if len(facts) == 0 {
		facts = nonEmpty(kindName(l.Kind))
	}
	switch {
	case l.Absent():
		facts = append(facts, "not in the library")
	case l.Dated:
		facts = append(facts, daysApart(l.Days))
	}
	if n := len(l.Copies); n > 0 {
		facts = append(facts, th.Marks.Copies+strconv.Itoa(n+1))
	}
	return facts
}

// leadWhyWhole is every reason, with the outlet and the date.
func leadWhyWhole(l articles.Lead) []string {
	facts := nonEmpty(kindName(l.Kind), l.Joint)
	if len(l.Why) > 0 && l.Why[0] != facts[0] {
		facts = append(facts, strings.Join(l.Why, ", "))
	}
	if l.Dated {
		facts = append(facts, daysApart(l.Days))
	}
	if l.Headline.Source != "" {
		facts = append(facts, l.Headline.Source)
	}
	if d := whenOf(l.Headline.Published, true, time.Time{}); d != "" {
		facts = append(facts, d)
	}
	if l.Absent() {
		facts = append(facts, "not in the library: enter searches for its words")
	}
	return facts
}

func kindName(k articles.Kind) string {
	switch k {
	case articles.Publisher:
		return "named by the publisher"
	case articles.LinkedFrom:
		return "names this story"
	case articles.Copy:
		return "the same text"
	case articles.Similar:
		return "similar"
	}
	return string(k)
}

// daysApart says how far apart two stories are; it does not break at a line's
// end.
func daysApart(days int) string {
	const space = "\u00a0"
	count, where := days, "after"
	if days < 0 {
		count, where = -days, "before"
	}
	switch count {
	case 0:
		return "the same day"
	case 1:
		return "1" + space + "day" + space + where
	}
	return strconv.Itoa(count) + space + "days" + space + where
}
