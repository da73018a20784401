//go:build unix

package e2e

import (
	"encoding/base64"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestWhatAReaderMarksIsThereTheNextDay(t *testing.T) {
	t.Parallel()
	home, dir := t.TempDir(), harbour(t)
	term := open(t, home, 110, 32, dir)
	term.see("4 stories")
	term.press("/", "dead since April", "enter", "enter")
	term.see("The pilot of the ferry told")

	// A paragraph is marked, noted and copied; a link is shown before it opens.
	term.press("p")
	term.see("mark it")
	term.press("a", "who knew?", "enter")
	term.see("Note: who knew?")
	term.press("j", "enter")
	term.see("paragraph marked")
	term.press("y")
	term.wrote("the paragraph on the clipboard", "\x1b]52;c;"+base64.StdEncoding.EncodeToString([]byte("Page 1 of the log, which the pilot read aloud, names a spare part, the day it was asked for and the clerk who had never heard of it.")))
	term.press("esc")
	term.see("jump")
	term.press("1")
	term.see("court room")
	term.press("o")
	term.see("https://ostrel.example/inquiry")
	term.press("esc", "esc", "Q")
	term.exit()

	// The next start: the trail, the notes, the map.
	term = open(t, home, 110, 32, dir)
	term.see("4 stories")
	term.press("A")
	term.see("2 notes and marks")
	term.see("who knew?")
	term.press("enter")
	term.see("Note: who knew?")
	term.press("H")
	term.see("TRAIL")
	term.see("TODAY")
	term.see("○ Inquiry opens in Ostrel")
	term.see("› ● Pilot had no second radar")
	term.press("k", "enter")
	term.see("court room")
	term.press("T")
	term.see("TIMELINE")
	term.press("esc", "Q")
	term.exit()
}

func TestPicturesAreShownInATerminal(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "pictures")
	if err := os.MkdirAll(filepath.Join(dir, "Ferry_files"), 0o755); err != nil {
		t.Fatal(err)
	}
	page := "<!doctype html><html><head><title>Ferry runs aground off Karsk</title></head><body><article><h1>Ferry runs aground off Karsk</h1>" +
		strings.Repeat("<p>The morning ferry from Ostrel ran aground on the Teal Bank off Karsk in fog, and all on board were taken off by noon.</p>", 4) +
		`<figure><img src="Ferry_files/ferry.png"><figcaption>The ferry on Monday</figcaption></figure></article></body></html>`
	if err := os.WriteFile(filepath.Join(dir, "Ferry.html"), []byte(page), 0o644); err != nil {
		t.Fatal(err)
	}
	f, err := os.Create(filepath.Join(dir, "Ferry_files", "ferry.png"))
	if err != nil {
		t.Fatal(err)
	}
	img := image.NewRGBA(image.Rect(0, 0, 300, 200))
	for i := range img.Pix {
		img.Pix[i] = 200
	}
	img.Set(0, 0, color.Black)
	if err := png.Encode(f, img); err != nil {
		t.Fatal(err)
	}
	f.Close()
	for mode, sent := range map[string]string{"blocks": "▀▀▀▀▀▀", "kitty": "\U0010EEEE\u0305\u030D", "iterm2": "\x1b]1337;File=", "sixel": "\x1bP0;1q"} {
		config := filepath.Join(t.TempDir(), "config.toml")
		if err := os.WriteFile(config, []byte("pictures = \""+mode+"\"\n"), 0o644); err != nil {
			t.Fatal(err)
		}
		term := open(t, t.TempDir(), 90, 30, "--config", config, dir)
		term.see("Ferry runs aground")
		term.press("enter")
		term.see("taken off by noon")
		term.press("i")
		term.see("The ferry on Monday")
		term.wrote("the picture by "+mode, sent)
		term.press("esc")
		term.see("taken off by noon")
		term.press("Q")
		term.exit()
	}
}

func TestADumbTerminalIsReadToLineByLine(t *testing.T) {
	t.Parallel()
	term := openAs(t, "dumb", t.TempDir(), 80, 24, harbour(t))
	term.see("Headlines, question mark for help:")
	term.press("h\n")
	term.see("? or h or help: this.")
	term.press("1\n")
	term.see("court room is let to a choir")
	term.press("r\n")
	term.see("1. ")
	term.press("q\n")
	term.exit()
	if strings.Contains(term.written(), "\x1b") {
		t.Error("a dumb terminal was sent an escape sequence")
	}
}
