package ui

import (
	"context"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/x/ansi"
)

// stage plays keys to the model as the program would and runs every command
// at once, so that a test needs no terminal and no waiting.
type stage struct {
	t     *testing.T
	m     *Model
	shelf *fakeShelf
	later []tea.Msg // what a wait would bring
	quit  bool
	clip  string // what was put on the clipboard
	raw   string // what was sent to the terminal beside the cells

	cleared int // how often the screen was drawn anew
}

func newStage(t *testing.T, shelf *fakeShelf, width, height int, change ...func(*Options)) *stage {
	t.Helper()
	s := &stage{t: t, shelf: shelf}
	o := Options{Shelf: shelf, Name: "Ostrel archive", Now: fakeNow, NoScan: true, FixedTheme: true}
	o.Theme.Dark = true
	shelf.changes = nil
	o.after = func(_ time.Duration, msg tea.Msg) tea.Cmd {
		s.later = append(s.later, msg)
		return nil
	}
	for _, c := range change {
		c(&o)
	}
	s.m = newModel(context.Background(), o)
	s.run(s.m.Init())
	s.send(tea.WindowSizeMsg{Width: width, Height: height})
	s.wait()
	return s
}

// send delivers a message and everything that follows from it.
func (s *stage) send(msg tea.Msg) {
	s.t.Helper()
	model, cmd := s.m.Update(msg)
	s.m = model.(*Model)
	s.check()
	s.run(cmd)
}

func (s *stage) run(cmd tea.Cmd) {
	s.t.Helper()
	if cmd == nil {
		return
	}
	switch msg := cmd().(type) {
	case nil:
	case tea.BatchMsg:
		for _, c := range msg {
			s.run(c)
		}
	case tea.QuitMsg:
		s.quit = true
	case tea.RawMsg:
		s.raw += fmt.Sprint(msg.Msg)
	default:
		if msg == tea.ClearScreen() {
			s.cleared++
			return
		}
		if v := reflect.ValueOf(msg); v.Kind() == reflect.String { // the clipboard
			s.clip = v.String()
			return
		}
		s.send(msg)
	}
}

// wait lets the time pass that something waits for.
func (s *stage) wait() {
	s.t.Helper()
	for range 10 {
		due := s.later
		s.later = nil
		for _, msg := range due {
			s.send(msg)
		}
	}
}

// do plays keys: names as Bubble Tea has them, "type:words", "wait",
// "size:80x24", "click:x,y", "wheel:x,y,down", "paste:words".
func (s *stage) do(steps ...string) *stage {
	s.t.Helper()
	for _, step := range steps {
		kind, rest, _ := strings.Cut(step, ":")
		switch {
		case step == "wait":
			s.wait()
		case kind == "type" && rest != "":
			for _, r := range rest {
				s.send(keyPress(string(r)))
			}
		case kind == "paste":
			s.send(tea.PasteMsg{Content: rest})
		case kind == "size":
			w, h, _ := strings.Cut(rest, "x")
			s.send(tea.WindowSizeMsg{Width: number(w), Height: number(h)})
		case kind == "click" || kind == "wheel":
			at := strings.Split(rest, ",")
			s.mouse(kind, tea.Mouse{X: number(at[0]), Y: number(at[1]), Button: tea.MouseLeft}, at[2:])
		default:
			s.send(keyPress(step))
		}
	}
	return s
}

func (s *stage) mouse(kind string, at tea.Mouse, more []string) {
	if kind == "click" {
		s.send(tea.MouseClickMsg(at))
		return
	}
	at.Button = tea.MouseWheelDown
	if len(more) > 0 && more[0] == "up" {
		at.Button = tea.MouseWheelUp
	}
	s.send(tea.MouseWheelMsg(at))
}

func number(s string) int {
	n, err := strconv.Atoi(s)
	if err != nil {
		panic(err) // a mistake in a test
	}
	return n
}

// keyPress is the message of a key by its name.
func keyPress(name string) tea.KeyPressMsg {
	named := map[string]rune{
		"enter": tea.KeyEnter, "esc": tea.KeyEscape, "space": ' ', "tab": tea.KeyTab,
		"backspace": tea.KeyBackspace, "up": tea.KeyUp, "down": tea.KeyDown, "left": tea.KeyLeft,
		"right": tea.KeyRight, "home": tea.KeyHome, "end": tea.KeyEnd, "pgup": tea.KeyPgUp,
		"pgdown": tea.KeyPgDown, "delete": tea.KeyDelete, "f1": tea.KeyF1,
	}
	k := tea.Key{}
	if rest, ok := strings.CutPrefix(name, "ctrl+"); ok {
		k.Mod, name = k.Mod|tea.ModCtrl, rest
	}
	if rest, ok := strings.CutPrefix(name, "alt+"); ok {
		k.Mod, name = k.Mod|tea.ModAlt, rest
	}
	if code, ok := named[name]; ok {
		k.Code = code
		if code == ' ' {
			k.Text = " "
		}
	} else {
		k.Code = []rune(name)[0]
		if k.Mod == 0 {
			k.Text = name
		}
	}
	return tea.KeyPressMsg(k)
}

// screen is what a reader sees, without colours.
func (s *stage) screen() string {
	lines := strings.Split(ansi.Strip(s.m.draw()), "\n")
	for i := range lines {
		lines[i] = strings.TrimRight(lines[i], " ")
	}
	return strings.Join(lines, "\n") + "\n"
}

// check holds what must hold of every screen.
func (s *stage) check() {
	s.t.Helper()
	if err := fits(s.m); err != nil {
		s.t.Fatal(err)
	}
}

// fits tells whether the screen has its lines, none of them over-wide, and
// no control but colours.
func fits(m *Model) error {
	view := m.View()
	if m.width <= 0 || m.height <= 0 {
		return nil
	}
	lines := strings.Split(view.Content, "\n")
	if len(lines) != m.height {
		return fmt.Errorf("%dx%d: %d lines: %q", m.width, m.height, len(lines), lines)
	}
	for i, l := range lines {
		if w := ansi.StringWidth(l); w > m.width {
			return fmt.Errorf("%dx%d: line %d is %d wide: %q", m.width, m.height, i, w, l)
		}
		for j := range len(l) {
			if l[j] < ' ' && l[j] != '\x1b' || l[j] == 0x7f {
				return fmt.Errorf("line %d holds a control: %q", i, l)
			}
		}
		if bare := ansi.Strip(l); strings.ContainsRune(bare, '\x1b') {
			return fmt.Errorf("line %d holds an escape: %q", i, l)
		}
	}
	if c := view.Cursor; c != nil && (c.X < 0 || c.X >= m.width || c.Y < 0 || c.Y >= m.height) {
		return fmt.Errorf("%dx%d: the cursor is at %d,%d", m.width, m.height, c.X, c.Y)
	}
	return nil
}

// shows fails where the screen lacks a text.
func (s *stage) shows(texts ...string) *stage {
	s.t.Helper()
	for _, text := range texts {
		if !strings.Contains(s.screen(), text) {
			s.t.Errorf("the screen lacks %q:\n%s", text, s.screen())
		}
	}
	return s
}

// hides fails where the screen has a text.
func (s *stage) hides(texts ...string) *stage {
	s.t.Helper()
	for _, text := range texts {
		if strings.Contains(s.screen(), text) {
			s.t.Errorf("the screen shows %q:\n%s", text, s.screen())
		}
	}
	return s
}
