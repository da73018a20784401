package theme

import (
	"fmt"
	"image/color"
	"math"
	"strconv"
	"strings"

	"charm.land/lipgloss/v2"
	"github.com/charmbracelet/colorprofile"
	"github.com/charmbracelet/x/ansi"
)

// The depths of colour a terminal may have, for Options.Colors.
const (
	Basic     = 16
	Indexed   = 256
	TrueColor = 1 << 24
)

// Depth translates what colorprofile found about a terminal into
// Options.Colors, and tells whether there is no colour at all.
func Depth(p colorprofile.Profile) (colors int, none bool) {
	switch p {
	case colorprofile.TrueColor:
		return TrueColor, false
	case colorprofile.ANSI256:
		return Indexed, false
	case colorprofile.ANSI:
		return Basic, false
	case colorprofile.Unknown:
		return Indexed, false
	default:
		return 0, true
	}
}

// parse reads "#rrggbb" or "#rgb".
func parse(hex string) (color.RGBA, error) {
	digits, ok := strings.CutPrefix(hex, "#")
	if len(digits) == 3 {
		d := digits
		digits = string([]byte{d[0], d[0], d[1], d[1], d[2], d[2]})
	}
	n, err := strconv.ParseUint(digits, 16, 32)
	if !ok || err != nil || len(digits) != 6 {
		return color.RGBA{}, fmt.Errorf("reading colour %q: not #rrggbb", hex)
	}
	return color.RGBA{R: uint8(n >> 16), G: uint8(n >> 8), B: uint8(n), A: 0xff}, nil
}

// Contrast is the contrast of two colours as the accessibility guidelines
// (WCAG 2) count it, from 1 to 21.
func Contrast(a, b color.Color) float64 {
	la, lb := luminance(a), luminance(b)
	if la < lb {
		la, lb = lb, la
	}
	return (la + 0.05) / (lb + 0.05)
}

func luminance(c color.Color) float64 {
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func linear(channel uint32) float64 {
	v := float64(channel) / 0xffff
	if v <= 0.04045 {
		return v / 12.92
	}
	return math.Pow((v+0.055)/1.055, 2.4)
}

// InkError is an ink that cannot be read as a colour, or cannot be read.
type InkError struct {
	Side, Ink string // "light" or "dark", and the ink as the configuration names it
	fault     string
}

func (e *InkError) Error() string { return e.Side + ", " + e.Ink + ": " + e.fault }

// Check names the first ink that is no colour, or whose text would stand at
// less than 4.5:1 where it is read, so that a palette of one's own is refused
// with a reason.
func (p Palette) Check() error {
	for _, side := range []struct {
		name string
		inks Inks
	}{{"light", p.Light}, {"dark", p.Dark}} {
		if ink, fault := side.inks.fault(); ink != "" {
			return fmt.Errorf("checking palette %q: %w", p.Name, &InkError{side.name, ink, fault})
		}
	}
	return nil
}

// least is the least contrast of text, as the guidelines have it.
const least = 4.5

// fault names an ink and what is wrong with it; "" where nothing is.
func (k Inks) fault() (ink, fault string) {
	if k.Basic < 1 || k.Basic > 15 {
		return "basic", fmt.Sprintf("%d is not one of 1 to 15", k.Basic)
	}
	paper, err := parse(k.Paper)
	if err != nil {
		return "paper", err.Error()
	}
	for _, ink := range k.named() {
		c, err := parse(ink.hex)
		if err != nil {
			return ink.name, err.Error()
		}
		if got := Contrast(c, paper); ink.text && got < least {
			return ink.name, tooFaint(ink.hex, k.Paper, got)
		}
	}
	text, _ := parse(k.Text) // it was read above
	for _, ground := range []struct{ name, hex string }{{"tint", k.Tint}, {"mark", k.Mark}} {
		c, _ := parse(ground.hex)
		if got := Contrast(text, c); got < least {
			return ground.name, tooFaint(k.Text, ground.hex, got)
		}
	}
	return "", ""
}

func tooFaint(text, ground string, contrast float64) string {
	return fmt.Sprintf("text in %s on %s has a contrast of %.1f, less than %.1f", text, ground, contrast, least)
}

// inkNamed is an ink with the name it has in the configuration.
type inkNamed struct {
	name, hex string
	text      bool // it is read, on the paper
}

func (k Inks) named() []inkNamed {
	return []inkNamed{
		{"text", k.Text, true}, {"quiet", k.Quiet, true}, {"accent", k.Accent, true},
		{"link", k.Link, true}, {"warn", k.Warn, true}, {"error", k.Error, true},
		{"line", k.Line, false}, {"tint", k.Tint, false}, {"mark", k.Mark, false},
	}
}

// painter turns inks into the colours of one terminal.
type painter struct {
	inks   Inks
	colors int
	none   bool
}

// ink is the colour for a foreground. Of 16 colours only the accent is used:
// the others are set by the terminal's owner, and no contrast is known.
func (p painter) ink(hex string) color.Color {
	switch {
	case p.none || hex == "":
		return lipgloss.NoColor{}
	case p.colors <= Basic:
		if hex == p.inks.Accent || hex == p.inks.Link {
			return lipgloss.Color(strconv.Itoa(p.inks.Basic))
		}
		return lipgloss.NoColor{}
	}
	c, err := parse(hex)
	if err != nil {
		return lipgloss.NoColor{}
	}
	if p.colors <= Indexed {
		return indexed(c)
	}
	return c
}

// indexed is a colour of 256. What is nearly grey comes from the ramp of greys
// and what is not from the cube of colours: the nearest of all would make
// quiet text olive, lines pink and claret grey.
func indexed(c color.RGBA) color.Color {
	const (
		nearly           = 0x30 // between the strongest and the weakest of red, green and blue
		first, step      = 8, 10
		ramp, ofTheGreys = 232, 24
		cube, side       = 16, 6
	)
	if max(c.R, c.G, c.B)-min(c.R, c.G, c.B) > nearly {
		return ansi.IndexedColor(cube + (level(c.R)*side+level(c.G))*side + level(c.B))
	}
	grey := (int(c.R)*299 + int(c.G)*587 + int(c.B)*114) / 1000 // as the eye weighs them
	i := (grey - first + step/2) / step
	return ansi.IndexedColor(ramp + min(max(i, 0), ofTheGreys-1))
}

// level is the nearest of the six levels a channel has in the cube: 0, 95,
// 135, 175, 215, 255.
func level(channel uint8) int {
	const half, second, step = 48, 95, 40
	if channel < half {
		return 0
	}
	return 1 + (max(int(channel), second)-second+step/2)/step
}

// shallow reports that tints cannot be shown and attributes must do.
func (p painter) shallow() bool { return p.none || p.colors <= Basic }
