package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
)

// problemsLoadedMsg brings the files that could not be read.
type problemsLoadedMsg struct {
	problems []Problem
	err      error
}

// showProblems asks for the files that could not be read.
func (m *Model) showProblems(press) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		p, err := shelf.Problems(ctx)
		return problemsLoadedMsg{p, err}
	}
}

func (d problemsLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("the problems could not be listed", d.err)
		return nil
	}
	s := &sheet{
		title: "FILES THAT COULD NOT BE READ", about: countOf(len(d.problems), "file", "files"),
		none: "None: every file was read.",
		act: func(m *Model, row int) tea.Cmd {
			m.say(safe.Line(d.problems[row].Path))
			return nil
		},
	}
	for _, p := range d.problems {
		s.rows = append(s.rows, sheetRow{text: m.shortPath(safe.Line(p.Path)), more: safe.Line(p.Reason)})
	}
	m.show(s, 0)
	return nil
}

// shortPath leaves out the folder the reader gave.
func (m *Model) shortPath(path string) string {
	if len(m.opt.Roots) == 1 {
		if rest, ok := strings.CutPrefix(path, strings.TrimRight(m.opt.Roots[0], "/")+"/"); ok {
			return rest
		}
	}
	return path
}
