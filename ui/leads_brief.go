package ui

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/ui/theme"
)

// briefGap is what stands at least between a title and its reason.
const briefGap = 2

// briefLead is a related headline on one line: its title, and as much of its
// reason as fits at the end. A long title gives way to a reason, so that no
// headline stands there without one: to the shortest, or where that only says
// "similar" to as much as a third of the line holds.
func briefLead(l articles.Lead, width int, th *theme.Theme) (title, why string) {
	title = ltr(titleOf(l.Headline))
	reasons := briefWhys(l, th)
	for _, why := range reasons {
		if cells(title)+briefGap+cells(why) <= width {
			return title, why
		}
	}
	if l.Kind == articles.Similar {
		for _, why := range reasons {
			if room := width - briefGap - cells(why); room >= 2*cells(why) {
				return fit(title, room), why
			}
		}
	}
	why = reasons[len(reasons)-1]
	least := 3 * cells(why) // a title shorter than this says nothing
	if room := width - briefGap - cells(why); room >= least {
		return fit(title, room), why
	}
	return fit(title, width), ""
}

// briefWhys are the ways to say why a headline is here, the fullest first:
// fact after fact goes from the right.
func briefWhys(l articles.Lead, th *theme.Theme) []string {
	dot := " " + th.Marks.Dot + " "
	facts := leadWhy(l, th)
	if l.Absent() { // that it cannot be opened says more than who named it
		return []string{strings.Join(facts, dot), "not in the library", "not held"}
	}
	var out []string
	for n := len(facts); n > 0; n-- {
		out = append(out, strings.Join(facts[:n], dot))
	}
	if l.Kind == articles.Similar {
		for n := min(len(l.Why), 3); n > 0; n-- {
			out = append(out, strings.Join(l.Why[:n], ", "))
		}
		if len(l.Why) > 1 {
			out = append(out, l.Why[1:]...) // each alone: a shorter one may fit
		}
	}
	if l.Kind == articles.Publisher {
		out = append(out, "by the publisher")
	}
	return append(out, shortKind(l.Kind))
}

// shortKind names a kind in a word or two, where a line has no room for more.
func shortKind(k articles.Kind) string {
	switch k {
	case articles.Publisher:
		return "publisher"
	case articles.LinkedFrom:
		return "names this"
	case articles.Copy:
		return "same text"
	}
	return string(k)
}
