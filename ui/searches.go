package ui

import (
	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
)

// searchSavedMsg tells that a search was kept or forgotten.
type searchSavedMsg struct {
	search SavedSearch
	err    error
}

// saveSearch asks for a name for what the list shows.
func (m *Model) saveSearch() tea.Cmd {
	query := m.list.view.asQuery()
	if query == "" {
		m.say("the list shows every story: search or filter first")
		return nil
	}
	m.prompt = &prompt{
		label: "save as @", help: "a name for " + query,
		done: func(m *Model, name string) tea.Cmd {
			if name == "" {
				return nil
			}
			return m.putSearch(SavedSearch{Name: name, Query: query})
		},
	}
	return nil
}

// putSearch keeps a search, or forgets the one of the name where it has no
// query.
func (m *Model) putSearch(s SavedSearch) tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg { return searchSavedMsg{s, shelf.SaveSearch(ctx, s)} }
}

func (d searchSavedMsg) arrive(m *Model) tea.Cmd {
	switch {
	case d.err != nil:
		m.fail("the search could not be saved", d.err)
	case d.search.Query == "":
		m.say("@" + d.search.Name + " is forgotten")
	default:
		m.say("kept as @" + d.search.Name + ": search for that, or choose it under " + m.keyFor(Filter))
	}
	return nil
}

// searchesLoadedMsg brings the saved searches, to forget one.
type searchesLoadedMsg struct {
	searches []SavedSearch
	err      error
}

// forgetSearch lists the saved searches.
func (m *Model) forgetSearch() tea.Cmd {
	ctx, shelf := m.ctx, m.shelf
	return func() tea.Msg {
		all, err := shelf.Searches(ctx)
		return searchesLoadedMsg{all, err}
	}
}

func (d searchesLoadedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("the saved searches could not be listed", d.err)
		return nil
	}
	s := &sheet{
		title: "FORGET A SEARCH", about: "enter forgets it",
		none: "No search is saved. The command save-search keeps one.",
		act: func(m *Model, row int) tea.Cmd {
			m.sheet = nil
			return m.putSearch(SavedSearch{Name: d.searches[row].Name})
		},
	}
	for _, one := range d.searches {
		s.rows = append(s.rows, sheetRow{lead: "@" + safe.Line(one.Name), text: safe.Line(one.Query)})
	}
	m.show(s, 0)
	return nil
}
