package ui

import (
	"fmt"
	"slices"
	"strings"

	tea "charm.land/bubbletea/v2"

	"broadsheet/ui/page"
)

// finder is a search in the story. It runs in a command, as a long story has
// much to look through; what it found holds for one page only.
type finder struct {
	n       int // number of the latest search; older answers are dropped
	query   string
	words   []string // what is looked for: the query whole, or its words
	from    int      // the line it began on
	page    *page.Page
	matches []page.Match
	at      int // the hit the reader stands on, -1 before the first
}

// foundMsg is the answer to a search in a story.
type foundMsg struct {
	n       int
	page    *page.Page
	matches []page.Match
	keep    bool // the reader stands on a hit already
}

// holds reports whether the matches are those of a page.
func (f *finder) holds(p *page.Page) bool { return f.query != "" && f.page == p && p != nil }

func (f *finder) tally() string {
	switch {
	case f.query == "" || f.page == nil:
		return ""
	case len(f.matches) == 0:
		return "not in this story"
	case f.at < 0:
		return countOf(f.hits(), "match", "matches")
	}
	return fmt.Sprintf("%d of %d", f.at+1, f.hits())
}

// hits is how often the query stands in the story; one over a line end is
// several matches.
func (f *finder) hits() int {
	if n := len(f.matches); n > 0 {
		return f.matches[n-1].Hit + 1
	}
	return 0
}

// line is the line of the hit the reader stands on.
func (f *finder) line() (int, bool) {
	for _, hit := range f.matches {
		if hit.Hit == f.at {
			return hit.Line, true
		}
	}
	return 0, false
}

// beginFind asks what to find in the story.
func (m *Model) beginFind() tea.Cmd {
	m.focus = InStory
	if !m.story.ready() {
		m.say("there is no story to search yet")
		return nil
	}
	from := m.story.top
	query := m.story.find.query
	if len(m.story.find.words) > 1 {
		query = "" // the words of a search of the library
	}
	m.prompt = &prompt{
		label: "find", entry: newEntry(query), help: "words of this story",
		changed: func(m *Model, text string) tea.Cmd { return m.find(text, from) },
		done: func(m *Model, text string) tea.Cmd {
			f := &m.story.find
			if text != f.query || !f.holds(m.story.page) {
				return m.find(text, from)
			}
			if len(f.matches) == 0 {
				m.notFound()
			}
			return m.moved()
		},
		cancelled: func(m *Model) tea.Cmd {
			m.story.find = finder{n: m.story.find.n}
			m.story.scroll(from-m.story.top, m.lay.story.h)
			return nil
		},
	}
	return nil
}

func (m *Model) notFound() { m.say(fmt.Sprintf("“%s” is not in this story", m.story.find.query)) }

// find looks a text up and shows the first match from a line on.
func (m *Model) find(text string, from int) tea.Cmd {
	m.story.find = finder{n: m.story.find.n, query: text, words: []string{text}, from: from}
	if text == "" {
		m.story.scroll(from-m.story.top, m.lay.story.h)
		return nil
	}
	return m.lookUp(false)
}

// findWords shows the words of a search of the library in a story that it
// found. The page stays at its top: a reader begins at the beginning.
func (m *Model) findWords(query string) {
	words := plainWords(query)
	if len(words) > 0 {
		m.story.find = finder{n: m.story.find.n, query: query, words: words, at: -1}
	}
}

// plainWords is what of a query stands in a text: not its operators, its
// fields and what it leaves out.
func plainWords(query string) []string {
	var out []string
	for _, w := range strings.Fields(query) {
		if strings.HasPrefix(w, "-") || strings.Contains(w, ":") || w == "OR" || w == "AND" || w == "NOT" {
			continue
		}
		if w = strings.Trim(w, `"()*`); w != "" && !slices.Contains(out, w) {
			out = append(out, w)
		}
	}
	return out
}

// lookUp looks the words up on the page as it is now.
func (m *Model) lookUp(keep bool) tea.Cmd {
	f := &m.story.find
	if f.query == "" || !m.story.ready() {
		return nil
	}
	f.n++
	n, p, words := f.n, m.story.page, f.words
	return func() tea.Msg {
		var all []page.Match
		hits := 0
		for _, w := range words {
			for _, hit := range p.Find(w) {
				hit.Hit += hits
				all = append(all, hit)
			}
			if len(all) > 0 {
				hits = all[len(all)-1].Hit + 1
			}
		}
		if len(words) > 1 {
			all = inReadingOrder(all)
		}
		return foundMsg{n, p, all, keep}
	}
}

// inReadingOrder numbers the hits of several words as they stand in the text.
func inReadingOrder(all []page.Match) []page.Match {
	slices.SortStableFunc(all, func(a, b page.Match) int {
		if a.Line != b.Line {
			return a.Line - b.Line
		}
		return a.Start - b.Start
	})
	number := map[int]int{}
	for i := range all {
		n, ok := number[all[i].Hit]
		if !ok {
			n = len(number)
			number[all[i].Hit] = n
		}
		all[i].Hit = n
	}
	return all
}

func (d foundMsg) arrive(m *Model) tea.Cmd {
	f := &m.story.find
	if d.n != f.n || d.page != m.story.page {
		return nil
	}
	f.page, f.matches = d.page, d.matches
	if d.keep || f.at < 0 {
		f.at = min(f.at, f.hits()-1)
		return nil
	}
	if len(f.matches) == 0 {
		m.story.scroll(f.from-m.story.top, m.lay.story.h)
		if m.prompt == nil {
			m.notFound()
		}
		return nil
	}
	f.at = 0
	for _, hit := range f.matches {
		if hit.Line >= f.from {
			f.at = hit.Hit
			break
		}
	}
	m.showMatch()
	return m.moved()
}

// findNext goes to the next match, and from the last to the first.
func (m *Model) findNext(step int) tea.Cmd {
	f := &m.story.find
	n := f.hits()
	switch {
	case !f.holds(m.story.page):
		return m.lookUp(true) // another page is there since
	case n == 0:
		m.notFound()
		return nil
	}
	to := f.at + step
	if to < 0 || to >= n {
		m.say("round the end of the story")
		to = (to + n) % n
		if step < 0 {
			to = n - 1
		}
	}
	f.at = to
	m.showMatch()
	return m.moved()
}

// showMatch brings the match into the upper half of the pane.
func (m *Model) showMatch() {
	line, ok := m.story.find.line()
	if h := m.lay.story.h; ok && (line < m.story.top || line >= m.story.top+h) {
		m.story.scroll(max(line-h/3, 0)-m.story.top, h)
	}
}
