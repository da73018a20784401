// Svg turns a captured terminal screen (text with SGR sequences on standard
// input) into an SVG picture on standard output. It is used by .ci/pictures.
package main

import (
	"bufio"
	"flag"
	"fmt"
	"html"
	"image/color"
	"io"
	"os"
	"strings"

	uv "github.com/charmbracelet/ultraviolet"
	"github.com/charmbracelet/x/ansi"
)

// A cell of the usual terminal font is six tenths of its size wide.
const (
	fontSize   = 14.0
	cellWidth  = 8.43
	cellHeight = 18.0
	margin     = 14.0
)

type scheme struct{ fg, bg string }

func main() {
	light := flag.Bool("light", false, "draw on a light background")
	columns := flag.Int("columns", 0, "width of the terminal in cells")
	flag.Parse()
	src, err := io.ReadAll(os.Stdin)
	if err != nil {
		fmt.Fprintln(os.Stderr, "svg:", err)
		os.Exit(1)
	}
	colours := scheme{"#d8d4cc", "#17181a"}
	if *light {
		colours = scheme{"#24211d", "#fbf8f1"}
	}
	out := bufio.NewWriter(os.Stdout)
	draw(out, strings.TrimRight(string(src), "\n"), *columns, colours)
	if err := out.Flush(); err != nil {
		fmt.Fprintln(os.Stderr, "svg:", err)
		os.Exit(1)
	}
}

func draw(w io.Writer, screen string, columns int, c scheme) {
	lines := uv.NewStyledString(screen).Lines(ansi.GraphemeWidth)
	for _, l := range lines {
		columns = max(columns, len(l))
	}
	width := float64(columns)*cellWidth + 2*margin
	height := float64(len(lines))*cellHeight + 2*margin
	fmt.Fprintf(w, `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %.0f %.0f" width="%.0f" height="%.0f">`+"\n", width, height, width, height)
	fmt.Fprintf(w, `<rect width="100%%" height="100%%" rx="8" fill="%s"/>`+"\n", c.bg)
	fmt.Fprintf(w, `<g font-family="ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace" font-size="%.0f" fill="%s" xml:space="preserve">`+"\n", fontSize, c.fg)
	for y, l := range lines {
		drawLine(w, l, y, c)
	}
	fmt.Fprint(w, "</g>\n</svg>\n")
}

// drawLine writes runs of cells with the same style as one text element each,
// stretched to the width they have in a terminal, whatever the font.
func drawLine(w io.Writer, l uv.Line, y int, c scheme) {
	top := margin + float64(y)*cellHeight
	column := 0
	for i := 0; i < len(l); {
		from, style := column, l[i].Style
		var text strings.Builder
		for ; i < len(l) && l[i].Style.Equal(&style); i++ {
			text.WriteString(l[i].Content)
			column += l[i].Width
		}
		left, width := margin+float64(from)*cellWidth, float64(column-from)*cellWidth
		fg, bg := paint(style, c)
		if bg != "" {
			fmt.Fprintf(w, `<rect x="%.2f" y="%.2f" width="%.2f" height="%.2f" fill="%s"/>`+"\n", left, top, width, cellHeight, bg)
		}
		if strings.TrimSpace(text.String()) == "" {
			continue
		}
		fmt.Fprintf(w, `<text x="%.2f" y="%.2f" textLength="%.2f" lengthAdjust="spacingAndGlyphs"%s%s>%s</text>`+"\n",
			left, top+fontSize*0.98, width, fill(fg), weight(style), html.EscapeString(text.String()))
	}
}

func paint(s uv.Style, c scheme) (fg, bg string) {
	fg, bg = hex(s.Fg), hex(s.Bg)
	if s.Attrs&uv.AttrReverse != 0 {
		if fg == "" {
			fg = c.fg
		}
		if bg == "" {
			bg = c.bg
		}
		fg, bg = bg, fg
	}
	return fg, bg
}

func hex(c color.Color) string {
	if c == nil {
		return ""
	}
	r, g, b, _ := c.RGBA()
	return fmt.Sprintf("#%02x%02x%02x", r>>8, g>>8, b>>8)
}

func fill(colour string) string {
	if colour == "" {
		return ""
	}
	return fmt.Sprintf(" fill=%q", colour)
}

func weight(s uv.Style) string {
	var b strings.Builder
	if s.Attrs&uv.AttrBold != 0 {
		b.WriteString(` font-weight="bold"`)
	}
	if s.Attrs&uv.AttrItalic != 0 {
		b.WriteString(` font-style="italic"`)
	}
	if s.Attrs&uv.AttrFaint != 0 {
		b.WriteString(` opacity="0.6"`)
	}
	if s.Underline != 0 {
		b.WriteString(` text-decoration="underline"`)
	}
	return b.String()
}
