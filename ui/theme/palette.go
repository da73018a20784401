package theme

import (
	"fmt"
	"slices"
)

// Inks are the colours of one palette on one kind of background, each a
// "#rrggbb". Text and Title stay the terminal's own foreground; what is named
// here is what differs from it.
type Inks struct {
	Paper  string `toml:"paper"`  // the background the others are chosen for; never painted
	Text   string `toml:"text"`   // the foreground assumed; painted only on the tints below
	Quiet  string `toml:"quiet"`  // what stands back: source, date, reasons, cuts
	Accent string `toml:"accent"` // the one accent: section heads, unread, numbers, the cursor
	Link   string `toml:"link"`   // what leads elsewhere
	Warn   string `toml:"warn"`
	Error  string `toml:"error"`
	Line   string `toml:"line"` // rules and borders, which carry no text
	Tint   string `toml:"tint"` // behind the row under the cursor
	Mark   string `toml:"mark"` // behind a match
	// Basic is the accent among the 16 basic colours, 1 to 15.
	Basic int `toml:"basic"`
}

// Over takes from the base every ink that is not set.
func (k Inks) Over(base Inks) Inks {
	for _, ink := range []struct{ own, other *string }{
		{&k.Paper, &base.Paper}, {&k.Text, &base.Text}, {&k.Quiet, &base.Quiet},
		{&k.Accent, &base.Accent}, {&k.Link, &base.Link}, {&k.Warn, &base.Warn},
		{&k.Error, &base.Error}, {&k.Line, &base.Line}, {&k.Tint, &base.Tint}, {&k.Mark, &base.Mark},
	} {
		if *ink.own == "" {
			*ink.own = *ink.other
		}
	}
	if k.Basic == 0 {
		k.Basic = base.Basic
	}
	return k
}

// Palette is a named pair of inks, for light and for dark backgrounds.
type Palette struct {
	Name  string
	Says  string // one line for the reader who chooses
	Light Inks
	Dark  Inks
}

// Palettes lists the palettes that ship, the default first.
func Palettes() []Palette {
	return []Palette{paper(), ink(), salmon(), contrast()}
}

// Lookup finds a palette that ships by its name; "" is the default.
func Lookup(name string) (Palette, error) {
	all := Palettes()
	if name == "" {
		return all[0], nil
	}
	i := slices.IndexFunc(all, func(p Palette) bool { return p.Name == name })
	if i < 0 {
		return all[0], fmt.Errorf("looking up palette %q: not one of paper, ink, salmon, contrast", name)
	}
	return all[i], nil
}

func paper() Palette {
	return Palette{
		Name: "paper", Says: "newsprint and one red",
		Light: Inks{
			Paper: "#faf6ee", Text: "#1d1b18", Quiet: "#645d53", Accent: "#9c1f2e",
			Link: "#2c4f82", Warn: "#7a4a00", Error: "#a01818",
			Line: "#c9c0b2", Tint: "#eee5d6", Mark: "#ffe08a", Basic: 1,
		},
		Dark: Inks{
			Paper: "#191817", Text: "#e6e1d8", Quiet: "#a8a094", Accent: "#e58a7b",
			Link: "#9db8dd", Warn: "#e0b060", Error: "#ff8f85",
			Line: "#4a4640", Tint: "#2f2c29", Mark: "#5c4a10", Basic: 11,
		},
	}
}

func ink() Palette {
	return Palette{
		Name: "ink", Says: "cool greys and a blue",
		Light: Inks{
			Paper: "#fbfcfd", Text: "#14181d", Quiet: "#57606a", Accent: "#1d4f91",
			Link: "#1d4f91", Warn: "#7a4a00", Error: "#a01818",
			Line: "#c3cad2", Tint: "#e6ecf3", Mark: "#ffe394", Basic: 4,
		},
		Dark: Inks{
			Paper: "#12161b", Text: "#dfe5ec", Quiet: "#98a3b0", Accent: "#8cb8f0",
			Link: "#8cb8f0", Warn: "#e0b060", Error: "#ff938a",
			Line: "#3c4652", Tint: "#232b35", Mark: "#57490f", Basic: 14,
		},
	}
}

func salmon() Palette {
	return Palette{
		Name: "salmon", Says: "warm, claret and teal",
		Light: Inks{
			Paper: "#fff1e5", Text: "#29211c", Quiet: "#66574d", Accent: "#8c1d40",
			Link: "#0b5a61", Warn: "#6b3a00", Error: "#a3161b",
			Line: "#d8c1af", Tint: "#f6dfcd", Mark: "#ffd98c", Basic: 5,
		},
		Dark: Inks{
			Paper: "#1d1917", Text: "#f0e2d7", Quiet: "#b3a094", Accent: "#f2a488",
			Link: "#7fc4c4", Warn: "#e5b25f", Error: "#ff938a",
			Line: "#51453e", Tint: "#352d29", Mark: "#614a12", Basic: 13,
		},
	}
}

// contrast holds 7:1 everywhere, where the others hold 4.5:1.
func contrast() Palette {
	return Palette{
		Name: "contrast", Says: "the most contrast a terminal gives",
		Light: Inks{
			Paper: "#ffffff", Text: "#000000", Quiet: "#303030", Accent: "#00318f",
			Link: "#00318f", Warn: "#5f0000", Error: "#870000",
			Line: "#606060", Tint: "#e4ecff", Mark: "#ffe45c", Basic: 4,
		},
		Dark: Inks{
			Paper: "#000000", Text: "#ffffff", Quiet: "#d6d6d6", Accent: "#ffd75f",
			Link: "#9fd0ff", Warn: "#ffcf70", Error: "#ffb0a8",
			Line: "#a0a0a0", Tint: "#26304a", Mark: "#4d3f00", Basic: 11,
		},
	}
}
