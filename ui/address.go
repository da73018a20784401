package ui

import (
	"context"
	"fmt"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles/safe"
	"broadsheet/ui/page"
)

// Opener opens an address that passed the gate and that the reader saw.
type Opener func(ctx context.Context, url string) error

// address is the address of the target, as it may be opened.
func (m *Model) address() (url string, known bool) {
	if m.focus == InLeads {
		if all := m.shownLeads(); m.leads.cursor < len(all) {
			return safe.URL(all[m.leads.cursor].URL)
		}
		return "", false
	}
	if id, _, ok := m.target(); !ok || id != m.story.id || m.story.loading {
		return "", false
	}
	return safe.URL(m.story.article.URL)
}

// choice is one thing to do with one address.
type choice struct {
	text string
	do   func(m *Model) tea.Cmd
}

// original offers the address of a story, and the addresses its body links
// to; each is shown whole before it is opened.
func (m *Model) original(press) tea.Cmd {
	url, ok := m.address()
	var links []page.Link
	if m.focus == InStory && m.story.ready() && m.story.page.Done() {
		links = m.story.page.Links()
	}
	switch {
	case !ok && m.focus == InList && m.chosenID() != m.story.id:
		m.say("open the story first: its address is in it")
		return nil
	case !ok && len(links) == 0:
		m.say("this story carries no address that can be opened")
		return nil
	case len(links) == 0:
		m.offer(url)
		return nil
	}
	s := &sheet{title: "ADDRESSES OF THIS STORY", about: "enter shows it whole"}
	var urls []string
	if ok {
		urls, s.rows = append(urls, url), append(s.rows, sheetRow{lead: "original", text: url})
	}
	for _, l := range links {
		if to, safeTo := safe.URL(l.URL); safeTo {
			urls = append(urls, to)
			s.rows = append(s.rows, sheetRow{lead: fmt.Sprintf("[%d]", l.Number), text: safe.Line(l.Text), more: to})
		}
	}
	s.act = func(m *Model, row int) tea.Cmd {
		m.offer(urls[row])
		return nil
	}
	m.show(s, 0)
	return nil
}

// offer shows an address whole and asks what to do with it.
func (m *Model) offer(url string) {
	s := &sheet{title: "OPEN THIS ADDRESS?", about: "this leaves Broadsheet and uses the network"}
	for _, part := range breakAddress(url, max(m.lay.width-8, 10)) {
		s.rows = append(s.rows, sheetRow{heading: true, text: part, quiet: true})
	}
	s.rows = append(s.rows, sheetRow{heading: true})
	first := len(s.rows)
	var choices []choice
	if m.opt.Opener != nil {
		choices = append(choices, choice{"Open it in the browser", func(m *Model) tea.Cmd { return m.openAddress(url) }})
	}
	choices = append(choices,
		choice{"Copy it", func(m *Model) tea.Cmd { m.say("copied " + url); return tea.SetClipboard(url) }},
		choice{"Neither", func(*Model) tea.Cmd { return nil }})
	for _, c := range choices {
		s.rows = append(s.rows, sheetRow{text: c.text})
	}
	s.act = func(m *Model, row int) tea.Cmd {
		m.sheet = nil
		return choices[row-first].do(m)
	}
	m.show(s, first)
}

// breakAddress breaks an address into lines, so that all of it is seen.
func breakAddress(url string, width int) []string {
	var out []string
	for cells(url) > width {
		part := ansi.Truncate(url, width, "")
		if part == "" {
			break
		}
		out, url = append(out, part), url[len(part):]
	}
	return append(out, url)
}

// openedMsg says that a program was started for an address, or was not.
type openedMsg struct {
	what string
	err  error
}

func (d openedMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail(d.what, d.err)
	}
	return nil
}

func (m *Model) openAddress(url string) tea.Cmd {
	ctx, opener := m.ctx, m.opt.Opener
	m.say("opening " + url)
	return func() tea.Msg {
		return openedMsg{"the address could not be opened", opener(ctx, url)}
	}
}

// copyLink copies the chosen paragraph; else the address, or the path where
// there is none.
func (m *Model) copyLink(press) tea.Cmd {
	if one, ok := m.paragraph(); ok {
		return m.copyParagraph(one)
	}
	if url, ok := m.address(); ok {
		m.say("copied " + url)
		return tea.SetClipboard(url)
	}
	id, _, ok := m.target()
	if !ok {
		m.say("there is nothing to copy")
		return nil
	}
	path := safe.Line(string(id))
	if id == m.story.id && m.story.article.Path != "" {
		path = safe.Line(m.story.article.Path)
	}
	m.say("no address is known; copied the path " + path)
	return tea.SetClipboard(path)
}
