package theme

import (
	"fmt"
	"image/color"
	"strconv"

	"charm.land/glamour/v2/ansi"
	"charm.land/lipgloss/v2"
	xansi "github.com/charmbracelet/x/ansi"
)

// Glamour is the theme as a glamour style: the same inks and weights, no
// margins and no colours for code beyond the one ink, because the page sets
// the measure and the space itself.
func (t *Theme) Glamour() ansi.StyleConfig {
	zero, block := uint(0), func(s lipgloss.Style) ansi.StyleBlock {
		return ansi.StyleBlock{StylePrimitive: primitive(s)}
	}
	quote := block(t.Quote)
	bar, one := t.Marks.Quote+" ", uint(1)
	quote.Indent, quote.IndentToken = &one, &bar
	doc := block(t.Body)
	doc.Margin = &zero
	heading := block(t.Heading)
	item := primitive(t.Bullet)
	item.Color, item.BlockPrefix = nil, t.Marks.Bullet+" "
	separator, row, cross := t.Marks.Bar, t.Marks.Rule, "┼"
	return ansi.StyleConfig{
		Document:      doc,
		BlockQuote:    quote,
		Paragraph:     block(t.Body),
		List:          ansi.StyleList{StyleBlock: block(t.Body), LevelIndent: 2},
		Heading:       heading,
		Text:          primitive(t.Body),
		Strikethrough: primitive(t.Struck),
		Emph:          primitive(t.Emphasis),
		Strong:        primitive(t.Strong),
		HorizontalRule: ansi.StylePrimitive{
			Color: primitive(t.Rule).Color, Format: "\n" + t.Marks.Rule + t.Marks.Rule + t.Marks.Rule + "\n",
		},
		Item:        item,
		Enumeration: ansi.StylePrimitive{BlockPrefix: ". "},
		Task: ansi.StyleTask{
			Ticked: t.Marks.Ticked + " ", Unticked: t.Marks.Unticked + " ",
		},
		Link:      primitive(t.Address),
		LinkText:  primitive(t.Link),
		Image:     primitive(t.Address),
		ImageText: primitive(t.Meta),
		Code:      block(t.Code),
		CodeBlock: ansi.StyleCodeBlock{StyleBlock: block(t.Code)},
		Table: ansi.StyleTable{
			StyleBlock:      block(t.Body),
			ColumnSeparator: &separator, RowSeparator: &row, CenterSeparator: &cross,
		},
		DefinitionTerm:        primitive(t.Strong),
		DefinitionDescription: ansi.StylePrimitive{BlockPrefix: "\n"},
	}
}

// primitive says a lipgloss style in glamour's words.
func primitive(s lipgloss.Style) ansi.StylePrimitive {
	var p ansi.StylePrimitive
	yes := true
	p.Color = name(s.GetForeground())
	p.BackgroundColor = name(s.GetBackground())
	for _, a := range []struct {
		on bool
		at **bool
	}{
		{s.GetBold(), &p.Bold}, {s.GetItalic(), &p.Italic},
		{s.GetUnderline(), &p.Underline}, {s.GetReverse(), &p.Inverse},
		{s.GetStrikethrough(), &p.CrossedOut}, {s.GetFaint(), &p.Faint},
	} {
		if a.on {
			*a.at = &yes
		}
	}
	return p
}

// name writes a colour as lipgloss.Color reads it.
func name(c color.Color) *string {
	var s string
	switch c := c.(type) {
	case nil, lipgloss.NoColor:
		return nil
	case xansi.BasicColor:
		s = strconv.Itoa(int(c))
	case xansi.IndexedColor:
		s = strconv.Itoa(int(c))
	default:
		r, g, b, _ := c.RGBA()
		s = fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
	}
	return &s
}
