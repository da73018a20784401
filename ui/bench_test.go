package ui

import (
	"context"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"
	uv "github.com/charmbracelet/ultraviolet"
)

// benchModel is a model over a large archive with its first screen drawn.
func benchModel(b *testing.B, width, height int) *Model {
	b.Helper()
	shelf := many(100_000)
	shelf.changes = nil
	m := newModel(context.Background(), Options{
		Shelf: shelf, Now: fakeNow, NoScan: true, FixedTheme: true,
		after: func(time.Duration, tea.Msg) tea.Cmd { return nil },
	})
	var run func(tea.Cmd)
	run = func(cmd tea.Cmd) {
		if cmd == nil {
			return
		}
		msg := cmd()
		if all, ok := msg.(tea.BatchMsg); ok {
			for _, c := range all {
				run(c)
			}
			return
		}
		_, next := m.Update(msg)
		run(next)
	}
	run(m.Init())
	_, cmd := m.Update(tea.WindowSizeMsg{Width: width, Height: height})
	run(cmd)
	return m
}

// BenchmarkRowDown is what one step in the list costs of the main loop:
// handling the key and drawing the screen.
func BenchmarkRowDown(b *testing.B) {
	for _, size := range []struct {
		name          string
		width, height int
	}{{"80x24", 80, 24}, {"120x40", 120, 40}, {"200x60", 200, 60}} {
		b.Run(size.name, func(b *testing.B) {
			m := benchModel(b, size.width, size.height)
			down, up := keyPress("j"), keyPress("k")
			b.ReportAllocs()
			n := 0
			for b.Loop() {
				key := down
				if n++; n%16 >= 8 {
					key = up
				}
				m.Update(key)
				m.View()
			}
		})
	}
}

// BenchmarkFrame is what Bubble Tea's renderer pays to take a frame in; it
// is there to be compared with BenchmarkRowDown.
func BenchmarkFrame(b *testing.B) {
	m := benchModel(b, 120, 40)
	content := m.View().Content
	buf := uv.NewScreenBuffer(120, 40)
	b.ReportAllocs()
	for b.Loop() {
		buf.Clear()
		uv.NewStyledString(content).Draw(buf, buf.Bounds())
	}
}
