package picture

import (
	"fmt"
	"strings"
)

// Mode is a way to show pictures.
type Mode string

// The ways. Blocks works in every terminal of 256 colours or more.
const (
	Off    Mode = "off" // only their words
	Blocks Mode = "blocks"
	Kitty  Mode = "kitty"
	ITerm  Mode = "iterm2"
	Sixel  Mode = "sixel"
)

// Modes lists them, as a configuration names them.
func Modes() []Mode { return []Mode{Kitty, ITerm, Sixel, Blocks, Off} }

// Named is the mode of a name; "" and "auto" are what the terminal of an
// environment is known to show.
func Named(name string, environ []string) (Mode, error) {
	if name == "" || name == "auto" {
		return detect(environ), nil
	}
	for _, m := range Modes() {
		if string(m) == name {
			return m, nil
		}
	}
	return Off, fmt.Errorf("there is no way %q to show pictures; there are auto, kitty, iterm2, sixel, blocks and off", name)
}

// detect knows terminals by what they say of themselves. Inside tmux and
// screen the graphics of the terminal around them do not arrive.
func detect(environ []string) Mode {
	env := func(name string) string {
		for _, e := range environ {
			if v, ok := strings.CutPrefix(e, name+"="); ok {
				return v
			}
		}
		return ""
	}
	term, program := env("TERM"), env("TERM_PROGRAM")
	switch {
	case env("TMUX") != "" || strings.HasPrefix(term, "screen") || strings.HasPrefix(term, "tmux"):
		return Blocks
	case env("KITTY_WINDOW_ID") != "" || term == "xterm-kitty" || program == "ghostty" || term == "xterm-ghostty":
		return Kitty
	case program == "iTerm.app" || program == "WezTerm" || env("LC_TERMINAL") == "iTerm2":
		return ITerm
	case strings.HasPrefix(term, "foot") || strings.HasPrefix(term, "mlterm") || strings.HasPrefix(term, "contour") || term == "yaft-256color":
		return Sixel
	}
	return Blocks
}
