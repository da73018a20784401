// Package cli is the commands: it reads arguments and configuration, wires the
// store into the reader, and prints. It knows no file format, no query
// language and no screen.
package cli

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"runtime/debug"
	"strings"
	"syscall"

	"charm.land/fang/v2"
	"github.com/charmbracelet/x/term"
	"github.com/spf13/cobra"

	"broadsheet/articles/safe"
)

// The exit codes are part of the program's contract.
const (
	exitDone  = 0
	exitSome  = 1 // some input failed; it was named on stderr and the rest done
	exitUsage = 2
)

// Streams are what the program reads and writes. A test gives its own.
type Streams struct {
	In  io.Reader
	Out io.Writer
	Err io.Writer
}

// errSome says that some input failed and has already been named on stderr.
var errSome = errors.New("some input failed")

// usageError is a mistake in how the program was called.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usagef(format string, args ...any) error {
	return usageError{fmt.Errorf(format, args...)}
}

// noArguments is for commands that take flags alone. Cobra would call a word
// behind one of them an unknown command.
func noArguments(cmd *cobra.Command, args []string) error {
	if len(args) > 0 {
		return usagef("%s takes flags alone, not %q", cmd.Name(), args[0])
	}
	return nil
}

// Main runs the program with its arguments (without the program's name) and
// returns the exit code: 0 done, 1 some input failed, 2 usage.
func Main(ctx context.Context, args []string, std Streams) int {
	ctx, stop := signal.NotifyContext(ctx, os.Interrupt, syscall.SIGTERM)
	defer stop()
	app := &app{Streams: std}
	root := app.root()
	root.SetArgs(args)
	root.SetIn(std.In)
	root.SetOut(std.Out)
	root.SetErr(std.Err)
	err := fang.Execute(ctx, root,
		fang.WithVersion(version()),
		fang.WithoutManpage(), // ours has paragraphs, keys and the query language
		fang.WithErrorHandler(reportError),
	)
	return exitCode(err)
}

func exitCode(err error) int {
	var usage usageError
	switch {
	case err == nil:
		return exitDone
	case errors.As(err, &usage), isCobraUsage(err):
		return exitUsage
	default:
		return exitSome
	}
}

// isCobraUsage knows the mistakes that cobra itself reports about commands and
// arguments; it has no type for them. Flags come through SetFlagErrorFunc.
func isCobraUsage(err error) bool {
	for _, start := range []string{"unknown command", "accepts ", "requires at least", "required flag"} {
		if strings.HasPrefix(err.Error(), start) {
			return true
		}
	}
	return false
}

func reportError(w io.Writer, styles fang.Styles, err error) {
	if errors.Is(err, errSome) {
		return // each was named when it failed
	}
	if errors.Is(err, context.Canceled) {
		fmt.Fprintln(w, "broadsheet: stopped")
		return
	}
	fmt.Fprintln(w, "broadsheet: "+safe.Text(err.Error()))
	if exitCode(err) == exitUsage {
		fmt.Fprintln(w, "Try broadsheet help.")
	}
}

// app carries what every command needs.
type app struct {
	Streams
	libraryPaths []string
	cacheDir     string
	stateDir     string
	configFile   string
}

const longHelp = `Broadsheet reads folders of saved news articles as a newspaper: clean stories,
a list that opens at once, and from every story a jump to the related ones.

It reads text scrapes, page copies and wire copy, saved pages, Markdown clippings,
JSON, JSON Lines and CSV, feeds, mail, MHTML, WARC, EPUB, NITF and NewsML, each
also gzipped or in a zip. It never writes into your folder and never uses the
network.

With no PATH it opens the library named in the configuration file, else the
edition: invented sample stories that show what the program does.`

func (a *app) root() *cobra.Command {
	var open readerFlags
	root := &cobra.Command{
		Use:   "broadsheet [PATH...]",
		Short: "Read a folder of saved articles as a newspaper",
		Long:  longHelp,
		Example: `# read the sample edition
broadsheet

# read everything below a folder
broadsheet ~/archive

# a story as clean text, with what cleaning took out
broadsheet show --cuts saved/page.html

# stories about the harbour that are not read yet
broadsheet search "harbour is:unread" --library ~/archive`,
		Args: cobra.ArbitraryArgs,
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.read(cmd.Context(), cmd.Root(), args, open)
		},
	}
	root.SuggestionsMinimumDistance = 2
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usageError{err} })
	flags := root.PersistentFlags()
	flags.StringVar(&a.cacheDir, "cache-dir", "", "where the catalogue and index are kept (XDG cache by default)")
	flags.StringVar(&a.stateDir, "state-dir", "", "where your marks are kept (XDG state by default)")
	flags.StringVar(&a.configFile, "config", "", "the configuration file (XDG config by default)")
	open.register(root)
	root.AddCommand(
		a.showCommand(), a.listCommand(), a.searchCommand(), a.relatedCommand(),
		a.threadCommand(), a.linksCommand(), a.exportCommand(), a.notesCommand(), a.marksCommand(),
		a.indexCommand(), a.doctorCommand(), a.configCommand(),
		a.manCommand(), a.versionCommand(),
	)
	return root
}

// libraryFlag adds --library to a command that works on a library.
func (a *app) libraryFlag(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&a.libraryPaths, "library", nil,
		"a file or folder of the library; may be given again (the configured library, else the edition)")
}

func (a *app) versionCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "version",
		Short: "Print the version",
		Args:  noArguments,
		RunE: func(*cobra.Command, []string) error {
			_, err := fmt.Fprintln(a.Out, "broadsheet "+version())
			return err
		},
	}
}

// release is set by the build of a release.
var release string

func version() string {
	if release != "" {
		return release
	}
	if info, ok := debug.ReadBuildInfo(); ok && info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	return "development"
}

// onTerminal reports whether a stream is a terminal.
func onTerminal(stream any) bool {
	f, ok := stream.(interface{ Fd() uintptr })
	return ok && term.IsTerminal(f.Fd())
}
