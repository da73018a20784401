package ui

import (
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/ui/page"
)

// chosen is the paragraph of the story that the keys are about, while one is.
type chosen struct {
	on    bool
	index int // of the paragraph, the same at any width
}

// pointing reports whether a paragraph is chosen where the keys go.
func (m *Model) pointing() bool {
	return m.focus == InStory && m.sheet == nil && m.story.chosen.on && m.story.ready()
}

// paragraph is the chosen one.
func (m *Model) paragraph() (page.Para, bool) {
	if !m.pointing() {
		return page.Para{}, false
	}
	return m.story.page.Para(m.story.chosen.index)
}

// choose puts the cursor on a paragraph of the story, or takes it away.
func (m *Model) choose(press) tea.Cmd {
	if m.pointing() {
		m.story.chosen = chosen{}
		return nil
	}
	m.focus = InStory
	if !m.story.ready() {
		m.say("there is no story to choose from yet")
		return nil
	}
	first, ok := m.story.page.ParaAt(m.story.top)
	switch {
	case !ok:
		m.say("this story has no paragraph to choose")
		return nil
	case first.From < m.story.top: // only its end is in sight
		if next, ok := m.story.page.Para(first.Index + 1); ok && next.From < m.story.top+m.lay.story.h {
			first = next
		}
	}
	m.story.chosen = chosen{true, first.Index}
	return m.showParagraph(first)
}

// point moves the cursor to the paragraph of an index, or to the nearest.
func (m *Model) point(to int) tea.Cmd {
	p := m.story.page
	one, ok := p.Para(max(to, 0))
	if !ok {
		last, _ := p.ParaAt(p.Len())
		one = last
	}
	if one.Index == m.story.chosen.index {
		m.say("this is the last paragraph of the story")
		if to < 0 {
			m.say("this is the first paragraph of the story")
		}
		return nil
	}
	m.story.chosen.index = one.Index
	return m.showParagraph(one)
}

// pointBy moves the cursor by about so many lines.
func (m *Model) pointBy(lines int) tea.Cmd {
	one, _ := m.paragraph()
	to, _ := m.story.page.ParaAt(max(one.From+lines, 0))
	if to.Index == one.Index {
		to.Index += sign(lines)
	}
	return m.point(to.Index)
}

func sign(n int) int {
	if n < 0 {
		return -1
	}
	return 1
}

// showParagraph scrolls by the least that shows a paragraph, or its
// beginning.
func (m *Model) showParagraph(one page.Para) tea.Cmd {
	h := m.lay.story.h
	to := m.story.top
	if one.To > to+h {
		to = one.To - h
	}
	to = min(to, one.From)
	if m.story.scroll(to-m.story.top, h) {
		return m.moved()
	}
	return nil
}

// mark marks the chosen paragraph, or takes its mark away.
func (m *Model) markParagraph() tea.Cmd {
	one, ok := m.paragraph()
	if !ok {
		return nil
	}
	all := slices.Clone(m.story.marks.Passages)
	if i := one.Passage(all); i >= 0 {
		m.say("mark taken away; " + m.keyFor(Undo) + " brings it back")
		return m.keepPassages(slices.Delete(all, i, i+1))
	}
	m.say("paragraph marked; " + m.keyFor(Notes) + " lists all that are")
	return m.keepPassages(append(all, passageOf(one, "")))
}

// passageOf is a paragraph as it is kept.
func passageOf(one page.Para, note string) articles.Passage {
	quote := one.Text
	if len(quote) > articles.MaxQuote {
		quote = strings.ToValidUTF8(quote[:articles.MaxQuote], "")
	}
	return articles.Passage{Quote: quote, Nth: one.Nth, Note: note}
}

// noteParagraph asks for a note on the chosen paragraph. An empty one leaves
// the paragraph marked.
func (m *Model) noteParagraph(one page.Para) tea.Cmd {
	before := ""
	if i := one.Passage(m.story.marks.Passages); i >= 0 {
		before = m.story.marks.Passages[i].Note
	}
	load := m.story.load
	m.prompt = &prompt{
		label: "note", entry: newEntry(before), help: "on this paragraph",
		done: func(m *Model, text string) tea.Cmd {
			if m.story.load != load {
				return nil
			}
			all := slices.Clone(m.story.marks.Passages)
			if i := one.Passage(all); i >= 0 {
				all[i].Note = text
			} else {
				all = append(all, passageOf(one, text))
			}
			m.say("note kept on this paragraph")
			return m.keepPassages(all)
		},
	}
	return nil
}

func (m *Model) keepPassages(all []articles.Passage) tea.Cmd {
	return m.mark(m.story.id, Change{Passages: &all})
}

// copyParagraph puts the chosen paragraph on the clipboard.
func (m *Model) copyParagraph(one page.Para) tea.Cmd {
	m.say("copied the paragraph")
	return tea.SetClipboard(one.Text)
}
