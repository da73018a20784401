package ui

import (
	"errors"
	"slices"
	"strings"
	"testing"
)

func TestEveryPresetIsWithoutClash(t *testing.T) {
	for _, name := range Presets() {
		k, err := Preset(name)
		if err != nil {
			t.Errorf("preset %s: %v", name, err)
		}
		if err := k.check(); err != nil {
			t.Errorf("preset %s: %v", name, err)
		}
		if len(k.Bindings()) != len(DefaultKeys().Bindings()) {
			t.Errorf("preset %s lost a binding", name)
		}
	}
	if _, err := Preset("vi"); !errors.Is(err, ErrKeys) {
		t.Errorf("an unknown preset: got %v", err)
	}
}

func TestAClashNamesBothActions(t *testing.T) {
	_, err := DefaultKeys().Rebind(Star, "m")
	if err == nil || !strings.Contains(err.Error(), "star") || !strings.Contains(err.Error(), "read") {
		t.Errorf("got %v", err)
	}
	if _, err := DefaultKeys().Rebind(Quit); err == nil {
		t.Error("a map without a way out was taken")
	}
	if _, err := DefaultKeys().Rebind("fly", "f"); err == nil {
		t.Error("an unknown action was taken")
	}
	if _, err := DefaultKeys().Rebind(Star, ""); err == nil {
		t.Error("an empty key was taken")
	}
}

func TestTwoActionsMayChangePlaces(t *testing.T) {
	k, err := DefaultKeys().With(map[Action][]string{Star: {"m"}, Read: {"s"}})
	if err != nil {
		t.Fatal(err)
	}
	if b, ok := k.Find("m", InList); !ok || b.Action != Star {
		t.Errorf("m is %v", b.Action)
	}
	if b, ok := DefaultKeys().Find("m", InList); !ok || b.Action != Read {
		t.Errorf("the default map was changed: m is %v", b.Action)
	}
}

func TestAKeyOfAnotherPlaceIsNamed(t *testing.T) {
	b, ok := DefaultKeys().Find("x", InList)
	if ok || b.Action != Cuts {
		t.Errorf("x in the list: %v, %v", b.Action, ok)
	}
	if b, ok := DefaultKeys().Find("%", InList); ok || b.Action != "" {
		t.Errorf("an unbound key is %v, %v", b.Action, ok)
	}
}

func TestKeysAreNamedAsPeopleWriteThem(t *testing.T) {
	k := DefaultKeys()
	for a, want := range map[Action]string{
		Down: "j ↓", HalfDown: "ctrl-d", Jump: "1-9", Back: "backspace [ alt-←",
	} {
		b, _ := k.Of(a)
		if got := b.Names(); got != want {
			t.Errorf("%s: got %q, want %q", a, got, want)
		}
	}
	if keyName("+") != "+" {
		t.Error("the plus key lost its name")
	}
}

func TestBindingsHandsOutCopies(t *testing.T) {
	k := DefaultKeys()
	all := k.Bindings()
	all[0].Keys[0] = "changed"
	if slices.Contains(k.bindings[0].Keys, "changed") {
		t.Error("a caller reached into the map")
	}
}

func TestAKeyThatNoKeyboardHasIsRefused(t *testing.T) {
	for _, key := range []string{"j", "G", "?", "+", "é", "ctrl+d", "alt+<", "ctrl+alt+x", "shift+tab", "f12", "space", "ctrl++"} {
		if fault := keyFault(key); fault != "" {
			t.Errorf("%q is refused: %s", key, fault)
		}
	}
	for key, why := range map[string]string{
		"": "empty", "ctl+x": "no key", "ctrl+D": "small letter", "return": "no key", " ": "space",
		"gg": "no key", "alt+ctrl+x": "no key", "ctrl+": "no key",
	} {
		if _, err := DefaultKeys().Rebind(Star, key); err == nil || !strings.Contains(err.Error(), why) || !strings.Contains(err.Error(), "star") {
			t.Errorf("%q: got %v", key, err)
		}
	}
}

func TestAMistakeTellsItsActions(t *testing.T) {
	var wrong *KeyError
	if _, err := DefaultKeys().Rebind(Star, "m"); !errors.As(err, &wrong) || wrong.Action != Read || wrong.Other != Star {
		t.Errorf("a clash is of %+v", wrong)
	}
	if _, err := DefaultKeys().Rebind("fly", "f"); !errors.As(err, &wrong) || wrong.Action != "fly" {
		t.Errorf("an unknown action is %+v", wrong)
	}
}

func TestACountGoesToItsLineWithOneGOrTwo(t *testing.T) {
	for _, steps := range [][]string{{"5", "g"}, {"5", "g", "g"}, {"G", "5", "g", "g"}, {"5", "G"}} {
		s := newStage(t, many(40), 80, 24).do(steps...)
		if s.m.list.cursor != 4 {
			t.Errorf("%v stands on headline %d", steps, s.m.list.cursor+1)
		}
	}
	for _, steps := range [][]string{{"G", "g"}, {"G", "g", "g"}, {"5", "g", "g", "k", "g"}, {"5", "g", "wheel:3,9,down", "g"}} {
		s := newStage(t, many(40), 80, 24, func(o *Options) { o.Mouse = true }).do(steps...)
		if s.m.list.cursor != 0 {
			t.Errorf("%v stands on headline %d", steps, s.m.list.cursor+1)
		}
	}
	s := newStage(t, many(40), 80, 24).do("5", "j", "1", "0", "j", "3", "k")
	if s.m.list.cursor != 12 {
		t.Errorf("5j 10j 3k stands on headline %d", s.m.list.cursor+1)
	}
}
