package ui

import (
	"errors"
	"fmt"
	"maps"
	"slices"
)

// Action names what a key does. The names are those of the config file and of
// the palette, so they do not change.
type Action string

// The actions, in the order the help shows them.
const (
	Down       Action = "down"
	Up         Action = "up"
	PageDown   Action = "page-down"
	PageUp     Action = "page-up"
	HalfDown   Action = "half-page-down"
	HalfUp     Action = "half-page-up"
	Top        Action = "top"
	Bottom     Action = "bottom"
	Open       Action = "open"
	Level      Action = "up-a-level"
	NextPane   Action = "next-pane"
	Jump       Action = "jump"
	Related    Action = "related"
	Why        Action = "why"
	LinkedFrom Action = "linked-from"
	Copies     Action = "copies"
	ThreadNext Action = "thread-next"
	ThreadPrev Action = "thread-previous"
	ThreadHead Action = "thread-first"
	Timeline   Action = "timeline"
	Back       Action = "back"
	Forward    Action = "forward"
	Trail      Action = "trail"
	NextStory  Action = "next-story"
	PrevStory  Action = "previous-story"
	NextHit    Action = "next-match"
	PrevHit    Action = "previous-match"
	Search     Action = "search"
	Filter     Action = "filter"
	Order      Action = "sort"
	UnreadOnly Action = "unread-only"
	Cuts       Action = "cuts"
	Pictures   Action = "pictures"
	Zoom       Action = "zoom"
	Star       Action = "star"
	Read       Action = "read"
	Tag        Action = "tag"
	Note       Action = "note"
	Paragraph  Action = "paragraph"
	Notes      Action = "notes"
	Undo       Action = "undo"
	Original   Action = "open-original"
	CopyLink   Action = "copy"
	Pipe       Action = "pipe"
	Editor     Action = "editor"
	Rescan     Action = "rescan"
	Doctor     Action = "doctor"
	Mouse      Action = "mouse"
	Palette    Action = "palette"
	Help       Action = "help"
	Redraw     Action = "redraw"
	Suspend    Action = "suspend"
	Quit       Action = "quit"
)

// Place is where a key works; places add up.
type Place uint8

// The places of the screen that may hold the focus.
const (
	InList Place = 1 << iota
	InStory
	InLeads
	InSheet // help, trail, timeline and the other lists on a sheet of their own
)

const (
	everywhere = InList | InStory | InLeads | InSheet
	panes      = InList | InStory | InLeads
	rows       = InList | InLeads | InSheet
	told       = InStory | InLeads
)

// Binding gives an action its keys, by the names Bubble Tea has for them.
type Binding struct {
	Action Action
	Keys   []string
	Help   string // what it does, in a few words
	Short  string // what it does, in one word for the status line
	Where  Place
}

// KeyMap is every binding, in the order the help shows them. It is a value:
// Rebind and With return another one.
type KeyMap struct{ bindings []Binding }

// ErrKeys is what every mistake in a key map is.
var ErrKeys = errors.New("keys")

// KeyError is a mistake in a key map, by the actions it is about.
type KeyError struct {
	Action, Other Action // Other is set where two clash
	fault         string
}

func (e *KeyError) Error() string { return ErrKeys.Error() + ": " + e.fault }

// Unwrap makes every KeyError an ErrKeys.
func (e *KeyError) Unwrap() error { return ErrKeys }

func keyError(a, other Action, format string, args ...any) error {
	return &KeyError{a, other, fmt.Sprintf(format, args...)}
}

// Bindings lists the bindings, the caller's own.
func (k KeyMap) Bindings() []Binding {
	out := slices.Clone(k.bindings)
	for i := range out {
		out[i].Keys = slices.Clone(out[i].Keys)
	}
	return out
}

// Of returns the binding of an action.
func (k KeyMap) Of(a Action) (Binding, bool) {
	i := slices.IndexFunc(k.bindings, func(b Binding) bool { return b.Action == a })
	if i < 0 {
		return Binding{}, false
	}
	return k.bindings[i], true
}

// Find returns the binding of a key in a place. Where the key works in
// another place only, that binding is returned with ok false.
func (k KeyMap) Find(key string, in Place) (b Binding, ok bool) {
	for _, c := range k.bindings {
		if !slices.Contains(c.Keys, key) {
			continue
		}
		if c.Where&in != 0 {
			return c, true
		}
		b = c
	}
	return b, false
}

// Rebind gives an action other keys. With takes several at once; use it
// where two actions change places.
func (k KeyMap) Rebind(a Action, keys ...string) (KeyMap, error) {
	return k.With(map[Action][]string{a: keys})
}

// With gives actions other keys and refuses a map in which one key would
// mean two things in one place, naming both.
func (k KeyMap) With(changes map[Action][]string) (KeyMap, error) {
	out := KeyMap{k.Bindings()}
	for _, a := range slices.Sorted(maps.Keys(changes)) {
		i := slices.IndexFunc(out.bindings, func(b Binding) bool { return b.Action == a })
		if i < 0 {
			return k, keyError(a, "", "no action is named %q", a)
		}
		out.bindings[i].Keys = slices.Clone(changes[a])
	}
	if err := out.check(); err != nil {
		return k, err
	}
	return out, nil
}

// check refuses clashes, keys that no keyboard has, and a map that leaves no
// way out.
func (k KeyMap) check() error {
	for i, b := range k.bindings {
		for _, key := range b.Keys {
			if fault := keyFault(key); fault != "" {
				return keyError(b.Action, "", "%s: %s", b.Action, fault)
			}
			for _, c := range k.bindings[:i] {
				if c.Where&b.Where != 0 && slices.Contains(c.Keys, key) {
					return keyError(b.Action, c.Action, "%q is both %s and %s", key, c.Action, b.Action)
				}
			}
		}
	}
	if q, ok := k.Of(Quit); !ok || len(q.Keys) == 0 {
		return keyError(Quit, "", "%s needs a key", Quit)
	}
	return nil
}
