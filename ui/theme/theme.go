// Package theme is how Broadsheet looks: lipgloss styles and a glamour style
// in harmony with them, named by what they mean. It knows nothing of stories,
// screens or widths, and asks the terminal nothing: what the terminal can do
// comes in with the options.
//
// # The look
//
// The terminal's own ink on the terminal's own paper: a theme paints no
// background but behind the row under the cursor, a match and code in a line,
// and leaves text that is read for long in the colour its owner chose.
// Hierarchy is made by weight and space first, colour last:
//
//   - bold says what a thing is called: titles, unread headlines, keys;
//   - the one accent says where things begin and what can be pressed or is
//     new: sections, headings, numbers, the dot of an unread story;
//   - quiet ink says what is known of a thing: source, date, reason;
//   - the link's ink says what leads out of the program, underlined in text;
//   - italics are the story's own voice: dek, quotation, emphasis;
//   - faint is for what is not there: cuts, headlines the library lacks.
//
// Whatever colour says, a mark or a weight says too, so that nothing is lost
// without colour. Of 16 colours only the accent is used, for no one knows what
// the others look like. Text has a contrast of 4.5:1 at least, which a test
// measures; the palette called contrast has 7:1.
package theme

import "charm.land/lipgloss/v2"

// Options say for which terminal and which taste.
type Options struct {
	Dark    bool     // the terminal's background
	Palette string   // by name; "" and unknown names are the default
	Custom  *Palette // the reader's own, used instead of Palette if it passes Check
	NoColor bool     // weight and marks only
	Colors  int      // Basic, Indexed or TrueColor; 0 is TrueColor
	ASCII   bool     // marks that every terminal and Braille line can show
}

// Theme is the styles by meaning. It is built once and never edited.
type Theme struct {
	Name string
	Dark bool
	// Marks are the glyphs that stand for states and draw rules.
	Marks Marks

	// A story.
	Title, Dek, Meta, Body, Heading     lipgloss.Style
	Quote, QuoteBar, Bullet             lipgloss.Style
	Code, CodeBar                       lipgloss.Style
	Link, LinkNumber, Address           lipgloss.Style
	Kicker                              lipgloss.Style // the section above the title
	Emphasis, Strong, Struck, TableHead lipgloss.Style
	Rule                                lipgloss.Style
	Note                                lipgloss.Style // the reader's own note
	Match, MatchCurrent                 lipgloss.Style
	Cut, CutLabel                       lipgloss.Style

	// A headline, in lists.
	Headline, HeadlineRead    lipgloss.Style
	Section                   lipgloss.Style // TODAY, RELATED
	Cursor, CursorDim         lipgloss.Style // the row under the cursor, in the pane with the keys and in another; of 16 colours or none the second needs a mark
	Unread, Read, Star        lipgloss.Style
	Source, Age, Kind, Why    lipgloss.Style
	Number, Absent, Copies    lipgloss.Style
	Tag, Snippet, SnippetTerm lipgloss.Style

	// The frame around them.
	Masthead            lipgloss.Style
	Key, KeyDesc        lipgloss.Style
	Trail, TrailHere    lipgloss.Style
	Notice, Warn, Error lipgloss.Style
	Progress            lipgloss.Style
	Border, Scroll      lipgloss.Style
	Prompt, Placeholder lipgloss.Style

	paint painter
}

// New makes the theme.
func New(o Options) *Theme {
	p, _ := Lookup(o.Palette)
	if o.Custom != nil && o.Custom.Check() == nil {
		p = *o.Custom
	}
	inks := p.Light
	if o.Dark {
		inks = p.Dark
	}
	if o.Colors == 0 {
		o.Colors = TrueColor
	}
	t := &Theme{
		Name: p.Name, Dark: o.Dark,
		Marks: marks(o.ASCII),
		paint: painter{inks: inks, colors: o.Colors, none: o.NoColor},
	}
	t.story()
	t.lists()
	t.frame()
	return t
}

