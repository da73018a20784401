package page

import (
	"strings"

	"charm.land/lipgloss/v2"

	"broadsheet/ui/theme"
)

// sheet is the theme as the page paints with it: each style as the parameters
// of one SGR sequence, found once and not at every word.
type sheet struct {
	th *theme.Theme

	title, dek, kicker, meta, heading, strong   string
	quote, link, number, address, note          string
	warn, section, digit, unread, read, star    string
	kind, why, absent, copies, tag, cut, label  string
	rule, bullet, quoteBar, codeBar, head, body string
}

func newSheet(th *theme.Theme) *sheet {
	return &sheet{
		th:    th,
		title: sgr(th.Title), dek: sgr(th.Dek), kicker: sgr(th.Kicker),
		meta: sgr(th.Meta), heading: sgr(th.Heading), strong: sgr(th.Strong),
		quote: sgr(th.Quote), link: sgr(th.Link),
		number: sgr(th.LinkNumber), address: sgr(th.Address), note: sgr(th.Note),
		warn: sgr(th.Warn), section: sgr(th.Section), digit: sgr(th.Number),
		unread: sgr(th.Unread), read: sgr(th.Read), star: sgr(th.Star),
		kind: sgr(th.Kind), why: sgr(th.Why), absent: sgr(th.Absent),
		copies: sgr(th.Copies), tag: sgr(th.Tag), cut: sgr(th.Cut),
		label: sgr(th.CutLabel), rule: sgr(th.Rule), bullet: sgr(th.Bullet),
		quoteBar: sgr(th.QuoteBar), codeBar: sgr(th.CodeBar),
		head: sgr(th.TableHead), body: sgr(th.Body),
	}
}

// sgr is the parameters a style sets: "1;38;5;88". A style that sets nothing
// has none.
func sgr(s lipgloss.Style) string {
	out, _, _ := strings.Cut(s.Render("x"), "x")
	out, ok := strings.CutPrefix(out, "\x1b[")
	if !ok || !strings.HasSuffix(out, "m") || strings.Contains(out, "\x1b") {
		return ""
	}
	return strings.TrimSuffix(out, "m")
}

// paint wraps text in a style.
func paint(style, text string) string {
	if style == "" || text == "" {
		return text
	}
	return "\x1b[" + style + "m" + text + "\x1b[m"
}

// join puts two styles together, the second above the first.
func join(under, over string) string {
	switch {
	case under == "" || under == over:
		return over
	case over == "":
		return under
	}
	return under + ";" + over
}
