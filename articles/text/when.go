package text

import (
	"strings"

	"broadsheet/articles"
	"broadsheet/articles/dates"
)

// foundDate is a date, and where it was found.
type foundDate struct {
	line       string
	hint       dates.Hint
	at         articles.Date
	start, end int
}

// find is the first date of a line. What was found last is kept: the head is
// asked for the date of its line again and again.
func (d *draft) find(line string, near articles.Date) (at articles.Date, start, end int, ok bool) {
	h := dates.Hint{Language: d.out.Language, Near: near}
	if f := &d.seen; f.line == line && f.hint == h && line != "" {
		return f.at, f.start, f.end, true
	}
	if at, start, end, ok = dates.Find(line, h); ok {
		d.seen = foundDate{line, h, at, start, end}
	}
	return at, start, end, ok
}

// dateUnit reads the date of a unit where the unit is little else.
func (d *draft) dateUnit(u *unit) {
	u.asked = true
	if u.digits == 0 && !u.dense || u.shape.words > 28 || u.terminal && u.shape.words > 14 && !strings.HasSuffix(u.Text, "m.") {
		return // but for "p.m.", what ends in a full stop is a sentence
	}
	at, start, end, ok := d.find(u.Text, d.opts.Published)
	if !ok || at.Precision() < articles.Day {
		return
	}
	rest := u.letters - letters(u.Text[start:end])
	if _, from, to, again := dates.Find(u.Text[end:], dates.Hint{Language: d.out.Language, Near: d.opts.Published}); again {
		rest -= letters(u.Text[end:][from:to]) // "Published 6 June, updated 8 June"
	}
	if rest <= 12 || rest <= letters(u.Text[start:end])*2+8 || u.cue.class == articles.ClassLabel {
		u.date, u.dated = at, true
	}
}
