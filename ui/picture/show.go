package picture

import (
	"bytes"
	"encoding/base64"
	"fmt"
	"image"
	"image/color"
	"image/png"
	"strings"

	"github.com/charmbracelet/x/ansi"
	"github.com/charmbracelet/x/ansi/iterm2"
	"github.com/charmbracelet/x/ansi/kitty"
	"github.com/charmbracelet/x/ansi/sixel"
)

// Look is how a picture is to be shown.
type Look struct {
	Mode  Mode
	Size  Size
	Paper color.Color // under what is transparent
	// Indexed is true for a terminal of 256 colours.
	Indexed bool
	// ID tells pictures apart in a terminal that keeps them, from 1 to 255.
	ID int
}

// Shown is a picture as it goes to the terminal: lines of cells, and what has
// to be sent beside them.
type Shown struct {
	Lines []string // each Size.Cols wide
	// Before is sent before the lines are drawn, At at their first cell once
	// they are, After when they are gone.
	Before, At, After string
}

// Show makes a picture ready. It may take long: call it off the main loop.
func Show(img image.Image, l Look) (Shown, error) {
	if l.Size.Cols <= 0 || l.Size.Rows <= 0 {
		return Shown{}, nil
	}
	switch l.Mode {
	case Kitty:
		return inKitty(img, l)
	case ITerm:
		return inITerm(img, l)
	case Sixel:
		return inSixel(img, l)
	}
	return Shown{Lines: blocks(img, l)}, nil
}

// dots is the picture as large as its cells.
func dots(img image.Image, l Look) *image.RGBA {
	return scaled(img, l.Size.Cols*cell.X, l.Size.Rows*cell.Y, l.Paper)
}

// inKitty sends the picture under a number, and shows it where cells hold the
// placeholder in the colour of that number: text like any other, so that it
// scrolls, is cut and vanishes as text does.
func inKitty(img image.Image, l Look) (Shown, error) {
	const family = 0x425300 // numbers that no other program is likely to use
	id := family + l.ID
	var b bytes.Buffer
	err := kitty.EncodeGraphics(&b, dots(img, l), &kitty.Options{
		Action: kitty.TransmitAndPut, ID: id, Format: kitty.PNG, Transmission: kitty.Direct,
		Chunk: true, VirtualPlacement: true, Columns: l.Size.Cols, Rows: l.Size.Rows, Quiet: 2,
	})
	if err != nil {
		return Shown{}, fmt.Errorf("encoding the picture: %w", err)
	}
	s := Shown{
		Before: b.String(),
		After:  ansi.KittyGraphics(nil, "a=d", "d=I", fmt.Sprintf("i=%d", id), "q=2"),
	}
	for row := range l.Size.Rows {
		var line strings.Builder
		fmt.Fprintf(&line, "\x1b[38;2;%d;%d;%dm", id>>16&255, id>>8&255, id&255)
		for col := range l.Size.Cols {
			line.WriteRune(kitty.Placeholder)
			line.WriteRune(kitty.Diacritic(row))
			line.WriteRune(kitty.Diacritic(col))
		}
		line.WriteString("\x1b[m")
		s.Lines = append(s.Lines, line.String())
	}
	return s, nil
}

func inITerm(img image.Image, l Look) (Shown, error) {
	var b bytes.Buffer
	if err := png.Encode(&b, dots(img, l)); err != nil {
		return Shown{}, fmt.Errorf("encoding the picture: %w", err)
	}
	file := iterm2.File{
		Size: int64(b.Len()), Inline: true, DoNotMoveCursor: true,
		Width: iterm2.Cells(l.Size.Cols), Height: iterm2.Cells(l.Size.Rows),
		Content: []byte(base64.StdEncoding.EncodeToString(b.Bytes())),
	}
	return Shown{Lines: empty(l.Size), At: ansi.ITerm2(file)}, nil
}

func inSixel(img image.Image, l Look) (Shown, error) {
	var b bytes.Buffer
	var e sixel.Encoder
	if err := e.Encode(&b, scaled(img, l.Size.Cols*sixelCell.X, l.Size.Rows*sixelCell.Y, l.Paper)); err != nil {
		return Shown{}, fmt.Errorf("encoding the picture: %w", err)
	}
	return Shown{Lines: empty(l.Size), At: ansi.SixelGraphics(0, 1, 0, b.Bytes())}, nil
}

// sixelCell is smaller than cell: sixels are shown dot by dot, and must not
// reach beyond their cells where those are small.
var sixelCell = image.Pt(8, 15)

func empty(s Size) []string {
	out := make([]string, s.Rows)
	for i := range out {
		out[i] = strings.Repeat(" ", s.Cols)
	}
	return out
}

// blocks draws two dots in a cell, one over the other.
func blocks(img image.Image, l Look) []string {
	dots := scaled(img, l.Size.Cols, 2*l.Size.Rows, l.Paper)
	out := make([]string, l.Size.Rows)
	for row := range out {
		var b strings.Builder
		last := ""
		for col := range l.Size.Cols {
			over, under := dots.RGBAAt(col, 2*row), dots.RGBAAt(col, 2*row+1)
			style := ink(38, over, l.Indexed) + ";" + ink(48, under, l.Indexed)
			if style != last {
				b.WriteString("\x1b[" + style + "m")
				last = style
			}
			b.WriteString("▀")
		}
		b.WriteString("\x1b[m")
		out[row] = b.String()
	}
	return out
}

// ink names a colour to the terminal.
func ink(ground int, c color.RGBA, indexed bool) string {
	if !indexed {
		return fmt.Sprintf("%d;2;%d;%d;%d", ground, c.R, c.G, c.B)
	}
	return fmt.Sprintf("%d;5;%d", ground, index(c))
}

// index is the nearest of the 256 colours: of the cube, or of the greys.
func index(c color.RGBA) int {
	step := func(v uint8) int {
		switch {
		case v < 48:
			return 0
		case v < 115:
			return 1
		}
		return (int(v) - 35) / 40
	}
	level := func(i int) int { return max(55+40*i, 0) * min(i, 1) }
	r, g, b := step(c.R), step(c.G), step(c.B)
	grey := min(max((int(c.R)+int(c.G)+int(c.B))/3-3, 0)/10, 23)
	away := func(r, g, b int) int {
		dr, dg, db := int(c.R)-r, int(c.G)-g, int(c.B)-b
		return dr*dr + dg*dg + db*db
	}
	if v := 8 + 10*grey; away(v, v, v) < away(level(r), level(g), level(b)) {
		return 232 + grey
	}
	return 16 + 36*r + 6*g + b
}