func (t *Theme) ink(hex string) lipgloss.Style {
	s := lipgloss.NewStyle()
	if c := t.paint.ink(hex); c != (lipgloss.NoColor{}) {
		s = s.Foreground(c)
	}
	return s
}

// on paints text on a tint, or reversed where tints cannot be shown.
func (t *Theme) on(tint, text string) lipgloss.Style {
	if t.paint.shallow() {
		return lipgloss.NewStyle().Reverse(true)
	}
	return t.ink(text).Background(t.paint.ink(tint))
}

// faint stands back by colour, or by weight where there is none.
func (t *Theme) faint(hex string) lipgloss.Style {
	return t.ink(hex).Faint(t.paint.shallow())
}

func (t *Theme) story() {
	k, plain := t.paint.inks, lipgloss.NewStyle()
	t.Title = plain.Bold(true)
	t.Dek = plain.Italic(true)
	t.Kicker = t.ink(k.Accent).Bold(true)
	t.Meta = t.ink(k.Quiet)
	t.Body = plain
	t.Heading = t.ink(k.Accent).Bold(true)
	t.Emphasis = plain.Italic(true)
	t.Strong = plain.Bold(true)
	t.Struck = plain.Strikethrough(true)
	t.Quote = plain.Italic(true)
	t.QuoteBar = t.ink(k.Accent)
	t.Bullet = t.ink(k.Accent)
	t.Code = plain
	if !t.paint.shallow() {
		t.Code = t.on(k.Tint, k.Text)
	}
	t.CodeBar = t.faint(k.Line)
	t.Link = t.ink(k.Link).Underline(true)
	t.LinkNumber = t.ink(k.Quiet)
	t.Address = t.ink(k.Quiet)
	t.TableHead = plain.Bold(true)
	t.Rule = t.faint(k.Line)
	t.Note = t.ink(k.Link)
	t.Match = t.on(k.Mark, k.Text)
	t.MatchCurrent = t.on(k.Accent, k.Paper).Bold(true)
	t.Cut = t.faint(k.Quiet)
	t.CutLabel = t.ink(k.Accent)
}

func (t *Theme) lists() {
	k, plain := t.paint.inks, lipgloss.NewStyle()
	t.Headline = plain.Bold(true)
	t.HeadlineRead = plain
	t.Section = t.ink(k.Accent).Bold(true)
	t.Cursor = t.on(k.Tint, k.Text)
	t.CursorDim = plain
	if !t.paint.shallow() {
		t.CursorDim = plain.Background(t.paint.ink(k.Tint))
	}
	t.Unread = t.ink(k.Accent)
	t.Read = t.ink(k.Quiet)
	t.Star = t.ink(k.Warn)
	t.Source = t.ink(k.Quiet)
	t.Age = t.ink(k.Quiet)
	t.Kind = t.ink(k.Quiet)
	t.Why = t.ink(k.Quiet)
	t.Number = t.ink(k.Accent).Bold(true)
	t.Absent = t.faint(k.Quiet)
	t.Copies = t.ink(k.Quiet)
	t.Tag = t.ink(k.Link)
	t.Snippet = t.ink(k.Quiet)
	t.SnippetTerm = plain.Bold(true)
}

func (t *Theme) frame() {
	k, plain := t.paint.inks, lipgloss.NewStyle()
	t.Masthead = plain.Bold(true)
	t.Key = plain.Bold(true)
	t.KeyDesc = t.ink(k.Quiet)
	t.Trail = t.ink(k.Quiet)
	t.TrailHere = plain.Bold(true)
	t.Notice = t.ink(k.Link)
	t.Warn = t.ink(k.Warn)
	t.Error = t.ink(k.Error).Bold(true)
	t.Progress = t.ink(k.Accent)
	t.Border = t.faint(k.Line)
	t.Scroll = t.ink(k.Accent)
	t.Prompt = t.ink(k.Accent).Bold(true)
	t.Placeholder = t.faint(k.Quiet)
}
