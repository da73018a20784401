// Package page sets a story as lines for a terminal: a story, a width and a
// theme in, lines out. It does no I/O, keeps no clock and knows nothing of
// keys, scrolling or storage.
//
// A page is set block by block, so that the first screen of a story of any
// length is there at once and the rest can follow off the main loop. Structure
// and inline Markdown are read by goldmark and drawn by glamour's renderer in
// the theme's style; the lines themselves are broken here, by grapheme
// clusters and cells, because a newspaper in any script needs better than
// breaking at blanks.
package page

import (
	"sync"
	"time"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/ui/theme"
)

// Input is what a page shows. Now is passed in, so that a page is a pure
// function of its input.
type Input struct {
	Article articles.Article
	Marks   articles.Marks
	// Leads are the related headlines. While LeadsPending is true the page
	// says that they are being looked up; SetLeads brings them.
	Leads        []articles.Lead
	LeadsPending bool
	// OmitRelated leaves the related headlines to another pane.
	OmitRelated bool
	Now         time.Time
	ShowCuts    bool // the whole original, with what cleaning took out
	Hyperlinks  bool // links carry OSC 8, for terminals that know it
	// Read tells whether a related story was read, where the marks of its
	// headline may be stale. It may be nil.
	Read func(articles.ID) bool
}

// Part is a region of a page.
type Part uint8

// The parts, in their order on the page.
const (
	Head Part = iota
	Body
	RelatedPart
	Footnotes
	parts
)

// Page is a story as lines. It may be used by several goroutines: one
// advances it while another shows what is there.
type Page struct {
	mu    sync.Mutex
	in    Input
	width int
	frame frame
	sheet *sheet
	rtl   bool
	// spoken pages are read aloud: see Spoken.
	spoken bool

	stage   Part
	source  *source // the blocks of the body not yet set
	inline  *inliner
	lines   []line
	letters [parts]int // letters of each part set so far
	chunk   piece      // the block being set
	gaps    int        // blank lines at the end of lines

	bodyTop int // the first line of the body
	leads   []int
	paras   []Para
	notes   *notes
	links   []Link
	numbers map[string]int
	outline []Heading
	hay     *hay // made by the first Find
}

// line is one line of the page and where its text stands in the story.
type line struct {
	text   string
	part   Part
	before int     // letters of the part before this line
	at     float32 // how far into the body, 0 to 1
}

// Link is a link of the body, with the number it carries there.
type Link struct {
	Number int
	Text   string
	URL    string
	Line   int // where the number stands first
}

// Heading is a heading of the body.
type Heading struct {
	Level int
	Text  string
	Line  int
}

// New begins a page. Nothing of the body is set before Advance.
func New(in Input, width int, th *theme.Theme) *Page {
	width = max(0, width)
	p := &Page{
		in: in, width: width, frame: frameFor(width), sheet: newSheet(th),
		numbers: map[string]int{},
	}
	p.in.Article = gate(in.Article)
	p.rtl = rightToLeft(p.in.Article)
	p.source = p.newSource()
	p.notes = newNotes(p.in.Article, p.in.Marks.Passages)
	if width == 0 {
		p.stage = parts
	}
	return p
}

// gate passes what is set in one piece through the safety gate. The body and
// the text pass it block by block, as they are set.
func gate(a articles.Article) articles.Article {
	body, text, lines := a.Body, a.Text, a.Lines
	a.Body, a.Text, a.Lines = "", "", nil
	a = safe.Article(a)
	a.Body, a.Text, a.Lines = body, text, lines
	return a
}

// Advance sets blocks until the page has at least n lines or is done.
func (p *Page) Advance(n int) {
	for p.advance(n) {
	}
}

func (p *Page) advance(n int) (more bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	if len(p.lines) >= n || p.stage == parts {
		return false
	}
	p.step()
	return true
}

// finish sets everything, under the lock.
func (p *Page) finish() {
	for p.stage != parts {
		p.step()
	}
}

// step sets the next block.
func (p *Page) step() {
	switch p.stage {
	case Head:
		p.setHead()
		p.bodyTop = len(p.lines)
		p.stage = Body
	case Body:
		var ok bool
		if p.chunk, ok = p.source.next(); !ok {
			p.endBody()
			p.stage = RelatedPart
			return
		}
		p.setPiece()
	case RelatedPart:
		if !p.in.OmitRelated {
			p.setRelated()
		}
		p.stage = Footnotes
	case Footnotes:
		p.setFootnotes()
		p.stage = parts
	}
}

// SetLeads replaces the related headlines of a page; what stands before them
// stays as it is set.
func (p *Page) SetLeads(leads []articles.Lead) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.in.Leads, p.in.LeadsPending = leads, false
	if p.stage < Footnotes {
		return
	}
	end := len(p.lines)
	for end > 0 && p.lines[end-1].part >= RelatedPart {
		end--
	}
	p.lines = p.lines[:end:end]
	p.leads, p.gaps, p.hay = nil, 0, nil
	if end > 0 && p.lines[end-1].text == "" {
		p.gaps = 1
	}
	p.letters[RelatedPart], p.letters[Footnotes] = 0, 0
	p.stage = RelatedPart
	p.finish()
}

// Done reports whether the whole page is set.
func (p *Page) Done() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	return p.stage == parts
}

// Len is the number of lines set so far.
func (p *Page) Len() int {
	p.mu.Lock()
	defer p.mu.Unlock()
	return len(p.lines)
}

// Width is the width the page was made for.
func (p *Page) Width() int { return p.width }

// Lines returns the lines from, up to but not including to, as far as they
// are set. None is wider than the width of the page, none holds a line end.
func (p *Page) Lines(from, to int) []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	from, to = max(0, from), min(to, len(p.lines))
	if from >= to {
		return nil
	}
	out := make([]string, 0, to-from)
	for _, l := range p.lines[from:to] {
		out = append(out, l.text)
	}
	return out
}

// RelatedLine is the line on which the related headline i begins, counted
// from 0, or -1 where the page shows none. It sets the page as far as needed.
func (p *Page) RelatedLine(i int) int {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
	if i < 0 || i >= len(p.leads) {
		return -1
	}
	return p.leads[i]
}

// Links returns the links of the body by number. It sets the whole page.
func (p *Page) Links() []Link {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
	return append([]Link(nil), p.links...)
}

// Outline returns the headings of the body. It sets the whole page.
func (p *Page) Outline() []Heading {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.finish()
	return append([]Heading(nil), p.outline...)
}
