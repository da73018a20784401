package ui

import (
	"strings"
	"testing"

	"github.com/charmbracelet/x/exp/golden"
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
		for _, size := range []string{"160x45", "110x32", "80x24", "60x20", "40x10"} {
			t.Run(strings.ReplaceAll(name, " ", "_")+"/"+size, func(t *testing.T) {
				w, h, _ := strings.Cut(size, "x")
				s := newStage(t, withCopies(), number(w), number(h), healthy).do(steps...)
				golden.RequireEqual(t, []byte(s.screen()))
			})
		}
	}
}
