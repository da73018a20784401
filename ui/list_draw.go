package ui

import (
	"fmt"
	"strconv"
	"strings"
	"time"

	"charm.land/lipgloss/v2"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// listRow is a drawn headline, kept while nothing it depends on changes.
type listRow struct {
	look  itemLook
	lines []string
}

// itemLook is everything but the headline itself that a drawn one depends
// on. It is comparable.
type itemLook struct {
	th     *theme.Theme
	width  int
	height int // lines in all
	titles int // lines of them for the title
	cursor cursorLook
	open   bool    // its story stands in the pane beside
	under  section // what the heading over it tells
	thread int     // stories of its event
	day    string
	found  *Snippet
}

type cursorLook uint8

const (
	noCursor cursorLook = iota
	dimCursor
	fullCursor
)

// listLook is what a list pane is drawn with.
type listLook struct {
	th      *theme.Theme
	size    rect
	focused bool
	open    articles.ID
	now     time.Time
}

// draw draws the rows of the pane, each exactly as wide as it.
func (l *list) draw(o listLook) []string {
	out := make([]string, 0, o.size.h)
	heads := l.headed(o.size.h)
	for i := l.top; i < l.total() && len(out) < o.size.h; i++ {
		it, held := l.item(i)
		if heads && held && (i == l.top || l.key(i-1) != l.key(i)) {
			if i > l.top && l.airy(o.size.h) {
				out = append(out, blank(o.size.w))
			}
			head := " " + o.th.Section.Render(fit(l.view.sections().heading(it, o.now), o.size.w-1))
			out = append(out, pad(head, o.size.w))
		}
		if !held { // a jump outran storage; the rows come in a moment
			out = append(out, pad(" "+o.th.Placeholder.Render(o.th.Marks.Ellipsis), o.size.w), blank(o.size.w))
			continue
		}
		out = append(out, l.row(i, it, o)...)
	}
	for len(out) < o.size.h {
		out = append(out, blank(o.size.w))
	}
	return out[:max(o.size.h, 0)]
}

// row draws one headline, or takes it as it was drawn.
func (l *list) row(i int, it Item, o listLook) []string {
	look := itemLook{
		th: o.th, width: o.size.w, height: l.itemHeight(i, o.size.h),
		open:   it.ID == o.open,
		titles: l.titleLines(i-l.win.From, it.Title, o.size.h),
	}
	if l.headed(o.size.h) {
		look.under = l.view.sections()
	}
	if look.under != byThread {
		look.thread = l.threads.sizes[it.ID]
	}
	if l.tells(o.size.h) {
		look.found = it.Snippet
	}
	if look.under != byDay {
		look.day = o.now.Format(time.DateOnly) // ages change with the day
	}
	if i == l.cursor {
		look.cursor = dimCursor
		if o.focused {
			look.cursor = fullCursor
		}
	}
	kept := &l.rows[i-l.win.From]
	if kept.lines == nil || kept.look != look {
		*kept = listRow{look, drawItem(it, look, o.now)}
	}
	return kept.lines
}

// titleRoom is how wide a title may be: the pane without the cursor's bar,
// the mark, a space, and a margin at the right.
func titleRoom(width int) int { return width - 4 }

// drawItem draws a headline: its title, then where and when it stood. Only
// the title is tinted under the cursor, as every cell that changes is sent to
// the terminal at every step.
func drawItem(it Item, o itemLook, now time.Time) []string {
	th, room := o.th, titleRoom(o.width)
	bar := " "
	switch {
	case o.cursor == fullCursor:
		bar = th.Scroll.Render(th.Marks.Quote)
	case o.open:
		bar = th.Scroll.Render(th.Marks.Trail)
	}
	on, space := inks(o.cursor, th)
	title := th.Headline
	if it.Marks.Read {
		title = th.HeadlineRead
	}
	var lines []string
	put := func(mark lipgloss.Style, glyph, text string) {
		first := bar + on(mark).Render(glyph+" ") + on(title).Render(text)
		lines = append(lines, pad(first+space.Render(blank(room+1-cells(text))), o.width))
		if o.cursor != fullCursor {
			bar = " "
		}
	}
	for i, text := range wrapAtMost(titleOf(it.Headline), room, max(o.titles, 1)) {
		glyph := " "
		if i == 0 {
			glyph = markOf(it.Marks, th)
		}
		put(markStyle(it.Marks, th), glyph, text)
	}
	if len(lines) == 0 { // no room for a letter
		lines = append(lines, pad(bar, o.width))
	}
	if o.height > len(lines) {
		counts := countsOf(it.Headline, o.thread, th)
		facts := ends(factsOf(it.Headline, o, now, room-cells(counts)-1), counts, room)
		lines = append(lines, pad(bar+"  "+th.Source.Render(facts), o.width))
	}
	if o.height > len(lines) && o.found != nil {
		lines = append(lines, pad(bar+"  "+drawSnippet(*o.found, room, th), o.width))
	}
	for len(lines) < o.height {
		lines = append(lines, blank(o.width))
	}
	return lines[:o.height]
}

// inks is how styles are laid on a row: on its tint where the cursor is.
func inks(c cursorLook, th *theme.Theme) (on func(lipgloss.Style) lipgloss.Style, space lipgloss.Style) {
	switch c {
	case noCursor:
		return func(s lipgloss.Style) lipgloss.Style { return s }, lipgloss.NewStyle()
	case dimCursor:
		if _, none := th.CursorDim.GetBackground().(lipgloss.NoColor); none {
			return func(s lipgloss.Style) lipgloss.Style { return s.Inherit(th.CursorDim) }, lipgloss.NewStyle()
		}
	}
	if th.Cursor.GetReverse() { // an ink would become a patch of paper
		return func(s lipgloss.Style) lipgloss.Style { return s.UnsetForeground().Inherit(th.Cursor) }, ground(th)
	}
	return func(s lipgloss.Style) lipgloss.Style { return s.Inherit(th.Cursor) }, ground(th)
}

// ground is what a blank under the cursor is drawn in: the tint without the
// ink, as a blank needs none and every change of ink is sent.
func ground(th *theme.Theme) lipgloss.Style {
	return lipgloss.NewStyle().Background(th.Cursor.GetBackground()).Reverse(th.Cursor.GetReverse())
}

func titleOf(h articles.Headline) string {
	if h.Title == "" {
		return "Without a title"
	}
	return h.Title
}

func markOf(k articles.Marks, th *theme.Theme) string {
	switch {
	case k.Starred:
		return th.Marks.Star
	case !k.Read:
		return th.Marks.Unread
	}
	return " "
}

func markStyle(k articles.Marks, th *theme.Theme) lipgloss.Style {
	if k.Starred {
		return th.Star
	}
	return th.Unread
}

// factsOf is the second line of a headline: what fits of it, the last facts
// going first. What the heading over it tells is not said again.
func factsOf(h articles.Headline, o itemLook, now time.Time, room int) string {
	var facts []string
	add := func(fact string) {
		if fact != "" {
			facts = append(facts, ltr(fact))
		}
	}
	if o.under != bySource {
		add(h.Source)
	}
	add(whenOf(h.Published, o.under != byDay, now))
	add(minutes(h.Words))
	if p := h.Marks.Position; p > 0.02 && p < 0.98 {
		add(fmt.Sprintf("%d %% read", int(p*100)))
	}
	if h.Marks.Note != "" {
		add("note")
	}
	for _, tag := range h.Marks.Tags {
		add("#" + tag)
	}
	dot := " " + o.th.Marks.Dot + " "
	for len(facts) > 1 && cells(strings.Join(facts, dot)) > room {
		facts = facts[:len(facts)-1]
	}
	return strings.Join(facts, dot)
}

// whenOf is the hour, or the day with its year where it is not this one.
func whenOf(d articles.Date, dated bool, now time.Time) string {
	t := d.Time()
	switch {
	case d.IsZero():
		return ""
	case !dated && d.Precision() >= articles.Minute:
		return t.Format("15:04")
	case !dated:
		return ""
	case d.Precision() == articles.Year:
		return t.Format("2006")
	case d.Precision() == articles.Month:
		return t.Format("Jan 2006")
	case t.Year() == now.Year():
		return t.Format("Mon 2 Jan")
	}
	return t.Format("2 Jan 2006")
}

// minutes is the reading time at the pace of a newspaper's reader.
func minutes(words int) string {
	const pace = 230
	if words <= 0 {
		return ""
	}
	return strconv.Itoa(max((words+pace/2)/pace, 1)) + " min"
}

// countsOf is how many stories are of the event of one, and how many are
// folded into it.
func countsOf(h articles.Headline, thread int, th *theme.Theme) string {
	var counts []string
	if thread > 1 {
		counts = append(counts, th.Marks.Thread+strconv.Itoa(thread))
	}
	if copies := copiesOf(h, th); copies != "" {
		counts = append(counts, copies)
	}
	return strings.Join(counts, " ")
}

func copiesOf(h articles.Headline, th *theme.Theme) string {
	if h.Copies == 0 {
		return ""
	}
	return th.Marks.Copies + strconv.Itoa(h.Copies+1)
}
