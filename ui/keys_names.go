package ui

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// Names is how help and status line write the keys: "j ↓", "ctrl-d".
func (b Binding) Names() string {
	if b.Action == Jump && len(b.Keys) == 9 && b.Keys[0] == "1" {
		return "1-9"
	}
	names := make([]string, len(b.Keys))
	for i, key := range b.Keys {
		names[i] = keyName(key)
	}
	return strings.Join(names, " ")
}

// Name is the first of the keys, for the status line, or the shortest where
// the first is a long word.
func (b Binding) Name() string {
	if b.Action == Jump || len(b.Keys) == 0 {
		return b.Names()
	}
	const long = 5
	best := keyName(b.Keys[0])
	if len(best) > long {
		for _, key := range b.Keys[1:] {
			if n := keyName(key); len(n) < len(best) {
				best = n
			}
		}
	}
	return best
}

func keyName(key string) string {
	if key == "+" {
		return key
	}
	parts := strings.Split(key, "+")
	last := len(parts) - 1
	switch parts[last] {
	case "up":
		parts[last] = "↑"
	case "down":
		parts[last] = "↓"
	case "left":
		parts[last] = "←"
	case "right":
		parts[last] = "→"
	case "pgdown":
		parts[last] = "page-down"
	case "pgup":
		parts[last] = "page-up"
	}
	return strings.Join(parts, "-")
}

// modifiers may stand before a key, in this order.
func modifiers() []string { return []string{"ctrl", "alt", "shift", "meta", "hyper", "super"} }

// longKeys are the names of the keys that are no letter or sign.
func longKeys() []string {
	return []string{
		"enter", "tab", "backspace", "esc", "space", "up", "down", "left", "right", "home", "end",
		"pgup", "pgdown", "insert", "delete", "begin", "find", "select",
		"f1", "f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10", "f11", "f12",
	}
}

// keyFault says why a name is no key that could ever be pressed; "" where it
// is one.
func keyFault(name string) string {
	if name == "" {
		return "an empty key"
	}
	rest := name
	for _, m := range modifiers() {
		if after, ok := strings.CutPrefix(rest, m+"+"); ok && after != "" {
			rest = after
		}
	}
	modified := rest != name
	switch one := utf8.RuneCountInString(rest) == 1; {
	case one && rest == " ":
		return fmt.Sprintf("the key %q is named \"space\"", name)
	case one && modified && strings.ToLower(rest) != rest:
		return fmt.Sprintf("there is no key %q: after a modifier stands a small letter", name)
	case one || slices.Contains(longKeys(), rest):
		return ""
	}
	return fmt.Sprintf("there is no key %q: write \"j\", \"ctrl+d\", \"alt+x\", \"enter\", \"f1\"", name)
}
