package ui

import (
	"strconv"
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles/safe"
	"broadsheet/ui/theme"
)

// doctorMsg brings how the library is, and the files that could not be read.
type doctorMsg struct {
	facts    []Fact
	problems []Problem
	err      error
}

// factColumn is the room that names of facts and the sheet's margins take.
const factColumn = 16

// showDoctor asks how the library is.
func (m *Model) showDoctor(press) tea.Cmd {
	ctx, shelf, health := m.ctx, m.shelf, m.opt.Health
	return func() tea.Msg {
		var d doctorMsg
		if health != nil {
			if d.facts, d.err = health(ctx); d.err != nil {
				return d
			}
		}
		d.problems, d.err = shelf.Problems(ctx)
		return d
	}
}

func (d doctorMsg) arrive(m *Model) tea.Cmd {
	if d.err != nil {
		m.fail("how the library is could not be found out", d.err)
		return nil
	}
	about := "every file was read"
	if len(d.problems) > 0 {
		files := map[string]bool{}
		for _, p := range d.problems {
			files[p.Path] = true
		}
		about = countOf(len(files), "file", "files") + " could not be read whole"
	}
	var whole []string // what enter says of each row
	m.show(&sheet{
		title: "DOCTOR", about: about, none: "None: every file was read.",
		build: func(size rect, _ *theme.Theme) (rows []sheetRow) {
			rows, whole = m.doctorRows(d, min(size.w, sheetMost))
			return rows
		},
		act: func(m *Model, row int) tea.Cmd {
			m.say(whole[row])
			return nil
		},
	}, 0)
	return nil
}

// doctorRows is the facts and the files, and for each row what it says whole.
func (m *Model) doctorRows(d doctorMsg, width int) (rows []sheetRow, whole []string) {
	add := func(row sheetRow, said string) {
		rows, whole = append(rows, row), append(whole, said)
	}
	for _, f := range d.facts {
		lead, text := safe.Line(f.Name), safe.Line(f.Text)
		for _, l := range wrapAtMost(text, width-factColumn, 4) {
			add(sheetRow{lead: lead, text: l}, text)
			lead = ""
		}
	}
	if len(d.problems) > 0 && len(rows) > 0 {
		add(sheetRow{heading: true}, "")
		add(sheetRow{heading: true, text: "FILES THAT COULD NOT BE READ"}, "")
	}
	for i := 0; i < len(d.problems); i++ {
		p, times := d.problems[i], 1
		for i+1 < len(d.problems) && d.problems[i+1] == p {
			i, times = i+1, times+1
		}
		path, reason := safe.Line(p.Path), safe.Line(p.Reason)
		if times > 1 {
			reason += ", " + strconv.Itoa(times) + " times"
		}
		add(sheetRow{text: m.shortPath(path), more: reason}, path+": "+reason)
	}
	return rows, whole
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
