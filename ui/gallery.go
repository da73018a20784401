package ui

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"

	"broadsheet/articles/safe"
	"broadsheet/ui/picture"
	"broadsheet/ui/theme"
)

// gallery is the pictures of a story on a sheet, one at a time: the row under
// the cursor is the one that is shown. Nothing is read before the reader asks,
// and what is decoded is decoded in a command.
type gallery struct {
	pictures []Picture
	n        int // number of the latest request; older answers are dropped
	asked    frameOf
	shown    picture.Shown
	size     picture.Size
	err      error
}

// frameOf is what a picture is made ready for. It is comparable.
type frameOf struct {
	index int
	body  rect
	th    *theme.Theme
	mode  picture.Mode
}

// The words under a picture: how many lines, and the space over them.
const (
	wordsMost  = 3
	wordsSpace = 1
	sideSpace  = 2 // beside a picture
)

// least is how many dots a picture has that shows something; what has fewer
// is an icon, or counts visits.
const least = 60

// picturesLoadedMsg brings the pictures of a story.
type picturesLoadedMsg struct {
	load     int
	pictures []Picture
	err      error
}

// showPictures asks for the pictures that were saved with the story.
func (m *Model) showPictures(press) tea.Cmd {
	s := &m.story
	if s.id == "" || s.loading || s.err != nil {
		m.say("there is no story whose pictures could be shown")
		return nil
	}
	ctx, shelf, id, load := m.ctx, m.shelf, s.id, s.load
	return func() tea.Msg {
		all, err := shelf.Pictures(ctx, id)
		var worth []Picture
		for _, p := range all {
			if c, _, err := image.DecodeConfig(bytes.NewReader(p.Data)); err == nil && (c.Width < least || c.Height < least) {
				continue
			}
			p.Alt, p.Caption, p.URL = safe.Line(p.Alt), safe.Line(p.Caption), safe.Line(p.URL)
			worth = append(worth, p)
		}
		return picturesLoadedMsg{load, worth, err}
	}
}

func (d picturesLoadedMsg) arrive(m *Model) tea.Cmd {
	held := 0
	for _, p := range d.pictures {
		if p.Data != nil {
			held++
		}
	}
	switch {
	case d.load != m.story.load:
		return nil
	case d.err != nil:
		m.fail("the pictures could not be read", d.err)
		return nil
	case len(d.pictures) == 0:
		m.say("no picture was saved with this story")
		return nil
	case held == 0:
		m.say(countOf(len(d.pictures), "picture was", "pictures were") + " named, none saved with the story")
		return nil
	}
	s := &sheet{title: "PICTURES", gallery: &gallery{pictures: d.pictures}}
	for _, p := range d.pictures {
		s.rows = append(s.rows, sheetRow{text: p.Alt + " " + p.Caption})
	}
	s.act = func(m *Model, _ int) tea.Cmd { m.sheet = nil; return nil }
	m.show(s, 0)
	return nil
}

// sent is what of a picture the terminal holds beside its cells.
type sent struct {
	after string
	over  bool // it lies over the cells
}

// pictureMode is how pictures can be shown with the colours there are.
func (m *Model) pictureMode() picture.Mode {
	mode := m.opt.Pictures
	switch {
	case mode == "" || m.look.NoColor:
		return picture.Off
	case mode == picture.Kitty && m.look.Colors < theme.TrueColor:
		mode = picture.Blocks // it tells pictures apart by exact colours
	}
	if mode == picture.Blocks && m.look.Colors < theme.Indexed {
		return picture.Off
	}
	return mode
}

// catchUpPicture makes the picture under the cursor ready, and takes away
// what the terminal holds of another.
func (m *Model) catchUpPicture() tea.Cmd {
	var g *gallery
	var want frameOf
	if m.sheet != nil && m.sheet.gallery != nil && m.sheet.size() > 0 {
		g = m.sheet.gallery
		want = frameOf{m.sheet.index(max(m.sheet.cursor, 0)), m.body(), m.th, m.pictureMode()}
	}
	var cmds []tea.Cmd
	if m.sent != (sent{}) && (g == nil || g.asked != want) {
		if m.sent.after != "" {
			cmds = append(cmds, tea.Raw(m.sent.after))
		}
		if m.sent.over {
			cmds = append(cmds, tea.ClearScreen)
		}
		m.sent = sent{}
	}
	if g != nil && g.asked != want {
		g.asked, g.shown, g.err = want, picture.Shown{}, nil
		g.n++
		cmds = append(cmds, m.after(pictureAfter, pictureDueMsg{g, g.n}))
	}
	return batch(cmds...)
}

