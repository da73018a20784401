package cli

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/articles/safe"
	"broadsheet/store"
)

func (a *app) notesCommand() *cobra.Command {
	var everywhere, asJSON bool
	cmd := &cobra.Command{
		Use:   "notes",
		Short: "Print your notes and the paragraphs you marked, as Markdown",
		Long: `Prints what you marked and wrote in the reader, the latest first: each story with
your note on it, and each marked paragraph as a quotation with your note under it.
With --all also those of other libraries, and of stories that are gone since.`,
		Example: `broadsheet notes --library ~/archive > notes.md`,
		Args:    noArguments,
		RunE: func(cmd *cobra.Command, _ []string) error {
			return a.notes(cmd.Context(), everywhere, asJSON)
		},
	}
	a.libraryFlag(cmd)
	cmd.Flags().BoolVar(&everywhere, "all", false, "of all libraries")
	cmd.Flags().BoolVar(&asJSON, "json", false, "one line of JSON a story")
	return cmd
}

func (a *app) notes(ctx context.Context, everywhere, asJSON bool) error {
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	all, err := lib.Noted(ctx, everywhere)
	if err != nil {
		return err
	}
	if asJSON {
		return printNotesJSON(a.Out, all)
	}
	return printNotes(a.Out, all)
}

// notedStory is what notes prints of a story as JSON.
type notedStory struct {
	Story     articles.ID        `json:"story,omitempty"`
	Path      string             `json:"path"`
	Title     string             `json:"title,omitempty"`
	Source    string             `json:"source,omitempty"`
	Published string             `json:"published,omitempty"`
	Note      string             `json:"note,omitempty"`
	Passages  []articles.Passage `json:"passages,omitempty"`
}

func printNotesJSON(w io.Writer, all []store.Noted) error {
	out := encoder(w)
	for _, n := range all {
		err := out.Encode(notedStory{
			n.ID, n.Path, n.Title, n.Source, n.Published.String(), n.Marks.Note, n.Marks.Passages,
		})
		if err != nil {
			return err
		}
	}
	return nil
}

// printNotes writes notes as Markdown. What the reader wrote stands as it is;
// what he marked is quoted.
func printNotes(w io.Writer, all []store.Noted) error {
	var b strings.Builder
	for i, n := range all {
		if i > 0 {
			b.WriteString("\n")
		}
		fmt.Fprintf(&b, "# %s\n\n", titleOf(articles.Article{Title: safe.Line(n.Title)}))
		var facts []string
		for _, f := range []string{safe.Line(n.Source), readableDate(n.Published), safe.Line(n.Path)} {
			if f != "" {
				facts = append(facts, f)
			}
		}
		fmt.Fprintf(&b, "*%s*\n", strings.Join(facts, " · "))
		if n.Marks.Note != "" {
			fmt.Fprintf(&b, "\n%s\n", safe.Text(n.Marks.Note))
		}
		for _, p := range n.Marks.Passages {
			fmt.Fprintf(&b, "\n> %s\n", strings.ReplaceAll(safe.Text(p.Quote), "\n", "\n> "))
			if p.Note != "" {
				fmt.Fprintf(&b, "\n%s\n", safe.Text(p.Note))
			}
		}
	}
	_, err := io.WriteString(w, b.String())
	return err
}
