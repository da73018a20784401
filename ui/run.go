package ui

import (
	"context"
	"errors"
	"io"
	"os/exec"
	"time"

	tea "charm.land/bubbletea/v2"
	"github.com/charmbracelet/colorprofile"

	"broadsheet/articles"
	"broadsheet/ui/page"
	"broadsheet/ui/picture"
	"broadsheet/ui/theme"
)

// Options are what the program is started with. Shelf is needed, the rest
// may be left out.
type Options struct {
	Shelf Shelf
	Name  string   // the library, as the top line names it
	Roots []string // where it looks, for the words of an empty list

	Theme      theme.Options
	FixedTheme bool // do not ask the terminal for its background
	// Background keeps what the terminal answered where that is not what
	// Theme says, for the next start; nil: it is not kept.
	Background func(dark bool) error
	Keys       KeyMap
	Mouse      bool
	Pictures   picture.Mode // how pictures are shown; "" is by their words

	Open   articles.ID // a story to open at once
	Query  string      // a search to begin with
	Notice string      // to say at the start: "the cache was rebuilt"
	NoScan bool        // the library is up to date

	// Health says how the library is, for the sheet of the files that could
	// not be read; nil: only they are listed.
	Health func(context.Context) ([]Fact, error)

	// Drawn is called once the first headlines are on the screen: what would
	// have taken the machine from drawing them may begin. It may be nil.
	Drawn func()
	// Attended is called whenever the reader does something, before it is
	// answered: what else keeps the machine busy may give way. It must return at
	// once, and may be nil.
	Attended func()

	Opener Opener // opens an address; nil: addresses are only shown
	// Editor makes the command that edits the file of a story.
	Editor func(articles.ID) (*exec.Cmd, error)
	// Pipe makes the command that the reader typed; it gets the text.
	Pipe func(command string) (*exec.Cmd, error)

	Now     func() time.Time
	Input   io.Reader // the terminal, where nil
	Output  io.Writer
	Environ []string

	after func(time.Duration, tea.Msg) tea.Cmd // tests wait for nothing
}

// frames is how often a second the screen is drawn at most.
const frames = 120

// closing is how long the last marks may take to be saved.
const closing = 3 * time.Second

// Run runs the program until the reader leaves it, and saves what was not
// saved yet. The terminal is whole again when it returns, also after a panic
// and after HUP, TERM, INT and QUIT.
func Run(ctx context.Context, o Options) error {
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	if o.Now == nil {
		o.Now = time.Now
	}
	m := newModel(ctx, o)
	if o.Notice != "" {
		m.warn(o.Notice)
	}
	opts := []tea.ProgramOption{tea.WithContext(ctx), tea.WithFPS(frames)}
	if o.Input != nil {
		opts = append(opts, tea.WithInput(o.Input))
	}
	if o.Output != nil {
		opts = append(opts, tea.WithOutput(o.Output))
	}
	if o.Environ != nil {
		opts = append(opts, tea.WithEnvironment(o.Environ))
	}
	p := tea.NewProgram(m, opts...)
	stop := watchSignals(p)
	_, err := p.Run()
	stop()
	cancel()
	return errors.Join(ended(err), m.finish())
}

// ended tells a way of leaving from a failure.
func ended(err error) error {
	if errors.Is(err, tea.ErrInterrupted) || errors.Is(err, context.Canceled) {
		return nil
	}
	return err
}

// quit leaves the program.
func (m *Model) quit() tea.Cmd { return tea.Quit }

// finish saves the place in the story and the marks that are still waiting.
func (m *Model) finish() error {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(m.ctx), closing)
	defer cancel()
	if m.focus != InList {
		_ = m.keepPlace() // queued; the command itself is not needed here
	}
	_ = m.saveTrail() // as well
	return m.marks.finish(ctx, m.shelf)
}

// depth is what the terminal's colours allow, unless the options say less.
func (m *Model) depth(p colorprofile.Profile) (colors int, none bool) {
	if m.opt.Theme.NoColor {
		return m.opt.Theme.Colors, true
	}
	return theme.Depth(p)
}

// pageInput is what a page shows of the story.
func (m *Model) pageInput(to setting) page.Input {
	s := &m.story
	return page.Input{
		Article: s.article, Marks: s.marks, Leads: s.leads, LeadsPending: !s.led,
		OmitRelated: !to.inner, Now: m.now(), ShowCuts: to.cuts,
	}
}
