package ui

import (
	"regexp"
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"

	"broadsheet/ui/theme"
)

// TestScreens plays keys and compares the screen with the one kept beside
// the tests. A change of looks is a change of those files: look at them.
func TestScreens(t *testing.T) {
	for name, steps := range map[string][]string{
		"list":             nil,
		"list row down":    {"j", "j", "wait"},
		"story":            {"enter"},
		"story at its end": {"enter", "G"},
		"related":          {"enter", "r", "j"},
		"related with why": {"enter", "r", "v"},
		"jumped":           {"enter", "1"},
		"cuts":             {"enter", "x"},
		"search":           {"/", "type:karsk"},
		"search mistake":   {"/", "type:\"karsk"},
		"no match":         {"/", "type:zzz", "enter"},
		"trail":            {"enter", "1", "1", "[", "2", "H"},
		"timeline":         {"enter", "T"},
		"filter":           {"F"},
		"help":             {"?"},
		"palette":          {":", "type:st"},
		"original":         {"enter", "o"},
		"find":             {"enter", "/", "type:radar"},
		"by source":        {":", "type:sort-source", "enter"},
		"by thread":        {"S"},
		"what differs":     {"D", "enter"},
		"doctor":           {"!"},
	} {
		for _, size := range []string{"200x60", "160x45", "110x32", "80x24", "60x20", "40x10"} {
			t.Run(strings.ReplaceAll(name, " ", "_")+"/"+size, func(t *testing.T) {
				w, h, _ := strings.Cut(size, "x")
				s := newStage(t, withCopies(), number(w), number(h), healthy).do(steps...)
				golden.RequireEqual(t, []byte(s.screen()))
			})
		}
	}
}

// TestLooks keeps the colours and weights of the main screens, in every kind
// of terminal.
func TestLooks(t *testing.T) {
	for name, steps := range map[string][]string{
		"list": {"j", "j"}, "story": {"enter"}, "search": {"/", "type:karsk"}, "filter": {"F"},
	} {
		for look, change := range map[string]func(*theme.Options){
			"dark":     func(o *theme.Options) { o.Dark = true },
			"light":    func(o *theme.Options) { o.Dark = false },
			"16":       func(o *theme.Options) { o.Colors = theme.Basic },
			"contrast": func(o *theme.Options) { o.Palette = "contrast" },
			"none":     func(o *theme.Options) { o.NoColor = true },
			"ascii":    func(o *theme.Options) { o.NoColor, o.ASCII = true, true },
		} {
			t.Run(name+"/"+look, func(t *testing.T) {
				s := newStage(t, withCopies(), 104, 24, func(o *Options) { change(&o.Theme) }).do(steps...)
				screen := strings.ReplaceAll(s.m.draw(), "\x1b", "␛") + "\n"
				if (look == "none" || look == "ascii") && colours().MatchString(screen) {
					t.Error("there are colours where there should be none")
				}
				if rest := strings.ReplaceAll(screen, "␛", ""); look == "ascii" && strings.ContainsFunc(rest, func(r rune) bool { return r > '~' }) {
					t.Error("there are signs that are not ASCII")
				}
				golden.RequireEqual(t, []byte(screen))
			})
		}
	}
}

// colours finds a sequence that sets one.
func colours() *regexp.Regexp {
	return regexp.MustCompile(`␛\[([0-9;]*;)?([34][0-8]|9[0-7]|10[0-7])[;m]`)
}
