package ui

import (
	tea "charm.land/bubbletea/v2"
)

// prompt is a line being typed and what becomes of it. The functions are
// called from Update and may ask for a command.
type prompt struct {
	label string
	entry entry
	help  string // shown while nothing is typed

	changed   func(m *Model, text string) tea.Cmd // at each letter; may be nil
	done      func(m *Model, text string) tea.Cmd // at enter
	cancelled func(m *Model) tea.Cmd              // at esc; may be nil
	moved     func(m *Model, by int) tea.Cmd      // at up and down; may be nil

	trouble *QueryProblem // shown under the line, at its place
}

// typed handles a key while a line is being typed.
func (m *Model) typed(k tea.KeyPressMsg) tea.Cmd {
	p, key := m.prompt, k.Key()
	ctrl := key.Mod == tea.ModCtrl
	switch {
	case ctrl && key.Code == 'c':
		return m.quit()
	case key.Code == tea.KeyEscape, ctrl && key.Code == 'g':
		m.prompt = nil
		if p.cancelled != nil {
			return p.cancelled(m)
		}
		return nil
	case key.Code == tea.KeyEnter, key.Code == tea.KeyKpEnter, ctrl && key.Code == 'j':
		m.prompt = nil
		return p.done(m, p.entry.String())
	case p.moved != nil && (key.Code == tea.KeyDown || ctrl && key.Code == 'n'):
		return p.moved(m, 1)
	case p.moved != nil && (key.Code == tea.KeyUp || ctrl && key.Code == 'p'):
		return p.moved(m, -1)
	case key.Code == tea.KeyBackspace && len(p.entry.text) == 0:
		m.prompt = nil // as in vi and less: backspace in an empty line leaves it
		if p.cancelled != nil {
			return p.cancelled(m)
		}
		return nil
	}
	before := p.entry.String()
	if !p.entry.key(key) {
		return nil
	}
	return m.retyped(before)
}

// pasted puts what the terminal pasted into the line; elsewhere a paste is
// not taken as keys, as it could do anything.
func (m *Model) pasted(text string) tea.Cmd {
	if m.prompt == nil {
		m.say("a paste does nothing here; / searches")
		return nil
	}
	before := m.prompt.entry.String()
	m.prompt.entry.insert(text)
	return m.retyped(before)
}

func (m *Model) retyped(before string) tea.Cmd {
	p := m.prompt
	now := p.entry.String()
	if now == before || p.changed == nil {
		return nil
	}
	p.trouble = nil
	return p.changed(m, now)
}

// drawPrompt draws the line and the column of the cursor in it.
func (m *Model) drawPrompt(width int) (line string, column int) {
	p := m.prompt
	label := " " + p.label + " "
	if cells(label) > width/2 {
		label = ""
	}
	room := width - cells(label)
	shown, at, _ := p.entry.window(room)
	text := shown
	if len(p.entry.text) == 0 {
		text = m.th.Placeholder.Render(fit(p.help, room-1))
		if text != "" {
			text = " " + text
		}
	}
	line = m.th.Prompt.Render(label) + text
	if tally := m.tally(); tally != "" && cells(shown)+cells(tally)+3 < room && len(p.entry.text) > 0 {
		line = ends(line, m.th.Meta.Render(tally), width-1)
	}
	return line, cells(label) + at
}

// drawTrouble says under the line what is wrong with it, at its place.
func (m *Model) drawTrouble(width int) string {
	p := m.prompt
	if p == nil || p.trouble == nil {
		return ""
	}
	label := " " + p.label + " "
	if cells(label) > width/2 {
		label = ""
	}
	_, _, skipped := p.entry.window(width - cells(label))
	column := cells(label) - skipped
	runes := []rune(p.entry.String())
	column += cells(string(runes[:clamp(p.trouble.Pos, 0, len(runes))]))
	text := "^ " + p.trouble.Message
	column = clamp(column, 0, max(width-cells(text), 0))
	return blank(column) + m.th.Warn.Render(fit(text, width-column))
}
