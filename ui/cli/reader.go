package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/store"
	"broadsheet/ui"
	"broadsheet/ui/linear"
	"broadsheet/ui/picture"
	"broadsheet/ui/theme"
)

// readerFlags are the flags of the reader itself.
type readerFlags struct {
	theme string
	light bool
	dark  bool
	mouse bool
	query string

	linear bool
}

func (f *readerFlags) register(cmd *cobra.Command) {
	var palettes []string
	for _, p := range theme.Palettes() {
		palettes = append(palettes, p.Name+" ("+p.Says+")")
	}
	flags := cmd.Flags()
	flags.StringVar(&f.theme, "theme", "", "palette: "+strings.Join(palettes, ", "))
	flags.BoolVar(&f.light, "light", false, "take the terminal's background for light, without asking it")
	flags.BoolVar(&f.dark, "dark", false, "take the terminal's background for dark, without asking it")
	flags.BoolVar(&f.mouse, "mouse", false, "wheel and clicks (M switches them in the reader)")
	flags.BoolVar(&f.linear, "linear", false, "line by line, for screen readers and Braille lines (also where TERM is dumb)")
	flags.StringVarP(&f.query, "search", "s", "", "begin with this search")
	cmd.MarkFlagsMutuallyExclusive("light", "dark")
}

// gcPercent lets the reader's memory grow by a third before it is collected,
// not to twice what it holds: it is open all day beside other programs, and
// makes little garbage. Until the first headlines are on the screen it may grow
// more freely: the little there is then would be collected again and again.
const (
	gcPercent = 33
	gcAtStart = 300
)

// read opens the reader.
func (a *app) read(ctx context.Context, root *cobra.Command, paths []string, f readerFlags) error {
	if err := mistyped(root, paths); err != nil {
		return err
	}
	if !onTerminal(a.Out) && !f.linear {
		return usagef("the reader needs a terminal; broadsheet list prints headlines, broadsheet show prints stories")
	}
	debug.SetGCPercent(gcAtStart)
	lib, err := a.openLibrary(ctx, paths, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	lib.Frugal()
	if f.linear || os.Getenv("TERM") == "dumb" {
		shelf := newShelf(lib, func() {})
		shelf.drawn() // there is nothing to draw
		return linear.Run(ctx, linear.Options{
			Shelf: shelf, Name: lib.name, Query: f.query,
			Notice: strings.Join(lib.Notices(), " · "), In: a.In, Out: a.Out,
		})
	}
	options, err := lib.options(f, a.ground())
	if err != nil {
		return err
	}
	ctx, stop := context.WithCancelCause(ctx)
	defer stop(nil)
	watch := sync.OnceFunc(func() { go lib.watch(ctx, stop) })
	shelf := newShelf(lib, watch)
	options.Shelf, options.Drawn, options.Attended = shelf, shelf.drawn, lib.Attend
	options.Health = a.healthNow(lib)
	err = ui.Run(ctx, options)
	if cause := context.Cause(ctx); errors.Is(cause, errWatch) {
		return cause
	}
	return err
}

// errWatch is a failure of the goroutine that watches the folders.
var errWatch = errors.New("watching the folders failed")

// watch keeps the library up to date until the reader leaves. A panic in it
// ends the program in order, so that the terminal is whole again.
func (l *library) watch(ctx context.Context, stop context.CancelCauseFunc) {
	defer func() {
		if p := recover(); p != nil {
			stop(fmt.Errorf("%w: %v\n%s", errWatch, p, debug.Stack()))
		}
	}()
	// A folder that cannot be watched is still read on R.
	_ = l.Watch(ctx, func(store.Progress) {})
}

func (l *library) options(f readerFlags, last ground) (ui.Options, error) {
	palette := l.config.Theme
	if f.theme != "" {
		palette = f.theme
	}
	look, err := l.config.look(palette)
	if err != nil {
		return ui.Options{}, usageError{err}
	}
	dark, settled := l.config.background(f, last)
	look.Dark = dark
	keys, err := l.config.Keys.keyMap()
	if err != nil {
		return ui.Options{}, usageError{err}
	}
	pictures, err := picture.Named(l.config.Pictures, os.Environ())
	if err != nil {
		return ui.Options{}, usageError{err}
	}
	return ui.Options{
		Name: l.name, Roots: l.roots, Pictures: pictures,
		Theme:      look,
		FixedTheme: settled,
		Background: last.keep,
		Keys:       keys,
		Mouse:      l.config.Mouse || f.mouse,
		Query:      f.query,
		Notice:     strings.Join(l.Notices(), " · "),
		Opener:     func(_ context.Context, address string) error { return openAddress(address) },
		Editor:     l.editor,
		Pipe:       pipe,
	}, nil
}

// editor makes the command that edits the file of a story. A story of the
// edition has none.
func (l *library) editor(id articles.ID) (*exec.Cmd, error) {
	path, ok := l.File(id)
	if !ok {
		return nil, errors.New("this story has no file of its own that could be edited")
	}
	return editor(path)
}
