package ui

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// stormKeys are keys that put something on the screen or move in it.
func stormKeys() []string {
	return []string{
		"j", "k", "enter", "esc", "1", "2", "3", "4", "r", "v", "B", "D", "=", "-", "^", "T", "[", "]", "H",
		"J", "K", "n", "N", "space", "b", "G", "g", "ctrl+d", "ctrl+u", "x", "z", "s", "m", "u", "F", "S", "?",
		":", "/", "type:karsk", "type:\"", "backspace", "tab", "o", "y", "wait", "M", "U", "!", "t", "a", "7", "p", "A", "i",
	}
}

// TestAStormOfSizesAndKeys holds that whatever is pressed, at whatever size,
// no line is over-wide and nothing panics; stage.check looks at every frame.
func TestAStormOfSizesAndKeys(t *testing.T) {
	keys := stormKeys()
	for seed := range uint64(8) {
		r := rand.New(rand.NewPCG(seed, 7))
		shelf := newFakeShelf()
		if seed%2 == 1 {
			shelf = many(400)
		}
		s := newStage(t, shelf, 80, 24)
		var played []string
		for range 250 {
			step := keys[r.IntN(len(keys))]
			if r.IntN(3) == 0 {
				step = fmt.Sprintf("size:%dx%d", 1+r.IntN(300), 1+r.IntN(100))
				if r.IntN(3) == 0 {
					step = fmt.Sprintf("size:%dx%d", 1+r.IntN(45), 1+r.IntN(12))
				}
			}
			played = append(played, step)
			s.do(step)
			if s.quit {
				t.Fatalf("quit after %v", played)
			}
			if t.Failed() {
				t.Fatalf("after %v", played)
			}
		}
	}
}

// TestASizeIsDrawnAsIfItWereTheFirst holds that nothing of an older size
// stays: a screen resized is the screen drawn afresh at that size.
func TestASizeIsDrawnAsIfItWereTheFirst(t *testing.T) {
	for _, steps := range [][]string{nil, {"enter"}, {"enter", "r"}, {"enter", "1", "H"}, {"?"}} {
		for _, size := range []string{"160x45", "110x32", "80x24", "60x20", "40x10", "20x4", "3x2", "1x1"} {
			w, h, _ := strings.Cut(size, "x")
			fresh := newStage(t, newFakeShelf(), number(w), number(h)).do(steps...)
			resized := newStage(t, newFakeShelf(), 97, 30).do(steps...).do("size:300x90", "size:7x3", "size:"+size)
			if fresh.m.focus == InList { // a preview needs its rest
				fresh.do("wait")
				resized.do("wait")
			}
			if a, b := fresh.screen(), resized.screen(); a != b {
				t.Errorf("%v at %s: fresh\n%s\nresized\n%s", steps, size, a, b)
			}
		}
	}
}

// TestAStormOf500SizesLeavesNothingStale resizes the screen again and again,
// and each time compares it with one that was that size from the start.
func TestAStormOf500SizesLeavesNothingStale(t *testing.T) {
	states := [][]string{
		nil, {"enter"}, {"enter", "r"}, {"enter", "r", "v"}, {"enter", "x"}, {"enter", "1", "H"}, {"enter", "T"},
		{"enter", "p", "a", "type:why?", "enter", "A"}, {"enter", "i"},
		{"?"}, {"F"}, {"D", "enter"}, {"S"}, {":", "type:so"}, {"/", "type:karsk"},
	}
	sizes := 500
	if testing.Short() {
		sizes = 100
	}
	r := rand.New(rand.NewPCG(11, 13))
	for i, steps := range states {
		s := newStage(t, withCopies(), 80, 24).do(steps...)
		for range sizes/len(states) + 1 {
			w, h := 1+r.IntN(300), 1+r.IntN(100)
			if r.IntN(3) == 0 {
				w, h = 1+r.IntN(60), 1+r.IntN(14)
			}
			s.do(fmt.Sprintf("size:%dx%d", w, h), "wait")
			fresh := newStage(t, withCopies(), w, h).do(steps...).do("wait")
			if a, b := fresh.screen(), s.screen(); a != b {
				t.Fatalf("state %d, %v, at %dx%d: fresh\n%s\nresized\n%s", i, steps, w, h, a, b)
			}
		}
	}
}

// TestHostileWordsStayWords holds that no field of a story or of a headline
// brings a control to the terminal or a line over the width.
func TestHostileWordsStayWords(t *testing.T) {
	for _, evil := range []string{
		"\x1b[2J\x1b]0;owned\x07 title", "a\rb\nc\td", "\u202eright to left", "\u009b31m c1", "tag\U000e0041\U000e007f",
		strings.Repeat("wide 漢字 ", 400), strings.Repeat("e\u0301\u0302", 300), "👩‍👩‍👧‍👦👩‍👩‍👧‍👦 family", "\xff\xfe bad",
		strings.Repeat("\u0300", 500), "שלום עולם", "ก็ดี ๆ น้ำ",
	} {
		shelf := newFakeShelf()
		shelf.evil = evil
		for i := range shelf.items {
			it := &shelf.items[i]
			it.Title, it.Source = evil, evil
			it.Marks.Tags, it.Marks.Note = []string{evil}, evil
			a := shelf.bodies[it.ID]
			a.Title, a.Source, a.Dek, a.URL, a.Authors = evil, evil, evil, evil, []string{evil}
			a.Body, a.Text = evil+"\n\n"+a.Body, evil+"\n\n"+a.Text
			a.Cuts = []articles.Cut{{Line: 1, Class: articles.Class(evil), Text: evil}}
			shelf.bodies[it.ID] = a
		}
		leads := shelf.leads["inquiry.txt"]
		for i := range leads {
			leads[i].Why, leads[i].Joint, leads[i].URL, leads[i].Headline.Title = []string{evil}, evil, evil, evil
		}
		shelf.problems = []Problem{{Path: evil, Reason: evil}}
		for _, size := range []string{"160x45", "110x20", "44x12", "9x5"} {
			w, h, _ := strings.Cut(size, "x")
			s := newStage(t, shelf, number(w), number(h), func(o *Options) { o.Name = evil; o.Roots = []string{evil} })
			s.do("j", "enter", "G", "x", "r", "v", "enter", "H", "esc", "T", "esc", "esc", "F", "esc", "!", "esc")
			s.do("/", "paste:"+evil, "enter", "esc", "s", "t", "esc", "o", "esc", "y", "2")
			s.do("esc", "/", "type:pilot", "enter", "j", "esc")
		}
	}
}

func FuzzKeysAndSizes(f *testing.F) {
	f.Add("jG\r1[", uint8(80), uint8(24))
	f.Add("/harb\x1b", uint8(3), uint8(1))
	f.Fuzz(func(t *testing.T, keys string, w, h uint8) {
		s := newStage(t, newFakeShelf(), int(w), int(h))
		for i, r := range keys {
			if i > 60 {
				break
			}
			s.send(tea.KeyPressMsg{Code: r, Text: string(r)})
		}
	})
}
