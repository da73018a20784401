package cli

import (
	"fmt"
	"strconv"
	"strings"

	"broadsheet/articles"
	"broadsheet/ui"
)

// configSample is the file that "broadsheet config" writes, with room for the
// cut classes and the bindings.
const configSample = `# Broadsheet's configuration. Lines that begin with "#" are comments; every
# setting below shows its default.

# What "broadsheet" opens when no path is given. "~" is your home folder.
# library = ["~/archive"]

# Cut classes that shall stay in the story. "broadsheet show --cuts FILE" prints
# what was cut from a story and as which class. All classes:
%s
# keep = []

# The palette: "paper", "ink", "salmon", "contrast", or one of your own (below).
# theme = "paper"

# The background the colours are chosen for: "light", "dark", or "ask", which
# asks the terminal at every start.
# background = "ask"

# Marks and lines in plain ASCII, for terminals and fonts that lack others.
# ascii = false

# Wheel and clicks. While this is on, selecting text with the mouse needs the
# shift key in most terminals. The key M switches it in the reader.
# mouse = false

# How the pictures of a story are shown, on the key i: "kitty", "iterm2",
# "sixel", "blocks" of colour, "off" for their words alone, or "auto", by what
# the terminal says of itself.
# pictures = "auto"

[keys]
# A set of keys to start from: "default", "newsboat", "less" or "emacs".
# preset = "default"

# Keys of your own, by the names of the actions; two actions that would share
# a key in the same place are refused at the start with both their names. An
# empty list takes all keys away; the command stays in the palette.
# [keys.bind]
%s

# A palette of your own: what it changes of another. Text must stand at 4.5:1
# on the paper, or the palette is refused with the contrast it has. The paper
# is what the colours are chosen for; it is never painted. "basic" is the
# accent among the 16 colours of a simple terminal.
# [palettes.harbour]
# based-on = "ink"
# [palettes.harbour.dark]
# paper = "#10151a"
# text = "#e0e6ea"
# quiet = "#9aa7b0"
# accent = "#7fd0c0"
# link = "#8cb8f0"
# warn = "#e0b060"
# error = "#ff938a"
# line = "#3c4652"
# tint = "#202a33"
# mark = "#57490f"
# basic = 14
# [palettes.harbour.light]
# accent = "#0a5f55"
`

// sampleConfig is the commented configuration file.
func sampleConfig() string {
	var lines []string
	line := "#  "
	for _, c := range articles.Classes() {
		if len(line)+len(c) > 76 {
			lines = append(lines, line)
			line = "#  "
		}
		line += " " + string(c)
	}
	var binds []string
	for _, b := range ui.DefaultKeys().Bindings() {
		binds = append(binds, fmt.Sprintf("# %-16s = [%s]  # %s", b.Action, quoted(b.Keys), b.Help))
	}
	return fmt.Sprintf(configSample, strings.Join(append(lines, line), "\n"), strings.Join(binds, "\n"))
}

func quoted(keys []string) string {
	var out []string
	for _, k := range keys {
		out = append(out, strconv.Quote(k))
	}
	return strings.Join(out, ", ")
}
