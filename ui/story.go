package ui

import (
	"context"
	"math"
	"slices"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
	"broadsheet/ui/page"
	"broadsheet/ui/theme"
)

// place is where in a story the reader is, whatever the width and the theme.
type place struct {
	set    bool
	anchor page.Anchor
	lead   int // the related headline that was chosen
}

// story is the story on the screen: what was read of it, its page as laid
// out, and how far the reader is.
type story struct {
	load    int // number of the latest request; older answers are dropped
	around  int // the request whose leads were asked for
	id      articles.ID
	title   string // as the list knew it, until the story is there
	loading bool
	preview bool // shown beside the list, not opened
	rested  bool // the cursor rested on it for longer
	err     error

	article articles.Article
	marks   articles.Marks
	leads   []articles.Lead
	led     bool // leads are known
	thread  []articles.Headline

	page   *page.Page
	built  setting // what page is laid out for
	asked  setting // what the page under way is laid out for
	top    int
	pin    place   // where the reader went last; a resize does not move it
	goal   place   // where to go once the page is there
	goalAt float64 // or this far into it, where above 0
	toEnd  bool    // go to the end once it is laid out
	cuts   bool

	goalPassage articles.Passage // or to what the reader marked, where it says something
	noted       int              // counts the changes of marks that the page shows
	chosen      chosen
	pictures    bool // the body names some
	find        finder
}

// setting is what a page depends on beside its story. It is comparable.
type setting struct {
	load  int
	width int
	th    *theme.Theme
	cuts  bool
	inner bool // the related headlines stand on the page
	noted int  // story.noted
}

// storyLoadedMsg is the answer to a request for a story.
type storyLoadedMsg struct {
	load    int
	article articles.Article
	marks   articles.Marks
	err     error
}

// leadsLoadedMsg brings what a story leads to.
type leadsLoadedMsg struct {
	load  int
	leads []articles.Lead
	err   error
}

// threadLoadedMsg brings the thread a story belongs to.
type threadLoadedMsg struct {
	load   int
	thread []articles.Headline
	err    error
}

// pageBuiltMsg brings a page with its first screen.
type pageBuiltMsg struct {
	setting setting
	page    *page.Page
}

// pageGrownMsg says that a page is laid out to its end.
type pageGrownMsg struct{ page *page.Page }

// ask requests a story. What is on the screen stays until the answer comes.
func (s *story) ask(ctx context.Context, shelf Teller, id articles.ID) tea.Cmd {
	load := s.load + 1
	*s = story{load: load, id: id, title: s.title, loading: true, cuts: s.cuts,
		page: s.page, built: s.built, asked: s.asked, top: s.top, find: finder{n: s.find.n}}
	return func() tea.Msg {
		a, k, err := shelf.Story(ctx, id)
		return storyLoadedMsg{load, a, k, err}
	}
}

// askAround requests what a story leads to, once. It comes after the story,
// so that there is something to read before the library is looked through.
func (s *story) askAround(ctx context.Context, shelf Teller) tea.Cmd {
	if s.around == s.load || s.id == "" || s.loading {
		return nil
	}
	load, id := s.load, s.id
	s.around = load
	return func() tea.Msg {
		leads, err := shelf.Related(ctx, id)
		return leadsLoadedMsg{load, leads, err}
	}
}

// askThread requests the thread; it comes last, as least waits for it.
func (s *story) askThread(ctx context.Context, shelf Teller) tea.Cmd {
	load, id := s.load, s.id
	return func() tea.Msg {
		thread, err := shelf.Thread(ctx, id)
		return threadLoadedMsg{load, thread, err}
	}
}

// layOut lays the story out in a command, the first screens of it.
func (s *story) layOut(to setting, in page.Input, lines int) tea.Cmd {
	s.asked = to
	if s.goal.set || s.goalAt > 0 || s.goalPassage.Quote != "" {
		lines = math.MaxInt // the place may stand anywhere
	}
	return func() tea.Msg {
		p := page.New(in, to.width, to.th)
		p.Advance(lines)
		return pageBuiltMsg{to, p}
	}
}

// grow lays out the rest.
func grow(p *page.Page) tea.Cmd {
	if p.Done() {
		return nil
	}
	return func() tea.Msg {
		p.Advance(math.MaxInt)
		return pageGrownMsg{p}
	}
}

// ready reports whether the page on the screen is that of this story. While
// the answer is awaited the page of the story before still stands there.
func (s *story) ready() bool {
	return s.page != nil && s.err == nil && s.built.load == s.load
}

// scroll moves by lines and reports whether anything moved.
func (s *story) scroll(by, height int) bool {
	if !s.ready() {
		return false
	}
	to := max(s.top+by, 0)
	s.page.Advance(to + height)
	to = min(to, s.last(height))
	if to == s.top {
		return false
	}
	s.top = to
	s.pin = place{set: true, anchor: s.page.Place(to)}
	return true
}

// keepIn brings top within the page, without moving the reader's place.
func (s *story) keepIn(height int) {
	s.page.Advance(s.top + height)
	s.top = clamp(s.top, 0, s.last(height))
}

// last is the topmost line when the end of what is laid out stands at the
// bottom of the pane.
func (s *story) last(height int) int { return max(s.page.Len()-height, 0) }

// atEnd reports whether the last line is on the screen.
func (s *story) atEnd(height int) bool {
	return s.ready() && s.page.Done() && s.top >= s.last(height)
}

// fraction is how far into the story the reader is, as it is kept from run to
// run: it holds at any width.
func (s *story) fraction(height int) float64 {
	if s.atEnd(height) {
		return 1
	}
	return s.page.Fraction(s.top)
}

// progress is how far the reader has scrolled, 0 to 1.
func (s *story) progress(height int) float64 {
	if !s.ready() {
		return 0
	}
	last := s.last(height)
	if last == 0 {
		return 1
	}
	return min(float64(s.top)/float64(last), 1)
}

// here is the place of the first line on the screen.
func (s *story) here() place {
	switch {
	case !s.ready():
		return s.goal
	case s.pin.set:
		return s.pin
	}
	return place{set: true, anchor: s.page.Place(s.top)}
}

// arrive shows a new page at the place the reader was or wanted to be.
func (s *story) arrive(p *page.Page, to setting, height int) {
	goal := s.goal
	if !goal.set && s.ready() {
		goal = s.pin
	}
	s.page, s.built = p, to
	switch {
	case s.goalPassage.Quote != "":
		s.top = max(p.PassageLine(s.goalPassage)-height/4, 0)
		goal = place{set: true, anchor: p.Place(s.top)}
	case goal.set:
		s.top = p.Line(goal.anchor)
	case s.goalAt > 0:
		s.top = p.AtFraction(s.goalAt)
		goal = place{set: true, anchor: p.Place(s.top)}
	default:
		s.top = 0
	}
	s.pin = goal
	s.keepIn(height)
	s.goal, s.goalAt, s.goalPassage = place{}, 0, articles.Passage{}
}

// marked puts new marks on the story and on the headlines it leads to.
func (s *story) marked(id articles.ID, m articles.Marks) {
	if s.id == id {
		if shownMarks(s.marks, m) {
			s.noted++
		}
		s.marks = m
	}
	for i := range s.leads {
		if s.leads[i].Headline.ID == id {
			s.leads[i].Headline.Marks = m
		}
	}
}

// shownMarks reports whether marks differ in what the page of a story shows.
func shownMarks(a, b articles.Marks) bool {
	return a.Starred != b.Starred || a.Note != b.Note ||
		!slices.Equal(a.Tags, b.Tags) || !slices.Equal(a.Passages, b.Passages)
}
