package cli

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/spf13/cobra"

	"broadsheet/articles"
	"broadsheet/store"
	"broadsheet/ui/cli/epub"
)

func (a *app) exportCommand() *cobra.Command {
	var to string
	cmd := &cobra.Command{
		Use:   "export QUERY --to FILE",
		Short: "Write the stories that a search finds into one file",
		Long: `Writes the cleaned stories that a query finds, the newest first, into one file.
Its ending says which format: .md (Markdown), .jsonl (the JSON of show, one line
a story) or .epub (a book with a table of contents). An empty query is every
story. The file must not be there yet.`,
		Example: `broadsheet export 'harbour after:2014-06' --to harbour.epub --library ~/archive
broadsheet export is:starred --to starred.md`,
		Args: cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			return a.export(cmd.Context(), args[0], to)
		},
	}
	a.libraryFlag(cmd)
	cmd.Flags().StringVar(&to, "to", "", "the file to write: .md, .jsonl or .epub")
	_ = cmd.MarkFlagRequired("to") // the flag is there: it was defined above
	return cmd
}

// writer takes the stories of an export, and is closed after the last.
type exporter interface {
	Add(articles.Article) error
	Close() error
}

func newExporter(w io.Writer, name, query string) (exporter, error) {
	switch ext := strings.ToLower(filepath.Ext(name)); ext {
	case ".md":
		return &markdownExport{w: w}, nil
	case ".jsonl":
		return jsonExport{encoder(w)}, nil
	case ".epub":
		title := "Broadsheet"
		if query != "" {
			title += ": " + query
		}
		return epub.New(w, title), nil
	default:
		return nil, usagef("%s: there is no format for the ending %q; there are .md, .jsonl and .epub", name, ext)
	}
}

type jsonExport struct{ *json.Encoder }

func (j jsonExport) Add(a articles.Article) error { return j.Encode(encodeStory(a)) }
func (j jsonExport) Close() error                 { return nil }

type markdownExport struct {
	w     io.Writer
	count int
}

func (m *markdownExport) Add(a articles.Article) error {
	var b strings.Builder
	if m.count > 0 {
		fmt.Fprint(&b, "\n---\n\n")
	}
	m.count++
	fmt.Fprintf(&b, "# %s\n\n", title(a.Title))
	if a.Dek != "" {
		fmt.Fprintf(&b, "*%s*\n\n", a.Dek)
	}
	fmt.Fprintf(&b, "%s\n\n%s\n", metaLine(a), strings.TrimSpace(a.Body))
	_, err := io.WriteString(m.w, b.String())
	return err
}

func (m *markdownExport) Close() error { return nil }

func (a *app) export(ctx context.Context, query, to string) error {
	if _, err := newExporter(io.Discard, to, query); err != nil {
		return err
	}
	lib, err := a.scanned(ctx, a.libraryPaths)
	if err != nil {
		return err
	}
	defer lib.Close()
	// Asked first, so that a mistake in the query leaves no file behind.
	w, err := lib.Headlines(ctx, store.View{Query: query, Sort: store.SortNewest, Copies: true}, 0, 1)
	if err != nil {
		return err
	}
	if p := w.Problem; p != nil {
		return usagef("%s\n  %s\n  %s%s", p.Message, query, strings.Repeat(" ", p.Pos), strings.Repeat("^", max(1, p.Len)))
	}
	if w.Total == 0 {
		return fmt.Errorf("no story matches %q; nothing was written", query)
	}
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o644)
	if err != nil {
		return fmt.Errorf("exporting: %w", err)
	}
	written, err := lib.exportTo(ctx, f, query, to)
	if err == nil {
		err = f.Sync()
	}
	if closing := f.Close(); err == nil {
		err = closing
	}
	if err != nil {
		os.Remove(to)
		return fmt.Errorf("exporting to %s: %w", to, err)
	}
	_, err = fmt.Fprintf(a.Out, "%s, %s\n", plural(written, "story"), to)
	return err
}

func (l *library) exportTo(ctx context.Context, f io.Writer, query, name string) (count int, err error) {
	buffered := bufio.NewWriter(f)
	out, err := newExporter(buffered, name, query)
	if err != nil {
		return 0, err
	}
	err = l.Each(ctx, store.View{Query: query, Sort: store.SortNewest, Copies: true}, func(h articles.Headline) error {
		story, _, err := l.Story(ctx, h.ID)
		if err != nil {
			return err
		}
		count++
		return out.Add(story)
	})
	if err != nil {
		return count, err
	}
	if err := out.Close(); err != nil {
		return count, err
	}
	return count, buffered.Flush()
}
