package cli

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2/unstable"

	"broadsheet/articles"
	"broadsheet/ui"
	"broadsheet/ui/picture"
	"broadsheet/ui/theme"
)

// fault is a setting that is TOML but makes no sense.
type fault struct {
	key []string
	err error
}

// check finds the first setting that makes no sense.
func (c config) check() *fault {
	for _, class := range c.Keep {
		if !slices.Contains(articles.Classes(), class) {
			return &fault{[]string{"keep"}, fmt.Errorf("there is no cut class %q; there are %s", class, classNames(", "))}
		}
	}
	switch c.Background {
	case "", backgroundAsked, backgroundLight, backgroundDark:
	default:
		return &fault{[]string{"background"}, fmt.Errorf("%q is none of ask, light, dark", c.Background)}
	}
	for _, name := range slices.Sorted(maps.Keys(c.Palettes)) {
		if _, err := c.Palettes[name].palette(name); err != nil {
			return &fault{c.inkAtFault(name, err), err}
		}
	}
	if _, err := c.look(c.Theme); err != nil {
		return &fault{[]string{"theme"}, err}
	}
	if _, err := picture.Named(c.Pictures, nil); err != nil {
		return &fault{[]string{"pictures"}, err}
	}
	if _, err := c.Keys.keyMap(); err != nil {
		return &fault{c.Keys.bindAtFault(err), err}
	}
	return nil
}

// inkAtFault is the key of a palette's ink that is at fault.
func (c config) inkAtFault(name string, err error) []string {
	key := []string{"palettes", name}
	var ink *theme.InkError
	if errors.As(err, &ink) {
		return append(key, ink.Side, ink.Ink)
	}
	return append(key, "based-on")
}

// bindAtFault is the key of the binding at fault: of two that clash, the one
// that stands in the file.
func (k keysConfig) bindAtFault(err error) []string {
	var wrong *ui.KeyError
	if errors.As(err, &wrong) {
		for _, a := range []ui.Action{wrong.Action, wrong.Other} {
			if _, ok := k.Bind[a]; ok {
				return []string{"keys", "bind", string(a)}
			}
		}
	}
	return []string{"keys", "preset"}
}

// lineOf is the line on which a key stands, or the table nearest around it:
// a setting may be at fault by what it leaves out.
func lineOf(src []byte, key []string) int {
	var p unstable.Parser
	p.Reset(src)
	line, depth := 1, 0
	var table []string
	for p.NextExpression() {
		e := p.Expression()
		if e.Kind != unstable.KeyValue && e.Kind != unstable.Table {
			continue
		}
		var parts []string
		at := 0
		for it := e.Key(); it.Next(); {
			if n := it.Node(); len(parts) == 0 {
				at = p.Shape(n.Raw).Start.Line
			}
			parts = append(parts, string(it.Node().Data))
		}
		full := parts
		if e.Kind == unstable.Table {
			table = parts
		} else {
			full = slices.Concat(table, parts)
		}
		if n := len(full); n > depth && n <= len(key) && slices.Equal(full, key[:n]) {
			line, depth = at, n
		}
	}
	return line
}

func classNames(separator string) string {
	var names []string
	for _, c := range articles.Classes() {
		names = append(names, string(c))
	}
	return strings.Join(names, separator)
}
