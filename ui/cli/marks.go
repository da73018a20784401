package cli

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"os"

	"github.com/spf13/cobra"

	"broadsheet/store/marks"
)

func (a *app) marksCommand() *cobra.Command {
	var from string
	cmd := &cobra.Command{
		Use:   "marks",
		Short: "Print all your marks and saved searches, or take in printed ones",
		Long: `Prints what you did in all libraries, one line of JSON a story and a saved search:
read, starred, tags, places, notes and marked paragraphs. With --import it takes
such lines in, all or none of them, on this machine or another. Stories are known
by where they lie and by what they say; where both have marks of a story, the
later change holds.`,
		Example: `broadsheet marks > marks.jsonl
broadsheet marks --import marks.jsonl`,
		Args: noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			kept, err := marks.Open(cmd.Context(), a.statePlace())
			if err != nil {
				return err
			}
			defer kept.Close()
			if cmd.Flags().Changed("import") {
				return a.importMarks(cmd.Context(), kept, from)
			}
			return a.exportMarks(cmd.Context(), kept)
		},
	}
	cmd.Flags().StringVar(&from, "import", "", "take in the lines of this file, - for standard input")
	return cmd
}

func (a *app) exportMarks(ctx context.Context, kept *marks.Store) error {
	out := bufio.NewWriter(a.Out)
	if _, err := kept.Export(ctx, guarded{out}); err != nil {
		return err
	}
	if err := out.Flush(); err != nil {
		return fmt.Errorf("writing: %w", err)
	}
	return nil
}

func (a *app) importMarks(ctx context.Context, kept *marks.Store, name string) error {
	var in io.Reader = a.In
	if name != "-" {
		file, err := os.Open(name)
		if err != nil {
			return fmt.Errorf("importing marks: %w", err)
		}
		defer file.Close()
		in = file
	}
	n, err := kept.Import(ctx, in)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	_, err = fmt.Fprintf(a.Out, "%s taken in\n", plural(n, "line"))
	return err
}
