package ui

import (
	"math"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	tea "charm.land/bubbletea/v2"

	"broadsheet/ui/theme"
)

// command is one line of the palette.
type command struct {
	name string
	help string
	keys string
	fits bool // it does something in the pane with the keys
	do   func(m *Model) tea.Cmd
}

// commands are all there are: the actions by their names, and what has no key.
func (m *Model) commands() []command {
	var out []command
	for _, b := range m.keys.bindings {
		if b.Action == Jump || b.Action == Palette {
			continue
		}
		out = append(out, command{
			name: string(b.Action), help: b.Help, keys: b.Names(), fits: b.Where&m.focus != 0,
			do: func(m *Model) tea.Cmd {
				if b.Where&m.focus == 0 {
					m.say(string(b.Action) + " works in " + b.Where.names())
					return nil
				}
				return m.deeds[b.Action](m, press{})
			},
		})
	}
	for _, o := range m.orders() {
		out = append(out, command{
			name: "sort-" + strings.ReplaceAll(string(o), " ", "-"), help: "the list by " + m.sortName(o), fits: true,
			do: func(m *Model) tea.Cmd { return m.sortBy(o) },
		})
	}
	for _, p := range theme.Palettes() {
		out = append(out, command{
			name: "theme-" + p.Name, help: "colours: " + p.Says, fits: true,
			do: func(m *Model) tea.Cmd {
				m.restyle(func(o *theme.Options) { o.Palette, o.Custom = p.Name, nil })
				return nil
			},
		})
	}
	return append(out,
		command{name: "light-dark", help: "colours for the other kind of background", fits: true, do: func(m *Model) tea.Cmd {
			m.restyle(func(o *theme.Options) { o.Dark = !o.Dark })
			return nil
		}},
		command{name: "unfold-copies", help: "every copy in a line of its own, or folded again", fits: true, do: (*Model).unfold},
		command{name: "save-search", help: "keep what the list shows under a name", fits: true, do: (*Model).saveSearch},
		command{name: "forget-search", help: "take a saved search away", fits: true, do: (*Model).forgetSearch},
	)
}

// showPalette lists every command by name, narrowed by what is typed.
func (m *Model) showPalette(press) tea.Cmd {
	all := m.commands()
	var found []command
	s := &sheet{title: "COMMANDS", about: "enter does it", none: "No command has these letters."}
	fill := func(text string) {
		found, s.rows = found[:0:0], s.rows[:0]
		for _, r := range ranked(all, text) {
			found = append(found, r.command)
			s.rows = append(s.rows, sheetRow{lead: r.name, text: r.help, more: r.keys, hits: r.hits, quiet: !r.fits})
		}
		s.cursor, s.top = 0, 0
	}
	do := func(m *Model, row int) tea.Cmd {
		m.sheet, m.prompt = nil, nil
		if row < 0 || row >= len(found) {
			return nil
		}
		return found[row].do(m)
	}
	s.act = do
	fill("")
	m.show(s, 0)
	m.prompt = &prompt{
		label: ":", help: "a command by any of its letters",
		changed:   func(_ *Model, text string) tea.Cmd { fill(text); return nil },
		done:      func(m *Model, _ string) tea.Cmd { return do(m, s.cursor) },
		cancelled: func(m *Model) tea.Cmd { m.sheet = nil; return nil },
		moved: func(m *Model, by int) tea.Cmd {
			s.move(s.cursor+by, m.body())
			return nil
		},
	}
	return nil
}

// rankedCommand is a command that was found, and by which of its letters.
type rankedCommand struct {
	command
	score int
	hits  [][2]int
}

// ranked is the commands whose name has the letters of text in their order,
// or whose help has its words: the closest first, then those that do nothing
// here.
func ranked(all []command, text string) []rankedCommand {
	text = strings.ToLower(strings.Join(strings.Fields(text), "-"))
	var out []rankedCommand
	for _, c := range all {
		score, hits := closeness(c.name, text)
		if hits == nil && text != "" {
			if !strings.Contains(strings.ToLower(c.help), strings.ReplaceAll(text, "-", " ")) {
				continue
			}
			score = 1
		}
		if !c.fits {
			score -= 1000
		}
		out = append(out, rankedCommand{c, score, hits})
	}
	slices.SortStableFunc(out, func(a, b rankedCommand) int { return b.score - a.score })
	return out
}

// closeness is how well the letters of text, in their order, are found in a
// name, and where; no places where they are not. A letter counts more that
// begins a word or follows the letter before it, as those are what people
// type.
func closeness(name, text string) (score int, hits [][2]int) {
	if text == "" {
		return 0, nil
	}
	const (
		letter, next, word, start = 1, 4, 6, 8
		farthest                  = 3 // a longer way between letters costs no more
	)
	best := math.MinInt
	for from := range name {
		// Only where the first letter stands can a reading begin.
		if !strings.HasPrefix(name[from:], firstRune(text)) {
			continue
		}
		got, places := 0, [][2]int(nil)
		at := from
		for _, r := range text {
			i := strings.IndexRune(name[at:], r)
			if i < 0 {
				places = nil
				break
			}
			i += at
			end := i + utf8.RuneLen(r)
			got += letter - min(utf8.RuneCountInString(name[at:i]), farthest)
			before, _ := utf8.DecodeLastRuneInString(name[:i])
			switch {
			case i == 0:
				got += start
			case !unicode.IsLetter(before):
				got += word
			case len(places) > 0 && places[len(places)-1][1] == i:
				got += next
			}
			if n := len(places); n > 0 && places[n-1][1] == i {
				places[n-1][1] = end
			} else {
				places = append(places, [2]int{i, end})
			}
			at = end
		}
		if places != nil && got > best {
			best, hits = got, places
		}
	}
	if hits == nil {
		return 0, nil
	}
	return 100 + 10*best - utf8.RuneCountInString(name), hits
}

func firstRune(s string) string {
	_, n := utf8.DecodeRuneInString(s)
	return s[:n]
}
