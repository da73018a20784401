package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"broadsheet/store"
)

func (a *app) indexCommand() *cobra.Command {
	var rebuild bool
	cmd := &cobra.Command{
		Use:   "index [PATH...]",
		Short: "Read a library in without opening it",
		Long: `Brings the catalogue and the index of a library up to date: only new and changed
files are read, and index files that are many become few. It can be stopped at
any time and goes on from there.`,
		Example: `broadsheet index ~/archive
broadsheet index --rebuild ~/archive`,
		RunE: func(cmd *cobra.Command, args []string) error { return a.index(cmd.Context(), args, rebuild) },
	}
	cmd.Flags().BoolVar(&rebuild, "rebuild", false, "forget the cache and read everything again; marks are kept")
	return cmd
}

func (a *app) index(ctx context.Context, paths []string, rebuild bool) error {
	lib, err := a.openLibrary(ctx, paths, rebuild)
	if err != nil {
		return err
	}
	defer lib.Close()
	bar := newBar(a.Err)
	var last store.Progress
	err = lib.Index(ctx, func(p store.Progress) {
		last = p
		bar.draw(p)
	})
	bar.clear()
	if err != nil {
		return err
	}
	a.warn(lib.Notices())
	fmt.Fprintf(a.Out, "%s, %s, %d read\n", plural(last.Stories, "story"), plural(last.Files, "file"), last.Done)
	failed, err := a.reportProblems(ctx, lib)
	if failed && err == nil {
		return errSome
	}
	return err
}

// bar draws progress on a terminal, and nothing elsewhere.
type bar struct {
	out   *bufio.Writer
	drawn time.Time
}

func newBar(w io.Writer) *bar {
	if !onTerminal(w) {
		return &bar{}
	}
	return &bar{out: bufio.NewWriter(w)}
}

const (
	barWidth = 30
	barEvery = 50 * time.Millisecond
)

func (b *bar) draw(p store.Progress) {
	if b.out == nil || time.Since(b.drawn) < barEvery && p.Done < p.Total {
		return
	}
	b.drawn = time.Now()
	percent, full := 0, 0
	if p.Total > 0 {
		percent = min(100, 100*p.Done/p.Total)
		full = barWidth * percent / 100
	}
	// OSC 9;4 is the progress bar that many terminals draw themselves.
	fmt.Fprintf(b.out, "\r\x1b[K%s%s %s, %d of %s, %s\x1b]9;4;1;%d\x07",
		strings.Repeat("█", full), strings.Repeat("░", barWidth-full),
		p.Doing, p.Done, plural(p.Total, "file"), plural(p.Stories, "story"), percent)
	b.out.Flush()
}

func (b *bar) clear() {
	if b.out != nil && !b.drawn.IsZero() {
		fmt.Fprint(b.out, "\r\x1b[K\x1b]9;4;0\x07")
		b.out.Flush()
	}
}
