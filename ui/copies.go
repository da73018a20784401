package ui

import (
	"context"
	"fmt"
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui/diff"
	"broadsheet/ui/theme"
)

// copiesLoadedMsg brings the stories with the text of one.
type copiesLoadedMsg struct {
	of     articles.ID
	copies []articles.Headline
	err    error
}

// showCopies asks for the stories with the same text.
func (m *Model) showCopies(press) tea.Cmd {
	id, _, ok := m.target()
	if !ok {
		m.say("there is no story here to have copies")
		return nil
	}
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		all, err := shelf.Copies(ctx, id)
		return copiesLoadedMsg{id, all, err}
	}
}

func (d copiesLoadedMsg) arrive(m *Model) tea.Cmd {
	switch {
	case d.err != nil:
		m.fail("the copies could not be listed", d.err)
		return nil
	case len(d.copies) < 2:
		m.say("no other story has this text")
		return nil
	}
	s := &sheet{
		title: "COPIES", about: fmt.Sprintf("%d stories of one text; enter shows what differs", len(d.copies)),
		act: func(m *Model, row int) tea.Cmd {
			if d.copies[row].ID == d.of {
				return m.openCopy(d.copies[row])
			}
			return m.compare(d.of, d.copies[row].ID)
		},
	}
	to := 0
	for i, h := range d.copies {
		h = gateHeadline(h)
		d.copies[i] = h
		row := sheetRow{lead: whenWhole(h.Published), text: titleOf(h), more: h.Source, quiet: h.Marks.Read}
		if h.ID == d.of {
			row.mark = m.th.Marks.Unread
		} else if to == 0 {
			to = i
		}
		s.rows = append(s.rows, row)
	}
	m.show(s, to)
	return nil
}

// unfold shows every copy in a line of its own, or folds them again.
func (m *Model) unfold() tea.Cmd {
	v, id := m.list.view, m.chosenID()
	v.Copies = !v.Copies
	if v.Copies {
		m.say("every copy stands in a line of its own")
	} else {
		m.say("copies are folded into one")
	}
	if m.focus != InList {
		return m.browse(v)
	}
	m.list.view, m.idle = v, ""
	return m.reloadAt(id)
}

// whenWhole is a date to the minute, where it is known: copies are told apart
// by it.
func whenWhole(d articles.Date) string {
	switch {
	case d.IsZero():
		return ""
	case d.Precision() >= articles.Minute:
		return d.Time().Format("2 Jan 2006 15:04")
	case d.Precision() == articles.Day:
		return d.Time().Format("2 Jan 2006")
	}
	return d.String()
}

func (m *Model) openCopy(h articles.Headline) tea.Cmd {
	m.sheet = nil
	if m.focus == InList {
		return m.open(h.ID, h.Title, fromList)
	}
	return m.open(h.ID, h.Title, onward)
}

// comparedMsg brings two stories and what differs in their texts.
type comparedMsg struct {
	first, second articles.Headline
	runs          []diff.Run
	alike         bool // enough to be compared
	err           error
}

// compare reads two stories and tells their texts apart, in a command.
func (m *Model) compare(first, second articles.ID) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		a, err := textOf(ctx, shelf, first)
		if err != nil {
			return comparedMsg{err: err}
		}
		b, err := textOf(ctx, shelf, second)
		if err != nil {
			return comparedMsg{err: err}
		}
		runs, alike := diff.Words(a.Text, b.Text)
		return comparedMsg{first: headOf(a), second: headOf(b), runs: runs, alike: alike}
	}
}

func textOf(ctx context.Context, shelf Teller, id articles.ID) (articles.Article, error) {
	a, _, err := shelf.Story(ctx, id)
	a.Text = a.Title + "\n\n" + a.Text
	return safe.Article(a), err
}

// headOf is a story as a list names it.
func headOf(a articles.Article) articles.Headline {
	return articles.Headline{ID: a.ID, Title: a.Title, Source: a.Source, Published: a.Published}
}

func (d comparedMsg) arrive(m *Model) tea.Cmd {
	switch {
	case d.err != nil:
		m.fail("the copies could not be compared", d.err)
		return nil
	case !d.alike:
		m.say("too much differs to be told word by word")
		return nil
	}
	gone, fresh := diff.Count(d.runs)
	about := differenceAbout(gone, fresh)
	before := m.sheet
	m.show(&sheet{
		title: "WHAT DIFFERS", about: about,
		build: func(size rect, th *theme.Theme) []sheetRow { return drawDifference(d, min(size.w, sheetMost), th) },
		enter: func(m *Model) tea.Cmd { return m.openCopy(gateHeadline(d.second)) },
		does:  "open the second", under: before,
	}, 0)
	return nil
}

// differenceAbout says how many words differ.
func differenceAbout(gone, fresh int) string {
	switch {
	case gone+fresh == 0:
		return "word for word the same"
	case fresh == 0:
		return "−" + countOf(gone, "word", "words")
	case gone == 0:
		return "+" + countOf(fresh, "word", "words")
	}
	return fmt.Sprintf("−%s +%s", thousands(gone), countOf(fresh, "word", "words"))
}

// around is how many words that are the same stand before and after a change.
const around = 14

// drawDifference sets what differs in two stories: what is gone with a minus
// and struck, what is new with a plus and bold, some words around them, and
// nothing of what is the same further away.
func drawDifference(d comparedMsg, width int, th *theme.Theme) []sheetRow {
	name := func(sign string, h articles.Headline) string {
		facts := nonEmpty(h.Source, whenWhole(h.Published), safe.Line(string(h.ID)))
		return " " + th.Key.Render(sign) + " " + th.Meta.Render(fit(strings.Join(facts, " "+th.Marks.Dot+" "), width-4))
	}
	lines := []string{name("−", d.first), name("+", d.second), ""}
	p := composer{width: width - 3}
	for i, r := range d.runs {
		switch r.Kind {
		case diff.Gone:
			p.words(r.Words, "−", th.Struck.Inherit(th.Error))
		case diff.New:
			p.words(r.Words, "+", th.Strong.Inherit(th.Link))
		default:
			p.same(r.Words, i > 0, i+1 < len(d.runs), th)
		}
	}
	for _, l := range p.done() {
		lines = append(lines, "   "+l)
	}
	var rows []sheetRow
	for _, l := range lines {
		rows = append(rows, sheetRow{drawn: l})
	}
	return rows
}

func nonEmpty(all ...string) (out []string) {
	for _, s := range all {
		if s != "" {
			out = append(out, s)
		}
	}
	return out
}
