package cli

import (
	"context"
	"fmt"
	"io"

	"github.com/spf13/cobra"

	"broadsheet/articles"
)

func (a *app) threadCommand() *cobra.Command {
	var f listFlags
	cmd := &cobra.Command{
		Use:   "thread STORY",
		Short: "Print the stories of the event that a story belongs to, by time",
		Long: `Prints the stories of one event in the order of time. They are gathered around
STORY: each is like the others of the thread, not only like its neighbour. A
story that stands alone is printed alone.`,
		Example: `broadsheet thread 2014/ferry.txt --library ~/archive`,
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.thread(cmd.Context(), articles.ID(args[0]), f)
		},
	}
	a.libraryFlag(cmd)
	f.register(cmd, 0, "at most this many; 0 is all")
	return cmd
}

func (a *app) thread(ctx context.Context, id articles.ID, f listFlags) error {
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	thread, err := lib.Thread(ctx, id)
	if err == nil && len(thread) == 0 {
		var alone articles.Headline
		alone, err = lib.Headline(ctx, id)
		thread = []articles.Headline{alone}
	}
	if err != nil {
		return lib.explain(id, err)
	}
	l := a.lines(f)
	for i, h := range thread {
		if f.n > 0 && i == f.n {
			break
		}
		if err := l.print(encodeHeadline(h), func(w io.Writer) { printHeadline(w, h) }); err != nil {
			return fmt.Errorf("writing: %w", err)
		}
	}
	return l.out.Flush()
}