// pictureAfter is how long the cursor rests before a picture is decoded, so
// that a held key decodes nothing.
const pictureAfter = 60 * time.Millisecond

type pictureDueMsg struct {
	g *gallery
	n int
}

// pictureShownMsg brings a picture ready to be shown.
type pictureShownMsg struct {
	g     *gallery
	n     int
	shown picture.Shown
	size  picture.Size
	err   error
}

// arrive decodes a picture in a command. What that may take is bounded by the
// dots a picture may have.
func (d pictureDueMsg) arrive(m *Model) tea.Cmd {
	g := d.g
	if d.n != g.n || m.sheet == nil || m.sheet.gallery != g {
		return nil
	}
	at, data := g.asked, g.pictures[g.asked.index].Data
	look := picture.Look{Mode: at.mode, Paper: color.White, Indexed: m.look.Colors < theme.TrueColor, ID: d.n%255 + 1}
	if m.look.Dark {
		look.Paper = color.Black
	}
	most := picture.Size{Cols: at.body.w - 2*sideSpace, Rows: at.body.h - sheetHead - wordsSpace - wordsMost}
	if data == nil || at.mode == picture.Off || most.Cols <= 0 || most.Rows <= 0 {
		return nil // its words are there
	}
	return func() tea.Msg {
		img, err := picture.Decode(data)
		if err != nil {
			return pictureShownMsg{g: g, n: d.n, err: err}
		}
		look.Size = picture.Fit(img, most, at.mode)
		shown, err := picture.Show(img, look)
		return pictureShownMsg{g, d.n, shown, look.Size, err}
	}
}

func (d pictureShownMsg) arrive(m *Model) tea.Cmd {
	g := d.g
	if d.n != g.n || m.sheet == nil || m.sheet.gallery != g {
		return nil
	}
	g.shown, g.size, g.err = d.shown, d.size, d.err
	m.sent.after = d.shown.After
	if d.shown.At != "" {
		return m.after(pictureAfter, pictureDrawnMsg{g, d.n})
	}
	if d.shown.Before != "" {
		return tea.Raw(d.shown.Before)
	}
	return nil
}

// pictureDrawnMsg says that the cells under a picture were drawn, so that the
// picture can be laid over them.
type pictureDrawnMsg struct {
	g *gallery
	n int
}

func (d pictureDrawnMsg) arrive(m *Model) tea.Cmd {
	if d.n != d.g.n || m.sheet == nil || m.sheet.gallery != d.g {
		return nil
	}
	m.sent.over = true
	at := d.g.asked.body
	place := ansi.CursorPosition(at.x+d.g.left(at.w)+1, at.y+sheetHead+1)
	return tea.Raw(ansi.SaveCursor + place + d.g.shown.At + ansi.RestoreCursor)
}

// left is how far from the edge the picture stands.
func (g *gallery) left(width int) int { return max((width-g.size.Cols)/2, 0) }

// draw draws the picture in the middle and its words under it.
func (g *gallery) draw(s *sheet, size rect, th *theme.Theme) []string {
	at := s.index(max(s.cursor, 0))
	out := make([]string, 0, size.h)
	put := func(l string) {
		if len(out) < size.h {
			out = append(out, pad(l, size.w))
		}
	}
	if size.h > sheetHead {
		put(ends(" "+th.Section.Render(s.title), th.Meta.Render(fmt.Sprintf("%d of %d", at+1, len(g.pictures))), size.w-1))
		put("")
	}
	left := blank(g.left(size.w))
	for _, l := range g.shown.Lines {
		put(left + l)
	}
	if len(g.shown.Lines) > 0 {
		put("")
	}
	for _, l := range wrapAtMost(g.words(at), size.w-2*sideSpace, wordsMost) {
		put(blank(max(min(g.left(size.w), size.w-cells(l)-sideSpace), sideSpace)) + th.Snippet.Render(l))
	}
	for len(out) < size.h {
		out = append(out, blank(size.w))
	}
	return out
}

// words say what a picture shows, and why it is not shown where it is not.
func (g *gallery) words(at int) string {
	p := g.pictures[at]
	text := p.Caption
	if text == "" {
		text = p.Alt
	}
	switch {
	case g.err != nil:
		return "This picture cannot be shown: " + safe.Line(g.err.Error()) + ". " + text
	case p.Data == nil:
		return text + " (not saved with the story: " + p.URL + ")"
	case text == "" && g.asked.mode == picture.Off:
		return "A picture without words. This terminal is not asked to show pictures."
	}
	return text
}
