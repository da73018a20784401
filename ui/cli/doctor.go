package cli

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/articles/safe"
	"broadsheet/store"
	"broadsheet/ui"
	"broadsheet/ui/picture"
)

func (a *app) doctorCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "doctor [PATH...]",
		Short: "What could not be read and why; how cache, marks and terminal are",
		Example: `broadsheet doctor ~/archive
broadsheet doctor`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.doctor(cmd.Context(), args) },
	}
}

func (a *app) doctor(ctx context.Context, paths []string) error {
	lib, err := a.openLibrary(ctx, paths, false)
	if err != nil {
		return err
	}
	defer lib.Close()
	var last store.Progress
	if err := lib.Scan(ctx, func(p store.Progress) { last = p }); err != nil {
		return err
	}
	stats, err := lib.Stats(ctx)
	if err != nil {
		return err
	}
	problems, err := lib.Problems(ctx)
	if err != nil {
		return err
	}
	facts := slices.Insert(a.health(lib, stats), 1,
		ui.Fact{Name: "read now", Text: fmt.Sprintf("%s, %d failed", plural(last.Done, "file"), last.Failed)},
		ui.Fact{Name: "checked", Text: soundness(lib.Verify(ctx))})
	for _, f := range facts {
		fmt.Fprintf(a.Out, "%-10s %s\n", f.Name, f.Text)
	}
	if len(problems) == 0 {
		fmt.Fprintln(a.Out, "\nEvery file could be read.")
		return nil
	}
	fmt.Fprintf(a.Out, "\n%s could not be read, or not whole:\n", plural(len(problems), "file"))
	for _, p := range problems {
		fmt.Fprintln(a.Out, "  "+safe.Line(problemLine(p)))
	}
	return errSome
}

// soundness tells what reading the whole cache has shown.
func soundness(err error) string {
	if err == nil {
		return "the catalogue is sound, and every index file matches its checksum"
	}
	return safe.Line(err.Error()) + "; broadsheet index --rebuild makes the cache anew, marks are kept"
}

// health says how the library is, fact by fact.
func (a *app) health(lib *library, s store.Stats) []ui.Fact {
	var out []ui.Fact
	row := func(name, format string, args ...any) {
		out = append(out, ui.Fact{Name: name, Text: fmt.Sprintf(format, args...)})
	}
	row("library", "%s: %s in %s", lib.name, plural(s.Stories, "story"), plural(s.Files, "file"))
	row("cache", "%s: catalogue %s, index %s in %s", s.Cache, size(s.CatalogBytes), size(s.IndexBytes), plural(s.IndexFiles, "segment"))
	if s.IndexDead > 0 {
		row("", "%s gone from the library and still in the index, until segments are merged", plural(s.IndexDead, "story"))
	}
	row("marks", "%s: %s, of all libraries", s.Marks, plural(s.Marked, "marked story"))
	row("config", "%s", a.configState())
	for _, n := range lib.Notices() {
		row("notice", "%s", n)
	}
	row("terminal", "%s", a.terminalState())
	return out
}

// healthNow is health as the reader asks for it.
func (a *app) healthNow(lib *library) func(context.Context) ([]ui.Fact, error) {
	return func(ctx context.Context) ([]ui.Fact, error) {
		stats, err := lib.Stats(ctx)
		if err != nil {
			return nil, err
		}
		return a.health(lib, stats), nil
	}
}

func (a *app) configState() string {
	path := a.configPath()
	if _, err := os.Stat(path); errors.Is(err, fs.ErrNotExist) {
		return path + ", not there: every setting has its default (broadsheet config writes one)"
	}
	return path
}

func (a *app) terminalState() string {
	var parts []string
	for _, name := range []string{"TERM", "COLORTERM", "NO_COLOR", "TERM_PROGRAM"} {
		if v, ok := os.LookupEnv(name); ok {
			parts = append(parts, name+"="+v)
		}
	}
	if !onTerminal(a.Out) {
		parts = append(parts, "output is not a terminal")
	}
	if mode, err := picture.Named("auto", os.Environ()); err == nil {
		parts = append(parts, "pictures by "+string(mode)+" unless the configuration says else")
	}
	return strings.Join(parts, ", ")
}

func plural(n int, what string) string {
	if n == 1 {
		return "1 " + what
	}
	if stem, ok := strings.CutSuffix(what, "y"); ok {
		return fmt.Sprintf("%d %sies", n, stem)
	}
	return fmt.Sprintf("%d %ss", n, what)
}

func size(bytes int64) string {
	switch {
	case bytes >= 1<<30:
		return fmt.Sprintf("%.1f GiB", float64(bytes)/(1<<30))
	case bytes >= 1<<20:
		return fmt.Sprintf("%.1f MiB", float64(bytes)/(1<<20))
	}
	return fmt.Sprintf("%.0f KiB", float64(bytes)/(1<<10))
}
