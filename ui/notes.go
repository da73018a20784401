package ui

import (
	"fmt"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/articles/safe"
)

// notesLoadedMsg brings the stories with notes.
type notesLoadedMsg struct {
	stories []articles.Headline
	err     error
}

// showNotes asks for everything the reader marked and wrote.
func (m *Model) showNotes(press) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		all, err := shelf.Notes(ctx)
		return notesLoadedMsg{all, err}
	}
}

func (d notesLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("the notes could not be listed", d.err)
		return nil
	}
	var targets []target
	s := &sheet{
		title: "NOTES",
		none: fmt.Sprintf("Nothing is marked yet. In a story %s chooses a paragraph: there enter marks it and %s writes a note on it.",
			m.keyFor(Paragraph), m.keyFor(Note)),
	}
	count := 0
	add := func(row sheetRow, to target) {
		s.rows, targets = append(s.rows, row), append(targets, to)
	}
	for i, h := range d.stories {
		h = gateHeadline(h)
		if i > 0 {
			add(sheetRow{heading: true}, target{})
		}
		add(sheetRow{heading: true, text: titleOf(h) + m.origin(h)}, target{})
		if h.Marks.Note != "" {
			count++
			add(sheetRow{text: h.Marks.Note, more: "on the story"}, target{h, articles.Passage{}})
		}
		for _, p := range h.Marks.Passages {
			count++
			add(sheetRow{mark: m.th.Marks.Bullet, text: safe.Line(p.Quote), quiet: p.Note != ""}, target{h, p})
			if p.Note != "" {
				add(sheetRow{text: "  " + p.Note}, target{h, p})
			}
		}
	}
	s.about = countOf(count, "note or mark", "notes and marks") + "; enter goes there"
	if count == 0 {
		s.about = ""
	}
	s.act = func(m *Model, row int) tea.Cmd {
		m.sheet = nil
		return m.openAt(targets[row])
	}
	m.show(s, 0)
	return nil
}

// origin is where and when a story appeared, behind its title.
func (m *Model) origin(h articles.Headline) string {
	out := ""
	for _, fact := range []string{h.Source, whenOf(h.Published, true, m.now())} {
		if fact != "" {
			out += " " + m.th.Marks.Dot + " " + fact
		}
	}
	return out
}

// target is a story and, where it is not empty, a marked paragraph of it.
type target struct {
	story   articles.Headline
	passage articles.Passage
}

// openAt opens a story at a marked paragraph.
func (m *Model) openAt(to target) tea.Cmd {
	cmd := m.open(to.story.ID, to.story.Title, fromList)
	if to.passage.Quote == "" {
		return cmd
	}
	m.story.goal, m.story.goalAt, m.story.goalPassage = place{}, 0, to.passage
	if m.story.ready() {
		m.story.asked = setting{} // the page is laid out to where the passage is
	}
	return cmd
}

// gateMarks passes the reader's own words through the gate: they may have
// come from another program.
func gateMarks(k articles.Marks) articles.Marks {
	k.Note = safe.Line(k.Note)
	if len(k.Tags) > 0 {
		tags := make([]string, len(k.Tags))
		for i, t := range k.Tags {
			tags[i] = safe.Line(t)
		}
		k.Tags = tags
	}
	if len(k.Passages) > 0 {
		passages := make([]articles.Passage, len(k.Passages))
		for i, p := range k.Passages {
			passages[i] = articles.Passage{Quote: safe.Text(p.Quote), Nth: p.Nth, Note: safe.Line(p.Note)}
		}
		k.Passages = passages
	}
	return k
}
