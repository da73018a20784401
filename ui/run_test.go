package ui

import (
	"bytes"
	"context"
	"errors"
	"io"
	"strings"
	"sync"
	"testing"
	"time"

	tea "charm.land/bubbletea/v2"

	"broadsheet/articles"
)

// screenWriter is a terminal's end of a pipe: what was written to it so far.
type screenWriter struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (w *screenWriter) Write(p []byte) (int, error) {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.buf.Write(p)
}

func (w *screenWriter) String() string {
	w.mu.Lock()
	defer w.mu.Unlock()
	return w.buf.String()
}

// await waits until the terminal got a text.
func (w *screenWriter) await(t *testing.T, text string) {
	t.Helper()
	for range 400 {
		if strings.Contains(w.String(), text) {
			return
		}
		time.Sleep(10 * time.Millisecond)
	}
	t.Fatalf("the terminal never got %q, it got %q", text, w.String())
}

// begin runs the whole program over a pipe.
func begin(t *testing.T, ctx context.Context, shelf Shelf) (in *io.PipeWriter, out *screenWriter, ended chan error) {
	t.Helper()
	read, in := io.Pipe()
	out, ended = &screenWriter{}, make(chan error, 1)
	go func() {
		ended <- Run(ctx, Options{
			Shelf: shelf, Name: "Ostrel archive", Now: fakeNow, FixedTheme: true, NoScan: true,
			Input: read, Output: out, Environ: []string{"TERM=xterm-256color", "COLUMNS=80", "LINES=24"},
		})
	}()
	out.await(t, "\x1b[?1049h") // the other screen
	return in, out, ended
}

// whole fails unless the terminal was given back.
func whole(t *testing.T, out *screenWriter) {
	t.Helper()
	text := out.String()
	if !strings.Contains(text, "\x1b[?1049l") || strings.LastIndex(text, "\x1b[?25h") < strings.LastIndex(text, "\x1b[?25l") {
		t.Errorf("the terminal was not given back: %q", text)
	}
}

func waitEnd(t *testing.T, ended chan error) error {
	t.Helper()
	select {
	case err := <-ended:
		return err
	case <-time.After(10 * time.Second):
		t.Fatal("the program did not end")
		return nil
	}
}

func TestTheTerminalIsGivenBackAtTheEnd(t *testing.T) {
	in, out, ended := begin(t, t.Context(), newFakeShelf())
	if _, err := in.Write([]byte("q")); err != nil {
		t.Fatal(err)
	}
	if err := waitEnd(t, ended); err != nil {
		t.Error(err)
	}
	whole(t, out)
}

func TestTheTerminalIsGivenBackWhenItIsCalledOff(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	_, out, ended := begin(t, ctx, newFakeShelf())
	cancel()
	if err := waitEnd(t, ended); err != nil {
		t.Error(err)
	}
	whole(t, out)
}

// brokenShelf panics where a story is asked for.
type brokenShelf struct{ *fakeShelf }

func (brokenShelf) Story(context.Context, articles.ID) (articles.Article, articles.Marks, error) {
	panic("a mistake in the shelf")
}

func TestTheTerminalIsGivenBackAfterAPanic(t *testing.T) {
	in, out, ended := begin(t, t.Context(), brokenShelf{newFakeShelf()})
	go func() { _, _ = in.Write([]byte("\r")) }()
	if err := waitEnd(t, ended); !errors.Is(err, tea.ErrProgramPanic) {
		t.Errorf("ended with %v", err)
	}
	whole(t, out)
}
