package ui

import (
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/ui/theme"
)

// sheet is a list that takes the body of the screen for a while: help, the
// trail, a timeline, problems, sources, the palette.
type sheet struct {
	title string
	about string // at the right of the title
	none  string // what stands where there are no rows
	help  bool   // it is the help
	rows  []sheetRow
	// act is called with the index of the row chosen; nil where rows cannot
	// be chosen.
	act func(m *Model, row int) tea.Cmd
	// enter is what enter does on a sheet without rows to choose, in the
	// words of does; nil: it closes the sheet.
	enter func(m *Model) tea.Cmd
	does  string
	under *sheet // the sheet it was opened from, to which it leads back

	// build makes the rows of a sheet that depend on its size. It is called
	// again when that changes.
	build func(size rect, th *theme.Theme) []sheetRow
	built builtFor

	gallery *gallery // draws the chosen row as a picture, instead of the rows

	cursor int // an index of shown, as top is
	top    int

	narrowed string // the words that the shown rows have
	shown    []int  // indexes of rows; nil: all of them
}

// sheetRow is one line of a sheet.
type sheetRow struct {
	lead    string // at the left, in a column of its own
	text    string
	more    string   // at the right end
	heading bool     // cannot be chosen
	mark    string   // before the lead: where the reader is
	quiet   bool     // stands back
	whole   bool     // takes the column of the leads too
	hits    [][2]int // byte ranges of the lead that were typed
	drawn   string   // the whole line, drawn already
}

// builtFor is what the rows of a sheet were made for.
type builtFor struct {
	size rect
	th   *theme.Theme
}

// resize makes the rows anew where they depend on the size. The cursor stays
// on the row that is as many rows from the first.
func (s *sheet) resize(size rect, th *theme.Theme) {
	to := builtFor{size, th}
	if s.build == nil || s.built == to {
		return
	}
	chosen := 0
	for _, r := range s.rows[:clamp(s.cursor, 0, len(s.rows))] {
		if !r.heading {
			chosen++
		}
	}
	s.built, s.rows = to, s.build(size, th)
	for i, r := range s.rows {
		if r.heading || s.act == nil {
			continue
		}
		if s.cursor = i; chosen == 0 {
			break
		}
		chosen--
	}
	if s.narrowed != "" {
		s.narrow(s.narrowed, size)
	}
}

// sheetHead is how many lines stand over the rows: the title, and a blank.
const sheetHead = 2

// sheetMost is how wide its lines are: the eye has to find from one end to
// the other.
const sheetMost = 110

// columns is how many stand side by side on a body so wide: the help, which is
// long, takes two where it can.
func (s *sheet) columns(width int) int {
	if s.help && width >= wideFrom {
		return 2
	}
	return 1
}

// columnWidth is how wide each of them is.
func (s *sheet) columnWidth(width int) int {
	return min(width/s.columns(width), sheetMost)
}

// room is how many rows a body shows at once.
func (s *sheet) room(body rect) int {
	return max(body.h-sheetHead, 1) * s.columns(body.w)
}

// size is how many rows there are, less those that are narrowed away.
func (s *sheet) size() int {
	if s.narrowed == "" {
		return len(s.rows)
	}
	return len(s.shown)
}

// index is the row that is shown at a place.
func (s *sheet) index(at int) int {
	if s.narrowed == "" {
		return at
	}
	return s.shown[at]
}

func (s *sheet) row(at int) sheetRow { return s.rows[s.index(at)] }

// narrow leaves the rows in which every word of the text stands. A heading
// stays where one of its rows does.
func (s *sheet) narrow(text string, body rect) {
	was := -1
	if s.cursor >= 0 && s.cursor < s.size() {
		was = s.index(s.cursor)
	}
	words := strings.Fields(strings.ToLower(text))
	s.narrowed, s.shown = strings.Join(words, " "), nil
	heading := -1
	to := 0
	for i, r := range s.rows {
		if r.heading {
			heading = -1
			if r.text != "" {
				heading = i
			}
			continue
		}
		if s.narrowed != "" && !r.has(words) {
			continue
		}
		if heading >= 0 {
			s.shown, heading = append(s.shown, heading), -1
		}
		if i <= was {
			to = len(s.shown)
		}
		s.shown = append(s.shown, i)
	}
	if s.narrowed == "" {
		to = max(was, 0)
	}
	s.top = 0
	s.cursor = -1
	s.move(to, body)
}

func (r sheetRow) has(words []string) bool {
	text := strings.ToLower(r.lead + " " + r.text + " " + r.more)
	for _, w := range words {
		if !strings.Contains(text, w) {
			return false
		}
	}
	return true
}

// move puts the cursor on a row and keeps it in sight. Headings are passed
// over.
func (s *sheet) move(to int, body rect) {
	if s.act == nil { // nothing to choose: the sheet scrolls
		s.cursor = clamp(to, 0, max(s.size()-s.room(body), 0))
		s.top = s.cursor
		return
	}
	step := 1
	if to < s.cursor {
		step = -1
	}
	to = clamp(to, 0, s.size()-1)
	for i := to; i >= 0 && i < s.size(); i += step {
		if !s.row(i).heading {
			s.cursor = i
			break
		}
	}
	s.settle(body)
}

// settle moves top by the least that shows the cursor, with the heading over
// the first row and with what follows the last.
func (s *sheet) settle(body rect) {
	room := s.room(body)
	if s.act == nil {
		s.top = clamp(s.top, 0, max(s.size()-room, 0))
		s.cursor = s.top
		return
	}
	end := s.cursor
	for end+1 < s.size() && s.row(end+1).heading {
		end++
	}
	if end+1 < s.size() || end-s.cursor >= room {
		end = s.cursor
	}
	s.top = clamp(s.top, max(end-room+1, 0), max(s.cursor, 0))
	s.top = min(s.top, max(s.size()-room, 0))
	if s.top == 1 && s.row(0).heading && s.cursor < room {
		s.top = 0
	}
}

// pick does what the chosen row is for.
func (m *Model) pick() tea.Cmd {
	s := m.sheet
	switch {
	case s.enter != nil:
		return s.enter(m)
	case s.act == nil:
		m.sheet = nil
		return nil
	}
	if s.cursor < 0 || s.cursor >= s.size() || s.row(s.cursor).heading {
		return nil
	}
	return s.act(m, s.index(s.cursor))
}

// show puts a sheet on the screen with its cursor on a row.
func (m *Model) show(s *sheet, row int) {
	m.sheet = s
	s.resize(m.body(), m.th)
	s.cursor = -1
	s.move(row, m.body())
}

// narrowSheet asks for words that the rows of the sheet shall have.
func (m *Model) narrowSheet() tea.Cmd {
	s := m.sheet
	if s.enter != nil {
		m.say("there are no rows here to find")
		return nil
	}
	was := s.narrowed
	m.prompt = &prompt{
		label: "/", entry: newEntry(was), help: "words that the rows shall have",
		changed: func(m *Model, text string) tea.Cmd {
			s.narrow(text, m.body())
			return nil
		},
		done: func(m *Model, _ string) tea.Cmd { return nil },
		cancelled: func(m *Model) tea.Cmd {
			s.narrow("", m.body())
			return nil
		},
		moved: func(m *Model, by int) tea.Cmd {
			s.move(s.cursor+by, m.body())
			return nil
		},
	}
	return nil
}
